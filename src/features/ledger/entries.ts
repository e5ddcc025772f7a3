/** The lines of a month as they are kept. */
import type { PersonMonth } from './rules.ts';

/** A line as it is kept: of a case or praise, or what a person carries over. */
export interface Entry {
  memberId: string;
  kind: string;
  noun: string;
  sourceId: number;
  amount: number;
}

/** What is kept of a month; what was carried stands in a line also where nothing of it is left. */
export function entriesOf(people: readonly PersonMonth[]): Entry[] {
  return people.flatMap(({ memberId, items, carriedIn, carriedOut }) => [
    ...items.map(({ kind, noun, sourceId, amount }) => ({ memberId, kind, noun, sourceId, amount })),
    ...(carriedIn + carriedOut > 0
      ? [{ memberId, kind: 'carried', noun: 'ledger', sourceId: 0, amount: carriedOut }]
      : []),
  ]);
}

/** 'UPRESALES1 deduction case 3 20000', as the record keeps it. */
export function entryText({ memberId, kind, noun, sourceId, amount }: Entry): string {
  return [memberId, kind, noun, sourceId, amount].join(' ');
}
