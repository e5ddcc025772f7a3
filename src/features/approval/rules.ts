/** Who may decide a matter (3.2, 8.1, 8.4), when they are reminded, and when it goes to the next authority. */

import { type CivilDate, type CivilTime, civilOf, instantOf } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Term } from '../../kernel/term.ts';
import { type Level, type LevelName, levelNames, levelOf, POSTS, type Post, rankOf } from '../../member/post.ts';
import { holds, LEADERS, leads, type Member, standingOf } from '../../member/rules.ts';
import type { Calendar } from '../calendar/rules.ts';

/** Whose decision it is: `leave` 3.2, the others a level of 8.1 and 8.4 as the rulebook has them. */
export type Authority = 'leave' | LevelName;

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
  /** Who may not decide it whatever they hold: of an appeal, who decided. */
  notBy?: string | null;
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
  'approval.ownDecision': Record<never, never>;
  'approval.ownDelegate': { principalId: string };
  'approval.subordinate': { concernsId: string };
  'approval.notYours': { needs: readonly Post[] };
  /** `accuses`: of what is decided about somebody by 8.1, not of what somebody asked for. */
  'approval.reasonMissing': { accuses: boolean };
  'delegation.self': Record<never, never>;
  'delegation.nothingToLend': { needs: readonly Post[] };
  'delegation.badSpan': { from: CivilDate; to: CivilDate; latest: CivilDate };
  'delegation.badDate': { text: string };
  'delegation.badLine': { text: string };
  'delegation.none': Record<never, never>;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends ApprovalRefusals {}
}

/** 3.2 */
const LEAVE: readonly Post[] = ['manager', 'deputy', 'assistant'];

/** The posts of an authority. */
export function postsOf(authority: Authority, levels: readonly Level[]): readonly Post[] {
  return authority === 'leave' ? LEAVE : levelOf(authority, levels).posts;
}

/** Every post that decides something, the most senior first. */
export function decidersIn(levels: readonly Level[]): Post[] {
  return POSTS.filter(post => LEAVE.includes(post) || levels.some(({ posts }) => posts.includes(post)));
}

/** Who may decide when nobody below did, the nearest first: of leave the president, of the rest the levels above. */
export function authoritiesAbove(authority: Authority, levels: readonly Level[]): LevelName[] {
  const names = levelNames(levels);
  return authority === 'leave' ? names.slice(-1) : names.slice(rankOf(authority, levels) + 1);
}

/**
 * Who decides as well when nobody of that authority did: the nearest above it of whom somebody may, the last where nobody
 * may; null when there is nobody above.
 */
export function nextAuthority(matter: Matter, directory: Directory): LevelName | null {
  const above = authoritiesAbove(matter.authority, directory.levels);
  const isAble = (authority: LevelName) => eligible({ ...matter, authority, escalated: false }, directory).length > 0;
  return (above.length > 1 ? above.find(isAble) : undefined) ?? above.at(-1) ?? null;
}

/**
 * Posts that may decide the matter as it stands now. In somebody's case or praise those of `staffOnly` decide about staff
 * alone: what concerns another leader goes to the others of the level, and where there is none to the next (8.1).
 */
export function decidingPosts(matter: Matter, directory: Directory): readonly Post[] {
  const { levels, members } = directory;
  const next = matter.escalated ? nextAuthority(matter, directory) : null;
  const posts = [matter.authority, ...(next === null ? [] : [next])].flatMap(each => postsOf(each, levels));
  const concerned = members.get(matter.concernsId);
  const overLeader = matter.accuses && concerned !== undefined && holds(concerned, LEADERS);
  const restricted = overLeader ? levels.flatMap(({ staffOnly }) => staffOnly) : [];
  return [...new Set(posts)].filter(post => !restricted.includes(post));
}

export interface Directory {
  members: ReadonlyMap<string, Member>;
  delegations: readonly Delegation[];
  today: CivilDate;
  /** The levels of authority, the lowest first (8.1, 8.4). */
  levels: readonly Level[];
}

/**
 * Whether the actor may decide the matter now: their own authority, or authority lent to them today. Never one's own
 * matter or request, never an appeal against their own decision, never as the delegate of the person concerned, and in what
 * accuses somebody never a person whom they lead.
 */
export function mayDecide(
  matter: Matter,
  actor: Member,
  directory: Directory,
): { onBehalfOf: string | null } | Refusal {
  const standing = standingOf(actor);
  if (standing !== true) return standing;
  if (actor.id === matter.concernsId || actor.id === matter.requesterId) return refuse('approval.own', {});
  if (actor.id === matter.notBy) return refuse('approval.ownDecision', {});
  const posts = decidingPosts(matter, directory);
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
