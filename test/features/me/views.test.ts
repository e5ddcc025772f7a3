import { validateMessage } from '@tiaoli/block-kit';
import { describe, expect, it } from 'vitest';
import { ownApprovalLines } from '../../../src/features/approval/views.ts';
import { ownPunchLines } from '../../../src/features/attendance/views.ts';
import type { LeaveFacts } from '../../../src/features/leave/messages.ts';
import { ownLeaveLines } from '../../../src/features/leave/views.ts';
import type { OwnRecord } from '../../../src/features/me/messages.ts';
import { ownRecordSaid, welcomeSaid } from '../../../src/features/me/views.ts';
import { ownMeetingLines } from '../../../src/features/meeting/views.ts';
import { findArticle } from '../../../src/features/rulebook/rules.ts';
import { ownCaseLines } from '../../../src/features/violation/listViews.ts';
import type { Reader } from '../../../src/locales/reader.ts';
import { articles } from '../../support/rulebook.ts';
import { readerOf } from '../../support/speech.ts';

const ids = Array.from({ length: 300 }, (_, index) => `U0ABCDEF${String(index).padStart(3, '0')}`);
const leave: LeaveFacts = {
  id: 1,
  memberId: 'U1',
  kind: 'trip',
  span: { from: '2026-12-01', fromHalf: 'pm', to: '2026-12-11', toHalf: 'am' },
  halfDays: 16,
  reason: 'x'.repeat(3_000),
  emergency: false,
  provisional: false,
  state: 'approved',
  papers: 'overdue',
  papersDueOn: '2026-12-14',
  taken: [{ year: '2026', current: true, kinds: [{ kind: 'annual', halfDays: 20 }] }],
  givenBack: null,
};
const case_ = {
  id: 12,
  article: '1.9',
  tier: 'jd',
  rule: findArticle('1.9', articles) ?? null,
  date: '2026-12-01',
  amount: null,
  count: 1,
  notice: true,
  consequence: null,
  state: 'upheld',
} as const;
const full: OwnRecord = {
  memberId: 'U1',
  today: '2026-12-15',
  posts: ['president', 'manager', 'supervisor', 'presales'],
  leaderId: 'U2',
};

const requests = Array(10).fill({
  matter: { kind: 'leave', facts: leave },
  concernsId: 'U1',
  requestedAt: '2026-12-01T00:00:00Z',
  deciders: ids,
});
const month = {
  onTime: 1,
  late: { times: 2, minutes: 1 },
  early: { times: 1, minutes: 30 },
  missing: 4,
  excused: 5,
};
const sections = (reader: Reader) => [
  ...ownApprovalLines({ requests, requestsLeft: 90, waiting: 300 }, reader),
  ...ownLeaveLines(
    {
      taken: { year: '2026', current: true, kinds: [{ kind: 'sick', halfDays: 1 }] },
      coming: Array(60).fill(leave),
      pending: 60,
      papers: Array(60).fill(leave),
    },
    reader,
  ),
  ...ownPunchLines({ today: null, month }, reader).filter(lines => lines.length > 0),
  ...ownMeetingLines({ present: 1, late: 2, excused: 3, absent: 4 }, reader),
  ...ownCaseLines(
    {
      cases: Array(400).fill(case_),
      heard: Array(400).fill({ ...case_, accusedId: 'U1', hearingUntil: '2026-12-03T09:30:00Z' }),
      noticesThisYear: 400,
      noticeThreshold: 3,
    },
    reader,
  ),
];

describe.each(['zh-CN', 'en'] as const)('in %s', locale => {
  const reader = readerOf(locale, 'Asia/Shanghai');

  it('the fullest record fits, and says how much more there is', () => {
    const said = ownRecordSaid(full, sections(reader), reader);
    expect(validateMessage(said)).toEqual([]);
    for (const left of ['50', '90', '390']) expect(said.text).toContain(left);
    expect(said.text).not.toContain('xxx');
  });

  it('the welcome fits three hundred leaders, and none', () => {
    expect(validateMessage(welcomeSaid(ids, reader))).toEqual([]);
    expect(validateMessage(welcomeSaid([], reader))).toEqual([]);
  });
});
