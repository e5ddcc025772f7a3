/** What one member's attendance is judged by. */

import type { CivilDate } from '../../kernel/civil.ts';
import { memberSince } from '../../member/store.ts';
import { ask } from '../../store/question.ts';
import type { Tx } from '../../store/tx.ts';
import { coverage, type Half } from '../calendar/span.ts';
import { overridesFrom } from '../calendar/workflow.ts';
import { excusesBetween } from '../leave/reading.ts';
import type { Slot } from './rules.ts';
import { punchesBetween } from './store.ts';

export type AttendanceFacts = Awaited<ReturnType<typeof factsOf>>;

/** The facts of some days, both included, in one statement, for it is asked at every press. */
export function factsOf(tx: Tx, memberId: string, from: CivilDate, to: CivilDate) {
  return ask(tx, {
    /** The department's own days, from the first of these days on. */
    overrides: overridesFrom(from),
    spans: excusesBetween(memberId, from, to),
    punches: punchesBetween(memberId, from, to),
    since: memberSince(memberId),
  });
}

/** What of them is about one of the days. */
export function onDay(
  facts: AttendanceFacts,
  date: CivilDate,
): { coverage: ReadonlySet<Half>; punches: { slot: Slot; at: Date }[] } {
  return {
    coverage: coverage(facts.spans, date),
    punches: facts.punches.filter(punch => punch.date === date),
  };
}
