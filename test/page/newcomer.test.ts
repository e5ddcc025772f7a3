/** A newcomer who has read nothing, on the page, with the real bot behind it: by mouse in both languages, and by keyboard alone. */

import { faults } from '@tiaoli/workspace/testing/axe';
import { CHROMIUM_ARGUMENTS, chromium } from '@tiaoli/workspace/testing/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';

/** A whole day passes in these, one due time after the other. */
const patienceMs = 240_000;
const journeyMs = 120_000;

const executablePath = chromium();
const mustRun = process.env.CI === 'true';

const ENGLISH = {
  locale: 'en-GB',
  becomeColleague: /^Become Pre-sales 2/,
  signIn: 'Sign in',
  signedIn: 'Signed in:',
  openForm: 'Open the form',
  reason: 'Reason',
  submit: 'Submit',
  close: 'Close',
  becomeManager: 'Become the manager',
  approve: 'Approve',
  approved: /approved by/i,
  becomeStaff: /^Become Pre-sales 1, 1 unread/,
  toMeeting: 'Travel to the beginning of the meeting',
  awaited: /0 people signed in, 12 to come/,
  excused: /^on leave or a trip \(1\)/,
  until: 'the sheet closes at 08:10',
  away: 'Put the guide away',
  guide: 'Guide',
  end: /That is the heart of it/,
  mine: /approved/i,
};

const CHINESE: typeof ENGLISH = {
  locale: 'zh-CN',
  becomeColleague: /^切换为售前客服二/,
  signIn: '签到',
  signedIn: '已签到：',
  openForm: '打开请假表单',
  reason: '事由',
  submit: '提交',
  close: '关闭',
  becomeManager: '成为部门经理',
  approve: '批准',
  approved: /批准/,
  becomeStaff: /^切换为售前客服一, 1 条未读/,
  toMeeting: '前往会议开始时',
  awaited: /已签到 0 人，还差 12 人/,
  excused: /^请假或出差 \(1\)/,
  until: '08:10 截止',
  away: '收起引导',
  guide: '新手引导',
  end: /就是这样/,
  mine: /批准/,
};

