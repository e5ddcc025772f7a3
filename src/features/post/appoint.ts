/** The first posts, given before there is anybody to give them. */
import { POSTS, type Post } from '../../member/post.ts';
import { allMembers, everHeld, givePost, setLeader } from '../../member/store.ts';
import { meet } from '../../member/workflow.ts';
import type { Office } from '../../office/office.ts';
import { record } from '../../store/record.ts';
import { leaderFor } from './rules.ts';

/** A post of the first hour: who holds it, and who leads them when that does not follow from the post. */
export interface FirstPost {
  memberId: string;
  post: Post;
  leaderId?: string;
}

/** Gives posts from the configuration or the seed, each only while nobody ever held it or when seeding; once. */
export async function appoint(
  office: Office,
  posts: readonly FirstPost[],
  by: 'configuration' | 'seed',
): Promise<void> {
  const seniorFirst = [...posts].sort((a, b) => POSTS.indexOf(a.post) - POSTS.indexOf(b.post));
  for (const { memberId, post, leaderId } of seniorFirst) {
    if (by === 'configuration' && (await everHeld(office.database.read, post))) continue;
    if ((await meet(office, memberId)) === null) {
      office.log.warn('member.unknown', { member: memberId, post });
      continue;
    }
    const now = office.clock.now();
    await office.database.transaction(async tx => {
      if ((await givePost(tx, memberId, post, by, now)) === null) return;
      const directory = await allMembers(tx);
      const member = directory.get(memberId);
      const leader = leaderId ?? (member === undefined ? null : leaderFor(member, directory));
      if (leader !== null) await setLeader(tx, memberId, leader);
      const after = leader === null ? { post } : { post, leaderId: leader };
      await record(tx, { at: now, actor: by, deed: 'post.given', noun: 'member', nounId: memberId, after });
    });
  }
}
