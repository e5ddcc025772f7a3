/** English: the leaders' summaries in the morning and in the evening. */
import type { DutyWords } from '../../locales/command.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const duties: Record<string, DutyWords> = {
  'summary.morning': { missed: 'the leaders’ summary of the morning', ahead: 'Leaders’ summary, morning' },
  'summary.evening': {
    missed: 'the leaders’ summary of the day, with the head of the record',
    ahead: 'Leaders’ summary, evening',
  },
};

export const words: typeof chinese = {
  morning: day => `This morning · ${day}`,
  evening: day => `Today · ${day}`,
  meetingHint: 'Whoever is in charge decides these in the list of proposals (1.8): `/violation proposals`.',
  meetingHintOff: 'If article 1.8 applies, please file it with `/violation`.',
  punchHint: 'A missing punch is no penalty by itself; `/checkin today` shows the present state.',
  punches: 'Punches',
  handovers: count => `${count} ${count === 1 ? 'handover' : 'handovers'} nobody has taken`,
  waiting: count => `${count} waiting for a decision`,
  waitingKind: (kind, count) => `${kind} (${count})`,
  allPunched: 'Meetings and punches are in order; nothing needs a look.',
  nothing: 'Nothing needs a look.',
};
