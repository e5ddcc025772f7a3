/** Channels and people that change, done on the page: by mouse and by keyboard, seen live by others, in both languages and themes, wide and narrow. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { faults } from '../../testing/axe.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';
import { misplaced } from './looks.js';

const SEED = {
  team: { id: 'T1', name: '团队 · Team', domain: 'team' },
  people: [
    { id: 'UANN', name: 'ann', real_name: '安 · Ann', is_admin: true },
    { id: 'UBEN', name: 'ben', real_name: '本 · Ben' },
    { id: 'UCY', name: 'cy', real_name: '赛 · Cy' },
    { id: 'UGONE', name: 'gone', real_name: '离职 · Gone', deleted: true },
  ],
  channels: [
    { name: 'general', members: 'everyone' as const },
    ...['tea', 'cake', 'bread', 'jam'].map(name => ({ name, members: ['UANN', 'UBEN'] })),
    { name: 'closed', members: ['UANN', 'UBEN'], is_private: true },
    { name: 'old', members: ['UANN'], is_archived: true },
    { name: `${'very-long-'.repeat(7)}0123456789`, members: ['UANN'] },
  ],
};

describe.skipIf(isWithoutBrowser)('on the page', () => {
  let looked: Looked;
  beforeAll(async () => {
    looked = await openLooked(() => {}, { seed: SEED });
  });
  afterAll(() => looked?.stop());

  /** Two people side by side, with all of both in sight. What is refused a browser complains of by itself. */
  const beside = async (place: string): Promise<Page> => {
    const { page, complaints } = await looked.visitAll(place, { viewport: { width: 1900, height: 900 } });
    onTestFinished(async () => {
      await page.context().close();
      expect(complaints.filter(each => !/status of 400/.test(each))).toEqual([]);
    });
    return page;
  };

  const pane = (page: Page, at = 0): Locator => page.locator(`#pane-${at}`);
  /** Opens the menu at the channel's name and chooses. */
  const choose = async (within: Locator, item: string): Promise<void> => {
    await within.locator('.room-button').click();
    await within.getByRole('menuitem', { name: item }).click();
  };
  const answer = (within: Locator, title: string, yes: string) =>
    within.getByRole('dialog', { name: title }).getByRole('button', { name: yes, exact: true }).click();
  const notes = (within: Locator): Promise<string[]> => within.locator('.note-text').allInnerTexts();
  const members = async (name: string): Promise<string[]> =>
    [
      ...((await looked.bench.page.get(`/human/channel?user=ann&channel=${name}`)).channel?.members ?? []),
    ] as unknown as Promise<string[]>;

  test('a channel is renamed, and stays open for everybody who looks at it by its old name', async () => {
    const page = await beside('ann/tea/ben/tea');
    await pane(page, 1).locator('.room-button', { hasText: '#tea' }).waitFor();
    await choose(pane(page), 'Rename channel…');
    const form = page.getByRole('dialog', { name: 'Rename this channel' });
    const field = form.getByLabel('Channel name');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('INPUT');
    await field.fill('general');
    await page.keyboard.press('Enter');
    await form.getByRole('alert').waitFor();
    expect(await form.getByRole('alert').innerText()).toMatch(/^A channel has that name/);
    await field.fill('Green Tea.Cup');
    expect(await field.inputValue()).toBe('green-tea-cup');
    await form.getByRole('button', { name: 'Save changes' }).click();
    await form.waitFor({ state: 'detached' });
    for (const at of [0, 1]) {
      await pane(page, at).locator('.room-button', { hasText: '#green-tea-cup' }).waitFor();
      await expect.poll(() => notes(pane(page, at))).toEqual(['renamed the channel from “tea” to “green-tea-cup”']);
      expect(await pane(page, at).locator('.rooms .current').innerText()).toMatch(/green-tea-cup$/);
    }
    expect(await page.evaluate('document.activeElement.className')).toBe('room-button');
  });

  test('a channel is archived and opened again: its bar, its place in the list, and who is in it', async () => {
    const page = await beside('ann/cake/ben/cake');
    await choose(pane(page), 'Archive channel…');
    await answer(pane(page), 'Archive #cake?', 'Archive');
    for (const at of [0, 1]) {
      await pane(page, at).getByText('#cake is archived and can only be read.').waitFor();
      expect(await pane(page, at).locator('textarea').count()).toBe(0);
    }
    await pane(page, 1).locator('.rooms').getByRole('button', { name: 'general', exact: true }).click();
    await pane(page, 1).locator('.room-button', { hasText: '#general' }).waitFor();
    expect(await pane(page, 1).locator('.rooms').getByText('cake', { exact: true }).count()).toBe(0);
    await pane(page, 1).getByRole('button', { name: 'Browse channels' }).click();
    await pane(page, 1).getByRole('menuitem', { name: '#cake' }).click();
    await pane(page, 1).getByRole('status').getByRole('button', { name: 'Unarchive' }).click();
    await answer(pane(page, 1), 'Unarchive #cake?', 'Unarchive');
    await pane(page, 1).locator('textarea').waitFor();
    await pane(page).getByText('You are looking at #cake without being in it.').waitFor();
    expect(await members('cake')).toEqual(['UBEN']);
    await pane(page).getByRole('button', { name: 'Join channel' }).click();
    await pane(page).locator('textarea').waitFor();
    await expect
      .poll(() => notes(pane(page, 1)))
      .toEqual(['archived the channel', 'unarchived the channel', 'joined the channel']);
  });

  test('the app is removed and brought back, and people are, too', async () => {
    const page = await beside('ann/bread/ben/bread');
    await choose(pane(page), 'Remove app from the channel…');
    await answer(pane(page), 'Remove app from #bread?', 'Remove');
    await pane(page, 1).locator('.note-text', { hasText: 'left the channel' }).waitFor();
    expect(await members('bread')).toEqual(['UANN', 'UBEN']);
    await choose(pane(page), 'Add app to the channel');
    await pane(page, 1).locator('.note-text', { hasText: 'was added to the channel by Ann' }).waitFor();

    await choose(pane(page), 'Members (3)');
    const dialog = pane(page).getByRole('dialog', { name: 'Members of #bread' });
    const rows = dialog.locator('.person-row');
    await rows.nth(2).waitFor();
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/^Ann\s@ann\s+admin$/),
      expect.stringMatching(/^Ben\s@ben\s+Remove$/),
      expect.stringMatching(/^app\s@app\s+App\s+Remove$/),
    ]);
    // By the keyboard alone: choose, add, and close.
    await page.keyboard.type('cy');
    // Pressed before the list has come, Enter takes the first that comes.
    await page.keyboard.press('Enter');
    await dialog.locator('.chip', { hasText: 'Cy' }).waitFor();
    // Escape closes the list where it is open, and the dialog where it is not.
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Add', exact: true }).focus();
    await page.keyboard.press('Enter');
    await rows.filter({ hasText: '@cy' }).waitFor();
    await dialog.getByRole('button', { name: 'Remove Ben' }).click();
    await answer(pane(page), 'Remove Ben from #bread?', 'Remove');
    await rows.filter({ hasText: '@ben' }).waitFor({ state: 'detached' });
    await pane(page, 1).getByText('You are looking at #bread without being in it.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await members('bread')).toEqual(['UANN', 'U0LOCALAPP', 'UCY']);
  });

  test('who is removed from a private channel is told that it is gone, and the way back', async () => {
    const page = await beside('ann/closed/ben/closed');
    await choose(pane(page, 1), 'Leave channel…');
    await answer(pane(page, 1), 'Leave 🔒closed?', 'Leave');
    await pane(page, 1).locator('.room-button', { hasText: '#general' }).waitFor();
    await expect.poll(() => notes(pane(page))).toEqual(['left the channel']);
    await choose(pane(page), 'Members (2)');
    const dialog = pane(page).getByRole('dialog');
    await dialog.locator('.person-row').first().waitFor();
    await page.keyboard.type('ben');
    await page.getByRole('option', { name: /Ben/ }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await pane(page, 1)
      .locator('.rooms')
      .getByRole('button', { name: /closed/ })
      .click();
    await pane(page, 1).locator('.room-button', { hasText: 'closed' }).waitFor();
    await dialog.getByRole('button', { name: 'Remove Ben' }).click();
    await answer(pane(page), 'Remove Ben from 🔒closed?', 'Remove');
    await pane(page, 1).getByRole('alert').waitFor();
    expect(await pane(page, 1).getByRole('alert').innerText()).toMatch(/may not see it/);
  });

  test('what one may not is there, and says why; a public channel is made private by who may', async () => {
    const page = await looked.visit('ben/jam');
    await pane(page).locator('.room-button').focus();
    await page.keyboard.press('Enter');
    const items = pane(page).getByRole('menuitem');
    await items.first().waitFor();
    await expect
      .poll(async () => (await items.allInnerTexts()).map(text => text.replace(/\s+/g, ' ')))
      .toEqual([
        'Members (3)',
        'Remove app from the channel… Only an admin or whoever made the channel can; guests never.',
        'Rename channel… Only an admin or whoever made the channel can.',
        'Change to a private channel… Only an admin or whoever made the channel can; guests never.',
        'Leave channel…',
        'Archive channel…',
      ]);
    // Down to the second, which does nothing and keeps the menu.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await items.count()).toBe(6);
    await page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });

    await pane(page)
      .getByRole('button', { name: /^Become Ann/ })
      .click();
    await pane(page).locator('.me', { hasText: 'Ann' }).waitFor();
    await choose(pane(page), 'Change to a private channel…');
    await answer(pane(page), 'Make #jam private?', 'Make private');
    await pane(page).locator('.room-button', { hasText: '🔒jam' }).waitFor();
    await pane(page).locator('.room-button').click();
    expect(await pane(page).getByRole('menuitem').allInnerTexts()).not.toContain('Change to a private channel…');
  });

  test('a person is called otherwise, goes, and comes back', async () => {
    const page = await beside('ann/general/cy/general');
    await pane(page).getByRole('button', { name: 'Ann: your menu' }).click();
    await pane(page).getByRole('menuitem', { name: 'Manage members…' }).click();
    const people = pane(page).getByRole('dialog', { name: 'Members of the team' });
    await people.getByLabel('Find a person').fill('cy');
    expect(await people.locator('.person-row').count()).toBe(1);
    await people.getByRole('button', { name: 'Cy: actions' }).click();
    await page.getByRole('menuitem', { name: 'Change name…' }).click();
    const form = pane(page).getByRole('dialog', { name: 'Change the name of Cy' });
    await form.getByLabel('Display name').fill('Cyrus');
    await form.getByLabel('Username').fill('ann');
    await form.getByRole('button', { name: 'Save changes' }).click();
    expect(await form.getByRole('alert').innerText()).toMatch(/^Somebody, or a group, has that username/);
    await form.getByLabel('Username').fill('cyrus');
    await form.getByRole('button', { name: 'Save changes' }).click();
    await form.waitFor({ state: 'detached' });
    // The other pane came by the old handle, and stays.
    await pane(page, 1).locator('.me', { hasText: 'Cyrus' }).waitFor();
    expect(await pane(page, 1).locator('.me').innerText()).toMatch(/^Cyrus\s+@cyrus/);

    const manage = async (who: string, item: string): Promise<void> => {
      await pane(page).getByRole('button', { name: 'Ann: your menu' }).click();
      await pane(page).getByRole('menuitem', { name: 'Manage members…' }).click();
      await people.getByRole('button', { name: `${who}: actions` }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await manage('Cyrus', 'Deactivate…');
    await answer(pane(page), 'Deactivate Cyrus?', 'Deactivate');
    await page.getByText('Cyrus is deactivated and cannot sign in. You see Ann instead.').waitFor();
    await pane(page, 1).waitFor({ state: 'detached' });
    // Said once: what was asked in their name meanwhile fails without a word.
    expect(await page.locator('.toast').allInnerTexts()).toEqual([]);
    await people.getByRole('button', { name: 'Cyrus: actions' }).click();
    await page.getByRole('menuitem', { name: 'Activate again' }).click();
    await pane(page, 1).locator('.me', { hasText: 'Cyrus' }).waitFor();
    await page.keyboard.press('Escape');
    await people.waitFor({ state: 'detached' });

    await manage('Gone', 'Activate again');
    await people.locator('.person-row', { hasText: 'Gone' }).getByText('deactivated').waitFor({ state: 'detached' });
    await people.getByRole('button', { name: 'Gone: actions' }).click();
    await page.getByRole('menuitem', { name: 'Deactivate…' }).click();
    await answer(pane(page), 'Deactivate Gone?', 'Deactivate');
    await people.locator('.person-row', { hasText: 'Gone' }).getByText('deactivated').waitFor();
    await page.keyboard.press('Escape');
    await people.waitFor({ state: 'detached' });
    expect(await pane(page).locator('.rail-person').allInnerTexts()).toEqual(['Ann', 'Ben', 'Cyrus']);
  });

  test.each([
    ['en-GB', 'light', 1280, 'ann/general'],
    ['zh-CN', 'dark', 1280, 'ann/general'],
    ['en-GB', 'dark', 390, 'ann/general'],
    ['zh-CN', 'light', 390, 'ann/general'],
    ['en-GB', 'light', 390, `ann/${SEED.channels.at(-1)?.name}`],
  ] as const)(
    'everything is accessible and in its place: %s, %s, %i wide, at %s',
    async (locale, colorScheme, width, at) => {
      const page = await looked.visit(at, { locale, colorScheme, viewport: { width, height: 800 } });
      const check = async (what: string): Promise<void> => {
        // A menu lies upon what is beneath it.
        if ((await page.locator('[role=menu]').count()) === 0)
          await expect.poll(() => page.evaluate(misplaced), { message: what }).toEqual([]);
        expect(await faults(page), what).toEqual([]);
      };
      const menu = page.locator('.room-button');
      const gone = () => page.locator('dialog').waitFor({ state: 'detached' });
      await menu.click();
      await page.getByRole('menuitem').first().waitFor();
      await check('menu');
      await page.getByRole('menuitem').first().click();
      await page.locator('.person-row').first().waitFor();
      await check('members');
      await page.keyboard.press('Escape');
      await gone();
      await menu.click();
      await page.getByRole('menuitem').nth(2).click();
      await page.locator('dialog input').waitFor();
      await check('name');
      await page.keyboard.press('Escape');
      await gone();
      if (width < 600) await page.locator('.pane-head .who').click();
      await page.locator('.me button').click();
      await page.getByRole('menuitem').nth(1).click();
      await page.locator('.person-row').first().waitFor();
      await check('team');
      await page.locator('.person-row button').first().click();
      await page.getByRole('menuitem').first().click();
      await page.locator('dialog input').nth(1).waitFor();
      await check('profile');
      await page.keyboard.press('Escape');
      await gone();
      await page.locator('.rooms-head button').click();
      await page.getByRole('menuitem').first().waitFor();
      await check('browse');
      await page.getByRole('menuitem', { name: '#old' }).click();
      await page.locator('.closed-bar').waitFor();
      await check('archive');
    },
  );
});
