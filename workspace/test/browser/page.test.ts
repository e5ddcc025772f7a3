/** The page in a real browser: a day as a member and as the admin, by mouse and by keyboard alone, in both languages, wide and narrow. */
import type { App } from '@slack/bolt';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { WorkspaceClock } from '../../core/clock.ts';
import { faults } from '../../testing/axe.ts';
import { type Bench, openWithApp, openWorkspace } from '../bench.ts';
import { MANIFEST, wire } from './app.ts';
import { isWithoutBrowser, openBrowser } from './browser.ts';

if (isWithoutBrowser) console.log('No Chromium found (set CHROMIUM to its path): the page is not tested in a browser.');

/** Who lends the page landmarks lends it buttons. */
const landmarks = async () => [
  { at: '2026-12-01T07:50:00+08:00', label: { zh: '提醒', en: 'Reminder' } },
  {
    at: '2026-12-01T08:00:00+08:00',
    label: { zh: '早会', en: 'Morning meeting' },
    button: { zh: '下次会议', en: 'Next meeting' },
  },
];

/** A Tuesday morning; it stands still until someone travels. */
let now = new Date('2026-12-01T07:45:00+08:00');
const clock: WorkspaceClock = {
  now: () => now,
  async travel(to) {
    if (to < now) throw new Error('The clock only goes forward.');
    now = to;
  },
};

