/** The money of a month, by person: what counts in it, what the cap leaves for later, and who signs it. */

import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import type { MonthState } from './states.ts';

/** 'YYYY-MM'. Two of them compare correctly with `<`. */
export type Month = string;

/** A fine, a loss made good, an incentive. */
export const KINDS = ['deduction', 'compensation', 'incentive'] as const;
export type Kind = (typeof KINDS)[number];

/** What is charged or given for: a case or a praise, by its number. */
export interface Origin {
  memberId: string;
  kind: Kind;
  noun: 'case' | 'praise';
  sourceId: number;
}

/** What stands settled now about a case or praise. What is appealed against is settled neither way, and is none. */
export interface Settled extends Origin {
  /** Fen, 0 or more; 0 once it was voided or overturned. */
  amount: number;
  /** In which it became final; null where it counts no more. */
  month: Month | null;
  /** In which it was last decided anew: voided, overturned or reduced; null where it never was. */
  changedIn: Month | null;
}

/** A line of a month. */
export interface Item extends Origin {
  month: Month;
  /** Fen, never 0; below zero takes back what an earlier month had. */
  amount: number;
}

/** One person's month. All in fen; `net` is below zero where they owe. */
export interface PersonMonth {
  memberId: string;
  deductions: number;
  compensation: number;
  incentives: number;
  /** Deductions left over from the months before. */
  carriedIn: number;
  /** Of `carriedIn` and `deductions` together, what this month takes. */
  charged: number;
  /** The rest, for the months after. */
  carriedOut: number;
  net: number;
  items: readonly Item[];
}

export interface LedgerRefusals {
  'ledger.badMonth': { text: string; example: Month };
  /** What is typed is done by a button below the month. */
  'ledger.byButton': { deed: 'sign' | 'export'; month: Month };
  'ledger.monthInFuture': { month: Month; now: Month };
  'ledger.notOver': { month: Month; next: Month };
  'ledger.nothing': { month: Month };
  /** An earlier month has to be signed before. */
  'ledger.earlierFirst': { month: Month };
  'ledger.maySign': { post: Post };
  'ledger.mayExport': Record<never, never>;
  'ledger.managerFirst': { month: Month };
  'ledger.signedAlready': { month: Month; by: string; at: string };
  /** It is not the list that was shown. */
  'ledger.changed': { month: Month };
  'ledger.notSigned': { month: Month };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends LedgerRefusals {}
}

/** The month so many months later. */
export function monthAfter(month: Month, months = 1): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/**
 * What is still to be entered: of everything settled, the difference to what signed months have already. It belongs to the
 * month in which it became final or was decided anew, and to the first open one where that is signed.
 */
export function openItems(settled: readonly Settled[], entered: readonly Item[], firstOpen: Month | null): Item[] {
  const sums = new Map<string, number>();
  for (const item of entered) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + item.amount);
  return settled.flatMap(({ month: final, changedIn, amount: stands, ...origin }) => {
    const had = sums.get(keyOf(origin));
    const amount = stands - (had ?? 0);
    const own = had === undefined ? final : (changedIn ?? final);
    if (amount === 0) return [];
    const month = own === null || (firstOpen !== null && own < firstOpen) ? firstOpen : own;
    return month === null ? [] : [{ ...origin, month, amount }];
  });
}

function keyOf({ memberId, kind, noun, sourceId }: Origin): string {
  return [memberId, kind, noun, sourceId].join(':');
}

/**
 * The months from the first to the last of these, both included, each by person: deductions up to the cap, the rest carried
 * to the next month. What is taken back lessens the same month's deductions, and is paid out where there are none; nothing
 * below zero is carried. Without a cap (null) nothing is carried.
 */
export function monthsOf(
  items: readonly Item[],
  carried: ReadonlyMap<string, number>,
  { from, to, cap }: { from: Month; to: Month; cap: number | null },
): Map<Month, PersonMonth[]> {
  const byMonth = grouped(items, ({ month }) => month);
  const months = new Map<Month, PersonMonth[]>();
  let left = carried;
  for (let month = from; month <= to; month = monthAfter(month)) {
    const people = peopleOf(byMonth.get(month) ?? [], left, cap);
    months.set(month, people);
    left = new Map(people.flatMap(({ memberId, carriedOut }) => (carriedOut > 0 ? [[memberId, carriedOut]] : [])));
  }
  return months;
}

/** One month by person, in the order of their ids; who has nothing in it is left out. */
function peopleOf(items: readonly Item[], carried: ReadonlyMap<string, number>, cap: number | null): PersonMonth[] {
  const mine = grouped(items, ({ memberId }) => memberId);
  const people = [...new Set([...carried.keys(), ...mine.keys()])].sort();
  return people.map(memberId => {
    const own = mine.get(memberId) ?? [];
    const due = sumOf(own, 'deduction') + (carried.get(memberId) ?? 0);
    return personMonth(memberId, own, carried.get(memberId) ?? 0, cap === null ? 0 : Math.max(0, due - cap));
  });
}

/** Lines by something of theirs, in their order. */
export function grouped(items: readonly Item[], keyIn: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyIn(item), [...(groups.get(keyIn(item)) ?? []), item]);
  return groups;
}

/** A person's month from its lines, what came with them and what goes on. */
export function personMonth(
  memberId: string,
  items: readonly Item[],
  carriedIn: number,
  carriedOut: number,
): PersonMonth {
  const deductions = sumOf(items, 'deduction');
  const compensation = sumOf(items, 'compensation');
  const incentives = sumOf(items, 'incentive');
  const charged = carriedIn + deductions - carriedOut;
  const net = incentives - charged - compensation;
  return { memberId, deductions, compensation, incentives, carriedIn, charged, carriedOut, net, items };
}

/** What all of them come to; the lines are theirs. */
export function totalOf(people: readonly PersonMonth[]): Omit<PersonMonth, 'memberId' | 'items'> {
  const sum = (pick: (one: PersonMonth) => number) => people.reduce((total, one) => total + pick(one), 0);
  return {
    deductions: sum(one => one.deductions),
    compensation: sum(one => one.compensation),
    incentives: sum(one => one.incentives),
    carriedIn: sum(one => one.carriedIn),
    charged: sum(one => one.charged),
    carriedOut: sum(one => one.carriedOut),
    net: sum(one => one.net),
  };
}

function sumOf(items: readonly Item[], kind: Kind): number {
  return items.reduce((sum, item) => (item.kind === kind ? sum + item.amount : sum), 0);
}

/** What a message about a month asks for: a signature, or the export. */
export const STEPS = ['manager', 'president', 'export'] as const;
export type Step = (typeof STEPS)[number];

/** Who reads everybody's ledger. */
export const KEEPERS: readonly Post[] = ['manager', 'president'];

/** Which signature the month needs next; null when it has both. Where nobody is manager, the president signs alone. */
export function signatureDue(state: MonthState, hasManager: boolean): 'manager' | 'president' | null {
  if (state === 'open') return hasManager ? 'manager' : 'president';
  return state === 'checked' ? 'president' : null;
}

/** Whether the member may give that signature. */
export function maySign(member: Member, due: 'manager' | 'president', month: Month): true | Refusal {
  if (member.posts.includes(due)) return true;
  if (due === 'manager' && member.posts.includes('president')) return refuse('ledger.managerFirst', { month });
  return refuse('ledger.maySign', { post: due });
}

/** A month is signed once it is over. */
export function isOver(month: Month, now: Month): true | Refusal {
  return month < now ? true : refuse('ledger.notOver', { month, next: monthAfter(month) });
}
