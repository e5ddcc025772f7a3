/** What the doctor says, by language. */
import type { Locale } from '../domain/locale.ts';
import { words as english } from '../locales/en/doctor.ts';
import { house as englishHouse } from '../locales/en/house.ts';
import { words as chinese } from '../locales/zh-CN/doctor.ts';
import { house as chineseHouse } from '../locales/zh-CN/house.ts';

export type DoctorWords = typeof chinese;

/** Who reads it: the language and the zone in which instants are told. */
export interface Listener {
  locale: Locale;
  zone: string;
  words: DoctorWords;
  common: typeof chineseHouse;
}

export function listenerOf(locale: Locale, zone: string): Listener {
  const [words, common] = locale === 'zh-CN' ? [chinese, chineseHouse] : [english, englishHouse];
  return { locale, zone, words, common };
}
