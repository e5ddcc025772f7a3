import { describe, expect, it, test } from 'vitest';
import {
  type ApprovalState,
  type Authority,
  type Delegation,
  type Directory,
  decidingPosts,
  eligible,
  type Matter,
  mayDecide,
  settledBefore,
  timersOf,
} from '../../../src/features/approval/rules.ts';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import { type Post, USUAL_LEVELS } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';

function member(id: string, leaderId: string | null, posts: Post[], more: Partial<Member> = {}): Member {
  const flags = { deactivated: false, guest: false, bot: false, external: false };
  return { id, name: id, handle: id, locale: 'en', zone: 'Asia/Shanghai', leaderId, posts, ...flags, ...more };
}

const people = [
  member('president', null, ['president']),
  member('manager', 'president', ['manager']),
  member('deputy', 'manager', ['deputy']),
  member('assistant', 'manager', ['assistant']),
  member('supervisor', 'manager', ['supervisor']),
  member('service', 'supervisor', ['presales']),
  member('clerk', 'manager', ['clerk']),
  member('both', 'manager', ['clerk', 'supervisor']),
  member('newcomer', null, []),
  member('gone', 'president', ['manager'], { deactivated: true }),
  member('guest', 'president', ['manager'], { guest: true }),
  member('stranger', 'president', ['manager'], { external: true }),
  member('bot', 'president', ['manager'], { bot: true }),
];

const today = '2026-11-24';
const lent = (principalId: string, delegateId: string, from = today, to = today): Delegation => {
  return { principalId, delegateId, from, to };
};

function directory(...delegations: Delegation[]): Directory {
  return { members: new Map(people.map(person => [person.id, person])), delegations, today, levels: USUAL_LEVELS };
}

function matter(authority: Authority, concernsId: string, more: Partial<Matter> = {}): Matter {
  const accuses = authority !== 'leave';
  return { accuses, authority, concernsId, requesterId: concernsId, state: 'pending', escalated: false, ...more };
}

/** 'yes', 'for <principal>' or the refusal's code. */
function answer(asked: Matter, actorId: string, ...delegations: Delegation[]): string {
  const actor = people.find(({ id }) => id === actorId);
  if (actor === undefined) throw new Error(`there is no ${actorId}`);
  const may = mayDecide(asked, actor, directory(...delegations));
  if (isRefusal(may)) return may.code;
  return may.onBehalfOf === null ? 'yes' : `for ${may.onBehalfOf}`;
}

describe('whose decision it is, by post', () => {
  test.each<[Authority, boolean, readonly Post[]]>([
    ['leave', false, ['manager', 'deputy', 'assistant']], // 3.2
    ['leave', true, ['manager', 'deputy', 'assistant', 'president']],
    ['leader', false, ['manager', 'supervisor']], // 8.1
    ['leader', true, ['manager', 'supervisor', 'president']],
    ['president', false, ['president']], // 8.4
    ['president', true, ['president']],
  ])('%s, passed on %s: %j', (authority, escalated, posts) => {
    expect(decidingPosts(matter(authority, 'service', { escalated }), directory())).toEqual(posts);
  });

  const noPower = { newcomer: 'member.noPost', gone: 'member.isGone', guest: 'member.isOutsider' };
  const nobody = { ...noPower, stranger: 'member.isOutsider', bot: 'member.isBot', service: 'approval.own' };
  const no = 'approval.notYours';
  test.each<[string, Matter, Record<string, string>]>([
    [
      'leave of staff',
      matter('leave', 'service'),
      {
        ...nobody,
        president: no,
        manager: 'yes',
        deputy: 'yes',
        assistant: 'yes',
        supervisor: no,
        clerk: no,
        both: no,
      },
    ],
    [
      'leave of staff, passed on',
      matter('leave', 'service', { escalated: true }),
      { ...nobody, president: 'yes', manager: 'yes', deputy: 'yes', assistant: 'yes', supervisor: no, clerk: no },
    ],
    [
      'a case against staff, filed by the clerk',
      matter('leader', 'service', { requesterId: 'clerk' }),
      { ...nobody, president: no, manager: 'yes', deputy: no, assistant: no, supervisor: 'yes', both: 'yes' },
    ],
    ...(['deputy', 'assistant', 'supervisor', 'both'] as const).map(
      (concerned): [string, Matter, Record<string, string>] => [
        `a case against the ${concerned}: no supervisor decides it`,
        matter('leader', concerned, { requesterId: 'clerk' }),
        {
          ...Object.fromEntries(['deputy', 'assistant', 'supervisor', 'both'].map(id => [id, no])),
          manager: 'yes',
          president: no,
          [concerned]: 'approval.own',
        },
      ],
    ),
    [
      'the same for the president',
      matter('president', 'service', { requesterId: 'clerk' }),
      { ...nobody, president: 'yes', manager: no, deputy: no, assistant: no, supervisor: no, clerk: 'approval.own' },
    ],
    [
      'leave of the manager',
      matter('leave', 'manager'),
      { manager: 'approval.own', deputy: 'yes', assistant: 'yes', supervisor: no, president: no },
    ],
    [
      'a case against the manager: whom they lead does not decide it',
      matter('leader', 'manager', { requesterId: 'clerk', escalated: true }),
      { manager: 'approval.own', supervisor: 'approval.subordinate', both: 'approval.subordinate', president: 'yes' },
    ],
    [
      'leave of the manager may be decided by those they lead, as 3.2 names them',
      matter('leave', 'manager'),
      { deputy: 'yes' },
    ],
  ])('%s', (_, asked, answers) => {
    const ids = Object.keys(answers);
    expect(Object.fromEntries(ids.map(id => [id, answer(asked, id)]))).toEqual(answers);
  });
});

