/** The first posts, given before there is anybody to give them. */
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { POSTS, type Post } from '../../member/post.ts';
import { mayHoldPost } from '../../member/rules.ts';
import { allMembers, endPost, everHeld, givePost, setLeader } from '../../member/store.ts';
import { meet } from '../../member/workflow.ts';
import type { Office } from '../../office/office.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import type { UnfitFirst } from './messages.ts';
import { leaderFor } from './rules.ts';

/** A post of the first hour: who holds it, and who leads them when that does not follow from the post. */
export interface FirstPost {
  memberId: string;
  post: Post;
  leaderId?: string;
}

/** Those of the first posts, nobody having held them yet, that are to go to somebody who cannot hold one; none given yet. */
export async function unfitFirst(office: Office, posts: readonly FirstPost[]): Promise<UnfitFirst[]> {
  const unfit: UnfitFirst[] = [];
  for (const first of posts) {
    if (await everHeld(office.database.read, first.post)) continue;
    const member = await meet(office, first.memberId);
    const may = member === null ? refuse('post.noSuchId', { id: first.memberId }) : mayHoldPost(member);
    if (isRefusal(may)) unfit.push({ ...first, refusal: may });
  }
  return unfit;
}

/** Gives posts from the configuration or the seed, each only while nobody ever held it or when seeding; once. */
export async function appoint(
  office: Office,
  posts: readonly FirstPost[],
  by: 'configuration' | 'seed',
): Promise<void> {
  const seniorFirst = [...posts].sort((a, b) => POSTS.indexOf(a.post) - POSTS.indexOf(b.post));
  // Slack is asked before anything is held; all of them are given at once.
  const there: FirstPost[] = [];
  for (const first of seniorFirst) {
    const { memberId, post } = first;
    if (by === 'configuration' && (await everHeld(office.database.read, post))) continue;
    if ((await meet(office, memberId)) !== null) there.push(first);
    else office.log.warn('member.unknown', { member: memberId, post });
  }
  if (there.length === 0) return;
  const now = office.clock.now();
  await office.database.transaction(async tx => {
    for (const first of there) await giveFirst(tx, first, by, now);
  });
}

async function giveFirst(
  tx: Tx,
  { memberId, post, leaderId }: FirstPost,
  by: 'configuration' | 'seed',
  now: Date,
): Promise<void> {
  if (by === 'configuration') {
    if (await everHeld(tx, post)) return;
    await endUnfit(tx, post, now);
  }
  if ((await givePost(tx, memberId, post, by, now)) === null) return;
  const leader = leaderId ?? (await leaderOf(tx, memberId));
  if (leader !== null) await setLeader(tx, memberId, leader);
  const after = leader === null ? { post } : { post, leaderId: leader };
  await record(tx, { at: now, actor: by, deed: 'post.given', noun: 'member', nounId: memberId, after });
}

async function leaderOf(tx: Tx, memberId: string): Promise<string | null> {
  const directory = await allMembers(tx);
  const member = directory.get(memberId);
  return member === undefined ? null : leaderFor(member, directory);
}

/** A bot or a guest an older program took for a first leader holds the post no more. */
async function endUnfit(tx: Tx, post: Post, now: Date): Promise<void> {
  for (const { id, posts, bot, guest, external } of (await allMembers(tx)).values()) {
    if (!posts.includes(post) || !(bot || guest || external)) continue;
    await endPost(tx, id, post, now);
    const entry = { actor: 'configuration', deed: 'post.ended', noun: 'member', nounId: id, before: { post } };
    await record(tx, { at: now, ...entry });
  }
}
