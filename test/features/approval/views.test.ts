import { validateMessage } from '@tiaoli/block-kit';
import { describe, expect, it, test } from 'vitest';
import { reasonForm } from '../../../src/features/approval/form.ts';
import type { ApprovalCard } from '../../../src/features/approval/messages.ts';
import { approvalDrawings, cardMessage, waitingList } from '../../../src/features/approval/views.ts';
import type { LeaveFacts } from '../../../src/features/leave/messages.ts';
import { leaveList } from '../../../src/features/leave/views.ts';
import { readerOf } from '../../support/speech.ts';

const leave: LeaveFacts = {
  id: 1_000_000,
  memberId: 'U'.repeat(12),
  kind: 'compensatory',
  span: { from: '2026-12-01', fromHalf: 'pm', to: '2027-12-02', toHalf: 'am' },
  halfDays: 521,
  reason: '',
  emergency: true,
  provisional: true,
  state: 'pending',
  papers: 'overdue',
  papersDueOn: null,
  taken: [{ year: '2026', current: true, kinds: [{ kind: 'annual', halfDays: 13 }] }],
  givenBack: null,
};
const card: ApprovalCard = {
  token: '0123456789abcdef01234567',
  authority: 'leave',
  requesterId: 'U'.repeat(12),
  concernsId: 'U'.repeat(12),
  requestedAt: '2026-12-01T00:00:00.000Z',
  mine: true,
  onBehalfOf: 'W'.repeat(12),
  escalated: true,
  matter: { kind: 'leave', facts: leave },
  decision: null,
};
const decision = {
  state: 'rejected',
  by: 'U'.repeat(12),
  onBehalfOf: 'W'.repeat(12),
  at: '2026-12-01T00:00:00.000Z',
  takenBack: null,
} as const;

const reasons: [string, string][] = [
  ['plain', 'x'.repeat(3_000)],
  ['signs written as entities', '&'.repeat(3_000)],
  ['lines', 'a\n'.repeat(1_500)],
  ['emoji', '👩‍👩‍👧‍👦'.repeat(270)],
  ['nothing seen', '\u200b\n'.repeat(1_500)],
  ['empty', ''],
];

describe.each(['zh-CN', 'en'] as const)('within the limits of Block Kit, in %s', locale => {
  const reader = readerOf(locale, 'Asia/Shanghai');

  test.each(reasons)('a card, pending and decided, and its list: %s', (_, reason) => {
    const pending: ApprovalCard = { ...card, matter: { kind: 'leave', facts: { ...leave, reason } } };
    const decided = { ...pending, decision: { ...decision, reason: reason.slice(0, 1_000) } };
    const loan = { principalId: 'U1', delegateId: 'U2', from: '2026-12-01', to: '2026-12-05' };
    const many = Array.from({ length: 300 }, (_, index) => ({ ...pending, token: `token${index}` }));
    for (const said of [cardMessage(pending, reader), cardMessage(decided, reader), waitingList(many, loan, reader)]) {
      expect(validateMessage(said)).toEqual([]);
    }
    const answer = approvalDrawings['approval.decided']({ matter: pending.matter, decision: decided.decision }, reader);
    expect(validateMessage(answer)).toEqual([]);
  });

  it('a reminder of many, and a list of many leaves', () => {
    const each = {
      concernsId: 'U'.repeat(12),
      kind: 'cancellation',
      requestedOn: '2026-12-01',
      expires: null,
    } as const;
    const waiting = Array.from({ length: 300 }, () => each);
    expect(validateMessage(approvalDrawings['approval.reminder']({ waiting, passedOn: true }, reader))).toEqual([]);
    const leaves = Array.from({ length: 300 }, () => leave);
    const listed = leaves.map(leave => ({ ...leave, backAsked: null }));
    expect(validateMessage(leaveList(listed, reader))).toEqual([]);
  });

  it.each(['leave', 'cancellation'] as const)('the form for a reason against a %s', kind => {
    const view = reasonForm({ ...card, matter: { kind, facts: leave } }, { token: 'x', rows: [], place: null }, reader);
    for (const { text } of [view.title, view.submit, view.close].flatMap(label => label ?? [])) {
      expect(text.length).toBeLessThanOrEqual(24);
    }
  });
});

describe('a list', () => {
  it('says how much of it is not shown', () => {
    const reader = readerOf('en', 'Asia/Shanghai');
    const many = Array.from({ length: 30 }, (_, index) => ({ ...card, token: `token${index}` }));
    const { blocks, text } = waitingList(many, null, reader);
    const shown = blocks?.filter(({ type }) => type === 'actions').length ?? 0;
    expect(shown).toBeGreaterThan(3);
    expect(text).toContain(`… and ${30 - shown} more`);
  });
});
