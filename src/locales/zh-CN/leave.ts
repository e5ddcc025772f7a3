/** 简体中文: leave. */
import type { LeaveRefusals } from '../../domain/leave.ts';
import type { CommandWords, RefusalWords } from '../command.ts';

export const commands = {
  leave: { summary: '', usages: [] },
  trip: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<LeaveRefusals>;

export const words = {};
