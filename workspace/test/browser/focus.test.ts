/** Where the focus goes on the page when what had it is gone, and what a reader sees when the panes change under them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../testing/axe.ts';
import { MANIFEST, wire } from './app.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';

/** The names of what has the focus and of what is around it, as far as they have any. */
const FOCUSED = `(() => {
  const { activeElement } = document;
  if (activeElement === document.body) return 'nothing';
  return activeElement.getAttribute('aria-label') || activeElement.id || activeElement.className;
})()`;

describe.skipIf(isWithoutBrowser)('the focus', () => {
  let looked: Looked;
  beforeAll(async () => {
    looked = await openLooked(app => wire(app, []), { manifest: MANIFEST });
  });
  afterAll(() => looked?.stop());

  const post = (text: string, more = {}) =>
    looked.bench.page.post('/human/message', { user: 'alice', channel: 'random', text, ...more });
  const focused = (page: Page) => expect.poll(() => page.evaluate<string>(FOCUSED));

  test('stays at a message whose button the app took away', async () => {
    const { channel } = await looked.bench.page.post('/human/message', {
      user: 'emma',
      channel: 'random',
      text: '.',
    });
    const elements = [{ type: 'button', action_id: 'approve', text: { type: 'plain_text', text: 'Approve' } }];
    const said = await looked.bench.client.chat.postMessage({
      channel: String(channel),
      text: 'Decide',
      blocks: [{ type: 'actions', elements }] as never[],
    });
    const page = await looked.visit('emma/random');
    const button = page.getByRole('button', { name: 'Approve' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Approved by hand').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.dataset.ts')).toBe(said.ts);
  });

  test('goes into a thread and back to the conversation; a reaction is one key and closes its picker', async () => {
    const { ts } = await post('a question for all');
    const page = await looked.visit('carol/random');
    const said = page.locator(`[data-ts="${ts}"]`).first();
    await said.getByRole('button', { name: 'Reply in thread' }).press('Enter');
    await focused(page).toBe('Reply…');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Thread' }).waitFor({ state: 'detached' });
    await focused(page).toBe('#random');

    await said.getByRole('button', { name: 'Add reaction' }).press('Enter');
    const picker = page.getByRole('dialog', { name: 'Add reaction' });
    await picker.waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('rocket');
    await picker.getByRole('button', { name: 'rocket', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await said.getByRole('button', { name: ':rocket: Carol' }).waitFor();
    expect(await picker.count()).toBe(0);
    await focused(page).toBe('Add reaction');
    expect(await said.locator('.reaction').count()).toBe(1);
    await said.getByRole('button', { name: ':rocket: Carol' }).press('Enter');
    await said.locator('.reaction').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement.dataset.ts')).toBe(ts);
  });

  test('under a finger a message shows its tools, and only that one', async () => {
    const { ts } = await post('touch me');
    const { ts: other } = await post('not me');
    const page = await looked.visit('kevin/random', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    const opacity = () =>
      page.evaluate(
        `${JSON.stringify([ts, other])}.map(ts => getComputedStyle(document.querySelector('[data-ts="' + ts + '"] .tools')).opacity)`,
      );
    expect(await opacity()).toEqual(['0', '0']);
    await page.getByText('touch me').tap();
    await expect.poll(opacity).toEqual(['1', '0']);
    await page.locator(`[data-ts="${ts}"]`).getByRole('button', { name: 'Add reaction' }).tap();
    await page.getByRole('dialog', { name: 'Add reaction' }).waitFor();
  });

  test('goes to the neighbour of a pane that is closed, and out of the drawer to what was chosen', async () => {
    const page = await looked.visit('carol/general/alice/general');
    await page.getByRole('button', { name: 'Close this person’s pane' }).nth(1).press('Enter');
    await page.getByRole('region', { name: 'You are Alice' }).waitFor({ state: 'detached' });
    await focused(page).toBe('#general');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Open channel list' }).press('Enter');
    await expect.poll(() => page.evaluate("document.activeElement.getAttribute('aria-current')")).toBe('true');
    await page.getByRole('button', { name: 'random' }).press('Enter');
    await page.getByRole('heading', { name: '#random' }).waitFor();
    await focused(page).toBe('#random');
    await page.getByRole('button', { name: 'Inspector' }).press('Enter');
    await focused(page).toBe('input');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor({ state: 'detached' });
  });

  test('four people and the inspector keep a width one can use, every one with a name and a way out', async () => {
    const places = ['carol', 'alice', 'bob', 'ivan'].map(user => `${user}/random`).join('/');
    const { ts } = await post('with a thread');
    await post('an answer', { thread_ts: ts });
    for (let line = 0; line < 40; line += 1)
      await post(`line ${line} of something that takes more than one line in a narrow pane`);
    const page = await looked.visit('carol/random');
    const last = page.getByText('line 39').first();
    await last.waitFor();
    for (let added = 1; added < 4; added += 1) {
      const more = added === 1 ? 'Side by side' : 'One more person';
      await page.getByRole('button', { name: more }).click();
      await expect.poll(() => page.locator('.pane').count()).toBe(added + 1);
    }
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
    // Whoever is at the newest message stays there, however narrow it becomes.
    await expect.poll(() => page.evaluate(FROM_END)).toBeLessThan(4);
    expect(await page.getByRole('button', { name: 'Jump to the newest message' }).count()).toBe(0);

    await page.evaluate(`location.hash = '#/${places}'`);
    await page.getByRole('region', { name: 'You are Ivan' }).waitFor();
    for (const pane of await page.locator('.pane').all()) {
      await pane.scrollIntoViewIfNeeded();
      const box = await pane.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(315);
      const close = await pane.getByRole('button', { name: 'Close this person’s pane' }).boundingBox();
      expect((close?.x ?? 0) + (close?.width ?? 0)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
    }
    expect(await faults(page)).toEqual([]);
  });

  test('a thread beside another person keeps clear of the people', async () => {
    const { ts } = await post('a question');
    await post('an answer', { thread_ts: ts });
    const page = await looked.visit('dave/random/alice/random');
    const right = page.locator('.pane').nth(1);
    await right.getByRole('button', { name: '1 reply' }).last().click();
    const thread = await right.getByRole('region', { name: 'Thread' }).boundingBox();
    const people = await right.getByRole('navigation', { name: 'Switch person' }).boundingBox();
    expect(thread?.x).toBeGreaterThanOrEqual((people?.x ?? 0) + (people?.width ?? 0) - 1);
  });
});

/** How far the first pane's list is from its end, in pixels. */
const FROM_END = `(() => {
  const box = document.querySelector('[role=log]');
  return box.scrollHeight - box.scrollTop - box.clientHeight;
})()`;
