/** English: member. */
import type { MemberRefusals } from '../../domain/member.ts';
import type { CommandWords, RefusalWords } from '../command.ts';
import type { words as chinese } from '../zh-CN/member.ts';

export const commands = {
  post: { summary: '', usages: [] },
  me: { summary: '', usages: [] },
  help: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<MemberRefusals>;

export const words: typeof chinese = {};
