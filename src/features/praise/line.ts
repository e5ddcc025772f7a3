/** The one line after /praise: who, perhaps an amount and a day, and why; or a word and a number. */
import type { CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type AmountUnit, type Fen, parseAmount } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayAt } from '../../kernel/typedDay.ts';
import { moneyAt, moneyBehind, perhapsMoneyAt } from '../../kernel/typedMoney.ts';
import { numberIn } from '../../kernel/typedNumber.ts';
import { mayBeHours, whenAround } from '../../kernel/typedWhen.ts';
import { MAX_PEOPLE, mayLieOn, readableWhy } from './rules.ts';

export type PraiseLine =
  | { what: 'form'; people: string[] } // nothing but people typed: the form is wanted
  | { what: 'list'; about: string | null }
  | { what: 'show' | 'withdraw'; number: number }
  | ({ what: 'praise' } & Praised);

/** A praise as it was typed; what the line does not say is absent. People are named as they were typed. */
export interface Praised {
  people: string[];
  amount?: Fen;
  date?: CivilDate;
  notice?: boolean;
  why: string;
}

/**
 * Reads `<person> [<person> …] [amount] [day] [-notice] <why>`, `list`, `show` and `withdraw`. Amount, day and notice stand
 * in any order before the reason, which begins with the first word that is none of them. A figure that counts something
 * ("3 个好评", "2 hours") is no amount; "11.28", which may be a day or money, "9-10", a day or hours,
 * "100 smiles", money or a number of them, and "100帮忙" are asked about, as are words of another time ("上周").
 * `today` is in the department's zone; a bare 周五 is the last one.
 */
export function parsePraiseLine(text: string, today: CivilDate, unit: AmountUnit): PraiseLine | Refusal {
  const typed = text.trim();
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(typed) ?? [];
  const word = halfWidth(first).toLowerCase();
  if (word === 'list' || word === '列表') return { what: 'list', about: rest.trim() === '' ? null : rest.trim() };
  const verb = Object.hasOwn(NUMBERED, word) ? NUMBERED[word] : undefined;
  if (verb !== undefined) {
    const number = numberIn(rest);
    return number === undefined ? refuse('praise.numberMissing', { word: verb, text: rest }) : { what: verb, number };
  }
  if (TAKES_BACK.test(word)) return refuse('praise.takenBackElsewhere', { number: numberIn(rest) ?? null });
  const named = peopleIn(typed);
  if (isRefusal(named)) return named;
  const { people } = named;
  const left = typed.slice(named.length);
  if (left.trim() === '') return { what: 'form', people };
  const read = readWords(left, today, unit);
  return isRefusal(read) ? read : { what: 'praise', people, ...read };
}

const NUMBERED: Record<string, 'show' | 'withdraw'> = {
  show: 'show',
  查看: 'show',
  withdraw: 'withdraw',
  撤回: 'withdraw',
};

/** Whether it is withdrawn or taken back depends on whether it was decided. */
const TAKES_BACK = /^(?:收回|撤销|取消|删除|作废|undo|revoke|cancel|delete)$/u;

const PERSON = /^(?:<@[^>]*>|@[^\s,;:、<@]*)/u;
/** A name as Slack's handles are written, without its sign; a bare word of other letters is no person. */
const HANDLE = /^[a-z][a-z0-9._-]*(?=\s|$)/iu;
const BETWEEN = /^\s*(?:(?:and(?![a-z])|[,;、和与及跟&+])\s*)?/iu;

/** Whom the line begins with, each once, and how much of it they take. */
function peopleIn(typed: string): { people: string[]; length: number } | Refusal {
  const line = halfWidth(typed);
  const first = (PERSON.exec(line) ?? HANDLE.exec(line))?.[0];
  if (first === undefined)
    return line === '' ? { people: [], length: 0 } : refuse('praise.personMissing', { text: typed });
  const people = [first];
  let length = first.length;
  for (;;) {
    const between = BETWEEN.exec(line.slice(length))?.[0].length ?? 0;
    const next = PERSON.exec(line.slice(length + between))?.[0];
    if (next === undefined) break;
    if (!people.includes(next)) people.push(next);
    length += between + next.length;
  }
  return people.length > MAX_PEOPLE ? refuse('praise.tooMany', { limit: MAX_PEOPLE }) : { people, length };
}

type Words = Omit<Praised, 'people'>;
type Said = Partial<Omit<Words, 'why'>>;

