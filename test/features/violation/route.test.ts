import { describe, expect, it, test } from 'vitest';
import type { Delegation, Directory } from '../../../src/features/approval/rules.ts';
import {
  approvalBy,
  authorityFor,
  mayDecideCase,
  nearbyAmounts,
  routeFor,
  type Step,
  settledAmounts,
} from '../../../src/features/violation/route.ts';
import type { CaseRecord, Proposal } from '../../../src/features/violation/rules.ts';
import type { CaseStatus } from '../../../src/features/violation/states.ts';
import { type Fen, fen, yuan } from '../../../src/kernel/money.ts';
import { type Post, USUAL_LEVELS } from '../../../src/member/post.ts';
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
  second: member('second', 'manager', 'supervisor'),
  service: member('service', 'supervisor', 'presales'),
  keeper: member('keeper', 'manager', 'keeper'),
};
type Name = keyof typeof people;

function directory(delegations: Delegation[] = [], without: Name[] = []): Directory {
  const present = Object.values(people).filter(({ id }) => !(without as string[]).includes(id));
  return {
    members: new Map(present.map(person => [person.id, person])),
    delegations,
    today: '2026-11-24',
    levels: USUAL_LEVELS,
  };
}

function proposal(accused: Name, filerId: Name | null, change: Partial<Proposal> = {}): Proposal {
  return {
    accusedId: accused,
    filerId,
    article: '1.1',
    articleVersion: 1,
    tier: 'plain',
    date: '2026-11-24',
    amount: yuan(100),
    notice: false,
    consequence: null,
    compensates: false,
    ...change,
  };
}

function filed(number: number, amount: Fen | null, status: CaseStatus, change: Partial<CaseRecord> = {}): CaseRecord {
  return {
    ...proposal('service', null, { amount }),
    id: `C${number}`,
    number,
    status,
    decidedOn: null,
    finalOn: null,
    ...change,
  };
}

describe('authority up to and including 300 for one person and one incident', () => {
  test.each<[string, number | null, number[], string]>([
    ['nearly the limit', 29999, [], 'leader'],
    ['the limit', 30000, [], 'leader'],
    ['a fen above it', 30001, [], 'president'],
    ['split, together the limit', 10000, [20000], 'leader'],
    ['split, a fen above', 10001, [20000], 'president'],
    ['split, a yuan above', 10100, [20000], 'president'],
    ['split in many', 5000, [5000, 5000, 5000, 5000, 5000, 5000], 'president'],
    ['split in six', 5000, [5000, 5000, 5000, 5000, 5000], 'leader'],
    ['no fine', null, [], 'leader'],
    ['no fine beside a great one', null, [90000], 'leader'],
  ])('%s', (_name, amount, settled, expected) => {
    const asked = { amount: amount === null ? null : fen(amount), consequence: null, compensates: false };
    expect(authorityFor(asked, settled.map(fen), USUAL_LEVELS)).toBe(expected);
  });

  it('compensation is no fine, whatever it comes to', () => {
    const loss = { amount: yuan(5000), consequence: null, compensates: true };
    expect(authorityFor(loss, [yuan(300)], USUAL_LEVELS)).toBe('leader');
  });

  test.each(['transfer-or-dismissal', 'return-to-hr'] as const)('%s is always for the president', consequence => {
    expect(authorityFor({ amount: null, consequence, compensates: false }, [], USUAL_LEVELS)).toBe('president');
  });
});

describe('what counts as the same incident', () => {
  const incident = { accusedId: 'service', date: '2026-11-24' };
  test.each<[string, CaseRecord, number[]]>([
    ['upheld', filed(1, yuan(200), 'upheld'), [20000]],
    ['proposed', filed(1, yuan(200), 'proposed'), [20000]],
    ['recommended', filed(1, yuan(200), 'recommended'), [20000]],
    ['heard', filed(1, yuan(200), 'hearing'), [20000]],
    ['before the decider', filed(1, yuan(200), 'deciding'), [20000]],
    ['final', filed(1, yuan(200), 'final'), [20000]],
    ['under appeal', filed(1, yuan(200), 'appealed'), [20000]],
    ['confirmed', filed(1, yuan(200), 'confirmed'), [20000]],
    ['reduced', filed(1, yuan(200), 'reduced'), [20000]],
    ['compensation', filed(1, yuan(2000), 'final', { compensates: true }), []],
    ['excused', filed(1, yuan(200), 'excused'), []],
    ['voided', filed(1, yuan(200), 'voided'), []],
    ['dismissed', filed(1, yuan(200), 'dismissed'), []],
    ['withdrawn', filed(1, yuan(200), 'withdrawn'), []],
    ['overturned', filed(1, yuan(200), 'overturned'), []],
    ['without a fine', filed(1, null, 'upheld'), []],
    ['another article', filed(1, yuan(200), 'upheld', { article: '1.4' }), [20000]],
    ['another day', filed(1, yuan(200), 'upheld', { date: '2026-11-23' }), []],
    ['another person', filed(1, yuan(200), 'upheld', { accusedId: 'keeper' }), []],
  ])('%s', (_name, other, expected) => {
    expect(settledAmounts([other], incident)).toEqual(expected);
  });

  it('counts an open case only against the ones filed after it', () => {
    const cases = [filed(1, yuan(200), 'proposed'), filed(2, yuan(150), 'proposed'), filed(3, yuan(50), 'upheld')];
    expect(cases.map(of => settledAmounts(cases, of))).toEqual([[5000], [20000, 5000], [20000, 15000]]);
  });

  it('sends 200 and 101 on one day to the president, and on two days to nobody above', () => {
    const first = filed(1, yuan(200), 'upheld');
    const beside = (amount: number, date: string) =>
      authorityFor(
        { amount: yuan(amount), consequence: null, compensates: false },
        settledAmounts([first], { accusedId: 'service', date }),
        USUAL_LEVELS,
      );
    expect([beside(100, '2026-11-24'), beside(101, '2026-11-24'), beside(101, '2026-11-25')]).toEqual([
      'leader',
      'president',
      'leader',
    ]);
  });
});

