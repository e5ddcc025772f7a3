/** Deliveries that are signed and wrong: replayed, huge, for somebody else, from somebody who does not belong. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFigures } from '../support/figures.ts';
import { startStopwatch } from '../support/stopwatch.ts';
import { type Attacker, openAttacked } from './slack.ts';

let attacked: Attacker;
let tried = 0;
beforeAll(async () => {
  attacked = await openAttacked('2026-12-01T07:55');
  const { office } = attacked.application;
  const { appoint } = await import('../../src/features/post/appoint.ts');
  await appoint(office, [{ memberId: 'UPRESALES1', post: 'presales' }], 'seed');
});
afterAll(async () => {
  await attacked.stop();
  keepFigures(10, 'test/attacks/raw.test.ts', { 'attacks on the HTTP door': tried });
});

const tellsText = ({ text }: { text: string }): string => (JSON.parse(text) as { text: string }).text;
const nothing = async (work: () => Promise<void>) => {
  const before = await attacked.stored();
  await work();
  expect(await attacked.stored()).toEqual(before);
  tried += 1;
};

describe('replays', () => {
  it('of one signed check-in, a hundred times, are one punch and the same answer', async () => {
    const body = attacked.command('/checkin');
    const timestamp = Math.floor(Date.now() / 1000);
    const replies = await Promise.all(Array.from({ length: 100 }, () => attacked.send(body, { timestamp })));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    const first = '已记录：上午上班 07:55，准时。';
    const last = await attacked.send(body, { timestamp });
    expect(tellsText(last).split('\n')[0]).toBe(first);
    expect(await attacked.stored()).toMatchObject({ punches: 1 });
    tried += 1;
  });

  it('typed again instead, say when it was recorded', async () => {
    await nothing(async () => {
      const said = tellsText(await attacked.send(attacked.command('/checkin')));
      expect(said.split('\n')[0]).toBe('上午上班已在 07:55 记录过，以最早的一次为准，这次不再记录。');
    });
  });
});

describe('bodies', () => {
  const json = 'application/json';
  it.each<[string, number, string | Buffer, { type?: string; signature?: string }]>([
    [
      'an unsigned url_verification',
      401,
      '{"type":"url_verification","challenge":"c"}',
      { type: json, signature: 'v0=00' },
    ],
    ['100,000 parameters', 413, Array.from({ length: 100_000 }, (_, index) => `p${index}=1`).join('&'), {}],
    ['ten megabytes', 413, Buffer.alloc(10 * 1024 * 1024, 'a'), {}],
    ['a command with a text of a megabyte', 413, `command=%2Fleave&text=${'x'.repeat(1024 * 1024)}`, {}],
    ['bytes that are no UTF-8', 400, Buffer.from([0x70, 0x61, 0x79, 0x6c, 0x6f, 0x61, 0x64, 0x3d, 0xff, 0xfe]), {}],
    ['a number as payload', 400, 'payload=7', {}],
    ['a payload nested 5,000 deep', 400, `payload=${'['.repeat(5_000)}${']'.repeat(5_000)}`, {}],
    ['__proto__ as payload', 400, 'payload=__proto__', {}],
  ])('%s is answered %i at once', async (_, status, body, options) => {
    await nothing(async () => {
      const reply = await attacked.send(body, options);
      expect(reply.status).toBe(status);
      expect(reply.ms).toBeLessThan(2_600);
    });
  });

  it('of 100 megabytes are not kept in memory', async () => {
    await nothing(async () => {
      const before = process.memoryUsage().rss;
      const { port } = new URL(attacked.url);
      const socket = connect(Number(port), '127.0.0.1');
      const answer = new Promise<string>(resolve => {
        let heard = '';
        socket.on('data', data => {
          heard += data.toString();
        });
        socket.on('error', () => {});
        socket.once('close', () => resolve(heard));
      });
      socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunk = Buffer.alloc(1024 * 1024, 'a');
      for (let sent = 0; sent < 100 && !socket.destroyed; sent += 1) {
        const fits = socket.write(Buffer.concat([Buffer.from('100000\r\n'), chunk, Buffer.from('\r\n')]));
        if (!fits)
          await new Promise<void>(resolve => void socket.once('drain', resolve).once('close', () => resolve()));
      }
      socket.end();
      expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
    });
  });

  it('that come a byte at a time are not waited for longer than ten seconds', async () => {
    await nothing(async () => {
      const { port } = new URL(attacked.url);
      const socket = connect(Number(port), '127.0.0.1');
      const tookMs = startStopwatch();
      const answer = new Promise<string>(resolve => socket.once('data', data => resolve(data.toString())));
      socket.on('error', () => {});
      socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n');
      const trickle = setInterval(() => socket.write('a'), 200);
      expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
      clearInterval(trickle);
      socket.destroy();
      expect(tookMs()).toBeLessThan(10_000);
    });
  });
});

describe('signed nonsense', () => {
  const json = 'application/json';
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const act = { type: 'button', action_id: 'approval.approve', block_id: 'b', value: '1', action_ts: '1.2' };
  const view = { id: 'V1', hash: '1.a', callback_id: 'leave', private_metadata: '', blocks: [], state: { values: {} } };
  const press = (more: object) => attacked.interaction({ type: 'block_actions', actions: [act], ...more });
  const submit = (more: object) => attacked.interaction({ type: 'view_submission', view: { ...view, ...more } });
  const told = (event: unknown) => ({
    body: JSON.stringify({ ...{ type: 'event_callback', event_id: 'E1', team_id: attacked.own.team }, event }),
    type: json,
  });
  const inJson = (body: string) => ({ body, type: json });
  const asForm = (body: string) => ({ body, type: undefined });

  it.each<[string, () => { body: string; type: string | undefined }]>([
    ['an empty object', () => inJson('{}')],
    ['an empty body', () => inJson('')],
    ['a number', () => inJson('7')],
    ['a deep object', () => inJson(deep(5_000))],
    ['a type and nothing else', () => inJson('{"type":"event_callback"}')],
    ['__proto__ for all there is', () => inJson('{"__proto__":{"type":"event_callback","event":{"type":"message"}}}')],
    ['an interaction where events come', () => inJson(JSON.stringify({ type: 'block_actions', actions: [act] }))],
    ['an empty form', () => asForm('')],
    ['a form of other things', () => asForm('a=1&b=2')],
    ['an empty payload', () => asForm('payload={}')],
    ['two payloads', () => asForm(`${press({})}&${press({})}`)],
    ['a payload that is a list', () => asForm('payload=[]')],
    ['a deep payload', () => asForm(`payload=${encodeURIComponent(deep(5_000))}`)],
    ['an event where interactions come', () => asForm(`payload=${encodeURIComponent(told({ type: 'x' }).body)}`)],
    ['an unknown type', () => asForm(attacked.interaction({ type: 'nobody_knows' }))],
    ['a command of nobody', () => asForm(attacked.command('/leave', { user_id: '' }))],
    ['a command without a trigger', () => asForm(attacked.command('/leave', { trigger_id: '' }))],
    ['a command twice', () => asForm(`${attacked.command('/leave list')}&command=%2Fpost`)],
    ['a command behind 1,000 others', () => asForm(`${'a=1&'.repeat(1_000)}${attacked.command('/leave list')}`)],
    ['no actions', () => asForm(press({ actions: undefined }))],
    ['null for actions', () => asForm(press({ actions: null }))],
    ['no action among the actions', () => asForm(press({ actions: [] }))],
    ['null for an action', () => asForm(press({ actions: [null] }))],
    ['an action without a name', () => asForm(press({ actions: [{ ...act, action_id: undefined }] }))],
    ['a number for an action’s name', () => asForm(press({ actions: [{ ...act, action_id: 7 }] }))],
    ['an object for its value', () => asForm(press({ actions: [{ ...act, value: {} }] }))],
    ['a press of nobody', () => asForm(press({ user: null }))],
    ['a press in no channel', () => asForm(press({ channel: null }))],
    ['a press of an unknown view', () => asForm(press({ view: { id: 'V1' } }))],
    ['a press that is a command too', () => asForm(press({ command: '/leave' }))],
    ['a press that is an event too', () => asForm(press({ event: null }))],
    ['no view', () => asForm(attacked.interaction({ type: 'view_submission' }))],
    ['null for a view', () => asForm(attacked.interaction({ type: 'view_submission', view: null }))],
    ['a view without blocks', () => asForm(submit({ blocks: null }))],
    ['values that are a list', () => asForm(submit({ state: { values: [] } }))],
    ['null for an input', () => asForm(submit({ state: { values: { b: { a: null } } } }))],
    ['a number for what was chosen', () => asForm(submit({ state: { values: { b: { a: { selected_users: 7 } } } } }))],
    ['an input called __proto__', () => asForm(submit({ state: { values: { b: JSON.parse('{"__proto__":{}}') } } }))],
    ['a menu without a question', () => asForm(attacked.interaction({ type: 'block_suggestion', action_id: 'a' }))],
    ['no event', () => told(undefined)],
    ['null for an event', () => told(null)],
    ['an event without a type', () => told({ user: 'UPRESALES1' })],
    ['an event in null', () => told({ type: 'reaction_added', channel: null })],
    ['an event about null', () => told({ type: 'reaction_added', item: null })],
    ['an event of null', () => told({ type: 'channel_created', user: null })],
    [
      'a message that is a number',
      () => told({ type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 7 }),
    ],
    ['a message of nobody', () => told({ type: 'message', channel_type: 'im', channel: 'D1', text: 'help' })],
    ['a person without an id', () => told({ type: 'user_change', user: { name: 'x' } })],
    ['a person with a number for a name', () => told({ type: 'user_change', user: { id: 'UPRESALES1', name: 7 } })],
    [
      'a person with a list for a profile',
      () => told({ type: 'user_change', user: { id: 'UPRESALES1', profile: [7] } }),
    ],
  ])('%s is answered 400 at once, and the next is served', async (_, shape) => {
    await nothing(async () => {
      const { body, type } = shape();
      const reply = await attacked.send(body, type === undefined ? {} : { type });
      expect([reply.status, reply.text]).toEqual([400, '']);
      expect(reply.ms).toBeLessThan(2_600);
      expect((await attacked.send(attacked.command('/help'))).status).toBe(200);
    });
  });
});

describe('what nobody declared', () => {
  it('a command longer than a line may be is refused with the length it may have', async () => {
    await nothing(async () => {
      const reply = await attacked.send(attacked.command(`/leave 2026-12-14 annual ${'x'.repeat(5_000)}`));
      expect(tellsText(reply)).toContain('4000');
    });
  });

  it.each([
    ['a command', () => attacked.command('/fire everybody'), /没有 \/fire 这个命令/],
    [
      'a modal',
      () =>
        attacked.interaction({
          type: 'view_submission',
          view: {
            id: 'V1',
            hash: '1.a',
            callback_id: 'nobody.knows',
            private_metadata: '',
            blocks: [{ type: 'input', block_id: 'b' }],
            state: { values: {} },
          },
        }),
      /"errors":\{"b":"这个按钮已经失效/,
    ],
    [
      'a menu',
      () =>
        attacked.interaction({
          type: 'block_suggestion',
          action_id: 'nobody.knows',
          block_id: 'b',
          value: 'a',
          view: { id: 'V1' },
        }),
      /^\{"options":\[\]\}$/,
    ],
    [
      'a button',
      () =>
        attacked.interaction({
          type: 'block_actions',
          container: { type: 'message', message_ts: '1.1', channel_id: 'C1' },
          channel: { id: 'C1' },
          actions: [{ type: 'button', action_id: 'nobody.knows', block_id: 'b', value: '1', action_ts: '1.2' }],
        }),
      /^$/,
    ],
    ['a shortcut', () => attacked.interaction({ type: 'shortcut', callback_id: 'nobody.knows' }), /^$/],
  ])('%s is acknowledged at once, and says so', async (_, body, expected) => {
    await nothing(async () => {
      const reply = await attacked.send(body());
      expect([reply.status, reply.ms < 2_600]).toEqual([200, true]);
      expect(reply.text).toMatch(expected);
    });
  });
});

describe('who does not belong', () => {
  const other = /^这个机器人只为本团队服务。$/;
  it.each<[string, Record<string, string>, RegExp]>([
    ['another team', { team_id: 'T0BRANCH' }, other],
    ['no team', { team_id: '' }, other],
    ['another app', { api_app_id: 'A0OTHER' }, other],
    ['a bot', { user_id: 'UWEATHERBOT' }, /机器人/],
    ['somebody who left', { user_id: 'ULEAVER1' }, /账号已停用/],
    ['a guest of one channel', { user_id: 'UGUEST1' }, /访客/],
    ['a guest', { user_id: 'UGUEST2' }, /guest/i],
    ['a partner met in a shared channel', { user_id: 'UPARTNER1' }, /another team|external|outside|guest/i],
    ['an id Slack does not know', { user_id: 'U0NOBODY' }, /没有告诉我你是谁/],
    ['an id that is none', { user_id: "'; DROP TABLE member; --" }, /没有告诉我你是谁/],
    ['a colleague without a post', { user_id: 'UNORA1' }, /post/],
  ])('%s is told so and does nothing', async (_, more, expected) => {
    for (const line of ['/checkin', '/leave 2026-12-21 annual family', '/meeting signin', '/post @nora1 clerk'])
      await nothing(async () => {
        const reply = await attacked.send(attacked.command(line, more));
        expect(reply.status).toBe(200);
        expect(tellsText(reply)).toMatch(expected);
      });
  });

  it('is in the log where it may be an attack', () => {
    const wrong = attacked.log.filter(({ event }) => event === 'door.wrongTeam');
    expect(wrong.map(({ team, app }) => [team, app])).toEqual(
      [
        ['T0BRANCH', attacked.own.app],
        ['', attacked.own.app],
        [attacked.own.team, 'A0OTHER'],
      ].flatMap(each => [each, each, each, each]),
    );
  });
});

describe('a response_url', () => {
  it.each([
    ['of another host', () => attacked.elsewhere.url],
    ['with Slack’s name as user', () => attacked.elsewhere.url.replace('http://', 'http://hooks.slack.com@')],
    ['that is a file', () => 'file:///etc/passwd'],
    ['that is none', () => 'nonsense'],
  ])('%s is never asked', async (_, url) => {
    const hits = attacked.elsewhere.hits();
    const body = attacked.interaction({
      type: 'block_actions',
      response_url: url(),
      container: { type: 'message', message_ts: '1.1', channel_id: 'C1' },
      channel: { id: 'C1' },
      actions: [{ type: 'button', action_id: 'approval.approve', block_id: 'b', value: 'x', action_ts: '1.2' }],
    });
    await nothing(async () => {
      expect(await attacked.send(body)).toMatchObject({ status: 200, text: '' });
    });
    expect(attacked.elsewhere.hits()).toBe(hits);
  });
});

it('none of it was a fault of ours', () => {
  expect(attacked.log.filter(({ level }) => level === 'error')).toEqual([]);
});
