/** Channels that are renamed, archived, opened again, made private, and whose people and app come and go: what the app hears, and what it finds afterwards. */
import { describe, expect, it } from 'vitest';
import { APP, event_ts, noted, useChannels } from './channels.ts';

const { act, call, forget, get, idOf, told } = useChannels(['one', 'two', 'three', 'seven', 'eight']);

/** A public channel and a private one, with the words that differ between them. */
const KINDS = [
  ['one', 'channel', 'channel_rename', 'C'],
  ['closed-one', 'group', 'group_rename', 'G'],
] as const;

describe.each(KINDS)('in #%s (%s)', (name, kind, rename, letter) => {
  it('somebody goes, is removed and comes back', async () => {
    const channel = await idOf(name);
    expect(await act('leave', { user: 'cy', channel: name })).toEqual({ ok: true, channel });
    expect(await act('remove', { user: 'ann', channel: name, who: '@ben' })).toEqual({ ok: true, channel });
    expect(await act('invite', { user: 'ann', channel: name, who: 'ben' })).toEqual({ ok: true, channel });
    const who = (user: string) => ({ user, channel, channel_type: letter, team: 'T1', event_ts });
    const left = (user: string) => noted(channel, kind, 'channel_leave', user, `<@${user}> has left the channel`);
    const joined = noted(channel, kind, 'channel_join', 'UBEN', '<@UBEN> has joined the channel', { inviter: 'UANN' });
    expect(await told()).toEqual([
      left('UCY'),
      { type: 'member_left_channel', ...who('UCY') },
      left('UBEN'),
      { type: 'member_left_channel', ...who('UBEN') },
      joined,
      { type: 'member_joined_channel', ...who('UBEN'), inviter: 'UANN' },
    ]);
    expect((await call('conversations.members', { channel })).members).toEqual(['UANN', APP, 'UBEN']);
    expect((await call('chat.postEphemeral', { channel, user: 'UCY', text: 'x' })).error).toBe('user_not_in_channel');
  });

  it('the name changes, and the id stays', async () => {
    const channel = await idOf(name);
    const fresh = `${name}-renamed`;
    expect(await act('rename-channel', { user: 'ann', channel: name, name: fresh })).toEqual({
      ok: true,
      channel,
      name: fresh,
    });
    const renamed = `<@UANN> has renamed the channel from "${name}" to "${fresh}"`;
    const about = { id: channel, name: fresh, name_normalized: fresh, created: expect.any(Number) };
    expect(await told()).toEqual([
      noted(channel, kind, 'channel_name', 'UANN', renamed, { old_name: name, name: fresh }),
      { type: rename, channel: { ...about, is_channel: kind === 'channel', is_mpim: false }, event_ts },
    ]);
    expect((await call('conversations.info', { channel })).channel).toMatchObject({
      name: fresh,
      previous_names: [name],
    });
    expect((await call('chat.postMessage', { channel: `#${name}`, text: 'x' })).error).toBe('channel_not_found');
    expect((await call('chat.postMessage', { channel: `#${fresh}`, text: 'x' })).channel).toBe(channel);
    // The old name is free again, for another channel with another id.
    const made = await call('conversations.create', { name, ...(kind === 'group' && { is_private: 'true' }) });
    expect(made).toMatchObject({ ok: true, channel: { name } });
    expect(made.channel?.id).not.toBe(channel);
    expect((await call('conversations.create', { name: fresh })).error).toBe('name_taken');
    expect((await call('conversations.rename', { channel: made.channel?.id ?? '', name: fresh })).error).toBe(
      'name_taken',
    );
  });
});

