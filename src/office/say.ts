/** What must be said: written with the change it tells about, sent after the commit (`sender.ts`). */

import { enqueue, refresh } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { MessageName, Messages } from './message.ts';
import type { Office, Recipient } from './office.ts';

export interface Wanted<N extends MessageName> {
  /** Says it once: a second one of the same key is not written. */
  key: string;
  recipient: Recipient;
  message: N;
  /** What is kept until it is sent; what it shows is read then. */
  ref: Messages[N]['ref'];
  /** Name under which the message can be updated later. */
  card?: string;
}

/** Writes a message in the transaction of the change it tells about. */
export function say<N extends MessageName>(office: Office, tx: Tx, wanted: Wanted<N>): Promise<boolean> {
  const { message: notice, ...row } = wanted;
  return enqueue(tx, { ...row, notice }, office.wallClock.now());
}

/** Asks for a card to be drawn anew, in the transaction of the change it shows. */
export function redraw(office: Office, tx: Tx, card: string): Promise<void> {
  return refresh(tx, card, office.wallClock.now());
}
