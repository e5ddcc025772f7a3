import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openWithApp, openWorkspace } from './bench.ts';

const manifest = {
  display_information: { name: 'Tester' },
  features: {
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
      user: 'presales1',
      channel: '#department',
      command: '/echo',
      text: 'hello @manager, see #leaders and #service',
    });
    expect(answer).toEqual({
      ok: true,
      ack_ms: expect.any(Number),
      response: {
        text: expect.stringMatching(/^department: hello <@manager\|manager>, see #leaders and <#C\w+\|service>$/),
        blocks: [],
        response_type: 'ephemeral',
      },
    });
    expect(await texts('presales1', 'department')).toHaveLength(1);
    expect(await texts('presales2', 'department')).toEqual([]);
  });

  it('leaves text as typed unless the manifest says otherwise', async () => {
    const answer = await bench.page.post('/human/command', {
      user: 'manager',
      channel: '@tester',
      command: 'raw',
      text: '@deputy <b> & co',
    });
    expect(answer.response?.text).toBe('@deputy <b> & co');
  });
});
