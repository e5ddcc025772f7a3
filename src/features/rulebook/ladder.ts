/** Ladders: what the first, the second and each later case under an article costs. */
import type { Article, Ladder, Rung } from './article.ts';

/** Steps of a ladder. With one alone it is a plain price. */
export const LEAST_STEPS = 2;
export const MOST_STEPS = 12;

/** What the case of that number costs, counted from 1: the last step holds for every later one. */
export function rungOf({ steps }: Ladder, ordinal: number): Rung {
  const rung = steps[Math.min(Math.max(ordinal, 1), steps.length) - 1];
  if (rung === undefined) throw new Error('a ladder without steps');
  return rung;
}

/** The ladder of an article, where it has one. */
export function ladderOf({ tiers }: Pick<Article, 'tiers'>): Ladder | undefined {
  return tiers.find(({ ladder }) => ladder !== undefined)?.ladder;
}

/** Whether two ladders say the same. */
export function isSameLadder(one: Ladder | undefined, other: Ladder | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.months === other.months && one.steps.length === other.steps.length && !one.steps.some(differs);

  function differs({ amount, notice, consequence }: Rung, at: number): boolean {
    const there = other?.steps[at];
    return there?.amount !== amount || there.notice !== notice || there.consequence !== consequence;
  }
}
