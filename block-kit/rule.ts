/** The small language the Block Kit tables are written in: a rule looks at one value and notes its faults. */

/** One thing wrong with a payload: Slack's words where they are known, and a JSON pointer to the place. */
export interface Fault {
  message: string;
  pointer: string;
}

/** Where blocks are shown; Slack allows different blocks in each. */
export type Surface = 'message' | 'modal' | 'home';

/** The value being looked at: where it stands, on which surface, and where to note faults. */
export interface Place {
  readonly pointer: string;
  readonly surface: Surface;
  readonly faults: Fault[];
}

export interface Rule {
  readonly required: boolean;
  check(value: unknown, place: Place): void;
}

export type Fields = Readonly<Record<string, Rule>>;
export type Extra = (value: Readonly<Record<string, unknown>>, place: Place) => void;

/** Slack takes a value for absent only when the key is absent, so `null` is a fault for every rule here but one: a table's column. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Notes a fault at a place, or at a field of it. */
export function note(place: Place, message: string, field?: string): void {
  place.faults.push({ message, pointer: field === undefined ? place.pointer : `${place.pointer}/${field}` });
}

/** The place of a field or list item below a place; keys are ours or indexes, so they need no pointer escapes. */
export function inside(place: Place, key: string | number): Place {
  return { ...place, pointer: `${place.pointer}/${key}` };
}

/** What a sender wrote, short enough to be repeated in a message. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const rule = (check: Rule['check']): Rule => ({ required: false, check });

/** The same rule for a field that must be there. */
export const need = (one: Rule): Rule => ({ required: true, check: one.check });

/**
 * A string of min to max characters. Slack does not say what a character is; of code points and UTF-16 units the
 * latter is never the smaller count, so the length of the string is the safe one.
 */
export function string(max = Number.POSITIVE_INFINITY, min = 1): Rule {
  return rule((value, place) => {
    if (typeof value !== 'string') note(place, 'must provide a string');
    else if (value.length < min) note(place, `must be more than ${min - 1} characters`);
    else if (value.length > max) note(place, `must be less than ${max + 1} characters`);
  });
}

/** A string that also satisfies a test; the message is ours, Slack's is not published. */
export function shaped(base: Rule, fits: (value: string) => boolean, message: string): Rule {
  return rule((value, place) => {
    const before = place.faults.length;
    base.check(value, place);
    if (place.faults.length === before && typeof value === 'string' && !fits(value)) note(place, message);
  });
}

/** A whole number from min to max, both included. */
export function whole(min: number, max: number): Rule {
  return rule((value, place) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) note(place, 'must provide an integer');
    else if (value < min) note(place, `must be greater than ${min - 1}`);
    else if (value > max) note(place, `must be less than ${max + 1}`);
  });
}

export const number: Rule = rule((value, place) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) note(place, 'must provide a number');
});

export const flag: Rule = rule((value, place) => {
  if (typeof value !== 'boolean') note(place, 'must provide a boolean');
});

/** One of a few given values. */
export function choice(...values: readonly (string | number)[]): Rule {
  return rule((value, place) => {
    if (!values.some(one => one === value)) note(place, 'must be a valid enum value');
  });
}

/** A list of min to max items; items beyond max are not looked at. */
export function list(item: Rule, max = Number.POSITIVE_INFINITY, min = 1): Rule {
  return rule((value, place) => {
    if (!Array.isArray(value)) return note(place, 'must provide an array');
    if (value.length < min) note(place, `must provide at least ${min} items`);
    if (value.length > max) note(place, `no more than ${max} items allowed`);
    const looked = Math.min(value.length, max);
    for (let index = 0; index < looked; index += 1) item.check(value[index], inside(place, index));
  });
}

/** An object with these fields and no others; `extra` looks at fields together. */
export function shape(fields: Fields, extra?: Extra): Rule {
  return rule((value, place) => {
    if (!isObject(value)) return note(place, 'must provide an object');
    for (const [field, one] of Object.entries(fields)) {
      const given = Object.hasOwn(value, field) ? value[field] : undefined;
      if (given !== undefined) one.check(given, inside(place, field));
      else if (one.required) note(place, `missing required field: ${field}`);
    }
    for (const field of Object.keys(value)) {
      if (!Object.hasOwn(fields, field) && value[field] !== undefined)
        note(place, `invalid additional property: ${quoted(field)}`);
    }
    extra?.(value, place);
  });
}

/**
 * An object whose `type` chooses its rule; without a type it is taken for the one `assumed`, if any.
 * The table is asked for late, so that tables may name each other.
 */
export function typed(table: () => Readonly<Record<string, Rule>>, assumed?: string): Rule {
  return rule((value, place) => {
    if (!isObject(value)) return note(place, 'must provide an object');
    const { type = assumed } = value;
    if (type === undefined) return note(place, 'missing required field: type');
    const rules = table();
    const one = typeof type === 'string' && Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (one === undefined) note(place, `unsupported type: ${quoted(type)}`, 'type');
    else one.check({ ...value, type }, place);
  });
}

/** Only on these surfaces; elsewhere Slack calls the type unsupported. */
export function only(surfaces: readonly Surface[], one: Rule): Rule {
  return rule((value, place) => {
    if (surfaces.includes(place.surface)) one.check(value, place);
    else note(place, `unsupported type: ${quoted(isObject(value) ? value.type : undefined)}`, 'type');
  });
}

/** Exactly one, or at least one, of several fields. */
export function oneOf(how: 'exactly' | 'at least', ...fields: readonly string[]): Extra {
  return (value, place) => {
    const given = fields.filter(field => value[field] !== undefined);
    if (given.length === 0) note(place, `missing required field: ${fields.join(' or ')}`);
    if (how === 'exactly' && given.length > 1) note(place, `must define only one of: ${given.join(', ')}`);
  };
}
