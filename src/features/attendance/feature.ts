/** What attendance declares of itself. */

import { attendanceRefs } from '../../domain/notice/attendance.ts';
import * as en from '../../locales/en/attendance.ts';
import * as chinese from '../../locales/zh-CN/attendance.ts';
import type { Feature } from '../../office/feature.ts';
import { messages, own } from '../../office/feature.ts';
import { attendanceDrawings, ownPunchLines } from '../../slack/views/attendance.ts';
import { ownPunches } from '../../workflows/attendance.ts';
import { attendanceComposers } from '../../workflows/attendanceRoll.ts';
import { attendanceKept } from './kept.ts';

export const attendance = {
  name: 'attendance',
  words: { 'zh-CN': chinese, en },
  messages: messages(attendanceRefs, attendanceComposers, attendanceDrawings),
  unchained: ['punch', 'attendance'],
  own: own(ownPunches, ownPunchLines),
  kept: attendanceKept,
} as const satisfies Feature;
