/** The one line after /leave and /trip: dates, halves, kind, emergency and reason, in either language. */
import { addDays, type CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { AND, dayAt, FROM, follows, lastDayAt, parseDay, type TypedDay, UNTIL } from '../../kernel/typedDay.ts';
import { numberIn } from '../../kernel/typedNumber.ts';
import type { Half, Span } from '../calendar/span.ts';
import type { LeaveKind } from './kind.ts';
import {
  emergencyAt,
  ends,
  halfAtStart,
  isOnlyDays,
  KIND_WORDS,
  kindAt,
  quantityAt,
  SINCE,
  startingWord,
  wholeDayAt,
} from './lineWords.ts';
import type { LeaveRequest } from './rules.ts';

export type LeaveCommand = '/leave' | '/trip';

/** The sentence gives an example of the command beside what is wrong. */
export interface LeaveLineRefusals {
  /** No day was found where one was expected. */
  'leave.lineWithoutDate': { command: LeaveCommand; text: string };
  /** Several days are named one by one, with days between them. */
  'leave.whichDays': { command: LeaveCommand; text: string };
  /** A last day, and no first. */
  'leave.firstDayMissing': { command: LeaveCommand; text: string };
  /** It begins with a day, "from 12-07", and neither a last day nor a length follows. */
  'leave.lastDayMissing': { command: LeaveCommand };
  /** Half a day, and not which half. */
  'leave.whichHalf': { command: LeaveCommand; text: string; date: CivilDate };
  /** Leave is counted in half days. */
  'leave.hours': { command: LeaveCommand; text: string };
  /** A day, a half or a quantity that found no place. */
  'leave.notUsed': { command: LeaveCommand; text: string };
  /** Words in front of the kind. */
  'leave.kindBehind': { command: LeaveCommand; text: string; kind: string };
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
  | { what: 'form'; from?: CivilDate } // nothing typed: the form is wanted
  | { what: 'list' }
  | { what: 'cancel'; id: number }
  /** `lasting` was typed as "3天": so many working half days from the beginning of the span on. */
  | { what: 'request'; request: LeaveRequest; lasting?: number };

/**
 * Reads `<from> [half] [to] [<to> [half]] [3天] <kind> [emergency] [reason]`; kind, emergency, half and quantity may
 * stand anywhere before the reason, and /trip has no kind. One day without a half is the whole day. What looks like a
 * day, a half or a quantity and finds no place is asked about; inside a sentence it is the reason. Also `list`,
 * `cancel <number>`, and `form <day>` for the form with that day. Whether the leave is allowed is for `judge` to say.
 */
export function parseLeaveLine(command: LeaveCommand, text: string, today: CivilDate): LeaveLine | Refusal {
  const typed = text.trim();
  const line = halfWidth(typed);
  if (line === '') return { what: 'form' };
  const form = /^(?:form|表单)\s+(\S+)$/i.exec(line);
  const day = form === null ? undefined : parseDay(form[1] ?? '', today, 'ahead');
  if (day !== undefined) return { what: 'form', from: day };
  const list = /^(?:list|列表|我的)(?![a-z])\s*(.*)$/is.exec(line);
  if (list) return list[1] === '' ? { what: 'list' } : refuse('leave.listOwnOnly', { command });
  const cancel = /^(?:cancel|取消|撤回)(?![a-z])\s*(.*)$/is.exec(line);
  if (cancel) {
    const id = numberIn(cancel[1] ?? '');
    return id !== undefined
      ? { what: 'cancel', id }
      : refuse('leave.lineWithoutId', { command, text: cancel[1] ?? '' });
  }
  return readRequest(command, typed, today);
}

interface Reading {
  command: LeaveCommand;
  today: CivilDate;
  dates: CivilDate[];
  /** Of the first and the last day. */
  halves: (Half | undefined)[];
  /** A half that stood before the first day. */
  early: Half | undefined;
  kind: LeaveKind | undefined;
  emergency: boolean;
  lasting: number | undefined;
  quantity: string;
  /** It was said from when on, so that one day is not all that was meant. */
  begins: boolean;
  /** A kind was named after a day, so words that may be days belong to the reason. */
  closed: boolean;
}

/** Takes something off the front: how much; 0 when it is not there. */
type Take = (rest: string, reading: Reading, listed: boolean) => number | Refusal;

const TAKES: readonly Take[] = [takeEmergency, takeFrom, takeHalf, takeUntil, takeQuantity, takeKind, takeDay];

function readRequest(command: LeaveCommand, typed: string, today: CivilDate): LeaveLine | Refusal {
  const reading: Reading = {
    ...{ command, today, dates: [], halves: [], early: undefined, emergency: false, closed: false },
    ...{ kind: command === '/trip' ? 'trip' : undefined, lasting: undefined, quantity: '', begins: false },
  };
  let rest = halfWidth(typed);
  for (;;) {
    const gap = /^[\s,,、;]*/u.exec(rest)?.[0] ?? '';
    const and = reading.dates.length > 0 ? (AND.exec(rest)?.[0] ?? '') : '';
    // "and" belongs to the days only where another day follows.
    const listed = and.trim() !== '' && (and.trim() === gap.trim() || dayAt(rest.slice(and.length), today, 'ahead'));
    const start = rest.slice(listed ? and.length : gap.length);
    const taken = firstTaken(start, reading, Boolean(listed));
    if (typeof taken === 'object') return taken;
    rest = taken === 0 ? rest.slice(gap.length) : start.slice(taken);
    if (taken === 0) break;
  }
  // Half-width text is as long as what was typed, so the reason keeps its own punctuation.
  return finished(reading, rest, typed.slice(typed.length - rest.length));
}

function firstTaken(rest: string, reading: Reading, listed: boolean): number | Refusal {
  for (const take of TAKES) {
    const taken = take(rest, reading, listed);
    if (taken !== 0) return taken;
  }
  return 0;
}

function finished(reading: Reading, rest: string, reason: string): LeaveLine | Refusal {
  const { command, kind, emergency, dates, early } = reading;
  const [from] = dates;
  if (from === undefined) return refuse('leave.lineWithoutDate', { command, text: rest });
  if (kind === undefined) return kindMissing(command, rest);
  if (rest !== '' && isOnlyDays(rest, reading.today)) return refuse('leave.notUsed', { command, text: reason });
  const [fromHalf = early, toHalf] = reading.halves;
  const to = dates.length > 1 ? (dates.at(-1) as CivilDate) : undefined;
  const span: Span =
    to === undefined
      ? { from, fromHalf: fromHalf ?? 'am', to: from, toHalf: fromHalf ?? 'pm' }
      : { from, fromHalf: fromHalf ?? 'am', to, toHalf: toHalf ?? 'pm' };
  const request = { kind, span, emergency, reason };
  const { lasting, quantity, begins } = reading;
  if (lasting === undefined && to === undefined && begins) return refuse('leave.lastDayMissing', { command });
  if (lasting === undefined) return { what: 'request', request };
  const halfADay = to === undefined && fromHalf !== undefined;
  if (lasting === 1 && to === undefined && !halfADay)
    return refuse('leave.whichHalf', { command, text: quantity, date: from });
  if (to === undefined && lasting === (halfADay ? 1 : 2)) return { what: 'request', request };
  // A trip goes on over days off: its days are those of the calendar on the wall.
  if (kind === 'trip' && to === undefined)
    return { what: 'request', request: { ...request, span: daysOfTrip(span, lasting) } };
  return { what: 'request', request, lasting };
}

/** So many half days one after another, from the beginning of the span on. */
function daysOfTrip({ from, fromHalf }: Span, halfDays: number): Span {
  const last = halfDays - 1 + (fromHalf === 'pm' ? 1 : 0);
  return { from, fromHalf, to: addDays(from, Math.floor(last / 2)), toHalf: last % 2 === 0 ? 'am' : 'pm' };
}

/** The part that is wrong is what stands before the kind, if a kind stands there. */
function kindMissing(command: LeaveCommand, rest: string): Refusal {
  const words = Object.values(KIND_WORDS).flat();
  for (let at = 1; at < rest.length; at += 1) {
    if (/[a-z]/i.test(rest.charAt(at - 1)) && /[a-z]/i.test(rest.charAt(at))) continue;
    const length = startingWord(rest.slice(at), words);
    if (length > 0)
      return refuse('leave.kindBehind', { command, text: rest.slice(0, at).trim(), kind: rest.slice(at, at + length) });
  }
  return refuse('leave.lineWithoutKind', { command, text: rest });
}

function takeEmergency(rest: string, reading: Reading): number {
  const length = reading.emergency ? 0 : emergencyAt(rest);
  if (length > 0) reading.emergency = true;
  return length;
}

/** "from" before the first day, 起 behind it; "on" says no more than the day. */
function takeFrom(rest: string, reading: Reading): number {
  const [word = ''] = (reading.dates.length === 0 ? FROM : SINCE).exec(rest) ?? [];
  const after = rest.slice(word.length);
  const half = halfAtStart(after)?.length ?? 0;
  const fits =
    reading.dates.length === 0
      ? dayAt(after.slice(half).trimStart(), reading.today, 'ahead') !== undefined
      : reading.dates.length === 1 && (ends(after, 0) || quantityAt(after) !== undefined);
  if (word === '' || !fits) return 0;
  reading.begins ||= !/^on(?![a-z])/iu.test(word);
  return word.length;
}

function takeHalf(rest: string, reading: Reading): number {
  const { dates, halves } = reading;
  const found = halfAtStart(rest);
  if (found === undefined) return wholeDayAt(rest);
  if (dates.length === 0) {
    const day = dayAt(rest.slice(found.length).trimStart(), reading.today, 'ahead');
    if (day === undefined || reading.early !== undefined) return 0;
    reading.early = found.half;
    return found.length;
  }
  const last = Math.min(dates.length, 2) - 1;
  const before = halves[last] ?? (last === 0 ? reading.early : undefined);
  // "上午 下午" is the whole day.
  const both = last === 0 && before === 'am' && found.half === 'pm';
  if (before !== undefined && !both) return 0;
  halves[last] = both ? undefined : found.half;
  if (both) reading.early = undefined;
  return found.length;
}

/** "to" with the day or the half it leads to; "to Shanghai" is a reason. */
function takeUntil(rest: string, reading: Reading): number | Refusal {
  const { command, dates, halves, today } = reading;
  const until = UNTIL.exec(rest)?.[0] ?? '';
  const after = rest.slice(until.length);
  if (until === '' || dates.length > 1) return 0;
  const [first] = dates;
  const half = halfAtStart(after);
  if (half && first !== undefined) {
    // "tomorrow am to pm" ends on the day it began.
    dates.push(first);
    halves[1] = half.half;
    return until.length + half.length;
  }
  const day = first === undefined ? dayAt(after, today, 'ahead') : lastDayAt(after, first, today, 'ahead');
  if (day === undefined || (reading.closed && !ends(after, day.length))) return 0;
  if (day.date === null) return refuse('leave.noSuchDate', { command, text: after.slice(0, day.length) });
  if (first === undefined)
    return refuse('leave.firstDayMissing', { command, text: rest.slice(0, until.length + day.length) });
  dates.push(day.date);
  return until.length + day.length;
}

function takeQuantity(rest: string, reading: Reading): number | Refusal {
  const { command } = reading;
  const found = reading.lasting === undefined ? quantityAt(rest) : undefined;
  if (found === undefined) return 0;
  const text = rest.slice(0, found.length);
  if (found.halfDays === 'hours' || !Number.isInteger(found.halfDays) || found.halfDays === 0)
    return refuse('leave.hours', { command, text });
  reading.lasting = found.halfDays;
  reading.quantity = text;
  return found.length;
}

function takeKind(rest: string, reading: Reading): number {
  const found = reading.kind === undefined ? kindAt(rest) : undefined;
  if (found === undefined) return 0;
  reading.kind = found.kind;
  reading.closed = reading.dates.length > 0;
  return found.length;
}

/** A day where one is expected; what can only be meant as a day but is none is refused. */
function takeDay(rest: string, reading: Reading, listed: boolean): number | Refusal {
  const { command, dates, today } = reading;
  const last = dates.at(-1);
  const day = listed && last !== undefined ? lastDayAt(rest, last, today, 'ahead') : dayAt(rest, today, 'ahead');
  if (day === undefined || (last !== undefined && mayBeReason(rest, day, last, reading))) return 0;
  const said = rest.slice(0, day.length);
  if (day.date === null) return refuse('leave.noSuchDate', { command, text: said });
  // Two days in figures side by side are the first and the last; in any other list no day is left out.
  const fromTo = dates.length === 1 && day.form === 'figures' && !listed;
  if (last !== undefined && !fromTo && !follows(last, day.date))
    return refuse('leave.whichDays', { command, text: said });
  dates.push(day.date);
  return day.length;
}

/** Whether a further day is a word of the reason: "sick tomorrow sun stroke", "病假 明天 今天发烧了". */
function mayBeReason(rest: string, day: TypedDay, last: CivilDate, { command, kind, closed }: Reading): boolean {
  if (kind === undefined) return false;
  if (!ends(rest, day.length)) return true;
  if (day.form === 'figures') return false;
  return closed || (day.form === 'short' && command === '/leave') || day.date === null || day.date <= last;
}
