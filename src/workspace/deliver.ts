/** Brings commands, interactions and events to the app, measures how long it takes, and writes both down for the inspector. */
import { randomBytes } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { Faults } from './faults.ts';
import type { EventType } from './happenings.ts';
import { APP_ID, idFrom } from './identity.ts';
import { asText, type JsonObject } from './json.ts';
import type { AppProfile } from './manifest.ts';
import type { State } from './state.ts';
import type { Traffic } from './traffic.ts';
import type { Acknowledgement, Delivery, Retry, Transport } from './transport.ts';

/** How the app took a delivery, and after how many milliseconds; null when it never did. */
export interface Outcome extends Acknowledgement {
  ack_ms: number | null;
}

/** Seconds after which an event that was not acknowledged is sent again, as the Events API does. */
const EVENT_RETRIES = [0, 60, 300];

/** The one way from the workspace to the app. */
export class Deliverer {
  #state: State;
  #profile: AppProfile;
  #transport: Transport;
  #traffic: Traffic;
  #faults: Faults;
  #activity: Activity;
  #timers = new Set<NodeJS.Timeout>();

  constructor(parts: {
    state: State;
    profile: AppProfile;
    transport: Transport;
    traffic: Traffic;
    faults: Faults;
    activity: Activity;
  }) {
    this.#state = parts.state;
    this.#profile = parts.profile;
    this.#transport = parts.transport;
    this.#traffic = parts.traffic;
    this.#faults = parts.faults;
    this.#activity = parts.activity;
  }

  /** Delivers a command or interaction and waits for its acknowledgement. */
  async deliver(delivery: Delivery): Promise<Outcome> {
    const outcome = await this.#attempt(delivery, () => this.#transport.send(delivery));
    if (this.#faults.takeRedelivery(delivery.type))
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

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #again(delivery: Delivery, num: number, { ok, error, noRetry }: Acknowledgement): void {
    const seconds = EVENT_RETRIES[num - 1];
    if (ok || noRetry || seconds === undefined) return;
    const retry: Retry = { num, reason: error === 'operation_timeout' ? 'http_timeout' : 'http_error' };
    const timer = setTimeout(async () => {
      this.#timers.delete(timer);
      this.#again(
        delivery,
        num + 1,
        await this.#attempt(delivery, () => this.#transport.send(delivery, retry), 'retry'),
      );
    }, seconds * 1000);
    timer.unref();
    this.#timers.add(timer);
  }

  async #attempt(delivery: Delivery, send: () => Promise<Acknowledgement>, fault?: string): Promise<Outcome> {
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
