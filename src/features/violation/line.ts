/** Reads the one-line form of a case, "1.9 jd absent 9:00-9:20", after the accused was named. */
import type { CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { AmountUnit, Fen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { whenAround } from '../../kernel/typedWhen.ts';
import type { Article } from '../rulebook/article.ts';
import { inForceOn, isOnRecord, tierOf } from '../rulebook/rules.ts';
import { articleAmong, firstArticleAt, furtherAt, isArticle, type Named } from './lineArticles.ts';
import {
  amountAround,
  amountAt,
  amountIn,
  countAround,
  countAt,
  dateAt,
  isCounted,
  type SaidDay,
} from './lineWords.ts';
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
 * which begin with the first word that is none of these. Before the facts "+1.8", "和 1.8" and, right behind an article,
 * "、1.8" name a further article of the same incident; tier, amount, count and notice behind it are of that one. An amount
 * of 0 means on record without a fine; a figure that counts something ("3 个客户", "2 hours") is no amount. `today` is in
 * the department's zone. A date lies behind: 周五 is the last Friday; never in the future, never older than a year. What can
 * only be meant as a date and is none is refused. What may be a date, an amount, a count or a further article and may be
 * something else is asked about, also at the beginning and the end of the facts.
 */
export function parseViolationLine(
  text: string,
  today: CivilDate,
  book: readonly Article[],
  limit: Fen,
): ViolationLine | Refusal {
  const start = firstArticleAt(text);
  if (start === undefined) return misplaced(text.trim(), inForceOn(book, today));
  const first = readParts(text, start, book, today, today);
  if (isRefusal(first)) return first;
  // What the words mean is read by the articles of the day they name; one that cannot be read is asked about first.
  const { day } = first;
  const read = typeof day === 'string' && day !== today ? readParts(text, start, book, day, today) : first;
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

interface Read {
  parts: (Readable & { said: Said })[];
  day?: SaidDay;
  facts: string;
}

/** Reads each article with its words, and the facts behind the last; articles are those in force on `day`. */
function readParts(
  text: string,
  first: Named,
  book: readonly Article[],
  day: CivilDate,
  today: CivilDate,
): Read | Refusal {
  const read: Read = { parts: [], facts: '' };
  const line = halfWidth(text);
  let at = first.length;
  let next: Named | undefined = first;
  while (next !== undefined) {
    const found = articleToRead(next.number, book, day);
    if (isRefusal(found)) return found;
    const part = { ...found, said: {} };
    read.parts.push(part);
    const behind = at;
    for (;;) {
      next = furtherAt(line.slice(at), at === behind, book, day);
      if (next !== undefined) break;
      // Signs between what is said belong to none of it: "京东，昨天，缺席".
      const gap = /^[\s,、;]*/u.exec(line.slice(at))?.[0].length ?? 0;
      const taken = take(part.said, read, line.slice(at + gap), found.article, {
        today,
        isArticle: number => isArticle(number, book, day),
      });
      at += gap + taken;
      if (taken === 0) break;
    }
    at += next?.length ?? 0;
  }
  const facts = text.slice(at).trim();
  const around = read.day === undefined ? whenAround(facts, today) : undefined;
  return { ...read, facts, ...(around === undefined ? {} : { day: around }) };
}

interface Reading {
  today: CivilDate;
  isArticle: (number: string) => boolean;
}

/** Takes what the rest begins with into what was said: how many characters; 0 leaves it to the facts. Nothing is said twice. */
function take(said: Said, read: Read, rest: string, article: Article, { today, isArticle }: Reading): number {
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
    // 1.4 is the fourth of January, and may be an article.
    const text = rest.slice(before, before + day.length);
    read.day = typeof day.date === 'string' && isArticle(text) ? { unclear: text, date: day.date } : day.date;
    return before + day.length;
  }
  const amount = said.amount === undefined ? amountAt(rest, article) : '';
  if (amount !== '') said.amount = amount;
  return amount.length;
}

function checked(read: Read, among: readonly Article[], today: CivilDate, limit: Fen): ViolationLine | Refusal {
  const { parts, day, facts } = read;
  const example = exampleIn(parts);
  const charges: Charge[] = [];
  for (const part of parts) {
    const charge = chargeIn(part);
    if (isRefusal(charge)) return charge;
    charges.push(charge);
  }
  const may = mayStandTogether(charges);
  if (may !== true) return may;
  if (typeof day === 'object') {
    if ('wrong' in day) return refuse('violation.badDate', { text: day.wrong });
    const { unclear: text, date } = day;
    const article = among.some(({ number }) => number === text) ? { article: text } : {};
    // A day still to come cannot be the one of the example, which works as it stands.
    return refuse('violation.unclearDate', {
      text,
      date: date !== null && date > today ? null : date,
      example,
      ...article,
    });
  }
  if (day !== undefined) {
    const inTime = mayLieOn(day, today);
    if (inTime !== true) return inTime;
  }
  const told = amountTold(read, charges);
  if (told !== undefined) return told;
  for (const [index, charge] of charges.entries()) {
    const price = priceIn(parts[index]?.article, charge, limit);
    if (isRefusal(price)) return price;
  }
  const [first, ...also] = charges;
  if (first === undefined) throw new Error('a line without an article was read');
  if (facts === '') return refuse('violation.factsMissing', { article: first.article, example });
  const length = [...facts].length;
  if (length > MAX_FACTS) return refuse('violation.factsTooLong', { length, limit: MAX_FACTS });
  const counted = countTold(read, charges);
  if (counted !== undefined) return counted;
  const late = articleAmong(facts, among);
  if (late !== undefined) return refuse('violation.furtherBehind', { article: late, first: first.article, example });
  return { ...first, ...(also.length === 0 ? {} : { also }), ...(day === undefined ? {} : { date: day }), facts };
}

/** An amount among the facts goes to the one article that may have one and has none; what only may be one is asked about. */
function amountTold({ parts, facts }: Read, charges: readonly Charge[]): Refusal | undefined {
  const wanting = parts.flatMap(({ article, said }, index) => {
    const tier = tierOf(article, said.tier ?? '');
    const charge = charges[index];
    const may = tier !== undefined && (tier.amount === 'open' || isOnRecord(tier));
    return may && charge !== undefined && charge.amount === undefined ? [{ article, tier, charge }] : [];
  });
  const [one] = wanting;
  if (one === undefined || wanting.length > 1) return undefined;
  const { article, tier, charge } = one;
  const unit = article.unit ?? 'yuan';
  const found = amountAround(facts, unit, tier.amount !== 'open');
  if (found === undefined) return undefined;
  const amount = found.sure && found.figure !== null ? amountIn(found.figure, tier, unit) : null;
  if (isRefusal(amount)) return amount;
  if (amount === null) {
    const example = withAmount(exampleOf(article, tier), found.figure ?? '100', tier.amount === 'open' ? null : unit);
    return refuse('violation.unclearAmount', { text: found.text, article: article.number, example });
  }
  charge.amount = amount;
  return undefined;
}

/** A count among the facts, where the one article that counts has none. */
function countTold({ parts, facts }: Read, charges: readonly Charge[]): Refusal | undefined {
  const index = parts.findIndex(({ article }) => isCounted(article));
  const article = parts[index]?.article;
  const found = charges[index]?.count === undefined && article !== undefined ? countAround(facts) : undefined;
  if (found === undefined || article === undefined) return undefined;
  const { text, count } = found;
  return refuse('violation.unclearCount', { text, count, example: bare(`${article.number} x${count}`) });
}

/** Where the article takes an amount and needs none, its unit says that it is one. */
function withAmount(example: Record<Locale, string>, figure: string, unit: AmountUnit | null): Record<Locale, string> {
  const written = (words: string, amount: string) => `${words.replace(/ 100$/u, '')} ${amount}`;
  const [chinese, english] = {
    yuan: [`${figure}元`, `¥${figure}`],
    points: [`${figure}分`, `${figure} points`],
    bare: [figure, figure],
  }[unit ?? 'bare'] as [string, string];
  return { 'zh-CN': written(example['zh-CN'], chinese), en: written(example.en, english) };
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
