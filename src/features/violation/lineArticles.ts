/** The articles a line of a case names: the first, further ones joined to it, and those that stand too late. */
import type { CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import type { Article } from '../rulebook/article.ts';
import { articleNumberIn, inForceOn } from '../rulebook/rules.ts';

export interface Named {
  number: string;
  /** Characters of the text it takes. */
  length: number;
}

const NUMBER = '((?:(?:第|§|article|art\\.?) ?)?[0-9]+(?:[.。][0-9]+)+ ?(?:条|款)?)';
/** Words and signs that join one article to the next; 1.5 倍 and 1.5 hours are none. */
const WORDS = '还有|以及|加上|另加|[和及跟与加]|(?:and|plus|also)(?![a-z])|[&+]';
const COUNTED = '(?! ?(?:倍|米|元|块|万|千|%|折|小时|个|天|次|公斤|斤|hours?|times|days?)(?![a-z]))';
const ENDS = `(?![0-9a-z.]|[。-][0-9]|[:/][0-9])${COUNTED}`;

const FIRST = /^\s*((?:第|§)?[0-9]+(?:[.。][0-9]+)*(?:条|款)?)(?![0-9a-z]|\.[0-9])[::.]?/iu;
const PLUS = /^\+((?:第|§)?[0-9]+(?:[.。][0-9]+)+(?:条|款)?)(?=[\s,、;]|$)/u;
const JOINED = new RegExp(`^[\\s,、;]*(?:${WORDS})\\s*${NUMBER}${ENDS}`, 'iu');
/** Right behind an article, where a comma may still lead to a date. */
const LISTED = new RegExp(`^\\s*[、/;]\\s*${NUMBER}${ENDS}`, 'iu');
const AMONG_FACTS = new RegExp(
  `(?<=^|[\\s,、;。])(?:\\+${NUMBER}(?=[\\s,、;。]|$)|(?:${WORDS}) ?${NUMBER}(?=[\\s,、;。]|$)${COUNTED})`,
  'giu',
);

/** The article the line begins with. */
export function firstArticleAt(text: string): Named | undefined {
  const start = FIRST.exec(halfWidth(text));
  const number = start ? articleNumberIn(start[1] ?? '') : undefined;
  return start && number !== undefined ? { number, length: start[0].length } : undefined;
}

/**
 * A further article the rest begins with: "+1.8" whatever it is; joined by a word, "和1.8", where it is one of the book;
 * `behind`: nothing but an article stands before it, so that "、1.8" joins it too.
 */
export function furtherAt(rest: string, behind: boolean, book: readonly Article[], day: CivilDate): Named | undefined {
  const gap = /^[\s,、;]*/u.exec(rest)?.[0].length ?? 0;
  const plus = PLUS.exec(rest.slice(gap));
  if (plus) return named(plus[1] ?? '', gap + plus[0].length);
  const joined = JOINED.exec(rest) ?? (behind ? LISTED.exec(rest) : null);
  const found = joined ? named(joined[1] ?? '', joined[0].length) : undefined;
  return found !== undefined && isArticle(found.number, book, day) ? found : undefined;
}

/** Whether an article of that number is in force. */
export function isArticle(number: string, book: readonly Article[], day: CivilDate): boolean {
  return inForceOn(book, day).some(article => article.number === number);
}

/** An article joined by a plus or a word among the facts, where it would be no further article. */
export function articleAmong(facts: string, among: readonly Article[]): string | undefined {
  for (const { 1: plus, 2: joined } of halfWidth(facts).matchAll(AMONG_FACTS)) {
    const number = articleNumberIn(plus ?? joined ?? '');
    if (among.some(article => article.number === number)) return number;
  }
  return undefined;
}

function named(typed: string, length: number): Named | undefined {
  const number = articleNumberIn(typed);
  return number === undefined ? undefined : { number, length };
}
