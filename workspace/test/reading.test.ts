import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Bench, openWorkspace } from './bench.ts';

const crowd = Array.from({ length: 60 }, (_, index) => `UP${String(index).padStart(2, '0')}`);

let bench: Bench;
let channel = '';
beforeAll(async () => {
  bench = await openWorkspace({
    seed: {
      team: { id: 'T1', name: 'Team', domain: 'team' },
      people: [{ id: 'UANN', name: 'ann', real_name: 'Ann' }, ...crowd.map(id => ({ id, real_name: id }))],
      channels: [
        { name: 'all', members: 'everyone' as const },
        { name: 'secret', members: ['UANN'], is_private: true, with_bot: false },
      ],
      groups: [{ handle: 'leads', name: 'Leads', members: ['UANN'] }],
    },
  });
});
afterAll(() => bench.stop());

let count = 0;
/** Each test has a channel of its own. */
beforeEach(async () => {
  count += 1;
  channel = (await bench.client.conversations.create({ name: `room-${count}` })).channel?.id ?? '';
});

/** The bare answer of a call, as it goes over the wire. */
async function call(method: string, args: Record<string, string>): Promise<Answer> {
  const { apiUrl, botToken } = bench.workspace;
  const headers = { authorization: `Bearer ${botToken}` };
  const response = await fetch(apiUrl + method, { method: 'POST', headers, body: new URLSearchParams(args) });
  return (await response.json()) as Answer;
}
const post = async (text: string, more: Record<string, string> = {}): Promise<Answer> =>
  call('chat.postMessage', { channel, text, ...more });

describe('a history', () => {
  it('is told whole: what was asked for, what there is, and whether there is more', async () => {
    const [first, second, third] = [await post('1'), await post('2'), await post('3')].map(({ ts }) => String(ts));
    const told = (ts = '', text = ''): object => ({
      ...{ type: 'message', ts, text, team: 'T1', user: 'U0LOCALAPP', bot_id: 'B0LOCALAPP', app_id: 'A0LOCALAPP' },
      bot_profile: expect.objectContaining({ id: 'B0LOCALAPP' }),
    });
    const always = { ok: true, pin_count: 0, channel_actions_ts: null, channel_actions_count: 0 };
    expect(await call('conversations.history', { channel })).toEqual({
      ...always,
      messages: [told(third, '3'), told(second, '2'), told(first, '1')],
      has_more: false,
    });
    const bounds = { oldest: String(first), latest: String(third) };
    expect(await call('conversations.history', { channel, ...bounds })).toEqual({
      ...always,
      ...bounds,
      messages: [told(second, '2')],
      has_more: false,
    });
    expect(await call('conversations.history', { channel, ...bounds, inclusive: 'true', limit: '2' })).toEqual({
      ...always,
      ...bounds,
      messages: [told(third, '3'), told(second, '2')],
      has_more: true,
      response_metadata: { next_cursor: expect.stringMatching(/./) },
    });
  });

  it('comes a hundred at a time unless told otherwise, and 999 at most', async () => {
    for (let round = 0; round < 10; round += 1) await Promise.all(Array.from({ length: 100 }, () => post('x')));
    const sizes = [];
    for (const limit of ['', '0', '15', '999', '1000', '5000'])
      sizes.push([...((await call('conversations.history', { channel, limit })).messages ?? [])].length);
    expect(sizes).toEqual([100, 100, 15, 999, 999, 999]);
  });

  it.each([
    [{ oldest: 'yesterday' }, 'invalid_ts_oldest'],
    [{ latest: '-1' }, 'invalid_ts_latest'],
    [{ limit: 'many' }, 'invalid_limit'],
    [{ cursor: 'x' }, 'invalid_cursor'],
  ])('is refused for %j', async (args, error) => {
    expect(await call('conversations.history', { channel, ...args })).toEqual({ ok: false, error });
  });
});

