/** The form that asks for the reason of a decision against. */
import type { ModalView } from '@slack/types';
import type { Reader } from '../../locales/reader.ts';
import { plain, textInput } from '../../slack/button.ts';
import type { ApprovalCard } from './messages.ts';
import { tellingOf } from './views.ts';

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

/** Asks for the words that go with a recommendation to the president; they may be left out. */
export function recommendForm(behind: Behind, reader: Reader): ModalView {
  const { approval: words, common } = reader.t;
  return {
    type: 'modal',
    callback_id: 'approval.recommend',
    private_metadata: carried(behind),
    title: plain(words.recommendTitle, 24),
    submit: plain(words.recommendSubmit, 24),
    close: plain(common.cancel, 24),
    blocks: [
      textInput({
        id: RECOMMENDATION,
        label: words.recommendLabel,
        hint: words.recommendHint,
        max: 1000,
        multiline: true,
        optional: true,
        focus: true,
      }),
    ],
  };
}
