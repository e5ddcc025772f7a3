/** What a case may propose: the price its article sets, the persons it binds, the days it reaches back. */
import { addDays, type CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type Fen, timesFen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Member, standingOf } from '../../member/rules.ts';
import type { Article, Consequence, Ladder, Tier } from '../rulebook/article.ts';
import { rungOf } from '../rulebook/ladder.ts';
import { binds, boundBy, inForceOn, isFileable, isOnRecord, searchArticles, tierOf } from '../rulebook/rules.ts';
import { ordinalOf } from './ladder.ts';
import type { CaseRecord, Proposal } from './rules.ts';

/** What a tier costs in one case. */
export interface Price {
  amount: Fen | null;
  notice: boolean;
  consequence: Consequence | null;
  /** The amount makes a loss good. */
  compensates: boolean;
}

/** What a filer may add to an article. */
export interface Offer {
  /** For an open amount; null means on record, without a fine. A fixed amount may be repeated, never changed. */
  amount?: Fen | null;
  /** Items or overtimes; 1 when absent. */
  count?: number;
  /** A notice of criticism besides, with any article (8.2). */
  notice?: boolean;
}

/** The longest basis of a compensation, in characters. */
export const MAX_BASIS = 300;

/** One article of an incident, as it is entered: a number and a key, an empty tier meaning the one that needs no naming. */
export interface Charge extends Offer {
  article: string;
  tier: string;
  /** Of a compensation: how its amount was worked out, as typed; kept with the case. */
  basis?: string;
}

/** What a filer enters; `article` and `tier` are a number and a key, an empty tier meaning the one that needs no naming. */
export interface Entry extends Offer {
  filerId: string | null;
  article: string;
  tier: string;
  date: CivilDate;
}

/** The most items or overtimes in one case. */
const MAX_COUNT = 999;

/** The largest fine where the article names none, whoever files: ten times what a leader decides. More is a slip of the pen. */
export function largestFine(limit: Fen): Fen {
  return timesFen(limit, 10);
}

/** The most articles and the most people of one incident. */
export const MAX_CHARGES = 3;
export const MAX_ACCUSED = 10;

/** How many days back an incident may lie. */
const OLDEST_DAYS = 365;

/**
 * The price of a tier. A fixed amount cannot be changed and is multiplied by `count` only where the article counts items
 * or responses; an open one must be given, or given as null, and one where there is none may be. `limit`: what a leader decides (8.1).
 * `ordinal`: which time it is, where there is a ladder; null while the person is not known, and any amount is let through.
 */
export function priceOf(
  article: Article,
  tier: Tier,
  offer: Offer,
  limit: Fen,
  ordinal: number | null = 1,
): Price | Refusal {
  const { number } = article;
  const counted = tier.per === 'item' || tier.per === 'response';
  const count = offer.count ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) {
    return refuse('violation.badCount', { article: number, limit: MAX_COUNT });
  }
  if (count !== 1 && !counted) return refuse('violation.notCounted', { article: number });
  if (tier.ladder !== undefined) return priceOfTime(number, tier.ladder, offer, ordinal);
  const consequence = tier.consequence ?? null;
  const compensates = tier.compensates === true;
  const notice = tier.notice || offer.notice === true;
  if (tier.amount === 'open' && offer.amount === undefined) {
    return refuse('violation.amountMissing', { article: number, example: exampleOf(article, tier) });
  }
  if (tier.amount === 'open' || isOnRecord(tier)) {
    const { amount = null } = offer;
    if (amount !== null && tier.compensates !== true && amount > largestFine(limit)) {
      return refuse('violation.amountTooLarge', { amount, most: largestFine(limit) });
    }
    return { amount, notice, consequence, compensates };
  }
  if (tier.amount === null) {
    if (offer.amount != null) return refuse('violation.noFine', { article: number });
    return { amount: null, notice, consequence, compensates };
  }
  const amount = timesFen(tier.amount, count);
  if (offer.amount !== undefined && offer.amount !== amount) {
    return refuse('violation.amountFixed', { article: number, amount: tier.amount, per: tier.per ?? 'occurrence' });
  }
  return { amount, notice, consequence, compensates };
}

