/** What happens to one noun and changes another, which follows in the same transaction: each noun adds what happens to it. */

/** What is told of each happening, by its name. */
export interface Happenings {}
