/** What the calendar declares of itself. */

import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { calendarKept } from './kept.ts';
import { calendarRefs } from './messages.ts';
import { calendarRecorded } from './recorded.ts';
import { calendarDrawings } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { calendarComposers } from './workflow.ts';

export const calendar = {
  name: 'calendar',
  words: { 'zh-CN': chinese, en },
  messages: messages(calendarRefs, calendarComposers, calendarDrawings),
  kept: calendarKept,
  recorded: calendarRecorded,
} as const satisfies Feature;
