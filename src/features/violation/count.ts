/** What repeated cases lead to: three notices of criticism in a year (8.3), three cases in total (1.32). */
import { type CivilDate, monthsBefore } from '../../kernel/civil.ts';
import type { Settings } from '../../kernel/settings.ts';
import type { CaseRecord, Proposal } from './rules.ts';
import { counts, isOpen, stands } from './states.ts';

/** The article a consequence is proposed under. */
export type Ground = '8.3' | '1.32';

/** A consequence the leader is now asked to propose. */
export interface Due {
  ground: Ground;
  accusedId: string;
  /** How many count now, at least the threshold. */
  count: number;
  /** The cases that count, oldest first. */
  caseIds: readonly string[];
  /** The day the last of them became final: the date of the proposal, and for 8.3 its year. */
  date: CivilDate;
}

/**
 * The notices of criticism in effect of one person and calendar year, oldest first. A notice belongs to the year in
 * which it was issued, which is the day its case became final, not the day of the incident.
 */
export function noticesIn(cases: readonly CaseRecord[], accusedId: string, year: number): CaseRecord[] {
  return finalOf(cases, accusedId).filter(kept => kept.notice && yearOf(finalDay(kept)) === year);
}

/** The final cases of 1.1 to 1.31 of one person, oldest first: all of them, or those whose incident lies in the window of months. */
export function casesTowards132(
  cases: readonly CaseRecord[],
  accusedId: string,
  today: CivilDate,
  settings: Pick<Settings, 'caseWindowMonths'>,
): CaseRecord[] {
  const since = windowStart(today, settings.caseWindowMonths);
  return finalOf(cases, accusedId).filter(kept => isWorkRule(kept.article) && kept.date >= since);
}

/** What was upheld against a person and is not final yet. */
export interface NotFinal {
  /** Under 1.1 to 1.31, as `casesTowards132` counts them. */
  cases: number;
  notices: number;
  /** Some of it is appealed against; otherwise it is open to appeal. */
  appealed: boolean;
}

export function notFinal(
  cases: readonly CaseRecord[],
  accusedId: string,
  today: CivilDate,
  settings: Pick<Settings, 'caseWindowMonths'>,
): NotFinal {
  const since = windowStart(today, settings.caseWindowMonths);
  const standing = cases.filter(other => other.accusedId === accusedId && isNotFinal(other));
  const towards = standing.filter(({ article, date }) => isWorkRule(article) && date >= since);
  const noticed = standing.filter(({ notice }) => notice);
  const appealed = [...towards, ...noticed].some(({ status }) => status === 'appealed');
  return { cases: towards.length, notices: noticed.length, appealed };
}

/** Which notice of the year it is; `ifAll`: once it and those decided before it are all final. */
export interface NoticeNumber {
  number: number;
  ifAll: boolean;
}

/**
 * Which notice of criticism of that calendar year the case's own is, after those final before it, or where it is not final,
 * after all that are and those decided before it; null where it has none, or one of another year.
 */
export function noticeNumber(kept: CaseRecord, others: readonly CaseRecord[], year: number): NoticeNumber | null {
  if (!kept.notice || !stands(kept.status)) return null;
  const final = noticesIn(others, kept.accusedId, year);
  if (counts(kept.status)) {
    if (yearOf(finalDay(kept)) !== year) return null;
    const key = (one: CaseRecord) => one.finalAt ?? finalDay(one);
    return { number: final.filter(other => comesBefore(other, kept, key)).length + 1, ifAll: false };
  }
  const key = (one: CaseRecord) => one.decidedAt ?? one.decidedOn ?? '';
  const waiting = others.filter(other => {
    return other.accusedId === kept.accusedId && other.notice && isNotFinal(other) && comesBefore(other, kept, key);
  });
  return { number: final.length + waiting.length + 1, ifAll: waiting.length > 0 };
}

function comesBefore(one: CaseRecord, other: CaseRecord, key: (one: CaseRecord) => string): boolean {
  return key(one) === key(other) ? one.number < other.number : key(one) < key(other);
}

function isNotFinal({ status }: CaseRecord): boolean {
  return stands(status) && !counts(status);
}

/**
 * 8.3: the proposal now due for that year, or null. It is due once for each full threshold: at the 3rd notice, not
 * again at the 4th and 5th, once more at the 6th. While a proposal on either ground is open no other is due, so ask
 * whenever a case becomes final or no longer counts, the proposal's own decision included. A withdrawn, overturned or
 * voided proposal was none.
 */
