/** HTTP delivery: signed requests to the app's request URL, answered within three seconds. */
import { createHmac } from 'node:crypto';
import { type Addresses, addressFor } from '../app/addresses.ts';
import { asText, isObject, type JsonObject, parseJson } from '../json.ts';
import {
  ACKNOWLEDGE_MS,
  type Acknowledgement,
  type Delivery,
  type Retry,
  type RetryReason,
  type Transport,
} from './transport.ts';

/** Redirects Slack follows when it delivers an event. */
const MOST_REDIRECTS = 2;

/** Delivers by HTTP, signed with the v0 signature. */
export class HttpDelivery implements Transport {
  #secret: string;
  #addresses: Addresses;
  #url: string | undefined;
  #stopping = new AbortController();

  constructor(signingSecret: string, addresses: Addresses) {
    this.#secret = signingSecret;
    this.#addresses = addresses;
  }

  /** Sets where the app listens: the request URL of whatever its manifest gives no address of its own. */
  deliverTo(url: string): void {
    this.#url = url;
  }

  async send(delivery: Delivery, retry?: Retry): Promise<Acknowledgement> {
    const address = addressFor(this.#addresses, delivery, this.#url);
    if (address === undefined) return { ok: false, error: 'dispatch_failed', reason: 'connection_failed' };
    const [type, body] = encode(delivery);
    // Signed with the machine's time: the app compares it with its own machine's, whatever the workspace shows.
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', this.#secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers: Record<string, string> = {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    if (retry) {
      headers['x-slack-retry-num'] = String(retry.num);
      headers['x-slack-retry-reason'] = retry.reason;
    }
    const deadline = AbortSignal.any([AbortSignal.timeout(ACKNOWLEDGE_MS), this.#stopping.signal]);
    try {
      const redirects = delivery.envelope === 'events_api' ? MOST_REDIRECTS : 0;
      const response = await post(address, { headers, body, signal: deadline }, redirects);
      const text = await response.text();
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      const reason = isRedirect(response) && redirects > 0 ? 'too_many_redirects' : 'http_error';
      if (!response.ok) return { ok: false, error: 'dispatch_failed', reason, ...(noRetry && { noRetry }) };
      return { ok: true, body: decode(text, asText(response.headers.get('content-type'))) };
    } catch (error) {
      if (deadline.aborted) return { ok: false, error: 'operation_timeout', reason: 'http_timeout' };
      return { ok: false, error: 'dispatch_failed', reason: reasonOf(error) };
    }
  }

  repeat(delivery: Delivery): Promise<Acknowledgement> {
    return this.send(delivery, delivery.envelope === 'events_api' ? { num: 1, reason: 'http_timeout' } : undefined);
  }

  /** There is no standing connection to end. */
  disconnect(): void {}

  stop(): void {
    this.#stopping.abort();
  }
}

/** Posts, and posts the same again where a redirect leads, at most so many times. */
async function post(url: string, request: RequestInit, redirects: number): Promise<Response> {
  const response = await fetch(url, { ...request, method: 'POST', redirect: 'manual' });
  const location = response.headers.get('location');
  if (!isRedirect(response) || location === null || redirects === 0) return response;
  await response.body?.cancel();
  return post(new URL(location, url).href, request, redirects - 1);
}

function isRedirect({ status }: Response): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Why a request came to nothing, by the code of what lies below: names and ports not there, certificates not right. */
function reasonOf(error: unknown): RetryReason {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = isObject(cause) || cause instanceof Error ? asText((cause as { code?: unknown }).code) : '';
  if (/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|UND_ERR_SOCKET|UND_ERR_CONNECT)/.test(code)) return 'connection_failed';
  return /CERT|SSL|TLS/.test(code) ? 'ssl_error' : 'unknown_error';
}

function encode({ envelope, payload }: Delivery): [type: string, body: string] {
  const form = 'application/x-www-form-urlencoded';
  if (envelope === 'events_api') return ['application/json', JSON.stringify(payload)];
  if (envelope === 'interactive') return [form, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()];
  return [form, new URLSearchParams(payload as Record<string, string>).toString()];
}

function decode(text: string, type: string): JsonObject | unknown {
  if (text === '') return undefined;
  return type.includes('json') ? parseJson(text) : { text };
}
