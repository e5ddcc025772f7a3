/** Until when something may be decided. */

export interface Term {
  at: Date;
  /** When whoever may decide is reminded because of it, the earliest first. */
  reminders: readonly Date[];
}
