import { describe, expect, test } from 'vitest';
import type { Delegation, Directory } from '../../../src/features/approval/rules.ts';
import { authorityOf, decidesAbout, grantBy, praiseRoute, settledAmounts } from '../../../src/features/praise/route.ts';
import {
  isOpen,
  mayBePraised,
  mayLieOn,
  mayWithdraw,
  PRAISE_STATUSES,
  type PraiseEvent,
  type PraiseRecord,
  type PraiseStatus,
  praiseOver,
  readableWhy,
  transition,
} from '../../../src/features/praise/rules.ts';
import { maySee } from '../../../src/features/praise/sight.ts';
import { fen } from '../../../src/kernel/money.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
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
  assistant: member('assistant', 'manager', 'assistant'),
  supervisor: member('supervisor', 'manager', 'supervisor'),
  second: member('second', 'manager', 'supervisor'),
  service: member('service', 'supervisor', 'presales'),
  keeper: member('keeper', 'manager', 'keeper'),
  newcomer: member('newcomer', null),
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
const lent = (principalId: Name, delegateId: Name): Delegation => ({
  principalId,
  delegateId,
  from: '2026-11-20',
  to: '2026-11-30',
});

const EVENTS: PraiseEvent[] = ['recommend', 'grant', 'decline', 'withdraw', 'void'];

describe('the states of a praise', () => {
  test.each<[PraiseStatus, (PraiseStatus | null)[]]>([
    // recommend, grant, decline, withdraw, void
    ['proposed', ['recommended', 'granted', 'declined', 'withdrawn', null]],
    ['recommended', ['recommended', 'granted', 'declined', 'withdrawn', null]],
    ['granted', [null, null, null, null, 'voided']],
    ['declined', [null, null, null, null, null]],
    ['withdrawn', [null, null, null, null, null]],
    ['voided', [null, null, null, null, null]],
  ])('%s', (status, expected) => {
    const next = EVENTS.map(event => transition(status, event));
    expect(next.map(state => (isRefusal(state) ? null : state))).toEqual(expected);
    expect(next.filter(isRefusal).map(({ code }) => code)).toEqual(
      expected.filter(state => state === null).map(() => 'praise.notOpen'),
    );
  });

  test('are open until somebody decides', () => {
    expect(PRAISE_STATUSES.filter(isOpen)).toEqual(['proposed', 'recommended']);
  });

  test.each<[PraiseStatus, string, string | null, boolean, boolean]>([
    ['granted', '2026-01-01', '2026-01-02', true, true],
    ['granted', '2026-01-01', '2026-03-02', true, false],
    ['granted', '2026-01-01', '2026-01-02', false, false], // taken back only since
    ['proposed', '2026-01-01', null, true, false],
    ['withdrawn', '2026-03-01', '2026-03-01', true, false],
  ])('%s, filed %s, decided %s, settled %s: over %s', (state, filed, decided, settled, over) => {
    const times = { filedAt: new Date(filed), decidedAt: decided === null ? null : new Date(decided) };
    const limit = { date: '2026-02-01', instant: new Date('2026-02-01') };
    expect(praiseOver({ state, ...times }, settled, limit)).toBe(over);
  });
});

/** Where a praise filed by one about another goes: what filing does, then the steps. */
function way(filer: Name, praised: Name, amount: number | null, settled: number[] = [], within = directory()): string {
  const proposal = { praisedId: praised, amount: amount === null ? null : fen(amount) };
  const { opensAs, onBehalfOf, steps } = praiseRoute(proposal, settled.map(fen), people[filer], within);
  const asked = steps.map(({ authority, settles }) => `${authority}${settles ? '' : ' recommends'}`);
  return [onBehalfOf === null ? opensAs : `${opensAs} for ${onBehalfOf}`, ...asked].join(', ');
}

