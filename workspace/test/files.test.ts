import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Answer, type Bench, input, modal, openWithApp, openWorkspace } from './bench.ts';

/** A picture of one red point. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const FORM = modal('report', [
  input('photo', { type: 'file_input', action_id: 'photo', filetypes: ['jpg', 'png'], max_files: 2 }),
  input('more', { type: 'file_input', action_id: 'more' }, { optional: true }),
]);

let bench: Bench;
let told: Answer[] = [];
let submitted: Answer | undefined;
let general = '';

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.event('message', async ({ event }) => void told.push(event as unknown as Answer));
    app.event('file_shared', async ({ event }) => void told.push(event as unknown as Answer));
    app.event('file_deleted', async ({ event }) => void told.push(event as unknown as Answer));
    app.command('/report', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: FORM });
    });
    app.view('report', async ({ ack, view }) => {
      submitted = view.state.values as unknown as Answer;
      await ack();
    });
  });
  const { channels } = await bench.page.get('/human/channels?user=grace');
  general = [...(channels ?? [])].find(({ name }) => name === 'general')?.id ?? '';
});
afterAll(() => bench.stop());
afterEach(() => {
  told = [];
});

/** The bare answer of a call with JSON, as it goes over the wire. */
async function call(method: string, args: object, from = bench): Promise<Answer> {
  const { apiUrl, botToken } = from.workspace;
  const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
  return (await response.json()) as Answer;
}

/** A person uploads a file. */
async function upload(user: string, name: string, body: Buffer, from = bench): Promise<Answer> {
  const response = await fetch(`${from.workspace.url}/human/file?${new URLSearchParams({ user, name })}`, {
    method: 'POST',
    body: new Uint8Array(body),
  });
  return (await response.json()) as Answer;
}

const download = (address: string, token = bench.workspace.botToken, more: Record<string, string> = {}) =>
  fetch(address, { redirect: 'manual', headers: { ...(token && { authorization: `Bearer ${token}` }), ...more } });

/** The same on a page of the browser's: Node's own fetch says nothing about where it comes from. */
const browse = (path: string, site: string): Promise<{ status: number; headers: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const { port } = bench.workspace;
    const headers = { host: `127.0.0.1:${port}`, 'sec-fetch-site': site };
    request({ host: '127.0.0.1', port, path, headers }, response => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });

