/** Who decides a case: the levels of authority up to their limits for one person and one incident, the president beyond (8.1, 8.4). */

import { addDays } from '../../kernel/civil.ts';
import { type Fen, fen, sumFen, yuan } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { type Level, type LevelName, levelNames, levelOf, lowestOf, type Post, rankOf } from '../../member/post.ts';
import { holds, type Member } from '../../member/rules.ts';
import { type Directory, eligible, type Matter, mayDecide } from '../approval/rules.ts';
import type { CaseRecord, Proposal } from './rules.ts';
import { type CaseEvent, type CaseStatus, isOpen, stands } from './states.ts';

/** A level of the rulebook: `leader` is the lowest (8.1), `president` the last (8.4). */
export type CaseAuthority = LevelName;

/** One decision on a case's way. */
export interface Step {
  authority: CaseAuthority;
  /** Whether approval at this step upholds the case; otherwise it is the recommendation that goes to the next step. */
  settles: boolean;
}

/** What filing does, and who is asked afterwards, in this order. No steps: filing was the decision. */
export interface Route {
  opensAs: Extract<CaseStatus, 'proposed' | 'hearing' | 'deciding' | 'recommended' | 'upheld'>;
  /** Whose lent authority the filer used to decide or recommend by filing. */
  onBehalfOf: string | null;
  /** By which level it was decided, where filing decided it. */
  decidedAs?: CaseAuthority;
  steps: readonly Step[];
}

/** That something goes on beyond whoever decides it first. */
export interface GoesOn {
  /** The level whose limit covers it. */
  needs: CaseAuthority;
  /** The levels above the lowest of which somebody may decide, in order. */
  to: readonly CaseAuthority[];
}

/** A level that recommended something, and the one it went to; null where it waits for something else first. */
export interface PassedTo {
  at: CaseAuthority;
  by: string;
  /** In whose place, when authority was lent. */
  onBehalfOf: string | null;
  reason: string | null;
  to: CaseAuthority | null;
}

/** What a case asks for, as far as it says who decides. */
type Asked = Pick<Proposal, 'amount' | 'consequence' | 'compensates'>;

/** The most that is decided below the last level, and 300 where there is no other: what an open amount is measured by. */
export function limitIn(levels: readonly Level[]): Fen {
  const below = levels.flatMap(({ upTo }) => upTo ?? []);
  return below.length === 0 ? yuan(300) : fen(Math.max(...below));
}

/**
 * The lowest level whose limit covers a proposal beside `settled`, the fines `settledAmounts` finds for its incident; a
 * limit is for one person and one incident, and is itself within (8.1). A consequence always needs the president; a case
 * without a fine never does for its amount, and neither does compensation.
 */
export function authorityFor(
  { amount, consequence, compensates }: Asked,
  settled: readonly Fen[],
  levels: readonly Level[],
): CaseAuthority {
  if (consequence !== null) return 'president';
  if (amount === null || compensates) return lowestOf(levels);
  const total = sumFen([...settled, amount]);
  return levelNames(levels).find((_, at) => (levels[at]?.upTo ?? Infinity) >= total) ?? 'president';
}

/**
 * The fines that count together with a case: those of the same person and the same business day which stand, or are
 * open and were filed before it. A case not filed yet has no number, and everything open was before it. So an incident
 * cannot be split to stay within the limit, and a small case is not lifted over it by what is filed later.
 */
export function settledAmounts(
  cases: readonly CaseRecord[],
  of: Pick<Proposal, 'accusedId' | 'date'> & { number?: number },
): Fen[] {
  return finesBeside(cases, of).flatMap(other => (other.date === of.date && other.amount !== null ? other.amount : []));
}

/**
 * The fines of the same person in incidents of other days, at most so many days from this one, counted in the same way.
 * They are no part of the limit of 8.1: they are shown, so that nobody splits one incident over several days unseen.
 */
export function nearbyAmounts(
  cases: readonly CaseRecord[],
  of: Pick<Proposal, 'accusedId' | 'date'> & { number?: number },
  days: number,
): Fen[] {
  return fined(cases, of, days).flatMap(({ date, amount }) => (date === of.date ? [] : (amount ?? [])));
}

/**
 * The cases whose fines, with that of an upheld case, pass the limit of the level that upheld it although its own incident
 * does not: the next level is told of them. Null where they do not.
 */
