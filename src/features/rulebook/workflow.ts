/** The rulebook of the department: loaded once from its file, read from the database from then on. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CivilDate } from '../../kernel/civil.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import type { Article } from './article.ts';
import { compareNumbers, inForceOn } from './rules.ts';
import { claimLoading, enterVersions, titleOf, versionsNamed, versionsOf } from './store.ts';
import { type Rulebook, readRulebook } from './yaml.ts';

/** The regulation this bot was made for, where the department names no file of its own. */
const OURS = join(import.meta.dirname, 'regulation.yaml');

/** A file that cannot be the rulebook: with its text, which holds faults, or why it could not be read. */
export type Unusable = { file: string } & ({ text: string } | { why: string });

/**
 * Loads a rulebook as version 1 where the department has none yet; one that has articles keeps them, whatever the file
 * says. Null when there is a rulebook afterwards. Several programs that start at once load it once.
 */
export async function loadRulebook(
  { database, wallClock }: Pick<Office, 'database' | 'wallClock'>,
  named: string | null,
): Promise<Unusable | null> {
  if ((await titleOf(database.read)) !== null) return null;
  const file = named ?? OURS;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (fault) {
    return { file, why: (fault as Error).message };
  }
  const rulebook = readRulebook(text, 'en');
  if ('faults' in rulebook) return { file, text };
  const articles = rulebook.sections.flatMap(section => section.articles);
  const now = wallClock.now();
  await database.transaction(async tx => {
    if (await claimLoading(tx, rulebook.title, now)) await enterVersions(tx, articles, now);
  });
  return null;
}

/** Every version of every article, in the regulation's order: `inForceOn` says which of them hold on a day. */
export async function rulebookIn(tx: Tx): Promise<Article[]> {
  return (await versionsOf(tx)).toSorted((a, b) => compareNumbers(a.number, b.number) || a.version - b.version);
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
  return { title, inForceFrom, sections };
}
