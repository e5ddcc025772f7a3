/** Entering somebody on an open sheet; at the hour of the morning that is their punch as well, and the punch is this. */
import { type CivilDate, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Office } from '../../office/office.ts';
import { redraw } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import type { OtherDay, Punched } from '../attendance/messages.ts';
import { isMorningArrival, type PlacedPunch } from '../attendance/rules.ts';
import { arrivalNow, keepArrival, punch } from '../attendance/workflow.ts';
import type { SignedIn } from './messages.ts';
import { isMorningHour, signInStatus } from './rules.ts';
import { sheetCard } from './sheet.ts';
import { enterSignIn, heldMeeting, type MeetingRow, openMeetings } from './store.ts';

/** What `enter` punches; read before its transaction, which is short so that a whole department can sign at once. */
export async function arrivalToday(office: Office, me: Member): Promise<PlacedPunch | null> {
  return office.settings.signInPunches ? arrivalNow(office, me) : null;
}

/**
 * Enters a member now on the sheet of a held meeting, and their coming in where that is one act; null when the sheet takes
 * nobody, or has them already.
 */
export async function enter(
  office: Office,
  tx: Tx,
  me: Member,
  meeting: MeetingRow,
  arrival: PlacedPunch | null,
): Promise<SignedIn | null> {
  const signed = await enterAlone(office, tx, me, meeting);
  if (signed === null || arrival === null || !isOneAct(office, meeting)) return signed;
  return (await keepArrival(tx, me, arrival)) ? { ...signed, punch: arrival } : signed;
}

/**
 * Clocks the member in or out, as `punch` does. When that is their coming in, it signs them in at the open meeting of that
 * hour as well; the punch stands by itself, and pressed again only what is missing is done.
 */
export async function punchAndSignIn(
  office: Office,
  me: Member,
  button?: { of: CivilDate | null },
): Promise<(Punched & { signedIn: SignedIn[] }) | OtherDay | Refusal> {
  const punched = await punch(office, me, button);
  if (isRefusal(punched) || punched.outcome === 'other-day') return punched;
  const signedIn = isMorningArrival(punched.punch) ? await signInByPunch(office, me) : [];
  return { ...punched, signedIn };
}

async function signInByPunch(office: Office, me: Member): Promise<SignedIn[]> {
  const open = await openMeetings(office.database.read, office.clock.now());
  const same = open.filter(meeting => isOneAct(office, meeting));
  if (same.length === 0) return [];
  const signed = await office.database.transaction(async tx => {
    const done: SignedIn[] = [];
    for (const { id } of same) {
      const meeting = await heldMeeting(tx, id);
      const entered = meeting === null ? null : await enterAlone(office, tx, me, meeting);
      if (entered !== null) done.push(entered);
    }
    return done;
  });
  office.wake();
  return signed;
}

function isOneAct(office: Office, { date, startsAt }: MeetingRow): boolean {
  const { settings } = office;
  return settings.signInPunches && date === todayOf(office) && isMorningHour(startsAt, settings);
}

async function enterAlone(office: Office, tx: Tx, me: Member, meeting: MeetingRow): Promise<SignedIn | null> {
  const { id, kind, date, state } = meeting;
  const now = office.clock.now();
  const status = state === 'open' ? signInStatus(now, meeting) : 'closed';
  if (status === 'closed') return null;
  if (!(await enterSignIn(tx, { meetingId: id, memberId: me.id, at: now, status }))) return null;
  await redraw(office, tx, sheetCard(id));
  await record(tx, { at: now, actor: me.id, deed: 'meeting.signedIn', noun: 'meeting', nounId: id, after: { status } });
  return { kind, date, status, at: now, punch: null };
}
