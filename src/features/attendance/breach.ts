/** What of somebody's day of punches may be a case (3.1). */
import type { DayState } from './day.ts';
import { SLOTS } from './rules.ts';

/** What was not as it should be, as the sentences about it need it: of late and early ones each punch with its minutes. */
export interface Breaches {
  late: string[];
  early: string[];
  missing: string[];
}

/**
 * The breaches of a day as it stands. `arrivalFound`: being late at the meeting that begins the day is one act with being
 * late for work, and was found there. Whoever did not come at all was not late: then every punch is missing.
 */
export function breachesOf(day: DayState, arrivalFound: boolean): Breaches {
  const breaches: Breaches = { late: [], early: [], missing: [] };
  const came = SLOTS.some(slot => day[slot].state === 'done');
  for (const slot of SLOTS) {
    const state = day[slot];
    if (arrivalFound && came && slot === SLOTS[0]) continue;
    if (state.state === 'missing') breaches.missing.push(slot);
    if (state.state === 'done' && state.status !== 'on-time') breaches[state.status].push(slot, String(state.minutes));
  }
  return breaches;
}
