/** English: approval. */
import type { ApprovalRefusals } from '../../domain/approval.ts';
import type { CommandWords, RefusalWords } from '../command.ts';
import type { words as chinese } from '../zh-CN/approval.ts';

export const commands = {
  approvals: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<ApprovalRefusals>;

export const words: typeof chinese = {};
