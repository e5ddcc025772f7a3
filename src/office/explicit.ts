/** Settings by the variables of the environment that set them. */

/** A setting, or a part of one, that the environment sets itself. */
export interface Explicit {
  setting: string;
  part?: string;
  variable: string;
  value: unknown;
}

/** The variable of each setting; of one of several parts, the variable of each part. */
export type Variables<V extends string> = Readonly<Record<string, V | Readonly<Record<string, V>>>>;

/** Every setting with its value, whether it is set or a default. */
export function valuesOf<V extends string>(variables: Variables<V>, read: Readonly<Record<V, unknown>>): object {
  const value = (one: V | Readonly<Record<string, V>>) =>
    typeof one === 'string'
      ? read[one]
      : Object.fromEntries(Object.entries(one).map(([part, variable]) => [part, read[variable]]));
  return Object.fromEntries(Object.entries(variables).map(([setting, one]) => [setting, value(one)]));
}

/** Those whose variable is set. */
export function explicitIn<V extends string>(
  variables: Variables<V>,
  set: Readonly<Record<string, unknown>>,
  read: Readonly<Record<V, unknown>>,
): Explicit[] {
  const each = Object.entries(variables).flatMap(([setting, one]): (Omit<Explicit, 'value'> & { variable: V })[] =>
    typeof one === 'string'
      ? [{ setting, variable: one }]
      : Object.entries(one).map(([part, variable]) => ({ setting, part, variable })),
  );
  return each.filter(({ variable }) => variable in set).map(one => ({ ...one, value: read[one.variable] }));
}
