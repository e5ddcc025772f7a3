/** Charts of each kind, as an app sends them: plain ones, and those that are hard to draw. */

type Values = Record<string, number[]>;

export const chart = (title: string, of: object) => ({ type: 'data_visualization' as const, title, chart: of });
export const pie = (title: string, parts: Record<string, number>) =>
  chart(title, { type: 'pie', segments: Object.entries(parts).map(([label, value]) => ({ label, value })) });
export const plot = (kind: 'bar' | 'area' | 'line', title: string, categories: string[], all: Values, axes = {}) =>
  chart(title, {
    type: kind,
    series: Object.entries(all).map(([name, values]) => ({
      name,
      data: values.map((value, index) => ({ label: categories[index] ?? '', value })),
    })),
    axis_config: { categories, ...axes },
  });

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const WEEKS = Array.from({ length: 20 }, (_, index) => `Calendar week ${index + 1}`);
const MANY = Object.fromEntries(
  ['一组', '二组', '三组', '四组', '五组', '六组'].map((name, row) => [
    name,
    WEEKS.map((_, week) => (row + 2) * (week % 5) + row),
  ]),
);

/** One of each kind, two a message, as Slack takes them. */
export const CHARTS: Record<string, object[]> = {
  slices: [
    pie('Candy bars', { 'Kit Kat': 45, Twix: 28, Crunch: 18, 'Milky Way': 9 }),
    plot('bar', 'Pies by tastiness', ['Strawberry Rhubarb', 'Pumpkin', 'Lemon Meringue'], { Pie: [85, 70, 72] }),
  ],
  lines: [
    plot(
      'line',
      'Paper sales',
      DAYS,
      { Website: [32_000, 35_000, 29_000, 41_000, 45_000], 'In-store': [17_000, 20_000, 15_000, 22_000, 30_000] },
      { x_label: 'Day of the week', y_label: 'Sales in dollars' },
    ),
    plot('area', 'Visitors', DAYS, { Free: [1200, 1350, 1520, 1480, 1640], Paid: [300, 420, 610, 580, 700] }),
  ],
};

/** What is hard: less than nothing, nothing at all, one of everything, all Slack takes, long words, extreme figures. */
export const HARD: Record<string, object[]> = {
  below: [
    plot(
      'bar',
      '盈亏',
      ['一月', '二月', '三月', '四月'],
      { 收入: [12, -8, 0, 20.5], 支出: [-5, -6.25, -3, 0] },
      { y_label: '万元' },
    ),
    plot('line', 'Night frost', DAYS, { Valley: [-3, -8, -1, 0, 2], Ridge: [-12, -15, -9, -4, -6] }),
  ],
  nothing: [
    plot('bar', 'Nothing yet', DAYS, { Orders: [0, 0, 0, 0, 0] }),
    plot('area', 'One day', ['Mon'], { Orders: [7] }),
  ],
  all: [
    plot('bar', 'Every group in every week', WEEKS, MANY, { x_label: 'Week' }),
    plot('line', '各组每周', WEEKS, MANY),
  ],
  long: [
    pie('A title as long as Slack takes it, fifty letters..', {
      'The largest of these': 500_000,
      '一个有二十个字那么长的名字，真是太长了吧': 300_000,
      Small: 20_000,
      Smaller: 9000,
      Least: 1,
    }),
    plot(
      'bar',
      'Long words',
      ['The first and longest', '一二三四五六七八九十一二三四五六七八九十', 'Unbreakablecategory!', 'd'].map(word =>
        word.slice(0, 20),
      ),
      { 'A name of 20 letters': [1, 2, 3, 4] },
      {
        x_label: 'An axis whose label is fifty letters long, exactly',
        y_label: 'An axis whose label is fifty letters long, as well',
      },
    ),
  ],
  extreme: [
    plot('area', 'Extremes', DAYS, { Huge: [1e300, -1e300, 0, 1e308, -1e308] }),
    plot('line', 'Tiny', DAYS, { Tiny: [1e-9, 2e-9, 0, 5e-10, 3e-9] }),
  ],
  alone: [pie('All of it', { Everything: 3 })],
};
