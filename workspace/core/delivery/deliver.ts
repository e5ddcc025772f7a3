/** Brings commands, interactions and events to the app, measures how long it takes, and writes both down for the inspector. */
import { randomBytes } from 'node:crypto';
import type { Activity } from '../activity.ts';
import type { EventType } from '../app/happenings.ts';
import type { AppProfile } from '../app/manifest.ts';
import { APP_ID, idFrom } from '../identity.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import type { State } from '../state.ts';
import type { Faults } from './faults.ts';
import type { RequestUrl } from './request-url.ts';
import type { Traffic } from './traffic.ts';
import { ACKNOWLEDGE_MS, type Acknowledgement, type Delivery, type Retry, type Transport } from './transport.ts';

/** How the app took a delivery, and after how many milliseconds; null when it never did. */
export interface Outcome extends Acknowledgement {
  ack_ms: number | null;
}

/** Seconds after which an event that was not acknowledged is sent again, as the Events API does. */
const EVENT_RETRIES = [0, 60, 300];

/** Runs something once so many milliseconds have passed; what it answers calls it off. */
export type Later = (ms: number, run: () => void) => () => void;

/** In real time, and never what keeps the process alive. */
export const inRealTime: Later = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** The one way from the workspace to the app. */
export class Deliverer {
  #state: State;
  #profile: AppProfile;
  #transport: Transport;
  #traffic: Traffic;
  #faults: Faults;
  #activity: Activity;
  #requestUrl: RequestUrl | undefined;
  #later: Later;
  #waiting = new Set<() => void>();

  constructor(parts: {
    state: State;
    profile: AppProfile;
    transport: Transport;
    traffic: Traffic;
    faults: Faults;
    activity: Activity;
    /** Of HTTP delivery, where events go only once it is verified. */
    requestUrl?: RequestUrl;
    later: Later;
  }) {
    this.#state = parts.state;
    this.#profile = parts.profile;
    this.#transport = parts.transport;
    this.#traffic = parts.traffic;
    this.#faults = parts.faults;
    this.#activity = parts.activity;
    this.#requestUrl = parts.requestUrl;
    this.#later = parts.later;
  }

  /** Delivers a command or interaction and waits for its acknowledgement. */
  async deliver(delivery: Delivery): Promise<Outcome> {
    const outcome = await this.#attempt(delivery, () => this.#transport.send(delivery));
    if (this.#faults.strikes('redeliver', delivery.type))
      void this.#attempt(delivery, () => this.#transport.repeat(delivery), 'redeliver');
    return outcome;
  }

  /**
   * Tells the app about an event if it subscribed to it, and tries again as Slack does when it is not acknowledged.
   * `subscription` is the manifest's name for it when that differs from the event's type (`message.im`).
   * Resolves after the first attempt; false when the app did not take it.
   */
  async event(event: JsonObject & { type: EventType }, subscription: string = event.type): Promise<boolean> {
    if (this.#profile.events && !this.#profile.events.includes(subscription)) return false;
    if (this.#requestUrl && !(await this.#requestUrl.takesEvents(() => this.#handshake()))) return false;
    const team_id = this.#state.team.id;
    const payload = {
      token: this.#state.credentials.verificationToken,
      team_id,
      context_team_id: team_id,
      context_enterprise_id: null,
      api_app_id: APP_ID,
      event,
      type: 'event_callback',
      event_id: `Ev${idFrom(randomBytes(8).toString('hex'))}`,
      event_time: this.#state.seconds(),
      authorizations: [
        { enterprise_id: null, team_id, user_id: this.#state.bot.user_id, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: this.#state.channels.get(asText(event.channel))?.shared_with !== undefined,
      event_context: `4-${randomBytes(12).toString('base64url')}`,
    };
    const delivery: Delivery = { envelope: 'events_api', type: event.type, payload };
    const outcome = await this.deliver(delivery);
    this.#again(delivery, 1, outcome);
    return outcome.ok;
  }

  /** Greets a request URL that was set or changed: it has to answer a challenge, and is asked whether it is there for commands. */
  async greet(): Promise<void> {
    await this.#requestUrl?.verify(() => this.#handshake());
    const payload = { ssl_check: '1', token: this.#state.credentials.verificationToken };
    const delivery: Delivery = { envelope: 'slash_commands', type: 'ssl_check', payload };
    await this.#attempt(delivery, () => this.#transport.send(delivery));
  }

  stop(): void {
    for (const callOff of this.#waiting) callOff();
    this.#waiting.clear();
  }

  /** Whether the request URL answers Slack's challenge, as text, form or JSON. */
  async #handshake(): Promise<boolean> {
    const challenge = randomBytes(24).toString('hex');
    const payload = { token: this.#state.credentials.verificationToken, challenge, type: 'url_verification' };
    const delivery: Delivery = { envelope: 'events_api', type: 'url_verification', payload };
    const { ok, body } = await this.#attempt(delivery, () => this.#transport.send(delivery));
    const { challenge: returned, text } = asObject(body);
    return ok && [returned, text, new URLSearchParams(asText(text)).get('challenge')].includes(challenge);
  }

  #again(delivery: Delivery, num: number, { ok, error, reason, noRetry }: Acknowledgement): void {
    this.#tellIfGivenUp(ok);
    const seconds = EVENT_RETRIES[num - 1];
    if (ok || noRetry || seconds === undefined) return;
    const retry: Retry = { num, reason: reason ?? (error === 'operation_timeout' ? 'http_timeout' : 'http_error') };
    const callOff = this.#later(seconds * 1000, async () => {
      this.#waiting.delete(callOff);
      const outcome = await this.#attempt(delivery, () => this.#transport.send(delivery, retry), 'retry');
      this.#again(delivery, num + 1, outcome);
    });
    this.#waiting.add(callOff);
  }

  /** Counts an attempt at an event, and says so in the log when it was one failure too many. */
  #tellIfGivenUp(ok: boolean): void {
    const words = this.#requestUrl?.count(ok);
    if (words === undefined) return;
    const nothing = { payload: null, answer: null, ack_ms: null, ok: false };
    this.#traffic.add({
      at: this.#traffic.now(),
      direction: 'to_bot',
      type: 'events_disabled',
      ...nothing,
      error: words,
    });
  }

  async #attempt(delivery: Delivery, carry: () => Promise<Acknowledgement>, label?: string): Promise<Outcome> {
    const isLost = this.#faults.strikes('late-ack', delivery.type);
    const send = isLost ? () => tooLate(carry) : carry;
    const fault = isLost ? 'late-ack' : label;
    const at = this.#traffic.now();
    const end = this.#activity.begin();
    const began = performance.now();
    try {
      const acknowledgement = await send();
      const ack_ms = acknowledgement.ok ? Math.round(performance.now() - began) : null;
      this.#traffic.add({
        at,
        direction: 'to_bot',
        type: delivery.type,
        payload: delivery.payload,
        answer: acknowledgement.body ?? null,
        ack_ms,
        ok: acknowledgement.ok,
        ...(acknowledgement.error && { error: acknowledgement.error }),
        ...(fault && { fault }),
      });
      return { ...acknowledgement, ack_ms };
    } finally {
      end();
    }
  }
}

/** A delivery whose acknowledgement does not arrive in time, whatever the app does. */
async function tooLate(send: () => Promise<Acknowledgement>): Promise<Acknowledgement> {
  const over = new Promise(resolve => setTimeout(resolve, ACKNOWLEDGE_MS).unref());
  const [{ body }] = await Promise.all([send(), over]);
  return { ok: false, body, error: 'operation_timeout', reason: 'http_timeout' };
}
