/** Who was late at a meeting, or not there without leave, may be a case (1.8). */
import { civilOf } from '../../kernel/civil.ts';
import type { Office } from '../../office/office.ts';
import type { Proposed } from '../../office/proposal.ts';
import type { Tx } from '../../store/tx.ts';
import { coverage, halfAt } from '../calendar/span.ts';
import { excusesOn } from '../leave/reading.ts';
import { arrivalOf } from '../proposal/rules.ts';
import { propose } from '../proposal/workflow.ts';
import { isMorningHour } from './rules.ts';
import { type MeetingRow, type SignInRow, sheetOf, signInsAt } from './store.ts';

const KINDS = { late: 'meetingLate', absent: 'meetingAbsent' } as const;

type Line = SignInRow & { meeting: MeetingRow };

/** Once a sheet has closed: proposes what stands on it. */
export async function proposeMissed(office: Office, tx: Tx, meeting: MeetingRow): Promise<void> {
  const sheet = await sheetOf(tx, meeting.id);
  const lines = await inBreach(
    office,
    tx,
    (sheet?.signIns ?? []).map(line => ({ ...line, meeting })),
  );
  // Coming to a meeting that begins the working day, and coming to work, are one act.
  const isArrival = office.settings.signInPunches && isMorningHour(meeting.startsAt, office.settings);
  for (const [status, kind] of Object.entries(KINDS) as ['late' | 'absent', (typeof KINDS)['late' | 'absent']][]) {
    const found = lines.filter(line => line.status === status);
    await propose(
      office,
      tx,
      kind,
      found.map(line => ({
        ...{ memberId: line.memberId, date: meeting.date, parts: partsOf(line) },
        source: `meeting:${meeting.id}:${line.memberId}`,
        ...(isArrival ? { act: arrivalOf(meeting.date, line.memberId) } : {}),
      })),
    );
  }
}

/** What of what was proposed is so by now: leave that was approved later excuses. */
export function standingMissed(status: 'late' | 'absent') {
  return async (office: Office, tx: Tx, waiting: readonly Proposed[]): Promise<ReadonlyMap<number, string[]>> => {
    const lines = (await inBreach(office, tx, await signInsAt(tx, waiting))).filter(line => line.status === status);
    return new Map(
      waiting.flatMap(({ id, memberId, date, parts: [kind] }) => {
        const line = lines.find(
          one => one.memberId === memberId && one.meeting.date === date && one.meeting.kind === kind,
        );
        return line === undefined ? [] : [[id, partsOf(line)] as const];
      }),
    );
  };
}

/** Those late or absent whom no leave or trip of that half covers. */
async function inBreach({ settings }: Office, tx: Tx, lines: readonly Line[]): Promise<Line[]> {
  const missed = lines.filter(({ status }) => status === 'late' || status === 'absent');
  const excuses = new Map<string, Awaited<ReturnType<typeof excusesOn>>>();
  for (const date of new Set(missed.map(({ meeting }) => meeting.date))) excuses.set(date, await excusesOn(tx, date));
  return missed.filter(({ memberId, meeting: { date, startsAt } }) => {
    const mine = (excuses.get(date) ?? []).filter(row => row.memberId === memberId).map(({ span }) => span);
    return !coverage(mine, date).has(halfAt(civilOf(startsAt, settings.zone).time, settings.hours));
  });
}

/** The kind of the meeting, and how late somebody came in whole minutes. */
function partsOf({ meeting: { kind, startsAt }, at }: Line): string[] {
  return at === null ? [kind] : [kind, String(Math.floor((at.getTime() - startsAt.getTime()) / 60_000))];
}
