/** What the doctor says, by language, with the commands under the names people type. */
import type { Locale } from '../kernel/locale.ts';
import { house as englishHouse } from '../locales/house.en.ts';
import { house as chineseHouse } from '../locales/house.zh-CN.ts';
import { type CommandNaming, named } from '../locales/naming.ts';
import { words as english } from './words.en.ts';
import { words as chinese } from './words.zh-CN.ts';

export type DoctorWords = typeof chinese;

/** Who reads it: the language and the zone in which instants are told. */
export interface Listener {
  locale: Locale;
  zone: string;
  words: DoctorWords;
  common: typeof chineseHouse;
}

export function listenerOf(locale: Locale, zone: string, naming: CommandNaming): Listener {
  const [words, common] = locale === 'zh-CN' ? [chinese, chineseHouse] : [english, englishHouse];
  return { locale, zone, words: named(words, naming), common: named(common, naming) };
}
