/** Who decides a case: managers and supervisors up to a limit for one person and one incident, the president beyond (8.1, 8.4). */

import { addDays } from '../../kernel/civil.ts';
import { type Fen, sumFen } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import { type Directory, eligible, type Matter, mayDecide } from '../approval/rules.ts';
import type { CaseRecord, Proposal } from './rules.ts';
import { type CaseEvent, type CaseStatus, isOpen, stands } from './states.ts';

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
  opensAs: Extract<CaseStatus, 'proposed' | 'hearing' | 'deciding' | 'recommended' | 'upheld'>;
  /** Whose lent authority the filer used to decide or recommend by filing. */
  onBehalfOf: string | null;
  steps: readonly Step[];
}

/** What a case asks for, as far as it says who decides. */
type Asked = Pick<Proposal, 'amount' | 'consequence' | 'compensates'>;

/**
 * The authority a proposal needs beside `settled`, the fines `settledAmounts` finds for its incident; `limit` is the
 * leaders', in total for one person and one incident, and is itself within (8.1). A consequence
 * always needs the president; a case without a fine never does for its amount, and neither does compensation.
 */
export function authorityFor(
  { amount, consequence, compensates }: Asked,
  settled: readonly Fen[],
  limit: Fen,
): CaseAuthority {
  if (consequence !== null) return 'president';
  if (amount === null || compensates) return 'leader';
  return sumFen([...settled, amount]) > limit ? 'president' : 'leader';
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
  const [from, to] = [addDays(of.date, -days), addDays(of.date, days)];
  const isNear = ({ date }: CaseRecord) => date !== of.date && date >= from && date <= to;
  return finesBeside(cases, of).flatMap(other => (isNear(other) && other.amount !== null ? other.amount : []));
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
 * decides it within the limit and recommends it beyond, and a manager or supervisor is asked first where somebody else filed it.
 */
export function routeFor(
  proposal: Pick<Proposal, 'accusedId'> & Asked,
  settled: readonly Fen[],
  filer: Member | null,
  directory: Directory,
  isHeard: boolean,
  limit: Fen,
): Route {
  const needed = authorityFor(proposal, settled, limit);
  const asPresident = filer && mayDecideCase(filer, proposal, 'president', directory);
  const asLeader = filer && mayDecideCase(filer, proposal, 'leader', directory);
  if (!isHeard && asPresident && 'onBehalfOf' in asPresident) return { opensAs: 'upheld', ...asPresident, steps: [] };
  if (!isHeard && asLeader && 'onBehalfOf' in asLeader) {
    if (needed === 'leader') return { opensAs: 'upheld', ...asLeader, steps: [] };
    return { opensAs: 'recommended', ...asLeader, steps: [PRESIDENT] };
  }
  const byPresident = asPresident !== null && 'onBehalfOf' in asPresident;
  const steps = stepsFor(proposal, needed, directory, byPresident);
  return { opensAs: isHeard ? 'hearing' : 'deciding', onBehalfOf: null, steps };
}

/**
 * Who is asked, in this order, once nothing else stands before a decision: a manager or supervisor first, the president at
 * once where none of them may decide about the member, or where the president filed it.
 */
export function stepsFor(
  proposal: Pick<Proposal, 'accusedId'>,
  needed: CaseAuthority,
  directory: Directory,
  filedByPresident: boolean,
): readonly Step[] {
  if (filedByPresident) return [PRESIDENT];
  const led = eligible(matterOf(proposal, 'leader', false), directory).length > 0;
  if (!led) return [PRESIDENT];
  return needed === 'leader' ? [{ authority: 'leader', settles: true }] : [RECOMMENDATION, PRESIDENT];
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
  proposal: Asked,
  settled: readonly Fen[],
  limit: Fen,
): Extract<CaseEvent, 'uphold' | 'recommend'> {
  return decidedAs === 'president' || authorityFor(proposal, settled, limit) === 'leader' ? 'uphold' : 'recommend';
}

/** What the person's approval does to the case at this step, or why they may not decide it. Whoever is president settles it at any step. */
export function approvalBy(
  decider: Member,
  proposal: Pick<Proposal, 'accusedId'> & Asked,
  step: CaseAuthority,
  settled: readonly Fen[],
  directory: Directory,
  limit: Fen,
  escalated = false,
): { event: 'uphold' | 'recommend'; onBehalfOf: string | null } | Refusal {
  const answer = mayDecideCase(decider, proposal, step, directory, escalated);
  if (!('onBehalfOf' in answer)) return answer;
  const asPresident = 'onBehalfOf' in mayDecideCase(decider, proposal, 'president', directory);
  return { ...answer, event: approvalEvent(asPresident ? 'president' : 'leader', proposal, settled, limit) };
}

const RECOMMENDATION: Step = { authority: 'leader', settles: false };
const PRESIDENT: Step = { authority: 'president', settles: true };

/** The accused stands as the requester too, because in a case the filer is not a party. */
function matterOf({ accusedId }: Pick<Proposal, 'accusedId'>, authority: CaseAuthority, escalated: boolean): Matter {
  return { authority, requesterId: accusedId, concernsId: accusedId, state: 'pending', escalated, accuses: true };
}
