/** The rulebook: every article of the regulation with its figures, how to find one, and how to name its tiers. */
import { halfWidth } from '../../kernel/halfWidth.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Post } from '../../member/post.ts';
import type { Article, Tier } from './article.ts';
import { OTHER_WORDS } from './sections/otherWords.ts';
import { closingRules, generalRules } from './sections/section1.ts';
import { goodsRules } from './sections/section1Goods.ts';
import { serviceRules } from './sections/section1Service.ts';
import { meetingRules } from './sections/section2.ts';
import { attendanceRules } from './sections/section3.ts';
import { informationRules } from './sections/section5.ts';
import { telephoneRules } from './sections/section6.ts';
import { archiveRules } from './sections/section7.ts';
import { authorityRules, effectRules } from './sections/section8.ts';

/** The version of the articles below; an article amended later (9.1) carries a higher one. */
export const RULEBOOK_VERSION = 1;

/** Every article in the regulation's order. Section 4 does not exist. */
export const articles: readonly Article[] = [
  ...generalRules,
  ...serviceRules,
  ...goodsRules,
  ...closingRules,
  ...meetingRules,
  ...attendanceRules,
  ...informationRules,
  ...telephoneRules,
  ...archiveRules,
  ...authorityRules,
  ...effectRules,
];

/** The article of that number, however it is written ("1.9", "第1.9条", "1.9"); undefined when there is none. */
export function findArticle(number: string, among: readonly Article[] = articles): Article | undefined {
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
 * language, or in what else people call it; a title counts before a text, the reader's language before the other. An empty query finds everything.
 */
export function searchArticles(query: string, locale: Locale, among: readonly Article[] = articles): Article[] {
  const number = articleNumberIn(query);
  const numbered = number === undefined ? [] : ranked(among, article => numberRank(article.number, number));
  if (numbered.length > 0) return numbered;
  const words = halfWidth(query).toLowerCase().split(/\s+/u).filter(Boolean);
  return ranked(among, article => wordRank(article, words, locale));
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
  const labels = (tier: Tier) => Object.values(tier.label).map(label => label.toLowerCase());
  return article.tiers.find(tier => [tier.key, ...(tier.aliases ?? []), ...labels(tier)].includes(said));
}

/** Whether the article, in that tier, binds somebody holding these posts. */
export function binds(article: Article, tier: Tier, posts: readonly Post[]): boolean {
  const bound = tier.appliesTo ?? article.appliesTo;
  return bound === 'everyone' || bound.some(post => posts.includes(post));
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

function wordRank(article: Article, words: readonly string[], locale: Locale): number | undefined {
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  const fields = [article.title[locale], article.title[other], textOf(article, locale), textOf(article, other)];
  fields.push([...fields, OTHER_WORDS[article.number] ?? ''].join('\n'));
  const rank = fields.findIndex(field => words.every(word => field.toLowerCase().includes(word)));
  return rank < 0 ? undefined : rank;
}

/** The text with the names of the tiers, so that "JD" finds 1.9 in either language. */
function textOf(article: Article, locale: Locale): string {
  return [article.text[locale], ...article.tiers.map(tier => tier.label[locale])].join('\n');
}
