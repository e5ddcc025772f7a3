/** What is left where somebody's words were erased. What was decided, when and by whom stays. */

/**
 * Stands in place of erased words, with a sign no keyboard has: where it is read, the reader's language says that they
 * were erased. A place that never held any words stays empty.
 */
export const ERASED = '\u001aerased';
