/** Members of the department: who they are, who takes part, who leads whom. */
import type { Locale } from '../kernel/locale.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { POSTS, type Post } from './post.ts';

export interface Member {
  /** Slack's user id. */
  id: string;
  name: string;
  /** The name typed after @. */
  handle: string;
  locale: Locale;
  zone: string;
  deactivated: boolean;
  guest: boolean;
  bot: boolean;
  /** From another team, through Slack Connect. */
  external: boolean;
  leaderId: string | null;
  posts: readonly Post[];
}

export interface MemberRefusals {
  /** Nobody of that name, or a text that is not a mention. */
  'member.unknown': { text: string; command: string };
  'member.isBot': { id: string };
  'member.isGone': { id: string };
  'member.isOutsider': { id: string };
  /** The speaker holds no post yet. */
  'member.noPost': Record<never, never>;
  /** The speaker's posts do not allow it. */
  'member.notAllowed': { needs: readonly Post[] };
  /** Somebody the command speaks about holds no post. */
  'member.notInDepartment': { id: string };
  /** One's own record is for nobody else, leaders included. */
  'member.ownRecordOnly': Record<never, never>;
}

declare module '../kernel/refusal.ts' {
  interface Refusals extends MemberRefusals {}
}

/** The department leader of the regulation: the manager, or a deputy acting for them. */
export const DEPARTMENT_LEADERS: readonly Post[] = ['manager', 'deputy'];

/** Who reads what leaders must know, and who may look into everybody's attendance. */
export const LEADERS: readonly Post[] = ['president', 'manager', 'deputy', 'assistant', 'supervisor'];

/** Whether the member can use the bot at all: a living person of our own team who holds a post. */
export function standingOf(member: Member): true | Refusal {
  if (member.bot) return refuse('member.isBot', { id: member.id });
  if (member.deactivated) return refuse('member.isGone', { id: member.id });
  if (member.guest || member.external) return refuse('member.isOutsider', { id: member.id });
  if (member.posts.length === 0) return refuse('member.noPost', {});
  return true;
}

/** Whether the member can be given a post: somebody of our own team who is there. */
export function mayHoldPost(member: Member): true | Refusal {
  const standing = standingOf(member);
  return standing !== true && standing.code !== 'member.noPost' ? standing : true;
}

/** Whether the member counts in sheets and lists: everyone of the department but the president, who stands above it. */
export function takesPart(member: Member): boolean {
  return standingOf(member) === true && member.posts.some(post => post !== 'president');
}

export function holds(member: Member, posts: readonly Post[]): boolean {
  return member.posts.some(post => posts.includes(post));
}

/** Whether `leader` stands somewhere above `member`; a circle in the data ends the climb instead of hanging it. */
export function leads(leader: string, member: string, directory: ReadonlyMap<string, Member>): boolean {
  const seen = new Set<string>();
  let above = directory.get(member)?.leaderId ?? null;
  while (above !== null && !seen.has(above)) {
    if (above === leader) return true;
    seen.add(above);
    above = directory.get(above)?.leaderId ?? null;
  }
  return false;
}

/** The member's most senior post; undefined while they hold none. */
export function firstPost(member: Member): Post | undefined {
  return POSTS.find(post => member.posts.includes(post));
}

declare module '../office/happening.ts' {
  interface Happenings {
    /** The member can use the bot no more: deactivated, or no longer one of the team's own. */
    'member.left': { member: Member };
  }
}
