/** Failures ordered in advance: the next calls, deliveries or connections they fit fail the way Slack fails. */

/** Kinds that strike a call from the app. */
export const CALL_FAULTS = [
  '429',
  '500',
  'timeout',
  'drop-before-accept',
  'drop-after-accept',
  'garbage',
  'internal_error',
  'error',
  'slow',
] as const;
/** Kinds that strike a delivery to the app. */
export const DELIVERY_FAULTS = ['redeliver', 'late-ack'] as const;
/** Kinds that strike the sockets. */
export const CONNECTION_FAULTS = ['disconnect', 'silent-socket', 'refuse-connection'] as const;
/** Why Slack ends a connection. */
export const DISCONNECT_REASONS = ['refresh_requested', 'warning', 'link_disabled', 'too_many_websockets'] as const;

export type CallFault = (typeof CALL_FAULTS)[number];
export type FaultKind = CallFault | (typeof DELIVERY_FAULTS)[number] | (typeof CONNECTION_FAULTS)[number];
export type DisconnectReason = (typeof DISCONNECT_REASONS)[number];

/** What to fail, how, and how often or for how long. */
export interface FaultOrder {
  kind: FaultKind;
  /** One method, or delivery type, only. */
  method?: string;
  /** How many times it strikes; without meaning beside `seconds`. */
  count: number;
  /** For how long it strikes, instead of how often. */
  seconds?: number;
  /** The error of kind `error`. */
  error?: string;
  /** The `Retry-After` of kind `429`; null leaves the header out. */
  retry_after?: number | string | null;
}

/** A fault still to come: `count` times more, or for `seconds_left`. */
export interface WaitingFault extends Omit<FaultOrder, 'count' | 'seconds'> {
  id: number;
  count?: number;
  seconds_left?: number;
}

/** The faults still to come; `elapsed` tells real milliseconds. */
export class Faults {
  #waiting: (FaultOrder & { id: number; until: number })[] = [];
  #last = 0;
  #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** Lets a fault wait, and answers its number; a count of 0 calls all of its kind off. */
  order(fault: FaultOrder): number | undefined {
    if (fault.count <= 0 && fault.seconds === undefined) {
      this.#waiting = this.#waiting.filter(held => held.kind !== fault.kind);
      return undefined;
    }
    this.#last += 1;
    const until = fault.seconds === undefined ? Number.POSITIVE_INFINITY : this.#elapsed() + fault.seconds * 1000;
    this.#waiting.push({ ...fault, id: this.#last, until });
    return this.#last;
  }

  /** Calls one fault off, or all without a number; false when there is no such fault. */
  cancel(id?: number): boolean {
    const kept = id === undefined ? [] : this.#current().filter(fault => fault.id !== id);
    const isCalledOff = id === undefined || kept.length < this.#waiting.length;
    this.#waiting = kept;
    return isCalledOff;
  }

  waiting(): WaitingFault[] {
    const now = this.#elapsed();
    return this.#current().map(({ count, seconds, until, ...fault }) => ({
      ...fault,
      ...(seconds === undefined ? { count } : { seconds_left: Math.ceil((until - now) / 1000) }),
    }));
  }

  /** Uses up the first fault ordered that strikes this call, if any. */
  takeForCall(method: string): FaultOrder | undefined {
    return this.#take(fault => CALL_FAULTS.some(kind => kind === fault.kind), method);
  }

  /** Whether a fault of this kind strikes here and now. */
  strikes(kind: Exclude<FaultKind, CallFault>, name?: string): boolean {
    return this.#take(fault => fault.kind === kind, name) !== undefined;
  }

  #current(): (FaultOrder & { id: number; until: number })[] {
    const now = this.#elapsed();
    this.#waiting = this.#waiting.filter(({ until }) => now < until);
    return this.#waiting;
  }

  #take(fits: (fault: FaultOrder) => boolean, name: string | undefined): FaultOrder | undefined {
    const fault = this.#current()
      .filter(fits)
      .find(({ method }) => method === undefined || method === name);
    if (!fault) return undefined;
    if (fault.seconds === undefined) fault.count -= 1;
    this.#waiting = this.#waiting.filter(({ count, seconds }) => count > 0 || seconds !== undefined);
    return fault;
  }
}