const leader: Step = { authority: 'leader', settles: true };
const advice: Step = { authority: 'leader', settles: false };
const last: Step = { authority: 'president', settles: true };

describe('every route', () => {
  test.each<[string, Name | null, Name, Partial<Proposal>, Fen[], string, Step[]]>([
    ['a manager within the limit', 'manager', 'service', {}, [], 'upheld', []],
    ['a supervisor within the limit', 'supervisor', 'service', { amount: yuan(300) }, [], 'upheld', []],
    ['a supervisor for a notice alone', 'supervisor', 'service', { amount: null, notice: true }, [], 'upheld', []],
    ['a manager above the limit', 'manager', 'service', { amount: yuan(301) }, [], 'recommended', [last]],
    [
      'a supervisor, split above it',
      'supervisor',
      'service',
      { amount: yuan(101) },
      [yuan(200)],
      'recommended',
      [last],
    ],
    [
      'a manager for a consequence',
      'manager',
      'service',
      { amount: null, consequence: 'return-to-hr' },
      [],
      'recommended',
      [last],
    ],
    ['the president above it', 'president', 'service', { amount: yuan(5000) }, [], 'upheld', []],
    [
      'the president for a consequence',
      'president',
      'manager',
      { amount: null, consequence: 'transfer-or-dismissal' },
      [],
      'upheld',
      [],
    ],
    ['a colleague within the limit', 'keeper', 'service', {}, [], 'deciding', [leader]],
    ['a colleague above it', 'keeper', 'service', { amount: yuan(301) }, [], 'deciding', [advice, last]],
    [
      'a colleague for a consequence',
      'keeper',
      'service',
      { amount: null, consequence: 'return-to-hr' },
      [],
      'deciding',
      [advice, last],
    ],
    ['a deputy, who has no authority of 8.1', 'deputy', 'service', {}, [], 'deciding', [leader]],
    ['the clock within the limit', null, 'service', {}, [], 'deciding', [leader]],
    ['the clock above it', null, 'service', { amount: yuan(350) }, [], 'deciding', [advice, last]],
    ['a supervisor against another supervisor', 'supervisor', 'second', {}, [], 'deciding', [leader]],
    ['a colleague against a supervisor', 'keeper', 'supervisor', {}, [], 'deciding', [leader]],
    ['a supervisor against themselves', 'supervisor', 'supervisor', {}, [], 'deciding', [leader]],
    ['a supervisor against the manager above them', 'supervisor', 'manager', {}, [], 'deciding', [last]],
    ['a colleague against the manager', 'keeper', 'manager', {}, [], 'deciding', [last]],
    ['a manager against themselves', 'manager', 'manager', {}, [], 'deciding', [last]],
    ['the clock against the manager', null, 'manager', { amount: yuan(400) }, [], 'deciding', [last]],
  ])('%s', (_name, filer, accused, change, settled, opensAs, steps) => {
    const person = filer && people[filer];
    const decidedAs = filer === 'president' ? 'president' : 'leader';
    expect(routeFor(proposal(accused, filer, change), settled, person, directory(), false)).toEqual({
      opensAs,
      onBehalfOf: null,
      steps,
      ...(opensAs === 'upheld' && { decidedAs }),
    });
  });

  it('asks the president where there is neither manager nor supervisor', () => {
    const alone = directory([], ['manager', 'supervisor', 'second']);
    expect(routeFor(proposal('service', 'keeper'), [], people.keeper, alone, false).steps).toEqual([last]);
  });

  it('lets a deputy file with the authority the manager lent them, and says so', () => {
    const lent: Delegation = { principalId: 'manager', delegateId: 'deputy', from: '2026-11-24', to: '2026-11-30' };
    const route = routeFor(proposal('service', 'deputy'), [], people.deputy, directory([lent]), false);
    expect(route).toEqual({ opensAs: 'upheld', decidedAs: 'leader', onBehalfOf: 'manager', steps: [] });
  });
});

