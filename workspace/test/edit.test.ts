/** People reword what they said: what everybody sees then, and what the app hears. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './bench.ts';
import { openTalk, SECOND, STAMP, said, section } from './talk.ts';

let talk: Awaited<ReturnType<typeof openTalk>>;
let channel = '';

beforeAll(async () => {
  talk = await openTalk();
  channel = talk.channel;
});
afterAll(() => talk.stop());

describe('a message somebody edits', () => {
  it('is read like a new one, stays where it is, and says that it was edited; the app hears message_changed', async () => {
    const ts = await talk.say('alice', 'see you at nine');
    const after = await talk.say('bob', 'fine');
    const text = 'see <@UBOB> at ten &amp; :wave:';
    expect(await talk.edit('alice', ts, 'see @bob at ten & 👋')).toEqual({ ok: true, ts, channel, text });
    const edited = { user: 'UALICE', ts: SECOND };
    const blocks = section(
      { type: 'text', text: 'see ' },
      { type: 'user', user_id: 'UBOB' },
      { type: 'text', text: ' at ten & ' },
      { type: 'emoji', name: 'wave', unicode: '1f44b' },
    );
    const [event, ...more] = await talk.told();
    expect(more).toEqual([]);
    expect(event).toEqual({
      ...talk.about,
      subtype: 'message_changed',
      message: said(ts, text, { blocks, edited }),
      previous_message: said(ts, 'see you at nine'),
    });
    expect(event?.event_ts).toBe(event?.ts);
    expect((event?.ts ?? '') > after).toBe(true);
    expect(event?.message?.client_msg_id).toBe(event?.previous_message?.client_msg_id);
    const { messages } = await talk.client.conversations.history({ channel });
    expect(messages?.find(each => each.ts === ts)).toEqual(said(ts, text, { blocks, edited }));
    const seen = await talk.seenBy('bob');
    expect(seen.slice(-2).map(each => [each.ts, each.text, each.edited])).toEqual([
      [ts, text, true],
      [after, 'fine', false],
    ]);
  });

  it('is no other with the same words again: nothing changes and nobody is told', async () => {
    const typed = '@bob `a < b` 👍🏽 (https://a.example/?x=1&y=2) #random @here me@a.example @rules? 请@bob看';
    const ts = await talk.say('alice', typed);
    const [before] = (await talk.seenBy('alice')).slice(-1);
    expect(await talk.edit('alice', ts, typed)).toEqual({ ok: true, ts, channel, text: before?.text });
    // What its writer finds in the field says the same when it is read again; nobody else is given it.
    expect(before?.typed).toBe(typed.replace('👍🏽', ':+1::skin-tone-4:'));
    expect(await talk.edit('alice', ts, String(before?.typed))).toEqual({ ok: true, ts, channel, text: before?.text });
    expect(await talk.told()).toEqual([]);
    expect((await talk.seenBy('alice')).slice(-1)).toEqual([before]);
    expect((await talk.seenBy('bob')).slice(-1)).toEqual([{ ...before, typed: undefined }]);
  });

  it('keeps its thread, its reactions and its pin', async () => {
    const ts = await talk.say('alice', 'first');
    const reply = await talk.say('alice', 'an answer', { thread_ts: ts });
    await talk.page.post('/human/react', { user: 'bob', channel, ts, name: 'eyes' });
    await talk.client.pins.add({ channel, timestamp: ts });
    await talk.edit('alice', ts, 'first of all');
    await talk.edit('alice', reply, 'a better answer');
    const seen = await talk.seenBy('bob', `replies?ts=${ts}&`);
    expect(seen).toEqual([
      expect.objectContaining({
        ts,
        text: 'first of all',
        edited: true,
        pinned: true,
        reply_count: 1,
        reactions: [{ name: 'eyes', users: ['UBOB'] }],
      }),
      expect.objectContaining({ ts: reply, text: 'a better answer', edited: true, thread_ts: ts }),
    ]);
    const changed = (await talk.told()).filter(({ subtype }) => subtype === 'message_changed');
    expect(changed.map(({ message }) => message)).toEqual([
      expect.objectContaining({ ts, text: 'first of all', thread_ts: ts, reply_count: 1, pinned_to: [channel] }),
      expect.objectContaining({ ts: reply, text: 'a better answer', thread_ts: ts, parent_user_id: 'UALICE' }),
    ]);
  });

  it('may lose its words when files stay', async () => {
    const form = await fetch(`${talk.workspace.url}/human/file?user=alice&name=plan.txt`, {
      method: 'POST',
      body: 'the plan',
    });
    const { file } = (await form.json()) as Answer;
    const ts = await talk.say('alice', 'the plan', { files: [file?.id] });
    expect(await talk.edit('alice', ts, '')).toEqual({ ok: true, ts, channel, text: '' });
    expect((await talk.told()).map(({ message }) => [message?.text, message?.files?.[0]])).toEqual([
      ['', expect.objectContaining({ id: file?.id })],
    ]);
  });

  it('tells an app it names, now or still, by app_mention with the mark of the edit', async () => {
    const ts = await talk.say('alice', 'is anybody there?');
    const app = talk.workspace.botUserId;
    await talk.edit('alice', ts, `<@${app}> is anybody there?`);
    expect((await talk.told()).map(({ type }) => type)).toEqual(['message']);
    const { people } = await talk.page.get('/human/people?all=1');
    const handle = [...(people ?? [])].find(({ id }) => id === app)?.name;
    await talk.edit('alice', ts, `@${handle} is anybody there?`);
    await talk.edit('alice', ts, `@${handle} are you there?`);
    await talk.edit('alice', ts, 'never mind');
    const events = await talk.told();
    expect(events.map(({ type, subtype }) => [type, subtype]).sort()).toEqual([
      ['app_mention', undefined],
      ['app_mention', undefined],
      ['message', 'message_changed'],
      ['message', 'message_changed'],
      ['message', 'message_changed'],
    ]);
    const mention = events.filter(({ type }) => type === 'app_mention');
    const words = [' is anybody there?', ' are you there?'];
    expect(mention).toEqual(
      words.map(text => ({
        ...said(ts, `<@${app}>${text}`),
        type: 'app_mention',
        blocks: section({ type: 'user', user_id: app }, { type: 'text', text }),
        edited: { user: 'UALICE', ts: SECOND },
        channel,
        event_ts: STAMP,
      })),
    );
  });

  it('is told under the subscription of its kind of conversation, and only where the app is', async () => {
    const { channel: direct, ts } = await talk.page.post('/human/message', {
      user: 'alice',
      channel: talk.workspace.botUserId,
      text: 'psst',
    });
    await talk.edit('alice', String(ts), 'pssst', { channel: direct });
    await talk.takeBack('alice', String(ts), { channel: direct });
    const aside = await talk.page.post('/human/message', { user: 'alice', channel: 'bob', text: 'between us' });
    await talk.edit('alice', String(aside.ts), 'just between us', { channel: 'bob' });
    await talk.takeBack('alice', String(aside.ts), { channel: 'bob' });
    expect((await talk.told()).map(({ subtype, channel_type }) => [subtype, channel_type])).toEqual([
      [undefined, 'im'],
      ['message_changed', 'im'],
      ['message_deleted', 'im'],
    ]);
  });
});
