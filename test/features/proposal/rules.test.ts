/** Proposals: how they end, who is in charge, when they lapse, and in what order they are read. */
import { describe, expect, it } from 'vitest';
import type { Delegation, Directory } from '../../../src/features/approval/rules.ts';
import { breachesOf } from '../../../src/features/attendance/breach.ts';
import type { SlotState } from '../../../src/features/attendance/day.ts';
import { SLOTS } from '../../../src/features/attendance/rules.ts';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import { pageTyped } from '../../../src/features/proposal/line.ts';
import {
  decidesAboutSome,
  hasLapsed,
  inCharge,
  inOrder,
  mayDecideAbout,
  PROPOSAL_STATES,
  type ProposalEvent,
  reasonIn,
  transition,
} from '../../../src/features/proposal/rules.ts';
import { type Post, USUAL_LEVELS } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';

function member(id: string, leaderId: string | null, ...posts: Post[]): Member {
  const plain = { name: id, handle: id, locale: 'en', zone: 'Asia/Shanghai' } as const;
  return { id, ...plain, deactivated: false, guest: false, bot: false, external: false, leaderId, posts };
}

const PEOPLE = [
  member('UPRESIDENT', null, 'president'),
  member('UMANAGER', 'UPRESIDENT', 'manager'),
  member('UDEPUTY', 'UMANAGER', 'deputy'),
  member('USUPERVISOR', 'UMANAGER', 'supervisor'),
  member('USTAFF', 'USUPERVISOR', 'presales'),
];

function directory(people: readonly Member[] = PEOPLE, delegations: readonly Delegation[] = []): Directory {
  return { members: new Map(people.map(one => [one.id, one])), delegations, today: '2026-12-01', levels: USUAL_LEVELS };
}

describe('a proposal', () => {
  it('ends once, whichever way', () => {
    const events: ProposalEvent[] = ['file', 'excuse', 'drop', 'lapse', 'vanish'];
    const table = Object.fromEntries(PROPOSAL_STATES.map(state => [state, events.map(one => transition(state, one))]));
    const never = [null, null, null, null, null];
    expect(table).toEqual({
      waiting: ['filed', 'excused', 'dropped', 'lapsed', 'gone'],
      ...{ filed: never, excused: never, dropped: never, lapsed: never, gone: never },
    });
  });

  it.each([
    ['USTAFF', 'UMANAGER USUPERVISOR'],
    // A supervisor decides about staff alone (8.1), nobody about themselves or who leads them.
    ['USUPERVISOR', 'UMANAGER'],
    ['UDEPUTY', 'UMANAGER'],
    ['UMANAGER', 'UPRESIDENT'],
  ])('about %s is decided first by %s', (memberId, expected) => {
    expect(
      inCharge(memberId, directory())
        .map(one => one.member.id)
        .join(' '),
    ).toBe(expected);
  });

  it('is decided in the place of who lent authority, never about oneself', () => {
    const lent = directory(PEOPLE, [
      { principalId: 'UMANAGER', delegateId: 'UDEPUTY', from: '2026-12-01', to: '2026-12-01' },
    ]);
    expect(inCharge('USTAFF', lent).map(one => [one.member.id, one.onBehalfOf])).toEqual([
      ['UMANAGER', null],
      ['UDEPUTY', 'UMANAGER'],
      ['USUPERVISOR', null],
    ]);
    expect(inCharge('UDEPUTY', lent).map(one => one.member.id)).toEqual(['UMANAGER']);
  });

  it('without leaders is the president’s', () => {
    const alone = directory(PEOPLE.filter(({ id }) => id === 'UPRESIDENT' || id === 'USTAFF'));
    expect(inCharge('USTAFF', alone).map(one => one.member.id)).toEqual(['UPRESIDENT']);
  });

  it.each([
    ['UMANAGER', 'USTAFF', null],
    ['USUPERVISOR', 'USTAFF', null],
    ['USTAFF', 'USTAFF', 'approval.own'],
    ['UDEPUTY', 'USTAFF', 'approval.notYours'],
    ['UPRESIDENT', 'USTAFF', 'approval.notYours'],
    ['USUPERVISOR', 'UMANAGER', 'approval.subordinate'],
    ['UPRESIDENT', 'UMANAGER', null],
  ])('%s about %s: %s', (me, about, code) => {
    const answer = mayDecideAbout(about, PEOPLE.find(({ id }) => id === me) as Member, directory());
    expect('code' in answer ? answer.code : answer.onBehalfOf).toBe(code);
  });

  it.each([
    ['UPRESIDENT', true],
    ['UMANAGER', true],
    ['UDEPUTY', false],
    ['USUPERVISOR', true],
    ['USTAFF', false],
  ])('the list is for who decides about somebody: %s %s', (id, expected) => {
    expect(decidesAboutSome(PEOPLE.find(one => one.id === id) as Member, directory())).toBe(expected);
  });

  it.each([
    // Five working days to decide on; the holidays of October are none, the Saturday after them is one.
    ['2026-09-30', '2026-09-30', false],
    ['2026-09-30', '2026-10-08', false],
    ['2026-09-30', '2026-10-12', false],
    ['2026-09-30', '2026-10-13', true],
    [null, '2026-10-13', false],
  ])('first listed on %s it has lapsed on %s: %s', (first, date, expected) => {
    expect(hasLapsed(first, date, calendarWith({ overrides: new Map() }), 5)).toBe(expected);
  });

  it.each([
    ['  送货 ', '送货'],
    [' ', 'proposal.reasonMissing'],
    ['😀'.repeat(500), '😀'.repeat(500)],
    ['好'.repeat(501), 'proposal.reasonTooLong'],
  ])('is excused for a reason: %s', (typed, expected) => {
    const reason = reasonIn(typed);
    expect(typeof reason === 'string' ? reason : reason.code).toBe(expected);
  });
});

