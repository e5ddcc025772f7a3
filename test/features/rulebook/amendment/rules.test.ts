/** What of an article may be changed, from when, and who is asked to read it. */

import { describe, expect, it } from 'vitest';
import { calendarWith } from '../../../../src/features/calendar/rules.ts';
import { changesBetween } from '../../../../src/features/rulebook/amendment/changes.ts';
import {
  concerns,
  type Draft,
  daysFor,
  figureIn,
  hasFigure,
  inForceOnceSigned,
  isRemindedOn,
  latestOf,
  mayPropose,
  proposalOf,
  readersOf,
  remindersOf,
} from '../../../../src/features/rulebook/amendment/rules.ts';
import type { Article } from '../../../../src/features/rulebook/article.ts';
import { findArticle } from '../../../../src/features/rulebook/rules.ts';
import { isRefusal } from '../../../../src/kernel/refusal.ts';
import { POSTS, type Post } from '../../../../src/member/post.ts';
import type { Member } from '../../../../src/member/rules.ts';
import { articles } from '../../../support/rulebook.ts';

const TODAY = '2026-12-04'; // a Friday

function article(number: string): Article {
  const found = findArticle(number, articles);
  if (found === undefined) throw new Error(`${number} is gone`);
  return found;
}

/** The form as it opens, with a reason. */
function untouched(base: Article): Draft {
  return {
    title: base.title,
    text: base.text,
    figures: base.tiers.map(tier => {
      if (!hasFigure(base, tier)) return null;
      return tier.amount === null ? '' : tier.amount === 'open' ? 'open' : String(tier.amount / 100);
    }),
    notices: base.tiers.map(({ notice }) => notice),
    from: TODAY,
    wordingOnly: false,
    why: 'why',
  };
}

const judged = (number: string, changed: Partial<Draft>) =>
  proposalOf({ ...untouched(article(number)), ...changed }, article(number), TODAY);

describe('a figure', () => {
  it.each([
    ['50', 5_000],
    ['80元', 8_000],
    ['¥12.50', 1_250],
    ['１００', 10_000],
    ['1000000', 100_000_000],
    ['三百', 30_000],
    ['一百五', 15_000],
    ['open', 'open'],
    ['OPEN', 'open'],
    ['拟定', 'open'],
    ['由提出人拟定', 'open'],
    ['', null],
    ['  ', null],
    ['none', null],
    ['不罚款', null],
    ['0', { fault: 'zero' }],
    ['-5', { fault: 'negative' }],
    ['1,000', { fault: 'separator' }],
    ['1.555', { fault: 'decimals' }],
    ['1000001', { fault: 'tooLarge' }],
    ['fifty', { fault: 'notANumber' }],
    ['50 each', { fault: 'notANumber' }],
  ])('%j is read as %s', (typed, read) => {
    expect(figureIn(typed, 'yuan')).toEqual(read);
  });

  it.each([
    ['1.4', [true]],
    ['1.21', [true, true, true]],
    ['1.28', [false]],
    ['1.32', [false]],
    ['2.5', []],
  ])('of %s is asked for where it has one', (number, asked) => {
    const one = article(number);
    expect(one.tiers.map(tier => hasFigure(one, tier))).toEqual(asked);
  });
});

