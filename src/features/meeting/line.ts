/** The one line after /meeting: what is wanted, in either language. */
import { type CivilDate, type CivilTime, isCivilTime } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayAt, parseDay } from '../../kernel/typedDay.ts';
import type { Hours } from '../calendar/span.ts';
import type { Report } from './report/rules.ts';
import type { MeetingKind } from './rules.ts';

export interface MeetingLineRefusals {
  /** None of the things /meeting does. */
  'meeting.badLine': { text: string };
  /** A report in one line has three parts with | between them. */
  'meeting.badReport': Record<never, never>;
  /** The part that was not understood; empty where the time is missing. */
  'meeting.badMonthly': { text: string };
  /** An hour when nobody works, if it is meant as it stands. */
  'meeting.amOrPm': { text: string; date: CivilDate; time: CivilTime };
  'meeting.badSheet': { text: string };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends MeetingLineRefusals {}
}

export type MeetingLine =
  | { what: 'list' }
  | { what: 'signIn' }
  | { what: 'reportForm' }
  | { what: 'report'; report: Report }
  | { what: 'monthlyForm' }
  | { what: 'monthly'; date: CivilDate; time: CivilTime }
  | { what: 'sheet'; date: CivilDate | null; kind: MeetingKind | null };

const DEEDS: readonly (readonly [RegExp, 'list' | 'signIn' | 'report' | 'monthly' | 'sheet'])[] = [
  [/^(?:list|列表|安排)$/i, 'list'],
  [/^(?:sign[ -]?in|签到)$/i, 'signIn'],
  [/^(?:sheet|签到表)(?![a-z])/i, 'sheet'],
  [/^(?:report|汇报)(?![a-z])/i, 'report'],
  [/^(?:monthly|月例会|月会)(?![a-z])/i, 'monthly'],
];

const KIND_WORDS: ReadonlyMap<string, MeetingKind> = new Map([
  ['morning', 'morning'],
  ['早会', 'morning'],
  ['weekly', 'weekly'],
  ['周例会', 'weekly'],
  ['周会', 'weekly'],
  ['wrapup', 'wrapup'],
  ['wrap-up', 'wrapup'],
  ['周总结会', 'wrapup'],
  ['周总结', 'wrapup'],
  ['monthly', 'monthly'],
  ['月例会', 'monthly'],
  ['月会', 'monthly'],
]);

/**
 * Reads nothing (the list), `signin`, `report [yesterday | today | blockers]`, `monthly [<date> <time>]` and
 * `sheet [<date>] [<kind>]`, whose day lies behind. An hour before noon at which nobody works is asked about, unless am
 * or pm stands with it. Whether it is allowed is not its question.
 */
export function parseMeetingLine(text: string, today: CivilDate, hours: Hours): MeetingLine | Refusal {
  const typed = text.trim();
  const line = halfWidth(typed);
  if (line === '') return { what: 'list' };
  for (const [pattern, deed] of DEEDS) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const rest = line.slice(found[0].length).trim();
    if (deed === 'report') return readReport(typed.slice(found[0].length).trim());
    if (deed === 'monthly') return readMonthly(rest, today, hours);
    if (deed === 'sheet') return readSheet(rest, today);
    return { what: deed };
  }
  return refuse('meeting.badLine', { text: typed });
}

function readReport(text: string): MeetingLine | Refusal {
  if (text === '') return { what: 'reportForm' };
  const [yesterday, now, blockers = '', ...more] = text.split(/[|｜]/u).map(part => part.trim());
  if (yesterday === undefined || now === undefined || more.length > 0) return refuse('meeting.badReport', {});
  return { what: 'report', report: { yesterday, today: now, blockers } };
}

function readMonthly(text: string, today: CivilDate, hours: Hours): MeetingLine | Refusal {
  if (text === '') return { what: 'monthlyForm' };
  const day = dayAt(text, today, 'ahead');
  const said = day?.date ? text.slice(day.length).replace(/^[\s,、]*(?:at )?/u, '') : text;
  const time = timeOf(said);
  if (!day?.date || time === undefined) return refuse('meeting.badMonthly', { text: said });
  const { date } = day;
  const worked = [hours.morning, hours.afternoon].some(([from, to]) => from <= time && time <= to);
  if (time < '12:00' && !worked && !HALF.test(said)) return refuse('meeting.amOrPm', { text: said, date, time });
  return { what: 'monthly', date, time };
}

function readSheet(text: string, today: CivilDate): MeetingLine | Refusal {
  let kind: MeetingKind | null = null;
  const rest: string[] = [];
  for (const word of text.split(/\s+/u).filter(each => each !== '')) {
    const named = KIND_WORDS.get(word.toLowerCase());
    if (named !== undefined && kind === null) kind = named;
    else rest.push(word);
  }
  if (rest.length === 0) return { what: 'sheet', date: null, kind };
  const date = parseDay(rest.join(' '), today, 'past');
  return date === undefined ? refuse('meeting.badSheet', { text: rest.join(' ') }) : { what: 'sheet', date, kind };
}

/** A word for the half of the day. */
const HALF = /[ap]\.?m\.?|凌晨|早上|上午|中午|下午|晚上/iu;

/** '14:00', '9:30', '14点', '14点半', '14点30分', '2 pm', '2:30pm', '下午2点'; undefined for anything else. */
function timeOf(text: string): CivilTime | undefined {
  const found =
    /^(凌晨|早上|上午|中午|下午|晚上)? *(\d{1,2})(?:[:.](\d{2})|点(?:(\d{1,2})分?|(半))?)? *([ap])?(?:\.?m\.?)?$/iu.exec(
      text,
    );
  const [, chinese, hour = '', minutes, spoken, half, english] = found ?? [];
  const marked = /[ap]\.?m/iu.test(text);
  if (found === null || (english !== undefined) !== marked || !/[:.点]|[ap]\.?m/iu.test(text)) return undefined;
  const later = english?.toLowerCase() === 'p' || (chinese !== undefined && /中午|下午|晚上/u.test(chinese));
  const midnight = english?.toLowerCase() === 'a' && hour === '12';
  const hours = midnight ? 0 : Number(hour) + (later && Number(hour) < 12 ? 12 : 0);
  const time = `${String(hours).padStart(2, '0')}:${(minutes ?? spoken ?? (half ? '30' : '')).padStart(2, '0')}`;
  return isCivilTime(time) ? time : undefined;
}
