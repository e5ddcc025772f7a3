/** Charts in a real browser: every mark is there, the figures are in the table, and nobody needs colours, a wide window or eyes. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../testing/axe.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';
import { CHARTS, HARD } from './charts.ts';

/** The marks of a chart: slices, bars, areas, lines and points. */
interface Marks {
  slices?: number;
  bars?: number;
  areas?: number;
  lines?: number;
  points?: number;
}

const NO_MARKS = { slices: 0, bars: 0, areas: 0, lines: 0, points: 0 };
/** A chart's marks, and its table: head and rows. */
const DRAWN: [title: string, marks: Marks, table: string[][]][] = [
  [
    'Candy bars',
    { slices: 4 },
    [
      ['Category', 'Value', 'Share'],
      ['Kit Kat', '45', '45%'],
      ['Twix', '28', '28%'],
      ['Crunch', '18', '18%'],
      ['Milky Way', '9', '9%'],
    ],
  ],
  [
    'Pies by tastiness',
    { bars: 3 },
    [
      ['Category', 'Pie'],
      ['Strawberry Rhubarb', '85'],
      ['Pumpkin', '70'],
      ['Lemon Meringue', '72'],
    ],
  ],
  [
    'Paper sales',
    { lines: 2, points: 10 },
    [
      ['Day of the week', 'Website', 'In-store'],
      ['Mon', '32,000', '17,000'],
      ['Tue', '35,000', '20,000'],
      ['Wed', '29,000', '15,000'],
      ['Thu', '41,000', '22,000'],
      ['Fri', '45,000', '30,000'],
    ],
  ],
  [
    'Visitors',
    { areas: 2, lines: 2, points: 10 },
    [
      ['Category', 'Free', 'Paid'],
      ['Mon', '1,200', '300'],
      ['Tue', '1,350', '420'],
      ['Wed', '1,520', '610'],
      ['Thu', '1,480', '580'],
      ['Fri', '1,640', '700'],
    ],
  ],
  [
    'All of it',
    { slices: 1 },
    [
      ['Category', 'Value', 'Share'],
      ['Everything', '3', '100%'],
    ],
  ],
  [
    '盈亏',
    { bars: 8 },
    [
      ['Category', '收入', '支出'],
      ['一月', '12', '-5'],
      ['二月', '-8', '-6.25'],
      ['三月', '0', '-3'],
      ['四月', '20.5', '0'],
    ],
  ],
];

/** What is drawn of each kind of mark. */
const MARKS = {
  slices: '[data-kind="pie"] svg[role="img"] .chart-mark',
  bars: 'svg[role="img"] rect.chart-mark',
  areas: 'svg[role="img"] .chart-area',
  lines: 'svg[role="img"] .chart-line',
  points: 'svg[role="img"] .chart-point',
};

