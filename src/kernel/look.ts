/** One look at something: what several who look want to know is read once for all of them. */

/** What a look goes over: after one instant and up to another. */
export interface LookSpan {
  after: Date;
  until: Date;
}

export type Look<Place> = Place & {
  span: LookSpan;
  /** What was read in this look already, or else reads it; `reading` itself is what it is known by. */
  ask<T>(reading: (place: Place & { span: LookSpan }) => Promise<T>): Promise<T>;
};

/** Begins a look over that time; what it read is never older than that. */
export function lookOf<Place extends object>(place: Place, span: LookSpan): Look<Place> {
  const known = new Map<unknown, Promise<unknown>>();
  const seen = { ...place, span };
  return {
    ...seen,
    ask<T>(reading: (place: Place & { span: LookSpan }) => Promise<T>): Promise<T> {
      const asked = (known.get(reading) as Promise<T> | undefined) ?? reading(seen);
      known.set(reading, asked);
      return asked;
    },
  };
}