describe.skipIf(isWithoutBrowser)('the page', () => {
  let bench: Bench;
  let browser: Browser;
  const submitted: string[] = [];
  const reactions: string[] = [];

  beforeAll(async () => {
    const wired = (app: App) => {
      wire(app, submitted);
      for (const type of ['reaction_added', 'reaction_removed'] as const)
        app.event(type, async ({ event }) => void reactions.push(`${event.type} ${event.user}`));
    };
    bench = await openWithApp(wired, { manifest: MANIFEST, clock, landmarks });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await bench?.stop();
  });

  /** A page at an address; whatever it writes to the console as an error, unless expected, fails the test at its end. */
  async function visit(
    place: string,
    options: BrowserContextOptions = {},
    url = bench.workspace.url,
    expected = /^$/,
  ): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    onTestFinished(async () => {
      await context.close();
      expect(complaints.filter(each => !expected.test(each))).toEqual([]);
    });
    await page.goto(`${url}/#/${place}`);
    await page.getByRole('log').or(page.locator('.home')).first().waitFor();
    return page;
  }

  const say = async (page: Page, text: string): Promise<void> => {
    await page.locator('#composer-0').fill(text);
    await page.keyboard.press('Enter');
  };

  test('a message reaches everyone who looks, with names as mentions', async () => {
    const member = await visit('carol/general');
    const alice = await visit('alice/general');
    await say(member, 'Good morning @alice & *all* <b>');
    const said = alice.getByRole('article').filter({ hasText: 'Good morning' });
    await said.waitFor();
    expect(await said.locator('.text').textContent()).toBe('Good morning @Alice & all <b>');
    expect(await said.locator('strong').textContent()).toBe('all');
  });

  test('leave is asked for, refused with a reason, corrected, and approved by the admin one click away', async () => {
    const page = await visit('carol/general');
    await page.locator('#composer-0').pressSequentially('/ab');
    await page.getByRole('option', { name: /\/absence/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator('#composer-0').inputValue()).toBe('/absence ');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'leave' });
    await form.waitFor();
    await form.getByRole('combobox', { name: 'kind' }).click();
    await page.getByRole('option', { name: 'Sick' }).click();
    await form.getByLabel('reason').fill('flu');
    await form.getByRole('button', { name: 'OK' }).click();
    await form.getByText('Please say a little more.').waitFor();
    expect(await form.getByLabel('reason').getAttribute('aria-invalid')).toBe('true');
    expect(await form.getByLabel('reason').inputValue()).toBe('flu');
    expect(await form.getByRole('combobox', { name: 'kind' }).inputValue()).toBe('Sick');
    await form.getByLabel('reason').fill('flu and fever');
    await form.getByRole('button', { name: 'OK' }).click();
    await form.waitFor({ state: 'detached' });
    expect(submitted).toEqual(['sick flu and fever']);

    await page.getByRole('button', { name: /^Become Alice, 1 unread/ }).click();
    await page.getByRole('button', { name: /Rules.*1 unread/ }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Approved by hand').waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#\/UALICE\//);
    await page.reload();
    await page.getByText('Approved by hand').waitFor();
  });

  test('the keyboard alone opens, fills in, sends and leaves a form', async () => {
    const page = await visit('dave/general');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.locator('#composer-0').focus();
    await page.keyboard.type('/absence');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'leave' });
    await form.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Annual' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await form.getByRole('combobox', { name: 'kind' }).inputValue()).toBe('Sick');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.id')).toBe('composer-0');
    await page.keyboard.type('!');
    expect(await page.locator('#composer-0').inputValue()).toBe('!');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#composer-0').inputValue()).toBe('/absence');
  });

  test('two people side by side; a dangerous button asks first', async () => {
    const page = await visit('kevin/general');
    await say(page, '/absence');
    const form = page.getByRole('dialog', { name: 'leave' });
    await form.getByRole('combobox', { name: 'kind' }).click();
    await page.getByRole('option', { name: 'Annual' }).click();
    await form.getByLabel('reason').fill('a wedding');
    await page.getByRole('button', { name: 'OK' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Side by side' }).click();
    const right = page.locator('.pane').nth(1);
    await right.getByRole('button', { name: 'Reject' }).click();
    const asked = page.getByRole('dialog', { name: 'Reject?' });
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await right.getByRole('button', { name: 'Reject' }).click();
    await asked.getByRole('button', { name: 'Confirm' }).click();
    await right.getByText('Rejected by hand').waitFor();
    await page.locator('.pane').first().getByRole('log').waitFor();
  });

  test('an answer for one person alone is marked so, and nothing in it becomes markup', async () => {
    const page = await visit('frank/general');
    await say(page, '/hello');
    const answer = page.getByRole('article').filter({ hasText: 'Only visible to you' });
    await answer.waitFor();
    expect(await answer.locator('.text').textContent()).toBe('Hello, you. <script>alert(1)</script>');
    expect(await page.locator('.message script').count()).toBe(0);
  });

  test('Home, threads, the inspector and the clock', async () => {
    const page = await visit('heidi/home');
    await page.getByRole('heading', { name: 'Welcome home, UHEIDI' }).waitFor();
    await page.getByRole('button', { name: /^# ?general|^general/ }).click();
    await say(page, 'first of a thread');
    const first = page.getByRole('article').filter({ hasText: 'first of a thread' });
    await first.hover();
    await first.getByRole('button', { name: 'Reply in thread' }).click();
    await page.locator('#thread-0').fill('a reply');
    await page.keyboard.press('Enter');
    await first.getByRole('button', { name: '1 reply' }).waitFor();

    await page.getByRole('button', { name: 'Inspector' }).click();
    await page
      .getByRole('button', { name: /app_home_opened/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Payload' }).waitFor();

    await page.getByRole('button', { name: /^The bot’s time/ }).click();
    await page.getByRole('button', { name: 'Tue 1 Dec 07:50 Reminder' }).click();
    await page.getByRole('heading', { name: 'From Tue 1 Dec 07:45 to Tue 1 Dec 07:50. Nothing was posted' }).waitFor();
    await page.getByRole('button', { name: 'Next meeting' }).click();
    await page.getByRole('heading', { name: 'From Tue 1 Dec 07:50 to Tue 1 Dec 08:00. Nothing was posted' }).waitFor();
    expect(await page.getByRole('button', { name: 'Next meeting' }).count()).toBe(0);
  });

  test('a message leads to what the app sent, found, filtered and copied', async () => {
    const page = await visit('frank/random', { permissions: ['clipboard-read', 'clipboard-write'] });
    const { channels } = await bench.page.get('/human/channels?user=frank');
    const channel = [...(channels ?? [])].find(each => each.name === 'random')?.id ?? '';
    await bench.client.chat.postMessage({ channel, text: 'a notice of the app' });
    const said = page.getByRole('article').filter({ hasText: 'a notice of the app' });
    await said.hover();
    await said.getByRole('button', { name: 'What did the app send?' }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('button', { name: /chat.postMessage/ }).click();
    expect(await inspector.getByRole('listitem').count()).toBe(1);
    await inspector.getByRole('button', { name: 'Copy as JSON' }).click();
    await page.getByText('Copied.').waitFor();
    const copied: unknown = JSON.parse(await page.evaluate<string>('navigator.clipboard.readText()'));
    expect(copied).toMatchObject({ method: 'chat.postMessage', payload: { text: 'a notice of the app' }, ok: true });
    await inspector.getByRole('combobox', { name: 'Direction' }).selectOption('to_bot');
    await inspector.getByText('0 of').waitFor();
    await inspector.getByRole('searchbox').press('Escape');
    await inspector.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Inspector', pressed: false }).waitFor();
  });

  test('what one began to write stays there, and what one has not read begins with a line', async () => {
    const page = await visit('heidi/support');
    await page.locator('#composer-0').fill('half a thought');
    await page.getByRole('button', { name: 'random' }).click();
    await page.getByRole('heading', { name: '#random' }).waitFor();
    expect(await page.locator('#composer-0').inputValue()).toBe('');
    await bench.page.post('/human/message', { user: 'alice', channel: 'support', text: 'read me' });
    await page.getByRole('button', { name: /support.*unread/ }).click();
    await page.getByText('New messages').waitFor();
    expect(await page.locator('#composer-0').inputValue()).toBe('half a thought');
    expect(await page.locator('.line').filter({ hasText: 'New messages' }).getByText('read me').count()).toBe(1);
  });

  test('faults are ordered, seen waiting and called off, and limits switched, in the inspector', async () => {
    const page = await visit('emma/general');
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.getByText('Inject a fault').click();
    const kind = page.getByRole('combobox', { name: 'Kind' });
    await kind.selectOption('error');
    await page.getByRole('combobox', { name: 'Error' }).fill('is_archived');
    await page.getByLabel('Method (may be empty)').fill('pins.add');
    await page.getByRole('combobox', { name: 'Unit' }).selectOption('seconds');
    await page.getByLabel('How much').fill('600');
    await page.getByRole('button', { name: 'Inject', exact: true }).click();
    const waiting = page.getByRole('list', { name: 'Faults still to come' });
    await waiting.getByText('error · is_archived · pins.add').waitFor();
    await kind.selectOption('429');
    await page.getByLabel('Retry-After (empty: none)').fill('');
    await page.getByRole('combobox', { name: 'Unit' }).selectOption('count');
    await page.getByLabel('How much').fill('2');
    await page.getByRole('button', { name: 'Inject', exact: true }).click();
    await waiting.getByText('429 · Retry-After: – · pins.add').waitFor();
    expect((await bench.page.get('/human/fault')).faults).toEqual([
      {
        id: expect.any(Number),
        kind: 'error',
        error: 'is_archived',
        method: 'pins.add',
        seconds_left: expect.any(Number),
      },
      { id: expect.any(Number), kind: '429', retry_after: null, method: 'pins.add', count: 2 },
    ]);
    for (const what of ['error · is_archived · pins.add', '429 · Retry-After: – · pins.add'])
      await page.getByRole('button', { name: `Cancel ${what}` }).click();
    await waiting.waitFor({ state: 'detached' });
    expect((await bench.page.get('/human/fault')).faults).toEqual([]);
    const tiers = page.getByLabel('Calls a minute for each method');
    await tiers.check();
    await expect.poll(() => bench.page.get('/human/limits')).toEqual({ messages: false, tiers: true });
    await tiers.uncheck();
    await expect.poll(() => bench.page.get('/human/limits')).toEqual({ messages: false, tiers: false });
  });

  test('what the workspace refuses is said in words', async () => {
    const page = await visit('emma/general');
    await say(page, '/nonsense');
    await page.getByText('/nonsense is not a valid command.').waitFor();
  });

  test('shortcuts on a message and anywhere reach the app', async () => {
    const page = await visit('bob/random');
    await say(page, 'a fine thought');
    const said = page.getByRole('article').filter({ hasText: 'a fine thought', hasNotText: 'Well said' }).first();
    await said.hover();
    await said.getByRole('button', { name: 'App shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'Praise this' }).click();
    await page.getByText('Well said: a fine thought').waitFor();
    await page.locator('.composer').getByRole('button', { name: 'App shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'New leave' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'leave' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('people react, take it back, and the app hears of both', async () => {
    const page = await visit('alice/random/carol/random');
    const [left, right] = [page.locator('.pane').first(), page.locator('.pane').nth(1)];
    await say(page, 'we won');
    const said = left.getByRole('article').filter({ hasText: 'we won' });
    await said.hover();
    await said.getByRole('button', { name: 'Add reaction' }).click();
    await page.getByRole('searchbox', { name: 'Find an emoji' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.type('trophy');
    await page.getByRole('dialog', { name: 'Add reaction' }).getByRole('button', { name: 'trophy' }).waitFor();
    await page.keyboard.press('Enter');
    const theirs = right.getByRole('article').filter({ hasText: 'we won' });
    await theirs.getByRole('button', { name: ':trophy: Alice', pressed: false }).click();
    await theirs.getByRole('button', { name: ':trophy: Alice, Carol', pressed: true }).waitFor();
    expect(await faults(page)).toEqual([]);
    await said.getByRole('button', { name: ':trophy: Alice, Carol', pressed: true }).click();
    await theirs.getByRole('button', { name: ':trophy: Carol', pressed: true }).waitFor();
    await expect
      .poll(() => reactions)
      .toEqual(['reaction_added UALICE', 'reaction_added UCAROL', 'reaction_removed UALICE']);
  });

  test('the day to jump to is asked by keyboard alone, and Escape gives the focus back', async () => {
    const page = await visit('heidi/random');
    const button = page.getByRole('button', { name: 'Jump to a date' });
    await button.focus();
    await page.keyboard.press('Enter');
    const asked = page.getByRole('dialog', { name: 'Jump to a date' });
    await asked.waitFor();
    expect(await page.evaluate('document.activeElement.type')).toBe('date');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Jump to a date');
  });

  test('a link to a reply opens its thread and marks it there', async () => {
    const post = (text: string, more = {}) =>
      bench.page.post('/human/message', { user: 'alice', channel: 'random', text, ...more });
    const { ts, channel } = await post('a question');
    await post('an answer', { thread_ts: ts });
    const { ts: last } = await post('the last word', { thread_ts: ts });
    const { permalink } = await bench.client.chat.getPermalink({ channel: String(channel), message_ts: String(last) });
    const page = await visit('dave/general');
    await page.goto('about:blank');
    await page.goto(String(permalink));
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.locator('.line.marked').getByText('the last word').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.dataset.ts')).toBe(last);
  });

  test('a lost connection is said in words, and found again by itself', async () => {
    const first = await openWorkspace();
    const page = await visit('ivan/general', {}, first.workspace.url, /net::ERR_/);
    await first.stop();
    await page.getByText('The connection to the workspace is lost.').waitFor();
    await say(page, 'into the void');
    await page.getByText('The workspace cannot be reached.').waitFor();
    expect(await page.locator('#composer-0').inputValue()).toBe('into the void');
    const second = await openWorkspace({ port: first.workspace.port });
    onTestFinished(() => second.stop());
    await second.page.post('/human/message', { user: 'bob', channel: 'general', text: 'still with you' });
    await page.getByText('still with you').waitFor();
    await page.getByText('The connection to the workspace is lost.').waitFor({ state: 'detached' });
  });

  test('both languages, and the choice is kept', async () => {
    const page = await visit('laura/general', { locale: 'zh-CN' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('button', { name: '+1 天' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: '+1 day' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '+1 day' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test.each(['light', 'dark'] as const)('no accessibility fault is found in %s', async colorScheme => {
    const page = await visit('kevin/general', { colorScheme, reducedMotion: 'reduce' });
    await say(page, 'See <@alice> `code` https://a.example');
    await page.getByRole('article').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.getByText('Inject a fault').click();
    await say(page, '/absence');
    const form = page.getByRole('dialog', { name: 'leave' });
    await form.getByRole('button', { name: 'OK' }).click();
    await form.getByText('Please complete this required field.').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await form.getByRole('combobox', { name: 'kind' }).click();
    await page.getByRole('option', { name: 'Annual' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.locator('#composer-0').pressSequentially('/');
    await page.getByRole('option', { name: '/hello' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  test('390 pixels: nothing scrolls sideways, and the drawer leads everywhere', async () => {
    const page = await visit('ivan/general', { viewport: { width: 390, height: 844 } });
    await say(page, `long ${'x'.repeat(300)}`);
    await page.getByRole('button', { name: 'Open channel list' }).click();
    await page.getByRole('button', { name: 'random' }).click();
    await page.getByRole('heading', { name: '#random' }).waitFor();
    await page.getByRole('button', { name: 'Open channel list' }).click();
    await page.getByRole('button', { name: 'Become Alice' }).click();
    await page.getByRole('region', { name: 'You are Alice' }).waitFor();
    await say(page, '/absence');
    await page.getByRole('dialog', { name: 'leave' }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
  });

  test('a long channel shows its newest message at once and older ones on the way up', async () => {
    for (let index = 0; index < 230; index += 1)
      await bench.page.post('/human/message', { user: 'bob', channel: 'planning', text: `line ${index}.` });
    const page = await visit('grace/planning');
    await page.getByText('line 229.').waitFor();
    expect(await page.getByText('line 0.').count()).toBe(0);
    const log = page.getByRole('log');
    const oldest = page.getByText('line 0.');
    while ((await oldest.count()) === 0)
      await log.press('Home').then(() =>
        page
          .getByText(/^line \d+\.$/)
          .first()
          .waitFor(),
      );
    await page.getByRole('button', { name: 'Jump to the newest message' }).click();
    await page.getByText('line 229.').isVisible();
  });
});
