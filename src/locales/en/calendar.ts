/** English: calendar. */
import type { CalendarRefusals } from '../../domain/calendar.ts';
import type { CommandWords, RefusalWords } from '../command.ts';
import type { words as chinese } from '../zh-CN/calendar.ts';

export const commands = {
  calendar: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<CalendarRefusals>;

export const words: typeof chinese = {};