function readWords(text: string, today: CivilDate, unit: AmountUnit): Words | Refusal {
  const said: Said = {};
  const line = halfWidth(text);
  let at = 0;
  for (;;) {
    // Signs between what is said belong to none of it: "@li，100元，这周零差评".
    at += /^[\s,、;:]*/u.exec(line.slice(at))?.[0].length ?? 0;
    const taken = at < line.length ? take(said, line.slice(at), today, unit) : 0;
    if (isRefusal(taken)) return taken;
    if (taken === 0) break;
    at += taken;
  }
  const rest = text.slice(at).trim();
  if (said.date === undefined) {
    const date = whenAround(rest, today);
    if (typeof date === 'object') return refuse('praise.unclearDate', { text: date.unclear, date: date.date });
    if (date !== undefined) said.date = date;
  }
  if (said.date !== undefined) {
    const inTime = mayLieOn(said.date, today);
    if (inTime !== true) return inTime;
  }
  const told = said.amount === undefined ? amountTold(said, rest, unit) : undefined;
  if (told !== undefined) return told;
  const why = readableWhy(asTyped(rest));
  return isRefusal(why) ? why : { ...said, why };
}

/** Takes what the rest begins with into what was said: how many characters; 0 leaves it to the reason. Nothing is said twice. */
function take(said: Said, rest: string, today: CivilDate, unit: AmountUnit): number | Refusal {
  const [word = ''] = /^[^\s,、;]+/u.exec(rest) ?? [];
  if (said.notice === undefined && NOTICE.test(word)) {
    said.notice = word.startsWith('+');
    return word.length;
  }
  const day = said.date === undefined ? takeDay(said, rest, today) : 0;
  return isRefusal(day) || day > 0 || said.amount !== undefined ? day : takeAmount(said, rest, unit);
}

const NOTICE = /^(?:[+-](?:notice|通报|通报表扬|表扬通报)|不通报|不发通报)$/iu;

/** A day that stands before the reason. */
function takeDay(said: Said, rest: string, today: CivilDate): number | Refusal {
  // "on 11/28", "在11月28日".
  const before = /^(?:on\s+|[于在])/iu.exec(rest)?.[0].length ?? 0;
  const found = dayAt(rest.slice(before), today, 'past');
  if (found === undefined) return 0;
  const { date, form } = found;
  const length = before + found.length;
  const text = rest.slice(before, length);
  if (/^[\p{L}\p{N}%]/u.test(rest.slice(length))) return 0;
  if (form !== 'figures') {
    // "sat with an angry customer": such a word is no day here.
    if (date === null || /^(?:sat|sun|last night)$/iu.test(text)) return 0;
  } else {
    if (/^\d\/\d of /iu.test(rest)) return 0;
    if (/^\d+\.\d+$/u.test(text)) {
      return date === null || date > today ? 0 : refuse('praise.unclearDate', { text, date });
    }
    if (date === null) return refuse('praise.badDate', { text });
    if (mayBeHours(text)) return refuse('praise.unclearDate', { text, date });
  }
  said.date = date;
  return length;
}

/** What may stand before a figure. */
const REWARD = '奖励?|奖金';

function takeAmount(said: Said, rest: string, unit: AmountUnit): number | Refusal {
  const { text, named, counts } = moneyAt(rest, REWARD, unit);
  if (text === '' || (counts === 'yes' && !named)) return 0;
  if (counts === 'perhaps' && !named) return refuse('praise.unclearAmount', { text, figure: text });
  const read = parseAmount(text.replace(new RegExp(`^(?:${REWARD})`, 'u'), ''), unit);
  if ('fault' in read) return refuse('praise.badAmount', { text, fault: read.fault });
  said.amount = read.fen;
  return text.length;
}

/** An amount the reason ends with behind a word of money is read; what only may be one is asked about. */
function amountTold(said: Said, why: string, unit: AmountUnit): Refusal | undefined {
  const behind = moneyBehind(why, REWARD, unit);
  const read = behind?.sure ? parseAmount(behind.figure ?? '', unit) : undefined;
  if (read !== undefined && 'fen' in read) {
    said.amount = read.fen;
    return undefined;
  }
  const perhaps = perhapsMoneyAt(why, REWARD, unit) ?? (behind?.named ? behind : undefined);
  return perhaps === undefined
    ? undefined
    : refuse('praise.unclearAmount', { text: perhaps.text, figure: perhaps.figure });
}

/** Words as they were typed: names, channels and links stand in Slack's signs. */
function asTyped(text: string): string {
  return text.replace(
    /<(?:([@#])[A-Za-z0-9_-]+\||(?:https?|mailto):[^|>]*\|)([^>]*)>/gu,
    (_, sign: string | undefined, name: string) => `${sign ?? ''}${name}`,
  );
}
