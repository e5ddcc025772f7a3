/** The head of the record's chain, posted where leaders keep it: out of reach of whoever may change the database. */
import type { CivilDate } from '../../kernel/civil.ts';
import type { Composers, Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { headOf } from '../../store/chain.ts';
import type { Tx } from '../../store/tx.ts';
import type { RecordMessages } from './messages.ts';

/** Posts how far the chain goes now; once for each day. What it says is settled now, not when it is sent. */
export async function postHead(office: Office, tx: Tx, date: CivilDate): Promise<void> {
  const { number, hash } = await headOf(tx);
  const key = `record.head:${date}`;
  await say(office, tx, { key, recipient: '#leaders', message: 'record.head', ref: { date, number, hash } });
}

export const recordComposers: Composers<keyof RecordMessages> = {
  'record.head': async (_tx, ref) => ref,
};
