/** Routing by one, two, three and four levels of authority (8.1, 8.4). */
import { describe, expect, it, test } from 'vitest';
import { type Delegation, type Directory, eligible, nextAuthority } from '../../../src/features/approval/rules.ts';
import { limitIn, passingTogether, recommendsTo, routeFor, settledBy } from '../../../src/features/violation/route.ts';
import type { CaseRecord } from '../../../src/features/violation/rules.ts';
import { fen, yuan } from '../../../src/kernel/money.ts';
import { type Level, type LevelName, levelNames, type Post, USUAL_LEVELS } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';

function member(id: string, leaderId: string | null, ...posts: Post[]): Member {
  const flags = { deactivated: false, guest: false, bot: false, external: false };
  return { id, name: id, handle: id, locale: 'en', zone: 'Asia/Shanghai', leaderId, posts, ...flags };
}

const people = {
  president: member('president', null, 'president'),
  manager: member('manager', 'president', 'manager'),
  deputy: member('deputy', 'manager', 'deputy'),
  supervisor: member('supervisor', 'manager', 'supervisor'),
  service: member('service', 'supervisor', 'presales'),
  keeper: member('keeper', 'manager', 'keeper'),
};
type Name = keyof typeof people;

const level = (upTo: number | null, ...posts: Post[]): Level => {
  return { posts, upTo: upTo === null ? null : yuan(upTo), staffOnly: posts.filter(post => post === 'supervisor') };
};
const last = level(null, 'president');
const LADDERS = {
  one: [last],
  two: USUAL_LEVELS,
  three: [level(100, 'supervisor'), level(500, 'manager'), last],
  four: [level(50, 'supervisor'), level(200, 'deputy'), level(500, 'manager'), last],
} satisfies Record<string, readonly Level[]>;
type Ladder = keyof typeof LADDERS;

function directory(ladder: Ladder, without: readonly Name[] = [], delegations: Delegation[] = []): Directory {
  const present = Object.values(people).filter(({ id }) => !(without as readonly string[]).includes(id));
  const members = new Map(present.map(person => [person.id, person]));
  return { members, delegations, today: '2026-11-24', levels: LADDERS[ladder] };
}

const asked = (accusedId: string, amount: number) => ({
  ...{ accusedId, amount: yuan(amount), consequence: null, compensates: false },
});

/** 'leader, level2 recommend; president settles', or what filing did. */
function way(
  ladder: Ladder,
  filer: Name,
  accused: Name,
  amount: number,
  without: readonly Name[] = [],
  isHeard = false,
) {
  const { opensAs, decidedAs, steps } = routeFor(
    asked(accused, amount),
    [],
    people[filer],
    directory(ladder, without),
    isHeard,
  );
  const said = steps.map(({ authority, settles }) => `${authority}${settles ? '' : ' recommends'}`);
  return [decidedAs === undefined ? opensAs : `${opensAs} by ${decidedAs}`, ...said].join(', ');
}

test('levels are named by their place, the last for the president', () => {
  expect(Object.values(LADDERS).map(levelNames)).toEqual([
    ['president'],
    ['leader', 'president'],
    ['leader', 'level2', 'president'],
    ['leader', 'level2', 'level3', 'president'],
  ]);
  expect(Object.values(LADDERS).map(limitIn)).toEqual([30_000, 30_000, 50_000, 50_000]);
});

describe('where a case goes that a colleague filed', () => {
  test.each<[Ladder, Name, number, readonly Name[], string]>([
    ['one', 'service', 1, [], 'deciding, president'],
    ['two', 'service', 300, [], 'deciding, leader'],
    ['two', 'service', 301, [], 'deciding, leader recommends, president'],
    ['three', 'service', 80, [], 'deciding, leader'],
    ['three', 'service', 100, [], 'deciding, leader'],
    ['three', 'service', 300, [], 'deciding, leader recommends, level2'],
    ['three', 'service', 600, [], 'deciding, leader recommends, level2 recommends, president'],
    ['three', 'service', 80, ['supervisor'], 'deciding, level2'],
    ['three', 'service', 300, ['manager'], 'deciding, leader recommends, president'],
    ['three', 'service', 80, ['supervisor', 'manager'], 'deciding, president'],
    // A supervisor decides about staff only, and nobody about those who lead them.
    ['three', 'deputy', 80, [], 'deciding, level2'],
    ['three', 'supervisor', 80, [], 'deciding, level2'],
    ['three', 'manager', 80, [], 'deciding, president'],
    ['four', 'service', 50, [], 'deciding, leader'],
    ['four', 'service', 200, [], 'deciding, leader recommends, level2'],
    ['four', 'service', 201, [], 'deciding, leader recommends, level2 recommends, level3'],
    ['four', 'service', 501, [], 'deciding, leader recommends, level2 recommends, level3 recommends, president'],
    ['four', 'service', 201, ['deputy'], 'deciding, leader recommends, level3'],
    ['four', 'supervisor', 50, [], 'deciding, level2'],
    ['four', 'deputy', 50, [], 'deciding, level3'],
  ])('%s levels, about the %s, %d, without %j', (ladder, accused, amount, without, expected) => {
    expect(way(ladder, 'keeper', accused, amount, without)).toBe(expected);
  });
});

