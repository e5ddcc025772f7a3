/** What a case was to come to, step by step: asked for, recommended, decided, left by an appeal; and who set it. */
import type { Terms as Entered } from '../../kernel/otherwise.ts';
import { type CaseStatus, isUndone, stands } from './states.ts';
import { type CaseTerms, termsIn } from './terms.ts';

export interface Step extends CaseTerms {
  what: 'asked' | 'recommended' | 'decided' | 'appealed';
  /** Member id, or 'clock'. */
  by: string;
  /** In whose place, when authority was lent. */
  onBehalfOf: string | null;
}

/** What of a case tells where its steps begin and whether it was decided. */
export interface Stepped extends CaseTerms {
  filerId: string;
  state: CaseStatus;
  changed: boolean;
  askedAmount: CaseTerms['amount'];
  askedNotice: boolean | null;
  decidedBy: string | null;
  decidedFor: string | null;
}

/** What of an approval tells who set what. */
export interface Answered {
  state: string;
  decidedBy: string | null;
  onBehalfOf: string | null;
  terms: Entered | null;
}

/** In order, the first what was asked for; `about` and `appeals` are the approvals of the case, the oldest first. */
export function stepsOf(row: Stepped, about: readonly Answered[], appeals: readonly Answered[]): [Step, ...Step[]] {
  const asked = row.changed
    ? { amount: row.askedAmount, notice: row.askedNotice ?? row.notice }
    : { amount: row.amount, notice: row.notice };
  const wasUpheld = stands(row.state) || isUndone(row.state);
  const yes = about.filter(({ state }) => state === 'approved');
  const steps: [Step, ...Step[]] = [{ what: 'asked', by: row.filerId, onBehalfOf: null, ...asked }];
  let terms: CaseTerms = asked;
  const add = (what: Step['what'], { decidedBy, onBehalfOf, terms: entered }: Answered) => {
    const set = termsIn(entered);
    if (set !== null && set !== 'excuse') terms = set;
    if (decidedBy !== null) steps.push({ what, by: decidedBy, onBehalfOf, ...terms });
  };
  for (const [at, one] of yes.entries()) add(wasUpheld && at === yes.length - 1 ? 'decided' : 'recommended', one);
  // Filed by whoever decides, and decided with that.
  if (wasUpheld && yes.length === 0)
    add('decided', { ...NOTHING, decidedBy: row.decidedBy, onBehalfOf: row.decidedFor });
  for (const one of appeals) if (leftSomething(one, row.state)) add('appealed', one);
  const [first, ...later] = steps;
  const last = later.pop();
  // What was set before it was kept may be known only by what stands.
  return last === undefined ? steps : [first, ...later, { ...last, amount: row.amount, notice: row.notice }];
}

const NOTHING = { state: 'approved', terms: null };

/** Granted, an appeal leaves less or nothing. */
export function leftSomething({ state, terms }: Pick<Answered, 'state' | 'terms'>, now: CaseStatus): boolean {
  return state === 'approved' && (terms !== null || now === 'reduced');
}

/** Whether two of them come to the same. */
export function areSame(one: CaseTerms, other: CaseTerms): boolean {
  return one.amount === other.amount && one.notice === other.notice;
}

/**
 * What somebody who filed or recommended a case stood for, where it was decided on other terms; null where it was not, and
 * for everybody else.
 */
export function setAside(steps: readonly Step[], readerId: string): Step | null {
  const decided = steps.findLast(({ what }) => what === 'decided');
  const theirs = steps.findLast(({ what, by, onBehalfOf }) => {
    return (what === 'asked' || what === 'recommended') && (by === readerId || onBehalfOf === readerId);
  });
  return decided === undefined || theirs === undefined || areSame(decided, theirs) ? null : theirs;
}
