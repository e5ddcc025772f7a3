/** What the page asks for on behalf of a newcomer: the guide and the landmarks that were lent, the news, what is unread. */
import { expect, onTestFinished, test } from 'vitest';
import type { WorkspaceClock } from '../core/clock.ts';
import type { Guide, WorkspaceOptions } from '../workspace.ts';
import { type Bench, openWorkspace } from './bench.ts';

async function open(options: Partial<WorkspaceOptions> = {}): Promise<Bench> {
  const bench = await openWorkspace(options);
  onTestFinished(() => bench.stop());
  return bench;
}

const both = (text: string) => ({ zh: `${text}（中）`, en: text });

test('a guide and landmarks are shown as they were lent, and there are none otherwise', async () => {
  const guide: Guide = {
    steps: [
      {
        id: 'a',
        title: both('A'),
        text: both('Do a.'),
        button: both('Go'),
        done: false,
        go: { user: 'emma', type: '/a' },
      },
    ],
    end: both('Done.'),
  };
  const landmark = { at: '2026-12-01T00:00:00.000Z', label: both('Meeting'), button: both('Next meeting') };
  const lent = await open({ guide: async () => guide, landmarks: async () => [landmark] });
  expect(await lent.page.get('/human/guide')).toEqual({ guide });
  expect(await lent.page.get('/human/landmarks')).toEqual({ landmarks: [landmark] });
  const bare = await open();
  expect(await bare.page.get('/human/guide')).toEqual({ guide: null });
  expect(await bare.page.get('/human/landmarks')).toEqual({ landmarks: [] });
});

test('a command called otherwise here works by both names, and says what it is called on Slack', async () => {
  const manifest = (description: string) => ({
    display_information: { name: 'Rules', description },
    features: {
      slash_commands: [
        { command: '/desk', description },
        { command: '/askleave', description: 'Leave' },
      ],
    },
    oauth_config: { scopes: { bot: ['commands'] } },
  });
  const aliases = { '/leave': '/askleave', '/help': '/desk help', '/desk': '/desk' };
  const { page } = await open({ manifest: manifest('表'), manifests: { en: manifest('Desk') }, aliases });
  expect((await page.get('/human/commands?language=en')).commands).toMatchObject([
    { command: '/desk', description: 'Desk' },
    { command: '/leave', description: 'Leave', on_slack: '/askleave' },
    { command: '/help', description: 'Desk', on_slack: '/desk help' },
  ]);
  const typed = async (command: string) =>
    (await page.post('/human/command', { user: 'emma', channel: 'general', command, text: '' })).error;
  // Nobody is connected to take them, but they are known.
  expect(await Promise.all(['/leave', '/askleave', '/help', '/nothing'].map(typed))).toEqual([
    ...['dispatch_failed', 'dispatch_failed', 'dispatch_failed'],
    'unknown_command',
  ]);
  await expect(open({ manifest: manifest('表'), aliases: { '/x': '/y' } })).rejects.toThrow(
    'The alias /x stands for /y, which the manifest has not.',
  );
});

test('commands are described in the language asked for, when the app has it', async () => {
  const manifest = (description: string) => ({
    display_information: { name: 'Rules', description },
    features: { slash_commands: [{ command: '/holiday', description }] },
    oauth_config: { scopes: { bot: ['commands'] } },
  });
  const { page } = await open({ manifest: manifest('请假'), manifests: { en: manifest('Leave') } });
  const described = async (query: string) => (await page.get(`/human/commands${query}`)).commands?.[0 as never];
  expect(await described('')).toMatchObject({ command: '/holiday', description: '请假' });
  expect(await described('?language=en')).toMatchObject({ command: '/holiday', description: 'Leave' });
  expect(await described('?language=fr')).toMatchObject({ description: '请假' });
});

test('everybody follows the page, but those who chose for themselves', async () => {
  const seed = {
    team: { id: 'T1', name: 'Team', domain: 'team' },
    people: [
      { id: 'UANN', name: 'ann', real_name: 'Ann' },
      { id: 'UBOB', name: 'bob', real_name: 'Bob' },
      { id: 'UZOE', name: 'zoe', real_name: 'Zoé', locale: 'fr-FR' },
    ],
    channels: [],
  };
  const { page, workspace } = await open({ seed });
  const locales = async () => {
    const { people } = (await page.get('/human/people')) as unknown as { people: { id: string; locale: string }[] };
    return Object.fromEntries(people.map(({ id, locale }) => [id, locale]));
  };
  expect(await locales()).toEqual({ UANN: 'zh-CN', UBOB: 'zh-CN', UZOE: 'fr-FR' });
  expect(workspace.language()).toBeUndefined();
  await page.post('/human/locale', { user: 'bob', locale: 'zh-CN' });
  expect(await page.post('/human/locale', { locale: 'en-US' })).toEqual({
    ok: true,
    locale: 'en-US',
    changed: ['UANN'],
  });
  expect(await locales()).toEqual({ UANN: 'en-US', UBOB: 'zh-CN', UZOE: 'fr-FR' });
  expect(workspace.language()).toBe('en-US');
  expect(await page.post('/human/locale', { locale: 'en-US' })).toEqual({ ok: true, locale: 'en-US', changed: [] });
  expect(await page.post('/human/locale', { user: 'bob', locale: null })).toEqual({ ok: true, locale: 'en-US' });
  expect(await locales()).toEqual({ UANN: 'en-US', UBOB: 'en-US', UZOE: 'fr-FR' });
  expect(await page.post('/human/locale', { locale: null })).toMatchObject({ ok: false, error: 'invalid_arguments' });
});

test('the news are what everybody in a place reads, from a moment on; unread counts tell each person what waits', async () => {
  const { page } = await open();
  const before = await page.post('/human/message', { user: 'emma', channel: 'general', text: 'before' });
  const said = await page.post('/human/message', { user: 'emma', channel: 'alice', text: 'hi' });
  const { news } = (await page.get(`/human/news?since=${before.ts}`)) as unknown as { news: object[] };
  expect(news).toMatchObject([{ is_im: true, members: ['UALICE', 'UEMMA'], ts: said.ts, user: 'UEMMA', text: 'hi' }]);
  const { unread } = (await page.get('/human/unread')) as unknown as { unread: Record<string, object> };
  expect(unread.UALICE).toEqual({ direct: 1, all: 2 });
  expect(unread.UEMMA).toEqual({ direct: 0, all: 0 });
  expect(unread.UCAROL).toEqual({ direct: 0, all: 1 });
});

test('on a journey whoever looks is told of every stop', async () => {
  const stops = ['2026-12-01T07:50:00Z', '2026-12-01T08:00:00Z'];
  let now = new Date('2026-12-01T07:00:00Z');
  const clock: WorkspaceClock = {
    now: () => now,
    async travel(to, passed) {
      for (const stop of [...stops, to.toISOString()]) {
        now = new Date(stop);
        passed?.();
      }
    },
  };
  const { page, workspace } = await open({ clock });
  const stream = await fetch(`${workspace.url}/human/stream`);
  const hints = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await page.post('/human/clock', { advance: 'PT2H' });
  let heard = '';
  while ((heard.match(/"type":"clock"/g) ?? []).length < 4) heard += (await hints?.read())?.value ?? '';
  await hints?.cancel();
  expect(await page.get('/human/clock')).toEqual({ now: '2026-12-01T09:00:00.000Z' });
});
