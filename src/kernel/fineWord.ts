/** What a department calls the money of a case that is no compensation. */

export const FINE_WORDS = ['fine', 'negative-incentive', 'performance-deduction'] as const;

export type FineWord = (typeof FINE_WORDS)[number];
