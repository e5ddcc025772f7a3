/** Lines of a list that may be long. */
import type { Reader } from '../locales/reader.ts';

/** The first of them, and how many more there are. */
export function firstOf(lines: readonly string[], most: number, { t }: Reader): string[] {
  const left = lines.length - most;
  return left > 0 ? [...lines.slice(0, most), t.common.more(left)] : [...lines];
}
