/** The forms of a handover: a new note with where it would go, somebody to hand it on to, and what is to be added. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { day, person, type Reader, sentenceFor } from '../../locales/reader.ts';
import { context, option, plain, section, textIn, textInput } from '../../slack/button.ts';
import type { FormValues } from '../../slack/command.ts';
import type { DraftOutlook, NoteDraft, NoteFacts } from './messages.ts';
import { MOST_CUSTOMER, MOST_MATTER, PLATFORMS, URGENCIES } from './rules.ts';
import { noteLine } from './views.ts';

/** Ids of blocks and actions alike, so that a fault finds its input. */
export const NOTE_FIELDS = {
  receiver: 'handover.receiver',
  customer: 'handover.customer',
  platform: 'handover.platform',
  matter: 'handover.matter',
  urgency: 'handover.urgency',
  announce: 'handover.announce',
} as const;
export const HAND_ON_TO = 'handover.handOnTo';
export const ADDED = 'handover.added';

export function noteForm(draft: NoteDraft, outlook: DraftOutlook | Refusal, reader: Reader): ModalView {
  const { handover: words, common } = reader.t;
  const blocks: KnownBlock[] = [
    receiverInput(draft, reader),
    { ...section(outlookText(outlook, reader)), block_id: 'handover.preview' },
    textInput({
      id: NOTE_FIELDS.customer,
      label: words.customer,
      hint: words.customerHint,
      max: MOST_CUSTOMER,
      initial: draft.customer,
    }),
    platformInput(draft, reader),
    textInput({
      id: NOTE_FIELDS.matter,
      label: words.matter,
      hint: words.matterHint,
      max: MOST_MATTER,
      initial: draft.matter,
      multiline: true,
    }),
    urgencyInput(draft, reader),
    announceInput(draft, reader),
  ];
  return {
    type: 'modal',
    callback_id: 'handover.form',
    title: plain(words.formTitle, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks,
  };
}

/** What is typed in the form so far. */
export function draftOf(values: FormValues): NoteDraft {
  const [platform, urgency] = [textIn(values, NOTE_FIELDS.platform), textIn(values, NOTE_FIELDS.urgency)];
  return {
    receiverId: textIn(values, NOTE_FIELDS.receiver) || null,
    customer: textIn(values, NOTE_FIELDS.customer),
    platform: PLATFORMS.find(one => one === platform) ?? null,
    matter: textIn(values, NOTE_FIELDS.matter),
    urgency: URGENCIES.find(one => one === urgency) ?? 'normal',
    announced: (values[NOTE_FIELDS.announce] ?? []).includes('yes'),
  };
}

/** The input a refusal speaks about. */
export function fieldOf({ code }: Refusal): string {
  if (code === 'handover.customerMissing' || code === 'handover.customerTooLong') return NOTE_FIELDS.customer;
  if (code === 'handover.matterMissing' || code === 'handover.matterTooLong' || code === 'handover.givenAlready')
    return NOTE_FIELDS.matter;
  return NOTE_FIELDS.receiver;
}

/** What stands in place of a form once it was sent. */
export function noteSent(title: string, text: string, { t }: Reader): ModalView {
  return {
    type: 'modal',
    callback_id: 'handover.sent',
    title: plain(title, 24),
    close: plain(t.common.close, 24),
    blocks: [section(text)],
  };
}

/** Asks to whom a note is handed on; its number travels in the metadata. */
export function handOnForm(note: NoteFacts, reader: Reader): ModalView {
  const { handover: words } = reader.t;
  const element = { type: 'users_select', action_id: HAND_ON_TO } as const;
  const input: InputBlock = { type: 'input', block_id: HAND_ON_TO, label: plain(words.handOnLabel), element };
  return aboutNote('handover.handOnForm', note, [words.handOnTitle, words.handOnSubmit], input, reader);
}

/** Asks what is to be added. */
export function addForm(note: NoteFacts, reader: Reader): ModalView {
  const { handover: words } = reader.t;
  const input = textInput({ id: ADDED, label: words.addLabel, max: MOST_MATTER, multiline: true, focus: true });
  return aboutNote('handover.addForm', note, [words.addTitle, words.addTitle], input, reader);
}

function aboutNote(
  callbackId: string,
  note: NoteFacts,
  [title, submit]: readonly [string, string],
  input: InputBlock,
  reader: Reader,
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: String(note.id),
    title: plain(title, 24),
    submit: plain(submit, 24),
    close: plain(reader.t.common.cancel, 24),
    blocks: [context(noteLine(note, reader)), input],
  };
}

function outlookText(outlook: DraftOutlook | Refusal, reader: Reader): string {
  const { handover: words, post } = reader.t;
  if (isRefusal(outlook)) return `:warning: ${sentenceFor(outlook, reader)}`;
  return outlook.to === 'person'
    ? words.previewPerson(person(outlook.id))
    : words.previewFirst(words.firstOf(post.posts[outlook.post], day(outlook.dueOn, reader)));
}

function receiverInput({ receiverId }: NoteDraft, { t: { handover: words } }: Reader): InputBlock {
  const id = NOTE_FIELDS.receiver;
  const chosen = receiverId === null ? {} : { initial_user: receiverId };
  return {
    type: 'input',
    block_id: id,
    optional: true,
    dispatch_action: true,
    label: plain(words.receiver),
    hint: plain(words.receiverHint),
    element: { type: 'users_select', action_id: id, ...chosen },
  };
}

function platformInput({ platform }: NoteDraft, { t: { handover: words } }: Reader): InputBlock {
  const id = NOTE_FIELDS.platform;
  const options = PLATFORMS.map(one => option(words.platforms[one], one));
  const chosen = options.find(({ value }) => value === platform);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(words.platform),
    element: { type: 'static_select', action_id: id, options, ...(chosen ? { initial_option: chosen } : {}) },
  };
}

function urgencyInput({ urgency }: NoteDraft, { t: { handover: words } }: Reader): InputBlock {
  const id = NOTE_FIELDS.urgency;
  const options = URGENCIES.map(one => option(words.urgencyOptions[one], one));
  const chosen = options.find(({ value }) => value === urgency);
  return {
    type: 'input',
    block_id: id,
    label: plain(words.urgency),
    element: { type: 'radio_buttons', action_id: id, options, ...(chosen ? { initial_option: chosen } : {}) },
  };
}

function announceInput({ announced }: NoteDraft, { t: { handover: words } }: Reader): InputBlock {
  const id = NOTE_FIELDS.announce;
  const yes = option(words.announce, 'yes', words.announceHint);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(words.announceLabel),
    element: { type: 'checkboxes', action_id: id, options: [yes], ...(announced ? { initial_options: [yes] } : {}) },
  };
}
