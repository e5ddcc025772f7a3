/** `npm run appoint` as an administrator types it, once the president or the manager has left. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appoint } from '../../src/features/post/appoint.ts';
import type { Post } from '../../src/member/post.ts';
import { allMembers, type Identity, saveIdentity } from '../../src/member/store.ts';
import { checkRows } from '../../src/store/rowCheck.ts';
import { type Console, openConsole } from '../support/console.ts';
import { openOffice } from '../support/office.ts';
import { recorded } from '../support/speech.ts';

const at = new Date('2026-12-01T02:00:00Z');
const person = (id: string, name: string, more: Partial<Identity> = {}): Identity => ({
  ...{ id, name, handle: id.toLowerCase(), locale: 'en', zone: 'Asia/Shanghai' },
  ...{ deactivated: false, guest: false, bot: false, external: false },
  ...more,
});
const PEOPLE = [
  person('U0OLD', 'Old President'),
  person('U0MANAGER', 'Manager'),
  person('U0SELLER', 'Seller'),
  person('U0NEW', '新总裁 · New'),
  person('U0NEXT', 'Next'),
  person('U0BOT', 'Bot', { bot: true }),
  person('U0GUEST', 'Guest', { guest: true }),
  person('U0GONE', 'Gone', { deactivated: true }),
  person('U0ELSE', 'Else', { external: true }),
];
const HELD: [memberId: string, post: Post][] = [
  ['U0OLD', 'president'],
  ['U0MANAGER', 'manager'],
  ['U0SELLER', 'operations'],
];

let admin: Console;
beforeAll(async () => {
  admin = await openConsole('appoint');
  const { office, close } = await openOffice();
  await admin.inDatabase(async database => {
    await database.transaction(async tx => {
      for (const one of PEOPLE) await saveIdentity(tx, one, office.wallClock.now());
    });
    const firsts = HELD.map(([memberId, post]) => ({ memberId, post }));
    await appoint({ ...office, database, clock: { now: () => at } }, firsts, 'seed');
    await saveIdentity(database.read, person('U0OLD', 'Old President', { deactivated: true }), office.wallClock.now());
  });
  await close();
});
afterAll(() => admin?.close());

function type(line: string, settings?: Record<string, string>): (string | number | null)[] {
  const { status, stdout, stderr } = admin.type('appoint', line, settings);
  return [status, stdout, stderr];
}

it.each([
  ['president @U0BOT', 'U0BOT is a bot; the department is run by people, so please name a colleague.'],
  ['president U0GUEST', 'U0GUEST is a guest or from another team; this bot serves the members of the department only.'],
  ['manager @U0GONE', 'The account of U0GONE is deactivated; please name another colleague.'],
  ['manager @U0ELSE', 'U0ELSE is a guest or from another team; this bot serves the members of the department only.'],
  [
    'president @U0NOBODY',
    'Nobody with the id U0NOBODY is known. An id is found in Slack under profile → ⋮ → Copy member ID.',
  ],
  [
    'manager @U0NEXT',
    'The post of department manager is held by Manager U0MANAGER, who is still there, so nothing was changed. Repeat with --yes to change it.',
  ],
  ['manager @U0MANAGER', 'U0MANAGER is department manager already.'],
])('refuses “%s” in words, with nothing changed', async (line, says) => {
  expect(type(line)).toEqual([1, '', `${says}\n`]);
  const members = await admin.inDatabase(({ read }) => allMembers(read));
  expect(HELD.map(([id]) => members.get(id)?.posts[0])).toEqual(HELD.map(([, post]) => post));
});

it('gives the post of who left, and with --yes of who is there: on the record, told to them and to the leaders', async () => {
  expect(type('president @U0NEW')).toEqual([
    0,
    'New U0NEW is president now.\nThe post was taken from Old President U0OLD.\nIt is on the record; the bot tells them and the leaders once it runs.\n',
    '',
  ]);
  expect(type('manager U0NEXT --yes')).toEqual([
    0,
    expect.stringContaining('Next U0NEXT is department manager now.'),
    '',
  ]);
  await admin.inDatabase(async ({ read }) => {
    const members = await allMembers(read);
    const stands = PEOPLE.map(({ id }) => [id, members.get(id)?.posts, members.get(id)?.leaderId]);
    expect(stands.slice(0, 5)).toEqual([
      ['U0OLD', [], null],
      ['U0MANAGER', [], null],
      ['U0SELLER', ['operations'], 'U0NEXT'],
      ['U0NEW', ['president'], null],
      ['U0NEXT', ['manager'], 'U0NEW'],
    ]);
    const entries = await read.record.findMany({ where: { actor: 'console' }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ deed, nounId }) => `${deed} ${nounId}`)).toEqual([
      'post.ended U0OLD',
      'post.given U0NEW',
      'leader.changed U0MANAGER',
      'post.ended U0MANAGER',
      'post.given U0NEXT',
      'leader.changed U0NEXT',
      'leader.changed U0SELLER',
      'leader.changed U0MANAGER',
    ]);
    const messages = await read.outbox.findMany({ orderBy: { id: 'asc' } });
    expect(messages.map(({ notice, recipient }) => `${notice} ${recipient}`)).toEqual([
      'member.leaderChanged U0MANAGER',
      'member.postGiven U0NEW',
      'member.takenOver #leaders',
      'member.postEnded U0MANAGER',
      'member.leaderChanged U0SELLER',
      'member.postGiven U0NEXT',
      'member.takenOver #leaders',
    ]);
    expect(await checkRows(read, recorded)).toBeNull();
  });
});

it.each(['', 'president', 'clerk @U0NEW', 'president @U0NEW --now'])('explains itself for “%s”', line => {
  const [status, out, err] = type(line);
  expect([status, out, String(err).split('\n').length]).toEqual([2, '', 4]);
});

it('speaks the department’s language', () => {
  expect(type('', { DEPARTMENT_LOCALE: 'zh-CN' })[2]).toContain('总裁离职后，由这个人接任');
});