export function thirdNotice(
  cases: readonly CaseRecord[],
  accusedId: string,
  year: number,
  settings: Pick<Settings, 'noticeThreshold'>,
): Due | null {
  const made = proposalsOf(cases, accusedId, '8.3');
  const ofYear = made.filter(proposal => yearOf(proposal.date) === year);
  return dueOf('8.3', accusedId, noticesIn(cases, accusedId, year), cases, ofYear, settings.noticeThreshold);
}

/** 1.32: the proposal now due, or null, once for each full threshold in the same way as `thirdNotice`. */
export function thirdCase(
  cases: readonly CaseRecord[],
  accusedId: string,
  today: CivilDate,
  settings: Pick<Settings, 'caseThreshold' | 'caseWindowMonths'>,
): Due | null {
  const made = proposalsOf(cases, accusedId, '1.32');
  const since = windowStart(today, settings.caseWindowMonths);
  const inWindow = made.filter(proposal => proposal.date >= since);
  const counting = casesTowards132(cases, accusedId, today, settings);
  return dueOf('1.32', accusedId, counting, cases, inWindow, settings.caseThreshold);
}

/** What the leader proposes when asked: a consequence, which only the president decides (8.4). */
export function consequenceOf(due: Due, filerId: string, articleVersion: number): Proposal {
  return {
    accusedId: due.accusedId,
    filerId,
    article: due.ground,
    articleVersion,
    tier: 'plain',
    date: due.date,
    amount: null,
    notice: false,
    consequence: 'transfer-or-dismissal',
    compensates: false,
  };
}

/**
 * Whether an open proposal of 8.3 or 1.32 still has its ground. After a reversal it may not, and is then withdrawn:
 * without it in the list, the same count would no longer make it due.
 */
export function groundStands(
  proposal: CaseRecord,
  cases: readonly CaseRecord[],
  today: CivilDate,
  settings: Pick<Settings, 'caseThreshold' | 'caseWindowMonths' | 'noticeThreshold'>,
): boolean {
  const others = cases.filter(other => other.id !== proposal.id);
  return proposal.article === '8.3'
    ? thirdNotice(others, proposal.accusedId, yearOf(proposal.date), settings) !== null
    : thirdCase(others, proposal.accusedId, today, settings) !== null;
}

/**
 * One consequence is proposed once: nothing is due while a proposal on either ground waits, and what the other ground put
 * forward with these same cases answers for them here as well.
 */
function dueOf(
  ground: Ground,
  accusedId: string,
  counting: readonly CaseRecord[],
  cases: readonly CaseRecord[],
  answered: readonly CaseRecord[],
  threshold: number,
): Due | null {
  const last = counting.at(-1);
  const others = proposalsOf(cases, accusedId, ground === '8.3' ? '1.32' : '8.3');
  const waits = [...proposalsOf(cases, accusedId, ground), ...others].some(({ status }) => isOpen(status));
  if (threshold < 1 || last === undefined || waits) return null;
  const caseIds = counting.map(kept => kept.id);
  const forThese = others.filter(({ counted = [] }) => counted.filter(id => caseIds.includes(id)).length >= threshold);
  if (Math.floor(counting.length / threshold) <= answered.length + forThese.length) return null;
  return { ground, accusedId, count: counting.length, caseIds, date: finalDay(last) };
}

/** The proposals made on that ground which stand or were answered; what was withdrawn, overturned or voided was none. */
function proposalsOf(cases: readonly CaseRecord[], accusedId: string, ground: Ground): CaseRecord[] {
  return cases.filter(
    other =>
      other.accusedId === accusedId &&
      other.article === ground &&
      !['withdrawn', 'overturned', 'voided'].includes(other.status),
  );
}

function finalOf(cases: readonly CaseRecord[], accusedId: string): CaseRecord[] {
  return cases
    .filter(other => other.accusedId === accusedId && counts(other.status))
    .sort((a, b) => finalDay(a).localeCompare(finalDay(b)) || a.number - b.number);
}

function finalDay({ finalOn, date }: CaseRecord): CivilDate {
  return finalOn ?? date;
}

/** Whether the article is one of 1.1 to 1.31. */
function isWorkRule(article: string): boolean {
  return /^1\.[0-9]+$/u.test(article) && article !== '1.32';
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** The first day of the window that ends today; without a window every day is inside. */
function windowStart(today: CivilDate, months: number | null): CivilDate {
  return months === null ? '' : monthsBefore(today, months);
}
