/**
 * The inside of a line of standard markdown: emphasis, code, links, pictures, emoji.
 * @import { Span } from './markdown.d.ts'
 */
import { isEmoji } from '../core/text/emoji.js';
import { safeUrl } from '../core/text/mrkdwn.js';

const WORD = /[\p{L}\p{N}]/u;
const LATIN = /[A-Za-z0-9]/;
const MOST_DEEP = 8;
const EMPHASIS = /** @type {const} */ ([
  ['***', ['strong', 'em']],
  ['___', ['strong', 'em']],
  ['**', ['strong']],
  ['__', ['strong']],
  ['~~', ['s']],
  ['*', ['em']],
  ['_', ['em']],
  ['~', ['s']],
]);

/**
 * The spans of a text, which may be several lines.
 * @param {string} text
 * @returns {Span[]}
 */
export function parseSpans(text) {
  return read(text, 0);
}

/**
 * @param {string} text
 * @param {number} depth
 * @returns {Span[]}
 */
function read(text, depth) {
  /** @type {Span[]} */
  const spans = [];
  /** Marks found to have no end from here on, so that they are not searched again. @type {Set<string>} */
  const open = new Set();
  const fences = fencesIn(text);
  let held = '';
  for (let at = 0; at < text.length; ) {
    const escaped = matchAt(/\\([!-/:-@[-`{-~])/y, text, at);
    const found = escaped ? null : readAt(text, at, depth, { open, fences });
    if (found) {
      if (held !== '') spans.push({ type: 'text', text: held });
      held = '';
      spans.push(found.span);
      at = found.end;
    } else {
      held += escaped?.[1] ?? text[at];
      at += escaped ? 2 : 1;
    }
  }
  if (held !== '') spans.push({ type: 'text', text: held });
  return spans;
}

/**
 * Each run of backticks by where it begins: how long it is, and where the next that is as long or longer begins.
 * @param {string} text
 * @returns {Map<number, { length: number, next: number | undefined }>}
 */
function fencesIn(text) {
  /** @type {Map<number, { length: number, next: number | undefined }>} */
  const fences = new Map();
  /** Those that wait for one as long, each shorter than the one before. @type {{ length: number, next: number | undefined }[]} */
  const waiting = [];
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    for (let last = waiting.at(-1); last && last.length <= run.length; last = waiting.at(-1)) {
      last.next = index;
      waiting.pop();
    }
    const fence = { length: run.length, next: undefined };
    fences.set(index, fence);
    waiting.push(fence);
  }
  return fences;
}

/**
 * The span that begins exactly here, and where it ends.
 * @param {string} text
 * @param {number} at
 * @param {number} depth
 * @param {{ open: Set<string>, fences: ReturnType<typeof fencesIn> }} known
 * @returns {{ span: Span, end: number } | null}
 */
function readAt(text, at, depth, { open, fences }) {
  switch (text[at]) {
    case '\n':
      return { span: { type: 'break' }, end: at + 1 };
    case '`':
      return readCode(text, at, fences);
    case '!':
    case '[':
      return readLink(text, at, depth);
    case '<': {
      const match = matchAt(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/iy, text, at);
      return match && asLink(match[1] ?? '', at + match[0].length);
    }
    case ':': {
      const match = matchAt(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/y, text, at);
      const name = match?.[1] ?? '';
      return match && isEmoji(name) ? { span: { type: 'emoji', name }, end: at + match[0].length } : null;
    }
    case 'h': {
      if (WORD.test(text[at - 1] ?? '')) return null;
      const match = matchAt(/https?:\/\/[^\s<>，。；、（）《》“”]*[^\s<>，。；、（）《》“”.,;:!?)*_~'"\]]/y, text, at);
      return match && asLink(match[0], at + match[0].length);
    }
    case '*':
    case '_':
    case '~':
      return depth < MOST_DEEP ? readEmphasis(text, at, depth, open) : null;
    default:
      return null;
  }
}

/**
 * @param {string} text
 * @param {number} at
 * @param {ReturnType<typeof fencesIn>} fences
 * @returns {{ span: Span, end: number } | null}
 */
function readCode(text, at, fences) {
  const fence = fences.get(at);
  const end = fence?.next;
  if (!fence || end === undefined || fences.get(end)?.length !== fence.length) return null;
  const inside = text.slice(at + fence.length, end).replaceAll('\n', ' ');
  const trimmed = /^ .*[^ ].* $/.test(inside) ? inside.slice(1, -1) : inside;
  return { span: { type: 'code', text: trimmed }, end: end + fence.length };
}

/**
 * @param {string} text
 * @param {number} at
 * @param {number} depth
 * @returns {{ span: Span, end: number } | null}
 */
function readLink(text, at, depth) {
  const match = matchAt(
    /(!?)\[((?:[^[\]\\\n]|\\.|\[[^[\]\n]*\])*)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+"[^"\n]*")?\s*\)/y,
    text,
    at,
  );
  if (!match) return null;
  const [whole, picture, label = '', url = ''] = match;
  if (safeUrl(url) === null) return { span: { type: 'text', text: whole }, end: at + whole.length };
  const alt = label.replace(/\\(.)/g, '$1');
  if (picture === '!') return { span: { type: 'image', url, alt }, end: at + whole.length };
  const children = depth < MOST_DEEP ? read(label, depth + 1).filter(span => span.type !== 'link') : [];
  return { span: { type: 'link', url, children }, end: at + whole.length };
}

/**
 * @param {string} url
 * @param {number} end
 * @returns {{ span: Span, end: number } | null}
 */
function asLink(url, end) {
  if (safeUrl(url) === null) return null;
  return { span: { type: 'link', url, children: [{ type: 'text', text: url.replace(/^mailto:/i, '') }] }, end };
}

/**
 * @param {string} text
 * @param {number} at
 * @param {number} depth
 * @param {Set<string>} open
 * @returns {{ span: Span, end: number } | null}
 */
function readEmphasis(text, at, depth, open) {
  for (const [mark, kinds] of EMPHASIS) {
    if (!text.startsWith(mark, at) || open.has(mark)) continue;
    // An underscore inside a Latin word is part of its name.
    if (mark.startsWith('_') && LATIN.test(text[at - 1] ?? '')) continue;
    // Before the end is looked for, which may be far away and is not reached then.
    if (/\s/.test(text[at + mark.length] ?? ' ')) continue;
    const end = endOf(text, at + mark.length, mark);
    if (end < 0) {
      open.add(mark);
      continue;
    }
    const children = read(text.slice(at + mark.length, end), depth + 1);
    const span = kinds.reduceRight(
      /** @param {Span[]} inner @returns {Span[]} */ (inner, type) => [{ type, children: inner }],
      children,
    )[0];
    return span ? { span, end: end + mark.length } : null;
  }
  return null;
}

/**
 * Where the mark closes what began before `from`; -1 when nowhere.
 * @param {string} text
 * @param {number} from
 * @param {string} mark
 */
function endOf(text, from, mark) {
  for (let end = text.indexOf(mark, from + 1); end > 0; ) {
    const run = matchAt(/\*+|_+|~+/y, text, end)?.[0].length ?? 1;
    const isClosing =
      !/[\s\\]/.test(text[end - 1] ?? '') && !(mark.startsWith('_') && LATIN.test(text[end + run] ?? ''));
    // In a run of three the inner marks come first; a run of two inside one mark is another's.
    if (isClosing && !(run === 2 && mark.length === 1)) return end + run - mark.length;
    end = text.indexOf(mark, end + run);
  }
  return -1;
}

/**
 * @param {RegExp} pattern sticky
 * @param {string} text
 * @param {number} at
 */
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
