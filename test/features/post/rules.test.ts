import { describe, expect, it, test } from 'vitest';
import {
  canLead,
  leaderFor,
  mayChangeLeader,
  mayEndPost,
  mayGivePost,
  postIn,
} from '../../../src/features/post/rules.ts';
import { POSTS, type Post } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';
import { postNames as english } from '../../../src/member/words.en.ts';
import { postNames as chinese } from '../../../src/member/words.zh-CN.ts';

function member(id: string, posts: Post[], leaderId: string | null = null, more: Partial<Member> = {}): Member {
  const plain = { deactivated: false, guest: false, bot: false, external: false };
  return { id, name: id, handle: id, locale: 'en', zone: 'Asia/Shanghai', leaderId, posts, ...plain, ...more };
}

const people = [
  member('president', ['president']),
  member('manager', ['manager'], 'president'),
  member('deputy', ['deputy'], 'manager'),
  member('supervisor', ['supervisor'], 'manager'),
  member('presales', ['presales'], 'supervisor'),
  member('both', ['manager', 'presales'], 'president'),
  member('senior', ['supervisor', 'presales'], 'manager'),
  member('new', []),
  member('gone', ['presales'], 'supervisor', { deactivated: true }),
  member('guest', [], null, { guest: true }),
  member('robot', [], null, { bot: true }),
  member('other', [], null, { external: true }),
];
const one = (id: string) => people.find(person => person.id === id) ?? member(id, []);
const directory = new Map(people.map(person => [person.id, person]));
const said = (answer: true | { code: string }) => (answer === true ? 'yes' : answer.code);

describe('who may give which post', () => {
  test.each<[string, string, Post, string]>([
    ['president', 'new', 'manager', 'yes'],
    ['president', 'new', 'president', 'post.tooHigh'],
    ['manager', 'new', 'supervisor', 'yes'],
    ['manager', 'new', 'manager', 'post.tooHigh'],
    ['manager', 'new', 'president', 'post.tooHigh'],
    ['deputy', 'new', 'presales', 'yes'],
    ['deputy', 'new', 'supervisor', 'post.tooHigh'],
    ['deputy', 'manager', 'clerk', 'post.notBelow'],
    ['deputy', 'supervisor', 'clerk', 'post.notBelow'],
    ['manager', 'president', 'clerk', 'post.notBelow'],
    ['manager', 'both', 'clerk', 'post.notBelow'],
    ['president', 'president', 'clerk', 'post.self'],
    ['manager', 'manager', 'clerk', 'post.self'],
    ['supervisor', 'new', 'presales', 'member.notAllowed'],
    ['presales', 'new', 'presales', 'member.notAllowed'],
    ['presales', 'presales', 'manager', 'member.notAllowed'],
    ['manager', 'presales', 'presales', 'post.alreadyHeld'],
    ['manager', 'presales', 'aftersales', 'yes'],
    ['manager', 'gone', 'aftersales', 'member.isGone'],
    ['manager', 'guest', 'presales', 'member.isOutsider'],
    ['manager', 'other', 'presales', 'member.isOutsider'],
    ['manager', 'robot', 'presales', 'member.isBot'],
  ])('%s gives %s the post of %s: %s', (giver, to, post, expected) => {
    expect(said(mayGivePost(one(giver), one(to), post))).toBe(expected);
  });
});

describe('who may take which post back', () => {
  test.each<[string, string, Post, string]>([
    ['president', 'manager', 'manager', 'yes'],
    ['manager', 'supervisor', 'supervisor', 'yes'],
    ['manager', 'both', 'manager', 'post.tooHigh'],
    ['manager', 'both', 'presales', 'post.notBelow'],
    ['manager', 'president', 'president', 'post.tooHigh'],
    ['deputy', 'supervisor', 'supervisor', 'post.tooHigh'],
    ['deputy', 'senior', 'presales', 'post.notBelow'],
    ['deputy', 'presales', 'presales', 'yes'],
    ['deputy', 'gone', 'presales', 'yes'],
    ['supervisor', 'presales', 'presales', 'member.notAllowed'],
    ['manager', 'presales', 'clerk', 'post.notHeld'],
    ['both', 'both', 'presales', 'yes'],
    ['senior', 'senior', 'presales', 'yes'],
    ['both', 'both', 'manager', 'post.ownHighest'],
    ['president', 'president', 'president', 'post.ownHighest'],
    ['presales', 'presales', 'presales', 'post.ownHighest'],
    ['presales', 'presales', 'manager', 'post.notHeld'],
  ])('%s takes from %s the post of %s: %s', (actor, of, post, expected) => {
    expect(said(mayEndPost(one(actor), one(of), post))).toBe(expected);
  });
});

