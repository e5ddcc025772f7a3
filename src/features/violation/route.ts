/** Who decides a case: managers and supervisors up to 300 yuan for one person and one incident, the president beyond (8.1, 8.4). */

import { type Fen, sumFen } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import { type Directory, eligible, type Matter, mayDecide } from '../approval/rules.ts';
import { AUTHORITY_LIMIT, type CaseEvent, type CaseRecord, isOpen, type Proposal } from './rules.ts';

/** `leader`: a manager or a supervisor (8.1). `president`: 8.4. */
export type CaseAuthority = 'leader' | 'president';

/** One decision on a case's way. */
export interface Step {
  authority: CaseAuthority;
  /** Whether approval at this step upholds the case; otherwise it is the recommendation that goes to the next step. */
  settles: boolean;
}

/** What filing does, and who is asked afterwards, in this order. No steps: filing was the decision. */
export interface Route {
  opensAs: 'proposed' | 'recommended' | 'upheld';
  /** Whose lent authority the filer used to decide or recommend by filing. */
  onBehalfOf: string | null;
  steps: readonly Step[];
}

/**
 * The authority a proposal needs beside `settled`, the amounts `settledAmounts` finds for its incident. A consequence
 * always needs the president; a case without a fine never does for its amount.
 */
export function authorityFor(
  proposal: Pick<Proposal, 'amount' | 'consequence'>,
  settled: readonly Fen[],
): CaseAuthority {
  if (proposal.consequence !== null) return 'president';
  if (proposal.amount === null) return 'leader';
  return sumFen([...settled, proposal.amount]) > AUTHORITY_LIMIT ? 'president' : 'leader';
}

/**
 * The fines that count together with a case: those of the same person and the same business day which are upheld, or
 * open and filed before it. A case not filed yet has no number, and everything open was before it. So an incident
 * cannot be split to stay within the limit, and a small case is not lifted over it by what is filed later.
 */
export function settledAmounts(
  cases: readonly CaseRecord[],
  of: Pick<Proposal, 'accusedId' | 'date'> & { number?: number },
): Fen[] {
  return cases
    .filter(other => other.accusedId === of.accusedId && other.date === of.date && other.number !== of.number)
    .filter(other => other.status === 'upheld' || (isOpen(other.status) && other.number < (of.number ?? Infinity)))
    .flatMap(other => other.amount ?? []);
}

/**
 * Where a proposal goes. Filing by a person with the authority decides it within the limit and recommends it beyond;
 * otherwise a manager or supervisor is asked first. Where none may decide about the accused, the president is asked at once.
 */
export function routeFor(
  proposal: Pick<Proposal, 'accusedId' | 'amount' | 'consequence'>,
  settled: readonly Fen[],
  filer: Member | null,
  directory: Directory,
): Route {
  const needed = authorityFor(proposal, settled);
  const asPresident = filer && mayDecideCase(filer, proposal, 'president', directory);
  if (asPresident && 'onBehalfOf' in asPresident) return { opensAs: 'upheld', ...asPresident, steps: [] };
  const asLeader = filer && mayDecideCase(filer, proposal, 'leader', directory);
  if (asLeader && 'onBehalfOf' in asLeader) {
    if (needed === 'leader') return { opensAs: 'upheld', ...asLeader, steps: [] };
    return { opensAs: 'recommended', ...asLeader, steps: [PRESIDENT] };
  }
  const steps: Step[] = needed === 'leader' ? [{ authority: 'leader', settles: true }] : [RECOMMENDATION, PRESIDENT];
  const led = eligible(matterOf(proposal, 'leader', false), directory).length > 0;
  return { opensAs: 'proposed', onBehalfOf: null, steps: led ? steps : [PRESIDENT] };
}

/**
 * Whether the person may decide the case at this step: their own or lent authority, never the accused, never somebody
 * the accused leads, at any height. Having filed it is no obstacle: the matter is the accused's, not the filer's.
 * `escalated`: the leaders let it lie, so the president may take their step.
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

/** What approval by that authority does now: a leader's upholds within the limit and recommends beyond it. */
export function approvalEvent(
  decidedAs: CaseAuthority,
  proposal: Pick<Proposal, 'amount' | 'consequence'>,
  settled: readonly Fen[],
): Extract<CaseEvent, 'uphold' | 'recommend'> {
  return decidedAs === 'president' || authorityFor(proposal, settled) === 'leader' ? 'uphold' : 'recommend';
}

/** What the person's approval does to the case at this step, or why they may not decide it. Whoever is president settles it at any step. */
export function approvalBy(
  decider: Member,
  proposal: Pick<Proposal, 'accusedId' | 'amount' | 'consequence'>,
  step: CaseAuthority,
  settled: readonly Fen[],
  directory: Directory,
  escalated = false,
): { event: 'uphold' | 'recommend'; onBehalfOf: string | null } | Refusal {
  const answer = mayDecideCase(decider, proposal, step, directory, escalated);
  if (!('onBehalfOf' in answer)) return answer;
  const asPresident = 'onBehalfOf' in mayDecideCase(decider, proposal, 'president', directory);
  return { ...answer, event: approvalEvent(asPresident ? 'president' : 'leader', proposal, settled) };
}

const RECOMMENDATION: Step = { authority: 'leader', settles: false };
const PRESIDENT: Step = { authority: 'president', settles: true };

/** The accused stands as the requester too, because in a case the filer is not a party. */
function matterOf({ accusedId }: Pick<Proposal, 'accusedId'>, authority: CaseAuthority, escalated: boolean): Matter {
  return { authority, requesterId: accusedId, concernsId: accusedId, state: 'pending', escalated, accuses: true };
}
