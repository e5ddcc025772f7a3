/** The rulebook's file: read, checked line by line, written again. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { inForceOn } from '../../../src/features/rulebook/rules.ts';
import { faultLines } from '../../../src/features/rulebook/views.ts';
import { writeRulebook } from '../../../src/features/rulebook/written.ts';
import { readRulebook } from '../../../src/features/rulebook/yaml.ts';
import { articles, interpreting, REGULATION, rulebook } from '../../support/rulebook.ts';
import { readerOf } from '../../support/speech.ts';

const ours = readFileSync(REGULATION, 'utf8');
const shop = readFileSync(new URL('shop.yaml', import.meta.url), 'utf8');
const [chinese, english] = [readerOf('zh-CN', 'Asia/Shanghai'), readerOf('en', 'Asia/Shanghai')];

/** A second, very small regulation. */
const small = `title: { zh-CN: 小店规定, en: Rules of a small shop }
inForceFrom: 2026-01-01
sections:
  - number: 1
    title: { zh-CN: 开店, en: Opening }
    articles:
      - number: "1.1"
        title: { zh-CN: 准时, en: On time }
        text: { zh-CN: 准时开门，迟到10元。, en: Open on time; ¥10 when late. }
        binds: everyone
        tiers:
          - fine: 10
`;

it('reads back what it writes: ours, a small one, and one in points', () => {
  for (const text of [ours, small, shop]) {
    const read = readRulebook(text, 'en', interpreting);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    expect(readRulebook(writeRulebook(read), 'en', interpreting)).toEqual(read);
  }
});

it.each([
  ['one level', '[{ posts: [president] }]'],
  ['three', '[{ posts: [supervisor], upTo: 100 }, { posts: [manager], upTo: 500 }, { posts: [president] }]'],
  [
    'four',
    '[{ posts: [supervisor], upTo: 0.5, staffOnly: [] }, { posts: [assistant, deputy], upTo: 9, staffOnly: [assistant] }, { posts: [manager], upTo: 99 }, { posts: [president] }]',
  ],
])('reads back %s of authority', (_name, levels) => {
  const read = readRulebook(small.replace('sections:', `authority: ${levels}\nsections:`), 'en', interpreting);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  expect(readRulebook(writeRulebook(read), 'en', interpreting)).toEqual(read);
});

test('the small one says what it says', () => {
  expect(readRulebook(small, 'en', interpreting)).toEqual({
    title: { 'zh-CN': '小店规定', en: 'Rules of a small shop' },
    inForceFrom: '2026-01-01',
    settings: [],
    authority: [
      { posts: ['manager', 'supervisor'], upTo: 30_000, staffOnly: ['supervisor'] },
      { posts: ['president'], upTo: null, staffOnly: [] },
    ],
    unit: 'yuan',
    sections: [
      {
        number: 1,
        source: '1',
        title: { 'zh-CN': '开店', en: 'Opening' },
        articles: [
          {
            number: '1.1',
            version: 1,
            inForceFrom: '2026-01-01',
            source: '1.1',
            section: { source: '1', title: { 'zh-CN': '开店', en: 'Opening' } },
            title: { 'zh-CN': '准时', en: 'On time' },
            text: { 'zh-CN': '准时开门，迟到10元。', en: 'Open on time; ¥10 when late.' },
            appliesTo: 'everyone',
            found: 'filed',
            tiers: [
              {
                key: 'plain',
                amount: 1000,
                per: 'occurrence',
                notice: false,
                label: { 'zh-CN': '一般情形', en: 'ordinary case' },
              },
            ],
          },
        ],
      },
    ],
  });
});