describe('the client library’s own upload', () => {
  it('posts a message with the file, which is told, listed and read back', async () => {
    const { ts: thread_ts = '' } = await bench.client.chat.postMessage({ channel: general, text: 'Reports' });
    const answer = await bench.client.filesUploadV2({
      channel_id: general,
      thread_ts,
      initial_comment: 'The report of *today*',
      file: POINT,
      filename: 'Today’s point.png',
      title: 'A point',
      alt_text: 'One red point',
    });
    await bench.workspace.settled(60);
    const [done] = answer.files as unknown as Answer[];
    const [early] = [...(done?.files ?? [])];
    // Slack answers before it has looked at the file.
    expect(early).toMatchObject({ title: 'A point', mimetype: '', filetype: '', shares: {}, channels: [] });
    const id = early?.id ?? '';
    const { messages } = await bench.client.conversations.replies({ channel: general, ts: thread_ts });
    const { ts } = messages?.at(-1) ?? {};
    const place = `${bench.workspace.url}/files-pri/T0TEAM-${id}`;
    const file = {
      id,
      created: expect.any(Number),
      timestamp: expect.any(Number),
      name: 'Today’s point.png',
      title: 'A point',
      mimetype: 'image/png',
      filetype: 'png',
      pretty_type: 'PNG',
      user: 'U0LOCALAPP',
      user_team: 'T0TEAM',
      editable: false,
      size: POINT.length,
      mode: 'hosted',
      is_external: false,
      external_type: '',
      is_public: true,
      public_url_shared: false,
      display_as_bot: false,
      username: '',
      url_private: `${place}/today_s_point.png`,
      url_private_download: `${place}/download/today_s_point.png`,
      media_display_type: 'unknown',
      thumb_64: `${place}/today_s_point.png`,
      thumb_80: `${place}/today_s_point.png`,
      thumb_360: `${place}/today_s_point.png`,
      thumb_360_w: 1,
      thumb_360_h: 1,
      original_w: 1,
      original_h: 1,
      alt_txt: 'One red point',
      permalink: `${bench.workspace.url}/files/U0LOCALAPP/${id}/today_s_point.png`,
      permalink_public: `${bench.workspace.url}/files/T0TEAM-${id}`,
      is_starred: false,
      has_rich_preview: false,
      file_access: 'visible',
    };
    expect(messages?.at(-1)).toMatchObject({ text: 'The report of *today*', upload: false, files: [file], thread_ts });
    expect(told.find(({ type }) => type === 'file_shared')).toEqual({
      type: 'file_shared',
      file_id: id,
      user_id: 'U0LOCALAPP',
      file: { id },
      channel_id: general,
      event_ts: expect.any(String),
    });
    const share = { ts, thread_ts, channel_name: 'general', team_id: 'T0TEAM', share_user_id: 'U0LOCALAPP' };
    const shares = {
      public: {
        [general]: [{ ...share, reply_users: [], reply_users_count: 0, reply_count: 0, source: 'UNKNOWN' }],
      },
    };
    const full = { ...file, comments_count: 0, channels: [general], groups: [], ims: [], shares };
    expect(await call('files.info', { file: id })).toEqual({
      ok: true,
      file: { ...full, has_more_shares: false },
      comments: [],
      response_metadata: { next_cursor: '' },
    });
    const listed = await bench.client.files.list({ channel: general, types: 'images' });
    expect(listed.files?.map(one => one.id)).toEqual([id]);
    expect(listed.paging).toEqual({ count: 100, total: 1, page: 1, pages: 1 });
    const read = await download(file.url_private);
    expect(Buffer.from(await read.arrayBuffer()).equals(POINT)).toBe(true);
  });

  it('takes several files in one message, and text as a snippet', async () => {
    const uploads = [
      { content: 'a,b\n1,2\n', filename: 'table.csv' },
      { content: 'print("x")', filename: 'code', snippet_type: 'python' },
    ];
    await bench.client.filesUploadV2({ channel_id: general, file_uploads: uploads });
    const { messages } = await bench.client.conversations.history({ channel: general, limit: 1 });
    expect(messages?.[0]?.files?.map(file => [file.name, file.mode, file.pretty_type])).toEqual([
      ['table.csv', 'hosted', 'CSV'],
      ['code', 'snippet', 'Python'],
    ]);
    const info = await call('files.info', { file: messages?.[0]?.files?.[0]?.id });
    expect([info.content, info.is_truncated]).toEqual(['a,b\n1,2\n', false]);
  });
});

