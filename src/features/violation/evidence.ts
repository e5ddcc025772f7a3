/** What a case is shown by: links, a message or a file on Slack, or a few words, as they are typed. */
import { type Refusal, refuse } from '../../kernel/refusal.ts';

/** `link` and `message` have an address; `note` is words alone; `file` was put into a form and lies on Slack. */
export const EVIDENCE_KINDS = ['link', 'message', 'note', 'file'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface Evidence {
  kind: EvidenceKind;
  /** Of a link or a message. */
  url: string | null;
  /** The words beside a link, or of a note; the name of a file. */
  text: string | null;
  /** Who wrote the message. */
  authorId: string | null;
  /** Of a file: by what Slack knows it. */
  fileId?: string | null;
}

/** The most pieces at once, and the longest address and words of one, in characters. */
export const MAX_EVIDENCE = 10;
export const MAX_PIECE = 300;

const ADDRESS = /https?:\/\/[^\s<>|"，。；、（）【】《》“”]+/giu;

/** The links among what happened, each once; signs that end a sentence belong to none. Slack's own signs for them are read too. */
export function linksIn(text: string): Evidence[] {
  const found = [...text.matchAll(ADDRESS)].map(([typed]) => addressOf(typed));
  return [...new Set(found.filter(url => url !== null))].map(linkTo);
}

/** What stands in the field for evidence, a piece a line: a link, perhaps with words beside it, or a note. */
export function evidenceIn(typed: string): Evidence[] | Refusal {
  const pieces: Evidence[] = [];
  for (const line of typed.split('\n').map(each => each.trim())) {
    if (line === '') continue;
    const length = [...line].length;
    if (length > MAX_PIECE) return refuse('violation.evidenceTooLong', { length, limit: MAX_PIECE });
    const links = linksIn(line);
    const words = line.replace(ADDRESS, ' ').replace(/\s+/gu, ' ').trim();
    if (/^https?:/iu.test(line) && links.length === 0) return refuse('violation.badLink', { text: line });
    const [only] = links;
    if (only === undefined) pieces.push({ kind: 'note', url: null, text: line, authorId: null });
    else if (links.length === 1) pieces.push({ ...only, text: words === '' ? null : words });
    else
      pieces.push(
        ...links,
        ...(words === '' ? [] : [{ kind: 'note', url: null, text: words, authorId: null } as const]),
      );
  }
  return pieces;
}

/** A file that was put into a form. */
export function filed({ id, name }: { id: string; name: string }): Evidence {
  return { kind: 'file', url: null, text: [...name].slice(0, MAX_PIECE).join(''), authorId: null, fileId: id };
}

/** The words of a message on Slack as the facts of a case may begin: without Slack's signs, at most so many characters. */
export function quotable(text: string, most: number): string {
  const plain = text
    .replace(/<[@#!][^|>]*\|([^>]*)>/gu, '$1')
    .replace(/<((?:https?|mailto):[^|>]*)(?:\|[^>]*)?>/gu, '$1')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
    .trim();
  const signs = [...plain];
  return signs.length <= most ? plain : `${signs.slice(0, most - 1).join('')}…`;
}

/** All that is given at once, the same link once; or why it is too much. */
export function given(pieces: readonly Evidence[]): Evidence[] | Refusal {
  const known = new Set<string>();
  const each = pieces.filter(({ url, text, fileId }) => {
    const key = fileId ?? url ?? `${text ?? ''}`;
    return !known.has(key) && known.add(key) !== undefined;
  });
  if (each.length > MAX_EVIDENCE)
    return refuse('violation.evidenceTooMany', { count: each.length, limit: MAX_EVIDENCE });
  const long = each.find(({ url }) => url !== null && url.length > MAX_PIECE);
  return long === undefined
    ? each
    : refuse('violation.evidenceTooLong', { length: long.url?.length ?? 0, limit: MAX_PIECE });
}

function linkTo(url: string): Evidence {
  return { kind: 'link', url, text: null, authorId: null };
}

/** The address as it is kept, harmless within Slack's signs; null where it is none. */
function addressOf(typed: string): string | null {
  const bare = typed.replace(/&amp;/gu, '&').replace(/[.,;:!?)\]}'*_~`]+$/u, '');
  return URL.canParse(bare) ? new URL(bare).href.replace(/\|/gu, '%7C') : null;
}
