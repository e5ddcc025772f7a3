/** What one must be able to read is whole: names, initials, labels; where one is, where an address leads, and where a journey ended. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkspaceClock } from '../../core/clock.ts';
import { faults } from '../../testing/axe.ts';
import { NEUTRAL, type Seed } from '../../workspace.ts';
import { MANIFEST, wire } from './app.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';
import { chosenFits, cut, gapInGuide, gapsAbove, hidden, misplaced, placeholderFits } from './looks.js';

const LONG: Seed = {
  ...NEUTRAL,
  people: [
    ...NEUTRAL.people,
    { id: 'UHEAD1', name: 'head1', real_name: '图书馆副馆长 · Deputy head of the library' },
    { id: 'USHELF2', name: 'shelf2', real_name: '书架管理员二 · Shelf administrator 2' },
    { id: 'UHAND3', name: 'hand3', real_name: '帮工三 · Anhelper-of-everybody 3' },
  ],
  channels: [...NEUTRAL.channels, { name: 'vault', is_private: true, members: ['UCAROL'] }],
};

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const LOOKS = [
  ['en-GB', 'light', DESKTOP],
  ['zh-CN', 'dark', DESKTOP],
  ['en-GB', 'dark', PHONE],
  ['zh-CN', 'light', PHONE],
] as const;

let now = new Date('2026-12-01T07:45:00+08:00');
/** What happens on the way, when a test wants it. */
let onTheWay: (to: Date) => Promise<void> = async () => {};
const clock: WorkspaceClock = {
  now: () => now,
  async travel(to) {
    await onTheWay(to);
    now = to;
  },
};
const at = (time: string, zh: string, en: string, button?: { zh: string; en: string }) => ({
  at: `2026-12-01T${time}:00+08:00`,
  label: { zh, en },
  ...(button && { button }),
});
const landmarks = async () => [
  at('07:55', '新的一天', 'A new day', { zh: '下个工作日 7:55', en: 'Next working day 7:55' }),
  at('08:00', '早会', 'Morning meeting', { zh: '下次会议', en: 'Next meeting' }),
];
const guide = async () => ({
  steps: [
    {
      id: 'ask',
      title: { zh: '第一步', en: 'The first step' },
      text: {
        zh: '在这里写一句话，再按下面的按钮。',
        en: 'Write a line here, then press the button that stands below it.',
      },
      button: { zh: '开始', en: 'Begin' },
      done: false,
      go: {},
    },
  ],
  end: { zh: '完', en: 'The end' },
});