export function passingTogether(
  cases: readonly CaseRecord[],
  of: CaseRecord,
  days: number,
  limit: Fen,
): { others: readonly number[]; sum: Fen } | null {
  if (of.amount === null || of.compensates) return null;
  const others = fined(cases, of, days);
  const sum = sumFen([of.amount, ...others.flatMap(({ amount }) => amount ?? [])]);
  // What was filed later that day counts too: with it the incident itself goes to the next level.
  const incident = sumFen(settledAmounts(cases, { accusedId: of.accusedId, date: of.date }));
  return sum > limit && incident <= limit ? { others: others.map(({ number }) => number), sum } : null;
}

/** What is fined beside it in the same incident, and in others at most so many days from it. */
function fined(
  cases: readonly CaseRecord[],
  of: Pick<Proposal, 'accusedId' | 'date'> & { number?: number },
  days: number,
): readonly CaseRecord[] {
  const [from, to] = [addDays(of.date, -days), addDays(of.date, days)];
  return finesBeside(cases, of).filter(({ date, amount }) => amount !== null && date >= from && date <= to);
}

function finesBeside(
  cases: readonly CaseRecord[],
  of: Pick<Proposal, 'accusedId'> & { number?: number },
): readonly CaseRecord[] {
  return cases
    .filter(other => other.accusedId === of.accusedId && other.number !== of.number && !other.compensates)
    .filter(other => stands(other.status) || (isOpen(other.status) && other.number < (of.number ?? Infinity)));
}

/**
 * Where a proposal goes. `isHeard`: the member is heard before anybody decides. Otherwise filing by a person with the authority
 * decides it within their limit and recommends it beyond, and the levels are asked from the lowest where somebody else filed it.
 */
export function routeFor(
  proposal: Pick<Proposal, 'accusedId'> & Asked,
  settled: readonly Fen[],
  filer: Member | null,
  directory: Directory,
  isHeard: boolean,
): Route {
  const { levels } = directory;
  const needed = authorityFor(proposal, settled, levels);
  const own = filer === null ? null : (standingAs(filer, proposal, directory).at(-1) ?? null);
  if (isHeard || own === null) {
    const steps = stepsFor(proposal, needed, directory, own?.authority ?? null);
    return { opensAs: isHeard ? 'hearing' : 'deciding', onBehalfOf: null, steps };
  }
  const { authority: decidedAs, onBehalfOf } = own;
  const rank = rankOf(decidedAs, levels);
  if (rank >= rankOf(needed, levels)) return { opensAs: 'upheld', decidedAs, onBehalfOf, steps: [] };
  return { opensAs: 'recommended', onBehalfOf, steps: stepsFrom(proposal, needed, directory, rank + 1) };
}

/**
 * Who is asked, in this order, once nothing else stands before a decision: the levels from the lowest, each recommending
 * to the next, up to the first whose limit covers it. A level of which nobody may decide about the member is passed over.
 * Nobody below is asked about what a level filed: `filedAs` is the level of whoever filed it, null where they have none.
 */
export function stepsFor(
  proposal: Pick<Proposal, 'accusedId'>,
  needed: CaseAuthority,
  directory: Directory,
  filedAs: CaseAuthority | null,
): readonly Step[] {
  return stepsFrom(proposal, needed, directory, filedAs === null ? 0 : rankOf(filedAs, directory.levels));
}

function stepsFrom(
  proposal: Pick<Proposal, 'accusedId'>,
  needed: CaseAuthority,
  directory: Directory,
  lowest: number,
): readonly Step[] {
  const { levels } = directory;
  const isAsked = (authority: CaseAuthority) =>
    authority === 'president' || eligible(matterOf(proposal, authority, false), directory).length > 0;
  const asked = levelNames(levels).filter((authority, rank) => rank >= lowest && isAsked(authority));
  const last = asked.findIndex(authority => rankOf(authority, levels) >= rankOf(needed, levels));
  return asked.slice(0, last + 1).map((authority, at) => ({ authority, settles: at === last }));
}

/** The levels at which the person may decide about the accused now, of their own or by lent authority; the lowest first. */
export function standingAs(
  decider: Member,
  proposal: Pick<Proposal, 'accusedId'>,
  directory: Directory,
): { authority: CaseAuthority; onBehalfOf: string | null }[] {
  return levelNames(directory.levels).flatMap(authority => {
    const answer = mayDecideCase(decider, proposal, authority, directory);
    return 'onBehalfOf' in answer ? { authority, ...answer } : [];
  });
}

