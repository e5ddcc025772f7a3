/** Reads the one-line form of a case, "1.9 jd absent 9:00-9:20", after the accused was named. */
import type { CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type AmountUnit, type Fen, parseAmount } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayAt } from '../../kernel/typedDay.ts';
import { moneyAt } from '../../kernel/typedMoney.ts';
import type { Article, Tier } from '../rulebook/article.ts';
import { articleNumberIn, inForceOn, tierOf } from '../rulebook/rules.ts';
import {
  articleToRead,
  bare,
  type Charge,
  exampleOf,
  mayLieOn,
  mayStandTogether,
  misplaced,
  priceOf,
  type Readable,
  tierMissing,
} from './price.ts';

/** A line that was understood and whose price was checked; what it does not say is absent. */
export interface ViolationLine extends Charge {
  /** Further articles of the same incident, in the order they are named. */
  also?: Charge[];
  date?: CivilDate;
  /** As typed, without the spaces around them. */
  facts: string;
}

/** The longest description of what happened, in characters. */
export const MAX_FACTS = 3000;

/**
 * The line is an article, then in any order a tier, an amount, a date, a count ("x3"), "+notice", and then the facts,
 * which begin with the first word that is none of these. Before the facts "+1.8" names a further article of the same
 * incident; tier, amount, count and notice behind it are of that one. An amount of 0 means on record without a fine; a
 * figure that counts something ("3 个客户", "2 hours") is no amount. `today` is in the department's zone. A date lies
 * behind: 周五 is the last Friday; never in the future, never older than a year. What can only be meant as a date and is
 * none is refused, and what may be one and may be something else is asked about; a "+1.8" among the facts is too.
 */
export function parseViolationLine(
  text: string,
  today: CivilDate,
  book: readonly Article[],
  limit: Fen,
): ViolationLine | Refusal {
  const start = /^\s*((?:第|§)?[0-9]+(?:[.。][0-9]+)*(?:条|款)?)(?![0-9a-z]|\.[0-9])[::,、.]?/iu.exec(halfWidth(text));
  const number = start ? articleNumberIn(start[1] ?? '') : undefined;
  if (!start || number === undefined) return misplaced(text.trim(), inForceOn(book, today));
  const first = readParts(text, start[0].length, number, book, today, today);
  if (isRefusal(first)) return first;
  // What the words mean is read by the articles of the day they name; one that cannot be read is asked about first.
  const { day } = first;
  const read =
    typeof day === 'string' && day !== today ? readParts(text, start[0].length, number, book, day, today) : first;
  const not = isRefusal(read) || typeof read.day === 'object' ? undefined : read.parts.find(one => one.notThatDay);
  return isRefusal(read) ? read : (not?.notThatDay ?? checked(read, inForceOn(book, today), today, limit));
}

/** What the words about one article said, each still as typed where it may be wrong. */
interface Said {
  tier?: string;
  amount?: string;
  count?: number;
  notice?: boolean;
}

type SaidDay = CivilDate | { wrong: string } | { unclear: string; date: CivilDate };

interface Read {
  parts: (Readable & { said: Said })[];
  day?: SaidDay;
  facts: string;
}

const FURTHER = /^\+((?:第|§)?[0-9]+(?:[.。][0-9]+)+(?:条|款)?)(?=[\s,、;]|$)/u;

/** Reads each article with its words, and the facts behind the last; articles are those in force on `day`. */
function readParts(
  text: string,
  from: number,
  first: string,
  book: readonly Article[],
  day: CivilDate,
  today: CivilDate,
): Read | Refusal {
  const read: Read = { parts: [], facts: '' };
  const line = halfWidth(text);
  let at = from;
  let number: string | undefined = first;
  while (number !== undefined) {
    const found = articleToRead(number, book, day);
    if (isRefusal(found)) return found;
    const part = { ...found, said: {} };
    read.parts.push(part);
    number = undefined;
    for (;;) {
      // Signs between what is said belong to none of it: "京东，昨天，缺席".
      at += /^[\s,、;]*/u.exec(line.slice(at))?.[0].length ?? 0;
      const rest = line.slice(at);
      const further = FURTHER.exec(rest);
      if (further !== null) number = articleNumberIn(further[1] ?? '');
      const taken =
        number === undefined ? take(part.said, read, rest, found.article, today) : (further?.[0].length ?? 0);
      at += taken;
      if (taken === 0 || number !== undefined) break;
    }
  }
  const facts = text.slice(at).trim();
  const around = read.day === undefined ? dateAround(facts, today) : undefined;
  return { ...read, facts, ...(around === undefined ? {} : { day: around }) };
}

