/** Every shape that was recorded, and what of it this workspace leaves out. */
import { EVENT_SHAPES } from './events.ts';
import { INTERACTION_SHAPES } from './interactions.ts';
import { METHOD_SHAPES } from './methods.ts';
import { Absent, Each, Either, Given, keyOf, type Recorded, type Shape } from './shape.ts';

/** The kinds of the coverage list that have shapes, each with the file they stand in. */
export const SHAPES = {
  method: METHOD_SHAPES,
  event: EVENT_SHAPES,
  interaction: INTERACTION_SHAPES,
} as const satisfies Record<string, Recorded[]>;

export type ShapedKind = keyof typeof SHAPES;

/** The name under which a shape is brought about and compared, alone among all of its kind. */
export function titleOf([name, , , variant]: Recorded): string {
  return variant === undefined ? name : `${name} (${variant})`;
}

/** The keys Slack sends that are not here, by the reason. */
export function absentKeys(): Map<string, Set<string>> {
  const reasons = new Map<string, Set<string>>();
  const visit = (shape: Shape): void => {
    for (const [key, inner] of parts(shape)) {
      if (inner instanceof Absent) reasons.set(inner.reason, (reasons.get(inner.reason) ?? new Set()).add(keyOf(key)));
      else visit(inner);
    }
  };
  for (const recorded of Object.values(SHAPES).flat()) visit(recorded[2]);
  return reasons;
}

/** The names of the keys that may be missing. */
export function optionalKeys(): Set<string> {
  const names = new Set<string>();
  const visit = (shape: Shape): void => {
    for (const [key, inner] of parts(shape)) {
      if (key.endsWith('?') && !(inner instanceof Absent)) names.add(keyOf(key));
      visit(inner);
    }
  };
  for (const recorded of Object.values(SHAPES).flat()) visit(recorded[2]);
  return names;
}

/** What a shape consists of, by key where it has keys. */
function parts(shape: Shape): [key: string, shape: Shape][] {
  if (typeof shape === 'string' || shape instanceof Absent) return [];
  if (shape instanceof Either) return shape.shapes.map(held => ['', held]);
  if (shape instanceof Each) return [['', shape.shape]];
  if (shape instanceof Given) return Object.entries(shape.keys);
  return Array.isArray(shape) ? [['', shape[0] as Shape]] : Object.entries(shape);
}