describe('an upload by hand', () => {
  const announce = async (name: string, length: number): Promise<Answer> =>
    call('files.getUploadURLExternal', { filename: name, length });
  const send = async (address = '', body: string | FormData = ''): Promise<[number, string]> => {
    const response = await fetch(address, { method: 'POST', body });
    return [response.status, await response.text()];
  };

  it('is sent raw or as a form, once, and must be as long as announced', async () => {
    const raw = await announce('a.txt', 5);
    expect(await send(raw.upload_url, 'four')).toEqual([400, '5 bytes were announced, 4 were sent.']);
    expect(await call('files.completeUploadExternal', { files: [{ id: raw.file_id }] })).toEqual({
      ok: false,
      error: 'file_not_found',
    });
    expect(await send(raw.upload_url, 'hello')).toEqual([200, 'OK - 5']);
    expect(await send(raw.upload_url, 'again')).toEqual([404, 'There is no upload expected here.']);
    const form = new FormData();
    const formed = await announce('b.txt', 3);
    expect(await send(formed.upload_url, form)).toEqual([400, 'There is no file in the form.']);
    form.set('filename', new Blob(['abc']), 'b.txt');
    expect(await send(formed.upload_url, form)).toEqual([200, 'OK - 3']);
    const files = [{ id: raw.file_id }, { id: formed.file_id, title: 'B' }];
    const done = await call('files.completeUploadExternal', { files });
    expect([...(done.files ?? [])].map(({ title }) => title)).toEqual(['a.txt', 'B']);
    // It is private: nobody was shown it, and it cannot be completed twice.
    expect(told).toEqual([]);
    expect((await call('files.completeUploadExternal', { files })).error).toBe('file_not_found');
  });

  it('takes Web API arguments as a multipart form, as curl sends them', async () => {
    const form = new FormData();
    form.set('filename', 'c.txt');
    form.set('length', '1');
    const { apiUrl, botToken } = bench.workspace;
    const headers = { authorization: `Bearer ${botToken}` };
    const response = await fetch(`${apiUrl}files.getUploadURLExternal`, { method: 'POST', headers, body: form });
    const { upload_url, file_id } = (await response.json()) as Answer;
    await send(upload_url, 'c');
    const complete = new FormData();
    complete.set('files', JSON.stringify([{ id: file_id }]));
    complete.set('channels', 'UALICE');
    const done = await fetch(`${apiUrl}files.completeUploadExternal`, { method: 'POST', headers, body: complete });
    expect(await done.json()).toMatchObject({ ok: true, files: [{ id: file_id }] });
    const { messages } = await bench.page.get('/human/messages?user=alice&channel=U0LOCALAPP');
    expect([...(messages ?? [])].at(-1)?.files).toMatchObject([{ id: file_id, name: 'c.txt', is_public: false }]);
  });

  it.each([
    ['no name', { length: 1 }, 'invalid_arguments'],
    ['no length', { filename: 'x' }, 'invalid_arguments'],
    ['nothing', { filename: 'x', length: 0 }, 'missing_argument'],
    ['too much', { filename: 'x', length: 20 * 1024 * 1024 + 1 }, 'file_upload_size_restricted'],
    ['a long description', { filename: 'x', length: 1, alt_txt: 'x'.repeat(1001) }, 'alt_txt_too_large'],
    ['an unknown language', { filename: 'x', length: 1, snippet_type: 'klingon' }, 'unknown_snippet_type'],
    ['a large snippet', { filename: 'x', length: 1_048_577, snippet_type: 'text' }, 'snippet_too_large'],
  ])('with %s is refused', async (_, args, error) => {
    expect((await call('files.getUploadURLExternal', args)).error).toBe(error);
  });

  it.each([
    ['a name for an id', { channel_id: '#general' }, 'invalid_arguments'],
    ['an unknown channel', { channel_id: 'C000000000' }, 'channel_not_found'],
    ['an unknown channel among several', { channels: 'UALICE,C000000000' }, 'invalid_channel'],
    ['a message that is not there', { thread_ts: '1.1' }, 'invalid_thread_ts'],
  ])('to %s is refused, and not used up', async (_, place, error) => {
    const { upload_url, file_id } = await announce('x.txt', 1);
    await send(upload_url, 'x');
    const files = [{ id: file_id }];
    const channel = 'channel_id' in place || 'channels' in place ? {} : { channel_id: general };
    expect((await call('files.completeUploadExternal', { files, ...channel, ...place })).error).toBe(error);
    expect((await call('files.completeUploadExternal', { files })).ok).toBe(true);
  });
});

describe('a download', () => {
  it('is for the app with its token, and for people in their browser; a program without a token gets a page', async () => {
    const { file } = await upload('carol', 'secret.html', Buffer.from('<script>alert(1)</script>'));
    const { url_private = '' } = (file ?? {}) as Record<string, string>;
    expect((await download(url_private)).status).toBe(404); // private to carol
    await bench.page.post('/human/message', { user: 'carol', channel: 'general', files: [file?.id] });
    const mine = await download(url_private);
    expect([mine.status, await mine.text()]).toEqual([200, '<script>alert(1)</script>']);
    const redirected = await download(url_private, '');
    expect([redirected.status, redirected.headers.get('location')]).toEqual([
      302,
      `${bench.workspace.url}/?redir=${encodeURIComponent(new URL(url_private).pathname)}`,
    ]);
    expect((await download(url_private, 'xoxb-wrong')).status).toBe(302);
    const { pathname } = new URL(url_private);
    const seen = await browse(pathname, 'same-origin');
    expect([seen.status, seen.headers]).toMatchObject([
      200,
      {
        'content-type': 'text/html',
        'content-disposition': `attachment; filename="secret.html"; filename*=UTF-8''secret.html`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    ]);
    expect((await browse(pathname, 'cross-site')).status).toBe(403);
    expect((await browse('/files-pri/F0000000000', 'none')).status).toBe(404);
    expect((await browse('/files-pri/..%2Fworkspace.jsonl', 'none')).status).toBe(404);
  });

  it('shows pictures, under a name in any script', async () => {
    const { file } = await upload('emma', '照片 "1".png', POINT);
    const { headers } = await browse(`/files-pri/${file?.id}`, 'same-origin');
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      'image/png',
      `inline; filename="__ _1_.png"; filename*=UTF-8''%E7%85%A7%E7%89%87%20%221%22.png`,
    ]);
    const svg = await upload('emma', 'x.svg', Buffer.from('<svg/>'));
    expect((await browse(`/files-pri/${svg.file?.id}`, 'none')).headers['content-disposition']).toMatch(/^attachment/);
  });

  it('needs files:read', async () => {
    const scopes = { bot: ['files:write', 'chat:write', 'channels:read'] };
    const shy = await openWorkspace({
      manifest: { display_information: { name: 'Shy' }, oauth_config: { scopes } },
    });
    const { channels } = await shy.client.conversations.list();
    const channel_id = channels?.[0]?.id ?? '';
    const answer = await shy.client.filesUploadV2({ channel_id, content: 'x', filename: 'x.txt' });
    const [done] = answer.files as unknown as Answer[];
    const address = [...(done?.files ?? [])][0]?.url_private ?? '';
    expect((await download(address, shy.workspace.botToken)).status).toBe(302);
    expect(await call('files.info', { file: 'F1' }, shy)).toMatchObject({
      error: 'missing_scope',
      needed: 'files:read',
    });
    await shy.stop();
  });
});