describe('an archived channel', () => {
  it('is closed to all that is new, and the app is out of a public one', async () => {
    const channel = await idOf('two');
    const { ts = '' } = await call('chat.postMessage', { channel, text: 'before' });
    await told();
    forget();
    expect(await act('archive', { user: 'ben', channel: 'two' })).toEqual({ ok: true, channel, archived: true });
    expect(await told()).toEqual([
      noted(channel, 'channel', 'channel_archive', 'UBEN', 'archived the channel'),
      { type: 'channel_archive', channel, user: 'UBEN', is_moved: 0, event_ts },
    ]);
    const answers: Record<string, string> = {};
    const tried: [string, Record<string, string>][] = [
      ['chat.postMessage', { text: 'x' }],
      ['chat.postEphemeral', { text: 'x', user: 'UANN' }],
      ['chat.scheduleMessage', { text: 'x', post_at: String(Math.floor(Date.now() / 1000) + 600) }],
      ['chat.update', { text: 'x', ts }],
      ['chat.delete', { ts }],
      ['conversations.join', {}],
      ['conversations.archive', {}],
      ['conversations.unarchive', {}],
      ['conversations.history', {}],
      ['conversations.invite', { users: 'UCY' }],
    ];
    for (const [method, args] of tried) answers[method] = (await call(method, { channel, ...args })).error ?? 'none';
    expect(answers).toEqual({
      'chat.postMessage': 'is_archived',
      'chat.postEphemeral': 'is_archived',
      'chat.scheduleMessage': 'is_archived',
      'chat.update': 'is_archived',
      'chat.delete': 'is_archived',
      'conversations.join': 'is_archived',
      'conversations.archive': 'already_archived',
      'conversations.unarchive': 'not_in_channel',
      'conversations.history': 'not_in_channel',
      'conversations.invite': 'not_in_channel',
    });
    expect((await call('conversations.info', { channel })).channel).toMatchObject({
      is_archived: true,
      is_member: false,
    });
    const listed = async (args: Record<string, string>) =>
      [...((await call('conversations.list', { limit: '999', ...args })).channels ?? [])].map(({ id }) => id);
    expect(await listed({})).toContain(channel);
    expect(await listed({ exclude_archived: 'true' })).not.toContain(channel);
  });

  it('opens again with whoever opened it, and the app is brought in anew', async () => {
    const channel = await idOf('two');
    expect(await act('archive', { user: 'cy', channel, archived: false })).toEqual({
      ok: true,
      channel,
      archived: false,
    });
    expect(await told()).toEqual([{ type: 'channel_unarchive', channel, user: 'UCY', event_ts }]);
    expect((await call('conversations.members', { channel })).members).toEqual(['UCY']);
    expect((await call('chat.postMessage', { channel, text: 'x' })).error).toBe('not_in_channel');
    forget();
    await act('invite', { user: 'cy', channel, who: APP });
    // Bolt keeps the note of it, in the app's own name, from its listeners.
    expect(await told()).toEqual([
      {
        ...{ type: 'member_joined_channel', user: APP, channel, channel_type: 'C', team: 'T1' },
        ...{ inviter: 'UCY', event_ts },
      },
    ]);
    expect(await call('chat.postMessage', { channel, text: 'back' })).toMatchObject({ ok: true });
    const { messages } = await call('conversations.history', { channel });
    expect([...(messages ?? [])].map(({ subtype, text }) => subtype ?? text)).toEqual([
      'back',
      'channel_join',
      'channel_unarchive',
      'channel_archive',
      'before',
    ]);
    expect([...(messages ?? [])][1]).toEqual({
      ...{ type: 'message', subtype: 'channel_join', user: APP, inviter: 'UCY', ts: expect.any(String) },
      text: `<@${APP}> has joined the channel`,
    });
    expect([...(messages ?? [])][3]).toEqual({
      type: 'message',
      subtype: 'channel_archive',
      user: 'UBEN',
      text: 'archived the channel',
      ts: expect.any(String),
    });
  });

  it('keeps its members, the app among them, where it is private', async () => {
    const channel = await idOf('closed-two');
    await act('archive', { user: 'ben', channel });
    await act('archive', { user: 'ben', channel, archived: false });
    expect(await told()).toEqual([
      noted(channel, 'group', 'channel_archive', 'UBEN', 'archived the channel'),
      { type: 'group_archive', channel, user: 'UBEN', is_moved: 0, event_ts },
      noted(channel, 'group', 'channel_unarchive', 'UBEN', 'un-archived the channel'),
      { type: 'group_unarchive', channel, actor_id: 'UBEN', event_ts },
    ]);
    expect((await call('conversations.members', { channel })).members).toEqual(['UANN', 'UBEN', 'UCY', APP]);
  });
});

