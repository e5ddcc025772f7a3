/**
 * Slack's mrkdwn read into nodes, never into HTML, so nothing in a message can become markup.
 * @import { Inline, Node } from './mrkdwn.d.ts'
 */
import { isEmoji } from './emoji.js';

const WRAPPERS = /** @type {const} */ ({ '*': 'bold', _: 'italic', '~': 'strike' });
const WORD = /[\p{L}\p{N}]/u;

/**
 * The nodes of a mrkdwn text. Formatting marks count only between word boundaries and within a line, as in Slack
 * (so `中*文*` stays as typed there too). `verbatim` switches off the linking of bare addresses.
 * @param {string} source
 * @param {{ verbatim?: boolean }} [options]
 * @returns {Node[]}
 */
export function parseMrkdwn(source, { verbatim = false } = {}) {
  const parts = source.split('```');
  /** @type {Node[]} */
  const nodes = [];
  parts.forEach((part, index) => {
    const closed = index < parts.length - 1;
    if (index % 2 === 1 && closed) {
      const text = decodeEntities(
        part
          .replace(/^\n/, '')
          .replace(/\n$/, '')
          .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, unwrap),
      );
      nodes.push({ type: 'pre', text });
      return;
    }
    let text = index % 2 === 1 ? `\`\`\`${part}` : part;
    if (index > 0 && index % 2 === 0) text = text.replace(/^\n/, '');
    if (index % 2 === 0 && index + 1 < parts.length - 1) text = text.replace(/\n$/, '');
    if (text !== '') for (const node of parseLines(text.split('\n'), verbatim)) nodes.push(node);
  });
  return nodes;
}

/**
 * The nodes of a plain_text: line breaks, and emoji unless switched off.
 * @param {string} source
 * @returns {Inline[]}
 */