/** What a ladder sets that time; it may be repeated, never changed. */
function priceOfTime(article: string, ladder: Ladder, offer: Offer, ordinal: number | null): Price | Refusal {
  const { amount, notice, consequence = null } = rungOf(ladder, ordinal ?? 1);
  if (ordinal !== null && offer.amount !== undefined && offer.amount !== amount)
    return refuse('violation.amountOfTime', { article, ordinal, months: ladder.months ?? null, amount });
  return { amount, notice: notice || offer.notice === true, consequence, compensates: false };
}

/**
 * The proposal an entry makes against the accused, by the article as it was in force on that day (9.1), or the first
 * reason why it cannot be made. `today` is in the department's zone; `book` holds every version of every article.
 * `among`: several people are accused, so what is refused about one names them. `cases`: those about the accused, from
 * which a ladder counts.
 */
export function propose(
  entry: Entry,
  accused: Member,
  today: CivilDate,
  book: readonly Article[],
  limit: Fen,
  among = false,
  cases: readonly CaseRecord[] = [],
): Proposal | Refusal {
  const article = fileableArticle(entry.article, book, entry.date);
  if (isRefusal(article)) return article;
  const tier = tierOf(article, entry.tier);
  if (tier === undefined) return tierMissing(article);
  const standing = mayBeAccused(article, tier, accused, among);
  if (standing !== true) return standing;
  const inTime = mayLieOn(entry.date, today);
  if (inTime !== true) return inTime;
  const { filerId, date } = entry;
  const asked = { accusedId: accused.id, article: article.number, date };
  const counted = tier.ladder === undefined ? {} : { ordinal: ordinalOf(cases, asked, tier.ladder) };
  const price = priceOf(article, tier, entry, limit, counted.ordinal);
  if (isRefusal(price)) return price;
  const { number, version: articleVersion } = article;
  return {
    accusedId: accused.id,
    filerId,
    article: number,
    articleVersion,
    tier: tier.key,
    date,
    ...price,
    ...counted,
  };
}

/** The article of exactly that number as it was in force on the day, if a person may file a case under it. */
export function fileableArticle(number: string, book: readonly Article[], date: CivilDate): Article | Refusal {
  const among = inForceOn(book, date);
  const article = among.find(candidate => candidate.number === number);
  if (article === undefined) {
    const versions = book.filter(candidate => candidate.number === number);
    const [first] = versions;
    const ended = versions.findLast(({ inForceFrom }) => inForceFrom <= date);
    if (ended !== undefined) return refuse('violation.ended', { article: number, from: ended.inForceFrom });
    if (first !== undefined)
      return refuse('violation.notYetInForce', { article: number, date, from: first.inForceFrom });
    return unknownArticle(number, among);
  }
  const { off } = article;
  if (isFileable(article) && off?.what === 'all')
    return refuse('violation.switchedOff', { article: number, by: off.offBy, since: off.offFrom, until: off.onFrom });
  if (isFileable(article)) return article;
  const code = article.found === 'counted' ? 'violation.followsFromCount' : 'violation.notViolable';
  return refuse(code, { article: article.number });
}

/**
 * The article by which the words of a line are read before its day is known. Where nothing can be filed by it on this day, and
 * can on others, it is the last version there is, with why not.
 */
export function articleToRead(number: string, book: readonly Article[], date: CivilDate): Readable | Refusal {
  const found = fileableArticle(number, book, date);
  if (!isRefusal(found)) return { article: found };
  if (!OF_THE_DAY.includes(found.code)) return found;
  const article = book.findLast(one => one.number === number && one.ended !== true && isFileable(one));
  return article === undefined ? found : { article, notThatDay: found };
}

/** An article, and why nothing can be filed by it on a day, where it can on others. */
export interface Readable {
  article: Article;
  notThatDay?: Refusal;
}

