/** One browser for all tests of the page, started before the first and closed after the last. */
import { chromium as playwright } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_ARGUMENTS, chromium } from '../../testing/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser is reached; absent where none was found. */
    browser?: string;
  }
}

export default async function launch({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const executablePath = chromium();
  if (executablePath === undefined) return undefined;
  const server = await playwright.launchServer({ executablePath, args: CHROMIUM_ARGUMENTS });
  provide('browser', server.wsEndpoint());
  return () => server.close();
}
