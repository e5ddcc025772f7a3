/** The one line after /meeting: what is wanted, in either language. */
import { type CivilDate, type CivilTime, isCivilTime, parseDate, parsePastDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Report } from './report/rules.ts';
import type { MeetingKind } from './rules.ts';

export interface MeetingLineRefusals {
  /** None of the things /meeting does. */
  'meeting.badLine': { text: string };
  /** A report in one line has three parts with | between them. */
  'meeting.badReport': Record<never, never>;
  'meeting.badMonthly': { text: string };
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
 * `sheet [<date>] [<kind>]`. Whether it is allowed is not its question.
 */
export function parseMeetingLine(text: string, today: CivilDate): MeetingLine | Refusal {
  const typed = text.trim();
  const line = halfWidth(typed);
  if (line === '') return { what: 'list' };
  for (const [pattern, deed] of DEEDS) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const rest = line.slice(found[0].length).trim();
    if (deed === 'report') return readReport(typed.slice(found[0].length).trim());
    if (deed === 'monthly') return readMonthly(rest, today);
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

function readMonthly(text: string, today: CivilDate): MeetingLine | Refusal {
  if (text === '') return { what: 'monthlyForm' };
  const words = text.split(/\s+/u);
  const time = timeOf(words.pop() ?? '');
  const date = parseDate(words.join(' '), today);
  if (time === undefined || date === undefined) return refuse('meeting.badMonthly', { text });
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
  const date = parsePastDate(rest.join(' '), today);
  return date === undefined ? refuse('meeting.badSheet', { text }) : { what: 'sheet', date, kind };
}

/** '14:00', '9:30', '14点', '14点30分'; undefined for anything else. */
function timeOf(word: string): CivilTime | undefined {
  const found = /^(\d{1,2})(?::(\d{2})|点(?:(\d{1,2})分?)?)$/u.exec(word);
  if (found === null) return undefined;
  const time = `${(found[1] ?? '').padStart(2, '0')}:${(found[2] ?? found[3] ?? '').padStart(2, '0')}`;
  return isCivilTime(time) ? time : undefined;
}
