/** The same sentence in both languages, for those who show it to a reader they do not know yet. */
import type { Locale } from '../kernel/locale.ts';
/** What `pick` finds in each; undefined when it finds nothing. */
export function inBoth<Words, T extends string | undefined>(
  { 'zh-CN': zh, en }: Readonly<Record<Locale, Words>>,
  pick: (words: Words) => T,
): { zh: string; en: string } | Absent<T> {
  const [chinese, english] = [pick(zh), pick(en)];
  if (chinese === undefined || english === undefined) return undefined as Absent<T>;
  return { zh: chinese, en: english };
}

type Absent<T> = undefined extends T ? undefined : never;
