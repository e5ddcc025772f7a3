/** How an article of the rulebook is found, how its tiers are named, and whom it binds. */
import type { CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Post } from '../../member/post.ts';
import type { Article, Bound, Tier } from './article.ts';
import { offOn } from './switch/rules.ts';

/** Of every version of every article those in force on a day, one of each, in their order; each with whether it is off that day. */
export function inForceOn(book: readonly Article[], date: CivilDate): Article[] {
  const latest = new Map<string, Article>();
  for (const article of book) {
    const standing = latest.get(article.number);
    const isLater = standing === undefined || article.version > standing.version;
    if (article.inForceFrom <= date && isLater) latest.set(article.number, article);
  }
  return [...latest.values()].filter(({ ended }) => ended !== true).map(article => onDay(article, date));
}

function onDay(article: Article, date: CivilDate): Article {
  const off = offOn(article.switches ?? [], date);
  return off === undefined ? article : { ...article, off };
}

/** The article of that number, however it is written ("1.9", "第1.9条", "1.9"); undefined when there is none. */
export function findArticle(number: string, among: readonly Article[]): Article | undefined {
  const wanted = articleNumberIn(number);
  return among.find(article => article.number === wanted);
}

/** The number a person means by "1.9", "第1.9条", "art. 1.9", "§1.9", "1。9"; undefined when the text is anything else. */
export function articleNumberIn(text: string): string | undefined {
  const bare = halfWidth(text).replace(/。/gu, '.').trim().toLowerCase();
  return /^(?:第|§|article|art\.?|no\.?|#)?\s*([0-9]{1,2}(?:\.[0-9]{1,2}){0,2})\.?\s*(?:条|款)?$/u.exec(bare)?.[1];
}

/**
 * The articles that answer the query, best first. A number finds itself, then what begins with it, then the articles
 * of that number in any section ("9": 9.1, 9.2, 1.9). Words must all occur in the title or the text, in either
 * language, in what else people call it, in the number the regulation itself gives it, or in the names of the posts it
 * binds, where those are given; a title counts before a text, the reader's language before the other. An empty query
 * finds everything.
 */
export function searchArticles(
  query: string,
  locale: Locale,
  among: readonly Article[],
  posts: Readonly<Partial<Record<Post, string>>> = {},
): Article[] {
  const number = articleNumberIn(query);
  const numbered = number === undefined ? [] : ranked(among, article => numberRank(article.number, number));
  if (numbered.length > 0) return numbered;
  const words = halfWidth(query).toLowerCase().split(/\s+/u).filter(Boolean);
  return ranked(among, article => wordRank(article, words, locale, posts));
}

/**
 * The tier a word names, by key or alias, in any case and width ("jd", "京东"). An empty word means the tier that needs
 * no naming: the only one, or the plain one. Undefined when the word names none.
 */
export function tierOf(article: Article, word: string): Tier | undefined {
  const said = halfWidth(word).trim().toLowerCase();
  if (said === '') {
    return article.tiers.length === 1 ? article.tiers[0] : article.tiers.find(tier => tier.key === 'plain');
  }
  // By its label too: that is how a refusal and the rulebook name it.
  const names = ({ key, aliases = [], label }: Tier) => [key, ...aliases, ...Object.values(label)];
  return article.tiers.find(tier => names(tier).some(name => name.toLowerCase() === said));
}

/** Whom the article binds in that tier. */
export function boundBy(article: Article, tier: Tier): Bound {
  return tier.appliesTo ?? article.appliesTo;
}

/** Whether the article, in that tier, binds somebody holding these posts. */
export function binds(article: Article, tier: Tier, posts: readonly Post[]): boolean {
  const bound = boundBy(article, tier);
  if (bound === 'everyone') return true;
  if ('everyoneBut' in bound) return !bound.everyoneBut.some(post => posts.includes(post));
  return bound.some(post => posts.includes(post));
}

/** Whether a case in that tier is put on record without a fine, unless whoever files it proposes one. */
export function isOnRecord({ amount, consequence, ladder }: Tier): boolean {
  return amount === null && consequence === undefined && ladder === undefined;
}

/** Whether a person may file a case under it. */
export function isFileable({ found }: Article): boolean {
  return found === 'filed';
}

/** -1, 0 or 1 as the first number stands before, at or after the second in the regulation: 1.9 before 1.10. */
export function compareNumbers(a: string, b: string): number {
  const [mine, theirs] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(mine.length, theirs.length); at++) {
    const difference = (mine[at] ?? 0) - (theirs[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** The articles with a rank, lowest rank first, in the regulation's order within a rank. */
function ranked(among: readonly Article[], rankOf: (article: Article) => number | undefined): Article[] {
  return among
    .map(article => ({ article, rank: rankOf(article) }))
    .filter(found => found.rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(found => found.article);
}

function numberRank(number: string, wanted: string): number | undefined {
  if (number === wanted) return 0;
  if (number.startsWith(`${wanted}.`)) return 1;
  if (number.startsWith(wanted)) return 2;
  return number.endsWith(`.${wanted}`) ? 3 : undefined;
}

function wordRank(
  article: Article,
  words: readonly string[],
  locale: Locale,
  posts: Readonly<Partial<Record<Post, string>>>,
): number | undefined {
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  const fields = [article.title[locale], article.title[other], textOf(article, locale), textOf(article, other)];
  const { appliesTo: bound, alsoCalled = '', source } = article;
  const bearers = bound === 'everyone' || 'everyoneBut' in bound ? [] : bound.map(post => posts[post] ?? '');
  fields.push([...fields, alsoCalled, source, ...bearers].join('\n'));
  const rank = fields.findIndex(field => words.every(word => occursIn(field.toLowerCase(), word)));
  return rank < 0 ? undefined : rank;
}

/** A figure is meant whole (5 is not in 50), and a word in letters from its beginning on (late is not in related). */
function occursIn(text: string, word: string): boolean {
  if (/^\d+$/u.test(word)) return new RegExp(`(?<!\\d)${word}(?!\\d)`, 'u').test(text);
  if (/^[a-z]+$/u.test(word)) return new RegExp(`(?<![a-z])${word}`, 'u').test(text);
  return text.includes(word);
}

/** The text with the names of the tiers, so that "JD" finds 1.9 in either language. */
function textOf(article: Article, locale: Locale): string {
  return [article.text[locale], ...article.tiers.map(tier => tier.label[locale])].join('\n');
}
