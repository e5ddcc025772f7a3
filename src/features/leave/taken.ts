/** What leave somebody has in a year. */

import type { Calendar } from '../calendar/rules.ts';
import { halfDaysOf, type Span, within } from '../calendar/span.ts';
import { LEAVE_KINDS, type LeaveKind } from './kind.ts';

/** Half days by kind of what of these leaves lies in the year, in the order of the kinds. */
export function takenIn(
  year: string,
  leaves: readonly { kind: LeaveKind; span: Span }[],
  calendar: Calendar,
): { kind: LeaveKind; halfDays: number }[] {
  const half = (span: Span) => {
    const part = within(span, `${year}-01-01`, `${year}-12-31`);
    return part === null ? 0 : halfDaysOf(part, calendar);
  };
  return LEAVE_KINDS.map(kind => {
    const halfDays = leaves.filter(leave => leave.kind === kind).reduce((sum, { span }) => sum + half(span), 0);
    return { kind, halfDays };
  }).filter(({ halfDays }) => halfDays > 0);
}
