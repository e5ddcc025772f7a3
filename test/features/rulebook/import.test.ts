/** What a file changes of a regulation that is there, and why it cannot be brought in. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/features/rulebook/article.ts';
import { asksForStart, isEmpty, type Plan, type Present, planOf } from '../../../src/features/rulebook/import/rules.ts';
import { yuan } from '../../../src/kernel/money.ts';
import { articles, rulebook } from '../../support/rulebook.ts';

const FROM = '2026-12-10';
const TODAY = '2026-12-04';
const present: Present = { whole: rulebook, versions: articles, settings: rulebook.settings, hasCases: false };

/** The file with one article made anew, or left out. */
function fileWith(number: string, change: (article: Article) => Article | null) {
  const sections = rulebook.sections.map(section => ({
    ...section,
    articles: section.articles.flatMap(one => (one.number === number ? (change(one) ?? []) : one)),
  }));
  return { ...rulebook, sections };
}

function plan(file = rulebook, there: Partial<Present> = {}, from = FROM): Plan {
  const made = planOf(file, { ...present, ...there }, from, TODAY);
  if ('why' in made) throw new Error(made.why);
  return made;
}

it('the same file changes nothing', () => {
  expect(isEmpty(plan())).toBe(true);
});

describe('a changed article is its next version from that day on', () => {
  it.each<[string, (article: Article) => Article, boolean]>([
    ['figure', one => ({ ...one, tiers: one.tiers.map(tier => ({ ...tier, amount: yuan(80) })) }), true],
    ['notice', one => ({ ...one, tiers: one.tiers.map(tier => ({ ...tier, notice: true })) }), true],
    ['whom', one => ({ ...one, appliesTo: ['presales'] }), true],
    ['text', one => ({ ...one, text: { ...one.text, en: 'Work.' } }), true],
    ['title', one => ({ ...one, title: { ...one.title, en: 'Work' } }), false],
    ['other names', one => ({ ...one, alsoCalled: 'phone' }), false],
    ['section', one => ({ ...one, section: { ...one.section, source: '1' } }), false],
  ])('%s', (_, change, asks) => {
    const { added, changed, gone } = plan(fileWith('1.4', change));
    expect([added, gone]).toEqual([[], []]);
    expect(changed.map(({ after, ...one }) => [after.number, after.version, after.inForceFrom, one.asks])).toEqual([
      ['1.4', 2, FROM, asks],
    ]);
  });
});

it('an article that is not in the file ends; one that ended and is there again is new', () => {
  const without = plan(fileWith('1.4', () => null));
  expect(without.gone.map(({ number }) => number)).toEqual(['1.4']);
  const [ended] = articles.filter(({ number }) => number === '1.4');
  const over = [...articles, { ...(ended as Article), version: 2, inForceFrom: TODAY, ended: true as const }];
  expect(
    isEmpty(
      plan(
        fileWith('1.4', () => null),
        { versions: over },
      ),
    ),
  ).toBe(true);
  const again = plan(rulebook, { versions: over });
  expect(again.added.map(({ after }) => [after.number, after.version, after.ended])).toEqual([['1.4', 3, undefined]]);
});

it('what is read at the start alone is named so', () => {
  const after = rulebook.authority.map(level => ({ ...level, upTo: level.upTo === null ? null : 50_000 }));
  const limit = plan({ ...rulebook, authority: after });
  expect([limit.whole, asksForStart(limit)]).toEqual([{ authority: { before: rulebook.authority, after } }, true]);
  const title = plan({ ...rulebook, title: { 'zh-CN': '新', en: 'New' } });
  expect([Object.keys(title.whole), asksForStart(title)]).toEqual([['title'], false]);
  const settings = rulebook.settings.map(one => (one.name === 'caseThreshold' ? { ...one, value: 5 } : one));
  const other = plan({ ...rulebook, settings: settings.slice(1) });
  expect(other.settings.map(({ name }) => name)).toEqual([rulebook.settings[0]?.name, 'caseThreshold'].sort());
  expect(asksForStart(other)).toBe(true);
});

it.each<[string, Partial<Present>, string, object]>([
  ['a day that is over', {}, '2026-12-03', { why: 'past', today: TODAY }],
  [
    'a version that is to come later',
    { versions: [...articles, { ...(articles[3] as Article), version: 2, inForceFrom: '2026-12-20', ended: true }] },
    FROM,
    { why: 'coming', number: articles[3]?.number, from: '2026-12-20' },
  ],
  [
    'another unit where there are cases',
    { whole: { ...rulebook, unit: 'points' }, hasCases: true },
    FROM,
    { why: 'unit' },
  ],
])('refused: %s', (_, there, from, why) => {
  expect(planOf(rulebook, { ...present, ...there }, from, TODAY)).toEqual(why);
});
