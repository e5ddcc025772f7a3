/** The two languages every sentence of the department exists in. */

/** A language a member reads: simplified Chinese or English. */
export type Locale = 'zh-CN' | 'en';

/** Both languages, the regulation's own first. */
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** Whether the text is one of our two language codes, written exactly. */
export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}