describe('the app', () => {
  it('hears that it was removed, and no longer what happens there', async () => {
    const [open, closed] = [await idOf('three'), await idOf('closed-three')];
    await act('remove', { user: 'ann', channel: open, who: APP });
    await act('remove', { user: 'ben', channel: closed, who: APP });
    await act('remove', { user: 'ann', channel: open, who: 'cy' });
    await act('message', { user: 'ann', channel: open, text: '@app unheard' });
    await act('rename-channel', { user: 'ann', channel: open, name: 'three-renamed' });
    await act('rename-channel', { user: 'ann', channel: closed, name: 'closed-three-renamed' });
    expect(await told()).toEqual([
      { type: 'channel_left', channel: open, actor_id: 'UANN', event_ts },
      { type: 'group_left', channel: closed, actor_id: 'UBEN', event_ts },
      expect.objectContaining({ type: 'channel_rename' }),
    ]);
    const tried = ['chat.postMessage', 'chat.postEphemeral', 'conversations.history', 'conversations.archive'];
    const errors = async (channel: string): Promise<string[]> => {
      const answers = tried.map(method => call(method, { channel, text: 'x', user: 'UANN' }));
      return (await Promise.all(answers)).map(({ error }) => String(error));
    };
    expect(await errors(open)).toEqual(tried.map(() => 'not_in_channel'));
    expect(await errors(closed)).toEqual(tried.map(() => 'channel_not_found'));
  });
});

it('a public channel made private keeps its id, its members and what was said', async () => {
  const channel = await idOf('seven');
  expect(await act('make-private', { user: 'ann', channel })).toEqual({ ok: true, channel });
  const text = 'made this channel *private*. Now, it can only be viewed or joined by invitation.';
  expect(await told()).toEqual([noted(channel, 'group', 'channel_convert_to_private', 'UANN', text)]);
  expect((await call('conversations.info', { channel })).channel).toMatchObject({
    is_channel: false,
    is_group: true,
    is_private: true,
    is_member: true,
  });
  await act('remove', { user: 'ben', channel, who: APP });
  expect((await call('conversations.info', { channel })).error).toBe('channel_not_found');
});

it('what Slack notes in a channel is nobody’s to change, and waits for nobody to read it', async () => {
  const channel = await idOf('eight');
  await act('read', { user: 'ben', channel });
  await call('conversations.setTopic', { channel, topic: 'x' });
  const { messages } = await get(`/human/messages?user=ben&channel=${channel}`);
  const note = [...(messages ?? [])].at(-1);
  expect(note).toMatchObject({ user: APP, subtype: 'channel_topic', topic: 'x' });
  expect((await call('chat.update', { channel, ts: String(note?.ts), text: 'y' })).error).toBe('cant_update_message');
  expect((await get(`/human/channel?user=ben&channel=${channel}`)).channel?.unread).toBe(0);
  await act('leave', { user: 'cy', channel });
  await act('join', { user: 'cy', channel });
  const { messages: after } = await call('conversations.history', { channel, limit: '1' });
  const own = { user: 'cy', channel, ts: String([...(after ?? [])][0]?.ts) };
  const message = `${own.ts} is a note of what happened here, which nobody changes.`;
  expect(await act('edit', { ...own, text: 'y' })).toEqual({ ok: false, error: 'cant_update_message', message });
  expect(await act('delete', own)).toEqual({ ok: false, error: 'cant_delete_message', message });
});
