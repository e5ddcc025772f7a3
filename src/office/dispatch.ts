/** Sends one message of the outbox: reads what it shows now, looks before sending again, and judges how it went. */

import { memberOf } from '../member/store.ts';
import { cardOf, type OutboxRow, type Settlement } from '../store/outbox.ts';
import type { Message } from './message.ts';
import type { Failure, Messenger, Office, Outcome, Recipient } from './office.ts';

export interface Patience {
  /** Physical time. */
  now(): Date;
  /** How long after an unknown outcome Slack's history may not show the message yet, in milliseconds. */
  doubtMs: number;
  /** What a call to Slack may take, in milliseconds; a claim with less time left is given back unsent. */
  callMs: number;
}

/** Attempts after which a message itself must be at fault. */
const giveUpAfter = 12;
/** How long a message waits for Slack to be reachable again. */
const outlastMs = 24 * 3_600_000;
const longestPauseMs = 300_000;
/** Whatever was asked for: after that it is tried again. */
export const longestAskedMs = 3_600_000;

/** Does what the claimed row asks for. Never throws: a fault of our own is judged like one of Slack's. */
export async function dispatch(
  office: Office,
  messenger: Messenger,
  row: OutboxRow,
  patience: Patience,
): Promise<Settlement> {
  const recipient = row.recipient as Recipient;
  let doubt = row.act === 'post' && row.doubt;
  try {
    if (doubt) {
      const found = await messenger.find(recipient, row.uuid, lookFrom(office, row));
      if (!found.ok) return unsettled(office, row, found, doubt, patience);
      if (found.place !== null) return { state: 'sent', ...found.place };
      doubt = false;
    }
    const shown = await compose(office, row);
    if (shown === null) return { state: 'dropped', error: null };
    const member = recipient.startsWith('#') ? null : await memberOf(office.database.read, recipient);
    const message = { recipient, message: shown, locale: member?.locale ?? office.settings.locale, uuid: row.uuid };
    const card = row.act === 'update' ? await cardOf(office.database.read, row.card ?? '') : null;
    if (row.act === 'update' && card === null) return { state: 'dropped', error: 'its card was never posted' };
    const now = patience.now();
    if (row.leaseUntil !== null && now.getTime() + patience.callMs > row.leaseUntil.getTime())
      return { state: 'pending', runAt: now, error: 'claimed for too long', doubt };
    const outcome: Outcome =
      card === null
        ? await messenger.post(message)
        : await messenger.update({ ...message, channel: card.channel, ts: card.ts });
    if (outcome.ok) return { state: 'sent', channel: outcome.channel, ts: outcome.ts };
    return unsettled(office, row, outcome, row.act === 'post' && outcome.kind === 'unknown', patience);
  } catch (fault) {
    const error = fault instanceof Error ? fault.message : String(fault);
    return unsettled(office, row, { ok: false, kind: 'retry', error }, doubt, patience);
  }
}

/** Messages bear the department's time: where its clock was set behind the physical one, so are they. */
function lookFrom(office: Office, row: OutboxRow): Date {
  const ahead = office.clock.now().getTime() - office.wallClock.now().getTime();
  return new Date(row.at.getTime() + Math.min(0, ahead));
}

async function compose(office: Office, row: OutboxRow): Promise<Message | null> {
  const declared = office.declared.messages.get(row.notice);
  if (declared === undefined) throw new Error(`no feature declares the message ${row.notice}`);
  return declared.compose(office.database.read, row.ref, office);
}

function unsettled(
  office: Office,
  row: OutboxRow,
  failure: Failure,
  doubt: boolean,
  { now, doubtMs }: Patience,
): Settlement {
  const { kind, error } = failure;
  const facts = { id: row.id, notice: row.notice, recipient: row.recipient, attempt: row.attempt, kind, error };
  if (failure.barred) {
    const since = barredIn(row.error)?.since ?? now();
    return { state: 'pending', runAt: now(), error: `${error} since ${since.toISOString()}`, doubt, barred: true };
  }
  const ageMs = now().getTime() - (row.turnedAt ?? row.at).getTime();
  // Whoever was old already when Slack could first be tried has the same attempts as others.
  const wornOut = row.attempt >= giveUpAfter && (failure.passing !== true || ageMs >= outlastMs);
  if (kind === 'dead' || wornOut) {
    office.log.error('outbox.dead', facts);
    return { state: 'dead', error };
  }
  office.log.warn('outbox.retry', facts);
  const pause = asked(failure.retryAfterMs) ?? Math.min(1000 * 2 ** (row.attempt - 1), longestPauseMs);
  return { state: 'pending', runAt: new Date(now().getTime() + Math.max(pause, doubt ? doubtMs : 0)), error, doubt };
}

/** For what word of Slack's, and since when, no message could go out; null where the error of a row is another. */
export function barredIn(error: string | null): Barred | null {
  const [, code, since] = /^(.+) since (\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(error ?? '') ?? [];
  return code === undefined || since === undefined ? null : { code, since: new Date(since) };
}

export interface Barred {
  code: string;
  since: Date;
}

/** A pause that can be kept; undefined where none was asked for, or nonsense. */
function asked(ms: number | undefined): number | undefined {
  return ms !== undefined && ms >= 0 ? Math.min(ms, longestAskedMs) : undefined;
}
