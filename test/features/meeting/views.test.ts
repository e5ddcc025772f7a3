import { validateMessage, validateView } from '@tiaoli/block-kit';
import { describe, expect, it } from 'vitest';
import type { MeetingPlan, MeetingSheet, MonthlyFacts, SeenSheet } from '../../../src/features/meeting/messages.ts';
import { monthlyForm } from '../../../src/features/meeting/monthly/views.ts';
import { planMessage, sheetsMessage } from '../../../src/features/meeting/planViews.ts';
import { reportForm } from '../../../src/features/meeting/report/form.ts';
import { rollSections } from '../../../src/features/meeting/rollViews.ts';
import { meetingDrawings } from '../../../src/features/meeting/views.ts';
import { shown } from '../../support/shown.ts';
import { readerOf } from '../../support/speech.ts';

const readers = [readerOf('zh-CN', 'Asia/Shanghai'), readerOf('en', 'Asia/Shanghai')];
const english = readerOf('en', 'Asia/Shanghai');
const at = '2026-12-01T00:00:00.000Z'; // 08:00 in Shanghai
const statuses = ['present', 'late', 'excused', 'absent'] as const;
const nasty = '*<!channel>* & `x` _y_ '.repeat(50);

/** 300 people with names of 200 characters and ids of 40. */
function crowded(state: MeetingSheet['state']): MeetingSheet {
  const lines = Array.from({ length: 300 }, (_, number) => {
    const status = statuses[number % 4] ?? 'present';
    const signed = status === 'present' || status === 'late';
    return {
      memberId: `U${String(number).padStart(39, '0')}`,
      name: '<名字&*'.repeat(50),
      status,
      at: signed ? at : null,
      reported: number % 3 === 0,
    };
  });
  const date = '2026-12-01';
  return {
    id: 1,
    kind: 'morning',
    date,
    startsAt: at,
    closesAt: at,
    state,
    begun: true,
    late: true,
    lines,
    awaited: 0,
    reports: 300,
  };
}

/** Nobody has signed and everybody is on leave. */
function allExcused(): MeetingSheet {
  const sheet = crowded('open');
  return { ...sheet, lines: sheet.lines.map(line => ({ ...line, status: 'excused', at: null })) };
}

const monthly: MonthlyFacts = { month: '2026-12', latest: '2026-12-10', state: 'open', owed: true, set: null };
const set: MonthlyFacts = { ...monthly, state: 'set', set: { startsAt: at, date: '2026-12-01', by: 'manager' } };
const overdue: MonthlyFacts = { ...monthly, state: 'overdue' };
const unowed: MonthlyFacts = { ...monthly, state: 'unowed', owed: false };
const written = {
  name: nasty,
  post: 'presales' as const,
  status: 'late' as const,
  yesterday: nasty,
  today: nasty,
  blockers: nasty,
};

describe.each(readers)('every message of meetings fits Block Kit: $locale', reader => {
  it.each([
    meetingDrawings['meeting.sheet']({ ...crowded('open'), begun: false, late: false }, reader),
    meetingDrawings['meeting.sheet'](crowded('open'), reader),
    meetingDrawings['meeting.sheet'](allExcused(), reader),
    meetingDrawings['meeting.sheet'](crowded('closed'), reader),
    meetingDrawings['meeting.reports']({ date: '2026-12-01', page: 1, pages: 2, reports: [written] }, reader),
    ...[monthly, set, overdue, unowed].flatMap(facts => [
      meetingDrawings['meeting.monthlyAsk'](facts, reader),
      meetingDrawings['meeting.monthlySet']({ monthly: facts, by: 'manager', from: at }, reader),
      meetingDrawings['meeting.monthlyOverdue'](facts, reader),
      planMessage(plan(facts), { takesPart: true, setsMonthly: true }, reader),
    ]),
    sheetsMessage(seen(true), reader),
    sheetsMessage(seen(false), reader),
  ])('%#', ({ text, blocks }) => {
    expect(validateMessage({ text, blocks })).toEqual([]);
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(shown({ blocks: blocks ?? [] })).not.toContain('<!channel>');
  });

  it('and the forms too, empty and full', () => {
    const draft = { yesterday: 'x'.repeat(1000), today: 'y', blockers: '' };
    const [startsAt, closesAt] = [new Date(at), new Date(at)];
    const reported = { id: 1, kind: 'morning', date: '2026-12-01', startsAt, closesAt, ahead: false } as const;
    const forms = [
      reportForm({ meeting: reported, draft: null }, reader),
      reportForm({ meeting: { ...reported, id: null, ahead: true }, draft }, reader),
      ...[monthly, overdue, unowed].map(facts => monthlyForm(facts, { date: '2026-12-08', time: '14:00' }, reader)),
    ];
    expect(forms.map(validateView)).toEqual(forms.map(() => []));
  });
});