describe.skipIf(isWithoutBrowser)('the page', () => {
  let looked: Looked;
  beforeAll(async () => {
    looked = await openLooked(app => wire(app, []), { manifest: MANIFEST, seed: LONG, clock, landmarks, guide });
    const { client } = looked.bench;
    for (const [user, count] of [
      ['UHEAD1', 1],
      ['USHELF2', 12],
      ['UHAND3', 104],
    ] as const)
      for (let index = 0; index < count; index += 1) await client.chat.postMessage({ channel: user, text: 'a word' });
  });
  afterAll(() => looked?.stop());

  const visit = (place: string, [locale, colorScheme, viewport]: (typeof LOOKS)[number] = LOOKS[0]): Promise<Page> =>
    looked.visit(place, { locale, colorScheme, viewport });
  const openRail = async (page: Page, isPhone: boolean): Promise<void> => {
    if (isPhone) await page.locator('.menu').click();
    await page.locator('.dot').first().waitFor();
  };

  test.each(LOOKS)('hides no initials and cuts no name (%s, %s, %o)', async (...look) => {
    const page = await visit('carol/general', look);
    await openRail(page, look[2] === PHONE);
    await expect
      .poll(() => page.locator('.dot').evaluateAll(all => all.map(dot => dot.getAttribute('data-count'))))
      .toEqual(['1', '12', '99+']);
    expect(await page.evaluate(hidden)).toEqual([]);
    expect(await page.locator('.rail-name').evaluateAll(cut)).toEqual([]);
    expect(await page.locator('.locale select').evaluate(chosenFits)).toBe(true);
    expect(await faults(page)).toEqual([]);
  });

  test.each(LOOKS)('offers the next meeting, whole placeholders and free buttons (%s, %s, %o)', async (...look) => {
    const page = await visit('carol/general', look);
    const isChinese = look[0] === 'zh-CN';
    await page.getByRole('button', { name: isChinese ? '下次会议' : 'Next meeting', exact: true }).waitFor();
    const box = page.locator('#composer-0');
    await expect.poll(() => box.evaluate(placeholderFits)).toBe(true);
    const whole = isChinese ? '发消息到 #general，输入 / 使用命令' : 'Message #general, or type / for commands';
    expect(await box.getAttribute('aria-label')).toBe(whole);
    if (look[2] === DESKTOP) expect(await box.getAttribute('placeholder')).toBe(whole);
    expect(await page.evaluate(gapInGuide)).toBeGreaterThanOrEqual(6);
    await expect.poll(() => page.evaluate(misplaced)).toEqual([]);
  });

  test.each(LOOKS)('a button stands apart from the text above it (%s, %s, %o)', async (...look) => {
    const { client } = looked.bench;
    const text = {
      type: 'mrkdwn' as const,
      text: 'What is to be decided stands here, and it takes more than one line on a phone.',
    };
    const press = { type: 'button' as const, action_id: 'press', text: { type: 'plain_text' as const, text: 'Press' } };
    await client.chat.postMessage({
      channel: 'support',
      text: 'apart',
      blocks: [
        { type: 'section', text },
        { type: 'actions', elements: [press] },
      ],
    });
    const page = await visit('carol/support', look);
    await page.getByRole('button', { name: 'Press' }).last().waitFor();
    const gaps = await page.locator('.message .actions').evaluateAll(gapsAbove);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(6);
  });

  test.each([
    ['carol/nonsense', '“nonsense” does not exist, or Carol may not see it.', 'Back to #general'],
    ['carol/%E4', '“%E4” does not exist, or Carol may not see it.', 'Back to #general'],
    ['carol/C0NOSUCH@1764550000.000100', '“C0NOSUCH” does not exist, or Carol may not see it.', 'Back to #general'],
    ['alice/vault', '“vault” does not exist, or Alice may not see it.', 'Back to #general'],
    ['nobody/general', 'Nobody here is called “nobody”. You see Alice instead.', 'Go on as Alice'],
    ['carol/random/nobody/general', 'Nobody here is called “nobody”. You see Carol instead.', 'Go on as Carol'],
    ['%', 'Nobody here is called “%”. You see Alice instead.', 'Go on as Alice'],
  ])('the address #/%s leads nowhere: says so and offers the way back', async (address, said, back) => {
    const page = await visit('carol/general');
    await page.goto('about:blank');
    await page.goto(`${looked.bench.workspace.url}/#/${address}`);
    const alert = page.getByRole('alert').filter({ hasText: said });
    await alert.waitFor();
    expect(await faults(page)).toEqual([]);
    await alert.getByRole('button', { name: back }).click();
    await alert.waitFor({ state: 'detached' });
    await page.getByRole('log').first().waitFor();
    expect(new URL(page.url()).hash).not.toContain('no');
  });

  test('who becomes somebody else from a closed channel is where that person can be', async () => {
    const page = await visit('carol/vault');
    await page.getByRole('heading', { name: 'vault' }).waitFor();
    await page.getByRole('button', { name: 'Become Deputy head of the library' }).click();
    await page.getByRole('heading', { name: '#general' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a journey says from where to where, what was said each day, and stays with it', async () => {
    now = new Date('2026-12-01T07:45:00+08:00');
    const { client } = looked.bench;
    const post = (text: string) => client.chat.postMessage({ channel: 'random', text });
    onTheWay = async to => {
      for (const [moment, text] of [
        ['2026-12-01T20:00:00+08:00', 'the evening'],
        ['2026-12-02T07:30:00+08:00', 'the morning'],
      ] as const)
        if (new Date(moment) > now && new Date(moment) <= to) {
          now = new Date(moment);
          await post(text);
        }
    };
    const page = await visit('carol/general');
    await page.getByRole('button', { name: '+1 day' }).click();
    const news = page.getByRole('region', { name: 'What happened on the way' });
    const said = 'From Tue 1 Dec 07:45 to Wed 2 Dec 07:45. 2 messages were posted on the way.';
    await news.getByRole('heading', { name: said }).waitFor();
    expect(await news.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^20:00\s+#random\s+the evening$/),
      expect.stringMatching(/Wednesday 2 December$/),
      expect.stringMatching(/^07:30\s+#random\s+the morning$/),
    ]);
    expect(await faults(page)).toEqual([]);
    // Where it ended stays true however long one reads.
    now = new Date('2026-12-02T07:50:00+08:00');
    await page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'random' }).click();
    await page.getByRole('heading', { name: '#random' }).waitFor();
    await news.getByRole('heading', { name: said }).waitFor();

    onTheWay = async () => {};
    await page.reload();
    await page.getByRole('button', { name: '+1 h', exact: true }).click();
    await news
      .getByRole('heading', { name: 'From Wed 2 Dec 07:50 to Wed 2 Dec 08:50. Nothing was posted on the way.' })
      .waitFor();
    await news.getByRole('button', { name: 'Close' }).click();
    await news.waitFor({ state: 'detached' });
  });

  test('of a long journey the number of all messages is said, and that the first are not listed', async () => {
    const { client } = looked.bench;
    onTheWay = async to => {
      now = to;
      for (let index = 0; index < 105; index += 1)
        await client.chat.postMessage({ channel: 'random', text: `no. ${index}` });
    };
    const page = await visit('carol/general');
    await page.getByRole('button', { name: '+1 h', exact: true }).click();
    await page
      .getByRole('heading', { name: /105 messages were posted on the way\. Only the last 100 are listed\.$/ })
      .waitFor();
  });

  test('a journey that ends before its goal says where it stopped', async () => {
    now = new Date('2026-12-03T07:45:00+08:00');
    onTheWay = async () => {
      now = new Date('2026-12-03T09:00:00+08:00');
      throw new Error('The road is closed.');
    };
    const page = await visit('carol/general');
    page.removeAllListeners('console');
    await page.getByRole('button', { name: '+1 day' }).click();
    await page
      .getByRole('heading', { name: 'Begun at Thu 3 Dec 07:45, stopped at Thu 3 Dec 09:00 before its end.' })
      .waitFor();
    await page.getByText('The road is closed.').waitFor();
    onTheWay = async () => {};
  });
});
