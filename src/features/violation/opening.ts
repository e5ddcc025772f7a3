/** Opening a case, and ending its hearing: the member is told, or whoever decides is asked. */
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { levelNames, lowestOf, rankOf } from '../../member/post.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { directoryIn, levelAbove } from '../approval/workflow.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { takeEffect } from './effect.ts';
import { advance, ask, enterCase, hearingCard, type Opening } from './keeping.ts';
import { tellNearby } from './nearby.ts';
import { endOfWorkdays } from './period.ts';
import { type CaseAuthority, standingAs, stepsFor } from './route.ts';
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
  else {
    await tellNearby(office, tx, row);
    return takeEffect(office, tx, row);
  }
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
 * The hearing of a case is over: it goes before whoever decides, or before the next level with the recommendation it was
 * taken up with.
 */
export async function endHearing(
  office: Office,
  tx: Tx,
  row: CaseRow,
  actor: string,
  change: CaseChange = {},
): Promise<CaseRow | Refusal> {
  const isRecommended = row.consequence !== null && row.recommendedBy !== null;
  const moved = await advance(office, tx, row, isRecommended ? 'recommend' : 'heard', actor, change);
  if (isRefusal(moved)) return moved;
  await ask(office, tx, moved, isRecommended ? await nextOf(office, tx, moved) : await firstOf(office, tx, moved));
  await redraw(office, tx, hearingCard(row.id));
  return moved;
}

/** Who is asked first: the lowest level of which somebody may decide, and nobody below whoever filed it. */
async function firstOf(office: Office, tx: Tx, row: CaseRow): Promise<CaseAuthority> {
  const directory = await directoryIn(office, tx);
  const filer = directory.members.get(row.filerId);
  const own = filer === undefined ? [] : standingAs(filer, row, { ...directory, delegations: [] });
  const filedAs = own.at(-1)?.authority ?? null;
  return stepsFor(row, lowestOf(directory.levels), directory, filedAs)[0]?.authority ?? 'president';
}

/** To whom it goes from whoever took it up. */
async function nextOf(office: Office, tx: Tx, row: CaseRow): Promise<CaseAuthority> {
  const last = (await askedAbout(tx, 'case', row.id)).findLast(({ state }) => state === 'approved');
  const { authority: levels } = office.settings;
  const from = levelNames(levels)[last === undefined ? 0 : rankOf(last.step, levels)] ?? 'president';
  return levelAbove(office, tx, from, row.accusedId);
}
