/** Posts given and taken back, and who leads whom; what changes authority is in force with the commit. */

import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { POSTS, type Post } from '../../member/post.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import { allMembers, endPost, givePost, lockPosts, memberOf, postById, setLeader } from '../../member/store.ts';
import type { Composers, Office, Sure } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { directoryIn, passOnOrphans, refreshCardsOf } from '../approval/workflow.ts';
import type { PostMessages, PostTaken } from './messages.ts';
import { canLead, leaderFor, mayChangeLeader, mayEndPost, mayGivePost } from './rules.ts';

/** Gives a post, with the leader named or the one that follows from the post, and tells the person; or only looks whether it would. */
export async function giveTo(
  office: Office,
  me: Member,
  to: Member,
  post: Post,
  leader: Member | null,
  sure: Sure = null,
): Promise<{ leaderId: string | null } | Refusal> {
  return change(office, me, async (tx, actor, directory) => {
    const now = office.clock.now();
    const member = directory.get(to.id) ?? to;
    const may = mayGivePost(actor, member, post);
    if (may !== true) return may;
    const after = { ...member, posts: POSTS.filter(one => one === post || member.posts.includes(one)) };
    if (leader !== null) {
      const can = canLead(directory.get(leader.id) ?? leader, after, directory);
      if (can !== true) return can;
    }
    // A further post below the one they have does not move them elsewhere.
    const moves = member.leaderId === null || after.posts[0] === post;
    const leaderId = leader?.id ?? (moves ? leaderFor(after, directory) : member.leaderId);
    if (sure === 'look') return { leaderId };
    const mine = (await sure?.(tx)) ?? true;
    if (mine !== true) return mine;
    const id = await givePost(tx, to.id, post, me.id, now);
    if (id === null) return refuse('post.alreadyHeld', { id: to.id, post });
    await record(tx, { at: now, actor: me.id, deed: 'post.given', noun: 'member', nounId: to.id, after: { post } });
    await lead(office, tx, me.id, member, leaderId);
    const ref = { postId: id, by: me.id };
    await say(office, tx, { key: `member.postGiven:${id}`, recipient: to.id, message: 'member.postGiven', ref });
    await refreshAuthority(office, tx, to.id);
    return { leaderId };
  });
}

/** Takes a post back and tells the person. Whoever they may no longer lead goes to the next leader, and is told too. */
export async function takeFrom(
  office: Office,
  me: Member,
  of: Member,
  post: Post,
  sure: Sure = null,
): Promise<PostTaken | Refusal> {
  return change(office, me, async (tx, actor, directory) => {
    const now = office.clock.now();
    const member = directory.get(of.id) ?? of;
    const may = mayEndPost(actor, member, post);
    if (may !== true) return may;
    const after = { ...member, posts: member.posts.filter(one => one !== post) };
    const then = new Map(directory).set(of.id, after);
    if (sure === 'look') return { left: after.posts, moved: toMove(after, then) };
    const mine = (await sure?.(tx)) ?? true;
    if (mine !== true) return mine;
    const id = await endPost(tx, of.id, post, now);
    if (id === null) return refuse('post.notHeld', { id: of.id, post, self: of.id === me.id });
    await record(tx, { at: now, actor: me.id, deed: 'post.ended', noun: 'member', nounId: of.id, before: { post } });
    const moved = await moveLed(office, tx, me.id, after, then);
    if (after.posts.length === 0) await lead(office, tx, me.id, member, null);
    const ref = { postId: id, by: me.id };
    const message = { key: `member.postEnded:${id}`, recipient: of.id, message: 'member.postEnded', ref } as const;
    if (of.id !== me.id && !member.deactivated) await say(office, tx, message);
    await refreshAuthority(office, tx, of.id);
    return { left: after.posts, moved };
  });
}

/** Puts a person under another leader and tells them. */
export async function changeLeader(
  office: Office,
  me: Member,
  of: Member,
  leader: Member,
  sure: Sure = null,
): Promise<true | Refusal> {
  return change(office, me, async (tx, actor, directory) => {
    const member = directory.get(of.id) ?? of;
    const may = mayChangeLeader(actor, member);
    if (may !== true) return may;
    if (member.leaderId === leader.id) return refuse('post.alreadyLed', { id: of.id, leaderId: leader.id });
    const can = canLead(directory.get(leader.id) ?? leader, member, directory);
    if (can !== true) return can;
    if (sure === 'look') return true;
    const mine = (await sure?.(tx)) ?? true;
    if (mine !== true) return mine;
    await lead(office, tx, me.id, member, leader.id);
    await tellLeader(office, tx, me.id, of.id, leader.id);
    await refreshAuthority(office, tx, of.id);
    return true;
  });
}

