/** Switching an article off and on again: who may, what of it, and on which days it is off. */
import type { CivilDate } from '../../../kernel/civil.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Post } from '../../../member/post.ts';
import { DEPARTMENT_LEADERS, holds, type Member, standingOf } from '../../../member/rules.ts';
import type { Article, Switch, SwitchedOff } from '../article.ts';

/** Who switches articles: the department leader, who answers for what is enforced, and the president. */
export const SWITCHERS: readonly Post[] = ['president', ...DEPARTMENT_LEADERS];

/** The longest reason, in characters. */
export const REASON_MAX = 300;

export interface SwitchRefusals {
  /** No article is named, or none that is there. */
  'switch.whichArticle': { deed: 'off' | 'on'; text: string };
  'switch.reasonMissing': { article: string; what: SwitchedOff };
  'switch.reasonTooLong': { length: number; limit: number };
  /** A procedure: nobody can break it, so there is nothing to switch off. */
  'switch.nothingToStop': { article: string };
  /** The bot proposes nothing by it. */
  'switch.noProposals': { article: string };
  'switch.isOff': { article: string; what: SwitchedOff; by: string; since: CivilDate };
  'switch.isOn': { article: string };
}

declare module '../../../kernel/refusal.ts' {
  interface Refusals extends SwitchRefusals {}
}

declare module '../../../office/happening.ts' {
  interface Happenings {
    /** From now on the bot proposes nothing by the article. */
    'article.switchedOff': { article: string; by: string };
  }
}

/** Whether the member may switch articles. */
export function maySwitch(member: Member): true | Refusal {
  const standing = standingOf(member);
  if (standing !== true) return standing;
  return holds(member, SWITCHERS) ? true : refuse('member.notAllowed', { needs: SWITCHERS });
}

/**
 * The switch by which an article is off on a day; undefined where it holds. The day it is switched off is off, the day it
 * is switched on is not. Of two that overlap the one that stops more.
 */
export function offOn(switches: readonly Switch[], date: CivilDate): Switch | undefined {
  const off = switches.filter(({ offFrom, onFrom }) => offFrom <= date && (onFrom === null || date < onFrom));
  return off.find(({ what }) => what === 'all') ?? off[0];
}

/** Whether the bot proposes something by the article about a day: neither while it is off, nor ever about a day in which it was. */
export function proposesBy({ switches = [] }: Pick<Article, 'switches'>, date: CivilDate, today: CivilDate): boolean {
  return offOn(switches, date) === undefined && offOn(switches, today) === undefined;
}

/**
 * What of the article is to be off, or why it cannot be. Where a breach follows from counting alone, it is only ever the bot
 * that proposes it, so its proposals are the whole. `standing`: the switch by which it is off by now.
 */
export function switchable(
  { number: article, found }: Article,
  wanted: SwitchedOff,
  proposed: readonly string[],
  standing: Switch | undefined,
): SwitchedOff | Refusal {
  if (found === 'procedure') return refuse('switch.nothingToStop', { article });
  const what = found === 'counted' ? 'all' : wanted;
  if (what === 'proposals' && !proposed.includes(article)) return refuse('switch.noProposals', { article });
  // What stops only the proposals gives way to what stops all.
  if (standing === undefined || (standing.what === 'proposals' && what === 'all')) return what;
  return refuse('switch.isOff', { article, what: standing.what, by: standing.offBy, since: standing.offFrom });
}

/** A reason as it is kept, or why it cannot be. */
export function reasonIn(typed: string, article: string, what: SwitchedOff): string | Refusal {
  const length = [...typed].length;
  if (length === 0) return refuse('switch.reasonMissing', { article, what });
  return length > REASON_MAX ? refuse('switch.reasonTooLong', { length, limit: REASON_MAX }) : typed;
}
