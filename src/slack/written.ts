/**
 * What is written to the bot is done once, however often its message is edited: Slack tells of every edit anew. A message
 * that was refused or not understood, or that named the bot only by its edit, is read as it stands after it, so that a
 * typo is put right where it stands.
 */
import { createHash } from 'node:crypto';
import type { Call, Said } from './command.ts';
import { keyOf, type Origin } from './desk.ts';
import type { Door } from './door.ts';
import { runWritten } from './run.ts';

export interface Written {
  from: Origin;
  channel: string;
  user: string;
  /** Slack's names for when it was written, which is the message's name too, and when it was last edited. */
  ts: string;
  edited?: { ts: string } | undefined;
  /** The line as it stands now. */
  text: string;
}

/**
 * How long after it was written an edited message is still read, in seconds. Whoever corrects a typo does it within
 * minutes; what became of older ones is forgotten with the receipts, and they must never be done again.
 */
const READ_AGAIN_SECONDS = 3_600;

/**
 * Runs the line unless its message was taken before. Whoever edited one that was taken into another line is told, once
 * for each message, that this does nothing.
 */
export async function runOnce(door: Door, written: Written, call: Call): Promise<Said | undefined> {
  const { reception, office } = door;
  const { from, channel, user, ts, edited, text } = written;
  const key = keyOf({ key: `message:${channel}:${ts}`, from, userId: user });
  const line = createHash('sha256').update(text).digest('hex');
  const claim = await reception.claim(key);
  if (claim.taken === 'before') {
    // Not edited, and its edit was read before it: they may come in any order.
    if (edited === undefined) return undefined;
    return claim.done && lineOf(claim.answer) === line ? undefined : tellOnce(door, key, call);
  }
  // Its work is done and must not be reported as failed because this could not be filed.
  const file = (end: Promise<void>) =>
    end.catch((fault: unknown) => office.log.warn('door.unfiled', { what: 'message', error: String(fault) }));
  if (edited !== undefined && !(Number(edited.ts) - Number(ts) <= READ_AGAIN_SECONDS)) {
    await file(reception.settle(key, { line }));
    return tellOnce(door, key, call);
  }
  try {
    const { said, taken } = await runWritten(door, text, call);
    await file(taken ? reception.settle(key, { line }) : reception.release(key));
    return said;
  } catch (fault) {
    await file(reception.release(key));
    throw fault;
  }
}

async function tellOnce({ reception }: Door, key: string, { reader }: Call): Promise<Said | undefined> {
  const told = `${key}:edited`;
  if ((await reception.claim(told)).taken === 'before') return undefined;
  await reception.settle(told, null);
  return { text: reader.t.common.editedLate };
}

/** Of the wording that was taken: a digest, as people's words have no business there. */
function lineOf(answer: unknown): unknown {
  return (answer as { line?: unknown } | null)?.line;
}
