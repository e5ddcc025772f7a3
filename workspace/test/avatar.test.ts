/** The pictures of people, bots and teams: where they are said to be, what is fetched there, and blocks that show them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, modal, openWithApp, openWorkspace } from './bench.ts';

let bench: Bench;
let opened: unknown;
beforeAll(async () => {
  const manifest = {
    display_information: { name: 'Painter' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      slash_commands: [{ command: '/look', description: 'Look at somebody' }],
    },
    oauth_config: { scopes: { bot: ['commands', 'chat:write', 'users:read', 'team:read'] } },
    settings: { event_subscriptions: { bot_events: ['user_change'] } },
  };
  bench = await openWithApp(
    app => {
      app.event('user_change', async ({ event }) => void told.push(event.user.profile as unknown as Images));
      app.command('/look', async ({ ack, body, client }) => {
        await ack();
        const { user } = await client.users.info({ user: body.user_id });
        const blocks = [context(String(user?.profile?.image_48))];
        opened = await client.views.open({
          trigger_id: body.trigger_id,
          view: modal('look', blocks, { submit: undefined }),
        });
      });
    },
    { seed: 'difficult', manifest },
  );
});
afterAll(() => bench.stop());

type Images = Record<string, string>;
const told: Images[] = [];

const context = (image_url: string) => ({
  type: 'context' as const,
  elements: [{ type: 'image' as const, image_url, alt_text: 'a face' }],
});
const sizesIn = (images: object): number[] =>
  Object.keys(images).flatMap(key => (/^image_\d+$/.test(key) ? Number(key.slice(6)) : []));
const profileOf = async (user: string, { client } = bench): Promise<Images> =>
  (await client.users.info({ user })).user?.profile as unknown as Images;

/** The squares of colours of a PNG, after looking at every part of it. */
async function fetched(address: string): Promise<{ size: number; rows: Buffer; palette: string }> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  const png = Buffer.from(await response.arrayBuffer());
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    parts.set(named.subarray(0, 4).toString('latin1'), named.subarray(4));
    at += length + 12;
  }
  expect([...parts.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const [header = Buffer.alloc(0), palette, data = Buffer.alloc(0)] = [...parts.values()];
  expect([...header.subarray(8)]).toEqual([8, 3, 0, 0, 0]);
  const [size, rows] = [header.readUInt32BE(0), inflateSync(data)];
  expect([header.readUInt32BE(4), rows.length, palette?.length]).toEqual([size, size * (size + 1), 6]);
  expect([...new Set(rows)].sort()).toEqual([0, 1]);
  return { size, rows, palette: palette?.toString('hex') ?? '' };
}

describe('a picture', () => {
  it('is there in every size Slack has, of people, of bots and of the team', async () => {
    const { client } = bench;
    const bot = (await client.bots.info({ bot: 'B0LOCALAPP' })).bot?.icons as unknown as Images;
    const weather = String((await profileOf('UWEATHERBOT')).bot_id);
    const foreign = (await client.bots.info({ bot: weather })).bot?.icons as unknown as Images;
    const icon = (await client.team.info({})).team?.icon as unknown as Images;
    const person = await profileOf('UEMMA');
    expect([person, bot, foreign, icon].map(sizesIn)).toEqual([
      [24, 32, 48, 72, 192, 512],
      [36, 48, 72],
      [36, 48, 72],
      [34, 44, 68, 88, 102, 132, 230],
    ]);
    for (const images of [person, bot, foreign, icon])
      for (const size of sizesIn(images)) expect((await fetched(images[`image_${size}`] ?? '')).size).toBe(size);
    // A bot is one: as a person, as a bot and beside its messages it looks the same.
    expect((await profileOf('U0LOCALAPP')).image_72).toBe(bot.image_72);
    const { message } = await client.chat.postMessage({ channel: '#general', text: 'me' });
    expect(message?.bot_profile?.icons).toEqual(bot);
    expect(icon.image_default).toBe(true);
  });

  it('is no upload of anybody’s: its hash says so, and there is no original', async () => {
    const profile = await profileOf('UEMMA');
    expect(profile.avatar_hash).toMatch(/^g[0-9a-f]{11}$/);
    expect(profile.image_24).toContain(`UEMMA-${profile.avatar_hash}-24.png`);
    for (const field of ['image_original', 'image_1024', 'is_custom_image']) expect(profile).not.toHaveProperty(field);
  });

  it('differs from person to person, and is told wherever a person is', async () => {
    const { members = [] } = await bench.client.users.list({});
    const faces = await Promise.all(
      members.map(async ({ profile }) => {
        const { rows, palette } = await fetched(String(profile?.image_24));
        return `${palette} ${rows.toString('hex')}`;
      }),
    );
    expect(members.length).toBeGreaterThan(10);
    expect(new Set(faces).size).toBe(members.length);
    expect(members.filter(({ deleted }) => deleted).length).toBeGreaterThan(0);
    await bench.page.post('/human/locale', { user: 'carol', locale: 'en-GB' });
    await bench.workspace.settled();
    const { image_512, avatar_hash } = await profileOf('UCAROL');
    expect(told.at(-1)).toMatchObject({ image_512, avatar_hash });
  });

  it('is the same after the workspace was started anew', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'workspace-avatar-'));
    const faces: unknown[] = [];
    for (const _start of [1, 2]) {
      const again = await openWorkspace({ directory });
      const { avatar_hash, image_192 = '' } = await profileOf('UEMMA', again);
      faces.push([new URL(image_192).pathname, avatar_hash, await fetched(image_192)]);
      await again.stop();
    }
    expect(faces[1]).toEqual(faces[0]);
    rmSync(directory, { recursive: true });
  });

  it('is named by its address alone: whatever else is asked for is not there', async () => {
    const { url } = bench.workspace;
    const { avatar_hash, image_24 = '' } = await profileOf('UEMMA');
    const other = (await profileOf('UCAROL')).avatar_hash;
    const nobody = 'UNOBODY-g00000000000-24.png';
    const names = [
      `UEMMA-${avatar_hash}-25.png`,
      `UEMMA-${avatar_hash}-99999999999999999999.png`,
      `UEMMA-${avatar_hash}-024.png`,
      `UEMMA-${avatar_hash}-24.svg`,
      `UEMMA-${other}-24.png`,
      `UEMMA-24.png`,
      nobody,
      '',
      '../package.json',
      '..%2f..%2fpackage.json',
      '%00',
      '%',
      `%E0%A4%A-${avatar_hash}-24.png`,
      `constructor-${avatar_hash}-24.png`,
      `${'U'.repeat(9000)}-${avatar_hash}-24.png`,
    ];
    for (const name of names) {
      const response = await fetch(`${url}/avatars/${name}`);
      expect([name, response.status]).toEqual([name, 404]);
      if (!name.startsWith('..')) expect(await response.text()).toBe('There is no such picture here.');
    }
    expect((await fetch(`${image_24}?size=1`)).status).toBe(200);
    const head = await fetch(image_24, { method: 'HEAD' });
    expect([head.status, Number(head.headers.get('content-length')) > 60, await head.text()]).toEqual([200, true, '']);
    expect((await fetch(image_24, { method: 'POST' })).status).toBe(405);
  });
});

