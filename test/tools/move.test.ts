/** `npm run move` as an administrator types it: to a server, whole or not at all. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { record } from '../../src/store/record.ts';
import { everything } from '../support/everything.ts';
import { keepFigures } from '../support/figures.ts';
import { furnish } from '../support/folder.ts';
import { SERVER_URL, serverAnswers, serverDatabase } from '../support/postgres.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-move-'));
  furnish(folder);
  const database = await openDatabase({ kind: 'folder', path: folder }, { unchained: ['n'] });
  const at = new Date('2026-12-01T00:00:00.123Z');
  const member = { handle: 'h', seenAt: at };
  await database.read.member.create({ data: { ...member, id: 'Z', name: '条例 𠮷' } });
  await database.read.member.create({ data: { ...member, id: 'A', name: '', leaderId: 'Z' } });
  await database.read.post.create({ data: { memberId: 'A', post: 'manager', since: at } });
  for (let entry = 0; entry < 1_234; entry++)
    await database.transaction(tx => record(tx, { at, actor: 'clock', deed: 'd', noun: 'n', nounId: entry }));
  await database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function move(...words: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const loader = join(root, 'node_modules/tsx/dist/loader.mjs');
  return spawnSync(process.execPath, ['--import', loader, join(root, 'src/tools/move.ts'), ...words], {
    cwd: folder,
    env: { PATH, HOME, DATA_DIR: folder, DEPARTMENT_LOCALE: 'en' },
    encoding: 'utf8',
  });
}

it('explains itself, and says what cannot be', () => {
  expect([move().status, move('--help').status]).toEqual([2, 2]);
  expect(move('mysql://x').stderr).toContain('DATABASE_URL: must be a URL');
  const nowhere = move('postgresql://tiaoli:hush@127.0.0.1:1/x');
  expect(nowhere.stderr).toContain('Nothing was moved: PostgreSQL at 127.0.0.1:1 cannot be used: ');
  expect(nowhere.stderr).not.toContain('hush');
});

if (await serverAnswers()) {
  it('moves everything, compares it, leaves the old one, and refuses a second time', async () => {
    const { url, drop } = await serverDatabase();
    const moved = move(url);
    expect([moved.stderr, moved.status]).toEqual(['', 0]);
    expect(moved.stdout).toMatch(/^member +2 +[0-9a-f]{16}$/m);
    expect(moved.stdout).toContain('Set DATABASE_URL to the address given here and start the bot;');
    const rows = Number(/^(\d+) rows are moved/m.exec(moved.stdout)?.[1]);
    const source = await openDatabase({ kind: 'folder', path: folder });
    const target = await openDatabase({ kind: 'server', url });
    const there = await everything(target);
    expect(there).toEqual(await everything(source));
    expect(Object.values(there).flat().length).toBe(rows);
    const next = await target.read.post.create({ data: { memberId: 'Z', post: 'clerk', since: new Date(0) } });
    expect(next.id).toBe(2);
    await source.close();
    await target.close();
    const again = move(url);
    expect([again.status, again.stderr]).toEqual([
      1,
      'Nothing was moved: it is not empty: table article_version has 64 rows\n',
    ]);
    await drop();
    keepFigures(6, 'test/tools/move.test.ts', { 'rows moved': rows });
  });
} else {
  console.log(`No PostgreSQL answers at ${new URL(SERVER_URL).host}: that a move arrives there is not tried.`);
}
