/** English: violation. */
import type { ViolationRefusals } from '../../domain/violation.ts';
import type { CommandWords, RefusalWords } from '../command.ts';
import type { words as chinese } from '../zh-CN/violation.ts';

export const commands = {
  violation: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<ViolationRefusals>;

export const words: typeof chinese = {};
