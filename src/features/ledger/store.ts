/** Signed months and their lines. */

import type { LedgerMonth } from '../../store/generated/client.ts';
import type { Tx } from '../../store/tx.ts';
import type { Entry } from './entries.ts';
import { type Item, KINDS, type Month } from './rules.ts';
import { MONTH_STATES, type MonthState } from './states.ts';

export type MonthRow = Omit<LedgerMonth, 'state'> & { state: MonthState };

/** The lines of signed months, and what each carried on, by month and member. */
export interface Entered {
  items: Item[];
  carried: ReadonlyMap<Month, ReadonlyMap<string, number>>;
}

export async function monthRow(tx: Tx, month: Month): Promise<MonthRow | null> {
  const row = await tx.ledgerMonth.findUnique({ where: { month } });
  return row === null ? null : typed(row);
}

/** The last month that was signed; null before the first. */
export async function lastSigned(tx: Tx): Promise<Month | null> {
  return (await tx.ledgerMonth.findFirst({ orderBy: { month: 'desc' } }))?.month ?? null;
}

/** Everything entered, of one member or of all. */
export async function enteredIn(tx: Tx, memberId: string | null): Promise<Entered> {
  const where = memberId === null ? {} : { memberId };
  const rows = await tx.ledgerEntry.findMany({ where, orderBy: { id: 'asc' } });
  const items: Item[] = [];
  const carried = new Map<Month, Map<string, number>>();
  for (const { id, kind: stored, noun, ...row } of rows) {
    const kind = KINDS.find(each => each === stored);
    if (kind !== undefined) items.push({ ...row, kind, noun: noun === 'praise' ? 'praise' : 'case' });
    else if (stored === 'carried')
      carried.set(row.month, (carried.get(row.month) ?? new Map<string, number>()).set(row.memberId, row.amount));
    else throw new Error(`ledger entry ${id} is of the unknown kind ${stored}`);
  }
  return { items, carried };
}

export type Signature = Partial<Pick<MonthRow, 'checkedBy' | 'checkedAt' | 'signedBy' | 'signedAt'>>;

/** Keeps a month with its lines; null when somebody else kept it first. */
export async function keepMonth(
  tx: Tx,
  month: Month,
  first: Signature & { state: MonthState },
  entries: readonly Entry[],
): Promise<MonthRow | null> {
  const [row] = await tx.ledgerMonth.createManyAndReturn({ data: [{ month, ...first }], skipDuplicates: true });
  if (row === undefined) return null;
  await tx.ledgerEntry.createMany({ data: entries.map(entry => ({ month, ...entry })) });
  return typed(row);
}

/** One guarded step of a month; null when it was not in that state any more. */
export async function moveMonth(
  tx: Tx,
  { month, state }: Pick<MonthRow, 'month' | 'state'>,
  to: Signature & Partial<Pick<MonthRow, 'exportedBy' | 'exportedAt'>> & { state: MonthState },
): Promise<MonthRow | null> {
  const [row] = await tx.ledgerMonth.updateManyAndReturn({ where: { month, state }, data: to });
  return row === undefined ? null : typed(row);
}

function typed(row: LedgerMonth): MonthRow {
  const state = MONTH_STATES.find(each => each === row.state);
  if (state === undefined) throw new Error(`the ledger of ${row.month} is in the unknown state ${row.state}`);
  return { ...row, state };
}
