import { describe, expect, test } from 'vitest';
import {
  CASE_EVENTS,
  CASE_STATUSES,
  type CaseEvent,
  type CaseStatus,
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
