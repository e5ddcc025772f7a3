/** Who decides how much, as a rulebook's file says it: the leaders of the department up to a limit, the president beyond. */
import { type Fen, yuan } from '../../kernel/money.ts';
import type { Post } from '../../member/post.ts';
import type { Found } from './fault.ts';
import type { Written, WrittenLevel } from './schema.ts';

/** The posts of the two levels, and who of them decides about staff only: another order is known nowhere in the house. */
const LEADERS: readonly Post[] = ['manager', 'supervisor'];
const LAST: readonly Post[] = ['president'];
const STAFF_ONLY: readonly Post[] = ['supervisor'];

/** What is decided by the leaders where the file does not say: 300 yuan. */
const USUAL: Fen = yuan(300);

/** What is wrong with the levels. */
export function faultsOfAuthority({ authority, unit }: Pick<Written, 'authority' | 'unit'>): Found[] {
  if (authority === undefined) return [];
  const [first, last] = authority;
  if (authority.length !== 2 || first === undefined || last === undefined)
    return [[['authority'], { kind: 'authorityLevels' }]];
  const faults: Found[] = [];
  const wanted = [LEADERS, LAST] as const;
  wanted.forEach((posts, at) => {
    if (!areSame(authority[at]?.posts ?? [], posts))
      faults.push([['authority', at, 'posts'], { kind: 'authorityPosts' }]);
  });
  if (!areSame(first.staffOnly ?? STAFF_ONLY, STAFF_ONLY) || last.staffOnly !== undefined)
    faults.push([['authority', last.staffOnly === undefined ? 0 : 1, 'staffOnly'], { kind: 'authorityStaff' }]);
  if (first.upTo === undefined) faults.push([['authority', 0], { kind: 'noLimit' }]);
  if (unit === 'points' && first.upTo !== undefined && !Number.isInteger(first.upTo))
    faults.push([['authority', 0, 'upTo'], { kind: 'wholePoints' }]);
  if (last.upTo !== undefined) faults.push([['authority', 1, 'upTo'], { kind: 'limitOfLast' }]);
  return faults;
}

/** The limit of the leaders. */
export function limitOf({ authority }: Pick<Written, 'authority'>): Fen {
  const upTo = authority?.[0]?.upTo;
  return upTo === undefined ? USUAL : yuan(upTo);
}

/** The levels as they are written. */
export function writtenAuthority(limit: Fen): WrittenLevel[] {
  return [{ posts: [...LEADERS], upTo: limit / 100, staffOnly: [...STAFF_ONLY] }, { posts: [...LAST] }];
}

function areSame(these: readonly Post[], those: readonly Post[]): boolean {
  return these.length === those.length && those.every(post => these.includes(post));
}
