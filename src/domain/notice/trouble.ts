/** What leaders are told of the bot's own troubles: messages that did not arrive, duties that were missed. */
import type { CivilDate } from '../civil.ts';
import type { Judged } from '../undelivered.ts';

/** Messages given up for one cause within an hour. What they said is not told. */
export interface Undelivered extends Judged {
  /** Member ids and #roles of channels. */
  recipients: { recipient: string; channel: string | null; count: number }[];
}

/** Duties of the clock that came too late to be of use, noticed within an hour. */
export interface Missed {
  duties: { duty: string; from: CivilDate; to: CivilDate; count: number }[];
}

export interface TroubleNotices {
  'trouble.undelivered': Undelivered;
  'trouble.missed': Missed;
}
