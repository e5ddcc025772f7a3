/** Answers after the acknowledgement: to Slack's own URLs alone, and never in the way of anything. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { answerModal, answerUrl, type Client } from '../../src/slack/answer.ts';
import { readerOf } from '../support/speech.ts';

let server: Server;
let host: string;
let status: number;
let received: unknown[];
let logged: string[];
const line = (event: string) => void logged.push(event);
const log = { info: line, warn: line, error: line };
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', data => {
      body += data;
    });
    request.on('end', () => {
      received.push(JSON.parse(body));
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('ok');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  [status, received, logged] = [200, [], []];
});

const said = { text: 'Done.' };
const say = (url: string | undefined, hosts = [host]) => answerUrl(url, said, hosts, log);

it('goes to the person alone and leaves the message as it is', async () => {
  expect(await say(`http://${host}/actions/T1/1/x`)).toBe(true);
  expect(received).toEqual([{ response_type: 'ephemeral', replace_original: false, text: 'Done.' }]);
});

it.each([
  ['nowhere', undefined],
  ['no URL', 'not a url'],
  ['another host', 'http://169.254.169.254/latest/meta-data'],
  ['the name of Slack as a user', 'http://hooks.slack.com@evil.example/x'],
  ['a name that begins like Slack', 'https://hooks.slack.com.evil.example/x'],
])('does not go to %s', async (_, url) => {
  expect(await say(url, ['hooks.slack.com'])).toBe(false);
  expect(received).toEqual([]);
});

it.each([404, 500, 302])('is lost with a word in the log when the URL answers %i', async code => {
  status = code;
  expect(await say(`http://${host}/x`)).toBe(false);
  expect(logged).toEqual(['response.lost']);
});

it('is shown in a modal where there is no message, over the one it came from', async () => {
  const opened: unknown[] = [];
  const method = (name: string) => async (given: { trigger_id: string; view: { blocks: unknown } }) =>
    void opened.push([name, given.trigger_id, given.view.blocks]);
  const client = { views: { open: method('open'), push: method('push') } } as unknown as Client;
  await answerModal(client, 't1', 'home', said, readerOf('en', 'UTC'), log);
  await answerModal(client, 't2', 'modal', said, readerOf('en', 'UTC'), log);
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Done.' } }];
  expect(opened).toEqual([
    ['open', 't1', blocks],
    ['push', 't2', blocks],
  ]);
});

it('gives up quietly when the handler has used the trigger itself', async () => {
  const refuse = () => Promise.reject(new Error('exchanged_trigger_id'));
  const client = { views: { open: refuse, push: refuse } } as unknown as Client;
  await answerModal(client, 't', 'home', said, readerOf('zh-CN', 'UTC'), log);
  expect(logged).toEqual(['response.lost']);
});
