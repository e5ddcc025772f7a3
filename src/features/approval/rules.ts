/** Who may decide a matter (3.2, 8.1, 8.4), when they are reminded, and when it goes to the next authority. */

import { type CivilDate, type CivilTime, civilOf, instantOf } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Term } from '../../kernel/term.ts';
import type { Post } from '../../member/post.ts';
import { holds, LEADERS, leads, type Member, standingOf } from '../../member/rules.ts';
import type { Calendar } from '../calendar/rules.ts';

/** Whose decision it is: `leave` 3.2, `leader` 8.1, `president` 8.4. */
export type Authority = 'leave' | 'leader' | 'president';

/**
 * - `pending`: somebody with the authority must decide.
 * - `approved`, `rejected`: decided, once, by one person.
 * - `withdrawn`: the requester took it back, or what it was about is gone.
 * - `expired`: nobody decided while it could be decided.
 * - `takenBack`: no request, but the entry that an earlier decision was taken back.
 */
export type ApprovalState = 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'expired' | 'takenBack';

/** How a request ended. */
export type Ended = Exclude<ApprovalState, 'pending' | 'takenBack'>;

export interface Matter {
  authority: Authority;
  requesterId: string;
  /** Whose matter it is: the person on leave, the person accused. */
  concernsId: string;
  state: ApprovalState;
  /** Nobody decided in time: the next authority may decide as well. */
  escalated: boolean;
  /** It is decided about the person it concerns, by 8.1: a case against them, or a praise of them. */
  accuses: boolean;
}

/** Authority lent by `principalId`, both days included. */
export interface Delegation {
  principalId: string;
  delegateId: string;
  from: CivilDate;
  to: CivilDate;
}

export interface ApprovalRefusals {
  /** What is typed is done by a button of a list. */
  'approval.byButton': { deed: 'takeBack' | 'decide' };
  'approval.gone': Record<never, never>;
  'approval.decided': {
    accuses: boolean;
    state: Ended;
    by: string | null;
    at: string;
  };
  /** Nobody decided in time; `at` is when that was. */
  'approval.expired': { at: string };
  'approval.own': Record<never, never>;
  'approval.ownDelegate': { principalId: string };
  'approval.subordinate': { concernsId: string };
  'approval.notYours': { needs: readonly Post[] };
  'approval.reasonMissing': Record<never, never>;
  'delegation.self': Record<never, never>;
  'delegation.nothingToLend': Record<never, never>;
  'delegation.badSpan': { from: CivilDate; to: CivilDate; latest: CivilDate };
  'delegation.badDate': { text: string };
  'delegation.badLine': { text: string };
  'delegation.none': Record<never, never>;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends ApprovalRefusals {}
}

export const AUTHORITIES: Record<Authority, readonly Post[]> = {
  leave: ['manager', 'deputy', 'assistant'],
  leader: ['manager', 'supervisor'],
  president: ['president'],
};

/** Who decides when nobody below did; null when there is nobody above. */
export function nextAuthority(authority: Authority): Authority | null {
  return authority === 'president' ? null : 'president';
}

/** Posts that may decide the matter as it stands now. */
export function decidingPosts(matter: Pick<Matter, 'authority' | 'escalated'>): readonly Post[] {
  const next = matter.escalated ? nextAuthority(matter.authority) : null;
  return next === null ? AUTHORITIES[matter.authority] : [...AUTHORITIES[matter.authority], ...AUTHORITIES[next]];
}

/**
 * The same for somebody's case or praise: a supervisor decides about staff only. What concerns the deputy, the assistant or another
 * supervisor goes to the manager (8.1); the manager's own, which the manager cannot decide, to the president.
 */
function postsFor(matter: Matter, members: ReadonlyMap<string, Member>): readonly Post[] {
  const posts = decidingPosts(matter);
  const concerned = members.get(matter.concernsId);
  const overLeader = matter.accuses && concerned !== undefined && holds(concerned, LEADERS);
  return overLeader ? posts.filter(post => post !== 'supervisor') : posts;
}

export interface Directory {
  members: ReadonlyMap<string, Member>;
  delegations: readonly Delegation[];
  today: CivilDate;
}

/**
 * Whether the actor may decide the matter now: their own authority, or authority lent to them today. Never one's own
 * matter or request, never as the delegate of the person concerned, and in what accuses somebody never a person whom they lead.
 */
export function mayDecide(
  matter: Matter,
  actor: Member,
  directory: Directory,
): { onBehalfOf: string | null } | Refusal {
  const standing = standingOf(actor);
  if (standing !== true) return standing;
  if (actor.id === matter.concernsId || actor.id === matter.requesterId) return refuse('approval.own', {});
  const posts = postsFor(matter, directory.members);
  if (matter.accuses && leads(matter.concernsId, actor.id, directory.members)) {
    return refuse('approval.subordinate', { concernsId: matter.concernsId });
  }
  if (holds(actor, posts)) return { onBehalfOf: null };
  const lent = principalsOf(actor.id, directory).filter(principal => holds(principal, posts));
  const usable = lent.find(principal => principal.id !== matter.concernsId && principal.id !== matter.requesterId);
  if (usable !== undefined) return { onBehalfOf: usable.id };
  const own = lent[0];
  return own !== undefined
    ? refuse('approval.ownDelegate', { principalId: own.id })
    : refuse('approval.notYours', { needs: posts });
}

/** Everybody who may decide the matter today: the people its card is sent to. */
export function eligible(matter: Matter, directory: Directory): { member: Member; onBehalfOf: string | null }[] {
  return [...directory.members.values()].flatMap(member => {
    const answer = mayDecide(matter, member, directory);
    return 'onBehalfOf' in answer ? [{ member, onBehalfOf: answer.onBehalfOf }] : [];
  });
}

/** Reminded at that time on the next working day, passed on at that time on the one after (peers: on working days only). */
export function timersOf(
  requestedAt: Date,
  calendar: Calendar,
  remindTime: CivilTime,
  zone: string,
): { remindAt: Date; escalateAt: Date } {
  const first = calendar.nextWorkday(civilOf(requestedAt, zone).date);
  const second = calendar.nextWorkday(first);
  return { remindAt: instantOf(first, remindTime, zone), escalateAt: instantOf(second, remindTime, zone) };
}

/**
 * When to remind of a matter next after an instant: at its own time, and when its term asks for it; not at its own where the
 * term's reminder came since it was asked for. Null when nothing is left before the term.
 */
export function nextReminder(
  { requestedAt, remindAt }: { requestedAt: Date; remindAt: Date },
  term: Term | null,
  after: Date,
): Date | null {
  const { at, reminders } = term ?? { at: null, reminders: [] };
  const own = reminders.some(time => requestedAt < time && time <= remindAt) ? [] : [remindAt];
  const left = [...own, ...reminders].filter(time => time > after && (at === null || time < at));
  return left.length === 0 ? null : new Date(Math.min(...left.map(time => time.getTime())));
}

function principalsOf(delegateId: string, { members, delegations, today }: Directory): Member[] {
  return delegations
    .filter(lent => lent.delegateId === delegateId && lent.from <= today && today <= lent.to)
    .flatMap(lent => members.get(lent.principalId) ?? [])
    .filter(principal => standingOf(principal) === true);
}

/** Whether it was ended before that instant, one way or another. */
export function settledBefore(
  { state, decidedAt }: { state: ApprovalState; decidedAt: Date | null },
  instant: Date,
): boolean {
  return state !== 'pending' && (decidedAt === null || decidedAt < instant);
}
