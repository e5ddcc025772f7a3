import { describe, expect, it } from 'vitest';
import { type Answer, type Bench, openWithApp } from './bench.ts';

const failing = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'fine',
    error => error.data.error,
  );

describe('channels that come into being', () => {
  it('are made, joined and marked, and the app hears of it', async () => {
    const events: Answer[] = [];
    const bench: Bench = await openWithApp(app => {
      for (const name of ['member_joined_channel', 'reaction_added', 'reaction_removed'])
        app.event(name, async ({ event }) => void events.push(event as unknown as Answer));
      app.event('message', async () => {});
    });
    const { client, page, workspace } = bench;
    const { channel } = await client.conversations.create({ name: 'project-新' });
    const id = channel?.id ?? '';
    expect(channel).toMatchObject({ name: 'project-新', is_private: false, is_member: true });
    for (const [name, error] of [
      ['project-新', 'name_taken'],
      ['Big', 'invalid_name_specials'],
      ['-', 'invalid_name_punctuation'],
      ['x'.repeat(81), 'invalid_name_maxlength'],
    ] as const)
      expect(await failing(client.conversations.create({ name }))).toBe(error);
    expect(await page.post('/human/join', { user: 'emma', channel: '#project-新' })).toEqual({
      ok: true,
      channel: id,
    });
    expect(await page.post('/human/invite', { user: 'emma', channel: id, who: 'alice' })).toEqual({
      ok: true,
      channel: id,
    });
    await workspace.settled(60);
    expect(events).toEqual([
      {
        type: 'member_joined_channel',
        user: 'UEMMA',
        channel: id,
        channel_type: 'C',
        team: 'T0TEAM',
        event_ts: expect.any(String),
      },
      expect.objectContaining({ type: 'member_joined_channel', user: 'UALICE', inviter: 'UEMMA' }),
    ]);
    events.length = 0;
    const { ts: timestamp = '' } = await client.chat.postMessage({ channel: id, text: 'Look' });
    await client.reactions.add({ channel: id, timestamp, name: 'eyes' });
    const react = (more: object) =>
      page.post('/human/react', { user: 'emma', channel: id, ts: timestamp, name: 'eyes', ...more });
    expect([await react({}), await react({}), await react({ remove: true })]).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(await react({ name: 'no emoji' })).toMatchObject({ ok: false, error: 'invalid_name' });
    const { messages } = await page.get(`/human/messages?user=emma&channel=${id}`);
    expect([...(messages ?? [])].at(-1)?.reactions).toEqual([{ name: 'eyes', users: ['U0LOCALAPP'] }]);
    await workspace.settled(60);
    // Bolt keeps what the app did itself from its listeners.
    const told = {
      user: 'UEMMA',
      reaction: 'eyes',
      item: { type: 'message', channel: id, ts: timestamp },
      item_user: 'U0LOCALAPP',
    };
    expect(events).toEqual([
      { type: 'reaction_added', ...told, event_ts: expect.any(String) },
      { type: 'reaction_removed', ...told, event_ts: expect.any(String) },
    ]);
    await bench.stop();
  });

  it('hold no user groups', async () => {
    const bench = await openWithApp(() => {});
    expect((await bench.client.usergroups.list()).usergroups).toEqual([]);
    expect(await failing(bench.client.usergroups.users.list({ usergroup: 'S1' }))).toBe('no_such_subteam');
    await bench.stop();
  });
});
