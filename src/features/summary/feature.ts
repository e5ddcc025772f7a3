/** What the leaders' summaries declare of themselves. */
import type { Feature } from '../../office/feature.ts';
import { former, messages } from '../../office/feature.ts';
import { formerSummaryRefs, summaryRefs } from './messages.ts';
import { summarySettings } from './settings.ts';
import { summaryDrawings } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { formerSummaries, summaryComposers } from './workflow.ts';

export const summary = {
  name: 'summary',
  words: { 'zh-CN': chinese, en },
  messages: messages(summaryRefs, summaryComposers, summaryDrawings),
  former: {
    'meeting.missed': former(formerSummaryRefs['meeting.missed'], 'summary.morning', formerSummaries.missed),
    'attendance.roll': former(formerSummaryRefs['attendance.roll'], 'summary.evening', formerSummaries.roll),
    'record.head': former(formerSummaryRefs['record.head'], 'summary.evening', formerSummaries.head),
  },
  settings: summarySettings,
} as const satisfies Feature;
