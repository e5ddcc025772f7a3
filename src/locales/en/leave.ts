/** English: leave. */
import type { LeaveRefusals } from '../../domain/leave.ts';
import type { CommandWords, RefusalWords } from '../command.ts';
import type { words as chinese } from '../zh-CN/leave.ts';

export const commands = {
  leave: { summary: '', usages: [] },
  trip: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<LeaveRefusals>;

export const words: typeof chinese = {};