export function parsePlain(source, emoji = true) {
  return source.split('\n').flatMap((line, index) => {
    /** @type {Inline[]} */
    const nodes = index > 0 ? [{ type: 'break' }] : [];
    if (!emoji) return line === '' ? nodes : [...nodes, { type: 'text', text: line }];
    let held = '';
    for (const piece of line.split(/(:[a-z0-9_+'-]+(?:::skin-tone-[2-6])?:)/)) {
      const name = piece.slice(1, -1);
      if (!/^:.+:$/.test(piece) || !isEmoji(name)) held += piece;
      else {
        if (held !== '') nodes.push({ type: 'text', text: held });
        held = '';
        nodes.push({ type: 'emoji', name });
      }
    }
    return held === '' ? nodes : [...nodes, { type: 'text', text: held }];
  });
}

/**
 * Slack's three escapes read back; every other ampersand stays as it is.
 * @param {string} text
 */
export function decodeEntities(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * The address when it is one a page may link to (http, https, mailto, tel), else null.
 * @param {string} url
 */
export function safeUrl(url) {
  return /^(https?:\/\/|mailto:|tel:)\S+$/i.test(url) ? url : null;
}

/**
 * @param {string[]} lines
 * @param {boolean} verbatim
 * @returns {Node[]}
 */
function parseLines(lines, verbatim) {
  /** @type {Node[]} */
  const nodes = [];
  let quoteAll = false;
  lines.forEach((line, index) => {
    const all = quoteAll ? null : /^(?:&gt;|>){3} ?/.exec(line);
    quoteAll ||= all !== null;
    const mark = all ?? /^(?:&gt;|>) ?/.exec(line);
    const last = nodes.at(-1);
    if (quoteAll || mark) {
      const children = parseInline(mark ? line.slice(mark[0].length) : line, verbatim);
      if (last?.type === 'quote') last.children.push({ type: 'break' }, ...children);
      else nodes.push({ type: 'quote', children });
      return;
    }
    if (index > 0 && last?.type !== 'quote') nodes.push({ type: 'break' });
    nodes.push(...parseInline(line, verbatim));
  });
  return nodes;
}

/**
 * Reads a line once: what is opaque is found first, and every mark knows its ends, so that no mark looks for one again.
 * @param {string} line
 * @param {boolean} verbatim
 * @returns {Inline[]}
 */
function parseInline(line, verbatim) {
  /** @type {Inline[]} */
  const nodes = [];
  let held = '';
  /** @param {Inline} node */
  const push = node => {
    if (held !== '') nodes.push({ type: 'text', text: decodeEntities(held) });
    held = '';
    nodes.push(node);
  };
  const opaque = opaqueIn(line);
  const ends = endsIn(line, opaque);
  for (let at = 0; at < line.length; ) {
    const found = opaque.get(at) ?? readAt(line, at, ends, verbatim);
    if (found) {
      push(found.node);
      at = found.end;
    } else {
      held += line[at];
      at += 1;
    }
  }
  if (held !== '') nodes.push({ type: 'text', text: decodeEntities(held) });
  return nodes;
}

/**
 * What no mark reaches into, by where it begins: code, and what stands between angle brackets.
 * @param {string} line
 * @returns {Map<number, { node: Inline, end: number }>}
 */
function opaqueIn(line) {
  const found = new Map();
  for (let at = 0; at < line.length; ) {
    const node = line[at] === '<' ? angleAt(line, at) : line[at] === '`' ? codeAt(line, at) : null;
    if (node) found.set(at, node);
    at = node ? node.end : at + 1;
  }
  return found;
}

/**
 * @param {string} line
 * @param {number} at
 */
function angleAt(line, at) {
  const match = matchAt(/<([^<>\n]+)>/y, line, at);
  const node = match ? readAngle(match[1] ?? '') : null;
  return match && node ? { node, end: at + match[0].length } : null;
}

/**
 * @param {string} line
 * @param {number} at
 */
function codeAt(line, at) {
  const match = matchAt(/`([^`]+)`/y, line, at);
  if (!match) return null;
  const text = decodeEntities((match[1] ?? '').replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, unwrap));
  return { node: /** @type {Inline} */ ({ type: 'code', text }), end: at + match[0].length };
}

/**
 * Where each mark may end something, from the last to the first: whoever asks from left to right takes them from the end.
 * @param {string} line
 * @param {Map<number, { end: number }>} opaque
 * @returns {Record<keyof typeof WRAPPERS, number[]>}
 */
function endsIn(line, opaque) {
  /** @type {Record<keyof typeof WRAPPERS, number[]>} */
  const ends = { '*': [], _: [], '~': [] };
  for (let at = 0; at < line.length; ) {
    const char = line[at];
    if ((char === '*' || char === '_' || char === '~') && at > 0)
      if (!/\s/.test(line[at - 1] ?? '') && !WORD.test(line[at + 1] ?? '')) ends[char].push(at);
    at = opaque.get(at)?.end ?? at + 1;
  }
  for (const each of Object.values(ends)) each.reverse();
  return ends;
}

/**
 * The node that starts exactly here and is not opaque, and where it ends.
 * @param {string} line
 * @param {number} at
 * @param {Record<keyof typeof WRAPPERS, number[]>} ends
 * @param {boolean} verbatim
 * @returns {{ node: Inline, end: number } | null}
 */
function readAt(line, at, ends, verbatim) {
  const char = line[at] ?? '';
  if (char === ':') {
    const match = matchAt(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/y, line, at);
    return match && isEmoji(match[1] ?? '')
      ? { node: { type: 'emoji', name: match[1] ?? '' }, end: at + match[0].length }
      : null;
  }
  if (char === 'h' && !verbatim && !WORD.test(line[at - 1] ?? '')) {
    const match = matchAt(/https?:\/\/[^\s<>|`，。；、（）《》“”]*[^\s<>|`，。；、（）《》“”.,;:!?)'"*_~]/y, line, at);
    const url = match ? decodeEntities(match[0]) : '';
    return match ? { node: { type: 'link', url, text: url }, end: at + match[0].length } : null;
  }
  return char === '*' || char === '_' || char === '~' ? readWrapped(line, at, char, ends[char], verbatim) : null;
}

/**
 * @param {string} line
 * @param {number} at
 * @param {keyof typeof WRAPPERS} mark
 * @param {number[]} ends
 * @param {boolean} verbatim
 * @returns {{ node: Inline, end: number } | null}
 */
function readWrapped(line, at, mark, ends, verbatim) {
  const next = line[at + 1] ?? ' ';
  if (WORD.test(line[at - 1] ?? '') || /\s/.test(next) || next === mark) return null;
  while ((ends.at(-1) ?? line.length) < at + 2) ends.pop();
  const end = ends.at(-1);
  if (end === undefined) return null;
  return { node: { type: WRAPPERS[mark], children: parseInline(line.slice(at + 1, end), verbatim) }, end: end + 1 };
}

/**
 * What stands between angle brackets: a mention, a date or a link; null when it is none of them.
 * @param {string} content
 * @returns {Inline | null}
 */
function readAngle(content) {
  const bar = content.indexOf('|');
  const target = bar < 0 ? content : content.slice(0, bar);
  const label = bar < 0 ? '' : decodeEntities(content.slice(bar + 1));
  const named = /^(@|#|!subteam\^)([\w.-]+)$/.exec(target);
  if (named) {
    const kind = { '@': 'user', '#': 'channel' }[named[1] ?? ''] ?? 'usergroup';
    return { type: /** @type {'user'} */ (kind), id: named[2] ?? '', label };
  }
  if (/^!date\^\d+\^[^^]+(\^|$)/.test(target)) {
    const [, seconds = '', format = '', url = ''] = target.split('^');
    return {
      type: 'date',
      seconds: Number(seconds),
      format: decodeEntities(format),
      url: decodeEntities(url),
      fallback: label,
    };
  }
  if (/^!(here|channel|everyone)$/.test(target)) return { type: 'broadcast', range: target.slice(1) };
  const url = safeUrl(decodeEntities(target));
  return url === null ? null : { type: 'link', url, text: label || url.replace(/^mailto:/, '') };
}

/**
 * @param {RegExp} pattern sticky
 * @param {string} line
 * @param {number} at
 */
function matchAt(pattern, line, at) {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

/**
 * @param {string} _whole
 * @param {string} target
 * @param {string | undefined} label
 */
function unwrap(_whole, target, label) {
  return label ?? target;
}
