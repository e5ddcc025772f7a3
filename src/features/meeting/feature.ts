/** What meetings declare of themselves. */

import type { Feature } from '../../office/feature.ts';
import { known, messages, own } from '../../office/feature.ts';
import { excuseAround } from './excusing.ts';
import { meetingKept } from './kept.ts';
import { meetingRefs } from './messages.ts';
import { reportErasing } from './report/erasing.ts';
import { meetingSettings } from './settings.ts';
import { ownMeetings, signInsOn } from './signIn.ts';
import { meetingDrawings, ownMeetingLines, signInLines } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { meetingComposers } from './workflow.ts';

export const meeting = {
  name: 'meeting',
  words: { 'zh-CN': chinese, en },
  messages: messages(meetingRefs, meetingComposers, meetingDrawings),
  unchained: ['meeting'],
  own: own(ownMeetings, ownMeetingLines),
  known: known(signInsOn, signInLines),
  settings: meetingSettings,
  follows: { 'leave.changed': excuseAround },
  kept: meetingKept,
  erasing: reportErasing,
} as const satisfies Feature;
