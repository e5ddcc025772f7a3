/** Sheets that have closed follow the leave of their members: what is approved later excuses there as it does for punches. */
import { type CivilDate, civilOf } from '../../kernel/civil.ts';
import type { Office } from '../../office/office.ts';
import { redraw } from '../../office/say.ts';
import { ask } from '../../store/question.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { coverage, halfAt } from '../calendar/span.ts';
import { excusesBetween } from '../leave/reading.ts';
import { sheetCard } from './sheet.ts';
import { moveSignIn, signInsOf } from './store.ts';

/** Enters anew where a member stands on the closed sheets of these days, both included, unless they signed. */
export async function excuseAround(
  office: Office,
  tx: Tx,
  { memberId, from, to }: { memberId: string; from: CivilDate; to: CivilDate },
): Promise<void> {
  const { hours, zone } = office.settings;
  const { spans } = await ask(tx, { spans: excusesBetween(memberId, from, to) });
  for (const { meeting, status } of await signInsOf(tx, memberId, from, to)) {
    if (meeting.state !== 'closed' || (status !== 'absent' && status !== 'excused')) continue;
    const half = halfAt(civilOf(meeting.startsAt, zone).time, hours);
    const now = coverage(spans, meeting.date).has(half) ? 'excused' : 'absent';
    if (now === status) continue;
    if (!(await moveSignIn(tx, { meetingId: meeting.id, memberId, status }, now))) continue;
    await record(tx, {
      at: office.clock.now(),
      actor: 'clock',
      deed: 'meeting.standingChanged',
      noun: 'meeting',
      nounId: meeting.id,
      before: { memberId, status },
      after: { memberId, status: now },
    });
    await redraw(office, tx, sheetCard(meeting.id));
  }
}
