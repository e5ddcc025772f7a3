/** What must be said: written with the change it tells about, sent after the commit (`sender.ts`). */

import { quietUntil } from '../member/preference.ts';
import { preferenceOf } from '../member/store.ts';
import { heldUntil, hold, nextHeld, takeHeld } from '../store/held.ts';
import { enqueue, type Message, refresh } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { MessageName, Messages } from './message.ts';
import type { Courtesy, Office, Recipient } from './office.ts';

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

/**
 * Writes a message in the transaction of the change it tells about. What is declared as a courtesy obeys what its reader
 * lets reach them: it is left out, or kept until their quiet hours are over. True when it was written now.
 */
export function say<N extends MessageName>(office: Office, tx: Tx, wanted: Wanted<N>): Promise<boolean> {
  const { message: notice, ...row } = wanted;
  return write(office, tx, { ...row, notice });
}

/** Asks for a card to be drawn anew, in the transaction of the change it shows. */
export function redraw(office: Office, tx: Tx, card: string): Promise<void> {
  return refresh(tx, card, office.wallClock.now());
}

/** When the next quiet hours are over after which something is to be said; null when nothing waits for that. */
export const nextQuietEnd = nextHeld;

/** Says what waited until then, as far as its reader still wants it. */
export async function sayHeld(office: Office, now: Date): Promise<void> {
  const due = await heldUntil(office.database.read, now);
  for (const { key, recipient, card, notice, ref } of due) {
    const message = { key, recipient, notice, ref: ref as Message['ref'], ...(card === null ? {} : { card }) };
    await office.database.transaction(async tx => {
      if (await takeHeld(tx, key)) await write(office, tx, message);
    });
  }
  if (due.length > 0) office.wake();
}

async function write(office: Office, tx: Tx, message: Message): Promise<boolean> {
  const courtesy = office.declared.messages.get(message.notice)?.courtesy;
  if (courtesy !== undefined && !(await reachesNow(office, tx, message, courtesy))) return false;
  return enqueue(tx, message, office.wallClock.now());
}

async function reachesNow(
  office: Office,
  tx: Tx,
  message: Message,
  { reminder, inQuietHours }: Courtesy,
): Promise<boolean> {
  const preference = await preferenceOf(tx, message.recipient);
  if (reminder && !preference.reminders) return false;
  const until = quietUntil(preference, office.clock.now(), office.settings.zone);
  if (until === null) return true;
  if (inQuietHours === 'told after') await hold(tx, message, until);
  return false;
}
