/** A month of the ledger: looked at, signed by the manager and the president, and given out for payroll once. */
import { civilOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, type Member } from '../../member/rules.ts';
import { allMembers, memberOf } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { entriesOf, entryText } from './entries.ts';
import type { LedgerFacts, OwnMonth, Signed } from './messages.ts';
import { dueIn, factsIn, holdersOf, ledgerIn, markOf, monthNow, ownMonthIn } from './reading.ts';
import { isOver, KEEPERS, type Month, maySign, monthAfter, STEPS, type Step } from './rules.ts';
import { keepMonth, type MonthRow, monthRow, moveMonth, type Signature } from './store.ts';

/** A month as the member may read it: everybody's for those who sign it, otherwise their own lines. */
export async function lookUpMonth(
  office: Office,
  me: Member,
  month: Month,
): Promise<{ all: LedgerFacts } | { own: OwnMonth }> {
  return office.database.transaction(async tx => {
    const reader = (await memberOf(tx, me.id)) ?? me;
    if (holds(reader, KEEPERS)) return { all: await factsIn(office, tx, month, reader) };
    const [own] = await ownMonthIn(office, tx, reader, [month]);
    if (own === undefined) throw new Error(`no ledger of ${month}`);
    return { own };
  });
}

/** The manager, or whoever signs next, is asked to sign the month before; nobody where there is nothing in it. */
export async function askToSign(office: Office, tx: Tx, month: Month): Promise<void> {
  const state = (await monthRow(tx, month))?.state ?? 'open';
  if (state !== 'open' || (await ledgerIn(office, tx, null)).people(month).length === 0) return;
  const due = await dueIn(tx, state);
  if (due !== null) await tell(office, tx, month, due, due);
}

/**
 * Signs the month: the manager first, then the president. The first signature keeps its lines, so that the second is under
 * the same ones. `mark` is of the list that was shown: another one by now is shown anew, and not signed.
 */
export async function signMonth(
  office: Office,
  me: Member,
  month: Month,
  mark: string,
): Promise<LedgerFacts | Refusal> {
  const result = await office.database.transaction(async tx => {
    const actor = (await memberOf(tx, me.id)) ?? me;
    if (!holds(actor, KEEPERS)) return refuse('ledger.maySign', { post: 'manager' });
    const over = isOver(month, monthNow(office));
    if (isRefusal(over)) return over;
    const row = await monthRow(tx, month);
    const due = await dueIn(tx, row?.state ?? 'open');
    if (due === null) return signedAlready(office, row, month);
    const may = maySign(actor, due, month);
    if (isRefusal(may)) return row?.state === 'checked' ? signedAlready(office, row, month) : may;
    const now = office.clock.now();
    const signature: Signature & { state: 'checked' | 'signed' } =
      due === 'manager'
        ? { state: 'checked', checkedBy: actor.id, checkedAt: now }
        : { state: 'signed', signedBy: actor.id, signedAt: now };
    const kept = row === null ? await keep(office, tx, month, mark, signature) : await sign(office, tx, row, signature);
    if (isRefusal(kept)) return kept;
    await redrawAll(office, tx, month);
    if (due === 'manager') await tell(office, tx, month, 'president', 'president');
    else await tell(office, tx, month, 'export', (await holdersOf(tx, 'manager')).length > 0 ? 'manager' : 'president');
    return factsIn(office, tx, month, actor);
  });
  office.wake();
  return result;
}

export interface Export {
  facts: LedgerFacts;
  /** What those in it are called, by id. */
  names: ReadonlyMap<string, string>;
  /** When and by whom it was given out before; null the first time. */
  before: Signed | null;
}

/** Gives a signed month out for payroll. It is exported once: after that the same is given again, and says since when. */
export async function exportMonth(office: Office, me: Member, month: Month): Promise<Export | Refusal> {
  const result = await office.database.transaction(async tx => {
    const actor = (await memberOf(tx, me.id)) ?? me;
    if (!holds(actor, KEEPERS)) return refuse('ledger.mayExport', {});
    const row = await monthRow(tx, month);
    if (row === null || row.state === 'open' || row.state === 'checked') return refuse('ledger.notSigned', { month });
    const names = new Map([...(await allMembers(tx))].map(([id, { name }]) => [id, name]));
    const found = await factsIn(office, tx, month, actor);
    if (found.exported !== null) return { facts: found, names, before: found.exported };
    const now = office.clock.now();
    const moved = await moveMonth(tx, row, { state: 'exported', exportedBy: actor.id, exportedAt: now });
    if (moved !== null) await enter(office, tx, 'ledger.exported', actor.id, row, moved);
    await redrawAll(office, tx, month);
    const facts = await factsIn(office, tx, month, actor);
    return { facts, names, before: moved === null ? facts.exported : null };
  });
  office.wake();
  return result;
}