describe('who decides (8.1, 8.4)', () => {
  test.each<[string, Name, Name, number | null, number[], string]>([
    ['a supervisor, no incentive', 'supervisor', 'service', null, [], 'granted'],
    ['a supervisor, 300.00', 'supervisor', 'service', 30000, [], 'granted'],
    ['a supervisor, 300.01', 'supervisor', 'service', 30001, [], 'recommended, president'],
    ['a supervisor, two on one day, together 300.00', 'supervisor', 'service', 10000, [20000], 'granted'],
    [
      'a supervisor, two on one day, together 300.01',
      'supervisor',
      'service',
      10001,
      [20000],
      'recommended, president',
    ],
    ['a supervisor, no incentive beside a great one', 'supervisor', 'service', null, [90000], 'granted'],
    ['a supervisor about the manager’s staff', 'supervisor', 'keeper', 10000, [], 'granted'],
    ['a supervisor about another', 'supervisor', 'second', 10000, [], 'proposed, leader'],
    ['a supervisor about the assistant', 'supervisor', 'assistant', 10000, [], 'proposed, leader'],
    ['a supervisor about the deputy', 'supervisor', 'deputy', 10000, [], 'proposed, leader'],
    [
      'a supervisor about the assistant, 300.01',
      'supervisor',
      'assistant',
      30001,
      [],
      'proposed, leader recommends, president',
    ],
    ['a supervisor about the manager', 'supervisor', 'manager', 10000, [], 'proposed, president'],
    ['the manager about a supervisor', 'manager', 'supervisor', 30000, [], 'granted'],
    ['the manager about a supervisor, 300.01', 'manager', 'supervisor', 30001, [], 'recommended, president'],
    ['the deputy about staff', 'deputy', 'service', 10000, [], 'proposed, leader'],
    ['the deputy about the manager', 'deputy', 'manager', null, [], 'proposed, president'],
    ['staff about a colleague', 'keeper', 'service', 30000, [], 'proposed, leader'],
    ['staff about a colleague, 300.01', 'keeper', 'service', 30001, [], 'proposed, leader recommends, president'],
    ['the president, anything', 'president', 'service', 900000, [30000], 'granted'],
    ['the president about the manager', 'president', 'manager', 30001, [], 'granted'],
  ])('%s', (_name, filer, praised, amount, settled, expected) => {
    expect(way(filer, praised, amount, settled)).toBe(expected);
  });

  test('authority that was lent, never about whoever lent it', () => {
    expect(way('keeper', 'service', 10000, [], directory([lent('supervisor', 'keeper')]))).toBe(
      'granted for supervisor',
    );
    expect(way('keeper', 'second', 10000, [], directory([lent('supervisor', 'keeper')]))).toBe('proposed, leader');
    expect(way('keeper', 'supervisor', 10000, [], directory([lent('manager', 'keeper')]))).toBe('granted for manager');
    expect(way('keeper', 'manager', 10000, [], directory([lent('manager', 'keeper')]))).toBe('proposed, president');
  });

  test('without a leader the president is asked at once', () => {
    const within = directory([], ['manager', 'supervisor', 'second']);
    expect(way('keeper', 'service', 10000, [], within)).toBe('proposed, president');
  });

  test.each<[Name, number | null, 'leader' | 'president', boolean, string]>([
    ['manager', 30000, 'leader', false, 'grant'],
    ['manager', 30001, 'leader', false, 'recommend'],
    ['supervisor', 30001, 'president', false, 'approval.notYours'],
    ['president', 30001, 'president', false, 'grant'],
    ['president', 10000, 'leader', false, 'approval.notYours'],
    ['president', 10000, 'leader', true, 'grant'],
    ['deputy', null, 'leader', false, 'approval.notYours'],
    ['service', 10000, 'leader', false, 'approval.own'],
  ])('%s approves %s at %s, passed on: %s: %s', (decider, amount, step, escalated, expected) => {
    const proposal = { praisedId: 'service', amount: amount === null ? null : fen(amount) };
    const answer = grantBy(people[decider], proposal, step, [], directory(), escalated);
    expect(isRefusal(answer) ? answer.code : answer.event).toBe(expected);
  });

  test.each<[number | null, number[], boolean]>([
    [30000, [], false],
    [30001, [], true],
    [1, [30000], true],
    [null, [30001], false],
  ])('beyond leaders: %s with %s: %s', (amount, settled, beyond) => {
    const proposal = { praisedId: 'service', amount: amount === null ? null : fen(amount) };
    expect(authorityOf(proposal, settled.map(fen), USUAL_LEVELS) !== 'leader').toBe(beyond);
  });
});