/**
 * Whether the person may decide the case at this step: their own or lent authority, never the accused, never somebody
 * the accused leads, at any height. Having filed it is no obstacle: the matter is the accused's, not the filer's.
 * `escalated`: the level let it lie, so the next one may take its step.
 */
export function mayDecideCase(
  decider: Member,
  proposal: Pick<Proposal, 'accusedId'>,
  step: CaseAuthority,
  directory: Directory,
  escalated = false,
): { onBehalfOf: string | null } | Refusal {
  return mayDecide(matterOf(proposal, step, escalated), decider, directory);
}

/** What approval by that authority does now: it upholds within its limit and recommends beyond it. */
export function approvalEvent(
  decidedAs: CaseAuthority,
  proposal: Asked,
  settled: readonly Fen[],
  levels: readonly Level[],
): Extract<CaseEvent, 'uphold' | 'recommend'> {
  const needed = authorityFor(proposal, settled, levels);
  return rankOf(decidedAs, levels) >= rankOf(needed, levels) ? 'uphold' : 'recommend';
}

/**
 * What the person's approval does to the case at this step, and by which level, or why they may not decide it. Whoever
 * stands higher as well settles at any step what their higher level may settle.
 */
export function approvalBy(
  decider: Member,
  proposal: Pick<Proposal, 'accusedId'> & Asked,
  step: CaseAuthority,
  settled: readonly Fen[],
  directory: Directory,
  escalated = false,
): { event: 'uphold' | 'recommend'; as: CaseAuthority; onBehalfOf: string | null } | Refusal {
  const { levels } = directory;
  const answer = mayDecideCase(decider, proposal, step, directory, escalated);
  if (!('onBehalfOf' in answer)) return answer;
  const mine = standingAs(decider, proposal, directory).map(({ authority }) => authority);
  const from = mine.filter(authority => rankOf(authority, levels) >= rankOf(step, levels));
  const settling = from.find(authority => approvalEvent(authority, proposal, settled, levels) === 'uphold');
  return { ...answer, event: settling === undefined ? 'recommend' : 'uphold', as: settling ?? from.at(-1) ?? step };
}

/** The level of what an approval is before. */
export function levelOfStep({ step }: { step: string }, levels: readonly Level[]): CaseAuthority {
  return levelNames(levels)[rankOf(step, levels)] ?? 'president';
}

/** The highest level whose post the person holds, and at least that one. */
export function highestHeld(member: Member, least: CaseAuthority, levels: readonly Level[]): CaseAuthority {
  const held = levelNames(levels).filter((_, at) => holds(member, levels[at]?.posts ?? []));
  return held.findLast(authority => rankOf(authority, levels) > rankOf(least, levels)) ?? least;
}

/** The level to which approval at that one only passes it on; null where it settles it. */
export function recommendsTo(goesOn: GoesOn | null, authority: string, levels: readonly Level[]): CaseAuthority | null {
  if (goesOn === null || rankOf(authority, levels) >= rankOf(goesOn.needs, levels)) return null;
  return goesOn.to.find(each => rankOf(each, levels) > rankOf(authority, levels)) ?? null;
}

/** The level that settles what goes on, and the limit it is beyond. */
export function settledBy({ needs, to }: GoesOn, levels: readonly Level[]): { by: CaseAuthority; above: Fen } {
  const by = to.find(each => rankOf(each, levels) >= rankOf(needs, levels)) ?? 'president';
  return { by, above: fen(levels[rankOf(needs, levels) - 1]?.upTo ?? 0) };
}

/** The posts of the level to which whoever decided at that one only recommended it; null where they decided it. */
export function advisedTo(
  { advised, goesOn }: { advised: readonly Pick<PassedTo, 'at' | 'to'>[]; goesOn: GoesOn | null },
  authority: string,
  levels: readonly Level[],
): readonly Post[] | null {
  const passed = advised.find(({ at }) => at === authority);
  if (passed === undefined) return null;
  return levelOf(passed.to ?? recommendsTo(goesOn, authority, levels) ?? 'president', levels).posts;
}

/** The accused stands as the requester too, because in a case the filer is not a party. */
function matterOf({ accusedId }: Pick<Proposal, 'accusedId'>, authority: CaseAuthority, escalated: boolean): Matter {
  return { authority, requesterId: accusedId, concernsId: accusedId, state: 'pending', escalated, accuses: true };
}