export const postComposers: Composers<keyof PostMessages> = {
  async 'member.postGiven'(tx, { postId, by }) {
    const row = await postById(tx, postId);
    if (row === null || row.until !== null) return null;
    const member = await memberOf(tx, row.memberId);
    if (member === null) return null;
    const { leaderId, posts } = member;
    return { post: row.post, by, leaderId, first: posts.length === 1 };
  },
  async 'member.postEnded'(tx, { postId, by }) {
    const row = await postById(tx, postId);
    const member = row === null ? null : await memberOf(tx, row.memberId);
    return row === null || member === null ? null : { post: row.post, by, left: [...member.posts] };
  },
  async 'member.takenOver'(tx, { postId, before }) {
    const row = await postById(tx, postId);
    return row === null ? null : { post: row.post, id: row.memberId, before };
  },
  async 'member.leaderChanged'(tx, { memberId, leaderId, by }) {
    const member = await memberOf(tx, memberId);
    return member?.leaderId === leaderId ? { leaderId, by } : null;
  },
};

/** One change of posts or leaders: nobody else makes one meanwhile, and what the speaker holds is read anew. */
async function change<T>(
  office: Office,
  me: Member,
  work: (tx: Tx, actor: Member, directory: ReadonlyMap<string, Member>) => Promise<T>,
): Promise<T> {
  const result = await office.database.transaction(async tx => {
    await lockPosts(tx);
    const directory = await allMembers(tx);
    return work(tx, directory.get(me.id) ?? me, directory);
  });
  office.wake();
  return result;
}

/** Stands for an administrator at a terminal, where an entry or a message names who did it. */
export const CONSOLE = 'console';

/** Whoever is led by a member that holds no post of a leader any more: the leader that follows, or the member's own. */
function toMove(member: Member, directory: ReadonlyMap<string, Member>): PostTaken['moved'] {
  if (holds(member, LEADERS)) return [];
  const own = directory.get(member.leaderId ?? '');
  return [...directory.values()]
    .filter(({ leaderId }) => leaderId === member.id)
    .map(led => {
      const next = own !== undefined && canLead(own, led, directory) === true ? own.id : null;
      return { id: led.id, leaderId: leaderFor(led, directory) ?? next };
    });
}

/** Puts them under that leader, and tells them. */
export async function moveLed(
  office: Office,
  tx: Tx,
  by: string,
  member: Member,
  directory: ReadonlyMap<string, Member>,
): Promise<PostTaken['moved']> {
  const moved = toMove(member, directory);
  for (const { id, leaderId } of moved) {
    const led = directory.get(id);
    if (led === undefined) continue;
    await lead(office, tx, by, led, leaderId);
    if (leaderId !== null) await tellLeader(office, tx, by, id, leaderId);
  }
  return moved;
}

/** Puts a member under a leader, with its entry in the record. */
export async function lead(office: Office, tx: Tx, by: string, member: Member, leaderId: string | null): Promise<void> {
  if (member.leaderId === leaderId) return;
  await setLeader(tx, member.id, leaderId);
  const [before, after] = [{ leaderId: member.leaderId }, { leaderId }];
  const entry = { actor: by, deed: 'leader.changed', noun: 'member', nounId: member.id, before, after };
  await record(tx, { at: office.clock.now(), ...entry });
}

async function tellLeader(office: Office, tx: Tx, by: string, memberId: string, leaderId: string): Promise<void> {
  const key = `member.leaderChanged:${memberId}:${leaderId}:${office.wallClock.now().toISOString()}`;
  await say(office, tx, { key, recipient: memberId, message: 'member.leaderChanged', ref: { memberId, leaderId, by } });
}

/** What waits comes to whoever may decide it now, also in the member's place, and leaves whoever no longer may. */
export async function refreshAuthority(office: Office, tx: Tx, memberId: string): Promise<void> {
  await refreshCardsOf(office, tx, memberId);
  await passOnOrphans(office, tx);
  const { delegations } = await directoryIn(office, tx);
  const delegates = delegations.filter(({ principalId }) => principalId === memberId);
  for (const delegateId of new Set(delegates.map(loan => loan.delegateId))) {
    await refreshCardsOf(office, tx, delegateId);
  }
}
