/** Leaders read twice a day what they need not act upon at once: what the morning showed, and how the day went. */
import type { CivilDate } from '../../kernel/civil.ts';
import type { Composers, Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import type { Tx } from '../../store/tx.ts';
import { waitingByKind } from '../approval/asked.ts';
import { exceptionsOn, rollAt } from '../attendance/roll.ts';
import { SLOTS } from '../attendance/rules.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { openHandovers } from '../handover/reading.ts';
import type { MissedMeeting } from '../meeting/messages.ts';
import { dayOfMeeting, missedMeetings } from '../meeting/workflow.ts';
import type { PostedHead } from '../record/messages.ts';
import { headNow } from '../record/workflow.ts';
import { isProposing } from '../rulebook/switch/workflow.ts';
import type { EveningSummary, MorningSummary, SummaryMessages } from './messages.ts';
import { isOfMorning } from './rules.ts';

/** The morning's summary; left out where there is nothing to tell when it is sent. */
export async function tellMorning(office: Office, tx: Tx, date: CivilDate, late: boolean): Promise<void> {
  const key = `summary.morning:${date}`;
  await say(office, tx, { key, recipient: '#leaders', message: 'summary.morning', ref: { date, late } });
}

/** The day's summary with the head of the chain, which is settled now and not when it is sent. */
export async function tellEvening(office: Office, tx: Tx, date: CivilDate, late: boolean): Promise<void> {
  const key = `summary.evening:${date}`;
  const ref = { date, late, ...(await headNow(tx)) };
  await say(office, tx, { key, recipient: '#leaders', message: 'summary.evening', ref });
}

export const summaryComposers: Composers<keyof SummaryMessages> = {
  'summary.morning': (tx, { date, late }, office) => morning(office, tx, date, late),
  'summary.evening': (tx, { date, late, number, hash }, office) => evening(office, tx, date, late, { number, hash }),
};

/** What older programs told the leaders in many messages stands in the summary of that half of the day. */
export const formerSummaries = {
  async missed(tx: Tx, { meetingId }: { meetingId: number }, office: Office) {
    const date = await dayOfMeeting(tx, meetingId);
    return date === null ? null : morning(office, tx, date, true);
  },
  roll: (tx: Tx, { date }: { date: CivilDate }, office: Office) => evening(office, tx, date, true, null),
  head: (tx: Tx, { date, ...head }: PostedHead & { date: CivilDate }, office: Office) =>
    evening(office, tx, date, true, head),
};

async function morning(office: Office, tx: Tx, date: CivilDate, late: boolean): Promise<MorningSummary | null> {
  const meetings = (await meetingsOf(office, tx, date)).morning;
  const punch = await rollAt(office, tx, date, SLOTS[0]);
  const outstanding = punch === null ? 0 : punch.roll.missing.length + punch.roll.late.length;
  return meetings.length + outstanding === 0
    ? null
    : { date, late, meetings, punch, proposed: await isProposed(office, tx, date) };
}

async function evening(
  office: Office,
  tx: Tx,
  date: CivilDate,
  late: boolean,
  head: PostedHead | null,
): Promise<EveningSummary> {
  return {
    date,
    late,
    meetings: (await meetingsOf(office, tx, date)).evening,
    proposed: await isProposed(office, tx, date),
    punches: await exceptionsOn(office, tx, date),
    handovers: await openHandovers(tx),
    waiting: await waitingByKind(tx),
    head,
  };
}

/** Whether who missed a meeting is proposed to those in charge. */
async function isProposed(office: Office, tx: Tx, date: CivilDate): Promise<boolean> {
  const { proposalsOff } = office.settings;
  if (proposalsOff.includes('meetingLate') || proposalsOff.includes('meetingAbsent')) return false;
  return isProposing(office, tx, office.declared.proposals.meetingLate.article, date);
}

async function meetingsOf(
  { settings }: Office,
  tx: Tx,
  date: CivilDate,
): Promise<Record<'morning' | 'evening', MissedMeeting[]>> {
  const setting = { calendar: await calendarIn(tx), ...settings };
  const missed = await missedMeetings(tx, date);
  const ofMorning = (meeting: MissedMeeting) => isOfMorning(meeting, date, setting);
  return { morning: missed.filter(ofMorning), evening: missed.filter(meeting => !ofMorning(meeting)) };
}
