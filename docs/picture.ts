/** Makes the README's picture: a morning of the department, lived through the doors, and the page photographed. `npm run picture`. */
import { join } from 'node:path';
import { CHROMIUM_ARGUMENTS, chromium } from '@tiaoli/workspace/testing/chromium';
import { chromium as playwright } from 'playwright-core';
import { openDepartment } from '../test/support/department.ts';

const executablePath = chromium();
if (executablePath === undefined) throw new Error('No Chromium found; set CHROMIUM to its path.');
const department = await openDepartment({ at: '2026-12-01T07:44' });
const browser = await playwright.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
try {
  await department.travel('08:00');
  for (const user of ['manager', 'supervisor', 'presales2', 'keeper1']) {
    await department.as(user).press('meeting.signIn', { channel: 'department' });
  }
  await department.as('presales1').command('/leave 2026-12-07 2026-12-08 annual 回老家探亲', 'department');
  await department.as('presales3').command('/leave tomorrow am sick 牙疼', 'department');
  await department.as('manager').press('approval.approve');
  const { channels } = (await department.call('/human/channels?user=manager')) as {
    channels: { id: string; is_im: boolean }[];
  };
  const messages = channels.find(({ is_im }) => is_im)?.id ?? '';
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, deviceScaleFactor: 2, locale: 'zh-CN' });
  await page.goto(`${department.application.url}/#/presales1/department/manager/${messages}`);
  await page.getByRole('button', { name: '批准' }).first().waitFor();
  await page.screenshot({ path: process.argv[2] ?? join(import.meta.dirname, 'picture.png') });
} finally {
  await browser.close();
  await department.close();
}
