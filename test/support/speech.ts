/** What the features declare, for tests without a department: all that the bot can say, and what is not chained. */

import { features } from '../../src/features.ts';
import type { Locale } from '../../src/kernel/locale.ts';
import { type Reader, readerOf as readerWith } from '../../src/locales/reader.ts';
import { drawingsOf, erasingBy, keptBy, recordedBy, speechOf, unchainedBy } from '../../src/office/collected.ts';

export const speech = speechOf(features);
export const { languages } = speech;
/** The features' tables. */
export const kept = keptBy(features);
/** How the features erase words. */
export const erasing = erasingBy(features);
/** What entries of the record are about that the chain does not hold. */
export const unchained = unchainedBy(features);
/** How the rows of decisions and money are read against the record. */
export const recorded = recordedBy(features);
export const draw = drawingsOf(features);

/** The reader of a language; times are told in the zone given. */
export function readerOf(locale: Locale, zone: string): Reader {
  return readerWith(speech, locale, zone);
}
