/** What proposals declare of themselves. */
import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { proposalErasing } from './erasing.ts';
import { proposalKept } from './kept.ts';
import { proposalComposers } from './listing.ts';
import { proposalRefs } from './messages.ts';
import { proposalRecorded } from './recorded.ts';
import { proposalSettings } from './settings.ts';
import { proposalDrawings } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { dropSwitchedOff, recheck, reprice } from './workflow.ts';

export const proposal = {
  name: 'proposal',
  words: { 'zh-CN': chinese, en },
  messages: messages(proposalRefs, proposalComposers, proposalDrawings, {
    'proposal.list': { reminder: false, inQuietHours: 'told after' },
  }),
  settings: proposalSettings,
  // After those that keep who was excused: it reads what they wrote.
  follows: {
    'leave.changed': (office, tx, { memberId }) => recheck(office, tx, memberId),
    'case.counted': (office, tx, counted) => reprice(office, tx, counted),
    'member.left': (office, tx, { member }) => recheck(office, tx, member.id),
    'article.switchedOff': dropSwitchedOff,
  },
  kept: proposalKept,
  recorded: proposalRecorded,
  erasing: proposalErasing,
} as const satisfies Feature;