it('a list is read by person, who waits longest first', () => {
  const rows = [
    { id: 1, memberId: 'UB', date: '2026-12-02' },
    { id: 2, memberId: 'UA', date: '2026-12-03' },
    { id: 3, memberId: 'UA', date: '2026-12-01' },
    { id: 4, memberId: 'UC', date: '2026-12-01' },
    { id: 5, memberId: 'UB', date: '2026-12-02' },
  ];
  expect(inOrder(rows).map(({ id }) => id)).toEqual([3, 2, 4, 1, 5]);
});

it.each([
  ['', 1],
  ['2', 2],
  ['page 2', 2],
  ['第2页', 2],
  ['２', 2],
  ['0', null],
  ['x', null],
  ['2 3', null],
])('page %j is %j', (typed, expected) => {
  expect(pageTyped(typed)).toBe(expected);
});

describe('a day of punches', () => {
  const at = new Date('2026-12-01T00:30:00Z');
  const done = (status: 'on-time' | 'late' | 'early', minutes: number): SlotState => ({
    ...{ state: 'done', at },
    ...{ status, minutes },
  });
  const [fine, missing]: SlotState[] = [done('on-time', 0), { state: 'missing' }];
  const excused: SlotState = { state: 'excused', at: null };

  it.each([
    ['all in order', [fine, fine, fine, fine], false, [], [], []],
    ['late twice', [done('late', 5), fine, done('late', 1), fine], false, ['morning-in', '5', 'noon-in', '1'], [], []],
    ['late, as the meeting found', [done('late', 5), fine, done('late', 1), fine], true, ['noon-in', '1'], [], []],
    ['early', [fine, done('early', 9), fine, fine], false, [], ['noon-out', '9'], []],
    ['missing at noon', [fine, missing, missing, fine], false, [], [], ['noon-out', 'noon-in']],
    ['came after the window', [missing, fine, fine, fine], true, [], [], []],
    ['did not come at all', [missing, missing, missing, missing], true, [], [], [...SLOTS]],
    ['half a day of leave', [excused, excused, missing, fine], false, [], [], ['noon-in']],
  ] as const)('%s', (_what, states, arrivalFound, late, early, without) => {
    const day = Object.fromEntries(SLOTS.map((slot, index) => [slot, states[index]])) as Parameters<
      typeof breachesOf
    >[0];
    expect(breachesOf(day, arrivalFound)).toEqual({ late, early, missing: without });
  });
});
