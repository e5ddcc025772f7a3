/** An approved leave or trip that ends earlier: what was taken stays taken and excused, the rest is free again. */

import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Office } from '../../office/office.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { halfDaysOf, type Span } from '../calendar/span.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { papersDueOn } from './rules.ts';
import { type LeaveRow, shortenLeave } from './store.ts';
import { changed } from './workflow.ts';

/** Leaves only what had begun of it. */
export async function shortenTo(
  office: Office,
  tx: Tx,
  row: LeaveRow,
  begun: Span,
  actor: string,
): Promise<true | Refusal> {
  const now = office.clock.now();
  const calendar = await calendarIn(tx);
  const papersDue = row.papers === 'due' ? papersDueOn(begun, calendar) : row.papersDueOn;
  const to = { span: begun, halfDays: halfDaysOf(begun, calendar), papersDueOn: papersDue };
  if (!(await shortenLeave(tx, row, to, now))) return refuse('leave.notFound', { id: row.id });
  await record(tx, {
    at: now,
    actor,
    deed: 'leave.shortened',
    noun: 'leave',
    nounId: row.id,
    before: { ...row.span, halfDays: row.halfDays },
    after: { ...begun, halfDays: to.halfDays },
  });
  await changed(office, tx, row);
  return true;
}