describe('a draft', () => {
  const said = { 'zh-CN': '甲', en: 'a' };

  it.each<[string, string, Partial<Draft>, string, object]>([
    ['nothing changed', '1.4', {}, 'amendment.unchanged', { number: '1.4' }],
    [
      'spaces alone',
      '1.4',
      { title: { 'zh-CN': '上班时间只做工作 ', en: 'Working hours  are for work' } },
      'amendment.unchanged',
      { number: '1.4' },
    ],
    ['the same figure, written another way', '1.4', { figures: ['50.00元'] }, 'amendment.unchanged', { number: '1.4' }],
    ['no title', '1.4', { title: { ...said, en: ' ' } }, 'amendment.missing', { at: 'title.en' }],
    ['no text', '1.4', { text: { ...said, 'zh-CN': '\n' } }, 'amendment.missing', { at: 'text.zh-CN' }],
    [
      'a long title',
      '1.4',
      { title: { ...said, 'zh-CN': '长'.repeat(121) } },
      'amendment.tooLong',
      { at: 'title.zh-CN', most: 120 },
    ],
    [
      'a long text',
      '1.4',
      { text: { ...said, en: 'x'.repeat(1_001) } },
      'amendment.tooLong',
      { at: 'text.en', most: 1_000 },
    ],
    [
      'no amount',
      '1.4',
      { figures: ['fifty'] },
      'amendment.badFigure',
      { at: 'figure.0', text: 'fifty', fault: 'notANumber' },
    ],
    ...(
      [
        ['100000000', 'tooLarge'],
        ['1000001', 'tooLarge'],
        ['80.555', 'decimals'],
        ['1,000', 'separator'],
        ['-80', 'negative'],
        ['几百', 'notANumber'],
      ] as const
    ).map(([text, fault]): [string, string, Partial<Draft>, string, object] => [
      `${text}: ${fault}`,
      '1.4',
      { figures: [text] },
      'amendment.badFigure',
      { at: 'figure.0', text, fault },
    ]),
    [
      'no amount in a later tier',
      '1.21',
      { figures: ['50', '0', '50'] },
      'amendment.badFigure',
      { at: 'figure.1', text: '0', fault: 'zero' },
    ],
    [
      'a day before today',
      '1.4',
      { figures: ['80'], from: '2026-12-03' },
      'amendment.badDay',
      { first: TODAY, last: '2027-12-04' },
    ],
    [
      'a day in two years',
      '1.4',
      { figures: ['80'], from: '2027-12-05' },
      'amendment.badDay',
      { first: TODAY, last: '2027-12-04' },
    ],
    ['no day', '1.4', { figures: ['80'], from: '' }, 'amendment.badDay', { first: TODAY, last: '2027-12-04' }],
    [
      'a day that is none',
      '1.4',
      { figures: ['80'], from: '2027-02-30' },
      'amendment.badDay',
      { first: TODAY, last: '2027-12-04' },
    ],
    ['no reason', '1.4', { figures: ['80'], why: ' ' }, 'amendment.missing', { at: 'why' }],
    ['a long reason', '1.4', { figures: ['80'], why: 'x'.repeat(501) }, 'amendment.tooLong', { at: 'why', most: 500 }],
    [
      'a figure the text does not know yet',
      '1.4',
      { figures: ['80'] },
      'amendment.textSays',
      { at: 'text.zh-CN', figure: 5_000 },
    ],
    [
      'a figure one of the texts does not know yet',
      '1.4',
      { figures: ['80'], text: { ...said, en: 'Working hours are for work; it costs ¥50.' } },
      'amendment.textSays',
      { at: 'text.en', figure: 5_000 },
    ],
    [
      'one language alone',
      '1.4',
      { text: { ...article('1.4').text, en: 'Working hours are for work.' } },
      'amendment.oneLanguage',
      { at: 'text.zh-CN' },
    ],
    [
      'wording only, and a figure',
      '1.4',
      { figures: ['80'], wordingOnly: true },
      'amendment.notOnlyWording',
      { at: 'figure.0' },
    ],
    [
      'wording only, and a notice',
      '1.4',
      { notices: [true], wordingOnly: true },
      'amendment.notOnlyWording',
      { at: 'notice.0' },
    ],
    [
      'wording only, and a figure of a later tier',
      '1.21',
      { figures: ['50', '200', 'open'], wordingOnly: true },
      'amendment.notOnlyWording',
      { at: 'figure.2' },
    ],
  ])('is refused: %s', (_, number, changed, code, params) => {
    expect(judged(number, changed)).toEqual({ code, params });
  });

  it.each<[string, string, Partial<Draft>, object[]]>([
    ['another figure', '1.4', { figures: ['80'], text: said }, [{ amount: 8_000, per: 'occurrence', notice: false }]],
    ['a notice', '1.4', { notices: [true] }, [{ amount: 5_000, per: 'occurrence', notice: true }]],
    ['left open', '1.4', { figures: ['open'], text: said }, [{ amount: 'open', notice: false }]],
    ['no fine any more', '1.4', { figures: [''], text: said }, [{ amount: null, notice: false }]],
    [
      'a figure where there was none',
      '1.7',
      { figures: ['30'] },
      [{ amount: 3_000, per: 'occurrence', notice: false }],
    ],
    ['a figure where it was open', '1.1', { figures: ['30'] }, [{ amount: 3_000, per: 'occurrence', notice: false }]],
    [
      'what is counted stays',
      '1.10',
      { figures: ['60'], text: said },
      [{ amount: 6_000, per: 'response', notice: false }],
    ],
    [
      'one tier of three',
      '1.21',
      { figures: ['50', '300', '50'], text: said },
      [{ amount: 5_000 }, { amount: 30_000 }, { amount: 5_000 }],
    ],
    [
      'a loss stays a loss, whatever a form says',
      '1.28',
      { figures: ['99'], notices: [true] },
      [{ amount: 'open', compensates: true, notice: true }],
    ],
    [
      'what the bot counts keeps its consequence',
      '8.3',
      { figures: ['99'], text: said },
      [{ amount: null, consequence: 'transfer-or-dismissal' }],
    ],
  ])('is taken: %s', (_, number, changed, tiers) => {
    const proposal = judged(number, changed);
    if (isRefusal(proposal)) throw new Error(proposal.code);
    expect(proposal.after.tiers).toMatchObject(tiers);
    for (const tier of proposal.after.tiers) expect('per' in tier).toBe(typeof tier.amount === 'number');
  });

  it('keeps everything that no form asks for', () => {
    const base = article('1.21');
    const proposal = judged('1.21', { title: said, wordingOnly: true, why: ' because ' });
    expect(proposal).toEqual({ after: { ...base, title: said }, from: TODAY, wordingOnly: true, why: 'because' });
    expect(isRefusal(proposal) ? [] : changesBetween(base, proposal.after)).toEqual([
      { what: 'title', locale: 'zh-CN', before: base.title['zh-CN'], after: '甲' },
      { what: 'title', locale: 'en', before: base.title.en, after: 'a' },
    ]);
  });

  it('of an article whose texts were loaded longer than a form takes may leave them', () => {
    const base = { ...article('1.4'), text: { 'zh-CN': '长'.repeat(1_200), en: 'x'.repeat(1_300) } };
    expect(proposalOf({ ...untouched(base), figures: ['80'] }, base, TODAY)).toMatchObject({ from: TODAY });
    const longer = { ...base.text, en: 'x'.repeat(1_301) };
    expect(proposalOf({ ...untouched(base), text: longer }, base, TODAY)).toEqual({
      code: 'amendment.tooLong',
      params: { at: 'text.en', most: 1_300 },
    });
  });
});

