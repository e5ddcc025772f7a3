/** What an administrator does about messages that were not sent; each deed is on the record. */
import type { Database } from '../../store/database.ts';
import { abandon, revive } from '../../store/outbox.ts';
import { record } from '../../store/record.ts';

interface Place {
  database: Database;
  wallClock: { now(): Date };
}

/** Who did it at a terminal; whoever may run the command there is known to the machine, not to us. */
const actor = 'console';

/** Has what was given up sent again; answers how many. */
export async function sendAgain({ database, wallClock }: Place, which: number | 'all'): Promise<number> {
  const at = wallClock.now();
  return database.transaction(async tx => {
    const ids = await revive(tx, which, at);
    for (const nounId of ids) await record(tx, { at, actor, deed: 'message.retried', noun: 'message', nounId });
    return ids.length;
  });
}

/** Takes a message back; false when there is nothing to take back. */
export async function letGo({ database, wallClock }: Place, id: number): Promise<boolean> {
  const at = wallClock.now();
  return database.transaction(async tx => {
    if (!(await abandon(tx, id))) return false;
    await record(tx, { at, actor, deed: 'message.dropped', noun: 'message', nounId: id });
    return true;
  });
}
