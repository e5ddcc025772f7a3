/** Reads the ledger: signed months as they were kept, the others from what stands settled now. */
import { createHash } from 'node:crypto';
import { todayOf } from '../../kernel/civil.ts';
import { type Member, standingOf } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { settledIncentives } from '../praise/settling.ts';
import { settledMoney } from '../violation/settling.ts';
import { entriesOf, entryText } from './entries.ts';
import type { LedgerFacts, LedgerMessages, LedgerTerms, OwnMonth } from './messages.ts';
import {
  grouped,
  type Month,
  monthAfter,
  monthsOf,
  openItems,
  type PersonMonth,
  personMonth,
  type Settled,
  type Step,
  signatureDue,
} from './rules.ts';
import type { MonthState } from './states.ts';
import { type Entered, enteredIn, lastSigned, type MonthRow, monthRow } from './store.ts';

/** The ledger of one member or of all, at one moment. */
export interface Ledger {
  /** Who has something in that month, by id. */
  people(month: Month): PersonMonth[];
  /** The first month before that one in which there is something nobody signed; null when all of it is. */
  waitingBefore(month: Month): Month | null;
}

export async function ledgerIn(office: Office, tx: Tx, memberId: string | null): Promise<Ledger> {
  const last = await lastSigned(tx);
  const entered = await enteredIn(tx, memberId);
  const firstOpen = last === null ? null : monthAfter(last);
  const open = openItems(await settledIn(office, tx, memberId), entered.items, firstOpen);
  const carried = new Map([...(entered.carried.get(last ?? '') ?? [])].filter(([, amount]) => amount > 0));
  const counted = (to: Month) => {
    const first = open.reduce((earliest, { month }) => (month < earliest ? month : earliest), to);
    return monthsOf(open, carried, { from: firstOpen ?? first, to, cap: office.settings.ledgerMonthlyCap });
  };
  return {
    people: month => (last !== null && month <= last ? keptPeople(entered, month) : (counted(month).get(month) ?? [])),
    waitingBefore(month) {
      const before = counted(monthAfter(month, -1));
      return [...before].find(([, people]) => people.length > 0)?.[0] ?? null;
    },
  };
}

/** A signed month from its lines. */
function keptPeople({ items, carried }: Entered, month: Month): PersonMonth[] {
  const before = [...carried.keys()].filter(each => each < month).sort();
  const [into, on] = [carried.get(before.at(-1) ?? ''), carried.get(month)];
  const mine = grouped(
    items.filter(item => item.month === month),
    ({ memberId }) => memberId,
  );
  return [...new Set([...mine.keys(), ...(on?.keys() ?? [])])]
    .sort()
    .map(id => personMonth(id, mine.get(id) ?? [], (on?.has(id) ? into?.get(id) : 0) ?? 0, on?.get(id) ?? 0));
}

async function settledIn(office: Office, tx: Tx, memberId: string | null): Promise<Settled[]> {
  const monthOf = (date: string | null) => date?.slice(0, 7) ?? null;
  const cases = await settledMoney(office, tx, memberId);
  const praises = await settledIncentives(office, tx, memberId);
  return [
    ...cases.map(({ number, memberId: id, amount, compensates, finalOn, changedOn }) => ({
      memberId: id,
      kind: compensates ? ('compensation' as const) : ('deduction' as const),
      noun: 'case' as const,
      sourceId: number,
      amount,
      month: monthOf(finalOn),
      changedIn: monthOf(changedOn),
    })),
    ...praises.map(({ number, memberId: id, amount, grantedOn, changedOn }) => ({
      memberId: id,
      kind: 'incentive' as const,
      noun: 'praise' as const,
      sourceId: number,
      amount,
      month: monthOf(grantedOn),
      changedIn: monthOf(changedOn),
    })),
  ];
}

/** The present month in the department's zone. */
export function monthNow(office: Office): Month {
  return todayOf(office).slice(0, 7);
}

/** Who holds that post and is there. */
export async function holdersOf(tx: Tx, post: 'manager' | 'president'): Promise<Member[]> {
  return [...(await allMembers(tx)).values()].filter(one => standingOf(one) === true && one.posts.includes(post));
}

/** A month of everybody, and what whoever reads it may do. */
export async function factsIn(
  office: Office,
  tx: Tx,
  month: Month,
  reader: Step | Member,
  ledger?: Ledger,
): Promise<LedgerFacts> {
  const row = await monthRow(tx, month);
  const people = (ledger ?? (await ledgerIn(office, tx, null))).people(month);
  const state = row?.state ?? 'open';
  const due = month < monthNow(office) && people.length > 0 ? await dueIn(tx, state) : null;
  return {
    month,
    state,
    people,
    mark: markOf(people),
    ...signaturesOf(row),
    may: mayNow(reader, due, state),
    terms: termsOf(office),
  };
}

/** Which signature comes next. */
export async function dueIn(tx: Tx, state: MonthState): Promise<'manager' | 'president' | null> {
  return signatureDue(state, state === 'open' && (await holdersOf(tx, 'manager')).length > 0);
}

function mayNow(reader: Step | Member, due: 'manager' | 'president' | null, state: MonthState): LedgerFacts['may'] {
  const isReady = state === 'signed' || state === 'exported';
  if (typeof reader === 'string') {
    if (reader === 'export') return isReady ? 'export' : null;
    return reader === due ? 'sign' : null;
  }
  if (isReady) return 'export';
  return due !== null && reader.posts.includes(due) ? 'sign' : null;
}

function signaturesOf(row: MonthRow | null): Pick<LedgerFacts, 'checked' | 'signed' | 'exported'> {
  const signature = (by: string | null = null, at: Date | null = null) =>
    by === null || at === null ? null : { by, at: at.toISOString() };
  return {
    checked: signature(row?.checkedBy, row?.checkedAt),
    signed: signature(row?.signedBy, row?.signedAt),
    exported: signature(row?.exportedBy, row?.exportedAt),
  };
}

/** What two lists share only where all their lines are the same, and what came to each person from before. */
export function markOf(people: readonly PersonMonth[]): string {
  const carriedIn = people.map(one => `${one.memberId} ${one.carriedIn}`);
  const text = [...entriesOf(people).map(entryText), ...carriedIn].sort().join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function termsOf({ settings }: Office): LedgerTerms {
  return { cap: settings.ledgerMonthlyCap };
}

/** A month of the member's own. */
export async function ownMonthIn(office: Office, tx: Tx, me: Member, months: readonly Month[]): Promise<OwnMonth[]> {
  const ledger = await ledgerIn(office, tx, me.id);
  const own: OwnMonth[] = [];
  for (const month of months) {
    const state = (await monthRow(tx, month))?.state ?? 'open';
    own.push({ month, state, mine: ledger.people(month)[0] ?? null, terms: termsOf(office) });
  }
  return own;
}

/** This month and the one before, in a member's own record. */
export function ownLedger(office: Office, tx: Tx, me: Member): Promise<OwnMonth[]> {
  const now = monthNow(office);
  return ownMonthIn(office, tx, me, [now, monthAfter(now, -1)]);
}

export const ledgerComposers: Composers<keyof LedgerMessages> = {
  async 'ledger.month'(tx, { month, step }, office) {
    const facts = await factsIn(office, tx, month, step);
    return facts.people.length === 0 ? null : facts;
  },
};
