/** Ids of people as Slack's are, and handles as what people type: where each is taken, and what becomes of a folder from before. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { idFrom } from '../core/identity.ts';
import { NEUTRAL } from '../workspace.ts';
import { type Answer, type Bench, input, modal, openWithApp, openWorkspace } from './bench.ts';

const BLOCKS = [
  input('one', { type: 'users_select', action_id: 'one' }),
  input('some', { type: 'multi_users_select', action_id: 'some' }),
];
const MENU = {
  type: 'actions',
  block_id: 'menu',
  elements: [
    { type: 'users_select', action_id: 'who' },
    { type: 'multi_users_select', action_id: 'whom' },
  ],
};

test.each(['alice', 'u012ab3cd', 'U1', 'X012AB3CD', 'U012-AB3CD'])(
  'a seed with the user id "%s" is refused',
  async id => {
    const people = [...NEUTRAL.people, { id, name: 'other', real_name: 'Other' }];
    await expect(openWorkspace({ seed: { ...NEUTRAL, people } })).rejects.toThrow(
      `The seed has the user id "${id}"; Slack's are U or W and capital letters or digits: "U012AB3CD".`,
    );
    const branch = {
      team: { id: 'T0BRANCH', name: 'Branch', domain: 'branch' },
      people: people.slice(-1),
      channels: [],
    };
    await expect(openWorkspace({ seed: { ...NEUTRAL, further: [branch] } })).rejects.toThrow(`the user id "${id}"`);
  },
);

describe('people’s calls', () => {
  let bench: Bench;
  /** What the app was sent last. */
  let body: Answer;
  beforeAll(async () => {
    bench = await openWithApp(app => {
      app.use(async ({ body: sent, next }) => {
        body = sent as unknown as Answer;
        await next();
      });
      app.command('/form', async ({ ack, client, command }) => {
        await client.views.open({ trigger_id: command.trigger_id, view: modal('form', BLOCKS) });
        await ack(`for ${command.user_name}`);
      });
      app.action(/.*/, ({ ack }) => ack());
      app.view('form', ({ ack }) => ack());
    });
  });
  afterAll(() => bench.stop());

  describe.each(['emma', '@emma', 'UEMMA'])('by “%s”', user => {
    it('a command', async () => {
      const answer = await bench.page.post('/human/command', { user, channel: 'general', command: '/form' });
      expect(answer).toMatchObject({ ok: true, response: { text: 'for emma' } });
      expect(body).toMatchObject({ user_id: 'UEMMA', user_name: 'emma' });
    });

    it.each([
      ['handles', 'bob', ['alice', '@carol']],
      ['ids', 'UBOB', ['UALICE', 'UCAROL']],
    ])('a form whose people are %s', async (_, one, some) => {
      const { view } = await bench.page.get(`/human/view?user=${encodeURIComponent(user)}`);
      const submit = { user, view_id: view?.id, values: { one, some } };
      expect(await bench.page.post('/human/submit', submit)).toMatchObject({ ok: true, view: null });
      expect(body.view?.state?.values).toEqual({
        one: { one: { type: 'users_select', selected_user: 'UBOB' } },
        some: { some: { type: 'multi_users_select', selected_users: ['UALICE', 'UCAROL'] } },
      });
      expect(body.user).toMatchObject({ id: 'UEMMA', name: 'emma' });
      await bench.page.post('/human/command', { user, channel: 'general', command: '/form' });
    });

    it.each([
      ['who', 'bob', { selected_user: 'UBOB' }],
      ['who', 'UBOB', { selected_user: 'UBOB' }],
      ['whom', ['bob', '@alice'], { selected_users: ['UBOB', 'UALICE'] }],
      ['whom', ['UBOB', 'UALICE'], { selected_users: ['UBOB', 'UALICE'] }],
    ])('a choice in “%s” of %j', async (action_id, selected, told) => {
      const posted = { channel: '#general', text: 'Choose', blocks: [MENU] as never };
      const { ts } = await bench.client.chat.postMessage(posted);
      const click = { user, channel: 'general', ts, action_id, selected };
      expect(await bench.page.post('/human/click', click)).toMatchObject({ ok: true });
      expect(body).toMatchObject({ user: { id: 'UEMMA' }, actions: [{ action_id, ...told }] });
    });
  });

  it('know nobody by an id in small letters, nor by a handle in capitals', async () => {
    for (const user of ['uemma', 'EMMA', 'nobody'])
      expect(await bench.page.post('/human/command', { user, channel: 'general', command: '/form' })).toMatchObject({
        ok: false,
        error: 'user_not_found',
      });
  });
});

