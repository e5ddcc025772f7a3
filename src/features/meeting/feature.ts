/** What meetings declare of themselves. */

import type { Feature } from '../../office/feature.ts';
import { former, known, messages, own } from '../../office/feature.ts';
import { excuseAround } from './excusing.ts';
import { meetingKept } from './kept.ts';
import { formerMeetingRefs, meetingRefs } from './messages.ts';
import { standingMissed } from './proposing.ts';
import { reportErasing } from './report/erasing.ts';
import { meetingSettings } from './settings.ts';
import { formerMeetings } from './sheet.ts';
import { ownMeetings, signInsOn } from './signIn.ts';
import { meetingDrawings, ownMeetingLines, signInLines } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { meetingComposers } from './workflow.ts';

export const meeting = {
  name: 'meeting',
  words: { 'zh-CN': chinese, en },
  messages: messages(meetingRefs, meetingComposers, meetingDrawings),
  former: {
    'meeting.reminder': former(formerMeetingRefs['meeting.reminder'], 'meeting.sheet', formerMeetings.reminder),
    'meeting.digest': former(formerMeetingRefs['meeting.digest'], 'meeting.sheet', formerMeetings.digest),
  },
  proposals: {
    meetingLate: { article: '1.8', tier: 'plain', standing: standingMissed('late') },
    meetingAbsent: { article: '1.8', tier: 'plain', standing: standingMissed('absent') },
  },
  unchained: ['meeting'],
  own: own(ownMeetings, ownMeetingLines),
  known: known(signInsOn, signInLines),
  settings: meetingSettings,
  follows: { 'leave.changed': excuseAround },
  kept: meetingKept,
  erasing: reportErasing,
} as const satisfies Feature;