describe('people', () => {
  it('send files with a message, and the app hears of it', async () => {
    const { file } = await upload('carol', 'photo.jpeg', POINT);
    const said = { user: 'carol', channel: 'general', text: 'Look', files: [file?.id] };
    const { ts } = await bench.page.post('/human/message', said);
    await vi.waitFor(() => expect(told.map(({ type }) => type).sort()).toEqual(['file_shared', 'message']), 5_000);
    const event = told.find(({ type }) => type === 'message');
    expect(event).toMatchObject({ subtype: 'file_share', ts, text: 'Look', user: 'UCAROL' });
    expect(event?.files).toMatchObject([{ id: file?.id, name: 'photo.jpeg', filetype: 'jpg', is_public: true }]);
    const { messages } = await bench.page.get('/human/messages?user=alice&channel=general');
    expect([...(messages ?? [])].at(-1)?.files).toEqual(event?.files);
  });

  it('cannot send nothing, the file of another, or one too large', async () => {
    const { file } = await upload('carol', 'mine.txt', Buffer.from('x'));
    const say = (files: unknown[]): Promise<Answer> =>
      bench.page.post('/human/message', { user: 'alice', channel: 'general', files });
    expect((await say([])).error).toBe('no_text');
    expect((await say([file?.id])).error).toBe('file_not_found');
    expect((await upload('alice', 'none.txt', Buffer.alloc(0))).error).toBe('file_empty');
    const quiet = await openWorkspace();
    const much = await upload('alice', 'much.bin', Buffer.alloc(20 * 1024 * 1024 + 1), quiet);
    expect(much.error).toBe('request_too_large');
    await quiet.stop();
  });
});

describe('file_input', () => {
  it('is checked by the client, and arrives as the files themselves, which the app may then read', async () => {
    const { file } = await upload('dave', 'damage.jpeg', POINT);
    const other = (await upload('dave', 'notes.txt', Buffer.from('x'))).file;
    const large = (await upload('dave', 'large.bin', Buffer.alloc(10 * 1024 * 1024 + 1))).file;
    await bench.page.post('/human/command', { user: 'dave', channel: 'general', command: '/report', text: '' });
    const view = await vi.waitFor(async () => {
      const open = (await bench.page.get('/human/view?user=dave')).view;
      expect(open).not.toBeNull();
      return open;
    });
    const submit = (values: object): Promise<Answer> =>
      bench.page.post('/human/submit', { user: 'dave', view_id: view?.id, values });
    expect(await submit({ photo: [] })).toEqual({ ok: false, errors: { photo: '请填写此必填字段。' } });
    expect(await submit({ photo: [other?.id], more: [large?.id] })).toEqual({
      ok: false,
      errors: { photo: '只能上传以下类型的文件：jpg, png。', more: '每个文件不能超过 10 MB。' },
    });
    expect(await submit({ photo: [file?.id, file?.id, file?.id], more: [] })).toEqual({
      ok: false,
      errors: { photo: '最多可上传 2 个文件。' },
    });
    expect(await submit({ photo: ['F0000000000'] })).toMatchObject({ ok: false, error: 'invalid_value' });
    expect((await call('files.info', { file: file?.id })).error).toBe('file_not_found');
    expect(await submit({ photo: [file?.id] })).toMatchObject({ ok: true });
    expect(submitted).toEqual({
      photo: { photo: { type: 'file_input', files: [file] } },
      more: { more: { type: 'file_input', files: [] } },
    });
    expect((await call('files.info', { file: file?.id })).file?.name).toBe('damage.jpeg');
    expect((await download(file?.url_private ?? '')).status).toBe(200);
  });
});

