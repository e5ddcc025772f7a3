/** The one line after /leave and /trip: dates, halves, kind, emergency and reason, in either language. */
import { type CivilDate, parseDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Half } from '../calendar/span.ts';
import type { LeaveKind } from './kind.ts';
import type { LeaveRequest } from './rules.ts';

export type LeaveCommand = '/leave' | '/trip';

/** The sentence gives an example of the command beside what is wrong. */
export interface LeaveLineRefusals {
  /** No day was found where one was expected. */
  'leave.lineWithoutDate': { command: LeaveCommand; text: string };
  /** The days are clear, but not what the leave is for. */
  'leave.lineWithoutKind': { command: LeaveCommand; text: string };
  /** A text that can only be meant as a day but is none. */
  'leave.noSuchDate': { command: LeaveCommand; text: string };
  /** 'list' shows one's own and takes nothing more. */
  'leave.listOwnOnly': { command: LeaveCommand };
  /** 'cancel' needs the number of a leave. */
  'leave.lineWithoutId': { command: LeaveCommand; text: string };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends LeaveLineRefusals {}
}

export type LeaveLine =
  | { what: 'form' } // nothing typed: the form is wanted
  | { what: 'list' }
  | { what: 'cancel'; id: number }
  | { what: 'request'; request: LeaveRequest };

/**
 * Reads `<from> [half] [to] [<to> [half]] <kind> [emergency] [reason]`; the kind and the emergency word may also stand
 * first, and /trip has no kind. One day without a half is the whole day. Also `list` and `cancel <number>`. Whether
 * the leave is allowed is for `judge` to say.
 */
export function parseLeaveLine(command: LeaveCommand, text: string, today: CivilDate): LeaveLine | Refusal {
  const typed = text.trim();
  const line = halfWidth(typed);
  if (line === '') return { what: 'form' };
  const list = /^(?:list|列表|我的)(?![a-z])\s*(.*)$/is.exec(line);
  if (list) return list[1] === '' ? { what: 'list' } : refuse('leave.listOwnOnly', { command });
  const cancel = /^(?:cancel|取消|撤回)(?![a-z])\s*(.*)$/is.exec(line);
  if (cancel) {
    const id = /^[#号]?\s*([1-9]\d{0,8})$/.exec(cancel[1] ?? '');
    return id
      ? { what: 'cancel', id: Number(id[1]) }
      : refuse('leave.lineWithoutId', { command, text: cancel[1] ?? '' });
  }
  return readRequest(command, typed, today);
}

/** Words of a kind; the first in each language is the one to show in examples. */
const KIND_WORDS: Readonly<Record<LeaveKind, readonly string[]>> = {
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
const WHOLE_DAY_WORDS = ['all day', 'full day', '全天', '整天'];
const EMERGENCY_WORDS = ['emergency', 'urgent', '紧急'];
const TO_WORDS = ['to', 'until', 'till', '到', '至', '~', '-', '–', '—'];

const DATE =
  /^(?:\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号]?|\d{1,2} ?月 ?\d{1,2} ?[日号]?|\d+([-/.])\d+(?:\1\d+)?|(?:the )?day after tomorrow|next [a-z]+|[a-z]+(?![\p{L}\p{N}])|今[天日]|明[天日]|昨[天日]|大?后天|前天|下?个?(?:周|星期|礼拜)[一二三四五六日天])/iu;

/** A bare day of the week. */
const WEEKDAY = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:周|星期|礼拜)[一二三四五六日天])$/i;

interface Reading {
  dates: CivilDate[];
  halves: (Half | undefined)[];
  kind: LeaveKind | undefined;
  emergency: boolean;
  /** 'to' was read and its second day has not come yet. */
  open: boolean;
  /** A kind was named after a day, so further days belong to the reason. */
  closed: boolean;
}

