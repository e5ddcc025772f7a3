/** What is kept in the tables, and whose it is: each feature classifies its own, and a table nobody classifies fails a test. */
import type { Limit } from '../kernel/erasure.ts';
import type { Tx } from '../store/tx.ts';

/** By the name of the table. */
export type KeptTables = Readonly<Record<string, KeptTable>>;

export interface KeptTable {
  /**
   * What is told to a member who asks what is stored about them, by its name in the export; a name with a dot stands within
   * another. Null where nothing of it is about a person. Of other people's matters only what the member did or wrote there.
   */
  about: Readonly<Record<string, (tx: Tx, memberId: string) => Promise<unknown>>> | null;
  /** Columns in which people write freely: erased some time after the matter is over, and when whoever left is erased. */
  words: readonly string[];
  /** What the record's entries about its rows are about, and which of them are about a member's own. */
  noun?: { name: string; of(tx: Tx, memberId: string): Promise<readonly number[]> };
}

/**
 * How a feature erases the words in its own matters, with what was said in deciding about them. It answers how many rows
 * held any, by what they belonged to; counts of one name are added up.
 */
export interface Erasing {
  /** The names of what is counted; the words of a feature say each (`erased`). */
  counted: readonly string[];
  /** What was over before the limit, as the feature's own rule says. */
  over(tx: Tx, limit: Limit): Promise<Erased>;
  /** What is about a member. */
  of(tx: Tx, memberId: string): Promise<Erased>;
}

export type Erased = Readonly<Record<string, number>>;
