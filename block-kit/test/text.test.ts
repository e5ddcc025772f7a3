import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunks, clip, escapeMrkdwn, fit as fitLines, neutral, plain } from '../text.ts';
import { validateMessage } from '../validate.ts';
import { chars, mrkdwn, section } from './samples.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      '&',
      '<',
      '>',
      '&amp;',
      '*',
      '_',
      '~',
      '`',
      '@here',
      '@',
      '!',
      '|',
      'a',
      ' ',
      '\n',
      '\u200b',
      '\u202e',
      '\u0301',
      '\ud800',
      '👍',
      FAMILY,
    ),
    maxLength: 120,
  }),
);

describe('clip', () => {
  test.each<[string, number, string]>([
    ['', 5, ''],
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['two words', 5, 'two…'],
    ['请假三天', 3, '请假…'],
    ['👍👍👍', 5, '👍👍…'],
    ['👍👍👍', 4, '👍…'],
    [`a${FAMILY}b`, 8, 'a…'],
    [FAMILY, 8, '👨‍👩‍…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['🇨🇳🇨🇳', 7, '🇨🇳…'],
    ['a &amp; b', 5, 'a…'],
    ['a &amp; b', 8, 'a &amp;…'],
    ['R&D department', 4, 'R&D…'],
    ['by <@U012AB> and <#C1|x>', 8, 'by…'],
    ['by <@U012AB> and <#C1|x>', 13, 'by <@U012AB>…'],
    ['by <@U012AB> and <#C1|x>', 19, 'by <@U012AB> and…'],
    ['1 <2 < 3', 5, '1 <2…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%j to %i', (text, max, clipped) => {
    expect(clip(text, max)).toBe(clipped);
  });

  test('never exceeds, never halves a character, keeps what fits', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 320 }), (text, max) => {
        const clipped = clip(text, max);
        expect(clipped.length).toBeLessThanOrEqual(max);
        if (text.length <= max) expect(clipped).toBe(text);
        if (!/\p{Surrogate}/u.test(text)) expect(clipped).not.toMatch(/\p{Surrogate}/u);
        expect(clip(clipped, max)).toBe(clipped);
      }),
    );
  });
});

test('escapeMrkdwn changes three characters and no others', () => {
  expect(escapeMrkdwn('a & b < c > "d" *e* _f_ ~g~ `h` \'i\' &amp;')).toBe(
    'a &amp; b &lt; c &gt; "d" *e* _f_ ~g~ `h` \'i\' &amp;amp;',
  );
});

