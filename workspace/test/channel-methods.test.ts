/** What the app itself changes of channels: their names, what they are about, who is in them, whether they are open. */
import { describe, expect, it } from 'vitest';
import { openWithApp } from './bench.ts';
import { APP, event_ts, noted, useChannels } from './channels.ts';

const { call, forget, get, idOf, told } = useChannels(['four', 'six']);

describe('the app', () => {
  it('changes channels itself', async () => {
    const { channel: made } = await call('conversations.create', { name: 'made' });
    const channel = made?.id ?? '';
    await call('conversations.invite', { channel, users: 'UBEN' });
    await told();
    forget();
    expect(await call('conversations.setTopic', { channel, topic: 'Tea & cake' })).toMatchObject({
      ok: true,
      channel: { topic: { value: 'Tea & cake', creator: APP, last_set: expect.any(Number) } },
    });
    expect(await call('conversations.setPurpose', { channel, purpose: 'Breaks' })).toMatchObject({
      ok: true,
      channel: { id: channel, purpose: { value: 'Breaks', creator: APP } },
    });
    expect(await call('conversations.rename', { channel, name: '#made-2' })).toMatchObject({
      ok: true,
      channel: { id: channel, name: 'made-2', previous_names: ['made'], topic: { value: 'Tea & cake' } },
    });
    expect(await call('conversations.kick', { channel, user: 'UBEN' })).toEqual({ ok: true, errors: {} });
    expect(await call('conversations.archive', { channel })).toEqual({ ok: true });
    // Bolt keeps from its listeners what the app itself has said.
    expect((await told()).map(({ type }) => type)).toEqual(['channel_rename', 'message', 'member_left_channel']);
    const { entries } = await get('/human/log');
    const events = [...(entries ?? [])]
      .map(({ payload }) => payload?.event)
      .filter(event => event?.channel === channel);
    const notes = events.filter(event => event?.user === APP && event?.type === 'message');
    expect(notes.slice(-4)).toEqual([
      noted(channel, 'channel', 'channel_topic', APP, `<@${APP}> set the channel topic: Tea & cake`, {
        topic: 'Tea & cake',
      }),
      noted(channel, 'channel', 'channel_purpose', APP, `<@${APP}> set the channel purpose: Breaks`, {
        purpose: 'Breaks',
      }),
      noted(channel, 'channel', 'channel_name', APP, `<@${APP}> has renamed the channel from "made" to "made-2"`, {
        old_name: 'made',
        name: 'made-2',
      }),
      noted(channel, 'channel', 'channel_archive', APP, 'archived the channel'),
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'channel_archive', user: APP });
  });

  it('leaves, and is told so as if it had been removed', async () => {
    const channel = await idOf('four');
    expect(await call('conversations.leave', { channel })).toEqual({ ok: true });
    expect(await call('conversations.leave', { channel })).toEqual({ ok: true, not_in_channel: true });
    expect(await told()).toEqual([{ type: 'channel_left', channel, actor_id: APP, event_ts }]);
  });

  it.each([
    ['conversations.rename', 'six', { name: 'mine' }, 'not_authorized'],
    ['conversations.kick', 'six', { user: 'UBEN' }, 'restricted_action'],
    ['conversations.kick', 'closed-six', { user: APP }, 'cant_kick_self'],
    ['conversations.kick', 'closed-six', { user: 'UNOBODY' }, 'user_not_found'],
    ['conversations.unarchive', 'six', {}, 'not_archived'],
    ['conversations.setTopic', 'six', { topic: 'x'.repeat(251) }, 'too_long'],
    ['conversations.setPurpose', 'closed-six', { purpose: 'x'.repeat(251) }, 'too_long'],
  ])('is refused: %s in #%s', async (method, name, args, error) => {
    const more = args as Record<string, string>;
    expect(await call(method, { channel: await idOf(name), ...more })).toEqual({ ok: false, error });
  });

  it('changes no direct message', async () => {
    const { channel } = await call('chat.postMessage', { channel: 'UANN', text: 'x' });
    const methods = ['rename', 'archive', 'unarchive', 'kick', 'leave', 'setTopic', 'setPurpose'];
    for (const method of methods)
      expect(await call(`conversations.${method}`, { channel: String(channel), user: 'UANN', name: 'x' })).toEqual({
        ok: false,
        error: 'method_not_supported_for_channel_type',
      });
  });
});

it('an app hears of what it subscribed to alone, and subscribes to what its scopes allow', async () => {
  const manifest = (events: string[], scopes: string[]) => ({
    display_information: { name: 'Listener' },
    oauth_config: { scopes: { bot: scopes } },
    settings: { event_subscriptions: { bot_events: events } },
  });
  const own = await openWithApp(() => {}, { manifest: manifest(['channel_rename'], ['channels:read']) });
  await own.page.post('/human/rename-channel', { user: 'alice', channel: 'support', name: 'help' });
  await own.page.post('/human/archive', { user: 'alice', channel: 'help' });
  await own.workspace.settled();
  const { entries } = await own.page.get('/human/log');
  const sent = [...(entries ?? [])].filter(({ direction }) => direction === 'to_bot').map(({ type }) => type);
  expect(sent).toEqual(['channel_rename']);
  const closed = own.client.conversations.rename({ channel: 'C0', name: 'x' });
  expect(await closed.catch(error => error.data)).toMatchObject({
    error: 'missing_scope',
    needed: 'channels:manage,groups:write,im:write,mpim:write',
  });
  await own.stop();
  for (const [event, scopes] of [
    ['group_rename', ['channels:read']],
    ['channel_archive', ['groups:read']],
    ['member_left_channel', ['users:read']],
    ['user_profile_changed', ['channels:read']],
  ] as const)
    await expect(openWithApp(() => {}, { manifest: manifest([event], [...scopes]) })).rejects.toThrow(event);
});
