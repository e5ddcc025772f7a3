/** Who decides a praise: as a case, the levels of authority up to their limits for one person and one incident (8.1, 8.4). */

import type { Fen } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Level } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import type { Directory } from '../approval/rules.ts';
import {
  approvalBy,
  authorityFor,
  type CaseAuthority,
  type Route as CaseRoute,
  routeFor,
  standingAs,
} from '../violation/route.ts';
import { isOpen, type PraiseRecord, type Proposal } from './rules.ts';

/** What filing does, and who is asked afterwards. No steps: filing was the decision. */
export interface Route extends Omit<CaseRoute, 'opensAs' | 'decidedAs'> {
  opensAs: 'proposed' | 'recommended' | 'granted';
}

/**
 * Where a praise goes. `settled`: the amounts `settledAmounts` finds for its incident. Filing by a person with the
 * authority grants it within their limit and recommends it beyond; otherwise the lowest level is asked first.
 */
export function praiseRoute(
  proposal: Pick<Proposal, 'praisedId' | 'amount'>,
  settled: readonly Fen[],
  filer: Member,
  directory: Directory,
): Route {
  const { opensAs, decidedAs: _as, ...rest } = routeFor(weighed(proposal), settled, filer, directory, false);
  return { ...rest, opensAs: opensAs === 'upheld' ? 'granted' : opensAs === 'recommended' ? opensAs : 'proposed' };
}

/**
 * The incentives that count together with a praise: those for the same person and the same business day which are
 * granted, or open and filed before it. A praise not filed yet has no number, and everything open was before it. Fines
 * are another matter and are not set against them.
 */
export function settledAmounts(
  praises: readonly PraiseRecord[],
  of: Pick<Proposal, 'praisedId' | 'date'> & { number?: number },
): Fen[] {
  return praises
    .filter(other => other.praisedId === of.praisedId && other.date === of.date && other.number !== of.number)
    .filter(other => other.status === 'granted' || (isOpen(other.status) && other.number < (of.number ?? Infinity)))
    .flatMap(other => other.amount ?? []);
}

/** The level whose limit covers it. */
export function authorityOf(
  proposal: Pick<Proposal, 'praisedId' | 'amount'>,
  settled: readonly Fen[],
  levels: readonly Level[],
): CaseAuthority {
  return authorityFor(weighed(proposal), settled, levels);
}

/** What the person's approval does to the praise at this step, or why they may not decide it. */
export function grantBy(
  decider: Member,
  proposal: Pick<Proposal, 'praisedId' | 'amount'>,
  step: CaseAuthority,
  settled: readonly Fen[],
  directory: Directory,
  escalated: boolean,
): { event: 'grant' | 'recommend'; as: CaseAuthority; onBehalfOf: string | null } | Refusal {
  const answer = approvalBy(decider, weighed(proposal), step, settled, directory, escalated);
  if (!('event' in answer)) return answer;
  return { ...answer, event: answer.event === 'uphold' ? 'grant' : 'recommend' };
}

/** Whether the person decides about that one at all, of their own or by lent authority: who may look into the praises of others. */
export function decidesAbout(decider: Member, praisedId: string, directory: Directory): boolean {
  return standingAs(decider, { accusedId: praisedId }, directory).length > 0;
}

/** As 8.1 weighs it, which is the same for both kinds of incentives. */
function weighed({ praisedId, amount }: Pick<Proposal, 'praisedId' | 'amount'>) {
  return { accusedId: praisedId, amount, consequence: null, compensates: false };
}
