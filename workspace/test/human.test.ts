import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { humanCalls } from '../human/register.ts';
import { Streams } from '../human/stream.ts';
import { openWorkspace } from './bench.ts';

it('offers people exactly these calls', () => {
  expect(
    humanCalls({}, new Streams())
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual([
    'GET /human/channel',
    'GET /human/channels',
    'GET /human/clock',
    'GET /human/commands',
    'GET /human/fault',
    'GET /human/guide',
    'GET /human/home',
    'GET /human/landmarks',
    'GET /human/limits',
    'GET /human/log',
    'GET /human/messages',
    'GET /human/news',
    'GET /human/people',
    'GET /human/replies',
    'GET /human/stream',
    'GET /human/teams',
    'GET /human/unread',
    'GET /human/view',
    'GET /human/webhooks',
    'POST /human/archive',
    'POST /human/click',
    'POST /human/clock',
    'POST /human/close',
    'POST /human/command',
    'POST /human/deactivate',
    'POST /human/delete',
    'POST /human/edit',
    'POST /human/fault',
    'POST /human/fault/cancel',
    'POST /human/file',
    'POST /human/invite',
    'POST /human/join',
    'POST /human/leave',
    'POST /human/limits',
    'POST /human/locale',
    'POST /human/make-private',
    'POST /human/message',
    'POST /human/options',
    'POST /human/react',
    'POST /human/read',
    'POST /human/remove',
    'POST /human/rename-channel',
    'POST /human/rename-person',
    'POST /human/shortcut',
    'POST /human/submit',
  ]);
});

it('has every call in its README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const told = [...readme.matchAll(/`(GET|POST) (\/human\/[\w/-]+)/g)].map(([, method, path]) => `${method} ${path}`);
  expect([...new Set(told)].sort()).toEqual(
    humanCalls({}, new Streams())
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
});

it('says of a clock that cannot be moved that it cannot', async () => {
  const bench = await openWorkspace();
  const { travels, now } = await bench.page.get('/human/clock');
  expect([travels, Date.parse(String(now))]).toEqual([false, expect.closeTo(Date.now(), -4)]);
  expect((await bench.page.post('/human/clock', { advance: 'PT1H' })).error).toBe('cannot_travel');
  await bench.stop();
});
