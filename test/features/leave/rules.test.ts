import { describe, expect, test } from 'vitest';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import type { Span } from '../../../src/features/calendar/span.ts';
import { leaveOver } from '../../../src/features/leave/over.ts';
import {
  type ExistingLeave,
  judge,
  type LeaveDeed,
  type LeaveRequest,
  type LeaveState,
  type PapersState,
  papersDueOn,
  transition,
  wayBack,
} from '../../../src/features/leave/rules.ts';
import { type CivilDate, instantOf } from '../../../src/kernel/civil.ts';

const calendar = calendarWith({ overrides: new Map() });
const hours = { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] } as const;
const zone = 'Asia/Shanghai';

function whole(from: string, to = from): Span {
  return { from, fromHalf: 'am', to, toHalf: 'pm' };
}

function half(date: string, of: 'am' | 'pm'): Span {
  return { from: date, fromHalf: of, to: date, toHalf: of };
}

function request(span: Span, more: Partial<LeaveRequest> = {}): LeaveRequest {
  return { kind: 'annual', span, emergency: false, reason: 'family', ...more };
}

/** Judged on Tuesday 24 November 2026 at 10:00, unless said otherwise. */
function judged(asked: LeaveRequest, { at = '10:00', on = '2026-11-24', others = [] as ExistingLeave[] } = {}) {
  return judge(asked, others, { requestedAt: instantOf(on, at, zone), calendar, hours, zone });
}

const sick = { kind: 'sick', reason: '' } as const;

test.each([
  ['no reason yet', '', 'allowed', 'leave.reasonMissing'],
  ['blanks', ' \n', 'allowed', 'leave.reasonMissing'],
  ['a reason', 'family', 'allowed', 'allowed'],
  ['too long a reason', 'x'.repeat(3001), 'leave.reasonTooLong', 'leave.reasonTooLong'],
])('with %s: while it is filled in, and sent', (_, reason, unfinished, sent) => {
  const setting = { requestedAt: instantOf('2026-11-24', '10:00', zone), calendar, hours, zone };
  const come = (half: boolean) => judge(request(whole('2026-11-25'), { reason }), [], setting, half);
  const told = (answer: ReturnType<typeof come>) => ('code' in answer ? answer.code : 'allowed');
  expect([told(come(true)), told(come(false))]).toEqual([unfinished, sent]);
});

describe('what may be asked for', () => {
  test.each([
    ['a day, the day before', request(whole('2026-11-25')), 2, 1, 1],
    ['a half, the day before', request(half('2026-11-25', 'pm')), 1, 1, 1],
    ['three days', request(whole('2026-11-25', '2026-11-27')), 6, 1, 1],
    ['over a weekend', request(whole('2026-11-26', '2026-11-30')), 6, 1, 2],
    ['four days, a week before', request(whole('2026-12-01', '2026-12-04')), 8, 5, 5],
    ['a trip in three days', request(whole('2026-11-27'), { kind: 'trip' }), 2, 3, 3],
    ['sick tomorrow, no reason given', request(half('2026-11-25', 'am'), sick), 1, 1, 1],
    ['sick this afternoon', request(half('2026-11-24', 'pm'), { ...sick, emergency: true }), 1, 0, 0],
    [
      'two weeks of a sudden event',
      request(whole('2026-11-25', '2026-12-08'), { kind: 'personal', emergency: true }),
      20,
      0,
      1,
    ],
  ])('%s', (_what, asked, halfDays, required, given) => {
    expect(judged(asked)).toEqual({ ok: true, halfDays, notice: { required, given }, provisional: false });
  });

  test('counted over days nobody has published yet', () => {
    expect(judged(request(whole('2050-03-01', '2050-03-02')), { on: '2050-01-05' })).toEqual({
      ok: true,
      halfDays: 4,
      notice: { required: 1, given: 37 },
      provisional: true,
    });
  });

  test('beside leaves that are settled otherwise', () => {
    const others = (['rejected', 'withdrawn', 'cancelled'] as const).map((state, index) => ({
      id: index + 1,
      kind: 'annual' as const,
      span: whole('2026-11-25'),
      state,
      emergency: false,
    }));
    expect(judged(request(whole('2026-11-25')), { others })).toMatchObject({ ok: true });
  });
});

