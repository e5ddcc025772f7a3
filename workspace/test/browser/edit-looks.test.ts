/** The toolbar of one's own message, its picker, field and question, by mouse and by finger: in both languages and themes, wide and narrow. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../testing/axe.ts';
import { MANIFEST, wire } from './app.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';
import { misplaced } from './looks.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LOOKS = [
  ['en-GB', 'light', { viewport: { width: 1280, height: 800 } }],
  ['zh-CN', 'dark', { viewport: { width: 1280, height: 800 } }],
  ['en-GB', 'dark', PHONE],
  ['zh-CN', 'light', PHONE],
] as const;
const WORDS = {
  'en-GB': { edit: 'Edit message', save: 'Save', edited: '(edited)', react: 'Add reaction', delete: 'Delete message' },
  'zh-CN': { edit: '编辑消息', save: '保存', edited: '（已编辑）', react: '添加表情回应', delete: '删除消息' },
};

describe.skipIf(isWithoutBrowser)('one’s own messages', () => {
  let looked: Looked;
  beforeAll(async () => {
    looked = await openLooked(app => wire(app, []), { manifest: MANIFEST });
  });
  afterAll(() => looked?.stop());

  const post = async (text: string): Promise<string> =>
    String((await looked.bench.page.post('/human/message', { user: 'ivan', channel: 'random', text })).ts);

  test.each(LOOKS)(
    'show their tools, field and question faultlessly (%s, %s, %o)',
    async (locale, colorScheme, size) => {
      const words = WORDS[locale];
      const ts = await post(`a message of some length, so that it takes more than one line (${locale})`);
      const page = await looked.visit('ivan/random', { locale, colorScheme, ...size, reducedMotion: 'reduce' });
      const said = page.locator(`[data-ts="${ts}"]`);
      const sound = async (): Promise<void> => {
        expect(await faults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.viewport.width);
        await expect.poll(() => page.evaluate(misplaced)).toEqual([]);
      };
      const press = (name: string) => {
        const button = said.getByRole('button', { name, exact: true });
        return size === PHONE ? button.tap() : button.click();
      };
      await (size === PHONE ? said.locator('.text').tap() : said.hover());
      const opacity = `getComputedStyle(document.querySelector('[data-ts="${ts}"] .tools')).opacity`;
      await expect.poll(() => page.evaluate(opacity)).toBe('1');
      await sound();
      await press(words.react);
      await page.getByRole('dialog', { name: words.react }).waitFor();
      await sound();
      await page.keyboard.press('Escape');
      await press(words.edit);
      const field = page.getByRole('textbox', { name: words.edit });
      await field.pressSequentially(' @iv');
      await page.getByRole('listbox').waitFor();
      await sound();
      await page.keyboard.press('Escape');
      await page.getByRole('listbox').waitFor({ state: 'detached' });
      await sound();
      await press(words.save);
      await said.getByText(words.edited).waitFor();
      await (size === PHONE ? said.locator('.text').tap() : said.hover());
      await press(words.delete);
      const asked = page.getByRole('dialog', { name: words.delete });
      await asked.waitFor();
      await sound();
      await page.keyboard.press('Escape');
      await asked.waitFor({ state: 'detached' });
    },
  );
});
