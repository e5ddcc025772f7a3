/** What a duty of the clock declares; the register is `schedules/index.ts`. */
import type { Look as LookAt } from '../kernel/look.ts';
import type { Due } from '../kernel/occurrence.ts';
import type { Settings } from '../kernel/settings.ts';
import type { Office } from '../office/office.ts';
import type { Question } from '../store/question.ts';
import type { Tx } from '../store/tx.ts';

/** One look at what is due. */
export type Look = LookAt<Office>;

/** Something the clock does on certain days at a certain time, once for each. */
export interface Duty {
  name: string;
  /** Minutes after its time within which it still makes sense, labelled late; null: always, however late. */
  graceMinutes: number | null | ((settings: Settings) => number);
  /** The times it falls due with after < at <= until, in order. */
  between(look: Look, after: Date, until: Date): Promise<Due[]>;
  /** Does it, in the transaction that claims it; what must be said goes to the outbox. */
  run(office: Office, tx: Tx, due: Due, circumstances: { late: boolean }): Promise<void>;
}

/** Rows that carry their own due time, each handled once by a guarded update, however late. */
export interface Deadline {
  name: string;
  /**
   * The earliest due time still open; null when there is none. A question is asked together with those of the others;
   * what keeps an account of its own answers by itself, of the instant it is asked about: the clock goes on meanwhile.
   */
  nextAt: Question<Date | null> | ((office: Office, now: Date) => Promise<Date | null>);
  /** Handles all that are due at that instant; called when something is. */
  run(office: Office, now: Date): Promise<void>;
}

export interface Schedule {
  duties: readonly Duty[];
  deadlines: readonly Deadline[];
  /** Tells that an occurrence came too late to be of use, in the transaction that records it. */
  missed(office: Office, tx: Tx): Promise<void>;
}
