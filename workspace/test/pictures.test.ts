/** Pictures that Slack could not fetch: a message or view with one is refused, as there. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Bench, modal, openWithApp } from './bench.ts';

let bench: Bench;
let opened: unknown;
const picture = (image_url: string) => ({ type: 'image', image_url, alt_text: 'a picture' });
const at = (pointer: string): string => `downloading image failed [json-pointer:${pointer}]`;

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.command('/form', async ({ ack, body }) => {
      await ack();
      const view = modal('form', [picture('http://10.1.2.3/a.png')], { submit: undefined });
      opened = await call('views.open', { trigger_id: body.trigger_id, view });
    });
  });
});
afterAll(() => bench.stop());

async function call(method: string, args: object): Promise<Answer> {
  const { apiUrl, botToken } = bench.workspace;
  const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
  return (await response.json()) as Answer;
}
const post = (blocks: object[]): Promise<Answer> =>
  call('chat.postMessage', { channel: '#general', text: 'look', blocks });

it.each([
  'http://localhost:8080/a.png',
  'https://my.localhost/a.png',
  'http://127.0.0.1/a.png',
  'http://[::1]/a.png',
  'http://0.0.0.0/a.png',
  'http://10.0.0.7/a.png',
  'http://172.16.0.1/a.png',
  'http://192.168.1.1/a.png',
  'http://169.254.169.254/a.png',
  'http://[fd00::1]/a.png',
  'http://printer.local/a.png',
  'http://fileserver/a.png',
])('%s cannot be fetched', async address => {
  const errors = [at('/blocks/0/image_url')];
  expect(await post([picture(address)])).toEqual({
    ok: false,
    error: 'invalid_blocks',
    errors,
    response_metadata: { messages: errors.map(error => `[ERROR] ${error}`) },
  });
});

it.each([
  'https://example.com/a.png',
  'http://172.32.0.1/a.png',
  'http://8.8.8.8/a.png',
  'https://local.example/a.png',
])('%s could be, and is not fetched by the workspace', async address =>
  expect((await post([picture(address)])).ok).toBe(true),
);

it('is said of pictures inside blocks, in messages, attachments, validation and views', async () => {
  const local = picture('http://127.0.0.1/a.png');
  const text = { type: 'mrkdwn', text: 'beside' };
  const blocks = [
    { type: 'section', text, accessory: local },
    { type: 'context', elements: [text, local] },
  ];
  const errors = [at('/blocks/0/accessory/image_url'), at('/blocks/1/elements/1/image_url')];
  expect(await post(blocks)).toMatchObject({ error: 'invalid_blocks', errors });
  expect(await call('blocks.validate', { blocks })).toMatchObject({ error: 'invalid_blocks', errors });
  const attached = { channel: '#general', text: 'look', attachments: [{ blocks: [local] }] };
  expect((await call('chat.postMessage', attached)).error).toBe('invalid_blocks');
  await bench.page.post('/human/command', { user: 'alice', channel: 'general', command: '/form' });
  await bench.workspace.settled(40);
  const messages = [`[ERROR] ${at('/view/blocks/0/image_url')}`];
  expect(opened).toMatchObject({ ok: false, error: 'invalid_arguments', response_metadata: { messages } });
});
