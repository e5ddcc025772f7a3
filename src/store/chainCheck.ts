/** Walks the chain and finds the first entry that is not as it was when it was linked. */
import { beginning, type Head, hashOf } from './chain.ts';
import type { Tx } from './tx.ts';

/** The first thing that is wrong. `seq` is the entry of the record, where it is known. */
export type Break =
  /** The entry or its hash is not what it was. */
  | { what: 'altered'; number: number; seq: number }
  /** The entry of the record is gone, its link is there. */
  | { what: 'removed'; number: number; seq: number }
  /** The link is gone, later ones are there. */
  | { what: 'missing'; number: number }
  /** The end is gone: entries from this number to `last`. */
  | { what: 'cut'; number: number; last: number }
  /** The row that keeps the head is not what it was; the entries are, through this number. */
  | { what: 'head'; number: number }
  /** An entry that the chain should hold was added beside it. */
  | { what: 'added'; seq: number };

export type Check = { head: Head; found: Break | null };

export interface Checking {
  /** Entries read at a time. */
  page?: number;
  /** What entries are about that the chain does not hold. */
  unchained?: readonly string[];
}

/** Checks every entry, so many at a time; changes nothing, and may be asked while others write. */
export async function checkChain(tx: Tx, { page = 1_000, unchained = [] }: Checking = {}): Promise<Check> {
  const end = await endOf(tx);
  const head = end.head ?? beginning(0);
  // Taken away, it left its links behind.
  if (end.head === null && end.last > 0) return { head, found: { what: 'head', number: end.last } };
  const { walked, found } = await walk(tx, head.after, end.last, page);
  if (found !== null) return { head, found };
  if (head.number > end.last) return { head, found: { what: 'cut', number: end.last + 1, last: head.number } };
  if (head.number < end.last || head.hash !== walked) return { head, found: { what: 'head', number: end.last } };
  const [added] = await tx.$queryRaw<{ seq: number }[]>`
    SELECT r.seq FROM record r WHERE NOT (r.noun = ANY(${[...unchained]})) AND r.seq > ${head.after}
      AND NOT EXISTS (SELECT 1 FROM chain_link l WHERE l.seq = r.seq)
    ORDER BY r.seq LIMIT 1`;
  return { head, found: added === undefined ? null : { what: 'added', seq: added.seq } };
}

/** The number of the entry whose hash is or begins with that; null when there is none. Entry 0 is the beginning. */
export async function numberOfHash(tx: Tx, hash: string): Promise<number | null> {
  const link = await tx.chainLink.findFirst({ where: { hash: { startsWith: hash } }, select: { number: true } });
  if (link !== null) return link.number;
  const { head } = await endOf(tx);
  return beginning(head?.after ?? 0).hash.startsWith(hash) ? 0 : null;
}

/** Head and last link by one statement: links that others add meanwhile are beyond both. */
async function endOf(tx: Tx): Promise<{ head: Head | null; last: number }> {
  const [row] = await tx.$queryRaw<{ number: number | null; hash: string; after: number; last: number | null }[]>`
    SELECT h.number, h.hash, h.after, (SELECT max(number) FROM chain_link) AS last
    FROM (SELECT 1) one LEFT JOIN chain_head h ON h.id = 1`;
  const last = row?.last ?? 0;
  if (row === undefined || row.number === null) return { head: null, last };
  return { head: { number: row.number, hash: row.hash, after: row.after }, last };
}

/** From the beginning to the link of that number: the hash arrived at, or the first that is wrong. */
async function walk(
  tx: Tx,
  after: number,
  last: number,
  page: number,
): Promise<{ walked: string; found: Break | null }> {
  let { number, hash } = beginning(after);
  while (number < last) {
    const where = { number: { gt: number, lte: last } };
    const links = await tx.chainLink.findMany({ where, orderBy: { number: 'asc' }, take: page });
    const rows = await tx.record.findMany({ where: { seq: { in: links.map(({ seq }) => seq) } } });
    const bySeq = new Map(rows.map(row => [row.seq, row]));
    for (const link of links) {
      number += 1;
      if (link.number !== number) return { walked: hash, found: { what: 'missing', number } };
      const { seq } = link;
      const row = bySeq.get(seq);
      if (row === undefined) return { walked: hash, found: { what: 'removed', number, seq } };
      hash = hashOf(number, hash, row);
      if (hash !== link.hash) return { walked: hash, found: { what: 'altered', number, seq } };
    }
  }
  return { walked: hash, found: null };
}