describe('a ladder', () => {
  const laddered = (written: string) => small.replace('tiers:\n          - fine: 10', written);
  const read = (text: string) => [faultLines(text, interpreting, english), faultLines(text, interpreting, chinese)];

  it('is all that its article costs', () => {
    const book = readRulebook(
      laddered('ladder: { months: 6, steps: [{ notice: true }, { fine: 10.5 }] }'),
      'en',
      interpreting,
    );
    if ('faults' in book) throw new Error(JSON.stringify(book.faults));
    expect(book.sections[0]?.articles[0]?.tiers).toEqual([
      {
        key: 'plain',
        amount: null,
        notice: false,
        ladder: {
          months: 6,
          steps: [
            { amount: null, notice: true },
            { amount: 1050, notice: false },
          ],
        },
        label: { 'zh-CN': '一般情形', en: 'ordinary case' },
      },
    ]);
    expect(writeRulebook(book)).toMatchInlineSnapshot(`
      "title:
        zh-CN: 小店规定
        en: Rules of a small shop
      inForceFrom: 2026-01-01
      authority:
        - posts:
            - manager
            - supervisor
          upTo: 300
          staffOnly:
            - supervisor
        - posts:
            - president
      sections:
        - number: 1
          source: "1"
          title:
            zh-CN: 开店
            en: Opening
          articles:
            - number: "1.1"
              source: "1.1"
              title:
                zh-CN: 准时
                en: On time
              text:
                zh-CN: 准时开门，迟到10元。
                en: Open on time; ¥10 when late.
              binds: everyone
              ladder:
                months: 6
                steps:
                  - notice: true
                  - fine: 10.5
      "
    `);
    expect(readRulebook(writeRulebook(book), 'en', interpreting)).toEqual(book);
  });

  test.each([
    ['beside tiers', 'tiers: [{ fine: 10 }]\n        ladder: { steps: [{ fine: 1 }, { fine: 2 }] }'],
    ['of a procedure', 'found: procedure\n        ladder: { steps: [{ fine: 1 }, { fine: 2 }] }'],
    ['of one step', 'ladder:\n          steps:\n            - fine: 1'],
    ['of a step that says nothing', 'ladder:\n          steps:\n            - {}\n            - { notice: false }'],
    ['without steps', 'ladder: { months: 12 }'],
    ['of no months', 'ladder: { months: 0, steps: [{ fine: 1 }, { fine: 2 }] }'],
    ['of open amounts', 'ladder: { steps: [{ fine: open }, { fine: 2 }] }'],
    ['of an unknown key', 'ladder: { steps: [{ fine: 1 }, { fine: 2, per: item }] }'],
  ])('%s is a fault', (_name, written) => {
    expect(read(laddered(written))).toMatchSnapshot();
  });

  it('is of whole points', () => {
    const half = laddered('ladder: { steps: [{ fine: 1 }, { fine: 2.5 }] }').replace(
      'sections:',
      'unit: points\nsections:',
    );
    expect(read(half)).toEqual([
      ['line 12: points are whole; write a figure without a fraction'],
      ['第 12 行：分数是整数，不带小数'],
    ]);
  });
});

