/** What a department calls the money of a case that is no compensation: in every sentence. */

export const fineWords = ['fine', 'negative-incentive', 'performance-deduction'] as const;

export type FineWord = (typeof fineWords)[number];