/** Takes what the rest begins with into what was said: how many characters; 0 leaves it to the facts. Nothing is said twice. */
function take(said: Said, read: Read, rest: string, article: Article, today: CivilDate): number {
  if (rest === '') return 0;
  const [word = ''] = /^[^\s,、;]+/u.exec(rest) ?? [];
  if (said.tier === undefined && article.tiers.length > 1 && tierOf(article, word)) {
    said.tier = word;
    return word.length;
  }
  if (said.notice === undefined && /^\+(?:notice|通报|通报批评)$/iu.test(word)) {
    said.notice = true;
    return word.length;
  }
  const count = said.count === undefined && isCounted(article) ? countAt(rest) : undefined;
  if (count !== undefined) {
    said.count = count.count;
    return count.length;
  }
  // "on 11/28", "在11月28日".
  const before = /^(?:on\s+|[于在])/iu.exec(rest)?.[0].length ?? 0;
  const day = read.day === undefined ? dateAt(rest.slice(before), today) : undefined;
  if (day !== undefined) {
    read.day = day.date;
    return before + day.length;
  }
  const amount = said.amount === undefined ? amountAt(rest, article) : '';
  if (amount !== '') said.amount = amount;
  return amount.length;
}

function checked(
  { parts, day, facts }: Read,
  among: readonly Article[],
  today: CivilDate,
  limit: Fen,
): ViolationLine | Refusal {
  const charges: Charge[] = [];
  for (const part of parts) {
    const charge = chargeIn(part);
    if (isRefusal(charge)) return charge;
    charges.push(charge);
  }
  const may = mayStandTogether(charges);
  if (may !== true) return may;
  const [first, ...also] = charges;
  if (first === undefined) throw new Error('a line without an article was read');
  const example = exampleIn(parts);
  if (typeof day === 'object') {
    if ('wrong' in day) return refuse('violation.badDate', { text: day.wrong });
    const { unclear: text, date } = day;
    // A day still to come cannot be the one of the example, which works as it stands.
    return refuse('violation.unclearDate', { text, date: date > today ? null : date, example });
  }
  if (day !== undefined) {
    const inTime = mayLieOn(day, today);
    if (inTime !== true) return inTime;
  }
  for (const [index, charge] of charges.entries()) {
    const price = priceIn(parts[index]?.article, charge, limit);
    if (isRefusal(price)) return price;
  }
  if (facts === '') return refuse('violation.factsMissing', { article: first.article, example });
  const length = [...facts].length;
  if (length > MAX_FACTS) return refuse('violation.factsTooLong', { length, limit: MAX_FACTS });
  const late = furtherIn(facts, among);
  if (late !== undefined) return refuse('violation.furtherBehind', { article: late, first: first.article, example });
  return { ...first, ...(also.length === 0 ? {} : { also }), ...(day === undefined ? {} : { date: day }), facts };
}

/** An example that has all the first article needs. */
function exampleIn([part]: Read['parts']): Record<Locale, string> {
  if (part === undefined) throw new Error('a line without an article was read');
  const tier = tierOf(part.article, part.said.tier ?? '');
  return tier === undefined ? bare(part.article.number) : exampleOf(part.article, tier);
}

function chargeIn({ article, said }: Read['parts'][number]): Charge | Refusal {
  const tier = tierOf(article, said.tier ?? '');
  if (tier === undefined) return tierMissing(article);
  const charge: Charge = { article: article.number, tier: tier.key };
  if (said.count !== undefined) charge.count = said.count;
  if (said.notice !== undefined) charge.notice = said.notice;
  if (said.amount !== undefined) {
    const amount = amountIn(said.amount, tier, article.unit ?? 'yuan');
    if (isRefusal(amount)) return amount;
    charge.amount = amount;
  }
  return charge;
}

function priceIn(article: Article | undefined, charge: Charge, limit: Fen): true | Refusal {
  const tier = article === undefined ? undefined : tierOf(article, charge.tier);
  if (article === undefined || tier === undefined) throw new Error('a charge without its article was read');
  const price = priceOf(article, tier, charge, limit, null);
  return isRefusal(price) ? price : true;
}

/** An article named with a plus among the facts, where it would be no further article. */
function furtherIn(facts: string, among: readonly Article[]): string | undefined {
  for (const { 1: typed = '' } of halfWidth(facts).matchAll(/(?<![^\s,、;])\+([0-9]+(?:\.[0-9]+)+)(?=[\s,、;。]|$)/gu))
    if (among.some(({ number }) => number === typed)) return typed;
  return undefined;
}

