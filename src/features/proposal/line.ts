/** What is typed after `/violation proposals`: nothing, or a page. */
import { halfWidth } from '../../kernel/halfWidth.ts';
import { numberIn } from '../../kernel/typedNumber.ts';

/** The words that ask for the list, in both languages. */
export const LIST_WORDS: readonly string[] = ['proposals', 'proposed', '提议', '待办'];

/** The page; null where what is typed is none. */
export function pageTyped(rest: string): number | null {
  const text = rest.trim();
  const named = /^(?:page\s*|第\s*)?(\d{1,4})(?:\s*页)?$/iu.exec(halfWidth(text))?.[1];
  return text === '' ? 1 : (numberIn(named ?? '') ?? null);
}
