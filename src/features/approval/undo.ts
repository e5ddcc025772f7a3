/** Who may take a decision back, and until when: who took it within some working days, and at any time who stands above them. */

import type { CivilDate } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, leads, type Member, standingOf } from '../../member/rules.ts';
import type { Calendar } from '../calendar/rules.ts';

export interface UndoRefusals {
  /** Nothing of that number stands decided. */
  'undo.nothing': Record<never, never>;
  /** The last day has passed; somebody above still may. */
  'undo.late': { until: CivilDate };
  'undo.notYours': { by: string };
  'undo.reasonMissing': Record<never, never>;
  'undo.badLine': Record<never, never>;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends UndoRefusals {}
}

/** A decision that stands. */
export interface Standing {
  by: string;
  onBehalfOf: string | null;
  /** The day it was taken. */
  on: CivilDate;
  concernsId: string;
  accuses: boolean;
}

/** The last day on which whoever decided may take it back: so many working days after. */
export function undoUntil(on: CivilDate, workdays: number, calendar: Calendar): CivilDate {
  let day = on;
  for (let count = 0; count < workdays; count += 1) day = calendar.nextWorkday(day);
  return day;
}

/** Whether the actor may take the decision back today. Nobody in their own matter, nor where the accused leads them. */
export function mayTakeBack(
  decision: Standing,
  actor: Member,
  members: ReadonlyMap<string, Member>,
  today: CivilDate,
  until: CivilDate,
): true | Refusal {
  const { by, onBehalfOf, concernsId, accuses } = decision;
  const standing = standingOf(actor);
  if (standing !== true) return standing;
  if (actor.id === concernsId) return refuse('approval.own', {});
  if (accuses && leads(concernsId, actor.id, members)) return refuse('approval.subordinate', { concernsId });
  if (holds(actor, ['president']) || (holds(actor, LEADERS) && leads(actor.id, by, members))) return true;
  if (actor.id !== by && actor.id !== onBehalfOf) return refuse('undo.notYours', { by });
  return today <= until ? true : refuse('undo.late', { until });
}
