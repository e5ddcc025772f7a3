/** What a delivery to the app is, whichever way it travels. */

import type { JsonObject } from '../json.ts';
import type { DisconnectReason } from './faults.ts';

/** The envelope types of Socket Mode, which also decide the form of an HTTP delivery. */
export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export interface Delivery {
  envelope: EnvelopeType;
  /** The name in the log: `slash_commands`, `block_actions`, an event's type. */
  type: string;
  payload: JsonObject;
}

/** Why a delivery failed and is made again, in the words of the Events API. */
export type RetryReason =
  | 'http_timeout'
  | 'too_many_redirects'
  | 'connection_failed'
  | 'ssl_error'
  | 'http_error'
  | 'unknown_error';

export interface Retry {
  num: number;
  reason: RetryReason;
}

/** How the app took it: `body` is what it acknowledged with (undefined when nothing). */
export interface Acknowledgement {
  ok: boolean;
  body?: unknown;
  /** `dispatch_failed` when the app could not be reached or refused, `operation_timeout` when it said nothing for 3 seconds. */
  error?: 'dispatch_failed' | 'operation_timeout';
  /** Why it failed, more closely; over a socket there is nothing to tell. */
  reason?: RetryReason;
  /** The app asked not to be sent this again. */
  noRetry?: boolean;
}

/** A way to the app. */
export interface Transport {
  send(delivery: Delivery, retry?: Retry): Promise<Acknowledgement>;
  /** Delivers the same thing once more, as Slack sometimes does although the first was acknowledged. */
  repeat(delivery: Delivery): Promise<Acknowledgement>;
  /** Ends the connections the way Slack does, by default as before it recycles them. */
  disconnect(reason?: DisconnectReason): void;
  stop(): void | Promise<void>;
}

/** Milliseconds the app has to acknowledge. */
export const ACKNOWLEDGE_MS = 3_000;
