/** A channel of five thousand messages in a real browser: light at its end, in its middle and at its beginning. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../testing/axe.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';

const MANY = 5_000;
/** Drawn messages, however long the channel is. */
const MOST_DRAWN = 300;

describe.skipIf(isWithoutBrowser)('a long channel', () => {
  let looked: Looked;
  let channel = '';
  const stamps: string[] = [];

  beforeAll(async () => {
    looked = await openLooked(() => {});
    const { channels } = await looked.bench.page.get('/human/channels?user=alice');
    channel = [...(channels ?? [])].find(each => each.name === 'planning')?.id ?? '';
    for (let at = 0; at < MANY; at += 1) {
      const said = await looked.bench.page.post('/human/message', { user: 'bob', channel, text: `line ${at}.` });
      stamps.push(String(said.ts));
    }
  }, 120_000);
  afterAll(() => looked?.stop());

  const drawn = (page: Page) => page.getByRole('article').count();
  const oldest = async (page: Page) => (await page.locator('.message .text').first().textContent()) ?? '';
  /** How far a message is from the upper edge of the list. */
  const heightOf = async (page: Page, text: string): Promise<number> => {
    const box = await page.getByText(text, { exact: true }).boundingBox();
    return Math.round(box?.y ?? Number.NaN);
  };

  test('the newest is shown at once, and the way up is as light at its end as at its beginning', async () => {
    const page = await looked.visit('alice/planning');
    const log = page.getByRole('log');
    await page.getByText(`line ${MANY - 1}.`, { exact: true }).waitFor();
    for (let step = 0; step < 6; step += 1) {
      const before = await oldest(page);
      await log.press('Home');
      await expect.poll(() => oldest(page)).not.toBe(before);
      // Whatever came above, the first message in sight stays in sight.
      await page.getByText(before, { exact: true }).waitFor();
      expect(await drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
    }
    await page.getByRole('button', { name: 'Later messages' }).waitFor();
    await page.getByRole('button', { name: 'Jump to a date' }).click();
    await page.getByRole('dialog', { name: 'Jump to a date' }).getByLabel('Jump to a date').fill('2020-01-01');
    await page.keyboard.press('Enter');
    await page.getByText('line 0.', { exact: true }).waitFor();
    expect(await page.evaluate(`document.activeElement.dataset.ts`)).toBe(stamps[0]);
    expect(await drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
    expect(await faults(page)).toEqual([]);
    const later = page.getByRole('button', { name: 'Later messages' });
    await later.focus();
    await page.keyboard.press('Enter');
    await page.getByText('line 120.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Jump to the newest message' }).click();
    await page.getByText(`line ${MANY - 1}.`, { exact: true }).waitFor();
  });

  test('who reads further up stays there when something new is said, and goes to it at will', async () => {
    const page = await looked.visit('alice/planning');
    await page.getByText(`line ${MANY - 1}.`, { exact: true }).waitFor();
    // A page is scrolled in a movement of its own, which must be over before anything is measured.
    const rest = page.evaluate(AT_REST);
    await page.getByRole('log').press('PageUp');
    await rest;
    await page.getByRole('button', { name: 'Jump to the newest message' }).waitFor();
    const text = await page.evaluate<string>(IN_SIGHT);
    const before = await heightOf(page, text);
    await looked.bench.page.post('/human/message', { user: 'bob', channel, text: 'something new' });
    await page.getByText('something new', { exact: true }).waitFor({ state: 'attached' });
    expect(await heightOf(page, text)).toBe(before);
    await page.getByRole('button', { name: 'Jump to the newest message' }).press('Enter');
    await expect.poll(() => page.evaluate(IS_AT_END)).toBe(true);
    await looked.bench.page.post('/human/message', { user: 'bob', channel, text: 'and newer' });
    await page.getByText('and newer', { exact: true }).waitFor();
    await expect.poll(() => page.evaluate(IS_AT_END)).toBe(true);
  });

  test('a link to a message is copied, opens at it from anywhere and marks it', async () => {
    const page = await looked.visit('alice/planning', { permissions: ['clipboard-read', 'clipboard-write'] });
    const wanted = stamps[2_500] ?? '';
    const { permalink } = await looked.bench.client.chat.getPermalink({ channel, message_ts: wanted });
    await page.goto('about:blank');
    await page.goto(String(permalink));
    const message = page.locator(`[data-ts="${wanted}"]`);
    await page.locator('.line.marked').getByText('line 2500.').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.dataset.ts')).toBe(wanted);
    expect(await drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
    expect(await faults(page)).toEqual([]);
    await message.getByRole('button', { name: 'Copy link' }).press('Enter');
    await page.getByText('Link copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(permalink);
    await page.locator('#composer-0').fill(`see ${stamps.length} ${permalink}`);
    await page.keyboard.press('Enter');
    await page
      .getByText(/^see 5000/)
      .getByRole('link')
      .click();
    await page.locator('.line.marked').getByText('line 2500.').waitFor();
  });
});

const IN_SIGHT = `(() => {
  const box = document.querySelector('[role=log]').getBoundingClientRect();
  return document.elementFromPoint(box.left + box.width / 3, box.top + box.height / 2).closest('.line').querySelector('.text').textContent;
})()`;

/** The end of a movement away from the newest message; the one by which the page opens at it may end late. */
const AT_REST = `new Promise(done => {
  const box = document.querySelector('[role=log]');
  box.addEventListener('scrollend', () => {
    if (box.scrollHeight - box.scrollTop - box.clientHeight >= 80) done(true);
  });
})`;

const IS_AT_END = `(() => {
  const box = document.querySelector('[role=log]');
  return box.scrollHeight - box.scrollTop - box.clientHeight < 80;
})()`;
