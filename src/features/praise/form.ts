/** The form for praises: what filing it would come to stands below while it is filled in. */
import type { InputBlock, ModalView } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import type { CivilDate } from '../../kernel/civil.ts';
import { type AmountUnit, type Fen, parseAmount } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Reader, sentenceFor } from '../../locales/reader.ts';
import { option, plain, section, textIn, textInput } from '../../slack/button.ts';
import type { FormValues } from '../../slack/command.ts';
import { type Filing, routeTexts } from './routeViews.ts';
import { MAX_PEOPLE, MAX_WHY } from './rules.ts';

/** What stands in the form, as typed and chosen so far. */
export interface PraiseDraft {
  people: readonly string[];
  amount: string;
  date: CivilDate;
  notice: boolean;
  why: string;
}

/** Ids of blocks and actions alike, so that a fault finds its input. */
export const PRAISE_FIELDS = {
  people: 'praise.people',
  amount: 'praise.amount',
  date: 'praise.date',
  why: 'praise.why',
  notice: 'praise.notice',
} as const;

/** What the draft would come to; null while nobody is chosen. */
export type DraftOutlook = readonly Filing[] | Refusal | null;

/** `token`: of the line it was opened to change, '' for none. */
export function praiseForm(draft: PraiseDraft, outlook: DraftOutlook, reader: Reader, token = ''): ModalView {
  const { praise: words, common } = reader.t;
  return {
    type: 'modal',
    callback_id: 'praise.form',
    ...(token === '' ? {} : { private_metadata: token }),
    title: plain(words.formTitle, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks: [
      peopleInput(draft, reader),
      textInput({
        id: PRAISE_FIELDS.why,
        label: words.whyLabel,
        hint: words.whyHint,
        max: MAX_WHY,
        initial: draft.why,
        multiline: true,
      }),
      textInput({
        id: PRAISE_FIELDS.amount,
        label: words.amountLabel,
        hint: words.amountHint,
        max: 20,
        initial: draft.amount,
        optional: true,
        live: true,
      }),
      dateInput(draft, reader),
      noticeInput(draft, reader),
      { type: 'divider' },
      { ...section(outlookText(outlook, reader)), block_id: 'praise.preview' },
    ],
  };
}

/** What stands in place of the form once it was sent. */
export function praiseSent(text: string, reader: Reader): ModalView {
  return {
    type: 'modal',
    callback_id: 'praise.sent',
    title: plain(reader.t.praise.formTitle, 24),
    close: plain(reader.t.common.close, 24),
    blocks: chunks(text.split('\n'), 2_900).map((part, index) => ({
      ...section(part),
      block_id: index === 0 ? 'praise.sent' : `praise.sent.${index}`,
    })),
  };
}

/** The form's values as a draft; `fallback` is the day where none is chosen. */
export function draftOf(values: FormValues, fallback: CivilDate): PraiseDraft {
  const people = values[PRAISE_FIELDS.people];
  return {
    people: Array.isArray(people) ? people : [],
    amount: textIn(values, PRAISE_FIELDS.amount).trim(),
    date: textIn(values, PRAISE_FIELDS.date) || fallback,
    notice: (values[PRAISE_FIELDS.notice] ?? []).includes('yes'),
    why: textIn(values, PRAISE_FIELDS.why),
  };
}

/** The amount the draft names; null for none. */
export function amountIn({ amount: text }: PraiseDraft, unit: AmountUnit): Fen | null | Refusal {
  if (text === '') return null;
  const read = parseAmount(text, unit);
  return 'fen' in read ? read.fen : refuse('praise.badAmount', { text, fault: read.fault });
}

/** The input a refusal speaks about; what is not about another input is about the people. */
export function fieldOf({ code }: Refusal): string {
  if (code.startsWith('praise.why') || code === 'praise.duplicate') return PRAISE_FIELDS.why;
  if (code.startsWith('praise.date')) return PRAISE_FIELDS.date;
  return code === 'praise.badAmount' ? PRAISE_FIELDS.amount : PRAISE_FIELDS.people;
}

function outlookText(outlook: DraftOutlook, reader: Reader): string {
  const { praise: words } = reader.t;
  if (outlook === null) return words.chooseFirst;
  if ('code' in outlook) return `:warning: ${sentenceFor(outlook, reader)}`;
  return routeTexts(outlook, words.preview, reader).join('\n');
}

function peopleInput({ people }: PraiseDraft, { t }: Reader): InputBlock {
  const id = PRAISE_FIELDS.people;
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(t.praise.peopleLabel),
    element: {
      type: 'multi_users_select',
      action_id: id,
      max_selected_items: MAX_PEOPLE,
      ...(people.length === 0 ? {} : { initial_users: [...people] }),
    },
  };
}

function dateInput({ date }: PraiseDraft, { t }: Reader): InputBlock {
  const id = PRAISE_FIELDS.date;
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(t.praise.dateLabel),
    element: { type: 'datepicker', action_id: id, initial_date: date },
  };
}

function noticeInput({ notice }: PraiseDraft, { t: { praise: words } }: Reader): InputBlock {
  const id = PRAISE_FIELDS.notice;
  const yes = option(words.noticeOption, 'yes', words.noticeHint);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(words.noticeLabel),
    element: { type: 'checkboxes', action_id: id, options: [yes], ...(notice ? { initial_options: [yes] } : {}) },
  };
}
