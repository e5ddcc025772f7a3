/** Compares what arrived with the shape that was recorded of it, and says of each difference where it is and what would be right. */
import { isObject } from '../core/json.ts';
import { Absent, Each, Either, Given, type Keys, keyOf, type Shape } from './shape.ts';

/** The names of the keys that have been met. */
export type Seen = Set<string>;

/**
 * Every difference in a sentence that begins with the path to it; none when the value has the shape. `seen` is told which keys
 * were there, so that a key nothing ever has can be found.
 */
export function differences(value: unknown, shape: Shape, path = '$', seen: Seen = new Set()): string[] {
  if (shape instanceof Either) return nearest(value, shape, path, seen);
  if (shape instanceof Absent) return [`${path} came, though it is recorded as absent: ${shape.reason}`];
  if (typeof shape === 'string') return fits(value, shape) ? [] : [wrong(value, shape, path)];
  if (Array.isArray(shape)) {
    const [item] = shape as readonly [Shape];
    if (!Array.isArray(value)) return [wrong(value, shape, path)];
    return value.flatMap((held, index) => differences(held, item, `${path}[${index}]`, seen));
  }
  if (!isObject(value)) return [wrong(value, shape, path)];
  if (shape instanceof Each)
    return Object.entries(value).flatMap(([key, held]) => differences(held, shape.shape, `${path}.${key}`, seen));
  return shape instanceof Given
    ? ofKeys(value, shape.keys, path, seen, true)
    : ofKeys(value, shape as Keys, path, seen);
}

function ofKeys(value: Record<string, unknown>, keys: Keys, path: string, seen: Seen, isOpen = false): string[] {
  const recorded = new Map(Object.entries(keys).map(([written, shape]) => [keyOf(written), { written, shape }]));
  const missing = [...recorded].flatMap(([key, { written, shape }]) =>
    key in value || written !== key || shape instanceof Absent
      ? []
      : [`${path}.${key} is missing; Slack always sends it, as ${named(shape)}`],
  );
  const held = Object.entries(value).flatMap(([key, inner]) => {
    const known = recorded.get(key);
    if (!known) return isOpen ? [] : [`${path}.${key} is not among the keys Slack sends`];
    seen.add(key);
    return differences(inner, known.shape, `${path}.${key}`, seen);
  });
  return [...missing, ...held];
}

/** Nothing when one of the shapes fits; otherwise what is different from the one that comes nearest. */
function nearest(value: unknown, { shapes }: Either, path: string, seen: Seen): string[] {
  const tried = shapes.map(shape => {
    const met: Seen = new Set();
    return { found: differences(value, shape, path, met), shape, met };
  });
  const fit = tried.find(({ found }) => found.length === 0);
  if (fit) {
    for (const key of fit.met) seen.add(key);
    return [];
  }
  const alike = tried.filter(({ shape }) => isObject(value) && isLike(value, shape));
  const [best] = alike.sort((one, other) => one.found.length - other.found.length);
  return best ? best.found : [wrong(value, new Either(shapes), path)];
}

/** Whether the object has the texts by which the shape is told from others, such as its type. */
function isLike(value: Record<string, unknown>, shape: Shape): boolean {
  const keys = keysOf(shape);
  if (!keys) return false;
  const marks = Object.entries(keys).filter(([, held]) => typeof held === 'string' && held.startsWith('='));
  return marks.every(([key, mark]) => value[keyOf(key)] === undefined || fits(value[keyOf(key)], mark));
}

/** The keys of a shape that is an object. */
function keysOf(shape: Shape): Keys | undefined {
  if (shape instanceof Given) return shape.keys;
  return !isObject(shape) || [Either, Each, Absent].some(kind => shape instanceof kind) ? undefined : (shape as Keys);
}

function fits(value: unknown, word: Shape): boolean {
  if (word === 'anything') return true;
  if (word === 'null') return value === null;
  if (word === 'true' || word === 'false') return value === (word === 'true');
  return typeof word === 'string' && word.startsWith('=') ? value === word.slice(1) : typeof value === word;
}

function wrong(value: unknown, shape: Shape, path: string): string {
  return `${path} is ${shown(value)}, not ${named(shape)}`;
}

/** A shape in words. */
function named(shape: Shape): string {
  if (shape instanceof Either) {
    const types = shape.shapes.map(held => keysOf(held)?.type);
    const isTold = types.every(type => typeof type === 'string' && type.startsWith('='));
    const words = (isTold ? types : shape.shapes).map(held => named(held as Shape));
    return `${isTold ? 'an object of the type ' : ''}${[...new Set(words)].join(' or ')}`;
  }
  if (Array.isArray(shape)) return 'a list';
  if (typeof shape !== 'string') return 'an object';
  if (shape.startsWith('=')) return `"${shape.slice(1)}"`;
  return ['string', 'number', 'boolean'].includes(shape) ? `a ${shape}` : shape;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return `the ${typeof value} ${JSON.stringify(value).slice(0, 60)}`;
}
