/**
 * Standard markdown read into pieces, as far as Slack's markdown block draws it; never into HTML.
 * @import { Align, Item, Piece, Span } from './markdown.d.ts'
 */
import { parseSpans } from './markdown-span.js';

const ITEM = /^( *)([-*+]|\d{1,9}[.)]) +(?:\[([ xX])\] +)?(.*)$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const RULE = /^ {0,3}([-*_])( *\1){2,} *$/;
const HEADING = /^ {0,3}(#{1,6})(?: +(.*))?$/;
const DIVIDED = /^ *:?-+:? *$/;
const MOST_DEEP = 8;

/**
 * The pieces of a markdown text, in order.
 * @param {string} source
 * @returns {Piece[]}
 */
export function parseMarkdown(source) {
  return readPieces(source.replace(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n'), 0);
}

/**
 * @param {string[]} lines
 * @param {number} depth
 * @returns {Piece[]}
 */
function readPieces(lines, depth) {
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
    const heading = HEADING.exec(line);
    const fence = FENCE.exec(line)?.[1];
    if (line.trim() === '') at += 1;
    else if (fence) {
      at += 1;
      const text = takeWhile(next => !next.trim().startsWith(fence)).join('\n');
      at += 1;
      pieces.push({ type: 'pre', text });
    } else if (heading) {
      at += 1;
      pieces.push({ type: 'heading', level: heading[1]?.length ?? 1, spans: parseSpans(unclosed(heading[2] ?? '')) });
    } else if (RULE.test(line)) {
      at += 1;
      pieces.push({ type: 'rule' });
    } else if (line.trimStart().startsWith('>') && depth < MOST_DEEP) {
      const inner = takeWhile(next => next.trimStart().startsWith('>')).map(next => next.replace(/^ *> ?/, ''));
      pieces.push({ type: 'quote', pieces: readPieces(inner, depth + 1) });
    } else if (ITEM.test(line) && depth < MOST_DEEP) {
      const { list, end } = readList(lines, at, depth);
      pieces.push(list);
      at = end;
    } else if (line.includes('|') && isDivision(lines[at + 1] ?? '')) {
      const [head = '', division = '', ...rows] = takeWhile(next => next.includes('|'));
      pieces.push(readTable(head, division, rows));
    } else {
      const first = lines[at++] ?? '';
      const text = [first, ...takeWhile(next => !begins(next) && !/^ {0,3}(=+|-+) *$/.test(next))];
      const under = /^ {0,3}(=+|-+) *$/.exec(lines[at] ?? '')?.[1];
      if (under) at += 1;
      const spans = parseSpans(text.map(each => each.trim().replace(/\\$/, '')).join('\n'));
      pieces.push(under ? { type: 'heading', level: under[0] === '=' ? 1 : 2, spans } : { type: 'paragraph', spans });
    }
  }
  return pieces;
}

/**
 * The text of a heading without the number signs that close it.
 * @param {string} text
 */
function unclosed(text) {
  const trimmed = text.trim();
  let end = trimmed.length;
  while (trimmed[end - 1] === '#') end -= 1;
  const rest = trimmed.slice(0, end);
  return rest.endsWith(' ') ? rest.trimEnd() : trimmed;
}

/**
 * Whether a line divides the head of a table from its rows.
 * @param {string} line
 */
function isDivision(line) {
  const trimmed = line.trim();
  const inner = trimmed.slice(trimmed.startsWith('|') ? 1 : 0, trimmed.endsWith('|') ? -1 : undefined);
  return trimmed.length > 1 || inner === '-' ? inner.split('|').every(cell => DIVIDED.test(cell)) : false;
}

/**
 * Whether a paragraph ends before this line.
 * @param {string} line
 */
function begins(line) {
  return (
    line.trim() === '' || /^ {0,3}>/.test(line) || [FENCE, RULE, HEADING, ITEM].some(pattern => pattern.test(line))
  );
}

/**
 * The list that begins in this line: items of one kind, with what is indented under them as their own.
 * @param {string[]} lines
 * @param {number} from
 * @param {number} depth
 * @returns {{ list: Piece, end: number }}
 */
function readList(lines, from, depth) {
  const [, indent = '', mark = ''] = ITEM.exec(lines[from] ?? '') ?? [];
  const ordered = /\d/.test(mark);
  /** @type {Item[]} */
  const items = [];
  let at = from;
  let filled = from;
  /** The next line from `at` on that is not empty; it is only ever looked for further on. */
  const nextFilled = () => {
    filled = Math.max(filled, at);
    while (filled < lines.length && lines[filled]?.trim() === '') filled += 1;
    return lines[filled] ?? '';
  };
  while (at < lines.length) {
    const match = ITEM.exec(lines[at] ?? '');
    if (!match || RULE.test(lines[at] ?? '') || /\d/.test(match[2] ?? '') !== ordered) break;
    if ((match[1]?.length ?? 0) > indent.length + 1 || (match[1]?.length ?? 0) < indent.length) break;
    const own = [match[4] ?? ''];
    const inside = indent.length + (match[2]?.length ?? 1) + 1;
    at += 1;
    for (; at < lines.length; at += 1) {
      const line = lines[at] ?? '';
      const depthOf = line.search(/\S/);
      const belongs = (depthOf < 0 ? nextFilled().search(/\S/) : depthOf) >= indent.length + 2;
      if (!belongs && (depthOf < 0 || begins(line) || own.at(-1)?.trim() === '')) break;
      own.push(line.slice(Math.max(0, Math.min(inside, depthOf))));
    }
    items.push({ checked: match[3] === undefined ? null : match[3] !== ' ', pieces: readPieces(own, depth + 1) });
    // An empty line between items does not end the list.
    let after = at;
    while (after < lines.length && lines[after]?.trim() === '') after += 1;
    if (ITEM.test(lines[after] ?? '')) at = after;
  }
  return { list: { type: 'list', ordered, start: Number.parseInt(mark, 10) || 1, items }, end: Math.max(at, from + 1) };
}

/**
 * @param {string} head
 * @param {string} division
 * @param {string[]} rows
 * @returns {Piece}
 */
function readTable(head, division, rows) {
  const columns = readRow(head);
  const align = readCells(division).map(
    /** @returns {Align} */ cell => {
      if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right';
      return 'left';
    },
  );
  const even = row => columns.map((_, index) => row[index] ?? []);
  return { type: 'table', align, head: columns, rows: rows.map(row => even(readRow(row))) };
}

/**
 * @param {string} line
 * @returns {Span[][]}
 */
function readRow(line) {
  return readCells(line).map(parseSpans);
}

/**
 * The cells of a row; a bar after a backslash, or between backticks, belongs to its cell.
 * @param {string} line
 */
function readCells(line) {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells = inner.match(/(?:\\.|`[^`]*`|[^|\\]|\\$)+|(?<=^|\|)(?=\||$)/g) ?? [''];
  return cells.map(cell => cell.replaceAll('\\|', '|').trim());
}
