/** How far a month has come. */

/**
 * - `open`: still counted anew at every look; nothing of it is kept.
 * - `checked`: the manager signed it, and its lines are kept as they were then.
 * - `signed`: the president signed the same lines.
 * - `exported`: it was given out for payroll, once.
 */
export const MONTH_STATES = ['open', 'checked', 'signed', 'exported'] as const;

export type MonthState = (typeof MONTH_STATES)[number];
