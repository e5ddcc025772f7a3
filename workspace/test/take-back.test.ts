/** People take back what they said; and what may be neither taken back nor reworded. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, openWorkspace } from './bench.ts';
import { no, openTalk, said } from './talk.ts';

let talk: Awaited<ReturnType<typeof openTalk>>;
let channel = '';

beforeAll(async () => {
  talk = await openTalk();
  channel = talk.channel;
});
afterAll(() => talk.stop());

describe('a message somebody deletes', () => {
  it('is gone for everybody, with its pin and reactions; the app hears message_deleted', async () => {
    const ts = await talk.say('alice', 'oops');
    await talk.page.post('/human/react', { user: 'bob', channel, ts, name: 'eyes' });
    await talk.client.pins.add({ channel, timestamp: ts });
    await talk.told();
    const pins = async () => (await talk.seenBy('bob')).filter(({ pinned }) => pinned as unknown).length;
    const before = await pins();
    expect(await talk.takeBack('alice', ts)).toEqual({ ok: true, ts, channel });
    const reactions = [{ name: 'eyes', users: ['UBOB'], count: 1 }];
    expect(await talk.told()).toEqual([
      {
        ...talk.about,
        subtype: 'message_deleted',
        deleted_ts: ts,
        previous_message: said(ts, 'oops', { reactions, pinned_to: [channel] }),
      },
    ]);
    expect(await pins()).toBe(before - 1);
    for (const user of ['alice', 'bob']) expect((await talk.seenBy(user)).some(each => each.ts === ts)).toBe(false);
    const again = await talk.say('alice', 'pinned next');
    await talk.client.pins.add({ channel, timestamp: again });
    const { entries } = await talk.page.get('/human/log');
    const pinned = [...(entries ?? [])].filter(({ type }) => type === 'pin_added').at(-1);
    expect(pinned?.payload?.event?.pin_count).toBe(before);
    expect(await talk.takeBack('alice', ts)).toEqual({
      ok: false,
      error: 'message_not_found',
      message: `UALICE sees no message ${ts} there.`,
    });
  });

  it('leaves a mark above its replies, as when the app deletes one', async () => {
    const ts = await talk.say('alice', 'first');
    const reply = await talk.say('bob', 'an answer', { thread_ts: ts });
    await talk.takeBack('alice', ts);
    const mark = expect.objectContaining({ ts, subtype: 'tombstone', text: 'This message was deleted.' });
    expect(await talk.told()).toEqual([
      expect.objectContaining({
        ...talk.about,
        subtype: 'message_changed',
        message: mark,
        previous_message: expect.objectContaining({ ts, text: 'first' }),
      }),
    ]);
    expect(await talk.edit('alice', ts, 'back')).toMatchObject({ ok: false, error: 'cant_update_message' });
    expect(await talk.takeBack('alice', ts)).toMatchObject({ ok: false, error: 'cant_delete_message' });
    await talk.takeBack('bob', reply);
    expect((await talk.told()).map(({ subtype, deleted_ts }) => [subtype, deleted_ts])).toEqual([
      ['message_deleted', reply],
      ['message_deleted', ts],
    ]);
  });

  it('leaves its files to whoever sent them, shared nowhere any more', async () => {
    const uploaded = await fetch(`${talk.workspace.url}/human/file?user=alice&name=a.txt`, {
      method: 'POST',
      body: 'a',
    });
    const id = String(((await uploaded.json()) as Answer).file?.id);
    const ts = await talk.say('alice', '', { files: [id] });
    expect((await talk.client.files.info({ file: id })).file?.channels).toEqual([channel]);
    await talk.takeBack('alice', ts);
    await expect(talk.client.files.info({ file: id })).rejects.toMatchObject({ data: { error: 'file_not_found' } });
    await talk.say('alice', 'once more', { files: [id] });
    expect((await talk.client.files.info({ file: id })).file?.channels).toEqual([channel]);
  });
});

describe('what is refused', () => {
  const refusals = async (ts: string, user = 'alice', more: object = {}) => [
    await talk.edit(user, ts, 'other words', more),
    await talk.takeBack(user, ts, more),
  ];

  it('is what another or the app said, what only one sees, and what is not there', async () => {
    const bobs = await talk.say('bob', 'mine');
    const { ts: apps = '' } = await talk.client.chat.postMessage({ channel, text: 'the app speaks' });
    const quiet = await talk.client.chat.postEphemeral({ channel, user: 'UALICE', text: 'only you' });
    const alone = String(quiet.message_ts);
    for (const ts of [bobs, apps]) {
      const words = `UALICE did not write ${ts}; one edits and deletes one's own messages.`;
      expect(await refusals(ts)).toEqual([no('cant_update_message', words), no('cant_delete_message', words)]);
    }
    const hidden = no('message_not_found', `${alone} is shown to UALICE alone; the app decides over it.`);
    expect(await refusals(alone)).toEqual([hidden, hidden]);
    const nowhere = no('message_not_found', 'UALICE sees no message 1.2 there.');
    expect(await refusals('1.2')).toEqual([nowhere, nowhere]);
    const app = talk.workspace.botUserId;
    const bot = no('user_is_bot', `${app} is a bot, which acts by its own program alone.`);
    expect(await refusals(apps, app)).toEqual([bot, bot]);
    const elsewhere = no('not_in_channel', 'UEMMA is not a member of #second-thoughts.');
    expect(await refusals(bobs, 'emma')).toEqual([elsewhere, elsewhere]);
    const unknown = no('channel_not_found', 'UALICE sees no channel "C0NONE".');
    expect(await refusals(bobs, 'alice', { channel: 'C0NONE' })).toEqual([unknown, unknown]);
    expect((await talk.seenBy('bob')).find(({ ts }) => ts === bobs)).toMatchObject({ text: 'mine', edited: false });
  });

  it('is what says nothing, or too much', async () => {
    const ts = await talk.say('alice', 'short');
    const words = 'Nothing would be left of the message; /human/delete takes it away.';
    expect(await talk.edit('alice', ts, ' \n')).toEqual(no('no_text', words));
    const long = 'A message has 12000 characters at most, not 12001.';
    expect(await talk.edit('alice', ts, 'x'.repeat(12_001))).toEqual(no('msg_too_long', long));
    expect(await talk.edit('alice', ts, 'x'.repeat(12_000))).toMatchObject({ ok: true });
    expect(await talk.page.post('/human/edit', { user: 'alice', channel, ts })).toMatchObject({
      error: 'invalid_arguments',
      message: expect.stringContaining('"text"'),
    });
  });

  it('is everything in an archived channel', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'workspace-archived-'));
    const journal = join(directory, 'workspace.jsonl');
    const first = await openWorkspace({ directory });
    const place = { user: 'alice', channel: 'general' };
    const { ts, channel: closed } = await first.page.post('/human/message', { ...place, text: 'the last wrod' });
    await first.page.post('/human/edit', { ...place, ts, text: 'the last word' });
    await first.stop();
    writeFileSync(journal, readFileSync(journal, 'utf8').replaceAll('"is_archived":false', '"is_archived":true'));
    const second = await openWorkspace({ directory });
    const answer = no('is_archived', '#general is archived; what was said there stays as it is.');
    const deed = { user: 'alice', channel: closed, ts };
    expect(await second.page.post('/human/edit', { ...deed, text: 'one more' })).toEqual(answer);
    expect(await second.page.post('/human/delete', deed)).toEqual(answer);
    const { messages } = await second.page.get(`/human/messages?user=alice&channel=${closed}`);
    expect([...(messages ?? [])]).toMatchObject([{ ts, text: 'the last word', edited: true }]);
    await second.stop();
    rmSync(directory, { recursive: true });
  });
});

it('is open to another app’s bot, for whose program the calls stand in, over its own words alone', async () => {
  const ts = await talk.say('robot', 'beep');
  expect(await talk.edit('robot', ts, 'boop')).toEqual({ ok: true, ts, channel, text: 'boop' });
  expect(await talk.edit('alice', ts, 'hello')).toMatchObject({ ok: false, error: 'cant_update_message' });
  expect(await talk.takeBack('robot', ts)).toEqual({ ok: true, ts, channel });
  const bot = expect.objectContaining({ user: 'UROBOT', bot_id: expect.stringMatching(/^B/) });
  expect(await talk.told()).toEqual([
    expect.objectContaining({ subtype: 'message_changed', message: bot, previous_message: bot }),
    expect.objectContaining({ subtype: 'message_deleted', deleted_ts: ts, previous_message: bot }),
  ]);
});
