/** Lets the nouns follow what happens to another (`happening.ts`). */
import type { Tx } from '../store/tx.ts';
import type { Happenings } from './happening.ts';
import type { Office } from './office.ts';

/** Lets every noun that follows it do so, in the transaction in which it happens. */
export async function happen<H extends keyof Happenings>(
  office: Office,
  tx: Tx,
  happening: H,
  what: Happenings[H],
): Promise<void> {
  for (const follows of office.declared.follows) await follows[happening]?.(office, tx, what);
}
