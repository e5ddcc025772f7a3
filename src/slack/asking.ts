/** A client that asks Slack once and answers soon, for who waits at a terminal. */
import { type LogLevel, WebClient } from '@slack/web-api';
import { slackFetch } from './reply.ts';

const TIMEOUT_MS = 8_000;

/** Nothing is retried, and nothing is logged. `slackApiUrl` undefined: Slack's own. */
export function askingClient(token: string, slackApiUrl: string | undefined, now: () => Date): WebClient {
  const silent = () => {};
  const logger = {
    ...{ debug: silent, info: silent, warn: silent, error: silent, setLevel: silent, setName: silent },
    getLevel: () => 'error' as LogLevel,
  };
  const once = { timeout: TIMEOUT_MS, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const fetch = slackFetch({ info: silent, warn: silent, error: silent }, now);
  return new WebClient(token, { ...(slackApiUrl === undefined ? {} : { slackApiUrl }), ...once, fetch, logger });
}
