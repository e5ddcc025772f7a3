/** What must be said: written with the change it tells about, sent after the commit (`sender.ts`). */

import { enqueue, type Message, refresh } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { NoticeName, Office, Recipient } from './ports.ts';

/** Writes a message in the transaction of the change it tells about. */
export function say(
  office: Office,
  tx: Tx,
  message: Message & { notice: NoticeName; recipient: Recipient },
): Promise<boolean> {
  return enqueue(tx, message, office.wallClock.now());
}

/** Asks for a card to be drawn anew, in the transaction of the change it shows. */
export function redraw(office: Office, tx: Tx, card: string): Promise<void> {
  return refresh(tx, card, office.wallClock.now());
}