function readRequest(command: LeaveCommand, typed: string, today: CivilDate): LeaveLine | Refusal {
  const reading: Reading = {
    dates: [],
    halves: [],
    kind: command === '/trip' ? 'trip' : undefined,
    emergency: false,
    open: false,
    closed: false,
  };
  let rest = halfWidth(typed);
  for (;;) {
    rest = rest.replace(/^[\s,,、]+/u, '');
    const taken = takeWord(rest, reading) || takeDate(command, rest, reading, today);
    if (typeof taken === 'object') return taken;
    if (taken === 0) break;
    rest = rest.slice(taken);
  }

  const { kind, emergency, dates, halves } = reading;
  const [from, to] = dates;
  if (!from) return refuse('leave.lineWithoutDate', { command, text: rest });
  if (!kind) return refuse('leave.lineWithoutKind', { command, text: rest });
  const [fromHalf, toHalf] = halves;
  const span =
    to === undefined
      ? { from, fromHalf: fromHalf ?? 'am', to: from, toHalf: fromHalf ?? 'pm' }
      : { from, fromHalf: fromHalf ?? 'am', to, toHalf: toHalf ?? 'pm' };
  // Half-width text is as long as what was typed, so the reason keeps its own punctuation.
  const reason = typed.slice(typed.length - rest.length);
  return { what: 'request', request: { kind, span, emergency, reason } };
}

/** Takes one word that is no date off the front; answers its length, 0 when there is none. */
function takeWord(rest: string, reading: Reading): number {
  const { dates, halves } = reading;
  const day = dates.length - 1;
  const emergency = startingWord(rest, EMERGENCY_WORDS);
  if (emergency && !reading.emergency) {
    reading.emergency = true;
    return emergency;
  }
  if (day >= 0) {
    for (const half of ['am', 'pm'] as const) {
      const length = startingWord(rest, HALF_WORDS[half]);
      const free = reading.open || halves[day] === undefined;
      if (!length || !free) continue;
      // 'tomorrow am to pm' ends on the day it began.
      if (reading.open) dates.push(dates[day] as CivilDate);
      halves[dates.length - 1] = half;
      reading.open = false;
      return length;
    }
    const whole = startingWord(rest, WHOLE_DAY_WORDS);
    if (whole) return whole;
    const to = startingWord(rest, TO_WORDS);
    if (to && dates.length === 1 && !reading.closed && !reading.open) {
      reading.open = true;
      return to;
    }
  }
  return reading.kind === undefined ? takeKind(rest, reading) : 0;
}

function takeKind(rest: string, reading: Reading): number {
  for (const [kind, words] of Object.entries(KIND_WORDS) as [LeaveKind, readonly string[]][]) {
    const length = startingWord(rest, words);
    if (!length) continue;
    reading.kind = kind;
    reading.closed = reading.dates.length > 0;
    const suffix = /^ (?:leave|day)(?![a-z])/i.exec(rest.slice(length));
    return length + (suffix?.[0].length ?? 0);
  }
  return 0;
}

/** Takes a day off the front; a text that can only be meant as a day but is none is refused. */
function takeDate(command: LeaveCommand, rest: string, reading: Reading, today: CivilDate): number | Refusal {
  if (reading.dates.length === 2 || reading.closed) return 0;
  const said = DATE.exec(rest)?.[0];
  if (!said) return 0;
  const [first] = reading.dates;
  const soon = parseDate(said, today);
  // From Monday to Wednesday, said on a Tuesday, ends on the Wednesday after that Monday.
  const date = soon && first && soon < first && WEEKDAY.test(said) ? parseDate(said, first) : soon;
  if (date) {
    reading.dates.push(date);
    reading.open = false;
    return said.length;
  }
  return /^\d/.test(said) ? refuse('leave.noSuchDate', { command, text: said }) : 0;
}

/** The length of the longest of the words the text starts with; Latin words must end there. */
function startingWord(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase();
  const fits = words.filter(
    word => lower.startsWith(word) && !(/[a-z]$/.test(word) && /^[\p{L}\p{N}]/u.test(text.slice(word.length))),
  );
  return Math.max(0, ...fits.map(word => word.length));
}
