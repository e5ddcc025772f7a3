/** A leave or trip that nobody decided in time. */

import type { Term } from '../../kernel/term.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { termOf } from './expiry.ts';
import { leaveById } from './store.ts';
import { advance } from './workflow.ts';

/** Until when it may be decided, by the calendar as it stands in this transaction. */
export async function leaveTerm(office: Office, tx: Tx, id: number): Promise<Term | null> {
  const row = await leaveById(tx, id);
  const { hours, zone } = office.settings;
  return row === null ? null : termOf(row, { calendar: await calendarIn(tx), hours, zone });
}

/** Ends it: nobody may stay away by it. */
export async function leaveExpired(office: Office, tx: Tx, id: number): Promise<void> {
  const row = await leaveById(tx, id);
  if (row !== null) await advance(office, tx, row, 'expire', 'clock');
}
