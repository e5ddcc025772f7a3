/** 简体中文: attendance. */
import type { AttendanceRefusals } from '../../domain/attendance.ts';
import type { CommandWords, RefusalWords } from '../command.ts';

export const commands = {
  checkin: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<AttendanceRefusals>;

export const words = {};