describe('what is wrong is named with its line', () => {
  /** What is changed in the small one, and what is said of it. */
  test.each<[string, string, string, string[]]>([
    [
      'a figure that is no number',
      'fine: 10',
      'fine: 1o',
      ['line 12: sections.0.articles.0.tiers.0.fine: Invalid input'],
    ],
    [
      'a figure below zero',
      'fine: 10',
      'fine: -1',
      ['line 12: sections.0.articles.0.tiers.0.fine: Too small: expected number to be >0'],
    ],
    [
      'finer than a fen',
      'fine: 10',
      'fine: 1.005',
      ['line 12: sections.0.articles.0.tiers.0.fine: Invalid number: must be a multiple of 0.01'],
    ],
    [
      'an unknown key',
      'binds:',
      'bind:',
      [
        'line 7: sections.0.articles.0.binds: Invalid input',
        'line 10: sections.0.articles.0.bind: Unrecognized key: "bind"',
      ],
    ],
    ['an unknown post', 'binds: everyone', 'binds: [cook]', ['line 10: sections.0.articles.0.binds.0: Invalid option']],
    [
      'a number without its quotes',
      '"1.1"',
      '1.1',
      ['line 7: sections.0.articles.0.number: Invalid input: expected string'],
    ],
    [
      'one language only',
      'title: { zh-CN: 准时, en: On time }',
      'title: { zh-CN: 准时 }',
      ['line 8: sections.0.articles.0.title.en'],
    ],
    ['an empty text', 'zh-CN: 准时,', 'zh-CN: " ",', ['line 8: sections.0.articles.0.title.zh-CN: Too small']],
    ['no day', 'inForceFrom: 2026-01-01', 'inForceFrom: 2026-02-30', ['line 2: inForceFrom: Invalid ISO date']],
    [
      'another section',
      '"1.1"',
      '"2.1"',
      ['line 7: article 2.1 stands in section 1, so its number must begin with 1.'],
    ],
    ['nothing that follows', '\n          - fine: 10', ' []', ['line 7: article 1.1 has no tiers']],
    ['a tier that says nothing', '- fine: 10', '- notice: true', ['line 12: it does not say what follows']],
    ['two prices', '- fine: 10', '- { fine: 10, compensation: open }', ['line 12: a situation has one of']],
    [
      'several tiers without labels',
      '- fine: 10',
      '- fine: 10\n          - { key: bad, fine: 20 }',
      [
        'line 12: where an article covers several situations, each needs a label',
        'line 13: where an article covers several situations, each needs a label',
      ],
    ],
    [
      'the same tier twice',
      '- fine: 10',
      '- { fine: 10, label: { zh-CN: 甲, en: a } }\n          - { fine: 20, label: { zh-CN: 乙, en: b } }',
      ['line 13: “plain” is there twice'],
    ],
    [
      'the same article twice',
      '          - fine: 10',
      '          - fine: 10\n      - number: "1.1"\n        title: { zh-CN: 甲, en: a }\n        text: { zh-CN: 甲, en: a }\n        binds: everyone\n        tiers: [{ fine: 1 }]',
      ['line 13: “1.1” is there twice'],
    ],
    [
      'tiers of a procedure',
      'binds: everyone',
      'binds: everyone\n        found: procedure',
      ['line 12: article 1.1 is found: procedure, so it cannot have tiers'],
    ],
    [
      'a unit of no figure',
      '- fine: 10',
      '- { fine: open, per: item }',
      ['line 12: per goes with a fine of a fixed amount only'],
    ],
    [
      'an alias of two words',
      '- fine: 10',
      '- { fine: 10, aliases: [so late] }',
      ['line 12: sections.0.articles.0.tiers.0.aliases.0: Invalid string'],
    ],
    ...(
      [
        [
          'five levels',
          '[{ posts: [clerk], upTo: 1 }, { posts: [supervisor], upTo: 9 }, { posts: [deputy], upTo: 10 }, { posts: [manager], upTo: 99 }, { posts: [president] }]',
          'there are at most 4 levels of authority',
        ],
        [
          'another last',
          '[{ posts: [supervisor], upTo: 9 }, { posts: [manager] }]',
          'the last level is [president], who signs the regulation',
        ],
        [
          'a post in two levels',
          '[{ posts: [supervisor, manager], upTo: 9 }, { posts: [manager], upTo: 99 }, { posts: [president] }]',
          'manager stands in two levels; a post belongs to one',
        ],
        [
          'a limit that falls',
          '[{ posts: [supervisor], upTo: 99 }, { posts: [manager], upTo: 99 }, { posts: [president] }]',
          'the limits rise from level to level, so this upTo is above 99',
        ],
        ['no limit', '[{ posts: [manager, supervisor] }, { posts: [president] }]', 'it does not say up to how much'],
        [
          'a limit of the last',
          '[{ posts: [manager, supervisor], upTo: 9 }, { posts: [president], upTo: 99 }]',
          'the last level decides all that is beyond, so it has no upTo',
        ],
        [
          'others about staff',
          '[{ posts: [manager, supervisor], upTo: 9, staffOnly: [deputy] }, { posts: [president] }]',
          'staffOnly names posts of its own level, and the last level has none',
        ],
        [
          'a post there is not',
          '[{ posts: [boss], upTo: 9 }, { posts: [president] }]',
          'authority.0.posts.0: Invalid option',
        ],
      ] as const
    ).map(([name, levels, says]): [string, string, string, string[]] => [
      `authority with ${name}`,
      'sections:',
      `authority: ${levels}\nsections:`,
      [`line 3: ${says}`],
    ]),
    [
      'half a point',
      small.slice(small.indexOf('sections:')),
      `unit: points\n${small.slice(small.indexOf('sections:')).replace('fine: 10', 'fine: 1.5')}`,
      ['line 13: points are whole; write a figure without a fraction'],
    ],
    ['an unknown unit', 'sections:', 'unit: stars\nsections:', ['line 3: unit: Invalid option']],
    [
      'a setting that is none',
      '- fine: 10',
      '- fine: 10\n        settings:\n          treshold: { value: 3, reading: { zh-CN: 三, en: three } }',
      ['line 14: “treshold” is no setting, and this article has none; take it out'],
    ],
    [
      'a setting that is none, beside an article that has some',
      '      - number: "1.1"\n',
      '      - number: "1.32"\n        settings:\n          treshold: { value: 3, reading: { zh-CN: 三, en: three } }\n',
      ['line 9: “treshold” is no setting; of this article there are caseThreshold, caseWindowMonths'],
    ],
    [
      'a setting of another article',
      '- fine: 10',
      '- fine: 10\n        settings:\n          weeklyReplacesMorning: { value: true, reading: { zh-CN: 三, en: three } }',
      ['line 14: weeklyReplacesMorning does not interpret 1.1; it stands under 2.1 or 2.2'],
    ],
    ...(
      [
        ['no number', 'value: three', 'value: Invalid input: expected number, received string'],
        ['no value', '', 'value: Invalid input: expected nonoptional, received undefined'],
        ['a half', 'value: 2.5', 'value: Invalid input: expected int, received number'],
        ['too small', 'value: 0', 'value: Too small: expected number to be >=1'],
        ['too large', 'value: 100', 'value: Too big: expected number to be <=99'],
      ] as const
    ).map(([name, value, says]): [string, string, string, string[]] => [
      `a setting with ${name}`,
      '      - number: "1.1"\n',
      `      - number: "1.32"\n        settings:\n          caseThreshold:\n            reading: { zh-CN: 三, en: three }\n            ${value}\n`,
      [`line ${value === '' ? 9 : 11}: sections.0.articles.0.settings.caseThreshold.${says}`],
    ]),
    [
      'an hour that is none',
      '      - number: "1.1"\n',
      '      - number: "2.2"\n        settings:\n          reportsFrom: { value: "24:30", reading: { zh-CN: 三, en: three } }\n',
      ['line 9: sections.0.articles.0.settings.reportsFrom.value: Invalid ISO time'],
    ],
    [
      'a kind of proposal that there is not',
      '      - number: "1.1"\n',
      '      - number: "1.8"\n        settings:\n          proposalsOff: { value: [punchLat], reading: { zh-CN: 三, en: three } }\n',
      ['line 9: sections.0.articles.0.settings.proposalsOff.value: Invalid input'],
    ],
    [
      'a reading in one language',
      '      - number: "1.1"\n',
      '      - number: "1.32"\n        settings:\n          caseThreshold: { value: 3, reading: { en: three } }\n',
      ['line 9: sections.0.articles.0.settings.caseThreshold.reading.zh-CN: Invalid input'],
    ],
    [
      'a reading that names a part there is not',
      '      - number: "1.1"\n',
      '      - number: "1.32"\n        settings:\n          caseThreshold: { value: 3, reading: { zh-CN: 三, en: "{number} cases" } }\n',
      ['line 9: the value has no part {number}; in a reading {value} stands for the value, {part} for a part of it'],
    ],
    [
      'a setting twice',
      '- fine: 10',
      '- fine: 10\n      - number: "1.8"\n        title: { zh-CN: 甲, en: a }\n        text: { zh-CN: 甲, en: a }\n        binds: everyone\n        found: procedure\n        settings:\n          proposalsOff: { value: [], reading: { zh-CN: 甲, en: a } }\n  - number: 3\n    title: { zh-CN: 甲, en: a }\n    articles:\n      - number: "3.1"\n        title: { zh-CN: 甲, en: a }\n        text: { zh-CN: 甲, en: a }\n        binds: everyone\n        found: procedure\n        settings:\n          proposalsOff: { value: [], reading: { zh-CN: 甲, en: a } }',
      ['line 29: “proposalsOff” is there twice'],
    ],
    ['no sections', 'sections:', 'parts:', ['line 1: sections', 'line 3: parts: Unrecognized key']],
    ['broken YAML', 'binds: everyone', 'binds: [everyone', ['line 1', 'this is not valid YAML']],
    [
      'the same key twice',
      'inForceFrom: 2026-01-01',
      'inForceFrom: 2026-01-01\ninForceFrom: 2026-01-01',
      ['line 3: this is not valid YAML: Map keys must be unique'],
    ],
  ])('%s', (_name, from, to, expected) => {
    expect(small).toContain(from);
    const said = faultLines(small.replace(from, to), interpreting, english).join('\n');
    for (const part of expected) expect(said).toContain(part);
    expect(faultLines(small.replace(from, to), interpreting, chinese)[0]).toMatch(/^第 \d+ 行：/u);
  });

  it('nothing at all, or no map', () => {
    expect(faultLines('', interpreting, english)).toEqual(['line 1: Invalid input: expected object, received null']);
    expect(faultLines('- a', interpreting, english)).toEqual([
      'line 1: Invalid input: expected object, received array',
    ]);
  });
});

