/** What is typed after `/rules off` and `/rules on`: an article, perhaps that only its proposals stop, and why. */
import { halfWidth } from '../../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { SwitchedOff } from '../article.ts';
import { articleNumberIn } from '../rules.ts';

export type SwitchLine =
  | { what: 'switches' }
  | { what: 'off'; number: string; off: SwitchedOff; reason: string }
  | { what: 'on'; number: string; reason: string };

const DEED = /^\s*(?:(off)(?![\p{L}\p{N}])|(on)(?![\p{L}\p{N}])|(停用)|(启用))\s*/iu;
const NUMBER = /^((?:第|§|article|art\.?|no\.?|#)?\s*\d{1,2}(?:[.。]\d{1,2}){0,2}\s*[条款]?)(?![\d.。])[\s:,;、]*/iu;
const PROPOSALS =
  /^(?:(?:only\s+)?(?:its\s+|the\s+)?proposals?(?:\s+only)?(?![\p{L}\p{N}])|只停(?:自动)?提议|停提议|自动提议|提议)[\s:,;、]*/iu;

/**
 * Reads the line; null where it begins with no such deed. In English "on" and "off" begin many a search, so they are deeds
 * only before a number or nothing.
 */
export function parseSwitchLine(text: string): SwitchLine | Refusal | null {
  // Full width is read as half width sign by sign, so what was typed is found again by its place.
  const said = halfWidth(text);
  const deed = DEED.exec(said);
  if (deed === null) return null;
  const what = deed[1] !== undefined || deed[3] !== undefined ? 'off' : 'on';
  const behind = said.slice(deed[0].length);
  if (behind.trim() === '')
    return what === 'off' ? { what: 'switches' } : refuse('switch.whichArticle', { deed: what, text: '' });
  const named = NUMBER.exec(behind);
  const number = articleNumberIn(named?.[1] ?? '');
  if (named === null || number === undefined) {
    const isEnglish = deed[1] !== undefined || deed[2] !== undefined;
    if (isEnglish && !/^[§#\d]/u.test(behind)) return null;
    return refuse('switch.whichArticle', { deed: what, text: behind.trim().split(/\s+/u)[0] ?? '' });
  }
  const at = deed[0].length + named[0].length;
  if (what === 'on') return { what, number, reason: text.slice(at).trim() };
  const only = PROPOSALS.exec(said.slice(at))?.[0];
  const off = only === undefined ? 'all' : 'proposals';
  return { what, number, off, reason: text.slice(at + (only ?? '').length).trim() };
}
