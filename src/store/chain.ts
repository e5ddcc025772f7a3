/**
 * The hash chain over decisions and money: each such entry of the record gets a link with the next number and a hash over
 * what the entry says and the hash before it. Whoever alters, removes or adds one later has to make all that follow anew,
 * and the head that was posted in Slack tells.
 */
import { createHash } from 'node:crypto';
import type { Record as RecordRow } from './generated/client.ts';
import type { Tx } from './tx.ts';

export interface Head {
  /** How many entries the chain holds. */
  number: number;
  hash: string;
  /** Entries of the record up to this one are older than the chain. */
  after: number;
}

/** The transactions under way: what each records is linked as the last thing it does, except entries about these nouns. */
const gathered = new WeakMap<Tx, { rows: RecordRow[]; unchained: readonly string[] }>();

/**
 * Does a transaction's work and then links the entries it recorded. The head is locked last, and nothing is waited for
 * while it is held: whatever order the work takes its own locks in, no two transactions wait for each other over it.
 */
export async function thenLink<T>(tx: Tx, work: (tx: Tx) => Promise<T>, unchained: readonly string[] = []): Promise<T> {
  const rows: RecordRow[] = [];
  gathered.set(tx, { rows, unchained });
  const result = await work(tx);
  if (rows.length > 0) await link(tx, rows);
  return result;
}

/**
 * Where to put an entry to be linked at the end of its transaction; null for one about a noun that is not chained. Throws
 * outside of a transaction: the head cannot be held there.
 */
export function toBeLinked(tx: Tx, { deed, noun }: { deed: string; noun: string }): RecordRow[] | null {
  const open = gathered.get(tx);
  if (open === undefined) throw new Error(`${deed} is chained, so it is recorded within a transaction`);
  return open.unchained.includes(noun) ? null : open.rows;
}

/** Where the chain begins when entries up to that one are older than it. */
export function beginning(after: number): Head {
  return { number: 0, hash: sha256(JSON.stringify(['tiaoli chain', after])), after };
}

/** The hash of an entry as the database gives it back: neither a dump nor the order of an object's keys changes it. */
export function hashOf(number: number, before: string, row: RecordRow): string {
  const { seq, at, actor, deed, noun, nounId } = row;
  const said = [number, before, seq, at.toISOString(), actor, deed, noun, nounId, row.before, row.after];
  return sha256(JSON.stringify(sorted(said)));
}

/** How far the chain goes now. */
export async function headOf(tx: Tx): Promise<Head> {
  const select = { number: true, hash: true, after: true };
  return (await tx.chainHead.findUnique({ where: { id: 1 }, select })) ?? beginning(0);
}

async function link(tx: Tx, rows: readonly RecordRow[]): Promise<void> {
  let { number, hash } = await lockedHead(tx);
  const links = rows.map(row => {
    number += 1;
    hash = hashOf(number, hash, row);
    return { number, seq: row.seq, hash };
  });
  await tx.chainLink.createMany({ data: links });
  await tx.chainHead.update({ where: { id: 1 }, data: { number, hash } });
}

/** Locks the head in a statement of its own: within a larger one the lock would be waited for, and an older head read. */
async function lockedHead(tx: Tx): Promise<Head> {
  const lock = () => tx.$queryRaw<Head[]>`SELECT number, hash, after FROM chain_head WHERE id = 1 FOR UPDATE`;
  const [head] = await lock();
  if (head !== undefined) return head;
  // Of several first ones one writes the row, and the others wait here until it commits.
  await tx.chainHead.createMany({ data: { id: 1, ...beginning(0) }, skipDuplicates: true });
  const [first] = await lock();
  if (first === undefined) throw new Error('the head of the chain is gone');
  return first;
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
