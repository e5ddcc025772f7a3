/** What leaders read of the record: how far its chain goes, so that nobody can make it anew unnoticed. */

/** Entries the chain held at an instant, and the hash of the last. */
export interface PostedHead {
  number: number;
  hash: string;
}
