/** When a duty of the clock falls due: once for each local day, whatever the clocks of the zone do. */
import { addDays, type CivilDate, type CivilTime, civilOf, instantOf } from './civil.ts';

/** A daily time and the days it holds on. */
export interface Rule {
  time: CivilTime;
  on: (date: CivilDate) => boolean;
}

/** Its identity is the duty together with the local date; the instant is only when that is. */
export interface Due {
  date: CivilDate;
  at: Date;
}

/** What to do about an occurrence that is noticed now. */
export type Verdict =
  | 'run' // on time
  | 'late' // run it, and say that it is late
  | 'skip'; // too late to be of use: record it as missed

/**
 * Every occurrence with after < at <= until, in order. A time skipped by the clocks falls due right after the gap, one
 * that happens twice at its first. A local day the zone never had (a move of the date line) has none.
 */
export function occurrencesBetween(rule: Rule, after: Date, until: Date, zone: string): Due[] {
  const dues: Due[] = [];
  if (until <= after) return dues;
  const last = civilOf(until, zone).date;
  // The evening before may fall due after midnight where clocks go forward at the turn of the day.
  for (let date = addDays(civilOf(after, zone).date, -1); date <= last; date = addDays(date, 1)) {
    if (!rule.on(date)) continue;
    const at = instantOf(date, rule.time, zone);
    if (at > after && at <= until && belongsTo(date, at, zone)) dues.push({ date, at });
  }
  return dues;
}

/** On time within `onTimeSeconds` of being due, late within the grace, skipped after it. */
export function verdict(due: Date, now: Date, graceMinutes: number, onTimeSeconds = 60): Verdict {
  const behind = now.getTime() - due.getTime();
  if (behind <= onTimeSeconds * 1000) return 'run';
  return behind <= graceMinutes * 60_000 ? 'late' : 'skip';
}

/** Whether the day exists in the zone; one that does may still see its late evening pushed past midnight. */
function belongsTo(date: CivilDate, at: Date, zone: string): boolean {
  return civilOf(at, zone).date === date || civilOf(instantOf(date, '00:00', zone), zone).date === date;
}