describe('lent authority', () => {
  test.each<[string, Matter, string, Delegation[], string]>([
    ['used', matter('leave', 'service'), 'clerk', [lent('manager', 'clerk')], 'for manager'],
    [
      'begins tomorrow',
      matter('leave', 'service'),
      'clerk',
      [lent('manager', 'clerk', '2026-11-25', '2026-11-25')],
      no(),
    ],
    [
      'ended yesterday',
      matter('leave', 'service'),
      'clerk',
      [lent('manager', 'clerk', '2026-11-20', '2026-11-23')],
      no(),
    ],
    ['last day', matter('leave', 'service'), 'clerk', [lent('manager', 'clerk', '2026-11-20', today)], 'for manager'],
    ['to another', matter('leave', 'service'), 'clerk', [lent('manager', 'both')], no()],
    ['own authority goes first', matter('leave', 'service'), 'deputy', [lent('manager', 'deputy')], 'yes'],
    ['not on the own matter', matter('leave', 'clerk'), 'clerk', [lent('manager', 'clerk')], 'approval.own'],
    [
      "not on the lender's matter",
      matter('leave', 'manager'),
      'clerk',
      [lent('manager', 'clerk')],
      'approval.ownDelegate',
    ],
    [
      "on the lender's matter with another's authority",
      matter('leave', 'manager'),
      'clerk',
      [lent('manager', 'clerk'), lent('deputy', 'clerk')],
      'for deputy',
    ],
    [
      'not on what the lender asked for',
      matter('leader', 'service', { requesterId: 'manager' }),
      'clerk',
      [lent('manager', 'clerk')],
      'approval.ownDelegate',
    ],
    ['not more than the lender has', matter('president', 'service'), 'clerk', [lent('manager', 'clerk')], no()],
    [
      'passed on',
      matter('leave', 'service', { escalated: true }),
      'clerk',
      [lent('president', 'clerk')],
      'for president',
    ],
    ['not lent on', matter('leave', 'service'), 'both', [lent('manager', 'clerk'), lent('clerk', 'both')], no()],
    ['of somebody who is gone', matter('leave', 'service'), 'clerk', [lent('gone', 'clerk')], no()],
    ['of somebody without a post', matter('leave', 'service'), 'clerk', [lent('newcomer', 'clerk')], no()],
    ['to a guest', matter('leave', 'service'), 'guest', [lent('manager', 'guest')], 'member.isOutsider'],
    ['to a newcomer', matter('leave', 'service'), 'newcomer', [lent('manager', 'newcomer')], 'member.noPost'],
    [
      'not by somebody the accused leads',
      matter('leader', 'manager', { requesterId: 'supervisor', escalated: true }),
      'clerk',
      [lent('president', 'clerk')],
      'approval.subordinate',
    ],
  ])('%s', (_, asked, actorId, delegations, expected) => {
    expect(answer(asked, actorId, ...delegations)).toBe(expected);
  });

  function no() {
    return 'approval.notYours';
  }
});

describe('who is asked', () => {
  const asked = (what: Matter, ...delegations: Delegation[]) =>
    eligible(what, directory(...delegations)).map(({ member: { id }, onBehalfOf }) => [id, onBehalfOf]);

  it('is everybody who may decide today, each once, with the place they hold', () => {
    expect(asked(matter('leave', 'service'), lent('manager', 'clerk'), lent('deputy', 'clerk'))).toEqual([
      ['manager', null],
      ['deputy', null],
      ['assistant', null],
      ['clerk', 'manager'],
    ]);
  });

  it('is nobody when the only one who could is concerned', () => {
    expect(asked(matter('president', 'president'))).toEqual([]);
  });
});

describe('when approvers are reminded, and when it is passed on', () => {
  const calendar = calendarWith({ overrides: new Map() });
  test.each([
    ['on a Tuesday', '2026-12-01T10:00', '2026-12-02T09:00', '2026-12-03T09:00'],
    ['before the hour of reminding, still the next day', '2026-12-01T08:00', '2026-12-02T09:00', '2026-12-03T09:00'],
    ['on a Thursday', '2026-12-03T16:00', '2026-12-04T09:00', '2026-12-07T09:00'],
    ['on a Friday, over the weekend', '2026-12-04T10:00', '2026-12-07T09:00', '2026-12-08T09:00'],
    ['on a Saturday', '2026-12-05T10:00', '2026-12-07T09:00', '2026-12-08T09:00'],
    ['before a public holiday', '2026-09-24T10:00', '2026-09-28T09:00', '2026-09-29T09:00'],
    ['before a Saturday that is worked', '2026-10-09T10:00', '2026-10-10T09:00', '2026-10-12T09:00'],
    ['just before midnight there', '2026-12-01T23:59', '2026-12-02T09:00', '2026-12-03T09:00'],
  ])('asked %s', (_, requested, remind, escalate) => {
    const at = (local: string) => new Date(`${local}:00+08:00`);
    expect(timersOf(at(requested), calendar, '09:00', 'Asia/Shanghai')).toEqual({
      remindAt: at(remind),
      escalateAt: at(escalate),
    });
  });
});

describe('settled before 1 June 2026', () => {
  const instant = new Date('2026-06-01T00:00:00+08:00');
  const before = new Date(instant.getTime() - 1);

  test.each<[ApprovalState, Date | null, boolean]>([
    ['pending', null, false],
    ['approved', before, true],
    ['approved', instant, false],
    ['rejected', before, true],
    ['rejected', instant, false],
    ['withdrawn', before, true],
    ['withdrawn', instant, false],
    ['withdrawn', null, true],
  ])('%s at %o: %s', (state, decidedAt, settled) => {
    expect(settledBefore({ state, decidedAt }, instant)).toBe(settled);
  });
});
