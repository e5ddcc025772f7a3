/** The page with everything difficult in the team: several teams, guests, odd names, groups and conversations of several. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, openWorkspace } from '../bench.ts';
import { isWithoutBrowser, openBrowser } from './browser.ts';

describe.skipIf(isWithoutBrowser)('the page of several teams', () => {
  let bench: Bench;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    bench = await openWorkspace({ seed: 'difficult' });
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    context.setDefaultTimeout(8_000);
    page = await context.newPage();
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(`${bench.workspace.url}/#/carol/support`);
    await page.getByRole('log').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.stop();
    expect(complaints).toEqual([]);
  });

  test('offers everybody who can act, guests and outsiders marked, and nobody who cannot', async () => {
    const rail = page.getByRole('navigation', { name: 'Switch person' });
    const names = await rail
      .getByRole('button')
      .evaluateAll(all => all.map(each => each.getAttribute('aria-label') ?? ''));
    expect(names.filter(name => /guest|external/.test(name))).toEqual([
      'Become Guest of one channel (guest)',
      'Become Guest of two channels (guest)',
      'Become Partner (external)',
      'Become Stranger (external)',
    ]);
    expect(names.filter(name => /Former|Weather/.test(name))).toEqual([]);
    expect(names).toContain('Become R&D <b>*bold*</b> _O’Brien_ `x` :tada: 👩‍💻');
  });

  test('draws groups by their handle, also where the app wrote only the id, and names of who left', async () => {
    await page.getByRole('textbox').first().fill('Ask @leads');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const log = page.getByRole('log');
    await log.locator('.mention', { hasText: /^@leads$/ }).waitFor();
    const { usergroups = [] } = await bench.client.usergroups.list({});
    const usergroup_id = usergroups.find(({ handle }) => handle === 'crew')?.id ?? '';
    const elements = [{ type: 'rich_text_section', elements: [{ type: 'usergroup', usergroup_id }] }];
    await bench.client.chat.postMessage({
      channel: '#support',
      text: 'x',
      blocks: [{ type: 'rich_text', elements }] as never,
    });
    await log.locator('.mention', { hasText: /^@crew$/ }).waitFor();
    await bench.client.chat.postMessage({ channel: '#support', text: 'Thanks to <@ULEAVER1>' });
    await log.locator('.mention', { hasText: /^@Former colleague$/ }).waitFor();
  });

  test('lists a conversation of several among the direct messages, by the names of the others', async () => {
    const { channel } = await bench.client.conversations.open({ users: 'UCAROL,UDAVE' });
    await bench.client.chat.postMessage({ channel: channel?.id ?? '', text: 'The three of us' });
    const sidebar = page.getByRole('navigation', { name: 'Channels' });
    await sidebar.getByRole('button', { name: /^Dave, app/ }).click();
    await page.getByRole('log').getByText('The three of us').waitFor();
    expect(await page.getByRole('heading', { name: 'Dave, app' }).count()).toBe(1);
  });

  test('goes to another team, its people and channels, and is live there', async () => {
    const choice = page.getByRole('combobox', { name: 'Team' });
    await choice.selectOption({ label: 'Branch office' });
    const rail = page.getByRole('navigation', { name: 'Switch person' });
    await rail.getByRole('button', { name: 'You are Branch manager' }).waitFor();
    expect(await rail.getByRole('button').count()).toBe(2);
    await page
      .getByRole('navigation', { name: 'Channels' })
      .getByRole('button', { name: /branch-only/ })
      .waitFor();
    await page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'general' }).click();
    await bench.page.post('/human/message', {
      user: 'branchclerk',
      channel: '#general',
      text: 'Live in the branch',
    });
    await page.getByRole('log').getByText('Live in the branch').waitFor();
    await choice.selectOption({ label: 'Example team' });
    await rail.getByRole('button', { name: 'You are Alice' }).waitFor();
    expect(await page.getByText('Live in the branch').count()).toBe(0);
  });

  test.each([
    ['carol/support', 'Carol', 'support', 'Example team'],
    ['UCAROL/support', 'Carol', 'support', 'Example team'],
    ['branchclerk/general', 'Branch clerk', 'general', 'Branch office'],
    ['UBRANCHCLERK/general', 'Branch clerk', 'general', 'Branch office'],
    // Both teams have somebody of that handle: the first is meant, and by the id whoever has it.
    ['alice/general', 'Alice', 'general', 'Example team'],
    ['UBRANCHMANAGER/general', 'Branch manager', 'general', 'Branch office'],
    ['nobody/general', 'Alice', 'general', 'Example team'],
    ['UNOBODY/general', 'Alice', 'general', 'Example team'],
    ['ucarol/general', 'Alice', 'general', 'Example team'],
  ])('the address #/%s shows %s in #%s of %s', async (address, name, channel, team) => {
    await page.goto('about:blank');
    await page.goto(`${bench.workspace.url}/#/${address}`);
    await page.getByRole('region', { name: `You are ${name}` }).waitFor();
    await page.getByRole('heading', { name: channel }).waitFor();
    const chosen = page.getByRole('combobox', { name: 'Team' }).locator('option:checked');
    expect(await chosen.textContent()).toBe(team);
    const asked = address.split('/')[0] ?? '';
    const alert = page.getByRole('alert').filter({ hasText: `Nobody here is called “${asked}”.` });
    expect(await alert.count()).toBe(name === 'Alice' && asked !== 'alice' ? 1 : 0);
  });

  test('shows no choice where there is one team', async () => {
    const alone = await openWorkspace();
    await page.goto(`${alone.workspace.url}/#/carol/support`);
    await page.getByRole('log').waitFor();
    expect(await page.getByRole('combobox', { name: 'Team' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Example team' }).count()).toBe(1);
    await page.goto('about:blank');
    await alone.stop();
  });
});
