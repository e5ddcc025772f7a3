/** The words of a line after /leave and /trip that are no days: kinds, halves, quantities, emergency. */
import type { CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { AND, dayAt, UNTIL } from '../../kernel/typedDay.ts';
import type { Half } from '../calendar/span.ts';
import type { LeaveKind } from './kind.ts';

/** Words of a kind; the first in each language is the one to show in examples. */
export const KIND_WORDS: Readonly<Record<LeaveKind, readonly string[]>> = {
  annual: ['annual', '年假', 'vacation', '年休假', '休年假'],
  personal: ['personal', '事假'],
  sick: ['sick', '病假'],
  marriage: ['marriage', '婚假', 'wedding'],
  maternity: ['maternity', '产假'],
  paternity: ['paternity', '陪产假'],
  bereavement: ['bereavement', '丧假'],
  compensatory: ['compensatory', '调休', 'comp', '补休'],
  other: ['other', '其他', '其它'],
  trip: ['trip', '出差'],
};
const HALF_WORDS: Readonly<Record<Half, readonly string[]>> = {
  am: ['am', '上午', 'morning'],
  pm: ['pm', '下午', 'afternoon'],
};
const WHOLE_DAY_WORDS = ['all day', 'full day', 'whole day', '全天', '整天'];
const EMERGENCY_WORDS = ['emergency', '紧急'];

/** The length of the longest of the words the text starts with; Latin words must end there. */
export function startingWord(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase();
  const fits = words.filter(
    word => lower.startsWith(word) && !(/[a-z]$/.test(word) && /^[\p{L}\p{N}]/u.test(text.slice(word.length))),
  );
  return Math.max(0, ...fits.map(word => word.length));
}

/** The kind the text begins with, "leave" behind it included. */
export function kindAt(text: string): { kind: LeaveKind; length: number } | undefined {
  for (const [kind, words] of Object.entries(KIND_WORDS) as [LeaveKind, readonly string[]][]) {
    const length = startingWord(text, words);
    if (length > 0)
      return { kind, length: length + (/^ (?:leave|day)(?![a-z])/i.exec(text.slice(length))?.[0].length ?? 0) };
  }
  return undefined;
}

/** A half the text begins with; what names an illness or a meal is none. */
export function halfAtStart(text: string): { half: Half; length: number } | undefined {
  if (/^(?:morning|afternoon)[ -](?:sickness|after|tea|nap|shift)(?![a-z])/i.test(text)) return undefined;
  // 明早, but not the word 早退 or 早教班.
  const early = /^早[上晨]?/u.exec(text)?.[0].length ?? 0;
  if (early > 0 && ends(text, early)) return { half: 'am', length: early };
  for (const half of ['am', 'pm'] as const) {
    const length = startingWord(text, HALF_WORDS[half]);
    if (length > 0) return { half, length };
  }
  return undefined;
}

export function wholeDayAt(text: string): number {
  return startingWord(text, WHOLE_DAY_WORDS);
}

/** What stands behind the first day of several. */
export const SINCE = /^(?:起|开始|onwards?(?![a-z]))/iu;

/** Marks an emergency. "urgent" does where a kind or nothing of a sentence follows: "urgent bank matter" is a reason. */
export function emergencyAt(text: string): number {
  const length = startingWord(text, ['urgent']);
  if (length === 0) return startingWord(text, EMERGENCY_WORDS);
  const rest = text.slice(length);
  return /^\s*(?:[,:;,、]|$)/u.test(rest) || kindAt(rest.trimStart()) ? length : 0;
}

/** An amount of time the text begins with: in half days, or hours and minutes, which no leave is counted in. */
export interface Quantity {
  length: number;
  halfDays: number | 'hours';
}

const FIGURE = '(\\d{1,3}(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3}|an?|one|two|three|four|five)';
const DAYS = new RegExp(
  `^(?:for )?${FIGURE} ?(个?(?:工作日|天)(半)?|(?:working )?days?(?! ago| from now)(?: and a half)?)`,
  'iu',
);
const HALF_DAY = /^(?:for )?(?:半个?天|半个?工作日|(?:1\/2|0\.5|half)(?: an?)? ?(?:天|day)|half-day)/iu;
const HOURS = new RegExp(
  `^(?:for )?(?:半个?|half an ?|${FIGURE} ?个?)(?:小时|钟头|分钟|刻钟|hours?|hrs?|h|minutes?|mins?)`,
  'iu',
);

/** The quantity the text begins with, when nothing of a sentence hangs on it: "3天没睡" is none. */
export function quantityAt(text: string): Quantity | undefined {
  const half = HALF_DAY.exec(text);
  if (half && ends(text, half[0].length)) return { length: half[0].length, halfDays: 1 };
  const hours = HOURS.exec(text);
  if (hours && ends(text, hours[0].length)) return { length: hours[0].length, halfDays: 'hours' };
  const days = DAYS.exec(text);
  if (!days || !ends(text, days[0].length)) return undefined;
  const more = days[3] !== undefined || /half$/iu.test(days[0]) ? 1 : 0;
  return { length: days[0].length, halfDays: 2 * figureOf(days[1] ?? '') + more };
}

/** Whether something that can stand for itself ends here: nothing follows, or a space, a sign, a kind, a half. */
export function ends(text: string, length: number): boolean {
  const rest = text.slice(length);
  return (
    /^(?:$|[\s\p{P}~+])/u.test(rest) ||
    Boolean(kindAt(rest) || halfAtStart(rest) || wholeDayAt(rest) || startingWord(rest, EMERGENCY_WORDS))
  );
}

/** Whether nothing but days, halves and quantities is left, so that it is no reason. */
export function isOnlyDays(text: string, today: CivilDate): boolean {
  let rest = text;
  while (rest !== '') {
    const until = UNTIL.exec(rest) ?? AND.exec(rest) ?? /^[\s,.!]+/u.exec(rest);
    const day = dayAt(rest, today, 'ahead');
    const taken =
      day?.length ?? halfAtStart(rest)?.length ?? quantityAt(rest)?.length ?? (until?.[0].length || wholeDayAt(rest));
    if (taken === 0) return false;
    rest = rest.slice(taken);
  }
  return true;
}

const ENGLISH = ['', 'one', 'two', 'three', 'four', 'five'];

function figureOf(text: string): number {
  const said = halfWidth(text).toLowerCase();
  if (/^\d/.test(said)) return Number(said);
  if (/^[a-z]/.test(said)) return Math.max(1, ENGLISH.indexOf(said));
  const digit = (sign: string) => '一二三四五六七八九'.indexOf(sign === '两' ? '二' : sign) + 1;
  const [tens = '', ones = ''] = said.split('十');
  return said.includes('十') ? (tens === '' ? 10 : digit(tens) * 10) + digit(ones) : digit(said);
}
