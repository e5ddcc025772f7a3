/** `npm run export` and `npm run erase` as an administrator types them. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLeave } from '../../src/features/leave/store.ts';
import { endPost, givePost, memberOf, saveIdentity } from '../../src/member/store.ts';
import { checkChain } from '../../src/store/chainCheck.ts';
import { type Console, openConsole } from '../support/console.ts';
import { unchained } from '../support/speech.ts';

const at = new Date('2026-12-01T02:00:00Z');
const member = {
  id: 'U0LEAVER1',
  name: '李雷',
  handle: 'li.lei',
  locale: 'zh-CN',
  zone: 'Asia/Shanghai',
  ...{ deactivated: false, guest: false, bot: false, external: false },
} as const;
let admin: Console;
beforeAll(async () => {
  admin = await openConsole('personal');
  await admin.inDatabase(async ({ transaction }) => {
    await transaction(async tx => {
      await saveIdentity(tx, member, at);
      await givePost(tx, member.id, 'presales', 'seed', at);
      const span = { from: '2026-12-07', fromHalf: 'am', to: '2026-12-07', toHalf: 'pm' } as const;
      const asked = { kind: 'personal', span, reason: '家里有事', emergency: false } as const;
      await createLeave(tx, { ...asked, memberId: member.id, halfDays: 2, provisional: false }, at);
    });
  });
});
afterAll(() => admin?.close());

function type(tool: 'export' | 'erase', line: string): (string | number | null)[] {
  const { status, stdout, stderr } = admin.type(tool, line);
  return [status, stdout, stderr];
}

it('exports to standard output, and to a new file that only its owner reads', () => {
  const [status, out, err] = type('export', member.id);
  expect([status, err]).toEqual([0, '']);
  const data = JSON.parse(String(out));
  expect(data.member).toMatchObject({ id: member.id, name: '李雷', handle: 'li.lei' });
  expect(data.leaves).toMatchObject([{ kind: 'personal', from: '2026-12-07', reason: '家里有事' }]);
  const file = join(admin.folder, 'li.json');
  const told = `Everything about ${member.id} stands in ${file}. Hand it over and delete it.\n`;
  expect(type('export', `${member.id} --to ${file}`)).toEqual([0, told, '']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { record, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  expect(rest).toEqual({ ...data, record: undefined });
  expect(record.map((row: { deed: string }) => row.deed)).toEqual(['member.exported']);
  expect(type('export', `${member.id} --to ${file}`)).toEqual([1, '', expect.stringContaining('could not be written')]);
  expect(type('export', 'U0NOBODY')).toEqual([1, '', 'Nobody with the id U0NOBODY was ever seen.\n']);
});

it('erases only who has left, says first what it would do, and is on the record', async () => {
  const active = `${member.id} is still in the team: deactivate the account in Slack first.\n`;
  expect(type('erase', `${member.id} --yes`)).toEqual([1, '', active]);
  await admin.inDatabase(({ read }) => saveIdentity(read, { ...member, deactivated: true }, at));
  const post = `${member.id} still holds a post (presales): take it back with /post first.\n`;
  expect(type('erase', `${member.id} --yes`)).toEqual([1, '', post]);
  await admin.inDatabase(({ transaction }) => transaction(tx => endPost(tx, member.id, 'presales', at)));
  const what = [
    '  - name and handle',
    '  - 1 reason for leave',
    '  - 0 reasons of decisions',
    '  - 0 customers handed to the next shift',
    '  - 0 reports',
    '  - 0 cases with their facts, reasons and appeals',
    '  - 0 answers to cases',
    '  - 0 pieces of evidence',
    '  - 0 praises with their reasons',
    '  - 0 reasons why something was excused',
    '  - 0 reasons why articles were switched off\n',
  ].join('\n');
  const nothingYet =
    'Nothing is erased yet, and nothing brings it back. Export it first if they want it, then repeat with --yes.\n';
  expect(type('erase', member.id)).toEqual([0, `Would be erased of ${member.id}:\n${what}${nothingYet}`, '']);
  expect((await admin.inDatabase(({ read }) => memberOf(read, member.id)))?.name).toBe('李雷');
  const kept = 'Kept: who, what and when, how it was decided, and the amounts. The erasure is on the record.\n';
  expect(type('erase', `${member.id} --yes`)).toEqual([0, `Erased of ${member.id}:\n${what}${kept}`, '']);
  await admin.inDatabase(async ({ read }) => {
    expect(await memberOf(read, member.id)).toMatchObject({ name: member.id, handle: member.id });
    expect(await read.leave.findMany()).toMatchObject([{ from: '2026-12-07', halfDays: 2, reason: '\u001aerased' }]);
    const entries = await read.record.findMany({ orderBy: { seq: 'asc' } });
    expect(entries.map(({ actor, deed, nounId }) => `${actor} ${deed} ${nounId}`)).toEqual([
      `console member.exported ${member.id}`,
      `console member.exported ${member.id}`,
      `console member.exported ${member.id}`,
      `console member.erased ${member.id}`,
    ]);
    expect(await checkChain(read, { unchained })).toMatchObject({ head: { number: 4 }, found: null });
  });
});

it.each([
  ['export', ''],
  ['export', '--to x'],
  ['export', 'U1 --to'],
  ['erase', ''],
  ['erase', 'U1 --no'],
  ['erase', 'U1 U2'],
] as const)('%s explains itself for “%s”', (tool, line) => {
  const [status, out, err] = type(tool, line);
  expect([status, out, String(err).split('\n').length]).toEqual([2, '', 3]);
});
