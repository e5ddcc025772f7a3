/** A replica as a process: started, killed, frozen and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Replica {
  pid: number;
  /** Resolves with true when it is ready, with false when it ended before. */
  ready: Promise<boolean>;
  /** Resolves with its exit code; null: it was killed. */
  ended: Promise<number | null>;
  /** What it wrote on standard error. */
  lines: string[];
  signal(name: NodeJS.Signals): void;
}

const loader = join(import.meta.dirname, '../../node_modules/tsx/dist/loader.mjs');

/** Starts `replica.ts` with this environment and nothing else of this process's but what a shell has. */
export function startReplica(environment: Record<string, string>): Replica {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--import', loader, join(import.meta.dirname, 'replica.ts')], {
    cwd: environment.DATA_DIR,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  child.stderr?.on('data', data => lines.push(...String(data).trimEnd().split('\n')));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const ready = new Promise<boolean>(resolve => {
    child.stdout?.once('data', () => resolve(true));
    void ended.then(() => resolve(false));
  });
  return { pid: child.pid ?? 0, ready, ended, lines, signal: name => void child.kill(name) };
}