describe('the Web API', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openWorkspace();
  });
  afterAll(() => bench.stop());

  it.each([
    ['users.info', { user: 'emma' }, 'user_not_found'],
    ['users.info', { user: '@emma' }, 'user_not_found'],
    ['conversations.open', { users: 'emma' }, 'user_not_found'],
    ['conversations.open', { users: 'UBOB,emma' }, 'user_not_found'],
    ['chat.postMessage', { channel: 'emma', text: 'x' }, 'channel_not_found'],
    ['chat.postMessage', { channel: '@emma', text: 'x' }, 'channel_not_found'],
    ['chat.postEphemeral', { channel: '#general', user: 'emma', text: 'x' }, 'user_not_found'],
    ['views.publish', { user_id: 'emma', view: { type: 'home', blocks: [] } }, 'user_not_found'],
  ])('%s takes no handle: %j', async (method, fields, error) => {
    await expect(bench.client.apiCall(method, fields)).rejects.toMatchObject({ data: { ok: false, error } });
  });

  it('invites nobody by a handle', async () => {
    const { channel } = await bench.client.conversations.create({ name: 'fresh' });
    const invited = bench.client.conversations.invite({ channel: channel?.id ?? '', users: 'emma' });
    await expect(invited).rejects.toMatchObject({ data: { error: 'user_not_found' } });
  });

  it('leaves a handle in a text as the text it is', async () => {
    const { message } = await bench.client.chat.postMessage({ channel: '#general', text: '<@UEMMA> and @emma' });
    expect(message?.text).toBe('<@UEMMA> and @emma');
  });
});

describe('a data folder from before ids had Slack’s form', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ids-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  /** The file as it was written then: the id of each person was what is their handle now. */
  async function writeOld(): Promise<{ channel: string; ts: string }> {
    const first = await openWorkspace({ directory, seed: NEUTRAL });
    const said = await first.page.post('/human/message', { user: 'emma', channel: 'general', text: 'hello @bob' });
    await first.page.post('/human/message', { user: 'emma', channel: 'bob', text: 'between us' });
    await first.stop();
    const file = join(directory, 'workspace.jsonl');
    const old = NEUTRAL.people.reduce(
      (text, { id, name = '' }) => text.replace(new RegExp(`\\b${id}\\b`, 'g'), name),
      // A direct message's id follows from those of the two.
      readFileSync(file, 'utf8').replaceAll(idFrom('UBOB UEMMA'), idFrom('bob emma')),
    );
    writeFileSync(file, old);
    return { channel: String(said.channel), ts: String(said.ts) };
  }

  it('opens with its people as they were, and nobody twice', async () => {
    const { channel, ts } = await writeOld();
    const more = [
      ...NEUTRAL.people,
      { id: 'UIVAN', name: 'ivan', real_name: '伊万 · Ivan' }, // came with the program
    ];
    const channels = [...NEUTRAL.channels, { name: 'fresh', members: ['UEMMA', 'UIVAN'] }];
    const groups = [{ handle: 'crew', name: 'Crew', members: ['UALICE', 'UIVAN'] }];
    for (const _ of ['once', 'and again']) {
      const bench = await openWorkspace({ directory, seed: { ...NEUTRAL, people: more, channels, groups } });
      const { members = [] } = await bench.client.users.list({});
      expect(members.map(({ id, name }) => [id, name])).toEqual([
        ...NEUTRAL.people.map(({ name }) => [name, name]),
        ['U0LOCALAPP', 'app'],
        ['UIVAN', 'ivan'],
      ]);
      const { channels: seen = [] } = await bench.client.conversations.list({});
      const membersOf = async (name: string) => {
        const { id = '' } = seen.find(each => each.name === name) ?? {};
        return (await bench.client.conversations.members({ channel: id })).members;
      };
      expect(await membersOf('fresh')).toEqual(['emma', 'UIVAN', 'U0LOCALAPP']);
      expect(await membersOf('general')).toEqual([...NEUTRAL.people.map(({ name }) => name), 'U0LOCALAPP']);
      const { usergroups } = await bench.client.usergroups.list({ include_users: true });
      expect(usergroups?.map(({ users }) => users)).toEqual([['alice', 'UIVAN']]);
      const { messages } = await bench.client.conversations.history({ channel, oldest: ts, inclusive: true, limit: 1 });
      expect(messages).toMatchObject([{ ts, user: 'emma', text: 'hello <@bob>' }]);
      const direct = await bench.page.get('/human/messages?user=emma&channel=bob');
      expect(direct.messages).toMatchObject([{ user: 'emma', text: 'between us' }]);
      expect((await bench.client.users.info({ user: 'emma' })).user).toMatchObject({ id: 'emma', name: 'emma' });
      await bench.stop();
    }
  });
});