describe('neutral', () => {
  test.each<[string, string]>([
    ['sick leave, 3 days', 'sick leave, 3 days'],
    ['家里有事，请假三天。', '家里有事，请假三天。'],
    ['<!channel> <!here> <!everyone>', '&lt;!channel&gt; &lt;!here&gt; &lt;!everyone&gt;'],
    ['<@U123> <!subteam^S1> <#C1|x>', '&lt;@U123&gt; &lt;!subteam^S1&gt; &lt;#C1|x&gt;'],
    ['<https://evil.example|https://bank.example>', '&lt;https://evil.example|https://bank.example&gt;'],
    ['&lt;!channel&gt;', '&amp;lt;!channel&amp;gt;'],
    [
      '@here @Channel @everyone @group a@example.com',
      '@\u200bhere @\u200bChannel @\u200beveryone @\u200bgroup a@example.com',
    ],
    ['@\u200bhere', '@\u200bhere'],
    ['*bold* _italic_ ~gone~ `code`', '＊bold＊ ＿italic＿ ～gone～ ｀code｀'],
    ['```\nblock\n```', '｀｀｀\nblock\n｀｀｀'],
    ['snake_case tb_1234_5 3*5 3~5 a**b', 'snake_case tb_1234_5 3*5 3~5 a**b'],
    ['好的~ *重要*内容', '好的～ ＊重要＊内容'],
    ['a`b', 'a｀b'],
    ['> quoted\n >> again\na > b', '＞ quoted\n ＞＞ again\na &gt; b'],
    ['a\r\nb\rc\u2028d\te', 'a\nb\nc\nd e'],
    ['a\u0000b\u0007c\u001b[31md\u009f', 'abc[31md'],
    ['\u202egnp.exe\u202c \u2066x\u2069', 'gnp.exe x'],
    ['in\u200bvis\ufeffi\u2060ble\u3164', 'invisible'],
    ['half \ud83d pair', 'half \ufffd pair'],
    [`z${'\u0301'.repeat(1000)}!`, `z${'\u0301'.repeat(4)}!`],
    [`${FAMILY} 👍🏽 🏳️‍🌈 می‌خواهم`, `${FAMILY} 👍🏽 🏳️‍🌈 می‌خواهم`],
    ['a\n\n\n\n\nb', 'a\n\nb'],
  ])('%j', (typed, shown) => {
    expect(neutral(typed)).toBe(shown);
  });

  test('leaves no markup of any kind', () => {
    fc.assert(
      fc.property(words, typed => {
        const shown = neutral(typed);
        expect(shown).not.toMatch(/[<>]/u);
        expect(shown.replace(/&(?:amp|lt|gt);/gu, '')).not.toContain('&');
        expect(shown).not.toMatch(/@(?:here|channel|everyone|group)/iu);
        expect(shown).not.toMatch(/`|(?:^|[^A-Za-z0-9*_~])[*_~]|[*_~](?:$|[^A-Za-z0-9*_~])/u);
        expect(shown).not.toMatch(/^\s*&gt;/mu);
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|[^\P{Cc}\n]|\p{M}{5}/u);
      }),
    );
  });

  test('takes long and nasty words quickly and still fits a section', () => {
    for (const unit of ['_', '*a', '>', '\n', '\u0301', '&', '👍', ' ', '`', '@here']) {
      const text = clip(neutral(unit.repeat(40_000)), 3000);
      expect(text.length).toBeLessThanOrEqual(3000);
      expect(validateMessage({ text: 'a', blocks: [section({ text: mrkdwn(text) })] })).toEqual([]);
    }
  });
});

test.each<[string, number, string]>([
  ['  Wang Xiaoming ', 75, 'Wang Xiaoming'],
  ['a & b <c> *d*', 75, 'a & b <c> *d*'],
  ['\u202eabc', 75, 'abc'],
  [chars(80), 75, `${chars(74)}…`],
  ['', 75, '–'],
  [' \n\u200b\u3164\u0301\u200d', 75, '–'],
])('plain(%j, %i)', (typed, max, shown) => {
  expect(plain(typed, max)).toBe(shown);
});

describe('chunks', () => {
  test.each<[string[], number, string[]]>([
    [[], 10, []],
    [['a', 'b'], 10, ['a\nb']],
    [['aaaa', 'bbbb', 'cc'], 9, ['aaaa\nbbbb', 'cc']],
    [['aaaa', 'bbbb', 'cc'], 8, ['aaaa', 'bbbb\ncc']],
    [['a', '', 'b'], 10, ['a\n\nb']],
    [['', ' '], 10, []],
    [['abcdefgh', 'i'], 5, ['abcde', 'fgh\ni']],
    [['ab👍👍'], 5, ['ab👍', '👍']],
    [['ab&amp;cd'], 5, ['ab', '&amp;', 'cd']],
  ])('%j of %i', (lines, max, texts) => {
    expect(chunks(lines, max)).toEqual(texts);
  });

  test('each fits and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), fc.integer({ min: 5, max: 100 }), (lines, max) => {
        const texts = chunks(lines, max);
        expect(texts.filter(text => text.length > max || text.trim() === '')).toEqual([]);
        const solid = (all: string[]) => all.join('').replace(/\s/gu, '');
        expect(solid(texts)).toBe(solid(lines));
      }),
    );
  });
});

describe('fit', () => {
  const more = (left: number) => `and ${left} more`;
  test.each<[string[], number, string]>([
    [[], 10, ''],
    [['a', 'b', 'c'], 5, 'a\nb\nc'],
    [['aaaaa', 'bbbbb', 'ccccc'], 17, 'aaaaa\nbbbbb\nccccc'],
    [['aaaaa', 'bbbbb', 'ccccc'], 16, 'aaaaa\nand 2 more'],
    [['aaaaaaaaaaaaaaaa', 'b'], 14, 'aa…\nand 1 more'],
    [['aaaaaaaaaaaaaaaa'], 10, 'aaaaaaaaa…'],
    [['aaaaaaaaaaaaaaaa', 'b'], 10, 'and 2 more'],
    [['aaaaaaaaaaaaaaaa', 'b'], 6, 'and 2…'],
  ])('%j in %i', (lines, max, text) => {
    expect(fitLines(lines, { max, more })).toBe(text);
  });

  test('with another separator', () => {
    expect(fitLines(['甲', '乙', '丙', '丁', '戊'], { max: 8, more: left => `等 ${left} 人`, separator: '、' })).toBe(
      '甲、等 4 人',
    );
  });

  test('300 people with names of 200 characters fit in a message', () => {
    const names = Array.from({ length: 300 }, (_, index) => `${index + 1}. ${'名'.repeat(200)}`);
    const texts = chunks(fitLines(names, { max: 9000, more }).split('\n'), 3000);
    expect(texts.at(-1)).toMatch(/and 257 more$/u);
    expect(validateMessage({ text: 'sheet', blocks: texts.map(text => section({ text: mrkdwn(text) })) })).toEqual([]);
  });

  test('never exceeds, and counts everyone', () => {
    const lines = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(line => line.replace(/\n/gu, ' ')),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(lines, fc.integer({ min: 60, max: 400 }), (all, max) => {
        const text = fitLines(all, { max, more });
        expect(text.length).toBeLessThanOrEqual(max);
        const left = /and (\d+) more$/u.exec(text);
        const shown = text === '' ? 0 : text.split('\n').length - (left ? 1 : 0);
        expect(shown + Number(left?.[1] ?? 0)).toBe(all.length);
      }),
    );
  });
});
