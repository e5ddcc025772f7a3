/** Decisions that may be taken back, and the form that asks why. */
import type { ModalView } from '@slack/types';
import { moment, person, type Reader } from '../../locales/reader.ts';
import type { MatterKind } from '../../office/matter.ts';
import { actions, button, context, header, plain, section, textInput } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { DecidedMatter } from './messages.ts';
import { lineOf, tellingOf, titleOf } from './views.ts';

export const TAKE_BACK = 'approval.takeBack';
export const UNDO_REASON = 'approval.undoWhy';

/** Rows of one list. */
export const MOST_DECIDED = 12;

/** The list, each row with its button. */
export function decidedList(shown: readonly DecidedMatter[], left: number, reader: Reader): Said {
  const { approval: words, common } = reader.t;
  if (shown.length === 0) return { text: words.decidedEmpty };
  const lines = shown.map(one =>
    words.decidedLine(person(one.concernsId), whatOf(one, reader), person(one.by), moment(one.at, reader)),
  );
  const blocks = shown.flatMap((one, index) => {
    const value = `${one.matter.kind}:${one.subjectId}`;
    return [section(lines[index] ?? ''), actions(`approval.undo:${value}`, button(TAKE_BACK, words.takeBack, value))];
  });
  const more = left > 0 ? [common.more(left)] : [];
  return {
    text: [words.decidedTitle, ...lines, ...more].join('\n'),
    blocks: [header(words.decidedTitle), ...blocks, ...more.map(context)],
  };
}

/** Asks for the reason; the kind and the number travel in the metadata. */
export function takeBackForm(one: DecidedMatter, reader: Reader): ModalView {
  const { approval: words, common } = reader.t;
  const hint = words.reasonHint;
  return {
    type: 'modal',
    callback_id: 'approval.undo',
    private_metadata: `${one.matter.kind}:${one.subjectId}`,
    title: plain(words.takeBackTitle, 24),
    submit: plain(words.takeBack, 24),
    close: plain(common.cancel, 24),
    blocks: [
      section(`${person(one.concernsId)}\n${whatOf(one, reader)}`),
      textInput({ id: UNDO_REASON, label: words.reasonLabel, hint, max: 1000, multiline: true, focus: true }),
    ],
  };
}

/** What stands in place of the form. */
export function takenBackView(one: DecidedMatter, reader: Reader): ModalView {
  const { approval: words, common } = reader.t;
  const part = tellingOf(one.matter, reader).undone?.(one.matter.facts, reader);
  return {
    type: 'modal',
    title: plain(words.takeBackTitle, 24),
    close: plain(common.close, 24),
    blocks: [section(words.takenBackDone(person(one.concernsId), part ?? lineOf(one.matter, reader)))],
  };
}

/** The kind and the number of a button; null when it carries none of ours. */
export function matterIn(value: string, kinds: readonly string[]): { kind: MatterKind; subjectId: number } | null {
  const [, kind = '', id = ''] = /^(\w+):(\d{1,9})$/u.exec(value) ?? [];
  return kinds.includes(kind) ? { kind: kind as MatterKind, subjectId: Number(id) } : null;
}

function whatOf({ matter }: DecidedMatter, reader: Reader): string {
  return `${titleOf(matter, reader)} · ${lineOf(matter, reader)}`;
}
