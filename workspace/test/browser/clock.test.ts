/** The clock of a page on the machine's own time, in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, openWorkspace } from '../bench.ts';
import { isWithoutBrowser, openBrowser } from './browser.ts';

describe.skipIf(isWithoutBrowser)('a clock that cannot be moved', () => {
  let bench: Bench;
  let browser: Browser;

  beforeAll(async () => {
    bench = await openWorkspace();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.stop();
  });

  test('shows the time and offers no journey', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(`${bench.workspace.url}/#/carol/support`);
    const clock = page.getByRole('group', { name: 'The bot’s time' });
    await clock.locator('.still time').waitFor();
    expect(await clock.getByRole('button').count()).toBe(0);
    await context.close();
  });
});
