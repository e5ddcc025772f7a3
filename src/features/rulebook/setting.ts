/** Settings of the department as its rulebook has them: each beside the article it interprets, with the reading in words. */
import type { z } from 'zod';
import type { Locale } from '../../kernel/locale.ts';
import type { Settings } from '../../kernel/settings.ts';
import type { Found, Path } from './fault.ts';
import type { WrittenArticle } from './schema.ts';

export interface Setting {
  /** As the features call it: `caseThreshold`. */
  name: string;
  /** The article it stands beside. */
  article: string;
  value: unknown;
  /** What the source leaves open and how it is read; `{value}` in it, or `{part}` of a value of several, stands for the figure. */
  reading: Record<Locale, string>;
}

/** What may stand beside articles, by its name: which of them it interprets, and what its value may be. */
export type Interpreting = ReadonlyMap<string, { articles: readonly string[]; schema: z.ZodType }>;

/** A setting, or a part of one, as the environment has it. */
export interface Explicit {
  setting: string;
  part?: string;
  /** The variable that says so. */
  variable: string;
  value: unknown;
}

/** A setting as people read it beside its article. */
export interface SettingInForce extends Setting {
  /** The value the rulebook has, where another one is in force; of one of several parts, those that differ. */
  instead?: unknown;
}

type ErrorWords = z.core.$ZodErrorMap;

/** What is wrong with the settings of one article. */
export function faultsOfSettings(
  { number, settings = {} }: WrittenArticle,
  here: Path,
  interpreting: Interpreting,
  error: ErrorWords,
): Found[] {
  return Object.entries(settings).flatMap(([name, { value, reading }]): Found[] => {
    const path = [...here, 'settings', name];
    const known = interpreting.get(name);
    if (known === undefined) {
      const own = [...interpreting].flatMap(([each, { articles }]) => (articles.includes(number) ? each : []));
      return [[path, { kind: 'unknownSetting', name, known: own }]];
    }
    const { articles: interprets, schema } = known;
    if (!interprets.includes(number)) return [[path, { kind: 'settingElsewhere', name, article: number, interprets }]];
    const read = schema.safeParse(value, { error });
    if (!read.success)
      return read.error.issues.map(issue => [
        [...path, 'value', ...issue.path],
        { kind: 'shape', says: issue.message },
      ]);
    return Object.entries(reading).flatMap(([locale, text]) =>
      partsNamed(text)
        .filter(part => !hasPart(value, part))
        .map((part): Found => [[...path, 'reading', locale], { kind: 'noSuchPart', part }]),
    );
  });
}

/** The settings written beside an article, in the order of their names. */
export function settingsOfArticle({ number, settings = {} }: WrittenArticle): Setting[] {
  return Object.entries(settings)
    .map(([name, { value, reading }]) => ({ name, article: number, value, reading }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What holds: the defaults, before them what the rulebook says, before that what the environment sets. */
export function settingsInForce(
  defaults: Settings,
  written: readonly Setting[],
  environment: readonly Explicit[],
): Settings {
  const all: Record<string, unknown> = { ...defaults };
  for (const { name, value } of written) all[name] = value;
  for (const one of environment) all[one.setting] = replaced(all[one.setting], one);
  return all as unknown as Settings;
}

/** The settings with what the environment sets in the place of their values. */
export function withEnvironment(written: readonly Setting[], environment: readonly Explicit[]): Setting[] {
  return written.map(one => {
    const own = environment.filter(({ setting }) => setting === one.name);
    return { ...one, value: own.reduce(replaced, one.value) };
  });
}

function replaced(before: unknown, { part, value }: Explicit): unknown {
  return part === undefined ? value : { ...(before as object), [part]: value };
}

/** The settings with the values that are in force. */
export function withValuesInForce(written: readonly Setting[], inForce: Settings): SettingInForce[] {
  const values = inForce as unknown as Record<string, unknown>;
  return written.map(one => {
    const value = values[one.name];
    return isSame(value, one.value) ? one : { ...one, value, instead: onlyOther(one.value, value) };
  });
}

/** What the environment sets to something else than the rulebook says. */
export function differing(
  written: readonly Omit<Setting, 'reading'>[],
  environment: readonly Explicit[],
): (Explicit & { article: string; instead: unknown })[] {
  return environment.flatMap(explicit => {
    const one = written.find(({ name }) => name === explicit.setting);
    if (one === undefined) return [];
    const instead =
      explicit.part === undefined ? one.value : (one.value as Record<string, unknown> | null)?.[explicit.part];
    return isSame(explicit.value, instead) ? [] : [{ ...explicit, article: one.article, instead }];
  });
}

/** The reading with its figures, as `say` writes a value; where the reading names none, the value stands behind it. */
export function readingOf(
  { reading, value }: Setting,
  locale: Locale,
  colon: string,
  say: (value: unknown) => string,
): string {
  const text = reading[locale];
  if (partsNamed(text).length === 0) return `${text.replace(/[。.]$/u, '')}${colon}${say(value)}`;
  return text.replace(PART, (whole, part: string) => {
    if (!hasPart(value, part)) return whole;
    return say(part === 'value' ? value : (value as Record<string, unknown>)[part]);
  });
}

const PART = /\{([a-zA-Z]+)\}/gu;

function partsNamed(text: string): string[] {
  return [...text.matchAll(PART)].map(([, part = '']) => part);
}

function hasPart(value: unknown, part: string): boolean {
  if (part === 'value') return !isOfParts(value);
  return isOfParts(value) && Object.hasOwn(value, part);
}

function isOfParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function onlyOther(value: unknown, than: unknown): unknown {
  if (!isOfParts(value) || !isOfParts(than)) return value;
  const parts = than as Record<string, unknown>;
  return Object.fromEntries(Object.entries(value).filter(([part, each]) => !isSame(each, parts[part])));
}

/** Whatever the order in which a database keeps the parts. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (!isOfParts(value)) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
