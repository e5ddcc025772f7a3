/** What a case is shown by, as those read it who may look into it. */
import type { KnownBlock } from '@slack/types';
import { clip, escapeMrkdwn } from '@tiaoli/block-kit';
import { ERASED } from '../../kernel/erasure.ts';
import { type Extra, person, type Reader } from '../../locales/reader.ts';
import { actions, button } from '../../slack/button.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { Evidence } from './evidence.ts';

/** Room for evidence in a message, and where all of a case is read. */
const ROOM = 1_500;
export const FULL_ROOM = 4_000;
const LABEL = 60;

/** Gives the files of a case to whoever may look into it. */
export const FILES = 'violation.files';

/** A line a piece under a heading, as many as there is room for; '' where there is none. `accusedId`: whose own is marked. */
export function evidenceText(
  pieces: readonly (Evidence & { byId?: string })[],
  accusedId: string | null,
  reader: Reader,
  room = ROOM,
): string {
  const { violation: words, common } = reader.t;
  if (pieces.length === 0) return '';
  const lines: string[] = [];
  let left = room;
  for (const piece of pieces) {
    const told = pieceText(piece, reader);
    const line = `• ${piece.byId !== undefined && piece.byId === accusedId ? words.evidence.byAccused(told) : told}`;
    left -= line.length;
    if (left < 0) break;
    lines.push(line);
  }
  const more = pieces.length - lines.length;
  return [words.evidence.title, ...lines, ...(more === 0 ? [] : [common.more(more)])].join('\n');
}

/** What gives whoever reads a case the files it is shown by; none where it has none. */
export function filesButton(id: number, pieces: readonly Evidence[], reader: Reader): Extra | null {
  const files = filesOf(pieces).length;
  return files === 0 ? null : { id: FILES, text: reader.t.violation.evidence.open(files), value: String(id) };
}

/** The same as a row of its own. */
export function filesRow(id: number, pieces: readonly Evidence[], reader: Reader): KnownBlock[] {
  const found = filesButton(id, pieces, reader);
  return found === null ? [] : [actions(`violation.files.${id}`, button(found.id, found.text, found.value))];
}

/** Of a case's evidence the files that can still be had. */
export function filesOf(pieces: readonly Evidence[]): { id: string; name: string }[] {
  return pieces.flatMap(({ fileId, text }) =>
    typeof fileId === 'string' ? [{ id: fileId, name: text ?? fileId }] : [],
  );
}

/** What came of handing files out; `seen`: those that came are before the reader. '' where there is nothing to say. */
export function filesSaid(
  told: readonly { name: string; came: 'sent' | 'gone' | 'lost' }[],
  seen: boolean,
  caseId: number,
  reader: Reader,
): string {
  const { evidence: words, number } = reader.t.violation;
  const sent = told.filter(({ came }) => came === 'sent').length;
  const rest = told.flatMap(({ name, came }) => (came === 'sent' ? [] : words[came](wordsOf(name, reader))));
  return [...(sent === 0 || seen ? [] : [words.sent(sent, number(caseId))]), ...rest].join('\n');
}

function pieceText({ kind, url, text, authorId }: Evidence, reader: Reader): string {
  const { evidence: words } = reader.t.violation;
  if (kind === 'file' && text !== null) return words.file(wordsOf(text, reader));
  if (kind === 'message' && url === null && authorId !== null) return words.unlinked(person(authorId));
  if (url === ERASED || url === null) return wordsOf(text ?? ERASED, reader);
  const address = escapeMrkdwn(url);
  if (kind === 'message') return words.message(address, authorId === null ? '–' : person(authorId));
  const link = `<${address}|${escapeMrkdwn(clip(url.replace(/^https?:\/\/(?:www\.)?/u, ''), LABEL))}>`;
  return text === null ? link : `${link} ${wordsOf(text, reader)}`;
}
