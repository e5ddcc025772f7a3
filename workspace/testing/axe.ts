/** What axe finds wrong with a page as it is shown. */
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  nodes: { html: string }[];
}

const AXE: string = (createRequire(import.meta.url)('axe-core') as { source: string }).source;

/** Each fault in a few words; WCAG 2.2 AA and what axe holds good practice. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<{ violations: Violation[] }>(
    'axe.run(document, { rules: { "target-size": { enabled: true } } })',
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`);
}
