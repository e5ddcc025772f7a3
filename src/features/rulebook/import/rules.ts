/** What a file changes of a department's regulation: articles new, changed and gone, settings, and what it says of the whole. */
import type { CivilDate } from '../../../kernel/civil.ts';
import { latestOf } from '../amendment/rules.ts';
import type { Article, Tier } from '../article.ts';
import { compareNumbers } from '../rules.ts';
import type { Setting } from '../setting.ts';
import type { Rulebook } from '../yaml.ts';

/** What a rulebook says of the whole. */
export type Whole = Pick<Rulebook, 'title' | 'authority' | 'unit'>;

/** A version a file brings in. */
export interface Brought {
  /** The version before; null for an article that never was. */
  before: Article | null;
  after: Article;
  /** Duty or consequence are others: those it binds are asked to read it. */
  asks: boolean;
}

export interface ChangedSetting {
  name: string;
  article: string;
  /** Undefined where it was not there, or is not any more. */
  before: Setting | undefined;
  after: Setting | undefined;
}

export interface Plan {
  from: CivilDate;
  added: Brought[];
  changed: Brought[];
  /** The last version of what is not in the file. */
  gone: Article[];
  settings: ChangedSetting[];
  /** Those that are others by the file. */
  whole: Partial<{ [K in keyof Whole]: { before: Whole[K]; after: Whole[K] } }>;
}

/** Why a file cannot be brought in from that day. */
export type NotBrought =
  | { why: 'past'; today: CivilDate }
  /** A version of the article begins later, which this one would hide. */
  | { why: 'coming'; number: string; from: CivilDate }
  /** Amounts of cases are in the unit there is. */
  | { why: 'unit' };

/** What there is. */
export interface Present {
  whole: Whole;
  /** Every version of every article. */
  versions: readonly Article[];
  settings: readonly Setting[];
  hasCases: boolean;
}

/** What the file changes from that day on, or why it cannot. */
export function planOf(file: Rulebook, present: Present, from: CivilDate, today: CivilDate): Plan | NotBrought {
  if (from < today) return { why: 'past', today };
  const { title, authority, unit } = present.whole;
  if (file.unit !== unit && present.hasCases) return { why: 'unit' };
  const articles = file.sections.flatMap(section => section.articles);
  const numbers = [...new Set(present.versions.map(({ number }) => number))];
  const latest = new Map(
    numbers.map(number => [number, latestOf(present.versions.filter(each => each.number === number))]),
  );
  const brought = articles.flatMap(article => broughtBy(article, latest.get(article.number), from) ?? []);
  const named = new Set(articles.map(({ number }) => number));
  const gone = [...latest.values()].filter(({ number, ended }) => !named.has(number) && ended !== true);
  const hidden = [...brought.flatMap(({ before }) => before ?? []), ...gone].find(each => each.inForceFrom > from);
  if (hidden !== undefined) return { why: 'coming', number: hidden.number, from: hidden.inForceFrom };
  return {
    from,
    added: brought.filter(({ before }) => isNew(before)),
    changed: brought.filter(({ before }) => !isNew(before)),
    gone: gone.toSorted((a, b) => compareNumbers(a.number, b.number)),
    settings: changedSettings(present.settings, file.settings),
    whole: {
      ...(same(title, file.title) ? {} : { title: { before: title, after: file.title } }),
      ...(same(authority, file.authority) ? {} : { authority: { before: authority, after: file.authority } }),
      ...(unit === file.unit ? {} : { unit: { before: unit, after: file.unit } }),
    },
  };
}

/** Whether nothing is other than it was. */
export function isEmpty({ added, changed, gone, settings, whole }: Plan): boolean {
  return added.length + changed.length + gone.length + settings.length + Object.keys(whole).length === 0;
}

/** Whether it changes what a bot reads at its start alone. */
export function asksForStart({ settings, whole }: Plan): boolean {
  return settings.length > 0 || whole.authority !== undefined || whole.unit !== undefined;
}

/** The version with which an article ends: as it was, and no longer in force. */
export function endOf(article: Article, from: CivilDate): Article {
  return { ...article, version: article.version + 1, inForceFrom: from, ended: true };
}

function isNew(before: Article | null): boolean {
  return before === null || before.ended === true;
}

function broughtBy(article: Article, before: Article | undefined, from: CivilDate): Brought | null {
  if (before === undefined) return { before: null, after: { ...article, version: 1, inForceFrom: from }, asks: true };
  if (before.ended !== true && same(bodyOf(before), bodyOf(article))) return null;
  const after = { ...article, version: before.version + 1, inForceFrom: from };
  return { before, after, asks: before.ended === true || !same(dutyOf(before), dutyOf(after)) };
}

function bodyOf({ number: _, version: __, inForceFrom: ___, ...body }: Article): object {
  return body;
}

/** What somebody bound by it must know: what it asks, of whom, and what a breach costs. */
function dutyOf({ text, appliesTo, found, unit, tiers }: Article): object {
  return { text, appliesTo, found, unit, tiers: tiers.map(({ aliases: _, label: __, ...tier }: Tier) => tier) };
}

function changedSettings(present: readonly Setting[], file: readonly Setting[]): ChangedSetting[] {
  const names = [...new Set([...present, ...file].map(({ name }) => name))].sort();
  return names.flatMap(name => {
    const [before, after] = [present, file].map(all => all.find(each => each.name === name));
    if (same(before, after)) return [];
    return { name, article: (after ?? before)?.article ?? '', before, after };
  });
}

/** Whatever the order in which a database keeps the parts. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return parts.map(([name, part]) => [name, sorted(part)] as const).sort(([x], [y]) => (x < y ? -1 : 1));
}
