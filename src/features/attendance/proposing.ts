/** What of a day's punches may be a case (3.1): late, early and missing ones that nothing excuses. */
import type { CivilDate } from '../../kernel/civil.ts';
import type { Office } from '../../office/office.ts';
import type { Proposed } from '../../office/proposal.ts';
import type { Tx } from '../../store/tx.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { arrivalOf } from '../proposal/rules.ts';
import { actsProposed, propose } from '../proposal/workflow.ts';
import { type Breaches, breachesOf } from './breach.ts';
import { everybody } from './roll.ts';

const KINDS = { late: 'punchLate', early: 'punchEarly', missing: 'punchMissing' } as const;

/** At the end of a working day: what was not as it should be is proposed, one of each kind for a person and a day. */
export async function proposePunches(office: Office, tx: Tx, date: CivilDate): Promise<void> {
  const breaches = await breachesOn(office, tx, date);
  for (const [how, kind] of Object.entries(KINDS) as [keyof Breaches, (typeof KINDS)[keyof Breaches]][]) {
    const found = [...breaches].filter(([, each]) => each[how].length > 0);
    await propose(
      office,
      tx,
      kind,
      found.map(([memberId, each]) => ({
        ...{ memberId, date, parts: each[how] },
        source: `punch:${how}:${date}:${memberId}`,
      })),
    );
  }
}

/** What of what was proposed is so by now: a punch made later, or leave approved since, changes it. */
export function standingPunches(how: keyof Breaches) {
  return async (office: Office, tx: Tx, waiting: readonly Proposed[]): Promise<ReadonlyMap<number, string[]>> => {
    const standing = new Map<number, string[]>();
    for (const date of new Set(waiting.map(one => one.date))) {
      const breaches = await breachesOn(office, tx, date);
      for (const { id, memberId } of waiting.filter(one => one.date === date)) {
        const parts = breaches.get(memberId)?.[how] ?? [];
        if (parts.length > 0) standing.set(id, parts);
      }
    }
    return standing;
  };
}

/** By member; without what a meeting found of the same coming to work. */
async function breachesOn(office: Office, tx: Tx, date: CivilDate): Promise<Map<string, Breaches>> {
  if (!(await calendarIn(tx)).isWorkday(date)) return new Map();
  const everyone = await everybody(office, tx, date, office.clock.now());
  const acts = await actsProposed(
    tx,
    everyone.map(([{ id }]) => arrivalOf(date, id)),
  );
  return new Map(everyone.map(([{ id }, day]) => [id, breachesOf(day, acts.has(arrivalOf(date, id)))]));
}
