/** A proposal of the bot: the states it passes through, who is in charge of it (8.1), and how long it waits. */
import type { CivilDate } from '../../kernel/civil.ts';
import type { Fen } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Level, type LevelName, levelNames, levelOf, lowestOf, type Post } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { type Directory, eligible, type Matter, mayDecide } from '../approval/rules.ts';
import type { Calendar } from '../calendar/rules.ts';

/**
 * - `waiting`: found by the bot; nobody has judged it, and whom it is about hears nothing of it.
 * - `filed`: somebody in charge made a case of it, which goes its own way from there.
 * - `excused`: somebody in charge saw a reason; it is no case and never will be.
 * - `dropped`: somebody in charge wants to hear no more of this one thing.
 * - `lapsed`: nobody decided for so many working days; no case.
 * - `gone`: what it was about is no longer so, such as leave that was approved afterwards.
 */
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_STATES = ['waiting', 'filed', 'excused', 'dropped', 'lapsed', 'gone'] as const;

/** What happens to a proposal: the first three by somebody in charge, the others by the clock. */
export type ProposalEvent = 'file' | 'excuse' | 'drop' | 'lapse' | 'vanish';

/** What somebody in charge can do about one. */
export type Verdict = Extract<ProposalEvent, 'file' | 'excuse' | 'drop'>;

export const VERDICTS: readonly Verdict[] = ['file', 'excuse', 'drop'];

/** What is to become of some. */
export type Decision =
  /** Of an open amount what is said, null for none. */
  { verdict: 'file'; amount: Fen | null } | { verdict: 'excuse'; reason: string } | { verdict: 'drop' };

/** The longest reason of an excuse, in characters. */
export const REASON_MAX = 500;

/** How it ended. */
export interface Ended {
  state: Exclude<ProposalState, 'waiting'>;
  /** Null where the clock did it. */
  by: string | null;
  /** Instant in ISO form. */
  at: string;
  caseId: number | null;
}

export interface ProposalRefusals {
  /** None of that number, or none the reader is in charge of: the answer is the same. */
  'proposal.notFound': Record<never, never>;
  /** Somebody, or the clock, was first; `at` as people read it. */
  'proposal.over': Ended;
  /** Lists of proposals are for those who decide cases of others. */
  'proposal.notInCharge': { needs: readonly Post[] };
  'proposal.reasonMissing': Record<never, never>;
  /** A reason, or an amount, is typed where the verdict has none. */
  'proposal.reasonUnused': { verdict: 'file' | 'drop' };
  'proposal.amountUnused': { verdict: 'excuse' | 'drop' };
  'proposal.reasonTooLong': { length: number; limit: number };
  /** Nothing was chosen of those that wait. */
  'proposal.noneChosen': Record<never, never>;
  /** What stands after `proposals` is no page of the list. */
  'proposal.badPage': { text: string; pages: number };
  /** Nothing waits that could be decided. */
  'proposal.noneWaiting': Record<never, never>;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends ProposalRefusals {}
}

const AFTER: Record<ProposalEvent, ProposalState> = {
  file: 'filed',
  excuse: 'excused',
  drop: 'dropped',
  lapse: 'lapsed',
  vanish: 'gone',
};

/** The state after the event; null where it is over already: each ends once. */
export function transition(state: ProposalState, event: ProposalEvent): ProposalState | null {
  return state === 'waiting' ? AFTER[event] : null;
}

/**
 * Whoever decides first about somebody (8.1): those of the lowest level, or to whom they lend authority today; nobody about
 * themselves, nor about who leads them. Where none of them may, those of the next, and at last the president (8.4).
 */
export function inCharge(memberId: string, directory: Directory): { member: Member; onBehalfOf: string | null }[] {
  const each = levelNames(directory.levels).map(level => eligible(about(memberId, level), directory));
  return each.find(able => able.length > 0) ?? [];
}

/** The posts that decide first. */
export function inChargeFirst(levels: readonly Level[]): readonly Post[] {
  return levelOf(lowestOf(levels), levels).posts;
}

/** Whether the member may decide about that person's proposals now, in whose place; or why not. */
export function mayDecideAbout(
  memberId: string,
  me: Member,
  directory: Directory,
): { onBehalfOf: string | null } | Refusal {
  const mine = inCharge(memberId, directory).find(({ member }) => member.id === me.id);
  if (mine !== undefined) return { onBehalfOf: mine.onBehalfOf };
  const refusal = mayDecide(about(memberId, lowestOf(directory.levels)), me, directory);
  return 'code' in refusal ? refusal : refuse('proposal.notInCharge', { needs: inChargeFirst(directory.levels) });
}

/** Whether the member decides first about anybody of the department. */
export function decidesAboutSome(me: Member, directory: Directory): boolean {
  return [...directory.members.keys()].some(id => inCharge(id, directory).some(({ member }) => member.id === me.id));
}

/** Whether one that first stood in the list of a day lapses on this day: it was there to be decided on so many working days. */
export function hasLapsed(
  firstListedOn: CivilDate | null,
  date: CivilDate,
  calendar: Calendar,
  lapseWorkdays: number,
): boolean {
  return firstListedOn !== null && calendar.workdaysBetween(firstListedOn, date) >= lapseWorkdays;
}

/** The reason of an excuse as it is kept, or why it cannot be. */
export function reasonIn(typed: string): string | Refusal {
  const text = typed.trim();
  const length = [...text].length;
  if (length === 0) return refuse('proposal.reasonMissing', {});
  return length > REASON_MAX ? refuse('proposal.reasonTooLong', { length, limit: REASON_MAX }) : text;
}

/** What proposals are ordered by in a list: by person, who waits longest first, then by the day of what happened. */
export function inOrder<P extends { id: number; memberId: string; date: CivilDate }>(rows: readonly P[]): P[] {
  const first = new Map<string, number>();
  const byAge = rows.toSorted((a, b) => a.date.localeCompare(b.date) || a.id - b.id);
  for (const [at, { memberId }] of byAge.entries()) if (!first.has(memberId)) first.set(memberId, at);
  return byAge.toSorted((a, b) => (first.get(a.memberId) ?? 0) - (first.get(b.memberId) ?? 0));
}

/** Names the person and the day of a proposal. */
export function dayKey({ memberId, date }: { memberId: string; date: CivilDate }): string {
  return `${memberId} ${date}`;
}

/** The act of coming to work on a day: a meeting and the punch may both find that somebody was late for it. */
export function arrivalOf(date: CivilDate, memberId: string): string {
  return `arrival:${date}:${memberId}`;
}

/** The person stands as the requester too: what the bot found has no filer. */
function about(memberId: string, authority: LevelName): Matter {
  return {
    authority,
    requesterId: memberId,
    concernsId: memberId,
    state: 'pending',
    escalated: false,
    accuses: true,
  };
}