describe('where it goes that somebody with authority filed', () => {
  test.each<[Ladder, Name, number, boolean, string]>([
    ['one', 'manager', 10, false, 'deciding, president'],
    ['one', 'president', 900, false, 'upheld by president'],
    ['three', 'supervisor', 80, false, 'upheld by leader'],
    ['three', 'supervisor', 300, false, 'recommended, level2'],
    ['three', 'supervisor', 600, false, 'recommended, level2 recommends, president'],
    ['three', 'manager', 300, false, 'upheld by level2'],
    ['three', 'manager', 600, false, 'recommended, president'],
    ['four', 'deputy', 501, false, 'recommended, level3 recommends, president'],
    // Heard first, nobody below the filer is asked.
    ['three', 'supervisor', 80, true, 'hearing, leader'],
    ['three', 'manager', 80, true, 'hearing, level2'],
    ['three', 'manager', 600, true, 'hearing, level2 recommends, president'],
    ['three', 'president', 80, true, 'hearing, president'],
  ])('%s levels, by the %s, %d, heard %s', (ladder, filer, amount, isHeard, expected) => {
    expect(way(ladder, filer, 'service', amount, [], isHeard)).toBe(expected);
  });
});

describe('who decides as well once nobody did', () => {
  const matter = (authority: LevelName | 'leave', concernsId = 'service', notBy: string | null = null) => ({
    ...{ authority, concernsId, requesterId: concernsId, state: 'pending' as const, escalated: true, accuses: true },
    notBy,
  });
  test.each<[Ladder, LevelName | 'leave', readonly Name[], LevelName | null]>([
    ['one', 'president', [], null],
    ['two', 'leader', [], 'president'],
    ['three', 'leader', [], 'level2'],
    ['three', 'level2', [], 'president'],
    ['three', 'leader', ['manager'], 'president'],
    ['four', 'leader', ['deputy'], 'level3'],
    ['four', 'leader', ['deputy', 'manager', 'president'], 'president'],
    ['four', 'leave', [], 'president'],
  ])('%s levels, of %s, without %j: %s', (ladder, authority, without, expected) => {
    expect(nextAuthority(matter(authority), directory(ladder, without))).toBe(expected);
  });

  it('goes one level up, and no further', () => {
    const able = eligible(matter('leader'), directory('four')).map(one => one.member.id);
    expect(able).toEqual(['deputy', 'supervisor']);
  });

  it('passes over whoever may not hear an appeal', () => {
    const able = eligible(matter('leader', 'service', 'manager'), directory('three')).map(one => one.member.id);
    expect(able).toEqual(['president', 'supervisor']);
  });
});

test('what goes on is recommended up to the level that settles it', () => {
  const { three } = LADDERS;
  const goesOn = { needs: 'president', to: ['level2', 'president'] } as const;
  expect(['leader', 'level2', 'president'].map(at => recommendsTo(goesOn, at, three))).toEqual([
    'level2',
    'president',
    null,
  ]);
  expect(settledBy(goesOn, three)).toEqual({ by: 'president', above: 50_000 });
  expect(settledBy({ needs: 'level2', to: ['president'] }, three)).toEqual({ by: 'president', above: 10_000 });
});

describe('fines near each other that together pass a limit', () => {
  const filed = (number: number, amount: number, date: string, change: Partial<CaseRecord> = {}): CaseRecord => ({
    ...{ id: `${number}`, number, accusedId: 'service', filerId: null, article: '1.1', articleVersion: 1 },
    ...{ tier: 'plain', date, amount: yuan(amount), notice: false, consequence: null, compensates: false },
    ...{ status: 'final', decidedOn: null, finalOn: null },
    ...change,
  });
  const mine = filed(5, 200, '2026-11-24', { status: 'upheld' });
  test.each<[string, CaseRecord[], { others: number[]; sum: number } | null]>([
    ['alone', [], null],
    ['to the limit itself', [filed(1, 100, '2026-11-20')], null],
    ['beyond it', [filed(1, 101, '2026-11-20')], { others: [1], sum: 30_100 }],
    ['of two', [filed(1, 60, '2026-11-20'), filed(2, 60, '2026-11-28')], { others: [1, 2], sum: 32_000 }],
    ['too far away', [filed(1, 101, '2026-11-16')], null],
    ['dismissed', [filed(1, 101, '2026-11-20', { status: 'dismissed' })], null],
    ['compensation', [filed(1, 101, '2026-11-20', { compensates: true })], null],
    ['open and filed later', [filed(9, 101, '2026-11-20', { status: 'deciding' })], null],
    [
      'the day itself goes on',
      [filed(9, 101, '2026-11-24', { status: 'deciding' }), filed(1, 101, '2026-11-20')],
      null,
    ],
  ])('%s', (_name, others, expected) => {
    expect(passingTogether([...others, mine], mine, 7, fen(30_000))).toEqual(expected);
  });
});