describe('files.delete', () => {
  it('takes the file away from every message, for its owner only', async () => {
    const { file } = await upload('carol', 'theirs.txt', Buffer.from('x'));
    await bench.page.post('/human/message', { user: 'carol', channel: 'general', files: [file?.id] });
    expect((await call('files.delete', { file: file?.id })).error).toBe('cant_delete_file');
    await bench.client.filesUploadV2({ channel_id: general, content: 'mine', filename: 'mine.txt' });
    const { messages } = await bench.client.conversations.history({ channel: general, limit: 1 });
    const [mine] = messages?.[0]?.files ?? [];
    expect(await call('files.delete', { file: mine?.id })).toEqual({ ok: true });
    const deleted = { type: 'file_deleted', file_id: mine?.id, event_ts: expect.any(String) };
    await vi.waitFor(() => expect(told.at(-1)).toEqual(deleted), 5_000);
    const after = await bench.client.conversations.history({ channel: general, limit: 1 });
    expect(after.messages?.[0]?.files).toMatchObject([{ id: mine?.id, mode: 'tombstone' }]);
    expect((await call('files.info', { file: mine?.id })).error).toBe('file_deleted');
    expect((await download(mine?.url_private ?? '')).status).toBe(404);
  });
});

describe('pictures in blocks', () => {
  it('may be Slack files that the app may read', async () => {
    const done = await bench.client.filesUploadV2({ channel_id: general, file: POINT, filename: 'p.png' });
    const [complete] = done.files as unknown as Answer[];
    const [file] = [...(complete?.files ?? [])];
    const [id = '', url_private = ''] = [file?.id, file?.url_private];
    const post = (slack_file: object): Promise<Answer> =>
      call('chat.postMessage', {
        channel: general,
        text: 'x',
        blocks: [{ type: 'image', alt_text: 'x', slack_file }],
      });
    expect((await post({ id })).ok).toBe(true);
    expect((await post({ url: url_private })).ok).toBe(true);
    expect(await post({ id: 'F0000000000' })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['invalid slack file [json-pointer:/blocks/0/slack_file]'],
      response_metadata: { messages: ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'] },
    });
  });
});

describe('a further team', () => {
  it('has files of its own, with its own token', async () => {
    const team = (id: string, person: string) => ({
      team: { id, name: id, domain: id.toLowerCase() },
      people: [{ id: person, real_name: person }],
      channels: [{ name: 'all', members: 'everyone' as const }],
    });
    const seed = { ...team('T0MAIN', 'UANN'), further: [team('T0BRANCH', 'UEVE')] };
    const both = await openWorkspace({ seed });
    const [main, branch] = both.workspace.teams.map(({ botToken }) => botToken);
    const client = new WebClient(branch, { slackApiUrl: both.workspace.apiUrl });
    const { channels } = await client.conversations.list();
    await client.filesUploadV2({ channel_id: channels?.[0]?.id ?? '', content: 'theirs', filename: 'a.txt' });
    const { files } = await client.files.list({});
    expect(files?.map(({ name, user_team }) => [name, user_team])).toEqual([['a.txt', 'T0BRANCH']]);
    expect((await both.client.files.list({})).files).toEqual([]);
    const address = files?.[0]?.url_private ?? '';
    expect(await (await download(address, branch)).text()).toBe('theirs');
    expect((await download(address, main)).status).toBe(302);
    expect((await upload('UEVE', 'b.txt', Buffer.from('b'), both)).file?.user_team).toBe('T0BRANCH');
    await both.stop();
  });
});

describe('what is remembered', () => {
  it('outlives the process', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'workspace-'));
    const first = await openWorkspace({ directory });
    const { file } = await upload('emma', 'kept.txt', Buffer.from('kept'), first);
    await first.page.post('/human/message', { user: 'emma', channel: 'general', files: [file?.id] });
    const before = await call('files.info', { file: file?.id }, first);
    await first.stop();
    expect(readdirSync(join(directory, 'files'))).toEqual([file?.id]);
    expect(statSync(join(directory, 'files', file?.id ?? '')).mode & 0o777).toBe(0o600);
    const second = await openWorkspace({ directory });
    const after = await call('files.info', { file: file?.id }, second);
    const port = (answer: Answer): string => JSON.stringify(answer).replace(/127\.0\.0\.1:\d+/g, 'here');
    expect(port(after)).toBe(port(before));
    const again = new WebClient(second.workspace.botToken, { slackApiUrl: second.workspace.apiUrl });
    const { file: info } = await again.files.info({ file: file?.id ?? '' });
    const read = await download(info?.url_private ?? '', second.workspace.botToken);
    expect(await read.text()).toBe('kept');
    await second.stop();
    rmSync(directory, { recursive: true });
  });
});
