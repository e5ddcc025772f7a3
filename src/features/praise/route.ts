/** Who decides a praise: as a case, managers and supervisors up to a limit for one person and one incident, the president beyond (8.1, 8.4). */

import type { Fen } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Directory } from '../approval/rules.ts';
import {
  approvalBy,
  approvalEvent,
  type CaseAuthority,
  type Route as CaseRoute,
  mayDecideCase,
  routeFor,
} from '../violation/route.ts';
import { isOpen, type PraiseRecord, type Proposal } from './rules.ts';

/** What filing does, and who is asked afterwards. No steps: filing was the decision. */
export interface Route extends Omit<CaseRoute, 'opensAs'> {
  opensAs: 'proposed' | 'recommended' | 'granted';
}

/**
 * Where a praise goes. `settled`: the amounts `settledAmounts` finds for its incident. Filing by a person with the
 * authority grants it within the limit and recommends it beyond; otherwise a manager or supervisor is asked first.
 */
export function praiseRoute(
  proposal: Pick<Proposal, 'praisedId' | 'amount'>,
  settled: readonly Fen[],
  filer: Member,
  directory: Directory,
  limit: Fen,
): Route {
  const { opensAs, ...rest } = routeFor(weighed(proposal), settled, filer, directory, false, limit);
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

/** Whether a manager's or supervisor's approval would only recommend it to the president. */
export function isBeyondLeaders(
  proposal: Pick<Proposal, 'praisedId' | 'amount'>,
  settled: readonly Fen[],
  limit: Fen,
): boolean {
  return approvalEvent('leader', weighed(proposal), settled, limit) === 'recommend';
}

/** What the person's approval does to the praise at this step, or why they may not decide it. */
export function grantBy(
  decider: Member,
  proposal: Pick<Proposal, 'praisedId' | 'amount'>,
  step: CaseAuthority,
  settled: readonly Fen[],
  directory: Directory,
  limit: Fen,
  escalated: boolean,
): { event: 'grant' | 'recommend'; onBehalfOf: string | null } | Refusal {
  const answer = approvalBy(decider, weighed(proposal), step, settled, directory, limit, escalated);
  if (!('event' in answer)) return answer;
  return { ...answer, event: answer.event === 'uphold' ? 'grant' : 'recommend' };
}

/** Whether the person decides about that one at all, of their own or by lent authority: who may look into the praises of others. */
export function decidesAbout(decider: Member, praisedId: string, directory: Directory): boolean {
  return 'onBehalfOf' in mayDecideCase(decider, { accusedId: praisedId }, 'leader', directory, true);
}

/** As 8.1 weighs it, which is the same for both kinds of incentives. */
function weighed({ praisedId, amount }: Pick<Proposal, 'praisedId' | 'amount'>) {
  return { accusedId: praisedId, amount, consequence: null, compensates: false };
}