describe('what is refused', () => {
  const early = { required: 1, given: 0, halfDays: 2, kind: 'annual', earliest: '2026-11-25' };
  test.each([
    ['backwards', request(whole('2026-12-02', '2026-12-01')), 'leave.endBeforeStart', {}],
    [
      'afternoon to morning',
      request({ from: '2026-12-01', fromHalf: 'pm', to: '2026-12-01', toHalf: 'am' }),
      'leave.endBeforeStart',
      {},
    ],
    ['in 1999', request(whole('1999-01-04')), 'leave.inPast', { from: '1999-01-04', today: '2026-11-24' }],
    ['yesterday', request(whole('2026-11-23'), { ...sick, emergency: true }), 'leave.inPast', {}],
    ['no day at all', request(whole('2026-02-30')), 'leave.noSuchDate', { command: '/leave', text: '2026-02-30' }],
    [
      'end of time',
      request(whole('2026-12-01', '9999-12-31')),
      'leave.noSuchDate',
      { command: '/leave', text: '9999-12-31' },
    ],
    ['400 days', request(whole('2026-12-01', '2028-01-04')), 'leave.tooLong', { days: 400, most: 366 }],
    ['in two years', request(whole('2028-11-24')), 'leave.tooFarAhead', { from: '2028-11-24', latest: '2027-11-25' }],
    ['a weekend', request(whole('2026-11-28', '2026-11-29')), 'leave.noWorkday', {}],
    ['without a reason', request(whole('2026-11-25'), { reason: ' \n' }), 'leave.reasonMissing', { kind: 'annual' }],
    [
      'an essay',
      request(whole('2026-11-25'), { reason: 'x'.repeat(3001) }),
      'leave.reasonTooLong',
      { length: 3001, most: 3000 },
    ],
    ['a sudden trip', request(whole('2026-11-25'), { kind: 'trip', emergency: true }), 'leave.noEmergency', {}],
    ['a sudden holiday', request(whole('2026-11-25'), { emergency: true }), 'leave.noEmergency', { kind: 'annual' }],
    ['today', request(whole('2026-11-24')), 'leave.tooLate', { ...early, emergencyPossible: false }],
    [
      'sick this afternoon, not called an emergency',
      request(half('2026-11-24', 'pm'), sick),
      'leave.tooLate',
      { ...early, kind: 'sick', halfDays: 1, emergencyPossible: true },
    ],
    [
      'sick this morning, too late for an emergency',
      request(half('2026-11-24', 'am'), sick),
      'leave.tooLate',
      { ...early, kind: 'sick', halfDays: 1, emergencyPossible: false },
    ],
    [
      'four days from tomorrow',
      request(whole('2026-11-25', '2026-11-30')),
      'leave.tooLate',
      { kind: 'annual', halfDays: 8, required: 5, given: 1, earliest: '2026-12-01', emergencyPossible: false },
    ],
    [
      'a trip the day after tomorrow',
      request(whole('2026-11-26'), { kind: 'trip' }),
      'leave.tooLate',
      { kind: 'trip', halfDays: 2, required: 3, given: 2, earliest: '2026-11-27', emergencyPossible: false },
    ],
    [
      'an emergency that has begun',
      request(whole('2026-11-24'), { ...sick, emergency: true }),
      'leave.alreadyBegun',
      { from: '2026-11-24', fromHalf: 'am', beganAt: '08:00' },
    ],
  ])('%s', (_what, asked, code, params) => {
    expect(judged(asked as LeaveRequest)).toEqual({ code, params: expect.objectContaining(params) });
  });

  describe('a leave that makes more than three days with another (3.2.3)', () => {
    const three = {
      id: 7,
      kind: 'annual',
      span: whole('2026-11-25', '2026-11-27'),
      state: 'approved',
      emergency: false,
    } as const;
    const friday = { ...three, span: half('2026-11-27', 'pm') };
    test.each([
      ['over the week-end', request(whole('2026-11-30')), [three], { halfDays: 8, joined: [7] }],
      [
        'the half day after',
        request(half('2026-11-30', 'am'), sick),
        [three],
        { halfDays: 7, joined: [7], kind: 'sick' },
      ],
      [
        'before it',
        request(whole('2026-11-25', '2026-11-26')),
        [{ ...three, id: 3, span: whole('2026-11-27', '2026-11-30') }],
        { halfDays: 8, joined: [3] },
      ],
      [
        'one that waits',
        request(whole('2026-11-30', '2026-12-02')),
        [{ ...friday, state: 'pending' as const }],
        { halfDays: 7, joined: [7] },
      ],
      [
        'by a third between them',
        request(half('2026-11-30', 'pm'), sick),
        [three, { ...three, id: 8, span: half('2026-11-30', 'am') }],
        { halfDays: 8, joined: [7, 8], kind: 'sick' },
      ],
    ])('%s', (_what, asked, others, params) => {
      const notice = { required: 5, earliest: '2026-12-01' };
      expect(judged(asked, { others })).toEqual({
        code: 'leave.tooLate',
        params: expect.objectContaining({ ...notice, ...params }),
      });
    });

    test.each([
      ['a working half day lies between', request(whole('2026-12-01')), three],
      ['it is three together', request(whole('2026-11-30')), { ...three, span: whole('2026-11-26', '2026-11-27') }],
      ['the other is a trip', request(whole('2026-11-30')), { ...three, kind: 'trip' as const }],
      ['the other is an emergency', request(whole('2026-11-30')), { ...three, kind: 'sick' as const, emergency: true }],
      ['this is an emergency', request(whole('2026-11-30'), { ...sick, emergency: true }), three],
      ['the other was cancelled', request(whole('2026-11-30')), { ...three, state: 'cancelled' as const }],
      ['it is asked for in time', request(whole('2026-12-04')), { ...three, span: whole('2026-12-07', '2026-12-09') }],
    ])('not where %s', (_what, asked, other) => {
      expect(judged(asked, { others: [other] })).toMatchObject({ ok: true });
    });
  });

  test.each(['pending', 'approved'] as const)('a day of a %s leave', state => {
    const params = { id: 7, kind: 'trip', span: whole('2026-11-26', '2026-11-30'), state } as const;
    const other = { ...params, emergency: false };
    const asked = request({ from: '2026-11-25', fromHalf: 'am', to: '2026-11-26', toHalf: 'am' });
    expect(judged(asked, { others: [other] })).toEqual({ code: 'leave.overlap', params });
    expect(judged(request(whole('2026-11-25')), { others: [other] })).toMatchObject({ ok: true });
  });

  test('an emergency at the very minute it begins', () => {
    const asked = request(half('2026-11-24', 'pm'), { ...sick, emergency: true });
    expect(judged(asked, { at: '13:29' })).toMatchObject({ ok: true });
    expect(judged(asked, { at: '13:30' })).toMatchObject({ code: 'leave.alreadyBegun' });
  });
});

