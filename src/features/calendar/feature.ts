/** What the calendar declares of itself. */

import { calendarRefs } from '../../domain/notice/calendar.ts';
import * as en from '../../locales/en/calendar.ts';
import * as chinese from '../../locales/zh-CN/calendar.ts';
import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { calendarDrawings } from '../../slack/views/calendar.ts';
import { calendarComposers } from '../../workflows/calendar.ts';
import { calendarKept } from './kept.ts';

export const calendar = {
  name: 'calendar',
  words: { 'zh-CN': chinese, en },
  messages: messages(calendarRefs, calendarComposers, calendarDrawings),
  kept: calendarKept,
} as const satisfies Feature;
