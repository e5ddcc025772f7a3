/** One process per data folder: PGlite itself lets two processes open, and ruin, the same files. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Holder {
  pid: number;
  started: string;
}

/**
 * Takes the folder for this process and returns what gives it back.
 * Throws a sentence naming the other process while that one lives; a holder that died is replaced.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const mine = join(folder, `lock.${process.pid}`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '' } satisfies Holder));
  try {
    for (let round = 0; round < 5; round++) {
      try {
        linkSync(mine, lock); // link() is atomic and fails when the name is taken
        return () => rmSync(lock, { force: true });
      } catch (fault) {
        if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
      }
      const holder = read(lock);
      if (holder !== undefined && startOf(holder.pid) === holder.started) {
        throw new Error(
          `The data folder ${folder} is in use by process ${holder.pid}. Stop it first, or set DATA_DIR to another folder.`,
        );
      }
      // Rename before removing: of several newcomers only one moves the dead holder's file away.
      try {
        renameSync(lock, `${mine}.stale`);
      } catch {
        // another newcomer was faster; the next round meets its lock
      }
    }
    throw new Error(`The data folder ${folder} is being opened by several processes at once. Try again.`);
  } finally {
    rmSync(mine, { force: true });
    rmSync(`${mine}.stale`, { force: true });
  }
}

function read(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** When a process began, so that a reused pid is not taken for the old holder; undefined when there is none. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EPERM')) return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return 'alive'; // no /proc on this system: the pid alone must do
  }
}