test.each([
  [whole('2026-11-24'), '2026-11-25'],
  [half('2026-11-24', 'am'), '2026-11-25'],
  [whole('2026-11-27'), '2026-11-30'],
  [whole('2026-09-30'), '2026-10-08'],
  [whole('2026-10-09'), '2026-10-10'],
])('papers of %o are due on %s', (span, due) => {
  expect(papersDueOn(span, calendar)).toBe(due);
});

describe('what becomes of a leave', () => {
  const deeds: LeaveDeed[] = ['approve', 'reject', 'withdraw', 'cancel', 'handInPapers', 'missPapers'];

  test.each([
    ['pending', 'none', false, ['approved/none', 'rejected/none', 'withdrawn/none', '', '', '']],
    ['pending', 'none', true, ['approved/due', 'rejected/none', 'withdrawn/none', '', '', '']],
    ['approved', 'none', false, ['', '', '', 'cancelled/none', '', '']],
    ['approved', 'due', true, ['', '', '', 'cancelled/none', 'approved/handed-in', 'approved/overdue']],
    ['approved', 'overdue', true, ['', '', '', 'cancelled/none', 'approved/handed-in', '']],
    ['approved', 'handed-in', true, ['', '', '', 'cancelled/none', '', '']],
    ['rejected', 'none', false, ['', '', '', '', '', '']],
    ['withdrawn', 'none', false, ['', '', '', '', '', '']],
    ['cancelled', 'none', true, ['', '', '', '', '', '']],
  ] as [LeaveState, PapersState, boolean, string[]][])(
    '%s, papers %s, emergency %s',
    (state, papers, emergency, after) => {
      const outcomes = deeds.map(deed => {
        const next = transition({ state, papers, emergency }, deed);
        return 'code' in next ? '' : `${next.state}/${next.papers}`;
      });
      expect(outcomes).toEqual(after);
    },
  );

  test('a refusal names the deed and the state', () => {
    expect(transition({ state: 'rejected', papers: 'none', emergency: false }, 'approve')).toEqual({
      code: 'leave.stateForbids',
      params: { deed: 'approve', state: 'rejected' },
    });
    expect(transition({ state: 'approved', papers: 'none', emergency: false }, 'handInPapers')).toEqual({
      code: 'leave.noPapersDue',
      params: { papers: 'none' },
    });
  });
});

