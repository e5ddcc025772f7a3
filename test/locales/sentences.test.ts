/** How people are spoken to: short sentences, one word for each thing, and nobody is sent to what does not exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { textsOf } from '../support/literals.ts';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(path => /(?:^|\/)(?:words[^/]*|house\.[^/]*)\.ts$/.test(path))
  .map(path => `src/${path}`)
  .concat('workspace/page/words.js');
const texts = files.flatMap(file => textsOf(readFileSync(file, 'utf8')).map(text => ({ file, text })));

const HAN = /\p{Script=Han}/u;
const most = { words: 25, characters: 40 };

/** What can be typed and what stands for an emoji is one thing to the eye. */
const sentencesOf = (text: string): string[] =>
  text
    .replace(/`[^`]*`/g, '…')
    .replace(/:[a-z_]+:/g, '')
    .split(/(?<=[。！？?!\n])|(?<=\.)\s/u);

const isTooLong = (sentence: string): boolean =>
  HAN.test(sentence)
    ? (sentence.match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|…/gu) ?? []).length > most.characters
    : (sentence.match(/[\p{L}\p{N}…]\S*/gu) ?? []).length > most.words;

const saying = (pattern: RegExp): string[] => texts.filter(({ text }) => pattern.test(text)).map(({ text }) => text);

describe('a sentence', () => {
  it('is found in every file of words', () => {
    const found = new Set(texts.map(({ file }) => file));
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter(file => !found.has(file) && !/\/words\.ts$/.test(file))).toEqual([]);
    expect(texts.length).toBeGreaterThan(2000);
  });

  it(`has at most ${most.words} English words or ${most.characters} Chinese characters`, () => {
    expect(texts.flatMap(({ text }) => sentencesOf(text).filter(isTooLong))).toEqual([]);
  });

  it.each([
    ['a sentence of twenty-five words', `${'word '.repeat(25)}.`, false],
    ['one of twenty-six', `${'word '.repeat(26)}.`, true],
    ['two of twenty', `${'word '.repeat(20)}. ${'word '.repeat(20)}.`, false],
    ['forty characters', '字'.repeat(40), false],
    ['forty-one', `${'字'.repeat(40)}，字。`, true],
    ['what is to be typed', `写 \`${'字'.repeat(60)}\`。`, false],
  ])('is counted: %s', (_, text, tooLong) => {
    expect(sentencesOf(text).some(isTooLong)).toBe(tooLong);
  });
});

describe('one word for each thing', () => {
  it.each([
    ['周例会', /周会|(?<![一二三四五六日])周例行会/u],
    ['月例会', /(?<!本)月会(?!议)/u],
    ['周总结会', /周日总结会/u],
    ['岗位', /职务/u],
    ['手续', /证明/u],
    ['delegate, decide for', /\blend\b|\blent\b|(?<!\.)\bloans?\b/iu],
    ['Morning out', /\bnoon (?:in|out)|evening out/iu],
  ])('%s', (_, other) => {
    expect(saying(other)).toEqual([]);
  });
});

describe('nobody is sent to what does not exist', () => {
  const named = (pattern: RegExp) =>
    new Set(texts.flatMap(({ text }) => [...text.matchAll(pattern)].map(each => each[1])));

  it('a command', () => {
    const ours = new Set<string | undefined>(commands.map(({ name }) => name));
    // The bot's own, under which all others are; Slack's, for inviting the bot; and a path that begins like a command.
    for (const other of ['/tiaoli', '/invite', '/readyz']) ours.add(other);
    const typed = named(/`(\/[a-z]+)/g);
    expect(typed.size).toBeGreaterThan(8);
    expect([...typed].filter(name => !ours.has(name))).toEqual([]);
  });

  it('an administrator’s command', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const run = named(/npm run ([a-z]+)/g);
    expect(run.size).toBeGreaterThan(3);
    expect([...run].filter(name => name === undefined || !(name in scripts))).toEqual([]);
  });

  it('a setting', () => {
    const known = readFileSync('.env.example', 'utf8');
    const settings = named(/\b([A-Z]{3,}_[A-Z_]+[A-Z])\b/g);
    expect(settings.size).toBeGreaterThan(5);
    expect([...settings].filter(name => name === undefined || !known.includes(name))).toEqual([]);
  });

  it('a punch made up for, a closed sheet corrected, or a bot that files nothing and yet files', () => {
    expect(saying(/补卡要|有出入请找|make-up punch|系统不会自己提出|nothing is filed by itself/u)).toEqual([]);
  });
});
