/** Leave that was asked for and approved before a test begins. */
import type { Span } from '../../src/features/calendar/span.ts';
import { createLeave, moveLeave } from '../../src/features/leave/store.ts';
import type { Office } from '../../src/office/office.ts';
import { record } from '../../src/store/record.ts';

/** Gives a member approved leave for that span. */
export async function grantLeave({ database, clock }: Office, memberId: string, span: Span, reason = '-') {
  const asked = { memberId, kind: 'annual', span, emergency: false, reason, halfDays: 1, provisional: false } as const;
  await database.transaction(async tx => {
    const leave = await createLeave(tx, asked, clock.now());
    const to = { state: 'approved', papers: 'none' } as const;
    await moveLeave(tx, leave, to, clock.now());
    const about = { at: clock.now(), noun: 'leave', nounId: leave.id };
    const after = { kind: asked.kind, ...span, halfDays: asked.halfDays, emergency: false, state: 'pending' };
    await record(tx, { ...about, actor: memberId, deed: 'leave.requested', after });
    await record(tx, { ...about, actor: 'UMANAGER', deed: 'leave.approve', after: to });
  });
}

/** Half of a day. */
export function halfOf(date: string, half: 'am' | 'pm'): Span {
  return { from: date, fromHalf: half, to: date, toHalf: half };
}
