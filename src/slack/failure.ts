/** Sorts what can go wrong with a call to Slack: surely not sent, perhaps sent, or never to be sent. */
import { ErrorCode } from '@slack/web-api';
import type { Failure } from '../office/office.ts';
import { LONGEST_WAIT_SECONDS } from './reply.ts';

// Slack documents for these that "some aspect of the operation" may have succeeded.
const perhapsDone = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
// A pause or a repair on Slack's side; the message itself is fine.
const passing = new Set(['team_added_to_org', 'accesslimited', 'message_limit_exceeded']);

// Slack takes nothing from this token, whatever the call.
const ofTheToken = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'app_uninstalled',
  'team_disabled',
  'not_allowed_token_type',
]);

/** What a thrown error of the WebClient means for the message it was to send. */
export function failureOf(fault: unknown): Failure {
  const facts = fault as {
    code?: unknown;
    data?: { error?: unknown; needed?: unknown; response_metadata?: { retryAfter?: unknown } };
    retryAfter?: unknown;
    message?: unknown;
  };
  const error = facts?.message === undefined ? String(fault) : String(facts.message);
  // A 429 without a time in its header is no coded error of the client; it is still one.
  if (facts?.code === ErrorCode.RateLimitedError || error.includes('Retry header did not contain a valid timeout'))
    return limited('ratelimited', facts.retryAfter);
  if (facts?.code === ErrorCode.PlatformError) {
    const name = String(facts.data?.error ?? 'unknown_error');
    if (ofTheToken.has(name)) return { ok: false, kind: 'retry', error: name, passing: true, barred: true };
    if (name === 'missing_scope' && typeof facts.data?.needed === 'string') return missing(facts.data.needed);
    if (perhapsDone.has(name)) return { ok: false, kind: 'unknown', error: name };
    if (name === 'ratelimited' || name === 'rate_limited')
      return limited(name, facts.data?.response_metadata?.retryAfter);
    return passing.has(name)
      ? { ok: false, kind: 'retry', error: name, passing: true }
      : { ok: false, kind: 'dead', error: name };
  }
  const unreachable = facts?.code === ErrorCode.RequestError || facts?.code === ErrorCode.HTTPError;
  return { ok: false, kind: 'unknown', error, ...(unreachable ? { passing: true } : {}) };
}

/** Without the scope to write, no message goes anywhere; without another, some do. */
function missing(scope: string): Failure {
  const error = `missing_scope: ${scope}`;
  return scope.split(',').includes('chat:write')
    ? { ok: false, kind: 'retry', error, passing: true, barred: true }
    : { ok: false, kind: 'dead', error };
}

/** Too much for Slack, which may say how many seconds to wait. */
function limited(error: string, asked: unknown): Failure {
  const seconds = Number(asked);
  const waits = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST_WAIT_SECONDS) : 1;
  return { ok: false, kind: 'retry', error, retryAfterMs: waits * 1000, passing: true };
}

/** The same for a call that only asked: whatever happened, nothing was sent. */
export function askingFailureOf(fault: unknown): Failure {
  const failure = failureOf(fault);
  return failure.kind === 'unknown' ? { ...failure, kind: 'retry' } : failure;
}