describe('a picture in blocks', () => {
  it('is taken in messages, attachments, views and the Home tab, as Slack’s own are', async () => {
    const { client } = bench;
    const { image_72 = '' } = await profileOf('UEMMA');
    const blocks = [context(image_72)];
    const { message } = await client.chat.postMessage({ channel: '#general', text: 'Emma', blocks });
    expect(message?.blocks).toMatchObject(blocks);
    const attachments = [{ blocks }];
    expect((await client.chat.postMessage({ channel: '#general', text: 'Emma', attachments })).ok).toBe(true);
    expect((await client.views.publish({ user_id: 'UEMMA', view: { type: 'home', blocks } })).ok).toBe(true);
    await bench.page.post('/human/command', { user: 'emma', channel: 'general', command: '/look' });
    await bench.workspace.settled();
    expect(opened).toMatchObject({ ok: true });
  });

  it('is taken too when it was told by a workspace on another port, before it was started anew', async () => {
    const image_url = String((await profileOf('UEMMA')).image_72).replace(/:\d+/, ':3100');
    const sent = bench.client.chat.postMessage({
      channel: '#general',
      text: 'x',
      blocks: [context(image_url)],
    });
    expect((await sent).ok).toBe(true);
  });

  it.each([
    ['a size Slack has not', (url: string) => url.replace('-72.png', '-73.png')],
    ['another’s hash', (url: string) => url.replace('UEMMA', 'UCAROL')],
    ['another place on this machine', (url: string) => url.replace('/avatars/', '/faces/')],
    ['another machine of this network', (url: string) => url.replace('127.0.0.1', '10.0.0.1')],
  ])('is refused as Slack refuses what it cannot fetch: %s', async (_what, changed) => {
    const image_url = changed(String((await profileOf('UEMMA')).image_72));
    const { apiUrl, botToken } = bench.workspace;
    const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
    const body = JSON.stringify({ channel: '#general', text: 'x', blocks: [context(image_url)] });
    const response = await fetch(`${apiUrl}chat.postMessage`, { method: 'POST', headers, body });
    const errors = ['downloading image failed [json-pointer:/blocks/0/elements/0/image_url]'];
    expect(await response.json()).toMatchObject({ ok: false, error: 'invalid_blocks', errors });
  });

  it('leaves the picture an app wears for one message as the app gave it', async () => {
    const open = await openWorkspace();
    const { image_72 = '' } = await profileOf('UEMMA', open);
    const worn = { username: 'Emma', icon_url: image_72 };
    const { message } = await open.client.chat.postMessage({ channel: '#general', text: 'x', ...worn });
    expect(message?.icons).toEqual({ image_36: image_72, image_48: image_72, image_72 });
    await open.stop();
  });
});
