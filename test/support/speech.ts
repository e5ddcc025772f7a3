/** All that the bot can say, for tests that read it without a department. */
import type { Locale } from '../../src/domain/locale.ts';
import { features } from '../../src/features.ts';
import { type Reader, readerOf as readerWith } from '../../src/locales/reader.ts';
import { drawingsOf, speechOf } from '../../src/office/collected.ts';

export const speech = speechOf(features);
export const { languages } = speech;
export const draw = drawingsOf(features);

/** The reader of a language; times are told in the zone given. */
export function readerOf(locale: Locale, zone: string): Reader {
  return readerWith(speech, locale, zone);
}
