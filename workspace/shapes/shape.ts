/**
 * How the shape of something Slack sends is written down: which keys it has and of what type their values are, never what
 * they say.
 *
 * - a word: `'string'`, `'number'`, `'boolean'`, `'true'`, `'false'`, `'null'`, `'anything'`, or `'=message'` for that very text
 * - `[shape]`: a list of such things, however many
 * - `{ key: shape, 'other?': shape }`: these keys and no others; one with a question mark may be missing
 * - `either(...)`, `each(...)`, `given(...)`, `absent(...)`: see there
 *
 * A new shape is one line in `methods.ts`, `events.ts` or `interactions.ts`: the name as it stands in the coverage list,
 * where its keys are known from, the keys. What it has in common with others is taken from the files beside (`message.ts`,
 * `channel.ts`, ...). `test/shapes.test.ts` then asks for somebody who brings it about: a call or a deed in
 * `test/shapes/`.
 */
export type Shape = Word | readonly [Shape] | Keys | Either | Each | Given | Absent;

export type Word = 'string' | 'number' | 'boolean' | 'true' | 'false' | 'null' | 'anything' | `=${string}`;

/** An object with these keys and no others. */
export interface Keys {
  readonly [key: string]: Shape;
}

export class Either {
  readonly shapes: readonly Shape[];
  constructor(shapes: readonly Shape[]) {
    this.shapes = shapes;
  }
}

export class Each {
  readonly shape: Shape;
  constructor(shape: Shape) {
    this.shape = shape;
  }
}

export class Given {
  readonly keys: Keys;
  constructor(keys: Keys) {
    this.keys = keys;
  }
}

export class Absent {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** One of these. */
export function either(...shapes: Shape[]): Either {
  return new Either(shapes);
}

/** An object whose keys are names of the app's or ids, each with such a value. */
export function each(shape: Shape): Each {
  return new Each(shape);
}

/** An object with these keys beside whatever the app gave it: Slack hands that back as it is. */
export function given(keys: Keys): Given {
  return new Given(keys);
}

/** A key Slack sends and this workspace does not, with a sentence that says why. It is told in COVERAGE.md. */
export function absent(reason: string): Absent {
  return new Absent(reason);
}

/** A shape with where its keys are known from, and for what of its name it stands where that comes in several forms. */
export type Recorded = [name: string, source: string, shape: Shape, variant?: string];

/** The name of a key without the mark that says it may be missing. */
export function keyOf(written: string): string {
  return written.replace(/\?$/, '');
}

/** The keys, these of them no longer missing. */
export function must(keys: Keys, ...names: string[]): Keys {
  return Object.fromEntries(
    Object.entries(keys).map(([written, shape]) => [names.includes(keyOf(written)) ? keyOf(written) : written, shape]),
  );
}

/** The keys, these of them possibly missing. */
export function may(keys: Keys, ...names: string[]): Keys {
  return Object.fromEntries(
    Object.entries(keys).map(([written, shape]) => [names.includes(written) ? `${written}?` : written, shape]),
  );
}

/** The keys without these. */
export function without(keys: Keys, ...names: string[]): Keys {
  return Object.fromEntries(Object.entries(keys).filter(([written]) => !names.includes(keyOf(written))));
}
