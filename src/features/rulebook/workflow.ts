/** The rulebook of the department: loaded once from its file, read from the database from then on. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CivilDate } from '../../kernel/civil.ts';
import type { Settings } from '../../kernel/settings.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import type { Article } from './article.ts';
import { compareNumbers, inForceOn } from './rules.ts';
import { differing, type Explicit, type Interpreting, isSame, type Setting, withEnvironment } from './setting.ts';
import {
  claimLoading,
  claimSettings,
  enterSettings,
  enterVersions,
  hasSettings,
  settingsOf,
  titleOf,
  versionsNamed,
  versionsOf,
  wholeOf,
} from './store.ts';
import { switchesByArticle } from './switch/workflow.ts';
import { type Rulebook, readRulebook } from './yaml.ts';

/** The regulation this bot was made for, where the department names no file of its own. */
const OURS = join(import.meta.dirname, 'regulation.yaml');

/** A file that cannot be the rulebook: with its text, which holds faults, or why it could not be read. */
export type Unusable = { file: string } & ({ text: string } | { why: string });

/** What a load asks of the house. */
export type Loading = Pick<Office, 'database' | 'wallClock'> & {
  /** What may stand beside articles. */
  interpreting: Interpreting;
};

/**
 * Loads a rulebook as version 1 where the department has none yet; one that has articles keeps them, whatever the file
 * says. Null when there is a rulebook afterwards. Several programs that start at once load it once.
 */
export async function loadRulebook(
  { database, wallClock, interpreting }: Loading,
  named: string | null,
): Promise<Unusable | null> {
  if ((await titleOf(database.read)) !== null) return null;
  const read = await readFrom(named, interpreting);
  if ('unusable' in read) return read.unusable;
  const { rulebook } = read;
  const articles = rulebook.sections.flatMap(section => section.articles);
  const now = wallClock.now();
  await database.transaction(async tx => {
    if (!(await claimLoading(tx, rulebook, now))) return;
    await enterVersions(tx, articles, now);
    await enterSettings(tx, rulebook.settings, now);
  });
  return null;
}

/** What became of the settings of a department that was loaded before they stood beside its articles. */
export interface Carried {
  entered: string[];
  /** Those that the environment said otherwise, which is what they are now. */
  fromEnvironment: string[];
}

/**
 * Gives a department from before its settings: those of the file it was loaded from, with what its environment sets
 * instead, so that it goes on as it was. Null where it has them, and where the file is not the one it was loaded from.
 */
export async function carrySettings(
  { database, wallClock, interpreting }: Loading,
  named: string | null,
  environment: readonly Explicit[],
): Promise<Carried | null> {
  const title = await titleOf(database.read);
  if (title === null || (await hasSettings(database.read))) return null;
  // It has its articles already, so a file that went away or went wrong since is no reason not to start.
  const read = await readFrom(named, interpreting);
  if ('unusable' in read || !isSame(read.rulebook.title, title)) return null;
  const { settings } = read.rulebook;
  const now = wallClock.now();
  return database.transaction(async tx => {
    if (!(await claimSettings(tx, now))) return null;
    const articles = new Set((await versionsOf(tx)).map(({ number }) => number));
    const there = settings.filter(({ article }) => articles.has(article));
    await enterSettings(tx, withEnvironment(there, environment), now);
    return {
      entered: there.map(({ name }) => name),
      fromEnvironment: [...new Set(differing(there, environment).map(({ setting }) => setting))],
    };
  });
}

/** Reads a file that is to be the rulebook, ours where none is named. */
async function readFrom(
  named: string | null,
  interpreting: Interpreting,
): Promise<{ rulebook: Rulebook } | { unusable: Unusable }> {
  const file = named ?? OURS;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (fault) {
    return { unusable: { file, why: (fault as Error).message } };
  }
  const rulebook = readRulebook(text, 'en', interpreting);
  return 'faults' in rulebook ? { unusable: { file, text } } : { rulebook };
}

/** The settings that stand beside articles, as the rulebook has them, in its order. */
export async function settingsIn(tx: Tx): Promise<Setting[]> {
  return (await settingsOf(tx)).toSorted((a, b) => compareNumbers(a.article, b.article));
}

/** What the rulebook says of the whole, as settings of the department. */
export async function wholeIn(tx: Tx): Promise<Pick<Settings, 'authority' | 'unit'>> {
  return wholeOf(tx);
}

/** Every version of every article with its switches, in the regulation's order: `inForceOn` says which of them hold on a day. */
export async function rulebookIn(tx: Tx): Promise<Article[]> {
  const switches = await switchesByArticle(tx);
  return (await versionsOf(tx))
    .toSorted((a, b) => compareNumbers(a.number, b.number) || a.version - b.version)
    .map(article => {
      const own = switches.get(article.number);
      return own === undefined ? article : { ...article, switches: own };
    });
}

/** Whatever names an article and the version it is judged by. */
interface Judged {
  article: string;
  articleVersion: number;
}

/** The articles by which these are judged: looked up with the answer; null where there is no such version any more. */
export async function articlesOf(tx: Tx, judged: readonly Judged[]): Promise<(by: Judged) => Article | null> {
  const wanted = new Map(
    judged.map(({ article, articleVersion }) => [
      `${article} ${articleVersion}`,
      { number: article, version: articleVersion },
    ]),
  );
  const found = await versionsNamed(tx, [...wanted.values()]);
  const byName = new Map(found.map(article => [`${article.number} ${article.version}`, article]));
  return ({ article, articleVersion }) => byName.get(`${article} ${articleVersion}`) ?? null;
}

/** The whole rulebook as it is in force on a day; null before it was loaded. */
export async function rulebookOn(tx: Tx, date: CivilDate): Promise<Rulebook | null> {
  const title = await titleOf(tx);
  if (title === null) return null;
  const articles = inForceOn(await rulebookIn(tx), date);
  const numbers = [...new Set(articles.map(({ number }) => Number(number.split('.')[0])))];
  const sections = numbers.map(number => {
    const own = articles.filter(article => article.number.startsWith(`${number}.`));
    const { source, title: name } = own[0]?.section ?? { source: '', title };
    return { number, source, title: name, articles: own };
  });
  const [inForceFrom = date] = articles.map(article => article.inForceFrom).sort();
  const whole = { ...(await wholeOf(tx)), settings: await settingsIn(tx) };
  return { title, inForceFrom, sections, ...whole };
}
