/** What approvals declare of themselves. */

import type { Feature } from '../../office/feature.ts';
import { messages, own } from '../../office/feature.ts';
import { approvalComposers, ownApprovals } from './card.ts';
import { approvalKept } from './kept.ts';
import { settleLeaving } from './leaving.ts';
import { approvalRefs } from './messages.ts';
import { approvalRecorded } from './recorded.ts';
import { approvalSettings } from './settings.ts';
import { approvalDrawings, ownApprovalLines } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { retimeAll } from './workflow.ts';

export const approval = {
  name: 'approval',
  words: { 'zh-CN': chinese, en },
  messages: messages(approvalRefs, approvalComposers, approvalDrawings),
  own: own(ownApprovals, ownApprovalLines),
  follows: { 'member.left': settleLeaving },
  settings: approvalSettings,
  starting: retimeAll,
  kept: approvalKept,
  recorded: approvalRecorded,
} as const satisfies Feature;
