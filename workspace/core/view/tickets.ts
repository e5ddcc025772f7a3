/** The short-lived rights Slack hands out: trigger ids (3 seconds, one use) and response URLs (30 minutes, five uses), in real time. */
import { randomBytes } from 'node:crypto';

/** What a trigger id allows: opening a view for this person. `view` is set when it came from inside a view. */
export interface Trigger {
  user: string;
  view?: string;
  /** The conversation the person was looking at. */
  channel?: string;
}

/** Where a response URL leads. */
export interface ResponsePlace {
  channel: string;
  user: string;
  /** The message whose button was pressed, when it was one. */
  source?: { ts: string; ephemeral: boolean };
  thread_ts?: string;
}

const TRIGGER_MS = 3_000;
const RESPONSE_MS = 30 * 60_000;
const RESPONSE_USES = 5;

/** Issues and checks trigger ids and response URLs; `elapsed` tells real milliseconds. */
export class Tickets {
  #triggers = new Map<string, Trigger & { until: number; used: boolean }>();
  #responses = new Map<string, { place: ResponsePlace; until: number; uses: number }>();
  #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  issueTrigger(trigger: Trigger): string {
    this.#forget();
    const id = `${Date.now()}.${randomBytes(4).readUInt32BE()}.${randomBytes(16).toString('hex')}`;
    this.#triggers.set(id, { ...trigger, until: this.#elapsed() + TRIGGER_MS, used: false });
    return id;
  }

  /** Uses the trigger up; otherwise Slack's word for why it cannot be used. */
  useTrigger(id: string): Trigger | 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' {
    const held = this.#triggers.get(id);
    if (!held) return 'invalid_trigger_id';
    if (held.used) return 'exchanged_trigger_id';
    if (this.#elapsed() >= held.until) return 'expired_trigger_id';
    held.used = true;
    return held;
  }

  /** The path of a new response URL. */
  issueResponse(kind: 'commands' | 'actions', team: string, place: ResponsePlace): string {
    this.#forget();
    const path = `/${kind}/${team}/${randomBytes(6).readUIntBE(0, 6)}/${randomBytes(12).toString('hex')}`;
    this.#responses.set(path, { place, until: this.#elapsed() + RESPONSE_MS, uses: 0 });
    return path;
  }

  /** Uses a response URL once; otherwise Slack's word for why it cannot be used. */
  useResponse(path: string): ResponsePlace | 'expired_url' | 'used_url' {
    const held = this.#responses.get(path);
    if (!held || this.#elapsed() >= held.until) return 'expired_url';
    if (held.uses >= RESPONSE_USES) return 'used_url';
    held.uses += 1;
    return held.place;
  }

  /** Drops what has long been over, so that a workspace may run for months. */
  #forget(): void {
    const longAgo = this.#elapsed() - 60_000;
    for (const [id, held] of this.#triggers) if (held.until < longAgo) this.#triggers.delete(id);
    for (const [path, held] of this.#responses) if (held.until < longAgo) this.#responses.delete(path);
  }
}