describe('the day', () => {
  it('is today or later, not before a version to come, and a year ahead at most', () => {
    const base = article('1.4');
    expect(daysFor(base, TODAY)).toEqual({ first: TODAY, last: '2027-12-04' });
    expect(daysFor({ ...base, inForceFrom: '2026-12-10' }, TODAY)).toEqual({ first: '2026-12-10', last: '2027-12-04' });
    expect(daysFor({ ...base, inForceFrom: '2029-01-01' }, TODAY)).toEqual({ first: '2029-01-01', last: '2029-01-01' });
  });

  it.each([
    ['2026-12-10', '2026-12-04', '2026-12-10'],
    ['2026-12-04', '2026-12-04', '2026-12-04'],
    ['2026-12-04', '2026-12-07', '2026-12-07'],
  ])('asked for %s and signed on %s is %s', (asked, signed, from) => {
    expect(inForceOnceSigned(asked, signed)).toBe(from);
  });

  it('begins from the last version', () => {
    const base = article('1.4');
    expect(latestOf([base, { ...base, version: 3 }, { ...base, version: 2 }]).version).toBe(3);
  });

  it.each([
    ['signed on a Friday', '2026-12-04', ['2026-12-07', '2026-12-08']],
    ['signed on a Saturday', '2026-12-05', ['2026-12-07', '2026-12-08']],
    ['signed in the middle of a week', '2026-12-08', ['2026-12-09', '2026-12-10']],
    ['signed before the National Day', '2026-09-30', ['2026-10-08', '2026-10-09']],
  ])('is reminded of on the next two working days: %s', (_, signedOn, days) => {
    const calendar = calendarWith({ overrides: new Map() });
    expect(remindersOf(signedOn, calendar)).toEqual(days);
    expect([signedOn, ...days, '2026-12-31'].map(day => isRemindedOn(signedOn, day, calendar))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('people', () => {
  const someone = (id: string, posts: readonly Post[], more: Partial<Member> = {}): Member => ({
    ...{ id, name: id, handle: id, locale: 'zh-CN', zone: 'Asia/Shanghai', leaderId: null, posts },
    ...{ deactivated: false, guest: false, bot: false, external: false, ...more },
  });

  it.each(POSTS.map(post => [post]))('%s', post => {
    const leaders = ['president', 'manager', 'deputy', 'assistant', 'supervisor'];
    expect(mayPropose(someone('U1', [post])) === true).toBe(leaders.includes(post));
  });

  it.each<[string, Post[]]>([
    ['1.4', [...POSTS]],
    ['1.9', ['presales']],
    ['1.24', [...POSTS]],
    ['2.5', ['manager', 'deputy']],
  ])('%s is read by those it binds', (number, posts) => {
    expect(POSTS.filter(post => concerns(article(number), [post]))).toEqual(posts);
  });

  it('are asked whom it binds before or after, who are there, but neither who signed nor who proposed', () => {
    const [before, after] = [article('1.9'), { ...article('1.9'), appliesTo: ['aftersales'] as const }];
    const members = [
      ...['U3', 'U1', 'U2', 'U4'].map(id => someone(id, ['presales'])),
      someone('U5', ['aftersales']),
      someone('U6', ['logistics']),
      someone('U7', ['presales'], { deactivated: true }),
      someone('U8', []),
    ];
    expect(readersOf({ before, after }, members, ['U2', 'U4'])).toEqual(['U1', 'U3', 'U5']);
  });
});
