import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import type { WorkspaceClock } from '../workspace.ts';
import { type Answer, type Bench, openWorkspace } from './bench.ts';

/** A Monday, 8:00 in Shanghai; time stands still until someone travels. */
const START = Date.parse('2026-03-09T00:00:00Z') / 1000;
let now = START;
const clock: WorkspaceClock = {
  now: () => new Date(now * 1000),
  async travel(to) {
    now = to.getTime() / 1000;
  },
};
const bench = await openWorkspace({ clock });
afterAll(() => bench.stop());
beforeEach(async () => {
  for (const { id: scheduled_message_id, channel_id: channel } of await listed())
    await call('chat.deleteScheduledMessage', { channel, scheduled_message_id });
});

async function call(method: string, args: object = {}, from = bench): Promise<Answer> {
  const { apiUrl, botToken } = from.workspace;
  const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
  return (await response.json()) as Answer;
}
const later = (seconds: number, more: object = {}, from = bench): Promise<Answer> =>
  call('chat.scheduleMessage', { channel: '#general', text: `+${seconds}`, post_at: now + seconds, ...more }, from);
const listed = async (args: object = {}): Promise<Answer[]> => [
  ...((await call('chat.scheduledMessages.list', args)).scheduled_messages ?? []),
];
const said = async (from: Bench = bench): Promise<[string, number][]> => {
  const { messages } = await from.page.get('/human/messages?user=alice&channel=general');
  return [...(messages ?? [])].map(({ text = '', ts }) => [text, Math.floor(Number(ts)) - START]);
};

it('answers with the id, the time and the message to come; lists it, and forgets it when deleted', async () => {
  const blocks = [{ type: 'divider', block_id: 'd' }];
  const {
    channel,
    post_at,
    scheduled_message_id = '',
    message,
  } = await bench.client.chat.scheduleMessage({
    channel: '#general',
    text: 'Soon',
    post_at: now + 600,
    blocks,
  });
  expect(scheduled_message_id).toMatch(/^Q[0-9A-Z]{10}$/);
  expect([channel, post_at]).toEqual([expect.stringMatching(/^C/), now + 600]);
  expect(message).toEqual({
    type: 'delayed_message',
    text: 'Soon',
    user: 'U0LOCALAPP',
    bot_id: 'B0LOCALAPP',
    app_id: 'A0LOCALAPP',
    team: 'T0TEAM',
    bot_profile: expect.objectContaining({ name: 'app' }),
    blocks,
  });
  await later(300);
  const soon = { id: scheduled_message_id, channel_id: channel, post_at: now + 600, date_created: now, text: 'Soon' };
  expect(await listed()).toEqual([expect.objectContaining({ text: '+300' }), soon]);
  expect(await listed({ oldest: String(now + 301) })).toEqual([soon]);
  expect((await listed({ channel, latest: String(now + 599) })).map(({ text }) => text)).toEqual(['+300']);
  const first = await bench.client.chat.scheduledMessages.list({ limit: 1 });
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await bench.client.chat.scheduledMessages.list({ limit: 1, cursor });
  expect([second.scheduled_messages, second.response_metadata?.next_cursor]).toEqual([[soon], '']);
  expect(
    await bench.client.chat.deleteScheduledMessage({ channel: channel ?? '', scheduled_message_id }),
  ).toMatchObject({
    ok: true,
  });
  expect((await listed()).map(({ text }) => text)).toEqual(['+300']);
  const again = { channel, scheduled_message_id };
  expect((await call('chat.deleteScheduledMessage', again)).error).toBe('invalid_scheduled_message_id');
});

it.each([
  ['a time that is none', { post_at: 'tomorrow' }, 'invalid_time'],
  ['milliseconds', { post_at: START * 1000 }, 'time_too_far'],
  ['no time', { post_at: '' }, 'invalid_arguments'],
  ['the present moment', { post_at: START }, 'time_in_past'],
  ['121 days', { post_at: START + 121 * 86_400 }, 'time_too_far'],
  ['nothing to say', { text: '' }, 'no_text'],
  ['an unknown channel', { channel: 'nowhere' }, 'channel_not_found'],
])('%s is refused', async (_, args, error) => {
  expect((await later(600, args)).error).toBe(error);
});

it('lists and deletes only where there is something', async () => {
  expect((await call('chat.scheduledMessages.list', { channel: 'C0' })).error).toBe('invalid_channel');
  const { scheduled_message_id, channel } = await later(61);
  const { channel: other } = await call('chat.postMessage', { channel: '#random', text: 'elsewhere' });
  const random = { channel: other, scheduled_message_id };
  expect((await call('chat.deleteScheduledMessage', random)).error).toBe('invalid_scheduled_message_id');
  now += 1;
  const late = { channel, scheduled_message_id };
  expect((await call('chat.deleteScheduledMessage', late)).error).toBe('invalid_scheduled_message_id');
  now -= 1;
});

