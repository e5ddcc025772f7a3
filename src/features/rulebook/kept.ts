/** What is kept of the rulebook: the regulation itself, which is about nobody. */
import type { KeptTables } from '../../office/kept.ts';

export const rulebookKept: KeptTables = {
  rulebook: { about: {}, words: [] },
  article_version: { about: {}, words: [] },
};
