/** What approvals declare of themselves. */

import { approvalRefs } from '../../domain/notice/approval.ts';
import * as en from '../../locales/en/approval.ts';
import * as chinese from '../../locales/zh-CN/approval.ts';
import type { Feature } from '../../office/feature.ts';
import { messages, own } from '../../office/feature.ts';
import { approvalDrawings, ownApprovalLines } from '../../slack/views/approval.ts';
import { approvalComposers, ownApprovals } from '../../workflows/approvalCard.ts';
import { approvalKept } from './kept.ts';
import { approvalSettings } from './settings.ts';

export const approval = {
  name: 'approval',
  words: { 'zh-CN': chinese, en },
  messages: messages(approvalRefs, approvalComposers, approvalDrawings),
  own: own(ownApprovals, ownApprovalLines),
  settings: approvalSettings,
  kept: approvalKept,
} as const satisfies Feature;
