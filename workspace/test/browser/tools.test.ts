/** The toolbar of a message and the picker of emoji, by the keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MANIFEST, wire } from './app.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';

describe.skipIf(isWithoutBrowser)('the toolbar of a message', () => {
  let looked: Looked;
  beforeAll(async () => {
    looked = await openLooked(app => wire(app, []), { manifest: MANIFEST });
  });
  afterAll(() => looked?.stop());

  const post = async (text: string): Promise<string> =>
    String((await looked.bench.page.post('/human/message', { user: 'carol', channel: 'random', text })).ts);
  const focused = (page: Page) => expect.poll(() => page.evaluate<string>(FOCUSED));
  const reactions = async (ts: string) => {
    const { messages } = await looked.bench.page.get('/human/messages?user=carol&channel=random');
    return [...(messages ?? [])].find(each => each.ts === ts)?.reactions;
  };

  test('is one stop of the Tab key, arrows go along it, and Escape goes back to the message', async () => {
    const ts = await post('hello');
    const page = await looked.visit('carol/random');
    const said = page.locator(`[data-ts="${ts}"]`);
    await said.focus();
    await page.keyboard.press('Tab');
    await focused(page).toBe('Carol');
    await page.keyboard.press('Tab');
    await focused(page).toBe('Add reaction');
    const along: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('ArrowRight');
      along.push(await page.evaluate<string>(FOCUSED));
    }
    expect(along).toEqual([
      'Reply in thread',
      'Edit message',
      'Copy link',
      'App shortcuts',
      'Delete message',
      'Add reaction',
    ]);
    await page.keyboard.press('End');
    await focused(page).toBe('Delete message');
    await page.keyboard.press('ArrowLeft');
    await focused(page).toBe('App shortcuts');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Praise this' }).waitFor();
    await page.keyboard.press('Escape');
    await focused(page).toBe('App shortcuts');
    await page.keyboard.press('Escape');
    await focused(page).toBe(ts);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await focused(page).toMatch(/^Message #random/);
  });

  test('is not on a note of the channel, which shows its reactions and is nothing one edits', async () => {
    const { page: calls } = looked.bench;
    const bob = { user: 'bob', channel: 'support' };
    await calls.post('/human/join', bob);
    const { ts: said } = await calls.post('/human/message', { ...bob, text: 'good day' });
    // Gone and back, so that what bears his name last is a note.
    await calls.post('/human/leave', bob);
    await calls.post('/human/join', bob);
    const { messages } = await calls.get('/human/messages?user=bob&channel=support');
    const ts = String([...(messages ?? [])].at(-1)?.ts);
    await calls.post('/human/react', { user: 'carol', channel: 'support', ts, name: 'wave' });
    const page = await looked.visit('bob/support');
    const note = page.locator(`[data-ts="${ts}"]`);
    await expect.poll(() => note.locator('.note-text').innerText()).toBe('joined the channel');
    expect(await note.getByRole('toolbar').count()).toBe(0);
    await note.getByRole('button', { name: ':wave: Carol' }).click();
    await note.getByRole('button', { name: ':wave: Carol, Bob' }).waitFor();
    await page.getByRole('textbox', { name: /^Message #support/ }).focus();
    await page.keyboard.press('Control+ArrowUp');
    await page.locator(`[data-ts="${said}"] .editor`).waitFor();
  });

  test('offers reactions under R: by arrows, by any name, the one called just so first, and says what is none', async () => {
    const ts = await post('react to me');
    const page = await looked.visit('carol/random');
    const said = page.locator(`[data-ts="${ts}"]`);
    await said.focus();
    const picker = page.getByRole('dialog', { name: 'Add reaction' });
    await page.keyboard.press('r');
    await focused(page).toBe('Find an emoji');
    expect(await picker.getByRole('searchbox').inputValue()).toBe('');
    await page.keyboard.press('ArrowDown');
    await focused(page).toBe('white_check_mark');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await focused(page).toBe('eyes');
    await page.keyboard.press('ArrowUp');
    await focused(page).toBe('Find an emoji');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await picker.waitFor({ state: 'detached' });
    await focused(page).toBe('Add reaction');
    for (const [index, typed] of ['heart', ':wave::skin-tone-3:', 'beav'].entries()) {
      await said.locator('.reaction').nth(index).waitFor();
      await page.keyboard.press('r');
      await focused(page).toBe('Find an emoji');
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await picker.waitFor({ state: 'detached' });
    }
    await expect.poll(() => reactions(ts)).toEqual(['eyes', 'heart', 'wave::skin-tone-3', 'beaver'].map(mine));
    await page.keyboard.press('r');
    await page.keyboard.type('no_such_thing');
    await picker.getByText('No emoji is called :no_such_thing:.').waitFor();
    await page.keyboard.press('Enter');
    await focused(page).toBe('Find an emoji');
    await page.keyboard.press('Escape');
    await focused(page).toBe('Add reaction');
  });

  const mine = (name: string) => ({ name, users: ['UCAROL'] });
});

const FOCUSED = `(() => {
  const { activeElement } = document;
  return activeElement.dataset.ts ?? activeElement.ariaLabel ?? activeElement.textContent;
})()`;
