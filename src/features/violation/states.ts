/** The states a case passes through, and what leads from one to the next. */

import { type Refusal, refuse } from '../../kernel/refusal.ts';

/**
 * - `proposed`: the bot put it forward from counting (1.32, 8.3); a leader is asked whether to recommend it. The member is
 *   not told yet.
 * - `hearing`: the member was told what is alleged, and may accept or answer until the hearing ends.
 * - `deciding`: before the decider, those of the lowest level of authority of whom somebody may decide (8.1).
 * - `recommended`: a level is for it, and it is beyond its authority: the next one decides, at last the president (8.4).
 * - `upheld`: decided against the member, who may appeal for some working days. Nothing of it counts yet.
 * - `final`: nobody appealed in time: it counts, and its notice is in effect.
 * - `excused`: it happened, and is not held against the member; never counts.
 * - `dismissed`: decided for the member; never counts.
 * - `withdrawn`: taken back by whoever filed it before a decision; never counts.
 * - `appealed`: the member asks the next authority to look at it again; until then it does not count.
 * - `confirmed`: the appeal changed nothing: it counts.
 * - `reduced`: the appeal left less of it: what is left counts.
 * - `overturned`: undone on appeal; no longer counts.
 * - `voided`: taken back with a reason after it was decided; no longer counts.
 */
export const CASE_STATUSES = [
  ...(['proposed', 'hearing', 'deciding', 'recommended', 'upheld', 'final', 'excused', 'dismissed'] as const),
  ...(['withdrawn', 'appealed', 'confirmed', 'reduced', 'overturned', 'voided'] as const),
] as const;

export type CaseStatus = (typeof CASE_STATUSES)[number];

/**
 * What happens to a case: `hear` begins a hearing and `heard` ends it; `finish` is the end of the time for appeal. The rest
 * is decided, asked for or taken back by people.
 */
export const CASE_EVENTS = [
  ...(['hear', 'heard', 'recommend', 'uphold', 'excuse', 'dismiss', 'withdraw'] as const),
  ...(['finish', 'appeal', 'confirm', 'reduce', 'overturn', 'void'] as const),
] as const;

export type CaseEvent = (typeof CASE_EVENTS)[number];

/** What leads on from each state. The diagram in docs/cases.md is drawn from it. */
export const TRANSITIONS: Record<CaseStatus, Partial<Record<CaseEvent, CaseStatus>>> = {
  proposed: {
    hear: 'hearing',
    recommend: 'recommended',
    uphold: 'upheld',
    excuse: 'excused',
    dismiss: 'dismissed',
    withdraw: 'withdrawn',
  },
  hearing: { heard: 'deciding', recommend: 'recommended', withdraw: 'withdrawn' },
  deciding: {
    recommend: 'recommended',
    uphold: 'upheld',
    excuse: 'excused',
    dismiss: 'dismissed',
    withdraw: 'withdrawn',
  },
  recommended: {
    recommend: 'recommended',
    uphold: 'upheld',
    excuse: 'excused',
    dismiss: 'dismissed',
    withdraw: 'withdrawn',
  },
  upheld: { finish: 'final', appeal: 'appealed', void: 'voided' },
  final: { appeal: 'appealed', void: 'voided' },
  appealed: { confirm: 'confirmed', reduce: 'reduced', overturn: 'overturned', void: 'voided' },
  confirmed: { void: 'voided' },
  reduced: { void: 'voided' },
  excused: {},
  dismissed: {},
  withdrawn: {},
  overturned: {},
  voided: {},
};

/** The state after the event, or why it cannot happen now. */
export function transition(status: CaseStatus, event: CaseEvent): CaseStatus | Refusal {
  return TRANSITIONS[status][event] ?? refuse('violation.notOpen', { status, event });
}

/** Somebody still has to decide, or the member is still heard. */
export function isOpen(status: CaseStatus): boolean {
  return OPEN.includes(status);
}

/** Decided against the member and not undone: final, or still before it is. */
export function stands(status: CaseStatus): boolean {
  return status === 'upheld' || status === 'appealed' || counts(status);
}

/** Final: it counts towards 1.32 and 8.3, its notice is in effect, its amount is settled. */
export function counts(status: CaseStatus): boolean {
  return status === 'final' || status === 'confirmed' || status === 'reduced';
}

export const OPEN: readonly CaseStatus[] = ['proposed', 'hearing', 'deciding', 'recommended'];
export const STANDING: readonly CaseStatus[] = CASE_STATUSES.filter(stands);

/** Decided for good, for now: it counts, or was undone and does not. */
export const SETTLED: readonly CaseStatus[] = CASE_STATUSES.filter(status => counts(status) || isUndone(status));

/** Decided once, and undone since. */
export function isUndone(status: CaseStatus): boolean {
  return status === 'overturned' || status === 'voided';
}