describe.skipIf(executablePath === undefined && !mustRun)('a newcomer', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is needed under CI=true; set CHROMIUM to its path.');
    browser = await playwright.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  });
  afterAll(() => browser?.close());

  /** A department on a Tuesday, shortly before everybody leaves, and its page as a browser of that language first sees it. */
  async function visit(locale: string, at = '2026-12-01T17:20'): Promise<{ page: Page; department: Department }> {
    const department = await openDepartment({ at });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    onTestFinished(async () => {
      await context.close();
      await department.close();
      expect(complaints).toEqual([]);
    });
    await page.goto(department.application.url ?? '');
    await page.getByRole('log').waitFor();
    return { page, department };
  }

  test.each([ENGLISH, CHINESE])(
    'asks for leave, approves it, sees the meeting excuse it at its beginning, and signs in as a colleague ($locale)',
    async words => {
      const { page } = await visit(words.locale);
      const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
      await button(words.openForm).waitFor();
      expect(await faults(page)).toEqual([]);

      await button(words.openForm).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(words.reason, { exact: true }).fill('moving house');
      expect(await faults(page)).toEqual([]);
      await form.getByRole('button', { name: words.submit, exact: true }).click();
      await form.locator('footer').getByRole('button', { name: words.close, exact: true }).waitFor();

      // Whoever goes on with the guide need not close what was only to be read.
      await button(words.becomeManager).click();
      await form.waitFor({ state: 'detached' });
      await button(words.approve).click();
      await page.getByRole('article').getByText(words.approved).first().waitFor();
      expect(await faults(page)).toEqual([]);

      await button(words.becomeStaff).click();
      await page.getByRole('article').getByText(words.mine).first().waitFor();
      expect(await form.count()).toBe(0);

      await button(words.toMeeting).click();
      await page.getByText(words.end).waitFor({ timeout: journeyMs });
      const sheet = page.getByRole('article').filter({ hasText: words.until });
      await sheet.getByText(words.awaited).waitFor();
      await sheet.getByText(words.excused).waitFor();
      expect(await faults(page)).toEqual([]);

      await button(words.becomeColleague).click();
      await sheet.getByRole('button', { name: words.signIn, exact: true }).click();
      await page.getByText(words.signedIn).first().waitFor();
      expect(await faults(page)).toEqual([]);

      await button(words.away).click();
      await page.getByText(words.end).waitFor({ state: 'detached' });
      await page.reload();
      await button(words.guide).waitFor();
      expect(await page.getByText(words.end).count()).toBe(0);
      await button(words.guide).click();
      await page.getByText(words.end).waitFor();
    },
    patienceMs,
  );

  test(
    'needs no mouse',
    async () => {
      const { page } = await visit('en-US');
      await page.getByRole('button', { name: 'Open the form' }).waitFor();
      await walkTo(page, 'Open the form');
      await page.keyboard.press('Enter');
      const form = page.getByRole('dialog');
      await form.waitFor();
      await walkTo(page, 'Reason');
      await page.keyboard.type('moving house');
      await walkTo(page, 'Submit');
      await page.keyboard.press('Enter');
      await form.getByText('is sent').waitFor();
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Become the manager' }).waitFor();
      await walkTo(page, 'Become the manager');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Approve' }).waitFor();
      await walkTo(page, 'Approve');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Travel to the beginning of the meeting' }).waitFor();
      await walkTo(page, 'Travel to the beginning of the meeting', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByText('That is the heart of it').waitFor({ timeout: journeyMs });
      await page.getByRole('article').getByText('0 people signed in, 12 to come').waitFor();
      await page.getByRole('article').getByText('on leave or a trip (1)').waitFor();
    },
    patienceMs,
  );

  test(
    'who reads English has an English bot, in channels too; who only calls the API finds the team as it was',
    async () => {
      const { page, department } = await visit('en-US');
      await page.getByRole('button', { name: 'Next meeting' }).click();
      await page
        .getByRole('article')
        .getByRole('button', { name: 'Sign in', exact: true })
        .waitFor({ timeout: journeyMs });
      const { people } = (await department.call('/human/people')) as { people: { locale: string }[] };
      expect(new Set(people.map(({ locale }) => locale))).toEqual(new Set(['en-US']));
      await page.locator('.locale select').selectOption('zh-CN');
      await page.locator('#composer-0').fill('/help');
      await page.keyboard.press('Enter');
      await page.getByRole('article').getByText('全部命令').first().waitFor();

      const other = await openDepartment({ at: '2026-12-01T07:44' });
      onTestFinished(() => other.close());
      const seeded = (await other.call('/human/people')) as { people: { locale: string }[]; language: unknown };
      expect(new Set(seeded.people.map(({ locale }) => locale))).toEqual(new Set(['zh-CN']));
      expect(seeded.language).toBeNull();
    },
    patienceMs,
  );
});

/** Presses Tab until that thing has the focus, which must be visible where it is. */
async function walkTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 90; steps += 1) {
    await page.keyboard.press(key);
    const at = await page.evaluate(FOCUSED);
    if (at.name.startsWith(name)) {
      expect(at.obscured, `${name} has the focus and is hidden`).toBe(false);
      return;
    }
  }
  throw new Error(`${name} cannot be reached with ${key}`);
}

const FOCUSED = `(() => {
  const at = document.activeElement;
  const label = at.labels?.[0]?.textContent ?? '';
  const box = at.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 20) / 2);
  return { name: (at.getAttribute('aria-label') ?? (label || at.textContent)).trim(), obscured: !(at.contains(top) || top?.contains(at)) };
})()` as unknown as () => { name: string; obscured: boolean };
