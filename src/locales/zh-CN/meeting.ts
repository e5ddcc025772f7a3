/** 简体中文: meeting. */
import type { MeetingRefusals } from '../../domain/meeting.ts';
import type { CommandWords, RefusalWords } from '../command.ts';

export const commands = {
  meeting: { summary: '', usages: [] },
} satisfies Record<string, CommandWords>;

export const refusals = {} as RefusalWords<MeetingRefusals>;

export const words = {};
