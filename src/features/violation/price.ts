/** What a case may propose: the price its article sets, the persons it binds, the days it reaches back. */
import { addDays, type CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Fen, timesFen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Member, standingOf } from '../../member/rules.ts';
import type { Article, Consequence, Tier } from '../rulebook/article.ts';
import { articles, binds, searchArticles, tierOf } from '../rulebook/rules.ts';
import { AUTHORITY_LIMIT, type Proposal } from './rules.ts';

/** What a tier costs in one case. */
export interface Price {
  amount: Fen | null;
  notice: boolean;
  consequence: Consequence | null;
}

/** What a filer may add to an article. */
export interface Offer {
  /** For an open amount; null means on record, without a fine. A fixed amount may be repeated, never changed. */
  amount?: Fen | null;
  /** Items or overtimes; 1 when absent. */
  count?: number;
  /** A notice of criticism besides (8.2), where the article fixes no price. */
  notice?: boolean;
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
const LARGEST_FINE: Fen = timesFen(AUTHORITY_LIMIT, 10);

/** How many days back an incident may lie. */
const OLDEST_DAYS = 365;

/**
 * The price of a tier. A fixed amount cannot be changed and is multiplied by `count` only where the article counts items
 * or overtimes; an open one must be given, or given as null.
 */
export function priceOf(article: Article, tier: Tier, offer: Offer = {}): Price | Refusal {
  const { number } = article;
  const counted = tier.per === 'item' || tier.per === 'overtime';
  const count = offer.count ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) {
    return refuse('violation.badCount', { article: number, limit: MAX_COUNT });
  }
  if (count !== 1 && !counted) return refuse('violation.notCounted', { article: number });
  const consequence = tier.consequence ?? null;
  if (tier.amount === 'open') {
    if (offer.amount === undefined) {
      return refuse('violation.amountMissing', { article: number, example: exampleOf(article, tier) });
    }
    if (offer.amount !== null && tier.compensates !== true && offer.amount > LARGEST_FINE) {
      return refuse('violation.amountTooLarge', { amount: offer.amount, most: LARGEST_FINE });
    }
    return { amount: offer.amount, notice: tier.notice || offer.notice === true, consequence };
  }
  if (tier.amount === null) {
    if (offer.amount != null) return refuse('violation.noFine', { article: number });
    return { amount: null, notice: tier.notice || offer.notice === true, consequence };
  }
  const amount = timesFen(tier.amount, count);
  if (offer.amount !== undefined && offer.amount !== amount) {
    return refuse('violation.amountFixed', { article: number, amount: tier.amount, per: tier.per ?? 'occurrence' });
  }
  if (offer.notice === true && !tier.notice) return refuse('violation.noticeFixed', { article: number });
  return { amount, notice: tier.notice, consequence };
}

/** The proposal an entry makes against the accused, or the first reason why it cannot be made. `today` is in the department's zone. */
export function propose(
  entry: Entry,
  accused: Member,
  today: CivilDate,
  among: readonly Article[] = articles,
): Proposal | Refusal {
  const article = fileableArticle(entry.article, among);
  if (isRefusal(article)) return article;
  const tier = tierOf(article, entry.tier);
  if (tier === undefined) return tierMissing(article);
  const standing = mayBeAccused(article, tier, accused);
  if (standing !== true) return standing;
  const inTime = mayLieOn(entry.date, today);
  if (inTime !== true) return inTime;
  const price = priceOf(article, tier, entry);
  if (isRefusal(price)) return price;
  const { filerId, date } = entry;
  return { accusedId: accused.id, filerId, article: article.number, tier: tier.key, date, ...price };
}

/** The article of exactly that number, if a person may file a case under it. */
export function fileableArticle(number: string, among: readonly Article[] = articles): Article | Refusal {
  const article = among.find(candidate => candidate.number === number);
  if (article === undefined) return unknownArticle(number, among);
  if (article.violable) return article;
  const code = article.tiers.length > 0 ? 'violation.followsFromCount' : 'violation.notViolable';
  return refuse(code, { article: article.number });
}

/** The refusal of a text that names no article, with up to three that may be meant. */
export function unknownArticle(text: string, among: readonly Article[] = articles): Refusal {
  const found = text.trim() === '' ? [] : searchArticles(text, 'zh-CN', among);
  const near = found.filter(article => article.violable).slice(0, 3);
  return refuse('violation.unknownArticle', { text, near: near.map(article => article.number) });
}

/** The refusal of a line whose article, if it names any, stands elsewhere than behind the person. */
export function misplaced(text: string, among: readonly Article[] = articles): Refusal {
  if (/^<?@/u.test(text)) return refuse('violation.onePerson', {});
  const typed = [...halfWidth(text).matchAll(/(?<![\p{L}\p{N}.])\d+(?:\.\d+)+(?![\p{N}a-z.]|[-/:]\d)/giu)];
  const article = typed
    .map(([number]) => among.find(candidate => candidate.number === number && candidate.violable))
    .find(found => found !== undefined);
  const [tier] = article?.tiers ?? [];
  if (article !== undefined && tier !== undefined)
    return refuse('violation.articleBehind', { article: article.number, example: exampleOf(article, tier) });
  return unknownArticle(text.split(/\s+/u)[0] ?? '', among);
}

/** The refusal of a case that does not say which tier of the article it means. */
export function tierMissing(article: Article): Refusal {
  const { number, tiers } = article;
  const example = tiers[0] ? exampleOf(article, tiers[0]) : number;
  return refuse('violation.tierMissing', { article: number, tiers, example });
}

/** The words that stand before the facts in the one-line form of such a case: "1.4", "1.9 jd", "1.1 100", "1.27 x3". */
export function exampleOf(article: Article, tier: Tier): string {
  const words = [article.number];
  if (article.tiers.length > 1 && tier.key !== 'plain') words.push(tier.key);
  if (tier.amount === 'open') words.push('100');
  if (tier.per === 'item' || tier.per === 'overtime') words.push('x3');
  return words.join(' ');
}

/** Whether the article binds that person: a member of the department in one of its posts, and never the president. */
function mayBeAccused(article: Article, tier: Tier, accused: Member): true | Refusal {
  const standing = standingOf(accused);
  if (standing !== true) return standing;
  if (accused.posts.includes('president')) return refuse('violation.president', { accusedId: accused.id });
  if (binds(article, tier, accused.posts)) return true;
  const bound = tier.appliesTo ?? article.appliesTo;
  return refuse('violation.notBound', { article: article.number, posts: bound === 'everyone' ? [] : bound });
}

/** Whether an incident may lie on that day: not after today, and not more than 365 days before it. */
export function mayLieOn(date: CivilDate, today: CivilDate): true | Refusal {
  if (date > today) return refuse('violation.dateInFuture', { date });
  const oldest = addDays(today, -OLDEST_DAYS);
  return date < oldest ? refuse('violation.dateTooOld', { date, oldest }) : true;
}
