/** What may lie in a folder when somebody comes to take it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderTaken, lockFolder as lock } from '../folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFolder = (place: string) => lock(place, 'take another');

it('makes the folder, is had once, and says who has it and what can be done', () => {
  const place = join(folder, 'new', 'place');
  const unlock = lockFolder(place);
  const taken = new FolderTaken(place, process.pid, 'take another');
  expect(taken.message).toBe(
    `The data folder ${place} is in use by process ${process.pid}. Stop it first, or take another.`,
  );
  expect(() => lockFolder(place)).toThrow(taken);
  unlock();
  expect(existsSync(join(place, 'lock'))).toBe(false);
});

it('does not take another process with the same pid for the holder', () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, started: 'another life' }));
  lockFolder(folder)();
});

it('is taken over when a newcomer died while taking it over', () => {
  const dead = { pid: 2 ** 22 + 1, started: 'long ago' };
  writeFileSync(join(folder, 'lock'), JSON.stringify(dead));
  writeFileSync(join(folder, `lock.after-${dead.pid}-long-ago`), JSON.stringify({ pid: 2 ** 22 + 2, started: 'then' }));
  const unlock = lockFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  unlock();
});

it('is taken over when a loss of power left it empty', () => {
  writeFileSync(join(folder, 'lock'), '');
  lockFolder(folder)();
});

it('does not give back what another process has taken since', () => {
  const unlock = lockFolder(folder);
  const other = JSON.stringify({ pid: 1, started: 'other' });
  writeFileSync(join(folder, 'lock'), other);
  unlock();
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(other);
});
