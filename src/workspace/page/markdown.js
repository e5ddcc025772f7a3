/**
 * Standard markdown read into pieces, as far as Slack's markdown block draws it; never into HTML.
 * @import { Item, Piece, Span } from './markdown.d.ts'
 */
import { safeUrl } from './mrkdwn.js';

const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;
const STARTS = /^(#{1,6}\s|>|\s*([-*+]|\d{1,9}[.)])\s|```|(-{3,}|\*{3,}|_{3,})\s*$)/;

/**
 * The pieces of a markdown text, in order.
 * @param {string} source
 * @returns {Piece[]}
 */
export function parseMarkdown(source) {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  /** @param {(line: string) => boolean} holds */
  const takeWhile = holds => {
    const taken = [];
    while (at < lines.length && holds(lines[at] ?? '')) taken.push(lines[at++] ?? '');
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (line.startsWith('```')) {
      at += 1;
      const text = takeWhile(next => !next.startsWith('```')).join('\n');
      at += 1;
      pieces.push({ type: 'pre', text });
    } else if (heading) {
      at += 1;
      pieces.push({ type: 'heading', level: heading[1]?.length ?? 1, spans: parseSpans(heading[2] ?? '') });
    } else if (/^(-{3,}|\*{3,}|_{3,})\s*$/.test(line)) {
      at += 1;
      pieces.push({ type: 'rule' });
    } else if (line.startsWith('>')) {
      const text = takeWhile(next => next.startsWith('>')).map(next => next.replace(/^> ?/, ''));
      pieces.push({ type: 'quote', spans: parseSpans(text.join('\n')) });
    } else if (ITEM.test(line)) {
      pieces.push(readList(takeWhile(next => ITEM.test(next))));
    } else if (line.includes('|') && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[at + 1] ?? '')) {
      const [head = '', , ...rows] = takeWhile(next => next.includes('|'));
      pieces.push({ type: 'table', head: readRow(head), rows: rows.map(readRow) });
    } else {
      const first = lines[at++] ?? '';
      const text = [first, ...takeWhile(next => next.trim() !== '' && !STARTS.test(next))].join('\n');
      pieces.push({ type: 'paragraph', spans: parseSpans(text) });
    }
  }
  return pieces;
}

/**
 * @param {string[]} lines
 * @returns {Piece}
 */
function readList(lines) {
  const read = lines.map(line => ITEM.exec(line));
  const items = read.map(match => ({
    spans: parseSpans(match?.[4] ?? ''),
    checked: match?.[3] === undefined ? null : match[3] !== ' ',
    depth: Math.min(4, Math.floor((match?.[1]?.length ?? 0) / 2)),
  }));
  const mark = read[0]?.[2] ?? '-';
  return { type: 'list', ordered: /\d/.test(mark), start: Number.parseInt(mark, 10) || 1, items };
}

/**
 * @param {string} line
 * @returns {Span[][]}
 */
function readRow(line) {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.map(cell => parseSpans(cell.trim()));
}

const SPANS =
  /`([^`]+)`|!\[([^\]]*)\]\(([^\s)]+)\)|\[([^\]]+)\]\(([^\s)]+)\)|(\*\*|__)(?=\S)([\s\S]*?\S)\6|(\*|_)(?=\S)([^*_\n]*?[^\s*_])\8(?![\p{L}\p{N}])|~~(?=\S)([\s\S]*?\S)~~|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])|(\n)/gu;

/**
 * @param {string} text
 * @returns {Span[]}
 */
function parseSpans(text) {
  /** @type {Span[]} */
  const spans = [];
  let end = 0;
  for (const match of text.matchAll(SPANS)) {
    if (match.index > end) spans.push({ type: 'text', text: text.slice(end, match.index) });
    spans.push(readSpan(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) spans.push({ type: 'text', text: text.slice(end) });
  return spans;
}

/**
 * @param {RegExpExecArray} match
 * @returns {Span}
 */
function readSpan(match) {
  const [whole, code, alt, image, label, href, strong, strongText, em, emText, struck, bare] = match;
  if (code !== undefined) return { type: 'code', text: code };
  if (image !== undefined) return { type: 'image', url: image, alt: alt ?? '' };
  if (href !== undefined && safeUrl(href)) return { type: 'link', url: href, children: parseSpans(label ?? '') };
  if (strong !== undefined) return { type: 'strong', children: parseSpans(strongText ?? '') };
  if (em !== undefined) return { type: 'em', children: parseSpans(emText ?? '') };
  if (struck !== undefined) return { type: 's', children: parseSpans(struck) };
  if (bare !== undefined) return { type: 'link', url: bare, children: [{ type: 'text', text: bare }] };
  return whole === '\n' ? { type: 'break' } : { type: 'text', text: whole };
}
