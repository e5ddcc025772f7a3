/** A rulebook as it is written in a file: read and checked, each fault with its line. */
import { isMap, isNode, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type AmountUnit, yuan } from '../../kernel/money.ts';
import type { Level } from '../../member/post.ts';
import type { Article, Ladder, Tier } from './article.ts';
import { faultsOfAuthority, levelsOf } from './authority.ts';
import type { Fault, Found, Path } from './fault.ts';
import { LEAST_STEPS } from './ladder.ts';
import {
  ORDINARY,
  rulebookSchema,
  type Written,
  type WrittenArticle,
  type WrittenLadder,
  type WrittenTier,
} from './schema.ts';
import { faultsOfSettings, type Interpreting, type Setting, settingsOfArticle } from './setting.ts';

/** A whole rulebook, its articles in order and in force from one day. */
export interface Rulebook {
  title: Record<Locale, string>;
  inForceFrom: CivilDate;
  /** 8.1, 8.4: who decides up to how much for one person and one incident, the lowest level first. */
  authority: readonly Level[];
  /** What its amounts are in. */
  unit: AmountUnit;
  sections: readonly Section[];
  /** What stands beside the articles. */
  settings: readonly Setting[];
}

export interface Section {
  number: number;
  source: string;
  title: Record<Locale, string>;
  articles: readonly Article[];
}

const libraryWords = { 'zh-CN': z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** Reads a rulebook, or finds everything wrong in it, in the order of its lines. */
export function readRulebook(text: string, locale: Locale, interpreting: Interpreting): Rulebook | { faults: Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    // One broken line breaks those after it: only the first says something.
    const [{ pos, message }] = document.errors as [YAMLParseError];
    return { faults: [{ line: lines.linePos(pos[0]).line, where: '', what: { kind: 'yaml', says: message } }] };
  }
  const at = (path: Path, what: Fault['what']): Fault => ({
    line: lineOf(document, lines, path),
    where: path.join('.'),
    what,
  });
  const read = rulebookSchema.safeParse(document.toJS(), { error: libraryWords[locale] });
  const faults = read.success
    ? faultsAmong(read.data, interpreting, libraryWords[locale]).map(([path, what]) => at(path, what))
    : read.error.issues.flatMap(issue => shapeFaults(issue).map(([path, says]) => at(path, { kind: 'shape', says })));
  if (!read.success || faults.length > 0) return { faults: faults.toSorted((a, b) => a.line - b.line) };
  return made(read.data);
}

/** A key that is there twice or unknown stands at its own place, the rest at the value it is about. */
function shapeFaults(issue: z.core.$ZodIssue): [Path, string][] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => [[...issue.path, key], issue.message]);
  if (issue.code !== 'invalid_union') return [[issue.path, issue.message]];
  // Of several ways to write it, the one that came furthest says what is wrong.
  const furthest = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0]?.[0];
  if (furthest === undefined || depthOf([furthest]) === 0) return [[issue.path, issue.message]];
  return [[[...issue.path, ...furthest.path], furthest.message]];
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

/** What the shape of the file cannot show. */
function faultsAmong(
  { authority, unit, sections }: Written,
  interpreting: Interpreting,
  error: z.core.$ZodErrorMap,
): Found[] {
  const faults = faultsOfAuthority({ authority, unit });
  const [seenSections, seenArticles, seenSettings] = [new Set<number>(), new Set<string>(), new Set<string>()];
  sections.forEach((section, s) => {
    const path = ['sections', s];
    if (seenSections.has(section.number))
      faults.push([[...path, 'number'], { kind: 'twice', name: String(section.number) }]);
    seenSections.add(section.number);
    section.articles.forEach((one, a) => {
      const here = [...path, 'articles', a];
      const { number } = one;
      if (seenArticles.has(number)) faults.push([[...here, 'number'], { kind: 'twice', name: number }]);
      seenArticles.add(number);
      if (!number.startsWith(`${section.number}.`))
        faults.push([[...here, 'number'], { kind: 'otherSection', article: number, section: section.number }]);
      faults.push(
        ...faultsOfTiers(one, here, unit),
        ...faultsOfLadder(one, here, unit),
        ...faultsOfSettings(one, here, interpreting, error),
      );
      for (const name of Object.keys(one.settings ?? {})) {
        if (seenSettings.has(name)) faults.push([[...here, 'settings', name], { kind: 'twice', name }]);
        seenSettings.add(name);
      }
    });
  });
  return faults;
}

