/** A workspace with an app, looked at in a real browser; what the page complains of in its console fails the test. */
import type { App } from '@slack/bolt';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';
import { CHROMIUM_ARGUMENTS, chromium } from '../../testing/chromium.ts';
import type { WorkspaceOptions } from '../../workspace.ts';
import { type Bench, openWithApp } from '../bench.ts';

/** Whether browser tests are left out: without Chromium, except where it must not be missing. */
export const isWithoutBrowser = chromium() === undefined && process.env.CI !== 'true';

/** The project's browser, with whatever is opened in it closed when it is; one of its own where none was started. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromium();
  if (executablePath === undefined) throw new Error('Chromium is needed under CI=true; set CHROMIUM to its path.');
  const started = inject('browser');
  return started === undefined
    ? playwright.launch({ executablePath, args: CHROMIUM_ARGUMENTS })
    : playwright.connect(started);
}

export interface Looked {
  bench: Bench;
  /** A page at a place ("carol/support"), closed when the test ends. */
  visit(place: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page for all tests of a file, and what it complains of. */
  visitAll(place: string, options?: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }>;
  stop(): Promise<void>;
}

/** One pixel, for every picture a test's blocks show. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function openLooked(wire: (app: App) => void, options: Partial<WorkspaceOptions> = {}): Promise<Looked> {
  const bench = await openWithApp(wire, options);
  const browser = await openBrowser();
  const visitAll: Looked['visitAll'] = async (place, given = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...given });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.route('https://pictures.example/**', route => route.fulfill({ contentType: 'image/png', body: PIXEL }));
    await page.goto(`${bench.workspace.url}/#/${place}`);
    await page.getByRole('log').or(page.locator('.home')).first().waitFor();
    return { page, complaints };
  };
  return {
    bench,
    visitAll,
    async visit(place, given) {
      const { page, complaints } = await visitAll(place, given);
      onTestFinished(async () => {
        await page.context().close();
        expect(complaints).toEqual([]);
      });
      return page;
    },
    async stop() {
      await browser.close();
      await bench.stop();
    },
  };
}
