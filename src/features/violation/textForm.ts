/** The forms around a case that take one text, and what stands in place of a form once it was sent. */
import type { InputBlock, ModalView } from '@slack/types';
import type { Reader } from '../../locales/reader.ts';
import type { Post } from '../../member/post.ts';
import { context, fileInput, plain, section, textInput } from '../../slack/button.ts';

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

/** What a form for one text is for: the accused's answer or appeal, and why a hearing ends early. */
export type TextKind = 'answer' | 'appeal' | 'hurry';

/** A form for one text; the case's number travels in the metadata. `to`: whose posts hear an appeal. */
export function textForm(
  kind: TextKind,
  caseId: string,
  line: string,
  reader: Reader,
  to: readonly Post[] = [],
): ModalView {
  const { violation: words, common } = reader.t;
  const { hearing } = words;
  const [title, label, hint] = {
    answer: [words.answerTitle, words.answerLabel, words.answerHint] as const,
    appeal: [words.appealTitle, words.appealLabel, words.appealHint(to)] as const,
    hurry: [hearing.hurryTitle, hearing.hurryLabel, hearing.hurryHint] as const,
  }[kind];
  return {
    type: 'modal',
    callback_id: `violation.${kind}Form`,
    private_metadata: caseId,
    title: plain(title, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks: [
      context(line),
      textInput({ id: textField(kind), label, hint, max: 3000, multiline: true, focus: true }),
      ...(kind === 'hurry' ? [] : [evidenceInput(ANSWER_EVIDENCE, '', reader), filesInput(ANSWER_FILES, reader)]),
    ],
  };
}

/** Where the accused adds what their answer, or appeal, is shown by. */
export const ANSWER_EVIDENCE = 'violation.answerEvidence';
export const ANSWER_FILES = 'violation.answerFiles';

/** The input for evidence, a piece a line. */
export function evidenceInput(id: string, initial: string, { t: { violation: words } }: Reader): InputBlock {
  const { label, hint } = words.evidence;
  return textInput({ id, label, hint, max: 3000, initial, multiline: true, optional: true });
}

/** The input for files as evidence. */
export function filesInput(id: string, { t: { violation: words } }: Reader): InputBlock {
  const { filesLabel, filesHint } = words.evidence;
  return fileInput(id, filesLabel, filesHint);
}

export function textField(kind: TextKind): string {
  return `violation.${kind}Text`;
}