test.each([
  ['pending', '2026-11-24 10:00', 'withdraw'],
  ['approved', '2026-11-24 07:59', 'cancel'],
  ['approved', '2026-11-24 08:00', 'ask'],
  ['approved', '2026-11-25 13:29', 'ask'],
  ['approved', '2026-11-25 17:29', 'leave.nothingLeft'],
  ['approved', '2026-11-25 17:30', 'leave.over'],
  ['rejected', '2026-11-20 10:00', 'leave.stateForbids'],
] as [LeaveState, string, string][])('giving back a leave that is %s, at %s: %s', (state, when, way) => {
  const now = instantOf(when.slice(0, 10), when.slice(11), zone);
  const answer = wayBack({ state, span: whole('2026-11-24', '2026-11-25') }, now, { calendar, hours, zone });
  expect(typeof answer === 'string' ? answer : answer.code).toBe(way);
});

describe('over before 1 June 2026, so that its reason is no longer kept', () => {
  const limit = { date: '2026-06-01', instant: instantOf('2026-06-01', '00:00', zone) };
  const before = new Date(limit.instant.getTime() - 1);

  test.each<[string, [LeaveState, PapersState, CivilDate, Date, boolean], boolean]>([
    ['approved, ended the day before', ['approved', 'none', '2026-05-31', before, true], true],
    ['rejected', ['rejected', 'none', '2026-05-31', before, true], true],
    ['withdrawn', ['withdrawn', 'none', '2026-05-31', before, true], true],
    ['cancelled', ['cancelled', 'none', '2026-05-31', before, true], true],
    ['its papers handed in', ['approved', 'handed-in', '2026-05-31', before, true], true],
    ['its papers overdue', ['approved', 'overdue', '2026-05-31', before, true], true],
    ['its papers still due', ['approved', 'due', '2026-05-31', before, true], false],
    ['never decided', ['pending', 'none', '2026-05-31', before, true], false],
    ['ending on that day', ['approved', 'none', '2026-06-01', before, true], false],
    ['changed on that day', ['approved', 'none', '2026-05-31', limit.instant, true], false],
    ['something about it not settled', ['approved', 'none', '2026-05-31', before, false], false],
  ])('%s', (_, [state, papers, to, changedAt, settled], over) => {
    expect(leaveOver({ state, papers, to, changedAt }, settled, limit)).toBe(over);
  });
});
