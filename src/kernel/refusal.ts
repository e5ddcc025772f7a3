/** A refusal is a value: a code and its facts. The sentence a person reads for it stands in `src/locales`, once per language. */

/** Every refusal of the house with the facts its sentence needs: each noun adds its own beside its rules. */
export interface Refusals {}

export type RefusalCode = keyof Refusals;

/** One refusal; narrow on `code` to know `params`. */
export type Refusal<C extends RefusalCode = RefusalCode> = { [K in C]: { code: K; params: Refusals[K] } }[C];

/** Makes a refusal; the compiler checks that the facts fit the code. */
export function refuse<C extends RefusalCode>(code: C, params: Refusals[C]): Refusal<C> {
  return { code, params } as Refusal<C>;
}

/** Tells a refusal from any result that is not one. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'params' in value;
}
