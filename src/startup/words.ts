/** In which language whoever starts the program is told what is wrong, and the words of it. */
import { isLocale, type Locale } from '../kernel/locale.ts';
import { words as english } from './words.en.ts';
import { words as chinese } from './words.zh-CN.ts';

export type StartupWords = typeof chinese;

export function startupWords(locale: Locale): StartupWords {
  return locale === 'zh-CN' ? chinese : english;
}

/**
 * The department's language where DEPARTMENT_LOCALE is one of ours, otherwise the terminal's: Chinese where that begins
 * with `zh`, English for every other and for none.
 */
export function startupLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const [department = '', ...terminal] = ['DEPARTMENT_LOCALE', 'LC_ALL', 'LC_MESSAGES', 'LANG'].map(
    name => environment[name]?.trim() ?? '',
  );
  if (isLocale(department)) return department;
  // As POSIX has it: the first that is set decides, also against those after it.
  return terminal
    .find(value => value !== '')
    ?.toLowerCase()
    .startsWith('zh')
    ? 'zh-CN'
    : 'en';
}
