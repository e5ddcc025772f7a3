/** One process per folder: a lock that survives no process, so that nobody has to clear up after one that died. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Holder {
  pid: number;
  started: string;
}

/** Somebody else lives in the folder. */
export class FolderTaken extends Error {
  readonly folder: string;
  readonly pid: number;
  constructor(folder: string, pid: number, advice: string) {
    super(`The data folder ${folder} is in use by process ${pid}. Stop it first, or ${advice}.`);
    this.folder = folder;
    this.pid = pid;
  }
}

const nobody: Holder = { pid: 0, started: 'never' };

/**
 * Takes the folder for this process and returns what gives it back.
 * Throws `FolderTaken`, a sentence naming the other process, while that one lives; a holder that died is replaced.
 * `advice` ends the sentence: what a person can do instead of stopping the other, such as "name another with --data".
 */
export function lockFolder(folder: string, advice: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, 'lock');
  const mine = join(folder, `lock.${process.pid}.${randomUUID()}`);
  const holder: Holder = { pid: process.pid, started: startOf(process.pid) ?? '' };
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o600 });
  try {
    const other = take(lock, mine);
    if (other !== null) throw new FolderTaken(folder, other.pid, advice);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (isSame(read(lock), holder)) rmSync(lock, { force: true });
  };
}

/**
 * Null when the name is ours now; otherwise who lives under it. A dead holder's file is only removed by who holds the
 * name made of that holder's own: of several newcomers one removes it, and none removes what another put there since.
 */
function take(name: string, mine: string): Holder | null {
  for (let round = 0; round < 20; round++) {
    if (linked(mine, name)) return null;
    const holder = read(name);
    if (holder === undefined) continue; // given back this very moment
    if (startOf(holder.pid) === holder.started) return holder;
    const turn = `${name}.after-${holder.pid}-${holder.started.replaceAll(/\W+/g, '-')}`;
    const faster = take(turn, mine);
    if (faster !== null) return faster;
    if (isSame(read(name), holder)) rmSync(name, { force: true });
    rmSync(turn, { force: true });
  }
  throw new Error(`The lock ${name} is being taken by several processes at once. Try again.`);
}

/** link() is atomic, brings the content with it and fails when the name is taken. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  }
}

/** Undefined when there is no such file; a file cut short by a loss of power is nobody's. */
function read(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch (fault) {
    return fault instanceof SyntaxError ? nobody : undefined;
  }
}

function isSame(one: Holder | undefined, other: Holder): boolean {
  return one?.pid === other.pid && one.started === other.started;
}

/** When a process began, so that a reused pid is not taken for the old holder; undefined when there is none. */
function startOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined; // 0 and below would ask about whole groups
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
    return startToldByPs(pid);
  }
}

/** Where there is no /proc, as on macOS. */
function startToldByPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || 'alive';
  } catch {
    return 'alive'; // neither /proc nor ps, as on Windows: the pid alone must do
  }
}