describe('where the member is heard first, nothing is decided by filing', () => {
  test.each<[string, Name | null, Name, Partial<Proposal>, Step[]]>([
    ['a manager within the limit', 'manager', 'service', {}, [leader]],
    ['a supervisor above it', 'supervisor', 'service', { amount: yuan(350) }, [advice, last]],
    ['the president', 'president', 'service', {}, [last]],
    ['a colleague', 'keeper', 'service', {}, [leader]],
    ['a colleague against the manager', 'keeper', 'manager', {}, [last]],
  ])('%s', (_name, filer, accused, change, steps) => {
    const person = filer && people[filer];
    const route = routeFor(proposal(accused, filer, change), [], person, directory(), true);
    expect(route).toEqual({ opensAs: 'hearing', onBehalfOf: null, steps });
  });
});

describe('fines of other days near it', () => {
  const incident = { accusedId: 'service', date: '2026-11-24' };
  test.each<[string, CaseRecord, number, number[]]>([
    ['the same day is the incident itself', filed(1, yuan(200), 'final'), 7, []],
    ['seven days before', filed(1, yuan(200), 'final', { date: '2026-11-17' }), 7, [20000]],
    ['eight days before', filed(1, yuan(200), 'final', { date: '2026-11-16' }), 7, []],
    ['seven days after', filed(1, yuan(200), 'deciding', { date: '2026-12-01' }), 7, [20000]],
    ['compensation', filed(1, yuan(200), 'final', { date: '2026-11-23', compensates: true }), 7, []],
    ['dismissed', filed(1, yuan(200), 'dismissed', { date: '2026-11-23' }), 7, []],
    ['none are shown', filed(1, yuan(200), 'final', { date: '2026-11-23' }), 0, []],
  ])('%s', (_name, other, days, expected) => {
    expect(nearbyAmounts([other], incident, days)).toEqual(expected);
  });
});

describe('who may decide', () => {
  const own = { code: 'approval.own', params: {} };
  const yes = { onBehalfOf: null };
  const needs = (...posts: Post[]) => ({ code: 'approval.notYours', params: { needs: posts } });
  const led = (accused: Name) => ({ code: 'approval.subordinate', params: { concernsId: accused } });

  test.each<[Name, Name, Name | null, 'leader' | 'president', boolean, unknown]>([
    ['manager', 'service', 'keeper', 'leader', false, yes],
    ['supervisor', 'service', 'keeper', 'leader', false, yes],
    ['supervisor', 'service', 'supervisor', 'leader', false, yes], // the matter is the accused's, not the filer's
    ['supervisor', 'supervisor', 'keeper', 'leader', false, own],
    ['manager', 'manager', 'keeper', 'leader', false, own],
    ['supervisor', 'supervisor', 'supervisor', 'leader', false, own],
    ['president', 'president', 'keeper', 'president', false, own],
    ['supervisor', 'manager', 'keeper', 'leader', false, led('manager')],
    ['supervisor', 'president', 'keeper', 'leader', false, led('president')], // two floors up
    ['deputy', 'service', 'keeper', 'leader', false, needs('manager', 'supervisor')],
    ['keeper', 'service', 'keeper', 'leader', false, needs('manager', 'supervisor')],
    ['president', 'service', 'keeper', 'leader', false, needs('manager', 'supervisor')],
    ['president', 'service', 'keeper', 'leader', true, yes],
    ['manager', 'service', 'keeper', 'president', false, needs('president')],
    ['manager', 'service', 'manager', 'president', false, needs('president')],
    ['president', 'service', 'president', 'president', false, yes],
    ['president', 'manager', 'keeper', 'president', false, yes],
  ])(
    '%s about %s, filed by %s, at the %s step (escalated: %s)',
    (decider, accused, filer, step, escalated, expected) => {
      expect(mayDecideCase(people[decider], proposal(accused, filer), step, directory(), escalated)).toEqual(expected);
    },
  );
});

describe('what approval does', () => {
  test.each<[Name, number, number[], 'leader' | 'president', boolean, unknown]>([
    ['supervisor', 300, [], 'leader', false, { event: 'uphold', as: 'leader', onBehalfOf: null }],
    ['supervisor', 300.01, [], 'leader', false, { event: 'recommend', as: 'leader', onBehalfOf: null }],
    ['manager', 101, [200], 'leader', false, { event: 'recommend', as: 'leader', onBehalfOf: null }],
    ['president', 500, [], 'president', false, { event: 'uphold', as: 'president', onBehalfOf: null }],
    ['president', 500, [], 'leader', true, { event: 'uphold', as: 'president', onBehalfOf: null }],
    ['manager', 500, [], 'president', false, { code: 'approval.notYours', params: { needs: ['president'] } }],
  ])('of %s, %d beside %j, at the %s step (escalated: %s)', (decider, amount, settled, step, escalated, expected) => {
    const asked = proposal('service', 'keeper', { amount: yuan(amount) });
    expect(approvalBy(people[decider], asked, step, settled.map(yuan), directory(), escalated)).toEqual(expected);
  });
});
