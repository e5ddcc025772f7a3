/** Real processes contend for a folder, because a lock is a promise between processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../src/store/lock.ts';
import { keepFigures } from '../support/figures.ts';

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-lock-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const lockModule = join(import.meta.dirname, '../../src/store/lock.ts');

/** A process that takes the folder, says how that went in one line, and stays. */
async function contender(): Promise<{ child: ChildProcess; said: string }> {
  const program = `
    import { lockFolder } from ${JSON.stringify(lockModule)};
    try { lockFolder(process.argv[1]); console.log('mine'); } catch (fault) { console.log(fault.message); }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, said: said.toString().trim() };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const refusal = (pid: number | undefined) =>
  `The data folder ${folder} is in use by process ${pid}. Stop it first, or set DATA_DIR to another folder.`;

it('refuses a second process and names the first', async () => {
  const first = await contender();
  expect(first.said).toBe('mine');
  expect((await contender()).said).toBe(refusal(first.child.pid));
  expect(() => lockFolder(folder)).toThrow(refusal(first.child.pid));
});

it('is taken over from a process that was killed, and leaves nothing behind when given back', async () => {
  const first = await contender();
  await killed(first.child);
  expect(existsSync(join(folder, 'lock'))).toBe(true);
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(refusal(process.pid));
  unlock();
  expect(readdirSync(folder)).toEqual([]);
});

it('is had by exactly one of several newcomers after a death', async () => {
  const first = await contender();
  await killed(first.child);
  const newcomers = await Promise.all(Array.from({ length: 6 }, contender));
  const winner = newcomers.find(({ said }) => said === 'mine');
  expect(newcomers.map(({ said }) => said).sort()).toEqual(
    [...Array(5).fill(refusal(winner?.child.pid)), 'mine'].sort(),
  );
  keepFigures(6, 'test/store/lock.test.ts', {
    'newcomers to a dead process’s folder': newcomers.length,
    'of them let in': newcomers.filter(({ said }) => said === 'mine').length,
  });
});
