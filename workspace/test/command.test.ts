import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openWithApp, openWorkspace } from './bench.ts';

const manifest = {
  display_information: { name: 'Tester' },
  features: {
    app_home: { messages_tab_enabled: true },
    slash_commands: [
      { command: '/echo', description: 'Says it again', usage_hint: '[text]', should_escape: true },
      { command: '/raw', description: 'Says it again, as typed' },
      { command: '/loud', description: 'Says it to everyone' },
      { command: '/late', description: 'Says it later' },
      { command: '/broken', description: 'Answers blocks that are none' },
      { command: '/silent', description: 'Never answers' },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write'] } },
};

let bench: Bench;
let silent: () => void;

beforeAll(async () => {
  bench = await openWithApp(
    app => {
      app.command('/echo', ({ ack, command }) => ack(`${command.channel_name}: ${command.text}`));
      app.command('/raw', ({ ack, command }) => ack({ text: command.text }));
      app.command('/loud', ({ ack }) => ack({ response_type: 'in_channel', text: 'Hear, hear' }));
      app.command('/late', async ({ ack, respond }) => {
        await ack();
        await respond('one');
        await respond({ text: 'two', replace_original: true });
        await respond({ text: 'three', response_type: 'in_channel' });
      });
      app.command('/broken', ({ ack }) => ack({ text: 'x', blocks: [{ type: 'header' }] as never }));
      app.command('/silent', () => new Promise<void>(resolve => (silent = resolve)));
    },
    { manifest },
  );
});

afterAll(async () => {
  silent?.();
  await bench.stop();
});

const texts = async (user: string, channel: string): Promise<string[]> => {
  const { messages } = await bench.page.get(`/human/messages?user=${user}&channel=${channel}`);
  return [...(messages ?? [])].map(message => `${message.ephemeral ? '(only you) ' : ''}${message.text}`);
};

describe('a slash command', () => {
  it('answers the person alone, with names as links', async () => {
    const answer = await bench.page.post('/human/command', {
      user: 'carol',
      channel: '#general',
      command: '/echo',
      text: 'hello @alice, see #planning and #support',
    });
    expect(answer).toEqual({
      ok: true,
      ack_ms: expect.any(Number),
      response: {
        text: expect.stringMatching(/^general: hello <@UALICE\|alice>, see #planning and <#C\w+\|support>$/),
        blocks: [],
        response_type: 'ephemeral',
      },
    });
    expect(await texts('carol', 'general')).toHaveLength(1);
    expect(await texts('dave', 'general')).toEqual([]);
  });

  it('leaves text as typed unless the manifest says otherwise', async () => {
    const answer = await bench.page.post('/human/command', {
      user: 'alice',
      channel: '@tester',
      command: 'raw',
      text: '@bob <b> & co',
    });
    expect(answer.response?.text).toBe('@bob <b> & co');
  });

  it('is shown with its answer when the answer is for everyone', async () => {
    const answer = await bench.page.post('/human/command', {
      user: 'emma',
      channel: 'random',
      command: '/loud',
      text: 'now',
    });
    expect(answer.response).toEqual({ text: 'Hear, hear', blocks: [], response_type: 'in_channel' });
    expect(await texts('frank', 'random')).toEqual(['/loud now', 'Hear, hear']);
  });

  it('may be answered later, and to everyone; an answer before is no original to be replaced', async () => {
    await bench.page.post('/human/command', { user: 'alice', channel: 'planning', command: '/late' });
    await expect.poll(() => texts('alice', 'planning')).toEqual(['(only you) one', '(only you) two', 'three']);
    expect(await texts('bob', 'planning')).toEqual(['three']);
  });

  it("says in Slack's words that the answer was unusable", async () => {
    const answer = await bench.page.post('/human/command', { user: 'emma', channel: 'tester', command: '/broken' });
    const text = '/broken failed with the error "invalid_blocks"';
    expect(answer).toEqual({ ok: false, ack_ms: expect.any(Number), error: 'invalid_blocks', text });
    expect(await texts('emma', 'tester')).toEqual([`(only you) ${text}`]);
  });

  it("says in Slack's words that nobody acknowledged within three seconds", async () => {
    const answer = await bench.page.post('/human/command', {
      user: 'ivan',
      channel: 'tester',
      command: '/silent',
    });
    const text = '/silent failed with the error "operation_timeout"';
    expect(answer).toEqual({ ok: false, error: 'operation_timeout', text });
    expect(await texts('ivan', 'tester')).toEqual([`(only you) ${text}`]);
  });

  it('must be one of the manifest', async () => {
    const answer = await bench.page.post('/human/command', { user: 'bob', channel: 'support', command: '/echo' });
    expect(answer).toEqual({ ok: false, error: 'not_in_channel', message: 'UBOB is not a member of #support.' });
    const unknown = await bench.page.post('/human/command', {
      user: 'bob',
      channel: 'planning',
      command: '/nope',
    });
    expect(unknown).toEqual({ ok: false, error: 'unknown_command', text: '/nope is not a valid command.' });
  });

  it('reaches nobody while no app is connected', async () => {
    const alone = await openWorkspace();
    const answer = await alone.page.post('/human/command', { user: 'bob', channel: 'general', command: '/echo' });
    const text = '/echo failed with the error "dispatch_failed"';
    expect(answer).toEqual({ ok: false, error: 'dispatch_failed', text });
    const { messages } = await alone.page.get('/human/messages?user=bob&channel=general');
    expect(messages).toEqual([expect.objectContaining({ text, ephemeral: true, username: 'Slackbot' })]);
    await alone.stop();
  });
});
