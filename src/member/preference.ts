/** What a member lets reach them: direct reminders or none, and the hours of the day in which it is quiet. */
import { addDays, type CivilTime, civilOf, instantOf, isCivilTime, minutesOf } from '../kernel/civil.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';

export interface Preference {
  reminders: boolean;
  /** From the first minute until the second, which is not quiet any more; over midnight where `from` is the later one. */
  quiet: { from: CivilTime; to: CivilTime } | null;
}

/** As long as nobody set anything. */
export const EVERYTHING: Preference = { reminders: true, quiet: null };

export interface PreferenceRefusals {
  /** Quiet hours have a beginning and an end. */
  'preference.halfQuiet': { missing: 'from' | 'to' };
  'preference.noLength': { time: CivilTime };
}

declare module '../kernel/refusal.ts' {
  interface Refusals extends PreferenceRefusals {}
}

/** The preference of these times, both or neither; '' is none. */
export function judgePreference(reminders: boolean, from: string, to: string): Preference | Refusal {
  const [begins, ends] = [isCivilTime(from), isCivilTime(to)];
  if (!begins && !ends) return { reminders, quiet: null };
  if (!begins || !ends) return refuse('preference.halfQuiet', { missing: begins ? 'to' : 'from' });
  return from === to ? refuse('preference.noLength', { time: from }) : { reminders, quiet: { from, to } };
}

/** When the quiet hours that hold at that instant are over; null when it is not quiet. */
export function quietUntil({ quiet }: Preference, at: Date, zone: string): Date | null {
  if (quiet === null) return null;
  const { date, minutes } = civilOf(at, zone);
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const overMidnight = from > to;
  if (overMidnight ? minutes < from && minutes >= to : minutes < from || minutes >= to) return null;
  return instantOf(overMidnight && minutes >= from ? addDays(date, 1) : date, quiet.to, zone);
}