function isCounted(article: Article): boolean {
  return article.tiers.some(tier => tier.per === 'item' || tier.per === 'response');
}

/** The number, 0 where something is counted by what is no number of things ("x-1", "x1.5"). */
function countAt(rest: string): { count: number; length: number } | undefined {
  const found =
    /^[x×*]([0-9]{1,6})(?=\s|$|[,、;](?!\p{Nd}))/iu.exec(rest) ??
    /^([0-9]{1,6})(?:[x×]| ?(?:次|个|件|款))(?=\s|$|[,、;](?!\p{Nd}))/iu.exec(rest);
  if (found) return { count: Number(found[1]), length: found[0].length };
  const wrong = /^[x×*][-\u2212]*\p{Nd}\S*/iu.exec(rest);
  return wrong ? { count: 0, length: wrong[0].length } : undefined;
}

/** "9-12" may be a morning; what is further apart is meant as a day. */
const MOST_HOURS = 4;

/** A day that stands before the facts. "9-10" may be hours, "12.5" money, "sat" a verb. */
function dateAt(rest: string, today: CivilDate): { date: SaidDay; length: number } | undefined {
  const day = dayAt(rest, today, 'past');
  if (day === undefined) return undefined;
  const { date, length, form } = day;
  const text = rest.slice(0, length);
  const glued = /^[\p{L}\p{N}%]/u.test(rest.slice(length));
  const said = (meant: SaidDay) => ({ date: meant, length });
  if (form !== 'figures') {
    // "昨天上午闲聊" stays whole in the facts: see `dateAround`.
    if (date === null || glued) return undefined;
    return said(/^sat|^sun$/iu.test(text) && form === 'short' ? { unclear: text, date } : date);
  }
  if (/^\d+\.\d+$/u.test(text)) {
    if (date === null || glued) return undefined;
    return said(date > today ? { unclear: text, date } : date);
  }
  const hours = /^([1-9]|1\d|2[0-4])-([1-9]|1\d|2[0-4])$/u.exec(text);
  const lasts = hours ? Number(hours[2]) - Number(hours[1]) : 0;
  if (lasts > 0 && lasts <= MOST_HOURS) return date === null ? undefined : said({ unclear: text, date });
  if (/^\d\/\d of /iu.test(rest)) return undefined;
  return said(date ?? { wrong: text });
}

/** A day the facts begin with in one word ("昨天上午闲聊"); one that ends them is asked about, but for today. */
function dateAround(facts: string, today: CivilDate): SaidDay | undefined {
  const first = dayAt(facts, today, 'past');
  const begins = first !== undefined && (first.form === 'word' || first.form === 'weekday') && first.date !== null;
  if (
    begins &&
    first.date !== null &&
    first.date <= today &&
    !/^(?:的|以|之|起|前|后)/u.test(facts.slice(first.length))
  )
    return first.date;
  for (const { index } of facts.matchAll(/(?<=\s)\S/gu)) {
    const text = facts.slice(index);
    const day = dayAt(text, today, 'past');
    if (day?.length !== text.length || day.date === null || day.form === 'short' || /^\d+[.-]\d+$/u.test(text))
      continue;
    return day.date === today ? today : { unclear: text, date: day.date };
  }
  return undefined;
}

/** A figure with its currency; or a bare one where the article knows a fine and nothing is counted. */
function amountAt(rest: string, article: Article): string {
  const { text, named, counts } = moneyAt(rest, FINED[article.unit ?? 'yuan'], article.unit ?? 'yuan');
  if (named) return text;
  return counts === 'no' && article.tiers.some(({ amount, ladder }) => amount !== null || ladder !== undefined)
    ? text
    : '';
}

/** What may stand before a figure. */
const FINED = { yuan: '罚款?|扣款?|负激励|绩效扣减', points: '罚款?|扣分?' };

/** Fen, or null for a zero where the amount is open. */
function amountIn(word: string, tier: Tier, unit: AmountUnit): Fen | null | Refusal {
  const read = parseAmount(word.replace(new RegExp(`^(?:${FINED[unit]})`, 'u'), ''), unit);
  if ('fen' in read) return read.fen;
  if (read.fault === 'zero' && tier.amount === 'open') return null;
  return refuse('violation.badAmount', { text: word, fault: read.fault });
}
