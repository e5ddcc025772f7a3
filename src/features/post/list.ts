/** Who holds which post and who leads whom, to be read. */

import { POSTS } from '../../member/post.ts';
import { holds, type Member, standingOf } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import type { PersonPosts, PostList } from './messages.ts';
import { POST_GIVERS } from './rules.ts';

/** The whole department. */
export async function listPosts(office: Office): Promise<PostList> {
  const members = [...(await allMembers(office.database.read)).values()];
  const posts = POSTS.flatMap(post => {
    const holders = members.filter(member => member.posts.includes(post));
    const leaders = [...new Set(holders.map(({ leaderId }) => leaderId))];
    const groups = leaders.map(leaderId => ({
      leaderId,
      ids: holders.filter(holder => holder.leaderId === leaderId).map(({ id }) => id),
    }));
    return groups.length === 0 ? [] : [{ post, groups }];
  });
  const gone = members.filter(({ deactivated, posts }) => deactivated && posts.length > 0).map(({ id }) => id);
  return { posts, gone };
}

/** One person, whatever they hold. */
export async function postsOf(office: Office, { id, posts, leaderId }: Member): Promise<PersonPosts> {
  const members = [...(await allMembers(office.database.read)).values()];
  return { id, posts, leaderId, leads: members.filter(member => member.leaderId === id).map(one => one.id) };
}

/** Whom somebody without a post should ask for one, the department leaders first. */
export async function postGivers(office: Office): Promise<string[]> {
  const members = [...(await allMembers(office.database.read)).values()];
  const givers = members.filter(member => standingOf(member) === true && holds(member, POST_GIVERS));
  return [...givers.filter(one => !one.posts.includes('president')), ...givers].map(({ id }) => id).filter(first);
}

function first<T>(value: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(value) === index;
}
