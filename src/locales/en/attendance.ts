/** English: attendance. */
import type { AttendanceRefusals } from '../../domain/attendance.ts';
import type { CommandWords, RefusalWords } from '../command.ts';
import type { words as chinese } from '../zh-CN/attendance.ts';

export const commands = {
  checkin: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<AttendanceRefusals>;

export const words: typeof chinese = {};