describe('what counts as the same incident', () => {
  const kept = (number: number, amount: number | null, status: PraiseStatus, more: Partial<PraiseRecord> = {}) => ({
    ...{ number, praisedId: 'service', date: '2026-11-24', amount: amount === null ? null : fen(amount) },
    ...{ notice: true, status, ...more },
  });
  test.each<[string, PraiseRecord, number[]]>([
    ['granted', kept(1, 10000, 'granted'), [10000]],
    ['open and before it', kept(1, 10000, 'proposed'), [10000]],
    ['recommended and before it', kept(1, 10000, 'recommended'), [10000]],
    ['open and after it', kept(9, 10000, 'proposed'), []],
    ['granted and after it', kept(9, 10000, 'granted'), [10000]],
    ['itself', kept(5, 10000, 'granted'), []],
    ['declined', kept(1, 10000, 'declined'), []],
    ['withdrawn', kept(1, 10000, 'withdrawn'), []],
    ['taken back', kept(1, 10000, 'voided'), []],
    ['without an incentive', kept(1, null, 'granted'), []],
    ['another day', kept(1, 10000, 'granted', { date: '2026-11-23' }), []],
    ['another person', kept(1, 10000, 'granted', { praisedId: 'keeper' }), []],
  ])('%s', (_name, other, expected) => {
    expect(settledAmounts([other], { praisedId: 'service', date: '2026-11-24', number: 5 })).toEqual(expected);
  });

  test('everything open was before one that is not filed yet', () => {
    const praises = [kept(1, 10000, 'proposed'), kept(2, 500, 'recommended')];
    expect(settledAmounts(praises, { praisedId: 'service', date: '2026-11-24' })).toEqual([10000, 500]);
  });
});

describe('what is refused', () => {
  const code = (answer: unknown) => (isRefusal(answer) ? answer.code : answer);

  test.each<[Name, Name, unknown]>([
    ['service', 'keeper', true],
    ['service', 'service', 'praise.self'],
    ['president', 'keeper', 'praise.president'],
    ['newcomer', 'keeper', 'member.notInDepartment'],
  ])('%s praised by %s: %s', (praised, filer, expected) => {
    expect(code(mayBePraised(people[praised], filer))).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['2026-11-24', true],
    ['2026-11-25', 'praise.dateInFuture'],
    ['2025-11-24', true],
    ['2025-11-23', 'praise.dateTooOld'],
  ])('the day %s: %s', (date, expected) => {
    expect(code(mayLieOn(date, '2026-11-24'))).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['  well done ', 'well done'],
    ['  ', 'praise.whyMissing'],
    ['好'.repeat(3000), '好'.repeat(3000)],
    ['好'.repeat(3001), 'praise.whyTooLong'],
  ])('a reason', (typed, expected) => {
    expect(code(readableWhy(typed))).toBe(expected);
  });

  test.each<[string, PraiseStatus, unknown]>([
    ['service', 'proposed', true],
    ['service', 'recommended', true],
    ['service', 'granted', 'praise.notOpen'],
    ['keeper', 'proposed', 'praise.notFiler'],
  ])('%s takes back what service filed, %s: %s', (who, state, expected) => {
    expect(code(mayWithdraw({ filerId: 'service', state }, who))).toBe(expected);
  });
});

describe('who may look into it', () => {
  const readers = Object.keys(people) as Name[];
  const sees = (praisedId: Name, state: PraiseStatus, more: object = {}, within = directory()) =>
    readers.filter(id =>
      maySee(
        { praisedId, filerId: 'nobody', state, recommendedBy: null, decidedBy: null, ...more },
        people[id],
        within,
      ),
    );

  test('those who decide about the person; the person once it was granted', () => {
    expect(sees('service', 'proposed')).toEqual(['president', 'manager', 'supervisor', 'second']);
    expect(sees('service', 'granted')).toEqual(['president', 'manager', 'supervisor', 'second', 'service']);
    expect(sees('service', 'declined')).toEqual(['president', 'manager', 'supervisor', 'second']);
    expect(sees('assistant', 'voided')).toEqual(['president', 'manager', 'assistant']);
    expect(sees('manager', 'proposed')).toEqual(['president']);
    expect(sees('supervisor', 'proposed')).toEqual(['president', 'manager']);
  });

  test('whoever filed or judged it, and by lent authority', () => {
    expect(sees('manager', 'proposed', { filerId: 'deputy' })).toEqual(['president', 'deputy']);
    expect(sees('manager', 'granted', { decidedBy: 'keeper' })).toEqual(['president', 'manager', 'keeper']);
    expect(sees('assistant', 'proposed', {}, directory([lent('manager', 'deputy')]))).toEqual([
      ...['president', 'manager', 'deputy'],
    ]);
    expect(decidesAbout(people.deputy, 'service', directory())).toBe(false);
  });
});
