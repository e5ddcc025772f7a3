/** The president's and the manager's post pass to somebody else by an administrator: whoever gives them is gone. */
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import { type Member, mayHoldPost } from '../../member/rules.ts';
import { allMembers, endPost, givePost, lockPosts } from '../../member/store.ts';
import { meet } from '../../member/workflow.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { leaderFor } from './rules.ts';
import { CONSOLE, lead, moveLed, refreshAuthority } from './workflow.ts';

/** What came of it; not given where somebody who is there still holds the post and it was not confirmed. */
export interface Succession {
  given: boolean;
  to: Member;
  /** Who held the post. */
  before: Member[];
}

/**
 * Gives the post to somebody and takes it from all who held it. Refused for a bot, a guest, somebody gone or unknown, and
 * for who holds it already. While a holder is still there nothing changes unless it is meant (`really`).
 */
export async function succeed(
  office: Office,
  post: Post,
  memberId: string,
  really: boolean,
): Promise<Succession | Refusal> {
  if ((await meet(office, memberId)) === null) return refuse('post.noSuchId', { id: memberId });
  const result = await office.database.transaction(async tx => {
    await lockPosts(tx);
    const directory = await allMembers(tx);
    const to = directory.get(memberId);
    const may = to === undefined ? refuse('post.noSuchId', { id: memberId }) : mayHoldPost(to);
    if (to === undefined || isRefusal(may)) return isRefusal(may) ? may : refuse('post.noSuchId', { id: memberId });
    if (to.posts.includes(post)) return refuse('post.alreadyHeld', { id: memberId, post });
    const before = [...directory.values()].filter(({ posts }) => posts.includes(post));
    if (!really && before.some(one => mayHoldPost(one) === true)) return { given: false, to, before };
    await passOn(office, tx, post, to, before);
    return { given: true, to, before };
  });
  office.wake();
  return result;
}

async function passOn(office: Office, tx: Tx, post: Post, to: Member, before: readonly Member[]): Promise<void> {
  const at = office.clock.now();
  const about = (nounId: string) => ({ at, actor: CONSOLE, noun: 'member', nounId });
  for (const { id } of before) {
    const postId = await endPost(tx, id, post, at);
    await record(tx, { ...about(id), deed: 'post.ended', before: { post } });
    const ref = { postId: postId ?? 0, by: CONSOLE };
    const message = { key: `member.postEnded:${postId}`, recipient: id, message: 'member.postEnded', ref } as const;
    if (before.some(one => one.id === id && mayHoldPost(one) === true)) await say(office, tx, message);
  }
  const postId = (await givePost(tx, to.id, post, CONSOLE, at)) ?? 0;
  await record(tx, { ...about(to.id), deed: 'post.given', after: { post } });
  const directory = await allMembers(tx);
  const holder = directory.get(to.id) ?? to;
  await lead(office, tx, CONSOLE, holder, leaderFor(holder, directory));
  for (const { id } of before) {
    const left = directory.get(id);
    if (left === undefined) continue;
    await moveLed(office, tx, CONSOLE, left, await allMembers(tx));
    if (left.posts.length === 0) await lead(office, tx, CONSOLE, left, null);
    await refreshAuthority(office, tx, id);
  }
  await refreshAuthority(office, tx, to.id);
  const given = { key: `member.postGiven:${postId}`, recipient: to.id, message: 'member.postGiven' } as const;
  await say(office, tx, { ...given, ref: { postId, by: CONSOLE } });
  const told = { key: `member.takenOver:${postId}`, recipient: '#leaders', message: 'member.takenOver' } as const;
  await say(office, tx, { ...told, ref: { postId, before: before.map(({ id }) => id) } });
}
