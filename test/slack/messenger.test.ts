/** Messages to Slack: where they go, what marks them, and how one is found again. */
import { ErrorCode, type WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Messenger, Outgoing, Past } from '../../src/office/office.ts';
import { slackChannels } from '../../src/slack/channels.ts';
import { leadersChannel } from '../../src/slack/leaders.ts';
import { sendable, slackMessenger } from '../../src/slack/messenger.ts';
import { slackPast } from '../../src/slack/past.ts';

type Arguments = Record<string, unknown>;

const names = { department: 'department', service: '#service', notices: 'C0NOTICES', leaders: 'leaders' };
const log = { info() {}, warn() {}, error() {} };
const since = new Date('2026-12-01T00:00:00Z');

let calls: [method: string, given: Arguments][];
let answers: Record<string, (given: Arguments) => unknown>;
let messenger: Messenger;
let past: Past;
/** Where leaders were last written to. */
let before: string | null;
beforeEach(() => {
  calls = [];
  before = null;
  const listed = [
    { id: 'C0DEPARTMENT', name: 'department' },
    { id: 'C0SERVICE', name: 'service' },
    { id: 'C0NOTICES', name: 'anything' },
  ];
  answers = {
    'conversations.list': ({ cursor }) =>
      cursor === undefined
        ? { channels: listed, response_metadata: { next_cursor: 'more' } }
        : { channels: [{ id: 'G0LEADERS', name: 'leaders' }] },
    'conversations.info': ({ channel }) => ({ channel: { id: channel, is_private: true } }),
    'chat.postMessage': ({ channel }) => ({ channel, ts: '1.0' }),
    'chat.update': ({ channel, ts }) => ({ channel, ts }),
    'conversations.open': ({ users }) => ({ channel: { id: `D${users}` } }),
    'auth.test': () => ({ ok: true, bot_id: 'B1' }),
    'conversations.history': () => ({ messages: [] }),
  };
  const method = (name: string) => async (given: Arguments) => {
    calls.push([name, given]);
    return answers[name]?.(given);
  };
  const client = {
    auth: { test: method('auth.test') },
    chat: { postMessage: method('chat.postMessage'), update: method('chat.update') },
    conversations: {
      list: method('conversations.list'),
      info: method('conversations.info'),
      open: method('conversations.open'),
      history: method('conversations.history'),
    },
  } as unknown as WebClient;
  const channels = slackChannels(client, names, async () => before);
  messenger = slackMessenger(client, channels, () => ({ text: 'Please bring the papers.' }), log);
  past = slackPast(client, channels, locale => ({ text: `no longer counts (${locale})` }));
});

const message = (recipient: string): Outgoing => ({
  recipient,
  message: { name: 'leave.papers', data: {} } as never,
  locale: 'en',
  uuid: 'mark',
});
const refusing = (error: string) => () => {
  throw { code: ErrorCode.PlatformError, data: { error } };
};

