/** Giving posts and taking them back, and who leads whom: always from above, never by oneself. */

import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isPost, type Post } from '../../member/post.ts';
import { DEPARTMENT_LEADERS, firstPost, holds, LEADERS, leads, type Member, mayHoldPost } from '../../member/rules.ts';

export interface PostRefusals {
  /** The line is none of the forms of `/post`. */
  'post.badLine': Record<never, never>;
  'post.unknown': { text: string };
  'post.self': Record<never, never>;
  'post.tooHigh': { post: Post };
  /** The other person stands as high as the speaker, or higher. */
  'post.notBelow': { id: string };
  'post.alreadyHeld': { id: string; post: Post };
  'post.notHeld': { id: string; post: Post; self: boolean };
  /** One's own highest post is taken back by somebody above. */
  'post.ownHighest': { post: Post };
  /** The leader named holds no post of a leader. */
  'post.cannotLead': { id: string };
  /** The leader named stands below the person, or is the person. */
  'post.ledInCircle': { id: string; leaderId: string };
  'post.alreadyLed': { id: string; leaderId: string };
  /** An administrator named an id nobody in Slack has. */
  'post.noSuchId': { id: string };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends PostRefusals {}
}

/** Who may give posts, take them back and say who leads whom: the president, and the department leaders. */
export const POST_GIVERS: readonly Post[] = ['president', ...DEPARTMENT_LEADERS];

const rank: Record<Post, number> = {
  president: 4,
  manager: 3,
  deputy: 2,
  assistant: 2,
  supervisor: 2,
  presales: 1,
  aftersales: 1,
  logistics: 1,
  keeper: 1,
  operations: 1,
  clerk: 1,
};

/** Posts below the giver's own, to people below the giver: nobody gives authority to themselves, or makes an equal of theirs. */
export function mayGivePost(giver: Member, to: Member, post: Post): true | Refusal {
  if (!holds(giver, POST_GIVERS)) return refuse('member.notAllowed', { needs: POST_GIVERS });
  if (giver.id === to.id) return refuse('post.self', {});
  if (rank[post] >= height(giver)) return refuse('post.tooHigh', { post });
  if (to.posts.includes(post)) return refuse('post.alreadyHeld', { id: to.id, post });
  if (height(to) >= height(giver)) return refuse('post.notBelow', { id: to.id });
  return mayHoldPost(to);
}

/** The same from above; and anybody may give up a post below the highest they hold themselves. */
export function mayEndPost(actor: Member, of: Member, post: Post): true | Refusal {
  const self = actor.id === of.id;
  if (!self && !holds(actor, POST_GIVERS)) return refuse('member.notAllowed', { needs: POST_GIVERS });
  if (!of.posts.includes(post)) return refuse('post.notHeld', { id: of.id, post, self });
  if (self) return rank[post] < height(actor) ? true : refuse('post.ownHighest', { post });
  if (rank[post] >= height(actor)) return refuse('post.tooHigh', { post });
  return height(of) < height(actor) ? true : refuse('post.notBelow', { id: of.id });
}

/** Who may say that a person is led by another; whether that other can is `canLead`. */
export function mayChangeLeader(actor: Member, of: Member): true | Refusal {
  if (!holds(actor, POST_GIVERS)) return refuse('member.notAllowed', { needs: POST_GIVERS });
  if (of.posts.length === 0) return refuse('member.notInDepartment', { id: of.id });
  return height(of) < height(actor) ? true : refuse('post.notBelow', { id: of.id });
}

/**
 * Whether `leader` can lead `member`, who then holds these posts: a leader of the department, not lower than the
 * member, and not led by the member already, directly or through others.
 */
export function canLead(
  leader: Member,
  member: Pick<Member, 'id' | 'posts'>,
  directory: ReadonlyMap<string, Member>,
): true | Refusal {
  const may = mayHoldPost(leader);
  if (may !== true) return may;
  const circle = refuse('post.ledInCircle', { id: member.id, leaderId: leader.id });
  if (leader.id === member.id || leads(member.id, leader.id, directory)) return circle;
  if (!holds(leader, LEADERS)) return refuse('post.cannotLead', { id: leader.id });
  return height(leader) < height(member) ? circle : true;
}

/** The post of whoever leads holders of this post when nobody is named. */
function leaderPostOf(post: Post): Post | null {
  if (post === 'president') return null;
  if (post === 'manager') return 'president';
  return post === 'presales' || post === 'aftersales' || post === 'logistics' ? 'supervisor' : 'manager';
}

/**
 * Who leads a member once they hold these posts and nobody is named: the one holder of the post that leads their most
 * senior one. Where there is none, or a choice, whoever led them before if they still can, else nobody.
 */
export function leaderFor(member: Member, directory: ReadonlyMap<string, Member>): string | null {
  const post = firstPost(member);
  if (post === undefined) return null;
  const wanted = leaderPostOf(post);
  const able = (one: Member) => canLead(one, member, directory) === true;
  const holders = [...directory.values()].filter(one => wanted !== null && one.posts.includes(wanted) && able(one));
  if (holders.length === 1 && holders[0] !== undefined) return holders[0].id;
  const before = directory.get(member.leaderId ?? '');
  return before !== undefined && able(before) ? before.id : null;
}

/** How a person writes a post, in either language: its code, its name or the short form of it; undefined for anything else. */
export function postIn(text: string): Post | undefined {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’_-]/gu, '');
  return isPost(said) ? said : POST_WORDS.get(said);
}

const POST_WORDS: ReadonlyMap<string, Post> = new Map(
  Object.entries({
    president: ['总裁'],
    manager: ['departmentmanager', '部门经理', '经理'],
    deputy: ['deputymanager', '副经理', '部门副经理'],
    assistant: ['managersassistant', '经理助理', '助理'],
    supervisor: ['主管', '客服主管'],
    presales: ['presalesservice', '售前客服', '售前'],
    aftersales: ['aftersalesservice', '售后客服', '售后'],
    logistics: ['logisticsservice', '物流客服', '物流'],
    keeper: ['warehousekeeper', '库房管理员', '仓库管理员', '库管', '仓管'],
    operations: ['operationsspecialist', '运营专员', '运营'],
    clerk: ['recordsclerk', '兼职文书', '文书'],
  } satisfies Record<Post, string[]>).flatMap(([post, words]) => words.map(word => [word, post as Post] as const)),
);

function height({ posts }: Pick<Member, 'posts'>): number {
  return Math.max(0, ...posts.map(post => rank[post]));
}
