/** The hearing of a member before anybody decides: accepted, answered, ended early or by the clock; and the end of the time for appeal. */

import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { lowestOf } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { allMembers, lockMember } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { directoryAround } from '../approval/workflow.ts';
import { becomeFinal } from './effect.ts';
import { CLOCK } from './keeping.ts';
import type { CaseFacts } from './messages.ts';
import { endHearing } from './opening.ts';
import { mayDecideCase, standingAs } from './route.ts';
import { maySee } from './sight.ts';
import { type CaseRow, caseById, dueCases, nextCaseTimer } from './store.ts';
import { factsOf } from './workflow.ts';

/** When the next hearing ends, or the next decision becomes final. */
export const nextEnd = nextCaseTimer;

/** Ends the hearings nobody answered in, and makes final what nobody appealed against in time. */
export async function endInTime(office: Office, now: Date): Promise<void> {
  await office.database.transaction(async tx => {
    for (const due of await dueCases(tx, now)) {
      await lockMember(tx, due.accusedId);
      const row = await caseById(tx, due.id);
      if (row === null || row.state !== due.state) continue;
      if (row.state === 'hearing') await endHearing(office, tx, row, CLOCK);
      else await becomeFinal(office, tx, row, CLOCK);
    }
  });
  office.wake();
}

/** The member accepts what is alleged; it goes before whoever decides at once. */
export async function acceptCase(office: Office, me: Member, number: number): Promise<CaseFacts | Refusal> {
  const result = await office.database.transaction(async tx => {
    await lockMember(tx, me.id);
    const row = await caseById(tx, number);
    if (row === null || row.accusedId !== me.id) return refuse('violation.notFound', { number });
    if (row.state !== 'hearing') return refuse('violation.notHeard', { status: row.state });
    const ended = await endHearing(office, tx, row, me.id, { acceptedAt: office.clock.now() });
    return isRefusal(ended) ? ended : factsOf(tx, ended, office);
  });
  office.wake();
  return result;
}

/** The case, when the person may end its hearing at this moment: asked before the form for the reason is opened. */
export function caseToHurry(office: Office, me: Member, number: number): Promise<CaseFacts | Refusal> {
  return office.database.transaction(async tx => {
    const row = await hurried(office, tx, me, number);
    return isRefusal(row) ? row : factsOf(tx, row, office);
  });
}

/** Somebody who may decide does not wait for the end of the hearing, and says why; the case is marked with it. */
export async function endEarly(
  office: Office,
  me: Member,
  number: number,
  typed: string,
): Promise<CaseFacts | Refusal> {
  const reason = typed.trim();
  const result = await office.database.transaction(async tx => {
    const seen = await hurried(office, tx, me, number);
    if (isRefusal(seen)) return seen;
    if (reason === '') return refuse('violation.reasonMissing', {});
    await lockMember(tx, seen.accusedId);
    const row = await hurried(office, tx, me, number);
    if (isRefusal(row)) return row;
    const ended = await endHearing(office, tx, row, me.id, { urgentBy: me.id, urgentReason: reason });
    return isRefusal(ended) ? ended : factsOf(tx, ended, office);
  });
  office.wake();
  return result;
}

async function hurried(office: Office, tx: Tx, me: Member, number: number): Promise<CaseRow | Refusal> {
  const row = await caseById(tx, number);
  const members = await allMembers(tx);
  if (row === null || !maySee({ ...row, status: row.state }, me, { members }))
    return refuse('violation.notFound', { number });
  const directory = await directoryAround(office, tx, me.id, row.accusedId);
  if (standingAs(me, row, directory).length === 0) {
    const first = mayDecideCase(me, row, lowestOf(directory.levels), directory);
    if (isRefusal(first)) return first;
  }
  return row.state === 'hearing' ? row : refuse('violation.notHeard', { status: row.state });
}
