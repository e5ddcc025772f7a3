/** The form for a leave or a trip, with what would become of it shown while it is filled in. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Refusal } from '../../kernel/refusal.ts';
import { type Reader, sentenceFor } from '../../locales/reader.ts';
import type { Member } from '../../member/rules.ts';
import { context, option, plain, section, textInput } from '../../slack/button.ts';
import type { Half } from '../calendar/span.ts';
import { LEAVE_KINDS, type LeaveKind } from './kind.ts';
import { type LeaveJudgement, MOST_REASON, mayBeEmergency, needsReason } from './rules.ts';
import { namesOf } from './views.ts';

export interface LeaveDraft {
  command: '/leave' | '/trip';
  kind: LeaveKind;
  from: string;
  fromHalf: Half;
  /** Null: the first day is the only one. */
  to: string | null;
  toHalf: Half;
  reason: string;
  emergency: boolean;
}

/** What the draft would come to: the length and the approvers, or the refusal it would meet. */
export type DraftOutcome = { judgement: LeaveJudgement; approvers: readonly Member[] } | Refusal;

/** Ids of blocks and actions alike, so that a fault finds its input. */
export const LEAVE_FIELDS = {
  kind: 'leave.kind',
  from: 'leave.from',
  fromHalf: 'leave.fromHalf',
  to: 'leave.to',
  toHalf: 'leave.toHalf',
  reason: 'leave.reason',
  emergency: 'leave.emergency',
} as const;

export function leaveForm(draft: LeaveDraft, outcome: DraftOutcome, reader: Reader): ModalView {
  const { t } = reader;
  const { leave: words } = t;
  const trip = draft.command === '/trip';
  const blocks: KnownBlock[] = [];
  if (!trip) blocks.push(kindInput(draft, reader));
  blocks.push(
    dateInput(LEAVE_FIELDS.from, words.from, draft.from),
    halfInput(LEAVE_FIELDS.fromHalf, words.fromHalf, draft.fromHalf, reader),
    { ...dateInput(LEAVE_FIELDS.to, words.to, draft.to), optional: true, hint: plain(words.toHint) },
    halfInput(LEAVE_FIELDS.toHalf, words.toHalf, draft.toHalf, reader),
    // Below the fold nobody would see it change.
    preview(outcome, reader),
    reasonInput(draft, reader),
  );
  if (mayBeEmergency(draft.kind)) blocks.push(emergencyInput(draft, reader));
  blocks.push(context(trip ? words.tripRule : words.leaveRule));
  return {
    type: 'modal',
    callback_id: 'leave.form',
    private_metadata: draft.command,
    title: plain(trip ? words.tripTitle : words.leaveTitle, 24),
    submit: plain(t.common.submit, 24),
    close: plain(t.common.cancel, 24),
    blocks,
  };
}

/** What stands in place of the form once it was sent. */
export function leaveSent(text: string, command: string, reader: Reader): ModalView {
  const { t } = reader;
  return {
    type: 'modal',
    callback_id: 'leave.sent',
    title: plain(command === '/trip' ? t.leave.tripTitle : t.leave.leaveTitle, 24),
    close: plain(t.common.close, 24),
    blocks: [section(text)],
  };
}

function preview(outcome: DraftOutcome, reader: Reader): KnownBlock {
  const { leave: words, common } = reader.t;
  if ('code' in outcome) return { ...section(`:warning: ${sentenceFor(outcome, reader)}`), block_id: 'leave.preview' };
  const { judgement, approvers } = outcome;
  const lines = [words.preview(common.days(judgement.halfDays), namesOf(approvers))];
  if (judgement.provisional) lines.push(words.provisional);
  return { ...section(lines.join('\n')), block_id: 'leave.preview' };
}

function kindInput({ kind }: LeaveDraft, { t }: Reader): InputBlock {
  const options = LEAVE_KINDS.filter(each => each !== 'trip').map(each => option(t.leave.kinds[each], each));
  const chosen = options.find(({ value }) => value === kind);
  return {
    type: 'input',
    block_id: LEAVE_FIELDS.kind,
    dispatch_action: true,
    label: plain(t.leave.kind),
    element: {
      type: 'static_select',
      action_id: LEAVE_FIELDS.kind,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
  };
}

function dateInput(id: string, label: string, initial: string | null): InputBlock {
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(label),
    element: { type: 'datepicker', action_id: id, ...(initial === null ? {} : { initial_date: initial }) },
  };
}

function halfInput(id: string, label: string, half: Half, { t }: Reader): InputBlock {
  const options = [option(t.common.half.am, 'am'), option(t.common.half.pm, 'pm')];
  const chosen = options.find(({ value }) => value === half);
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(label),
    element: { type: 'static_select', action_id: id, options, ...(chosen ? { initial_option: chosen } : {}) },
  };
}

function reasonInput({ reason, kind }: LeaveDraft, { t }: Reader): InputBlock {
  return textInput({
    id: LEAVE_FIELDS.reason,
    label: kind === 'trip' ? t.leave.tripReasonLabel : t.leave.reasonLabel,
    hint: t.leave.reasonHint,
    max: MOST_REASON,
    initial: reason,
    multiline: true,
    optional: !needsReason(kind),
  });
}

function emergencyInput({ emergency }: LeaveDraft, { t }: Reader): InputBlock {
  const yes = option(t.leave.emergency, 'yes', t.leave.emergencyHint);
  return {
    type: 'input',
    block_id: LEAVE_FIELDS.emergency,
    optional: true,
    dispatch_action: true,
    label: plain(t.leave.emergencyLabel),
    element: {
      type: 'checkboxes',
      action_id: LEAVE_FIELDS.emergency,
      options: [yes],
      ...(emergency ? { initial_options: [yes] } : {}),
    },
  };
}
