/** What is typed after `/rules`: an article or words to look for, or a deed on an article's amendment or switch. */
import { halfWidth } from '../../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { articleNumberIn } from '../rules.ts';
import { parseSwitchLine, type SwitchLine } from '../switch/line.ts';

export type RulesLine =
  | { what: 'read'; query: string }
  | { what: 'amend' | 'withdraw'; number: string }
  | { what: 'receipts'; number: string | null }
  | SwitchLine;

const DEEDS = [
  ['amend', /^(?:amend(?![\p{L}\p{N}])|修改|修订)/iu],
  ['withdraw', /^(?:withdraw(?![\p{L}\p{N}])|撤回)/iu],
  ['receipts', /^(?:receipts?(?![\p{L}\p{N}])|回执)/iu],
] as const;

/** Reads the line; what begins with no deed is looked for as it stands. A deed is about one article, receipts perhaps about all. */
export function parseRulesLine(text: string): RulesLine | Refusal {
  const said = halfWidth(text).trim();
  for (const [deed, pattern] of DEEDS) {
    const word = pattern.exec(said)?.[0];
    if (word === undefined) continue;
    const rest = said.slice(word.length).trim();
    const number = articleNumberIn(rest);
    if (deed === 'receipts' && rest === '') return { what: deed, number: null };
    return number === undefined ? refuse('amendment.whichArticle', { deed, text: rest }) : { what: deed, number };
  }
  return parseSwitchLine(text) ?? { what: 'read', query: text.trim() };
}