/** The first signature: the lines are kept as they are now, if they are those that were shown. */
async function keep(
  office: Office,
  tx: Tx,
  month: Month,
  mark: string,
  signature: Signature & { state: 'checked' | 'signed' },
): Promise<MonthRow | Refusal> {
  const ledger = await ledgerIn(office, tx, null);
  const earlier = ledger.waitingBefore(month);
  if (earlier !== null) return refuse('ledger.earlierFirst', { month: earlier });
  const people = ledger.people(month);
  if (people.length === 0) return refuse('ledger.nothing', { month });
  if (markOf(people) !== mark) {
    await redrawAll(office, tx, month);
    return refuse('ledger.changed', { month });
  }
  const entries = entriesOf(people);
  const kept = await keepMonth(tx, month, signature, entries);
  if (kept === null) return signedAlready(office, await monthRow(tx, month), month);
  await enter(office, tx, 'ledger.kept', kept.checkedBy ?? kept.signedBy ?? '', null, kept, {
    entries: entries.map(entryText).sort(),
  });
  return kept;
}

async function sign(
  office: Office,
  tx: Tx,
  row: MonthRow,
  signature: Signature & { state: 'checked' | 'signed' },
): Promise<MonthRow | Refusal> {
  const moved = await moveMonth(tx, row, signature);
  if (moved === null) return signedAlready(office, await monthRow(tx, row.month), row.month);
  await enter(office, tx, 'ledger.signed', signature.signedBy ?? '', row, moved);
  return moved;
}

async function enter(
  office: Office,
  tx: Tx,
  deed: string,
  actor: string,
  from: MonthRow | null,
  to: MonthRow,
  more: Record<string, unknown> = {},
): Promise<void> {
  const { checkedBy, checkedAt, signedBy, signedAt, exportedBy, exportedAt, state } = to;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const hands = { checkedBy, checkedAt: iso(checkedAt), signedBy, signedAt: iso(signedAt), exportedBy };
  const after = { state, ...hands, exportedAt: iso(exportedAt), ...more };
  const before = from === null ? null : { state: from.state };
  await record(tx, { at: office.clock.now(), actor, deed, noun: 'ledger', nounId: to.month, before, after });
}

/** Who comes second is told who was first. */
function signedAlready({ settings }: Office, row: MonthRow | null, month: Month): Refusal {
  const [by, at] = [row?.signedBy ?? row?.checkedBy ?? '', row?.signedAt ?? row?.checkedAt ?? new Date(0)];
  const { date, time } = civilOf(at, settings.zone);
  return refuse('ledger.signedAlready', { month, by, at: `${date} ${time}` });
}

const cardOf = (month: Month, step: Step, memberId: string) => `ledger:${month}:${step}:${memberId}`;

/** Everybody who holds that post reads the month, and what is asked of them. */
async function tell(office: Office, tx: Tx, month: Month, step: Step, post: 'manager' | 'president'): Promise<void> {
  for (const { id: recipient } of await holdersOf(tx, post)) {
    const card = cardOf(month, step, recipient);
    await say(office, tx, { key: card, card, recipient, message: 'ledger.month', ref: { month, step } });
  }
}

/** Draws anew what was said about the month. */
async function redrawAll(office: Office, tx: Tx, month: Month): Promise<void> {
  const readers = [...(await holdersOf(tx, 'manager')), ...(await holdersOf(tx, 'president'))];
  for (const { id } of readers) {
    for (const step of STEPS) await redraw(office, tx, cardOf(month, step, id));
  }
}

/** The month before the one of that day. */
export function monthBeforeDay(date: string): Month {
  return monthAfter(date.slice(0, 7), -1);
}
