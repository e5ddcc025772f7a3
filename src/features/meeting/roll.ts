/** Who is there, excused or not there at a meeting: as its open sheet stands, and as the close enters it. */
import { civilOf } from '../../kernel/civil.ts';
import { type Member, takesPart } from '../../member/rules.ts';
import { membersSince } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { everPunched } from '../attendance/workflow.ts';
import { coverage, halfAt, type Span } from '../calendar/span.ts';
import { excusesOn } from '../leave/reading.ts';
import { isMissed, type Roll, roll } from './rules.ts';
import { everSigned, type MeetingRow, meetingBefore, type SignInRow } from './store.ts';

/** The roll if the sheet closed now, by the leave and trips approved so far; while it is open, its absent are those still awaited. */
export async function rollOf(
  { settings }: Office,
  tx: Tx,
  { meeting, signIns }: { meeting: MeetingRow; signIns: readonly SignInRow[] },
  members: Iterable<Member>,
): Promise<Roll> {
  const { date, startsAt } = meeting;
  const signed = new Map(
    signIns.flatMap(({ memberId, status }) =>
      status === 'present' || status === 'late' ? [[memberId, status] as const] : [],
    ),
  );
  const expected = [...members].filter(takesPart).map(({ id }) => id);
  const half = halfAt(civilOf(startsAt, settings.zone).time, settings.hours);
  const spans = new Map<string, Span[]>();
  for (const { memberId, span } of await excusesOn(tx, date)) {
    spans.set(memberId, [...(spans.get(memberId) ?? []), span]);
  }
  return roll(expected, signed, id => coverage(spans.get(id) ?? [], date), half);
}

/** Who of those that did not sign is missed: nobody owes what was before they came, or were there. */
export async function missedOf(
  tx: Tx,
  { date }: Pick<MeetingRow, 'date'>,
  unsigned: readonly string[],
): Promise<string[]> {
  const last = (await meetingBefore(tx, date))?.startsAt ?? null;
  const sinces = await membersSince(tx);
  const missed = (id: string, seen: boolean) => isMissed({ since: sinces.get(id) ?? null, seen }, last);
  const fresh = unsigned.filter(id => !missed(id, false));
  if (fresh.length === 0) return [...unsigned];
  const [signed, punched] = [await everSigned(tx, fresh), await everPunched(tx, fresh)];
  return unsigned.filter(id => missed(id, signed.has(id) || punched.has(id)));
}
