/** The page in windows of every size, with text of every size: all of it can be reached and nothing lies on anything else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../testing/axe.ts';
import { MANIFEST, wire } from './app.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';
import { adopt, isSeen, misplaced } from './looks.js';

/** What WCAG 2.2 asks a page to stand (1.4.12), in the words of a person's own style sheet. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** A window, the browser's text in percent of the usual, and whether text is spaced out. */
const SIZES: [name: string, width: number, height: number, text: number, spaced?: boolean][] = [
  ['400 % of 1280 by 1024 (WCAG 1.4.10)', 320, 256, 100],
  ['the smallest phone', 320, 640, 100],
  ['a phone', 390, 844, 100],
  ['a phone on its side', 844, 390, 100],
  ['200 % of 1280 by 860 (WCAG 1.4.4)', 640, 430, 100],
  ['a phone with text twice as large', 390, 844, 200],
  ['a notebook with text twice as large', 1280, 800, 200],
  ['a notebook with spaced text (WCAG 1.4.12)', 1280, 800, 100, true],
  ['a phone with spaced text', 390, 844, 100, true],
  ['a large screen', 2560, 1300, 100],
];

describe.skipIf(isWithoutBrowser)('the page', () => {
  let looked: Looked;
  beforeAll(async () => {
    looked = await openLooked(app => wire(app, []), { manifest: MANIFEST });
    for (const text of ['See <@UALICE>: *all* is well :tada:', `https://a.example/${'long'.repeat(60)}`])
      await looked.bench.page.post('/human/message', { user: 'alice', channel: 'general', text });
  });
  afterAll(() => looked?.stop());

  test.each(SIZES)('%s', async (_, width, height, text, spaced = false) => {
    const page = await looked.visit('carol/general', { viewport: { width, height } });
    await page.evaluate(`document.documentElement.style.fontSize = '${text * 0.9375}%'`);
    if (spaced) await page.evaluate(adopt, SPACED);
    await page.getByRole('article').first().waitFor();
    await expect.poll(() => page.evaluate(misplaced)).toEqual([]);
    expect(await faults(page)).toEqual([]);

    const composer = page.locator('#composer-0');
    await composer.fill('/absence');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'leave' });
    for (const part of [form.getByLabel('reason'), form.getByRole('button', { name: 'OK' })])
      await expect.poll(() => part.evaluate(isSeen)).toBe(true);
    expect(await page.evaluate(misplaced)).toEqual([]);
    await form.getByRole('button', { name: 'OK' }).focus();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await composer.evaluate(isSeen)).toBe(true);
  });
});
