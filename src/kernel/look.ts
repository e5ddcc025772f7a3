/** One look at something: what several who look want to know is read once for all of them. */

export type Look<Place> = Place & {
  /** What was read in this look already, or else reads it; `reading` itself is what it is known by. */
  ask<T>(reading: (place: Place) => Promise<T>): Promise<T>;
};

/** Begins a look; what it read is never older than that. */
export function lookOf<Place extends object>(place: Place): Look<Place> {
  const known = new Map<unknown, Promise<unknown>>();
  return {
    ...place,
    ask<T>(reading: (place: Place) => Promise<T>): Promise<T> {
      const asked = (known.get(reading) as Promise<T> | undefined) ?? reading(place);
      known.set(reading, asked);
      return asked;
    },
  };
}