const OF_THE_DAY: readonly Refusal['code'][] = ['violation.switchedOff', 'violation.ended', 'violation.notYetInForce'];

/** The refusal of a text that names no article, with up to three that may be meant. */
export function unknownArticle(text: string, among: readonly Article[]): Refusal {
  const found = text.trim() === '' ? [] : searchArticles(text, 'zh-CN', among);
  const near = found.filter(isFileable).slice(0, 3);
  return refuse('violation.unknownArticle', { text, near: near.map(article => article.number) });
}

/** The refusal of a line whose article, if it names any, stands elsewhere than behind the person. */
export function misplaced(text: string, among: readonly Article[]): Refusal {
  const typed = [...halfWidth(text).matchAll(/(?<![\p{L}\p{N}.])\d+(?:\.\d+)+(?![\p{N}a-z.]|[-/:]\d)/giu)];
  const article = typed
    .map(([number]) => among.find(candidate => candidate.number === number && isFileable(candidate)))
    .find(found => found !== undefined);
  const [tier] = article?.tiers ?? [];
  if (article !== undefined && tier !== undefined)
    return refuse('violation.articleBehind', { article: article.number, example: exampleOf(article, tier) });
  return unknownArticle(text.split(/\s+/u)[0] ?? '', among);
}

/** Whether these articles may be of one incident: each once, and no more than that many. */
export function mayStandTogether(charges: readonly Charge[]): true | Refusal {
  if (charges.length > MAX_CHARGES) return refuse('violation.tooManyArticles', { limit: MAX_CHARGES });
  const again = charges.find(({ article }, index) => charges.findIndex(one => one.article === article) < index);
  return again === undefined ? true : refuse('violation.articleTwice', { article: again.article });
}

/** The refusal of a case that does not say which tier of the article it means. */
export function tierMissing(article: Article): Refusal {
  const { number, tiers } = article;
  const example = tiers[0] ? exampleOf(article, tiers[0]) : bare(number);
  return refuse('violation.tierMissing', { article: number, tiers, example });
}

/** The words that stand before the facts in the one-line form of such a case: "1.4", "1.9 jd" (or "1.9 京东"), "1.1 100", "1.27 x3". */
export function exampleOf(article: Article, tier: Tier): Record<Locale, string> {
  const isNamed = article.tiers.length > 1 && tier.key !== 'plain';
  const figure = tier.amount === 'open' ? ['100'] : tier.per === 'item' || tier.per === 'response' ? ['x3'] : [];
  const label = tier.label['zh-CN'];
  // A name of several words would be read as its first.
  const inChinese = /[\s,，、;；]/u.test(label) ? tier.key : label;
  const words = (name: string) => [article.number, ...(isNamed ? [name] : []), ...figure].join(' ');
  return { 'zh-CN': words(inChinese), en: words(tier.key) };
}

/** An example that is the number alone. */
export function bare(number: string): Record<Locale, string> {
  return { 'zh-CN': number, en: number };
}

/** Whether the article binds that person: a member of the department in one of its posts, and never the president. */
function mayBeAccused(article: Article, tier: Tier, accused: Member, among: boolean): true | Refusal {
  const standing = standingOf(accused);
  if (standing !== true) return standing;
  if (accused.posts.includes('president')) return refuse('violation.president', { accusedId: accused.id });
  if (binds(article, tier, accused.posts)) return true;
  const bound = boundBy(article, tier);
  return refuse('violation.notBound', { article: article.number, bound, ...(among ? { who: accused.id } : {}) });
}

/** Whether an incident may lie on that day: not after today, and not more than 365 days before it. */
export function mayLieOn(date: CivilDate, today: CivilDate): true | Refusal {
  if (date > today) return refuse('violation.dateInFuture', { date });
  const oldest = addDays(today, -OLDEST_DAYS);
  return date < oldest ? refuse('violation.dateTooOld', { date, oldest }) : true;
}
