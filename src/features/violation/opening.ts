/** Opening a case, and ending its hearing: the member is told, or whoever decides is asked. */
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import type { Tx } from '../../store/tx.ts';
import { directoryIn } from '../approval/workflow.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { takeEffect } from './effect.ts';
import { advance, ask, CLOCK, enterCase, hearingCard, type Opening } from './keeping.ts';
import { endOfWorkdays } from './period.ts';
import { stepsFor } from './route.ts';
import type { CaseChange, CaseRow } from './store.ts';

/**
 * Opens a case in the transaction that checked it, with the accused locked: begins the hearing, or asks whoever decides
 * first, or, where filing was the decision, tells the accused at once.
 */
export async function openCase(office: Office, tx: Tx, opening: Opening): Promise<CaseRow> {
  const { opensAs: state, steps } = opening.route;
  const terms =
    state === 'hearing'
      ? { hearingUntil: await hearingEnd(office, tx) }
      : state === 'upheld'
        ? { appealUntil: await appealEnd(office, tx) }
        : {};
  const row = await enterCase(office, tx, opening, terms);
  const [step] = steps;
  if (state === 'hearing') await tellHearing(office, tx, row);
  else if (step !== undefined) await ask(office, tx, row, step.authority);
  else return takeEffect(office, tx, row);
  return row;
}

/** Until when a member is heard about a case that is filed now; null where nobody is. */
export async function hearingEnd(office: Office, tx: Tx): Promise<Date | null> {
  return endOfWorkdays(office.clock.now(), office.settings.hearingWorkdays, await calendarIn(tx), office.settings);
}

/** Until when what is decided now may be appealed against; null where it is final at once. */
export async function appealEnd(office: Office, tx: Tx): Promise<Date | null> {
  return endOfWorkdays(office.clock.now(), office.settings.appealWorkdays, await calendarIn(tx), office.settings);
}

/** The member is told what is alleged, and how to answer. */
export async function tellHearing(office: Office, tx: Tx, { id, accusedId }: CaseRow): Promise<void> {
  const key = hearingCard(id);
  const ref = { caseId: id };
  await say(office, tx, { key, card: key, recipient: accusedId, message: 'violation.hearing', ref });
}

/**
 * The hearing of a case is over: it goes before whoever decides, or before the president with the recommendation it was taken
 * up with. The case of somebody who left meanwhile is withdrawn.
 */
export async function endHearing(
  office: Office,
  tx: Tx,
  row: CaseRow,
  actor: string,
  change: CaseChange = {},
): Promise<CaseRow | Refusal> {
  const directory = await directoryIn(office, tx);
  if (!directory.members.has(row.accusedId)) return withdrawByClock(office, tx, row);
  if (row.consequence !== null && row.recommendedBy !== null) {
    const moved = await advance(office, tx, row, 'recommend', actor, change);
    if (!isRefusal(moved)) await ask(office, tx, moved, 'president');
    return moved;
  }
  const moved = await advance(office, tx, row, 'heard', actor, change);
  if (isRefusal(moved)) return moved;
  const filer = directory.members.get(row.filerId);
  const byPresident = filer?.posts.includes('president') === true;
  const [step] = stepsFor(row, 'leader', directory, byPresident);
  await ask(office, tx, moved, step?.authority ?? 'president');
  await redraw(office, tx, hearingCard(row.id));
  return moved;
}

async function withdrawByClock(office: Office, tx: Tx, row: CaseRow): Promise<CaseRow | Refusal> {
  const change = { decidedBy: CLOCK, decidedAt: office.clock.now() };
  return advance(office, tx, row, 'withdraw', CLOCK, change);
}
