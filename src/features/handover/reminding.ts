/** What the clock does with notes (1.18): puts before people what was left for the first, reminds, and tells leaders. */
import { type CivilDate, todayOf } from '../../kernel/civil.ts';
import { standingOf } from '../../member/rules.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { firstComers, leaderToTell } from './receiver.ts';
import { isRemindedOf, isToldOf } from './rules.ts';
import { markNotes, notesLeft, openNotes } from './store.ts';
import { colleaguesIn, leftCard, reminderCard } from './workflow.ts';

/**
 * At the beginning of a working day, what was left for the first of a post comes before everybody else of the post who
 * is not away that morning: in one direct message each, however many notes there are, as customers' names are for the
 * few. Whoever takes one first has it, and the message of the others says so. Nobody is reminded of these: what
 * nobody takes is told to the leader in the evening. After an outage, the first run speaks for the days missed.
 */
export async function offerLeft(office: Office, tx: Tx): Promise<void> {
  const now = office.clock.now();
  const date = todayOf(office, now);
  const left = (await notesLeft(tx, 'all', date)).filter(({ askedAt }) => askedAt === null);
  if (left.length === 0) return;
  const colleagues = await colleaguesIn(tx, [{ date, half: 'am' }]);
  const offered = new Map<string, number[]>();
  for (const note of left) {
    const ids = firstComers(note, colleagues).map(({ id }) => id);
    for (const id of ids) offered.set(id, [...(offered.get(id) ?? []), note.id]);
    const entry = { actor: 'clock', deed: 'handover.offered', noun: 'handover', nounId: note.id };
    await record(tx, { at: now, ...entry, after: { to: ids } });
  }
  for (const [memberId, noteIds] of offered) {
    const card = leftCard(date, memberId);
    await say(office, tx, {
      key: card,
      card,
      recipient: memberId,
      message: 'handover.left',
      ref: { noteIds, memberId },
    });
  }
  const ids = left.map(({ id }) => id);
  await markNotes(tx, ids, 'askedAt', now);
}

/** Before the end of working hours, whoever was asked by name and has not answered is reminded. */
export async function remindOfOpen(office: Office, tx: Tx): Promise<void> {
  const now = office.clock.now();
  const waiting = (await openNotes(tx)).filter(note => isRemindedOf(note, now));
  if (waiting.length === 0) return;
  const { directory } = await colleaguesIn(tx, []);
  for (const note of waiting) {
    const receiver = directory.get(note.receiverId ?? '');
    // Of somebody who has left since, the giver's leader hears in the evening.
    if (receiver === undefined || standingOf(receiver) !== true) continue;
    const card = reminderCard(note);
    const ref = { noteId: note.id, turn: note.turn, memberId: receiver.id };
    await say(office, tx, { key: card, card, recipient: receiver.id, message: 'handover.reminder', ref });
  }
  await markNotes(
    tx,
    waiting.map(({ id }) => id),
    'remindedAt',
    now,
  );
}

/** At the end of the day the leader of whoever gave a note that is still open hears of it, once; no case follows (1.18). */
export async function tellLeaders(office: Office, tx: Tx, duty: string, date: CivilDate): Promise<void> {
  const now = office.clock.now();
  const open = (await openNotes(tx)).filter(note => isToldOf(note, now));
  if (open.length === 0) return;
  const { directory } = await colleaguesIn(tx, []);
  const told = new Map<string, number[]>();
  for (const { id, giverId } of open) {
    const leader = leaderToTell(giverId, directory);
    if (leader !== null) told.set(leader, [...(told.get(leader) ?? []), id]);
    const entry = { actor: 'clock', deed: 'handover.told', noun: 'handover', nounId: id };
    await record(tx, { at: now, ...entry, after: { to: leader } });
  }
  for (const [leader, noteIds] of told) {
    const key = `${duty}:${date}:${leader}`;
    await say(office, tx, { key, recipient: leader, message: 'handover.stillOpen', ref: { noteIds } });
  }
  await markNotes(
    tx,
    open.map(({ id }) => id),
    'toldAt',
    now,
  );
}