describe.skipIf(isWithoutBrowser)('a chart', () => {
  let looked: Looked;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    looked = await openLooked(() => undefined);
    for (const [text, blocks] of Object.entries({ ...CHARTS, ...HARD }))
      await looked.bench.client.chat.postMessage({ channel: '#support', text, blocks: blocks as never[] });
    ({ page, complaints } = await looked.visitAll('carol/support'));
  });
  afterAll(async () => {
    await looked?.stop();
    expect(complaints).toEqual([]);
  });

  const chartOf = (title: string, where = page): Locator => where.getByRole('figure', { name: title });
  const countOf = async (chart: Locator): Promise<Marks> => {
    const counted = Object.entries(MARKS).map(async ([name, mark]) => [
      name,
      await chart.locator(`xpath=..`).locator(mark).count(),
    ]);
    return Object.fromEntries(await Promise.all(counted));
  };
  /** The charts of which something stands out sideways. */
  const outside = (where: Page): Promise<(string | null)[]> =>
    where
      .getByRole('figure')
      .evaluateAll(all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent));
  const boxOf = async (mark: Locator) => (await mark.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  test.each(DRAWN)('%s has its marks and, by a button, its table', async (title, marks, table) => {
    const chart = chartOf(title);
    await chart.getByRole('img', { name: `chart: ${title} (` }).waitFor();
    expect(await countOf(chart)).toEqual({ ...NO_MARKS, ...marks });
    expect(await chart.getByRole('listitem').count()).toBe(marks.slices ?? (table[0]?.length ?? 0) - 1);
    const button = chart.getByRole('button', { name: 'Show as table' });
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await button.click();
    const rows = chart.getByRole('table').getByRole('row');
    await rows.first().waitFor();
    expect(await Promise.all((await rows.all()).map(row => row.locator('th, td').allTextContents()))).toEqual(table);
    await chart.getByRole('button', { name: 'Hide table' }).click();
    await chart.getByRole('table').waitFor({ state: 'detached' });
  });

  test('bars are as long as their figures, below zero downwards, and nothing has no length', async () => {
    const bars = await chartOf('盈亏')
      .locator('rect.chart-mark')
      .evaluateAll(all => all.map(({ attributes }) => [attributes.y, attributes.height].map(one => Number(one.value))));
    const [[top = 0, first = 0] = []] = bars;
    const lengths = [12, 8, 0, 20.5, 5, 6.25, 3, 0];
    const zero = top + first;
    const tops = lengths.map((length, index) => ([0, 2, 3].includes(index) ? zero - (first / 12) * length : zero));
    for (const [index, [y = 0, height = 0]] of bars.entries()) {
      expect(height).toBeCloseTo((first / 12) * (lengths[index] ?? 0));
      expect(y).toBeCloseTo(tops[index] ?? 0);
    }
    expect(bars.length).toBe(lengths.length);
  });

  test('without colours each of six is told by its pattern, or by its line and points', async () => {
    const differ = (values: (string | null)[]) => expect(new Set(values).size).toBe(6);
    const attributes = async (marks: Locator, name: string) =>
      Promise.all((await marks.all()).map(mark => mark.getAttribute(name)));
    const bars = chartOf('Every group in every week');
    const swatches = bars.getByRole('listitem').locator('rect.chart-surface');
    const fills = await attributes(swatches, 'fill');
    differ(fills);
    differ(await attributes(bars.locator('pattern path').or(bars.locator('pattern .chart-plain')), 'd'));
    expect([...new Set(await attributes(bars.locator('rect.chart-mark'), 'fill'))]).toEqual(fills);
    const lines = chartOf('各组每周').getByRole('listitem');
    differ(await attributes(lines.locator('.chart-line'), 'stroke-dasharray'));
    differ(await attributes(lines.locator('.chart-point'), 'd'));
  });

  test('what is cut is whole as its tip, and every mark says what it stands for', async () => {
    const own = await looked.visit('dave/support', { viewport: { width: 390, height: 844 } });
    const chart = chartOf('Long words', own);
    const cut = chart.locator('text:has(title)');
    await cut.first().waitFor();
    for (const text of await cut.all()) {
      const whole = (await text.locator('title').textContent()) ?? '';
      const [shown = ''] = ((await text.textContent()) ?? '').split(whole);
      expect(shown.trim()).toMatch(/…$/);
      expect(whole.startsWith(shown.trim().slice(0, -1))).toBe(true);
    }
    expect(await chart.locator('rect.chart-mark title').last().textContent()).toBe('A name of 20 letters, d: 4');
  });

  test.each([
    ['light', 1280, 'en-GB', 'dave'],
    ['dark', 390, 'zh-CN', 'heidi'],
  ] as const)(
    'in %s at %i pixels has no accessibility fault and stays in its place, in %s',
    async (colorScheme, width, locale, user) => {
      const own = await looked.visit(`${user}/support`, { colorScheme, locale, viewport: { width, height: 900 } });
      const [show, hide] = locale === 'zh-CN' ? ['以表格显示', '收起表格'] : ['Show as table', 'Hide table'];
      const count = Object.values({ ...CHARTS, ...HARD }).flat().length;
      // A busy machine draws them one after the other.
      await expect.poll(() => own.getByRole('figure').count()).toBe(count);
      for (const chart of await own.getByRole('figure').all()) await chart.getByRole('button', { name: show }).click();
      expect(await own.getByRole('button', { name: hide }).count()).toBe(count);
      expect((await faults(own)).filter(fault => !fault.startsWith('page-has-heading-one'))).toEqual([]);
      expect(await own.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await outside(own)).toEqual([]);
    },
    60_000,
  );

  test('grows with the text, and keeps its place', async () => {
    const own = await looked.visit('heidi/support', { viewport: { width: 320, height: 640 } });
    const drawing = chartOf('Paper sales', own).getByRole('img');
    await drawing.waitFor();
    const before = await boxOf(drawing);
    await own.evaluate("document.documentElement.style.fontSize = '187.5%'");
    // What is out of sight is not laid out.
    await drawing.scrollIntoViewIfNeeded();
    await expect.poll(async () => (await boxOf(drawing)).height).toBeGreaterThan(before.height * 1.7);
    for (const chart of await own.getByRole('figure').getByRole('img').all()) await chart.scrollIntoViewIfNeeded();
    expect(await outside(own)).toEqual([]);
    const odd = await own
      .locator('.chart-mark')
      .evaluateAll(marks =>
        marks.filter(({ outerHTML }) => /NaN|Infinity|(?:r|width|height)="-/.test(outerHTML)).map(one => one.outerHTML),
      );
    expect(odd).toEqual([]);
  });

  test('of a kind nobody knows is framed with its JSON', async () => {
    const own = await looked.visit('dave/support');
    await own.route('**/human/messages?**', async route => {
      const answer = await (await route.fetch()).json();
      const blocks = [{ type: 'data_visualization', title: 'New', chart: { type: 'funnel', depth: 3 } }];
      answer.messages.push({ ts: '1999999999.000100', user: 'UALICE', text: 'new', blocks });
      await route.fulfill({ json: answer });
    });
    await own.reload();
    await own.getByText('Not drawn: data_visualization').click();
    await own.getByText('"depth": 3').waitFor();
  });
});
