/** A file of a form is fetched with the bot's token: from Slack, and from nobody else; what came is passed on. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passOn } from '../../src/slack/upload.ts';

let server: Server;
let home = '';
let asked: { path: string; token: string | undefined; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ path: request.url ?? '', token: request.headers.authorization, body });
      if (request.url === '/moved') response.writeHead(302, { location: '/signin' }).end();
      else if (request.url === '/broken') response.writeHead(500).end();
      else response.end('the content');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** A client of Slack's that knows one file. */
function client(file: object | Error, slackApiUrl = `${home}/api/`): WebClient {
  const files = {
    info: async () => {
      if (file instanceof Error) throw file;
      return { file };
    },
    getUploadURLExternal: async () => ({ upload_url: `${home}/up`, file_id: 'F2' }),
    completeUploadExternal: async () => ({ ok: true }),
  };
  const conversations = { open: async () => ({ channel: { id: 'D1' } }) };
  return { token: 'xoxb-1', slackApiUrl, files, conversations } as unknown as WebClient;
}

async function pass(file: object | Error, slackApiUrl?: string) {
  asked = [];
  const came = await passOn(client(file, slackApiUrl), 'U1', { id: 'F1', name: 'a.txt' }, log);
  return [came, ...asked.map(({ path, token, body }) => `${path} ${token ?? 'no token'} ${body}`.trim())];
}

const refused = (error: string) => Object.assign(new Error(error), { data: { error } });

describe('a file', () => {
  it('goes from where Slack keeps it to the person; the place it is put gets no token', async () => {
    expect(await pass({ url_private_download: `${home}/file`, size: 11 })).toEqual([
      'sent',
      '/file Bearer xoxb-1',
      '/up no token the content',
    ]);
  });

  it.each<[string, () => object | Error, string | undefined, string[]]>([
    ['at another’s', () => ({ url_private: `${home}/file` }), 'https://slack.com/api/', ['lost']],
    ['at one that ends as Slack', () => ({ url_private: 'https://notslack.com/f' }), undefined, ['lost']],
    ['without encryption', () => ({ url_private: 'http://files.slack.com/f' }), undefined, ['lost']],
    [
      'that leads to another page',
      () => ({ url_private: `${home}/moved` }),
      undefined,
      ['lost', '/moved Bearer xoxb-1'],
    ],
    ['that fails', () => ({ url_private: `${home}/broken` }), undefined, ['lost', '/broken Bearer xoxb-1']],
    ['larger than can be passed on', () => ({ url_private: `${home}/file`, size: 50_000_001 }), undefined, ['lost']],
    ['without an address', () => ({}), undefined, ['lost']],
    ['deleted', () => refused('file_deleted'), undefined, ['gone']],
    ['of which a stone is left', () => ({ mode: 'tombstone' }), undefined, ['gone']],
    ['not known', () => refused('file_not_found'), undefined, ['gone']],
    ['refused', () => refused('missing_scope'), undefined, ['lost']],
  ])('%s is neither fetched further nor passed on', async (_what, file, apiUrl, came) => {
    expect(await pass(file(), apiUrl)).toEqual(came);
  });
});
