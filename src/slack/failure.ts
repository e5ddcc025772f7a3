/** Sorts what can go wrong with a call to Slack: surely not sent, perhaps sent, or never to be sent. */
import { ErrorCode } from '@slack/web-api';
import type { Outcome } from '../workflows/ports.ts';

type Failure = Extract<Outcome, { ok: false }>;

// Slack documents for these that "some aspect of the operation" may have succeeded.
const perhapsDone = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
// A pause or a repair on Slack's side; the message itself is fine.
const passing = new Set([
  'ratelimited',
  'rate_limited',
  'team_added_to_org',
  'accesslimited',
  'message_limit_exceeded',
]);

/** What a thrown error of the WebClient means for the message it was to send. */
export function outcomeOf(fault: unknown): Failure {
  const facts = fault as { code?: unknown; data?: { error?: unknown }; retryAfter?: unknown; message?: unknown };
  if (facts.code === ErrorCode.RateLimitedError) {
    const seconds = Number(facts.retryAfter);
    const retryAfterMs = (Number.isFinite(seconds) && seconds > 0 ? seconds : 1) * 1000;
    return { ok: false, kind: 'retry', error: 'ratelimited', retryAfterMs };
  }
  if (facts.code === ErrorCode.PlatformError) {
    const error = String(facts.data?.error ?? 'unknown_error');
    if (perhapsDone.has(error)) return { ok: false, kind: 'unknown', error };
    return { ok: false, kind: passing.has(error) ? 'retry' : 'dead', error };
  }
  const error = facts.message === undefined ? String(fault) : String(facts.message);
  return { ok: false, kind: 'unknown', error };
}
