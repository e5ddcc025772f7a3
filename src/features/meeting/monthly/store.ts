/** The monthly meeting of a month: a meeting like others, set and moved by a leader before it is opened. */
import type { CivilDate } from '../../../kernel/civil.ts';
import type { Tx } from '../../../store/tx.ts';
import { type MeetingRow, meetingById } from '../store.ts';
import type { Month } from './rules.ts';

/** The month's monthly meeting; null while nobody has set it. */
export async function monthlyOf(tx: Tx, month: Month): Promise<MeetingRow | null> {
  const row = await tx.meeting.findFirst({
    where: { kind: 'monthly', date: { startsWith: `${month}-` } },
    select: { id: true },
  });
  return row === null ? null : meetingById(tx, row.id);
}

/** Sets it for the first time; false when the month has one already. */
export async function createMonthly(
  tx: Tx,
  meeting: { date: CivilDate; startsAt: Date; setBy: string },
): Promise<boolean> {
  const { count } = await tx.meeting.createMany({
    data: { ...meeting, kind: 'monthly', state: 'planned' },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Moves it, only from where it was read and while it is not open; false when that changed meanwhile. */
export async function moveMonthly(
  tx: Tx,
  from: Pick<MeetingRow, 'id' | 'startsAt'>,
  to: { date: CivilDate; startsAt: Date; setBy: string },
): Promise<boolean> {
  const { id, startsAt } = from;
  const { count } = await tx.meeting.updateMany({ where: { id, startsAt, state: 'planned' }, data: to });
  return count === 1;
}
