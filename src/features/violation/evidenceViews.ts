/** What a case is shown by, as those read it who may look into it. */
import { clip, escapeMrkdwn } from '@tiaoli/block-kit';
import { ERASED } from '../../kernel/erasure.ts';
import { person, type Reader } from '../../locales/reader.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { Evidence } from './evidence.ts';

/** Room for evidence in a message, and where all of a case is read. */
const ROOM = 1_500;
export const FULL_ROOM = 4_000;
const LABEL = 60;

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

function pieceText({ kind, url, text, authorId }: Evidence, reader: Reader): string {
  const { evidence: words } = reader.t.violation;
  if (kind === 'message' && url === null && authorId !== null) return words.unlinked(person(authorId));
  if (url === ERASED || url === null) return wordsOf(text ?? ERASED, reader);
  const address = escapeMrkdwn(url);
  if (kind === 'message') return words.message(address, authorId === null ? '–' : person(authorId));
  const link = `<${address}|${escapeMrkdwn(clip(url.replace(/^https?:\/\/(?:www\.)?/u, ''), LABEL))}>`;
  return text === null ? link : `${link} ${wordsOf(text, reader)}`;
}