describe('who leads whom', () => {
  test.each([
    ['manager', 'presales', 'yes'],
    ['deputy', 'supervisor', 'post.notBelow'],
    ['deputy', 'presales', 'yes'],
    ['manager', 'both', 'post.notBelow'],
    ['manager', 'president', 'post.notBelow'],
    ['manager', 'new', 'member.notInDepartment'],
    ['supervisor', 'presales', 'member.notAllowed'],
  ])('%s says who leads %s: %s', (actor, of, expected) => {
    expect(said(mayChangeLeader(one(actor), one(of)))).toBe(expected);
  });

  test.each([
    ['manager', 'presales', 'yes'],
    ['deputy', 'supervisor', 'yes'],
    ['supervisor', 'supervisor', 'post.ledInCircle'],
    ['supervisor', 'manager', 'post.ledInCircle'],
    ['deputy', 'president', 'post.ledInCircle'],
    ['presales', 'keeper', 'post.cannotLead'],
    ['presales', 'supervisor', 'post.ledInCircle'],
    ['new', 'presales', 'post.cannotLead'],
    ['gone', 'presales', 'member.isGone'],
    ['robot', 'presales', 'member.isBot'],
  ])('%s leads %s: %s', (leader, led, expected) => {
    expect(said(canLead(one(leader), one(led), directory))).toBe(expected);
  });

  test.each<[Post[], string | null, string | null]>([
    [['president'], null, null],
    [['manager'], null, 'president'],
    [['deputy'], null, null],
    [['deputy'], 'president', 'president'],
    [['presales'], 'deputy', 'deputy'],
    [['presales'], null, null],
    [['presales'], 'gone', null],
    [[], 'manager', null],
  ])(
    'of somebody with %j, led by %s before: %s, as two are managers and two supervisors',
    (posts, before, expected) => {
      expect(leaderFor(member('somebody', posts, before), directory)).toBe(expected);
    },
  );

  it('is the one who holds the post, when there is one', () => {
    const small = new Map(people.filter(({ id }) => id !== 'both' && id !== 'senior').map(each => [each.id, each]));
    const leaderOf = (posts: Post[], before: string | null) => leaderFor(member('somebody', posts, before), small);
    expect(leaderOf(['presales'], 'deputy')).toBe('supervisor');
    expect(leaderOf(['supervisor', 'presales'], 'supervisor')).toBe('manager');
    expect(leaderOf(['clerk'], null)).toBe('manager');
    // The only supervisor is not led by themselves, nor by whom they lead.
    expect(leaderFor(member('manager', ['manager', 'presales'], 'president'), small)).toBe('president');
  });
});

describe('a post as it is typed', () => {
  it('is known by its code and by its name in both languages', () => {
    for (const post of POSTS) {
      for (const text of [post, english[post], chinese[post], ` ${english[post].toUpperCase()} `]) {
        expect([text, postIn(text)]).toEqual([text, post]);
      }
    }
  });

  test.each([
    ['售前', 'presales'],
    ['pre-sales', 'presales'],
    ['Pre Sales', 'presales'],
    ["manager's assistant", 'assistant'],
    ['经理', 'manager'],
    ['副经理', 'deputy'],
    ['库管', 'keeper'],
    ['ｃｌｅｒｋ', 'clerk'],
    ['总经理', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s: %s', (text, expected) => {
    expect(postIn(text)).toBe(expected);
  });
});
