/** The pace of a replica in a chaos run: short claims, so that what a dead one held is soon taken over. */

/** Milliseconds a claim of a message lasts. */
export const LEASE_MS = 4_000;

export const PACE = { paceMs: 0, callMs: 1_500, leaseMs: LEASE_MS, doubtMs: 200 };
