/** How a thing of Slack's is entered in the coverage list. */

/** `behaviour` is what a person or an app does with the things of the other kinds. */
export const KINDS = ['method', 'event', 'interaction', 'behaviour', 'block', 'element'] as const;

/** `partial`: works, with the difference told; `not supported`: refused in words, never silently wrong. */
export interface Covered {
  kind: (typeof KINDS)[number];
  /** A name that ends in `.*` stands for all of the family that have no line of their own. */
  name: string;
  level: 'supported' | 'partial' | 'not supported';
  /** The file under workspace/test that proves it; for a behaviour with the title of the test, after a colon. */
  test?: string;
  /** What is different on Slack. */
  difference?: string;
}

/** What works, with the test that proves it; with a difference it works in part. */
export type Line = [name: string, test: string, difference?: string];

/** What does not work, with what happens instead, and with a test where there is something to prove. */
export type Missing = [name: string, difference: string, test?: string];

/** The lines of one kind. */
export function covered(kind: Covered['kind'], lines: readonly Line[], missing: readonly Missing[]): Covered[] {
  return [
    ...lines.map(([name, test, difference]): Covered => {
      const level = difference === undefined ? 'supported' : 'partial';
      return { kind, name, level, test, ...(difference !== undefined && { difference }) };
    }),
    ...missing.map(([name, difference, test]): Covered => {
      return { kind, name, level: 'not supported', ...(test !== undefined && { test }), difference };
    }),
  ];
}
