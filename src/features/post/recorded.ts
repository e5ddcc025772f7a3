/** How posts, and who leads whom, are read against the record. */
import type { Facts, RecordedTables } from '../../office/recorded.ts';

/** Who gave a post in the first hour, and the leader with it. */
const FIRST = ['configuration', 'seed'];

export const postRecorded: RecordedTables = {
  post: {
    noun: 'member',
    key: 'memberId',
    born: ['post.given'],
    begins: { posts: [] },
    after: (known, { deed, before, after }) => {
      if (deed === 'post.given') return { posts: sorted([...postsOf(known), after?.post]) };
      return deed === 'post.ended' ? { posts: postsOf(known).filter(post => post !== before?.post) } : known;
    },
    stands: rows => ({ posts: sorted(rows.filter(({ until }) => until === null).map(({ post }) => post)) }),
  },
  member: {
    noun: 'member',
    key: 'id',
    born: [],
    begins: {},
    after: (known, { deed, actor, after }) => {
      if (deed === 'leader.changed') return { leaderId: after?.leaderId };
      // Older entries do not say the leader that came with the post.
      return deed === 'post.given' && FIRST.includes(actor) ? { leaderId: after?.leaderId } : known;
    },
  },
};

function postsOf({ posts }: Facts): unknown[] {
  return Array.isArray(posts) ? posts : [];
}

function sorted(posts: readonly unknown[]): string[] {
  return posts.map(String).sort();
}
