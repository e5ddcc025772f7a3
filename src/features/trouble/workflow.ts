/** The bot's own troubles, told to the leaders gathered by cause and hour, so that a bad hour costs a few messages. */

import type { CivilDate } from '../../kernel/civil.ts';
import type { Jump } from '../../kernel/jump.ts';
import { standingOf } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import type { Barred } from '../../office/dispatch.ts';
import type { Messages } from '../../office/message.ts';
import type { ChannelRole, Composers, Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { deadBetween, givenUpSince, isSaid, type OutboxRow, postedAt } from '../../store/outbox.ts';
import { record } from '../../store/record.ts';
import { skippedBetween } from '../../store/tick.ts';
import type { Tx } from '../../store/tx.ts';
import type { BackupFailed, Missed, Restored, TroubleMessages } from './messages.ts';
import { type Cause, causeOf, LASTING, unfitLeaders } from './rules.ts';

const hourMs = 3_600_000;

/**
 * Tells that a message was given up, in the transaction that gives it up. What lasts until somebody mends it is told
 * once until something arrives there again.
 */
export async function tellUndelivered(office: Office, tx: Tx, row: OutboxRow, error: string | null): Promise<void> {
  const { cause, code } = causeOf(error, row.recipient);
  if (code !== null && row.recipient === '#leaders') await tellUnfitLeaders(office, tx, code);
  // Where leaders cannot be reached, writing to them about it would go on for ever; the log and the health page know.
  if (row.notice.startsWith('trouble.') || (row.recipient === '#leaders' && cause !== 'unfit')) return;
  const hour = hourOf(office.wallClock.now());
  if (LASTING.has(cause) && (await wasToldBefore(tx, row, cause, hour))) return;
  await tell(office, tx, 'trouble.undelivered', { cause, hour });
}

/** Whether an earlier hour's message told of it, and nothing arrived there since. */
async function wasToldBefore(tx: Tx, { recipient }: OutboxRow, cause: Cause, hour: string): Promise<boolean> {
  for (const { error, firstAt } of await givenUpSince(tx, recipient, await postedAt(tx, recipient))) {
    const earlier = hourOf(firstAt);
    if (earlier === hour || causeOf(error, recipient).cause !== cause) continue;
    if (await isSaid(tx, cardOf('trouble.undelivered', { cause, hour: earlier }))) return true;
  }
  return false;
}

/**
 * Tells whoever leads the department, each by themselves and once until something arrives there again, that nothing is
 * posted to the leaders' channel any more; nothing for any other word of Slack's.
 */
export async function tellUnfitLeaders(office: Office, tx: Tx, code: string): Promise<void> {
  const why = unfitLeaders(code);
  if (why === null) return;
  office.log.error('leaders.unfit', { why });
  const leading = [...(await allMembers(tx)).values()].filter(
    member =>
      standingOf(member) === true && (['president', 'manager'] as const).some(post => member.posts.includes(post)),
  );
  const since = (await postedAt(tx, '#leaders'))?.toISOString() ?? 'never';
  for (const { id } of leading) {
    const key = `trouble.leaders:${why}:${since}:${id}`;
    await say(office, tx, { key, recipient: id, message: 'trouble.leaders', ref: { why } });
  }
}

/** Tells that an occurrence came too late, in the transaction that records it. */
export async function tellMissed(office: Office, tx: Tx): Promise<void> {
  await tell(office, tx, 'trouble.missed', { hour: hourOf(office.clock.now()) });
}

export type BackupTrouble = BackupFailed['trouble'];

/** Tells that the backup of that night could not be made. */
export async function tellBackupFailed(office: Office, tx: Tx, trouble: BackupTrouble, date: CivilDate): Promise<void> {
  const ref = { trouble, date, folder: office.backups?.folder ?? '' };
  await say(office, tx, { key: `trouble.backup:${date}`, recipient: '#leaders', message: 'trouble.backup', ref });
}

/** Tells that there has been little room on the disk since then; false when that was told. */
export function tellDisk(office: Office, tx: Tx, since: string, freeMb: number, boundMb: number): Promise<boolean> {
  const ref = { freeMb, boundMb, folder: office.backups?.folder ?? null };
  return say(office, tx, { key: `trouble.disk:${since}`, recipient: '#leaders', message: 'trouble.disk', ref });
}

/**
 * Tells that the machine's clock was set, and puts it on the record, where the doctor finds it. Replicas on one machine
 * tell it once.
 */
export async function tellClockSet(office: Office, jump: Jump): Promise<void> {
  const [from, to] = [jump.from.toISOString(), jump.to.toISOString()];
  const ref = { kind: jump.kind, from, to, lastedMinutes: Math.ceil(jump.lastedMs / 60_000) };
  const key = `trouble.clock:${jump.kind}:${hourOf(jump.from)}:${hourOf(jump.to)}`;
  await office.database.transaction(async tx => {
    if (!(await say(office, tx, { key, recipient: '#leaders', message: 'trouble.clock', ref }))) return;
    const at = office.wallClock.now();
    await record(tx, { at, actor: 'clock', deed: 'clock.set', noun: 'clock', nounId: to, after: ref });
  });
  office.wake();
}

/** Tells that messages go out again after Slack did not take the token, once for an hour in which that began. */
export async function tellGoesAgain(office: Office, tx: Tx, { code, since }: Barred): Promise<void> {
  const ref = { code, from: since.toISOString(), until: office.wallClock.now().toISOString() };
  await say(office, tx, {
    key: `trouble.token:${hourOf(since)}`,
    recipient: '#leaders',
    message: 'trouble.token',
    ref,
  });
}

/** Tells that the backup of that restore is what the data are of, and what was found of the time after it. */
export async function tellRestored(office: Office, tx: Tx, restore: number, ref: Restored): Promise<void> {
  const key = `trouble.restored:${restore}:${ref.since}`;
  await say(office, tx, { key, recipient: '#leaders', message: 'trouble.restored', ref });
}

export const troubleComposers: Composers<keyof TroubleMessages> = {
  'trouble.token': async (_, ref) => ref,
  'trouble.leaders': async (_, { why }, office) => ({ why, channel: office.channels.leaders }),
  async 'trouble.undelivered'(tx, { cause: wanted, hour }, office) {
    const rows = await deadBetween(tx, ...hourFrom(hour));
    const judged = rows
      .filter(row => !row.notice.startsWith('trouble.'))
      .map(({ recipient, error }) => ({ recipient, ...causeOf(error, recipient) }))
      .filter(({ cause }) => cause === wanted);
    const first = judged[0];
    if (first === undefined) return null;
    const counts = new Map<string, number>();
    for (const { recipient } of judged) counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
    const recipients = [...counts].map(([recipient, count]) => ({
      recipient,
      channel: recipient.startsWith('#') ? office.channels[recipient.slice(1) as ChannelRole] : null,
      count,
    }));
    const scope = judged.find(one => one.scope !== null)?.scope ?? null;
    return { cause: first.cause, code: first.code, scope, recipients };
  },
  async 'trouble.missed'(tx, { hour }) {
    const duties = new Map<string, Missed['duties'][number]>();
    for (const { duty, date } of await skippedBetween(tx, ...hourFrom(hour))) {
      const known = duties.get(duty);
      if (known === undefined) duties.set(duty, { duty, from: date, to: date, count: 1 });
      else Object.assign(known, { to: date, count: known.count + 1 });
    }
    return duties.size === 0 ? null : { duties: [...duties.values()] };
  },
  'trouble.backup': async (_, ref) => ref,
  'trouble.disk': async (_, ref) => ref,
  'trouble.clock': async (_, ref) => ref,
  'trouble.restored': async (_, ref) => ref,
};

/** Posts it once, and from then on brings it up to date. */
async function tell<N extends 'trouble.undelivered' | 'trouble.missed'>(
  office: Office,
  tx: Tx,
  message: N,
  ref: Messages[N]['ref'],
): Promise<void> {
  const card = cardOf(message, ref);
  const isNew = await say(office, tx, { key: card, card, recipient: '#leaders', message, ref });
  if (!isNew) await redraw(office, tx, card);
}

function cardOf(message: string, ref: object): string {
  return [message, ...Object.values(ref)].join(':');
}

function hourOf(at: Date): string {
  return new Date(Math.floor(at.getTime() / hourMs) * hourMs).toISOString();
}

function hourFrom(hour: string): [Date, Date] {
  const from = new Date(hour);
  return [from, new Date(from.getTime() + hourMs)];
}