describe('reactions', () => {
  it('name fifty people, the app among them, and all of them in full', async () => {
    const all = (await bench.client.conversations.list()).channels?.find(({ name }) => name === 'all')?.id ?? '';
    const { ts = '' } = await bench.client.chat.postMessage({ channel: all, text: 'hands up' });
    for (const user of crowd) await bench.page.post('/human/react', { user, channel: all, ts, name: 'hand' });
    const at = { channel: all, timestamp: ts };
    expect(await call('reactions.add', { ...at, name: 'hand' })).toEqual({ ok: true });
    const cut = { name: 'hand', users: [...crowd.slice(0, 49), 'U0LOCALAPP'], count: 61 };
    const shown = {
      ...{ type: 'message', ts, text: 'hands up', team: 'T1', user: 'U0LOCALAPP' },
      ...{ bot_id: 'B0LOCALAPP', app_id: 'A0LOCALAPP' },
      bot_profile: expect.objectContaining({ id: 'B0LOCALAPP' }),
      permalink: `${bench.workspace.url}/archives/${all}/p${ts.replace('.', '')}`,
    };
    const answer = (reaction: object): object => ({
      ok: true,
      type: 'message',
      channel: all,
      message: { ...shown, reactions: [reaction] },
    });
    expect(await call('reactions.get', at)).toEqual(answer(cut));
    const full = { ...cut, users: [...crowd, 'U0LOCALAPP'] };
    expect(await call('reactions.get', { ...at, full: 'true' })).toEqual(answer(full));
    expect((await call('conversations.history', { channel: all })).messages?.[0 as never]).toMatchObject({
      reactions: [cut],
    });
  });

  it.each([
    [{}, 'no_item_specified'],
    [{ channel: '#all' }, 'channel_not_found'],
    [{ channel: 'C' }, 'no_item_specified'],
    [{ channel: 'C', timestamp: 'now' }, 'bad_timestamp'],
    [{ channel: 'C', timestamp: '1.000001' }, 'message_not_found'],
  ])('of %j are refused', async (args, error) => {
    const { channel: id = '' } = await post('anything');
    const given = args as { channel?: string };
    expect(await call('reactions.get', { ...given, ...(given.channel === 'C' && { channel: id }) })).toEqual({
      ok: false,
      error,
    });
  });
});

describe('the text of a message', () => {
  const A = 'https://example.com/a';
  it.each<[string, string, Record<string, string>, string]>([
    ['links web addresses', `see ${A}, ok`, {}, `see <${A}>, ok`],
    ['leaves links as they are', `<${A}|this> and <${A}>`, {}, `<${A}|this> and <${A}>`],
    ['leaves code as it is', `\`${A}\` and \`\`\`${A}\`\`\``, {}, `\`${A}\` and \`\`\`${A}\`\`\``],
    ['leaves names and signs as they are', '#all @leads *b* <!here> &lt;', {}, '#all @leads *b* <!here> &lt;'],
    ['is kept as given with parse none', `see ${A}`, { parse: 'none' }, `see ${A}`],
    ['is kept as given without mrkdwn', `see ${A}`, { mrkdwn: 'false' }, `see ${A}`],
    ['links user groups with link_names', '@leads @ann #all', { link_names: 'true' }, '<!subteam^S> @ann #all'],
    [
      'links user groups alone with link_names and parse none',
      `@leads ${A}`,
      { link_names: '1', parse: 'none' },
      `<!subteam^S> ${A}`,
    ],
    [
      'is taken as typed with parse full',
      `#all #secret @leads @here @ann a@b.example ${A} <${A}|this> & \`#all\``,
      { parse: 'full' },
      `<#C|all> #secret <!subteam^S> <!here> @ann <mailto:a@b.example|a@b.example> <${A}> &lt;<${A}>|this&gt; &amp; \`#all\``,
    ],
  ])('%s', async (_, text, args, expected) => {
    const stored = String((await post(text, args)).message?.text);
    expect(stored.replace(/\^S\w+/g, '^S').replace(/<#C\w+/g, '<#C')).toBe(expected);
  });

  it('is linked the same way when it is changed', async () => {
    const { ts } = await post('before');
    expect((await call('chat.update', { channel, ts: String(ts), text: A })).text).toBe(`<${A}>`);
    expect((await call('chat.update', { channel, ts: String(ts), text: A, parse: 'none' })).text).toBe(A);
  });
});
