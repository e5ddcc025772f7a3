/** Failures ordered in advance: the next calls or deliveries they fit fail the way Slack fails. */

/** Kinds that strike a call from the app. */
export const CALL_FAULTS = ['429', '500', 'timeout', 'drop-after-accept', 'internal_error', 'slow'] as const;
/** Kinds that strike deliveries or the connection. */
export const DELIVERY_FAULTS = ['disconnect', 'redeliver'] as const;

export type CallFault = (typeof CALL_FAULTS)[number];
export type FaultKind = CallFault | (typeof DELIVERY_FAULTS)[number];

/** A fault that waits: for one method (or delivery type) or for any, a number of times. */
export interface Fault {
  kind: FaultKind;
  method?: string;
  count: number;
}

/** The faults still to come. */
export class Faults {
  #waiting: Fault[] = [];

  order(fault: Fault): void {
    if (fault.count > 0) this.#waiting.push({ ...fault });
    else this.#waiting = this.#waiting.filter(held => held.kind !== fault.kind);
  }

  waiting(): Fault[] {
    return this.#waiting.map(fault => ({ ...fault }));
  }

  /** Uses up one fault that strikes this call, if any. */
  takeForCall(method: string): CallFault | undefined {
    return CALL_FAULTS.find(kind => kind === this.#take(fault => fault.kind === kind, method));
  }

  /** Whether this delivery is to be made twice. */
  takeRedelivery(type: string): boolean {
    return this.#take(fault => fault.kind === 'redeliver', type) !== undefined;
  }

  #take(fits: (fault: Fault) => boolean, name: string): FaultKind | undefined {
    const index = this.#waiting.findIndex(
      fault => fits(fault) && (fault.method === undefined || fault.method === name),
    );
    const fault = this.#waiting[index];
    if (!fault) return undefined;
    fault.count -= 1;
    if (fault.count <= 0) this.#waiting.splice(index, 1);
    return fault.kind;
  }
}