it('takes a person’s id for the direct message with them, to schedule and to take back', async () => {
  const { scheduled_message_id, channel } = await later(600, { channel: 'UBOB' });
  expect(channel).toMatch(/^D/);
  expect(await listed({ channel })).toHaveLength(1);
  expect(await call('chat.deleteScheduledMessage', { channel: 'UBOB', scheduled_message_id })).toEqual({ ok: true });
  expect(await listed()).toEqual([]);
});

it('takes thirty for a channel in any five minutes', async () => {
  for (let index = 0; index < 30; index += 1) expect((await later(1000 + index)).ok).toBe(true);
  expect((await later(1299)).error).toBe('restricted_too_many');
  expect((await later(800)).error).toBe('restricted_too_many');
  expect((await later(1300)).ok).toBe(true);
  expect((await later(1000, { channel: '#random' })).ok).toBe(true);
});

it('posts each at its own time on a journey, in order; not those with metadata, as Slack does', async () => {
  await later(3600);
  await later(1800);
  await later(7200);
  await later(2000, { metadata: { event_type: 'x', event_payload: { id: '1' } } });
  await bench.page.post('/human/clock', { advance: 'PT1H30M' });
  expect(await said()).toEqual([
    ['+1800', 1800],
    ['+3600', 3600],
  ]);
  expect((await listed()).map(({ text }) => text)).toEqual(['+7200']);
  const { entries } = await bench.page.get('/human/log');
  const dropped = [...(entries ?? [])].filter(({ method, ok }) => method === 'scheduled message' && !ok);
  expect(dropped.map(({ error }) => error)).toEqual(['not_posted_with_metadata']);
});

it('comes when its time comes by itself, also after a restart, once', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'workspace-'));
  const first = await openWorkspace({ clock, directory });
  const begin = now;
  await later(60, {}, first);
  await later(120, {}, first);
  now = begin + 60;
  await vi.waitFor(async () => expect(await said(first)).toEqual([['+60', now - START]]), 5_000);
  await first.stop();
  now = begin + 130;
  const second = await openWorkspace({ clock, directory });
  const both = [
    ['+60', begin + 60 - START],
    ['+120', begin + 130 - START],
  ];
  await vi.waitFor(async () => expect(await said(second)).toEqual(both), 5_000);
  await second.stop();
  const third = await openWorkspace({ clock, directory });
  expect([await said(third), (await call('chat.scheduledMessages.list', {}, third)).scheduled_messages]).toEqual([
    both,
    [],
  ]);
  await third.stop();
  rmSync(directory, { recursive: true });
});

it('posts for every team on one journey, in the order of time', async () => {
  const team = (id: string, person: string) => ({
    team: { id, name: id, domain: id.toLowerCase() },
    people: [{ id: person, real_name: person }],
    channels: [{ name: 'all', members: 'everyone' as const }],
  });
  const begin = now;
  const both = await openWorkspace({ clock, seed: { ...team('T0MAIN', 'UANN'), further: [team('T0BRANCH', 'UEVE')] } });
  const [main, branch] = both.workspace.teams.map(
    ({ botToken }) => new WebClient(botToken, { slackApiUrl: both.workspace.apiUrl }),
  );
  await main?.chat.scheduleMessage({ channel: '#all', text: 'second', post_at: begin + 200 });
  await branch?.chat.scheduleMessage({ channel: '#all', text: 'first', post_at: begin + 100 });
  await both.page.post('/human/clock', { advance: 'PT5M' });
  const heard = async (user: string): Promise<[string, number][]> => {
    const { messages } = await both.page.get(`/human/messages?user=${user}&channel=all`);
    return [...(messages ?? [])].map(({ text = '', ts }) => [text, Math.floor(Number(ts)) - begin]);
  };
  expect([await heard('UEVE'), await heard('UANN')]).toEqual([[['first', 100]], [['second', 200]]]);
  await both.stop();
});

it('posts nothing where the app is no more, or where it is archived', async () => {
  await call('conversations.create', { name: 'left' });
  await call('conversations.create', { name: 'kept' });
  const ids: string[] = [];
  for (const channel of ['left', 'kept', 'support']) {
    const scheduled = await later(60, { channel });
    ids.push(String(scheduled.channel));
  }
  await bench.page.post('/human/remove', { user: 'alice', channel: 'support', who: 'U0LOCALAPP' });
  await call('conversations.archive', { channel: ids[0] });
  await bench.page.post('/human/clock', { advance: 'PT2M' });
  const { entries } = await bench.page.get('/human/log');
  const posted = [...(entries ?? [])].filter(({ method }) => method === 'scheduled message').slice(-3);
  expect(posted.map(({ payload, error }) => [payload?.channel, error ?? 'posted'])).toEqual([
    [ids[0], 'is_archived'],
    [ids[1], 'posted'],
    [ids[2], 'not_in_channel'],
  ]);
});
