/** What attendance declares of itself. */

import type { Feature } from '../../office/feature.ts';
import { known, messages, own } from '../../office/feature.ts';
import { attendanceKept } from './kept.ts';
import { attendanceRefs } from './messages.ts';
import { standingPunches } from './proposing.ts';
import { attendanceComposers } from './roll.ts';
import { attendanceSettings } from './settings.ts';
import { attendanceDrawings, ownPunchLines, punchLines } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { ownPunches, punchesOf } from './workflow.ts';

export const attendance = {
  name: 'attendance',
  words: { 'zh-CN': chinese, en },
  messages: messages(attendanceRefs, attendanceComposers, attendanceDrawings, {
    'attendance.reminder': { reminder: true, inQuietHours: 'left out' },
    'attendance.missed': { reminder: true, inQuietHours: 'told after' },
  }),
  settings: attendanceSettings,
  proposals: {
    punchLate: { article: '3.1', tier: 'plain', standing: standingPunches('late') },
    punchEarly: { article: '3.1', tier: 'plain', standing: standingPunches('early') },
    punchMissing: { article: '3.1', tier: 'plain', standing: standingPunches('missing') },
  },
  unchained: ['punch', 'attendance'],
  own: own(ownPunches, ownPunchLines),
  known: known(punchesOf, punchLines),
  kept: attendanceKept,
} as const satisfies Feature;
