/** What meetings declare of themselves. */

import { meetingRefs } from '../../domain/notice/meeting.ts';
import * as en from '../../locales/en/meeting.ts';
import * as chinese from '../../locales/zh-CN/meeting.ts';
import type { Feature } from '../../office/feature.ts';
import { messages, own } from '../../office/feature.ts';
import { meetingDrawings, ownMeetingLines } from '../../slack/views/meeting.ts';
import { meetingComposers } from '../../workflows/meeting.ts';
import { ownMeetings } from '../../workflows/signIn.ts';
import { meetingKept } from './kept.ts';
import { meetingSettings } from './settings.ts';

export const meeting = {
  name: 'meeting',
  words: { 'zh-CN': chinese, en },
  messages: messages(meetingRefs, meetingComposers, meetingDrawings),
  unchained: ['meeting'],
  own: own(ownMeetings, ownMeetingLines),
  settings: meetingSettings,
  kept: meetingKept,
} as const satisfies Feature;
