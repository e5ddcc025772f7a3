/** An app with an assistant, in a team that has none: it is told so in words it knows, and goes on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Bench, openWithApp } from './bench.ts';

let bench: Bench;
let failure: unknown;

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.message('think', async ({ client, message, say }) => {
      const thread = { channel_id: message.channel, thread_ts: message.ts };
      await client.assistant.threads.setStatus({ ...thread, status: 'is thinking' }).catch(problem => {
        failure = problem.data.error;
      });
      await say({ text: 'thought', thread_ts: message.ts });
    });
  });
});
afterAll(() => bench.stop());

async function call(method: string, args: object, from = bench): Promise<Answer> {
  const { apiUrl, botToken } = from.workspace;
  const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
  return (await response.json()) as Answer;
}

it('goes on when its status cannot be shown', async () => {
  const { ts, channel } = await bench.page.post('/human/message', { user: 'alice', channel: 'general', text: 'think' });
  await expect
    .poll(async () => {
      const { messages } = await bench.client.conversations.replies({ channel: String(channel), ts: String(ts) });
      return messages?.map(({ text }) => text);
    })
    .toEqual(['think', 'thought']);
  expect(failure).toBe('invalid_thread_ts');
});

it.each(['assistant.threads.setStatus', 'assistant.threads.setTitle', 'assistant.threads.setSuggestedPrompts'])(
  '%s knows channels, and no thread of an assistant',
  async method => {
    const { channel } = await call('chat.postMessage', { channel: '#general', text: 'x' });
    expect((await call(method, { channel_id: 'C0', thread_ts: '1.2' })).error).toBe('channel_not_found');
    expect((await call(method, { channel_id: channel })).error).toBe('invalid_arguments');
    expect((await call(method, { channel_id: channel, thread_ts: '1.2' })).error).toBe('invalid_thread_ts');
  },
);

it('needs its scope; to show a status, that of writing is enough', async () => {
  const scopes = { bot: ['chat:write'] };
  const manifest = { display_information: { name: 'writer' }, oauth_config: { scopes } };
  const writer = await openWithApp(() => {}, { manifest });
  const where = { channel_id: 'C0', thread_ts: '1.2' };
  const title = await call('assistant.threads.setTitle', where, writer);
  expect(title).toMatchObject({ error: 'missing_scope', needed: 'assistant:write', provided: 'chat:write' });
  expect((await call('assistant.threads.setStatus', where, writer)).error).toBe('channel_not_found');
  await writer.stop();
});