function faultsOfTiers(
  { number, found = 'filed', tiers = [], ladder }: WrittenArticle,
  here: Path,
  unit: Written['unit'],
): Found[] {
  const faults: Found[] = [];
  if (found === 'filed' && tiers.length === 0 && ladder === undefined)
    faults.push([here, { kind: 'noPrice', article: number }]);
  if (found === 'procedure' && tiers.length > 0)
    faults.push([[...here, 'tiers'], { kind: 'priceOfProcedure', article: number }]);
  const names = new Set<string>();
  tiers.forEach((each, t) => {
    const path = [...here, 'tiers', t];
    const prices = [each.fine, each.compensation, each.onRecord].filter(price => price !== undefined);
    if (prices.length > 1) faults.push([path, { kind: 'severalPrices' }]);
    if (prices.length === 0 && each.leadsTo === undefined) faults.push([path, { kind: 'noPriceOfTier' }]);
    if (each.per !== undefined && typeof each.fine !== 'number')
      faults.push([[...path, 'per'], { kind: 'perWithoutFigure' }]);
    if (unit === 'points' && typeof each.fine === 'number' && !Number.isInteger(each.fine))
      faults.push([[...path, 'fine'], { kind: 'wholePoints' }]);
    if (tiers.length > 1 && each.label === undefined) faults.push([path, { kind: 'noKey' }]);
    for (const name of [each.key ?? 'plain', ...(each.aliases ?? []).map(alias => alias.toLowerCase())]) {
      if (names.has(name)) faults.push([path, { kind: 'twice', name }]);
      names.add(name);
    }
  });
  return faults;
}

/** A ladder is all that its article costs, and somebody has to file under it. */
function faultsOfLadder(
  { number, found = 'filed', tiers, ladder }: WrittenArticle,
  here: Path,
  unit: Written['unit'],
): Found[] {
  if (ladder === undefined) return [];
  const path = [...here, 'ladder'];
  const faults: Found[] = [];
  if (found !== 'filed') faults.push([path, { kind: 'ladderNotFiled', article: number }]);
  if (tiers !== undefined) faults.push([path, { kind: 'tiersBesideLadder', article: number }]);
  if (ladder.steps.length < LEAST_STEPS) faults.push([[...path, 'steps'], { kind: 'shortLadder' }]);
  ladder.steps.forEach(({ fine, notice, leadsTo }, at) => {
    const step = [...path, 'steps', at];
    if (fine === undefined && notice !== true && leadsTo === undefined) faults.push([step, { kind: 'noPriceOfStep' }]);
    if (unit === 'points' && fine !== undefined && !Number.isInteger(fine))
      faults.push([[...step, 'fine'], { kind: 'wholePoints' }]);
  });
  return faults;
}

function made({ title, inForceFrom, authority, unit = 'yuan', sections }: Written): Rulebook {
  return {
    title,
    inForceFrom,
    authority: levelsOf({ authority }),
    unit,
    sections: sections.map(({ number, source, title, articles }) => ({
      number,
      source: source ?? String(number),
      title,
      articles: articles.map(one => madeArticle(one, { source: source ?? String(number), title }, inForceFrom, unit)),
    })),
    settings: sections.flatMap(({ articles }) => articles.flatMap(settingsOfArticle)),
  };
}

function madeArticle(
  written: WrittenArticle,
  section: Article['section'],
  inForceFrom: CivilDate,
  unit: AmountUnit,
): Article {
  const { number, source, title, text, alsoCalled, binds, found, tiers, ladder } = written;
  return {
    number,
    version: 1,
    inForceFrom: written.inForceFrom ?? inForceFrom,
    source: source ?? number,
    section,
    title,
    text,
    ...(alsoCalled !== undefined && { alsoCalled }),
    appliesTo: binds,
    found: found ?? 'filed',
    ...(unit === 'points' && { unit }),
    tiers: ladder === undefined ? (tiers ?? []).map(madeTier) : [{ ...madeTier({}), ladder: madeLadder(ladder) }],
  };
}

function madeTier({ key, label, aliases, binds, fine, compensation, per, notice, leadsTo }: WrittenTier): Tier {
  const amount = typeof fine === 'number' ? yuan(fine) : (fine ?? compensation ?? null);
  return {
    key: key ?? 'plain',
    amount,
    ...(typeof amount === 'number' && { per: per ?? 'occurrence' }),
    ...(compensation !== undefined && { compensates: true as const }),
    notice: notice ?? false,
    ...(leadsTo !== undefined && { consequence: leadsTo }),
    label: label ?? ORDINARY,
    ...(aliases !== undefined && { aliases }),
    ...(binds !== undefined && { appliesTo: binds }),
  };
}

function madeLadder({ months, steps }: WrittenLadder): Ladder {
  return {
    ...(months !== undefined && { months }),
    steps: steps.map(({ fine, notice, leadsTo }) => ({
      amount: fine === undefined ? null : yuan(fine),
      notice: notice ?? false,
      ...(leadsTo !== undefined && { consequence: leadsTo }),
    })),
  };
}

/** The line of what a path leads to: of its key where it has one, else of the nearest thing around it. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: Path): number {
  let found = 1;
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step));
      if (pair === undefined) return found;
      found = startOf(pair.key, lines) ?? found;
      node = pair.value;
    } else {
      node =
        isNode(node) && 'get' in node ? (node as { get(key: unknown, keep: true): unknown }).get(step, true) : null;
      found = startOf(node, lines) ?? found;
    }
  }
  return found;
}

function startOf(node: unknown, lines: LineCounter): number | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? lines.linePos(range[0]).line : undefined;
}
