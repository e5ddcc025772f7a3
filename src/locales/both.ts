/** The same sentence in both languages, for those who show it to a reader they do not know yet. */
import { en } from './en.ts';
import type { Sentences } from './reader.ts';
import { zhCN } from './zh-CN.ts';

/** What `pick` finds in each; undefined when it finds nothing. */
export function inBoth<T extends string | undefined>(
  pick: (t: Sentences) => T,
): { zh: string; en: string } | Absent<T> {
  const [chinese, english] = [pick(zhCN), pick(en)];
  if (chinese === undefined || english === undefined) return undefined as Absent<T>;
  return { zh: chinese, en: english };
}

type Absent<T> = undefined extends T ? undefined : never;
