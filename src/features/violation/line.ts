/** Reads the one-line form of a case, "1.9 jd absent 9:00-9:20", after the accused was named. */
import { type CivilDate, parsePastDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Fen, parseYuan } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Article, Tier } from '../rulebook/article.ts';
import { articleNumberIn, articles, tierOf } from '../rulebook/rules.ts';
import { exampleOf, fileableArticle, mayLieOn, type Offer, priceOf, tierMissing, unknownArticle } from './price.ts';

/** A line that was understood and whose price was checked; what it does not say is absent. */
export interface ViolationLine extends Offer {
  article: string;
  tier: string;
  date?: CivilDate;
  /** As typed, without the spaces around them. */
  facts: string;
}

/** The longest description of what happened, in characters. */
export const MAX_FACTS = 3000;

/**
 * The line is an article, then in any order a tier, an amount, a date, a count ("x3"), "+notice", and then the facts,
 * which begin with the first word that is none of these. An amount of 0 means on record without a fine. `today` is in
 * the department's zone. A date is a full one, 12/1 or 12月1日 (the last such day), or today, yesterday, 今天, 昨天,
 * 前天: never in the future, never older than a year. What can only be meant as a date and is none is refused.
 */
export function parseViolationLine(
  text: string,
  today: CivilDate,
  among: readonly Article[] = articles,
): ViolationLine | Refusal {
  const start = /^\s*((?:第|§)?[0-9]+(?:[.。][0-9]+)*(?:条|款)?)(?![0-9a-z]|\.[0-9])[::,、.]?/iu.exec(halfWidth(text));
  const number = start ? articleNumberIn(start[1] ?? '') : undefined;
  if (!start || number === undefined) return unknownArticle(text.trim().split(/\s+/u)[0] ?? '', among);
  const article = fileableArticle(number, among);
  if (isRefusal(article)) return article;
  const { said, facts } = readWords(text, start[0].length, article, today);
  const tier = tierOf(article, said.tier ?? '');
  if (tier === undefined) return tierMissing(article);
  return checked(article, tier, said, facts, today);
}

/** What the words before the facts said, each still as typed where it may be wrong. */
interface Said {
  tier?: string;
  amount?: string;
  count?: number;
  notice?: boolean;
  date?: CivilDate | { wrong: string };
}

function readWords(text: string, from: number, article: Article, today: CivilDate): { said: Said; facts: string } {
  const said: Said = {};
  const words = /\S+/gu;
  words.lastIndex = from;
  for (let word = words.exec(text); word !== null; word = words.exec(text)) {
    if (!take(said, halfWidth(word[0]), article, today)) return { said, facts: text.slice(word.index).trim() };
  }
  return { said, facts: '' };
}

/** Takes the word into what was said, or leaves it to the facts. Nothing is said twice. */
function take(said: Said, word: string, article: Article, today: CivilDate): boolean {
  if (said.tier === undefined && article.tiers.length > 1 && tierOf(article, word)) {
    said.tier = word;
    return true;
  }
  if (said.notice === undefined && /^\+(?:notice|通报|通报批评)$/iu.test(word)) {
    said.notice = true;
    return true;
  }
  const count = said.count === undefined && isCounted(article) ? countIn(word) : undefined;
  if (count !== undefined) {
    said.count = count;
    return true;
  }
  const date = said.date === undefined ? dateIn(word, today) : undefined;
  if (date !== undefined) {
    said.date = date;
    return true;
  }
  if (said.amount === undefined && isAmount(word, article)) {
    said.amount = word;
    return true;
  }
  return false;
}

function checked(article: Article, tier: Tier, said: Said, facts: string, today: CivilDate): ViolationLine | Refusal {
  const line: ViolationLine = { article: article.number, tier: tier.key, facts };
  if (said.count !== undefined) line.count = said.count;
  if (said.notice !== undefined) line.notice = said.notice;
  if (said.amount !== undefined) {
    const amount = amountIn(said.amount, tier);
    if (isRefusal(amount)) return amount;
    line.amount = amount;
  }
  if (typeof said.date === 'object') return refuse('violation.badDate', { text: said.date.wrong });
  if (said.date !== undefined) {
    const inTime = mayLieOn(said.date, today);
    if (inTime !== true) return inTime;
    line.date = said.date;
  }
  const price = priceOf(article, tier, line);
  if (isRefusal(price)) return price;
  if (facts === '')
    return refuse('violation.factsMissing', { article: article.number, example: exampleOf(article, tier) });
  const length = [...facts].length;
  return length > MAX_FACTS ? refuse('violation.factsTooLong', { length, limit: MAX_FACTS }) : line;
}

function isCounted(article: Article): boolean {
  return article.tiers.some(tier => tier.per === 'item' || tier.per === 'overtime');
}

/** The number, 0 where something is counted by what is no number of things ("x-1", "x1.5"). */
function countIn(word: string): number | undefined {
  const found = /^[x×*]([0-9]{1,6})$/iu.exec(word) ?? /^([0-9]{1,6})(?:[x×]|次|个|件|款)$/iu.exec(word);
  if (found) return Number(found[1]);
  return /^[x×*][-\u2212]*\p{Nd}/iu.test(word) ? 0 : undefined;
}

const NAMED_DAY = /^(?:today|yesterday|今[天日]|昨[天日]|前天)$/iu;
/** With its year, or with a stroke or 月 between: "9-10" would as well be two hours. */
const WRITTEN_DAY =
  /^(?:[0-9]{4,}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}\/[0-9]{1,2}|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}[日号]?)$/u;

function dateIn(word: string, today: CivilDate): CivilDate | { wrong: string } | undefined {
  if (!NAMED_DAY.test(word) && !WRITTEN_DAY.test(word)) return undefined;
  return parsePastDate(word, today) ?? { wrong: word };
}

/** A word with a currency in it; or any bare figure, digits of other scripts included, where the article knows a fine. */
function isAmount(word: string, article: Article): boolean {
  const figure = /^[-\u2212\u2013]?(?:[\u00a5\uffe5]|rmb|cny)?-?\p{Nd}[\p{Nd}.,、'e+]*(?:元|yuan|rmb|cny)?$/iu;
  if (!figure.test(word)) return false;
  return /[\u00a5\uffe5元]|yuan|rmb|cny/iu.test(word) || article.tiers.some(tier => tier.amount !== null);
}

/** Fen, or null for a zero where the amount is open. */
function amountIn(word: string, tier: Tier): Fen | null | Refusal {
  const read = parseYuan(word);
  if ('fen' in read) return read.fen;
  if (read.fault === 'zero' && tier.amount === 'open') return null;
  return refuse('violation.badAmount', { text: word, fault: read.fault });
}
