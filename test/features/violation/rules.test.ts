import { describe, expect, test } from 'vitest';
import { caseOver, mayAppeal, mayWithdraw } from '../../../src/features/violation/rules.ts';
import {
  CASE_EVENTS,
  CASE_STATUSES,
  type CaseEvent,
  type CaseStatus,
  counts,
  isOpen,
  stands,
  transition,
} from '../../../src/features/violation/states.ts';

const before: Partial<Record<CaseEvent, CaseStatus>> = {
  recommend: 'recommended',
  uphold: 'upheld',
  excuse: 'excused',
  dismiss: 'dismissed',
  withdraw: 'withdrawn',
};
const matrix: Record<CaseStatus, Partial<Record<CaseEvent, CaseStatus>>> = {
  proposed: { ...before, hear: 'hearing' },
  hearing: { heard: 'deciding', recommend: 'recommended', withdraw: 'withdrawn' },
  deciding: before,
  recommended: before,
  upheld: { finish: 'final', appeal: 'appealed', void: 'voided' },
  final: { appeal: 'appealed', void: 'voided' },
  excused: {},
  dismissed: {},
  withdrawn: {},
  appealed: { confirm: 'confirmed', reduce: 'reduced', overturn: 'overturned', void: 'voided' },
  confirmed: { void: 'voided' },
  reduced: { void: 'voided' },
  overturned: {},
  voided: {},
};

describe('every event in every state', () => {
  test.each(CASE_STATUSES.flatMap(status => CASE_EVENTS.map(event => ({ status, event }))))(
    '$status, $event',
    ({ status, event }) => {
      const expected = matrix[status][event] ?? { code: 'violation.notOpen', params: { status, event } };
      expect(transition(status, event)).toEqual(expected);
    },
  );
});

test('what is open, what stands, and what counts', () => {
  expect(CASE_STATUSES.filter(isOpen)).toEqual(['proposed', 'hearing', 'deciding', 'recommended']);
  expect(CASE_STATUSES.filter(stands)).toEqual(['upheld', 'final', 'appealed', 'confirmed', 'reduced']);
  expect(CASE_STATUSES.filter(counts)).toEqual(['final', 'confirmed', 'reduced']);
});

test.each<[string, string | null, CaseStatus, unknown]>([
  ['U1', 'U1', 'proposed', true],
  ['U1', 'U1', 'hearing', true],
  ['U1', 'U1', 'deciding', true],
  ['U1', 'U1', 'recommended', true],
  ['U2', 'U1', 'hearing', { code: 'violation.notFiler', params: { filerId: 'U1' } }],
  ['U1', null, 'proposed', { code: 'violation.notFiler', params: { filerId: null } }],
  ['U1', 'U1', 'upheld', { code: 'violation.notOpen', params: { status: 'upheld', event: 'withdraw' } }],
  ['U1', 'U1', 'withdrawn', { code: 'violation.notOpen', params: { status: 'withdrawn', event: 'withdraw' } }],
])('%s takes back what %s filed while it is %s', (memberId, filerId, status, expected) => {
  expect(mayWithdraw({ filerId, status }, memberId)).toEqual(expected);
});

const until = new Date('2026-12-08T09:30:00Z');
const inTime = new Date(until.getTime() - 1);
const late = { code: 'violation.appealLate', params: { until: '2026-12-08' } };
test.each<[string, CaseStatus, Date | null, Date, unknown]>([
  ['U1', 'upheld', until, inTime, true],
  ['U1', 'upheld', until, until, late],
  ['U1', 'final', until, until, late],
  ['U1', 'final', null, until, true],
  ['U2', 'upheld', until, inTime, { code: 'violation.notAccused', params: { accusedId: 'U1' } }],
  ['U1', 'hearing', until, inTime, { code: 'violation.notOpen', params: { status: 'hearing', event: 'appeal' } }],
  ['U1', 'excused', until, inTime, { code: 'violation.notOpen', params: { status: 'excused', event: 'appeal' } }],
  ['U1', 'overturned', null, inTime, { code: 'violation.notOpen', params: { status: 'overturned', event: 'appeal' } }],
])('%s appeals in a case against U1 that is %s, until %s, at %s', (memberId, status, end, now, expected) => {
  const untilDay = end === null ? null : '2026-12-08';
  expect(mayAppeal({ accusedId: 'U1', status }, memberId, { until: end, untilDay, now })).toEqual(expected);
});

describe('over before 1 June 2026, so that its words are no longer kept', () => {
  const instant = new Date('2026-06-01T00:00:00+08:00');
  const limit = { date: '2026-06-01', instant };
  const before = new Date(instant.getTime() - 1);
  const old = { filedAt: before, decidedAt: before, appealedAt: null, answeredAt: null, finalAt: null, voidedAt: null };

  test.each<[string, CaseStatus, Partial<Record<keyof typeof old, Date>>, boolean, boolean]>([
    ['final', 'final', {}, true, true],
    ['dismissed', 'dismissed', {}, true, true],
    ['excused', 'excused', {}, true, true],
    ['voided', 'voided', {}, true, true],
    ['open to appeal', 'upheld', {}, true, false],
    ['under appeal', 'appealed', {}, true, false],
    ['in hearing', 'hearing', {}, true, false],
    ['final on that day', 'final', { finalAt: instant }, true, false],
    ['voided on that day', 'voided', { voidedAt: instant }, true, false],
    ['withdrawn', 'withdrawn', {}, true, true],
    ['overturned', 'overturned', {}, true, true],
    ['still to be decided', 'deciding', {}, true, false],
    ['still before the president', 'recommended', {}, true, false],
    ['filed on that day', 'final', { filedAt: instant }, true, false],
    ['decided on that day', 'final', { decidedAt: instant }, true, false],
    ['appealed against before', 'final', { appealedAt: before }, true, true],
    ['appealed against on that day', 'final', { appealedAt: instant }, true, false],
    ['answered before', 'final', { answeredAt: before }, true, true],
    ['answered on that day', 'final', { answeredAt: instant }, true, false],
    ['something about it not settled', 'final', {}, false, false],
  ])('%s', (_, state, later, settled, over) => {
    expect(caseOver({ state, ...old, ...later }, settled, limit)).toBe(over);
  });
});