describe('a closed sheet', () => {
  const lines = statuses.flatMap(status =>
    [true, false].map(reported => ({
      memberId: `${status} ${reported}`,
      name: `${reported ? '写了' : '没写'} · ${status} ${reported ? 'with' : 'without'}`,
      status,
      at: null,
      reported,
    })),
  );
  const numbers = '*8* people expected: *2* on time, *2* late, *2* on leave or a trip, *2* absent';

  it('counts those whose reports name them, and calls nobody', () => {
    const sheet: MeetingSheet = { ...crowded('closed'), late: false, lines, reports: 4 };
    expect(shown(meetingDrawings['meeting.sheet'](sheet, english))).toBe(
      [
        'Morning meeting: sign-in · 2026-12-01 (Tue) 08:00',
        numbers,
        '*On time, no report* (1)\npresent without\n*late* (1)\nlate without\n*on leave or a trip* (1)\nexcused without\n*absent* (1)\nabsent without',
        'The sheet closed at 08:00 · 4 who reported: see the reports below',
      ].join('\n'),
    );
  });

  it('names everybody where nobody reports', () => {
    const unreported = lines.filter(({ reported }) => !reported);
    const sheet: MeetingSheet = { ...crowded('closed'), kind: 'weekly', late: false, lines: unreported, reports: null };
    expect(shown(meetingDrawings['meeting.sheet'](sheet, english))).toContain('*on time* (1)\npresent without');
  });
});

it('lists that do not fit say how many are left out, each by its share', () => {
  const groups = [
    { label: 'A', people: Array.from({ length: 100 }, () => 'x'.repeat(18)) },
    { label: 'B', people: [] },
    { label: 'C', people: Array.from({ length: 10 }, () => 'y'.repeat(18)) },
  ];
  const texts = rollSections(groups, 1100, english).map(({ text }) => text?.text ?? '');
  const lines = texts.join('\n').split('\n');
  expect(lines.filter(line => !line.startsWith('x') && !line.startsWith('y'))).toEqual([
    '*A* (100)',
    '… and 50 more',
    '*C* (10)',
    '… and 5 more',
  ]);
});

function plan(facts: MonthlyFacts): MeetingPlan {
  const hours = { startsAt: at, closesAt: at, reportedAhead: false };
  const line = { id: 1, kind: 'morning', date: '2026-12-01', mine: null, ...hours } as const;
  return {
    lines: [
      { ...line, state: 'open' },
      { ...line, state: 'closed', kind: 'monthly', mine: 'late' },
      { ...line, id: null, state: 'planned', date: '2026-12-02', reportedAhead: true },
      { ...line, id: null, state: 'missed', date: '2026-12-03' },
    ],
    monthly: facts,
    provisional: true,
  };
}

function seen(whole: boolean): SeenSheet[] {
  return (['open', 'closed', 'closed', 'closed'] as const).map(state => ({ sheet: crowded(state), mine: null, whole }));
}
