/** Chance that can be repeated: the same seed gives the same numbers. */

export interface Dice {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to below `limit`. */
  between(least: number, limit: number): number;
  of<T>(items: readonly [T, ...T[]]): T;
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  // Mulberry32.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, limit: number): number => least + Math.floor(next() * (limit - least));
  return { next, between, of: items => items[between(0, items.length)] ?? items[0] };
}
