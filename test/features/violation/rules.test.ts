import { describe, expect, test } from 'vitest';
import {
  CASE_EVENTS,
  CASE_STATUSES,
  type CaseEvent,
  type CaseStatus,
  caseOver,
  isOpen,
  mayAppeal,
  mayWithdraw,
  transition,
} from '../../../src/features/violation/rules.ts';

const matrix: Record<CaseStatus, Record<CaseEvent, CaseStatus | null>> = {
  proposed: { recommend: 'recommended', uphold: 'upheld', reject: 'rejected', withdraw: 'withdrawn', reverse: null },
  recommended: { recommend: null, uphold: 'upheld', reject: 'rejected', withdraw: 'withdrawn', reverse: null },
  upheld: { recommend: null, uphold: null, reject: null, withdraw: null, reverse: 'reversed' },
  rejected: { recommend: null, uphold: null, reject: null, withdraw: null, reverse: null },
  withdrawn: { recommend: null, uphold: null, reject: null, withdraw: null, reverse: null },
  reversed: { recommend: null, uphold: null, reject: null, withdraw: null, reverse: null },
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

test('open is what somebody still has to decide', () => {
  expect(CASE_STATUSES.filter(isOpen)).toEqual(['proposed', 'recommended']);
});

test.each<[string, string | null, CaseStatus, unknown]>([
  ['U1', 'U1', 'proposed', true],
  ['U1', 'U1', 'recommended', true],
  ['U2', 'U1', 'proposed', { code: 'violation.notFiler', params: { filerId: 'U1' } }],
  ['U1', null, 'proposed', { code: 'violation.notFiler', params: { filerId: null } }],
  ['U1', 'U1', 'upheld', { code: 'violation.notOpen', params: { status: 'upheld', event: 'withdraw' } }],
  ['U1', 'U1', 'withdrawn', { code: 'violation.notOpen', params: { status: 'withdrawn', event: 'withdraw' } }],
])('%s takes back what %s filed while it is %s', (memberId, filerId, status, expected) => {
  expect(mayWithdraw({ filerId, status }, memberId)).toEqual(expected);
});

test.each<[string, CaseStatus, unknown]>([
  ['U1', 'upheld', true],
  ['U2', 'upheld', { code: 'violation.notAccused', params: { accusedId: 'U1' } }],
  ['U1', 'proposed', { code: 'violation.notOpen', params: { status: 'proposed', event: 'reverse' } }],
  ['U1', 'reversed', { code: 'violation.notOpen', params: { status: 'reversed', event: 'reverse' } }],
])('%s appeals in a case against U1 that is %s', (memberId, status, expected) => {
  expect(mayAppeal({ accusedId: 'U1', status }, memberId)).toEqual(expected);
});

describe('over before 1 June 2026, so that its words are no longer kept', () => {
  const instant = new Date('2026-06-01T00:00:00+08:00');
  const limit = { date: '2026-06-01', instant };
  const before = new Date(instant.getTime() - 1);
  const old = { filedAt: before, decidedAt: before, appealedAt: null, answeredAt: null };

  test.each<[string, CaseStatus, Partial<Record<keyof typeof old, Date>>, boolean, boolean]>([
    ['upheld', 'upheld', {}, true, true],
    ['rejected', 'rejected', {}, true, true],
    ['withdrawn', 'withdrawn', {}, true, true],
    ['reversed', 'reversed', {}, true, true],
    ['still to be decided', 'proposed', {}, true, false],
    ['still before the president', 'recommended', {}, true, false],
    ['filed on that day', 'upheld', { filedAt: instant }, true, false],
    ['decided on that day', 'upheld', { decidedAt: instant }, true, false],
    ['appealed against before', 'upheld', { appealedAt: before }, true, true],
    ['appealed against on that day', 'upheld', { appealedAt: instant }, true, false],
    ['answered before', 'upheld', { answeredAt: before }, true, true],
    ['answered on that day', 'upheld', { answeredAt: instant }, true, false],
    ['something about it not settled', 'upheld', {}, false, false],
  ])('%s', (_, state, later, settled, over) => {
    expect(caseOver({ state, ...old, ...later }, settled, limit)).toBe(over);
  });
});
