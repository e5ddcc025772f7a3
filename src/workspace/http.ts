/** HTTP delivery: signed requests to the app's request URL, answered within three seconds. */
import { createHmac } from 'node:crypto';
import { asText, type JsonObject, parseJson } from './json.ts';
import { ACKNOWLEDGE_MS, type Acknowledgement, type Delivery, type Retry, type Transport } from './transport.ts';

/** Delivers by HTTP, signed with the v0 signature. */
export class HttpDelivery implements Transport {
  #secret: string;
  #url: string | undefined;
  #stopping = new AbortController();

  constructor(signingSecret: string) {
    this.#secret = signingSecret;
  }

  /** Sets the request URL of commands, interactivity and events alike. */
  deliverTo(url: string): void {
    this.#url = url;
  }

  async send(delivery: Delivery, retry?: Retry): Promise<Acknowledgement> {
    if (this.#url === undefined) return { ok: false, error: 'dispatch_failed' };
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
      const response = await fetch(this.#url, { method: 'POST', headers, body, signal: deadline, redirect: 'manual' });
      const text = await response.text();
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      if (!response.ok) return { ok: false, error: 'dispatch_failed', ...(noRetry && { noRetry }) };
      return { ok: true, body: decode(text, asText(response.headers.get('content-type'))) };
    } catch {
      return { ok: false, error: deadline.aborted ? 'operation_timeout' : 'dispatch_failed' };
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