describe('a message', () => {
  it.each([
    ['U1', 'U1'],
    ['#department', 'C0DEPARTMENT'],
    ['#service', 'C0SERVICE'],
    ['#notices', 'C0NOTICES'],
    ['#leaders', 'G0LEADERS'],
  ])('to %s goes to %s', async (recipient, channel) => {
    expect(await messenger.post(message(recipient))).toEqual({ ok: true, channel, ts: '1.0' });
  });

  it('bears an opaque mark and its text, and unfurls nothing', async () => {
    await messenger.post(message('U1'));
    expect(calls.at(-1)?.[1]).toMatchObject({
      text: 'Please bring the papers.',
      metadata: { event_type: 'tiaoli_notice', event_payload: { id: 'mark' } },
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it.each(['C0LEADERS', 'G0LEADERS1', '#C0LEADERS'])('to a channel given as %s needs no list', async id => {
    const client = {
      conversations: {},
      chat: { postMessage: async ({ channel }: Arguments) => ({ channel, ts: '1.0' }) },
    };
    const channels = slackChannels(client as unknown as WebClient, { ...names, service: id });
    expect(await channels.resolve('#service')).toBe(id.replace('#', ''));
  });

  it('to one of 5,200 channels needs few calls, as Slack allows few', async () => {
    answers['conversations.list'] = ({ cursor, limit }) => {
      const from = Number(cursor ?? 0);
      const page = Array.from({ length: Number(limit) }, (_, index) => ({
        id: `C${from + index}`,
        name: `c${from + index}`,
      }));
      const next_cursor = from + Number(limit) < 5_200 ? String(from + Number(limit)) : '';
      const channels = next_cursor === '' ? [...page, { id: 'C0LAST', name: 'department' }] : page;
      return { channels, response_metadata: { next_cursor } };
    };
    expect(await messenger.post(message('#department'))).toMatchObject({ ok: true, channel: 'C0LAST' });
    expect(calls.filter(([method]) => method === 'conversations.list').length).toBeLessThan(10);
  });

  it('is tried again where the list of channels never ends', async () => {
    answers['conversations.list'] = () => ({ channels: [], response_metadata: { next_cursor: 'round' } });
    expect(await messenger.post(message('#department'))).toMatchObject({ ok: false, kind: 'retry' });
  });

  it('asks for the channels once, and again when the one remembered is gone', async () => {
    const lists = () => calls.filter(([method]) => method === 'conversations.list').length;
    await messenger.post(message('#department'));
    await messenger.post(message('#service'));
    expect(lists()).toBe(2); // two pages
    answers['chat.postMessage'] = refusing('is_archived');
    expect(await messenger.post(message('#service'))).toEqual({ ok: false, kind: 'dead', error: 'is_archived' });
    answers['chat.postMessage'] = ({ channel }) => ({ channel, ts: '2.0' });
    await messenger.post(message('#service'));
    expect(lists()).toBe(4);
  });

  it('to a channel that is not there can never be sent; one that cannot be asked for may be', async () => {
    answers['conversations.list'] = () => ({ channels: [] });
    expect(await messenger.post(message('#leaders'))).toEqual({
      ok: false,
      kind: 'dead',
      error: 'channel_not_found: #leaders',
    });
    answers['conversations.list'] = () => ({ ok: true });
    expect(await messenger.post(message('#leaders'))).toMatchObject({ ok: false, kind: 'retry' });
    answers['conversations.list'] = refusing('internal_error');
    expect(await messenger.post(message('#leaders'))).toEqual({ ok: false, kind: 'retry', error: 'internal_error' });
  });

  it.each([
    {},
    { channel: 'C1' },
    { ts: '1.0' },
    { channel: null, ts: null },
    { channel: 'C1', ts: 1 },
    { channel: {}, ts: '1.0' },
  ])('that Slack gives no place for (%j) is in doubt', async place => {
    answers['chat.postMessage'] = () => ({ ok: true, ...place });
    expect(await messenger.post(message('U1'))).toMatchObject({ ok: false, kind: 'unknown' });
  });
});

describe('a channel set by its name', () => {
  const there = { channel: { id: 'C0BEFORE', is_private: true } };
  const gone = refusing('channel_not_found');

  it.each<[string, string[], string[], string | null, () => unknown, string | null]>([
    ['is the one of that name, wherever we wrote before', ['department'], [], 'C0BEFORE', () => there, 'C0DEPARTMENT'],
    ['is the one of that name where the earlier is gone', ['department'], [], 'C0BEFORE', gone, 'C0DEPARTMENT'],
    ['is the one written to before, when it was renamed', ['colleagues'], [], 'C0BEFORE', () => there, 'C0BEFORE'],
    ['is the archived one, when no other is left', [], ['department'], 'C0BEFORE', gone, 'C0DEPARTMENT'],
    ['is the archived one, when nothing was ever written', [], ['department'], null, gone, 'C0DEPARTMENT'],
    ['is none, when all are gone', ['colleagues'], ['archive'], 'C0BEFORE', gone, null],
  ])('%s', async (_, living, archived, earlier, info, expected) => {
    before = earlier;
    const channels = (names: string[]) => names.map(name => ({ id: `C0${name.toUpperCase()}`, name }));
    answers['conversations.list'] = ({ exclude_archived }) => ({
      channels: channels(exclude_archived === true ? living : [...living, ...archived]),
    });
    answers['conversations.info'] = info;
    expect(await messenger.post(message('#department'))).toEqual(
      expected === null
        ? { ok: false, kind: 'dead', error: 'channel_not_found: #department' }
        : { ok: true, channel: expected, ts: '1.0' },
    );
  });

  it('waits where Slack cannot tell now whether the earlier one is there', async () => {
    before = 'C0BEFORE';
    answers['conversations.list'] = () => ({ channels: [] });
    answers['conversations.info'] = refusing('ratelimited');
    expect(await messenger.post(message('#department'))).toMatchObject({ ok: false, kind: 'retry' });
  });
});

describe('a lost message', () => {
  const ours = { ts: '9.0', bot_id: 'B1', metadata: { event_type: 'tiaoli_notice', event_payload: { id: 'mark' } } };
  const others = [
    { ts: '8.0', text: 'somebody else' },
    { ts: '7.0', metadata: { event_type: 'tiaoli_notice', event_payload: { id: 'another mark' } } },
    { ts: '6.0', metadata: { event_type: 'another_app', event_payload: { id: 'mark' } } },
  ];

  it.each([
    ['another app', { bot_id: 'B2' }],
    ['another app that names us', { bot_id: 'B2', app_id: 'A1', username: 'tiaoli' }],
    ['a person', { bot_id: undefined, user: 'U2' }],
    ['a bot of no name', { bot_id: '' }],
    ['nobody', { bot_id: null }],
  ])('is not taken for one whose mark %s copied', async (_, author) => {
    answers['conversations.history'] = () => ({ messages: [{ ...ours, ts: '10.0', ...author }] });
    expect(await messenger.find('U1', 'mark', since)).toEqual({ ok: true, place: null });
    answers['conversations.history'] = () => ({ messages: [{ ...ours, ts: '10.0', ...author }, ours] });
    expect(await messenger.find('U1', 'mark', since)).toEqual({ ok: true, place: { channel: 'DU1', ts: '9.0' } });
  });

  it('is found by its mark', async () => {
    answers['conversations.history'] = () => ({ messages: [...others, ours] });
    expect(await messenger.find('U1', 'mark', since)).toEqual({ ok: true, place: { channel: 'DU1', ts: '9.0' } });
    expect(calls.at(-1)?.[1]).toEqual({
      channel: 'DU1',
      oldest: String(since.getTime() / 1000 - 60),
      limit: 100,
      include_all_metadata: true,
    });
  });

  it('is found behind pages of others', async () => {
    answers['conversations.history'] = ({ cursor }) =>
      cursor === 'c2'
        ? { messages: [ours] }
        : { messages: others, response_metadata: { next_cursor: cursor === undefined ? 'c1' : 'c2' } };
    expect(await messenger.find('#department', 'mark', since)).toEqual({
      ok: true,
      place: { channel: 'C0DEPARTMENT', ts: '9.0' },
    });
  });

  it('is known not to be there', async () => {
    answers['conversations.history'] = () => ({ messages: others });
    expect(await messenger.find('U1', 'mark', since)).toEqual({ ok: true, place: null });
  });

  it('stays in doubt where Slack shows no messages at all', async () => {
    answers['conversations.history'] = () => ({ ok: true });
    expect(await messenger.find('U1', 'mark', since)).toMatchObject({ ok: false, kind: 'retry' });
  });

  it('stays in doubt while Slack cannot be asked', async () => {
    answers['conversations.history'] = refusing('internal_error');
    expect(await messenger.find('U1', 'mark', since)).toEqual({ ok: false, kind: 'retry', error: 'internal_error' });
  });
});

describe('what Slack would refuse', () => {
  it('is sent as its text rather than not at all, and logged', () => {
    const logged: unknown[] = [];
    const noting = { ...log, error: (...line: unknown[]) => void logged.push(line) };
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] as never;
    expect(sendable({ text: 'The text', blocks }, 'a.notice', noting)).toEqual({ text: 'The text' });
    expect(logged).toEqual([['message.invalid', { name: 'a.notice', faults: [expect.anything()] }]]);
  });
});

describe('the leaders’ channel', () => {
  const posted = () => calls.filter(([method]) => method.startsWith('chat.')).length;
  const info = (facts: Record<string, object | (() => unknown)>) => {
    answers['conversations.info'] = ({ channel }) => {
      const found = facts[String(channel)] ?? refusing('channel_not_found');
      return typeof found === 'function' ? found() : { channel: { id: channel, ...found } };
    };
  };
  const secret = { is_private: true };
  const dead = (error: string) => ({ ok: false, kind: 'dead', error });

  it.each<[string, () => void, object]>([
    ['is public', () => info({ G0LEADERS: { is_private: false } }), dead('leaders_channel_public')],
    ['is archived', () => info({ G0LEADERS: { is_private: true, is_archived: true } }), dead('is_archived')],
    ['does not say what it is', () => info({ G0LEADERS: {} }), dead('leaders_channel_public')],
    ['says it in words', () => info({ G0LEADERS: { is_private: 'true' } }), dead('leaders_channel_public')],
    ['is shown as nothing', () => info({ G0LEADERS: () => ({ ok: true }) }), dead('leaders_channel_public')],
    ['cannot be seen', () => info({}), dead('channel_not_found')],
    ['cannot be asked for now', () => info({ G0LEADERS: refusing('ratelimited') }), { ok: false, kind: 'retry' }],
    ['cannot be asked for at all', () => info({ G0LEADERS: refusing('internal_error') }), { ok: false, kind: 'retry' }],
    [
      'bears the name of one that is still there',
      () => {
        before = 'G0BEFORE';
        info({ G0LEADERS: secret, G0BEFORE: secret });
      },
      dead('leaders_channel_other'),
    ],
    [
      'bears the name of one that is archived',
      () => {
        before = 'G0BEFORE';
        info({ G0LEADERS: secret, G0BEFORE: { is_private: true, is_archived: true } });
      },
      dead('leaders_channel_other'),
    ],
    [
      'bears the name of one that cannot be asked for now',
      () => {
        before = 'G0BEFORE';
        info({ G0LEADERS: secret, G0BEFORE: refusing('ratelimited') });
      },
      { ok: false, kind: 'retry' },
    ],
  ])('that %s is not posted into', async (_, arrange, expected) => {
    arrange();
    expect(await messenger.post(message('#leaders'))).toMatchObject(expected);
    expect(posted()).toBe(0);
  });

  it('that took over from one that is gone is posted into', async () => {
    before = 'G0BEFORE';
    info({ G0LEADERS: secret });
    expect(await messenger.post(message('#leaders'))).toMatchObject({ ok: true, channel: 'G0LEADERS' });
  });

  it('that became another while the bot runs is not, and is again once it is the old one', async () => {
    info({ G0LEADERS: secret, G0OTHER: secret });
    expect(await messenger.post(message('#leaders'))).toMatchObject({ ok: true });
    answers['chat.postMessage'] = refusing('is_archived');
    expect(await messenger.post(message('#leaders'))).toMatchObject(dead('is_archived'));
    answers['chat.postMessage'] = ({ channel }) => ({ channel, ts: '2.0' });
    const list = answers['conversations.list'];
    answers['conversations.list'] = () => ({ channels: [{ id: 'G0OTHER', name: 'leaders' }] });
    expect(await messenger.post(message('#leaders'))).toEqual(dead('leaders_channel_other'));
    answers['conversations.list'] = list ?? (() => null);
    expect(await messenger.post(message('#leaders'))).toMatchObject({ ok: true, channel: 'G0LEADERS' });
  });

  it('that became public keeps its old cards as they are', async () => {
    info({ G0LEADERS: { is_private: false } });
    const card = { ...message('#leaders'), channel: 'G0LEADERS', ts: '1.0' };
    expect(await messenger.update(card)).toEqual(dead('leaders_channel_public'));
    expect(posted()).toBe(0);
    info({ G0LEADERS: secret });
    expect(await messenger.update(card)).toMatchObject({ ok: true });
  });

  it('is looked at once for many messages, and no other channel ever', async () => {
    for (const recipient of ['#leaders', '#leaders', '#department', 'U1', '#leaders'])
      await messenger.post(message(recipient));
    expect(calls.filter(([method]) => method === 'conversations.info')).toEqual([
      ['conversations.info', { channel: 'G0LEADERS' }],
    ]);
  });

  it('is looked at again after a minute', async () => {
    let now = 0;
    const client = { conversations: { info: async () => ({ channel: { is_private: now < 60_000 } }) } };
    const options = { byName: true, before: async () => null, elapsedMs: () => now };
    const leaders = leadersChannel(client as unknown as WebClient, options);
    expect(await leaders.unfit('G0LEADERS')).toBe(null);
    now = 59_999;
    expect(await leaders.unfit('G0LEADERS')).toBe(null);
    now = 60_000;
    expect(await leaders.unfit('G0LEADERS')).toBe('leaders_channel_public');
  });

  it('given by its id is that one, whichever it was before', async () => {
    const client = { conversations: { info: async () => ({ channel: { is_private: true } }) } };
    const options = { byName: false, before: async () => 'G0BEFORE' };
    expect(await leadersChannel(client as unknown as WebClient, options).unfit('G0LEADERS')).toBe(null);
  });
});

describe('what was said before', () => {
  const metadata = { event_type: 'tiaoli_notice', event_payload: { id: 'mark' } };
  const ours = { ts: '9.0', bot_id: 'B1', metadata };

  it('is read page by page, only what this bot said with its mark', async () => {
    answers['conversations.history'] = () => ({
      messages: [
        ours,
        { ...ours, bot_id: 'B2' },
        { ...ours, bot_id: undefined, user: 'U2' },
        { ...ours, bot_id: null },
        { ...ours, metadata: undefined },
        { ...ours, metadata: { ...metadata, event_type: 'another_app' } },
        { ...ours, metadata: { ...metadata, event_payload: { id: 7 } } },
        { ...ours, ts: undefined },
      ],
      response_metadata: { next_cursor: 'more' },
    });
    expect(await past.page('C1', since, null)).toEqual({
      marked: [{ channel: 'C1', ts: '9.0', uuid: 'mark' }],
      next: 'more',
    });
    await past.page('C1', since, 'more');
    expect(calls.at(-1)?.[1]).toMatchObject({ oldest: String(since.getTime() / 1000), cursor: 'more' });
  });

  it('is asked for again where Slack gives no messages', async () => {
    answers['conversations.history'] = () => ({ ok: true });
    await expect(past.page('C1', since, null)).rejects.toThrow('no messages');
  });

  it.each([{}, { bot_id: '' }])('is left alone where Slack does not tell which bot this is: %j', async told => {
    answers['auth.test'] = () => ({ ok: true, ...told });
    answers['conversations.history'] = () => ({ messages: [{ ...ours, ...told }] });
    await expect(past.page('C1', since, null)).rejects.toThrow('which bot');
  });

  it.each([
    ['U1', 'DU1'],
    ['#leaders', 'G0LEADERS'],
  ])('to %s stands in %s', async (recipient, channel) => {
    expect(await past.channelOf(recipient)).toBe(channel);
  });

  it('gives way to one sentence without buttons, and keeps its mark', async () => {
    await past.outdate({ channel: 'C1', ts: '9.0', uuid: 'mark' }, 'en');
    expect(calls).toEqual([
      ['chat.update', { channel: 'C1', ts: '9.0', text: 'no longer counts (en)', blocks: [], metadata }],
    ]);
  });
});
