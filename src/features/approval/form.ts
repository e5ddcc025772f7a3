/** The form that asks for the reason of a decision against. */
import type { InputBlock, ModalView } from '@slack/types';
import type { Field, FieldValues } from '../../kernel/otherwise.ts';
import type { Reader } from '../../locales/reader.ts';
import type { Post } from '../../member/post.ts';
import { context, option, plain, textInput } from '../../slack/button.ts';
import type { FormValues } from '../../slack/command.ts';
import type { ApprovalCard } from './messages.ts';
import { lineOf, tellingOf } from './views.ts';

/** Block and action id alike, so that a fault finds its input. */
export const RECOMMENDATION = 'approval.recommendation';
export const REASON = 'approval.why';

/** Where the button stood that opened a form: the rows of its list, in order, and the message that holds it. */
export interface Behind {
  token: string;
  rows: readonly string[];
  place: string | null;
}

/** As it travels in the metadata of a form: the token alone where there is no list to draw anew. */
function carried({ token, rows, place }: Behind): string {
  return place === null || rows.length === 0 ? token : [token, rows.join(), place].join(' ');
}

/** What a form carried. */
export function behindOf(metadata: string): Behind {
  const [token = '', rows = '', place = null] = metadata.split(' ');
  return { token, rows: rows === '' ? [] : rows.split(','), place };
}

/** Asks for the reason. */
export function reasonForm(card: ApprovalCard, behind: Behind, reader: Reader): ModalView {
  const { approval: words, common } = reader.t;
  const { matter, authority } = card;
  const { reject: verdict } = tellingOf(matter, reader).buttons(matter.facts, authority, reader);
  return {
    type: 'modal',
    callback_id: 'approval.reason',
    private_metadata: carried(behind),
    title: plain(verdict, 24),
    submit: plain(verdict, 24),
    close: plain(common.cancel, 24),
    blocks: [
      textInput({
        id: REASON,
        label: words.reasonLabel,
        hint: words.reasonHint,
        max: 1000,
        multiline: true,
        focus: true,
      }),
    ],
  };
}

/** Asks how it is decided where neither for nor against will do. */
export function otherwiseForm(card: ApprovalCard, behind: Behind, reader: Reader): ModalView | null {
  const { common } = reader.t;
  const { matter, authority } = card;
  const { otherwise } = tellingOf(matter, reader);
  const title = otherwise?.button(matter.facts, authority, reader) ?? null;
  if (otherwise === undefined || title === null) return null;
  return {
    type: 'modal',
    callback_id: 'approval.otherwise',
    private_metadata: carried(behind),
    title: plain(title, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks: [context(lineOf(matter, reader)), ...otherwise.fields(matter.facts, authority, reader).map(inputOf)],
  };
}

function inputOf(field: Field): InputBlock {
  const { id, label } = field;
  if (field.kind === 'text') {
    const { hint, max, initial = '', optional = false, multiline = false } = field;
    return textInput({
      id,
      label,
      hint,
      max,
      initial,
      ...(optional ? { optional } : {}),
      ...(multiline ? { multiline } : {}),
    });
  }
  if (field.kind === 'check') {
    const yes = option(field.option, 'yes');
    const initial = field.on ? { initial_options: [yes] } : {};
    const element = { type: 'checkboxes' as const, action_id: id, options: [yes], ...initial };
    return { type: 'input', block_id: id, optional: true, label: plain(label), element };
  }
  const options = field.options.map(({ text, value }) => option(text, value));
  const initial = options[0] === undefined ? {} : { initial_option: options[0] };
  const element = { type: 'radio_buttons' as const, action_id: id, options, ...initial };
  return { type: 'input', block_id: id, label: plain(label), element };
}

/** What stands in the fields of such a form. */
export function fieldsIn(values: FormValues): FieldValues {
  return id => {
    const value = values[id] ?? '';
    return typeof value === 'string' ? value : (value[0] ?? '');
  };
}

/** Asks for the words that go with a recommendation to those of the next level; they may be left out. */
export function recommendForm(to: readonly Post[], behind: Behind, reader: Reader): ModalView {
  const { approval: words, common } = reader.t;
  return {
    type: 'modal',
    callback_id: 'approval.recommend',
    private_metadata: carried(behind),
    title: plain(words.recommendTitle, 24),
    submit: plain(words.recommendSubmit(to), 24),
    close: plain(common.cancel, 24),
    blocks: [
      textInput({
        id: RECOMMENDATION,
        label: words.recommendLabel(to),
        hint: words.recommendHint(to),
        max: 1000,
        multiline: true,
        optional: true,
        focus: true,
      }),
    ],
  };
}