describe('the version in force', () => {
  const [first] = articles;
  if (first === undefined) throw new Error('the regulation has no articles');
  const book = [
    ...articles,
    { ...first, version: 2, inForceFrom: '2026-12-01' },
    { ...first, version: 3, inForceFrom: '2026-12-10' },
  ];
  test.each([
    ['2014-12-31', []],
    ['2015-01-01', [1]],
    ['2026-11-30', [1]],
    ['2026-12-01', [2]],
    ['2026-12-09', [2]],
    ['2026-12-10', [3]],
    ['2030-01-01', [3]],
  ])('on %s is %j', (date, versions) => {
    const found = inForceOn(book, date);
    expect(found.filter(({ number }) => number === first.number).map(({ version }) => version)).toEqual(versions);
    if (versions.length > 0) expect(found.map(({ number }) => number)).toEqual(articles.map(({ number }) => number));
  });
});

test('every article names its number in the regulation', () => {
  const differing = rulebook.sections
    .flatMap(section => section.articles)
    .map(({ number, source }) => `${number} ${source}`)
    .filter(name => /^(?:2\.[3-6]|3\.2\.|9\.|1\.1 )/u.test(name));
  expect(differing).toEqual([
    '1.1 一、1',
    '2.3 二、3',
    '2.4 二、3（第二个）',
    '2.5 二、4',
    '2.6 二、5',
    '3.2.1 三、2.1',
    '3.2.2 三、2.2',
    '3.2.3 三、2.3',
    '3.2.4 三、2.4',
    '9.1 九',
    '9.2 九',
  ]);
});
