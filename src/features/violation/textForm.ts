/** The forms around a case that take one text, and what stands in place of a form once it was sent. */
import type { ModalView } from '@slack/types';
import type { Reader } from '../../locales/reader.ts';
import { context, plain, section, textInput } from '../../slack/button.ts';

/** What stands in place of a form once it was sent. */
export function sentView(title: string, text: string, reader: Reader): ModalView {
  return {
    type: 'modal',
    callback_id: 'violation.sent',
    title: plain(title, 24),
    close: plain(reader.t.common.close, 24),
    blocks: [{ ...section(text), block_id: 'violation.sent' }],
  };
}

/** A form for one text: the accused's answer, or appeal; the case's number travels in the metadata. */
export function textForm(kind: 'answer' | 'appeal', caseId: string, line: string, reader: Reader): ModalView {
  const { violation: words, common } = reader.t;
  const [title, label, hint] =
    kind === 'answer'
      ? [words.answerTitle, words.answerLabel, words.answerHint]
      : [words.appealTitle, words.appealLabel, words.appealHint];
  return {
    type: 'modal',
    callback_id: `violation.${kind}Form`,
    private_metadata: caseId,
    title: plain(title, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks: [context(line), textInput({ id: textField(kind), label, hint, max: 3000, multiline: true, focus: true })],
  };
}

export function textField(kind: 'answer' | 'appeal'): string {
  return `violation.${kind}Text`;
}
