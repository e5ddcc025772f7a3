/** What is left where somebody's words were erased. What was decided, when and by whom stays. */
import type { CivilDate } from './civil.ts';

/** What was over before it is no longer kept in words: a day, and its first instant. */
export interface Limit {
  date: CivilDate;
  instant: Date;
}

/**
 * Stands in place of erased words, with a sign no keyboard has: where it is read, the reader's language says that they
 * were erased. A place that never held any words stays empty.
 */
export const ERASED = '\u001aerased';
