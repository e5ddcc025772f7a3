/** 简体中文: approval. */
import type { ApprovalRefusals } from '../../domain/approval.ts';
import type { CommandWords, RefusalWords } from '../command.ts';

export const commands = {
  approvals: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<ApprovalRefusals>;

export const words = {};
