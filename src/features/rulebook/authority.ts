/** Who decides how much, as a rulebook's file says it: one to four levels, the last of them the president. */
import { fen, yuan } from '../../kernel/money.ts';
import { type Level, MOST_LEVELS, type Post, USUAL_LEVELS } from '../../member/post.ts';
import type { Found } from './fault.ts';
import type { Written, WrittenLevel } from './schema.ts';

/** Who decides about staff only where the file does not say (8.1). */
const STAFF_ONLY: readonly Post[] = ['supervisor'];

/** What is wrong with the levels. */
export function faultsOfAuthority({ authority, unit }: Pick<Written, 'authority' | 'unit'>): Found[] {
  if (authority === undefined) return [];
  if (authority.length > MOST_LEVELS) return [[['authority'], { kind: 'authorityLevels', most: MOST_LEVELS }]];
  const faults: Found[] = [];
  const seen = new Set<Post>();
  let below = 0;
  authority.forEach(({ posts, upTo, staffOnly }, at) => {
    const here = ['authority', at];
    const isLast = at === authority.length - 1;
    for (const post of posts) {
      if (seen.has(post)) faults.push([[...here, 'posts'], { kind: 'postTwice', post }]);
      seen.add(post);
    }
    if (isLast && (posts.length !== 1 || posts[0] !== 'president'))
      faults.push([[...here, 'posts'], { kind: 'authorityLast' }]);
    const others = (staffOnly ?? []).filter(post => isLast || !posts.includes(post));
    if (others.length > 0) faults.push([[...here, 'staffOnly'], { kind: 'authorityStaff' }]);
    if (isLast && upTo !== undefined) faults.push([[...here, 'upTo'], { kind: 'limitOfLast' }]);
    if (isLast) return;
    if (upTo === undefined) {
      faults.push([here, { kind: 'noLimit' }]);
      return;
    }
    if (unit === 'points' && !Number.isInteger(upTo)) faults.push([[...here, 'upTo'], { kind: 'wholePoints' }]);
    if (upTo <= below) faults.push([[...here, 'upTo'], { kind: 'limitNotRising', below }]);
    below = Math.max(below, upTo);
  });
  return faults;
}

/** The levels a file has, those of 8.1 and 8.4 where it says nothing. */
export function levelsOf({ authority }: Pick<Written, 'authority'>): Level[] {
  if (authority === undefined) return [...USUAL_LEVELS];
  return authority.map(({ posts, upTo, staffOnly }) => {
    return { posts, upTo: upTo === undefined ? null : yuan(upTo), staffOnly: staffOnly ?? usualStaffOnly(posts) };
  });
}

/** The levels as they are written. */
export function writtenAuthority(levels: readonly Level[]): WrittenLevel[] {
  return levels.map(({ posts, upTo, staffOnly }) => ({
    posts: [...posts],
    ...(upTo !== null && { upTo: fen(upTo) / 100 }),
    ...((staffOnly.length > 0 || usualStaffOnly(posts).length > 0) && { staffOnly: [...staffOnly] }),
  }));
}

function usualStaffOnly(posts: readonly Post[]): Post[] {
  return STAFF_ONLY.filter(post => posts.includes(post));
}
