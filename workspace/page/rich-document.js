/**
 * Between Slack's rich_text and what stands in an editor: writes one into the other and reads it back.
 * @import { Json } from './form.d.ts'
 */
import { safeUrl } from '../core/text/mrkdwn.js';

const STYLE_OF = /** @type {Record<string, string>} */ ({
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  U: 'underline',
  CODE: 'code',
});
const TAG_OF = /** @type {Record<string, string>} */ ({
  code: 'code',
  underline: 'u',
  strike: 's',
  italic: 'em',
  bold: 'strong',
});
const KEPT = ['border', 'offset', 'language'];
const DEEPEST = 8;

/**
 * The rich text that stands in the editor; null when nothing does.
 * @param {HTMLElement} root
 * @returns {Json | null}
 */
export function readRichText(root) {
  /** @type {Line[]} */
  const lines = [];
  readBlock(root, { kind: 'section', key: 'section', more: {} }, lines);
  while (lines.length > 0 && isBlank(lines.at(-1))) lines.pop();
  if (lines.every(isBlank)) return null;
  return { type: 'rich_text', elements: grouped(lines) };
}

/**
 * Puts a rich text into the editor. `nameOf` says what a mention, a date or another single thing is called there.
 * @param {HTMLElement} root
 * @param {Json | null} block
 * @param {(element: Json) => string} nameOf
 */
export function writeRichText(root, block, nameOf) {
  /** @type {HTMLElement[]} the lists open at the moment, outermost first */
  let open = [];
  const made = [];
  for (const part of list(block?.elements)) {
    if (part.type !== 'rich_text_list') open = [];
    if (part.type === 'rich_text_list') {
      const tag = part.style === 'ordered' ? 'ol' : 'ul';
      const indent = Math.min(DEEPEST, Number(part.indent ?? 0));
      open = open.slice(0, indent + 1);
      if (open.length === indent + 1 && (open[indent]?.localName !== tag || hasMore(part))) open.pop();
      while (open.length <= indent) {
        const fresh = document.createElement(open.length === indent ? tag : 'ul');
        if (open.length === indent) keepMore(fresh, part);
        const around = open.at(-1);
        if (around) (around.lastElementChild ?? around).append(fresh);
        else made.push(fresh);
        open.push(fresh);
      }
      for (const item of list(part.elements)) open.at(-1)?.append(line('li', list(item.elements), nameOf));
    } else if (part.type === 'rich_text_quote' || part.type === 'rich_text_preformatted') {
      const holder = line(part.type === 'rich_text_quote' ? 'blockquote' : 'pre', list(part.elements), nameOf);
      keepMore(holder, part);
      made.push(holder);
    } else {
      for (const each of splitLines(list(part.elements))) made.push(line('p', each, nameOf));
    }
  }
  root.replaceChildren(...(made.length > 0 ? made : [line('p', [], nameOf)]));
}

/**
 * Puts lists that a browser made directly inside lists into the item before them, where they belong.
 * @param {HTMLElement} root
 */
export function tidyLists(root) {
  const selection = document.getSelection();
  const [node, offset] = [selection?.anchorNode, selection?.anchorOffset ?? 0];
  for (const inner of root.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) inner.previousElementSibling?.append(inner);
  if (node && root.contains(node)) selection?.collapse(node, offset);
}

/**
 * A single thing in the text: a mention, an emoji, a date. It cannot be edited, only removed.
 * @param {Json} element
 * @param {(element: Json) => string} nameOf
 */
export function atom(element, nameOf) {
  const { style: _style, ...bare } = element;
  const made = document.createElement('span');
  made.className = element.type === 'emoji' ? 'atom' : 'atom mention';
  made.contentEditable = 'false';
  made.dataset.rich = JSON.stringify(bare);
  made.textContent = nameOf(element);
  return styled(made, element.style);
}

/**
 * @typedef {{ kind: string, key: string, more: Json, style?: string, indent?: number }} Place
 * @typedef {Place & { elements: Json[] }} Line
 */

/**
 * @param {Node} parent
 * @param {Place} place
 * @param {Line[]} lines
 */
function readBlock(parent, place, lines) {
  /** @type {Json[]} */
  let held = [];
  let any = false;
  const flush = () => {
    if (!any) return;
    // A break at the end of a line only keeps the line open.
    const last = held.at(-1);
    if (last?.type === 'text' && typeof last.text === 'string' && last.text.endsWith('\n'))
      held = last.text === '\n' ? held.slice(0, -1) : [...held.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
    lines.push({ ...place, elements: held });
    held = [];
    any = false;
  };
  for (const child of parent.childNodes) {
    const tag = child instanceof HTMLElement ? child.tagName : '';
    const more = child instanceof HTMLElement ? moreOf(child) : {};
    if (tag === 'UL' || tag === 'OL') {
      flush();
      const indent = place.kind === 'item' || isList(parent) ? (place.indent ?? -1) + 1 : 0;
      const style = tag === 'OL' ? 'ordered' : 'bullet';
      const key = `item ${style} ${indent} ${JSON.stringify(more)}`;
      readBlock(child, { kind: 'item', key, more, style, indent }, lines);
    } else if (tag === 'LI' || tag === 'P' || tag === 'DIV') {
      flush();
      const before = lines.length;
      readBlock(child, place, lines);
      if (lines.length === before && tag !== 'DIV') lines.push({ ...place, elements: [] });
    } else if (tag === 'BLOCKQUOTE' || tag === 'PRE') {
      flush();
      const kind = tag === 'PRE' ? 'pre' : 'quote';
      readBlock(child, { kind, key: `${kind} ${JSON.stringify(more)}`, more }, lines);
    } else {
      any = true;
      held.push(...readInline(child, {}));
    }
  }
  flush();
}

/**
 * @param {Node} node
 * @param {Record<string, true>} style
 * @returns {Json[]}
 */
function readInline(node, style) {
  const own = Object.keys(style).length > 0 ? { style } : {};
  if (!(node instanceof HTMLElement)) {
    const text = (node.textContent ?? '').replace(/[\u200b\ufeff]/g, '').replaceAll('\u00a0', ' ');
    return text === '' ? [] : [{ type: 'text', text, ...own }];
  }
  if (node.tagName === 'BR') return [{ type: 'text', text: '\n' }];
  if (node.dataset.rich) return [{ ...JSON.parse(node.dataset.rich), ...own }];
  if (node instanceof HTMLAnchorElement) {
    const url = node.getAttribute('href') ?? '';
    const text = node.textContent ?? '';
    const inner = { ...style, ...styleInside(node) };
    const look = Object.keys(inner).length > 0 ? { style: inner } : {};
    return text === '' ? [] : [{ type: 'link', url, ...(text !== url && { text }), ...look }];
  }
  const kind = STYLE_OF[node.tagName];
  const inner = kind ? { ...style, [kind]: /** @type {const} */ (true) } : style;
  return [...node.childNodes].flatMap(child => readInline(child, inner));
}

/** The styles inside a link that hold for all of it. @param {HTMLElement} link @returns {Record<string, true>} */
function styleInside(link) {
  /** @type {Record<string, true>} */
  const style = {};
  for (let at = link.firstElementChild; at && at.textContent === link.textContent; at = at.firstElementChild) {
    const kind = STYLE_OF[at.tagName];
    if (kind) style[kind] = true;
  }
  return style;
}

/**
 * Lines of one kind that follow each other, as Slack keeps them: one section, one list, one quote.
 * @param {Line[]} lines
 * @returns {Json[]}
 */
function grouped(lines) {
  /** @type {{ key: string, lines: Line[] }[]} */
  const groups = [];
  for (const each of lines) {
    const last = groups.at(-1);
    if (last?.key === each.key) last.lines.push(each);
    else groups.push({ key: each.key, lines: [each] });
  }
  return groups.flatMap(({ lines: [first, ...rest] }) => {
    if (!first) return [];
    const { kind, more, style, indent } = first;
    if (kind === 'item') {
      const elements = [first, ...rest].map(each => ({ type: 'rich_text_section', elements: joined(each.elements) }));
      return [{ type: 'rich_text_list', style, indent, ...more, elements }];
    }
    const elements = joined(
      [first.elements, ...rest.map(each => [{ type: 'text', text: '\n' }, ...each.elements])].flat(),
    );
    if (elements.length === 0) return [];
    if (kind === 'quote') return [{ type: 'rich_text_quote', ...more, elements }];
    if (kind === 'pre') return [{ type: 'rich_text_preformatted', ...more, elements: joined(elements.map(unstyled)) }];
    return [{ type: 'rich_text_section', elements }];
  });
}

/** What may stand in preformatted text: text and links, without style. @param {Json} element @returns {Json} */
function unstyled({ style: _style, ...element }) {
  if (element.type === 'text' || element.type === 'link') return element;
  return { type: 'text', text: element.type === 'emoji' ? `:${element.name}:` : String(element.fallback ?? '') };
}

/**
 * Texts of one style that follow each other, as one.
 * @param {Json[]} elements
 */
function joined(elements) {
  /** @type {Json[]} */
  const made = [];
  for (const element of elements) {
    const last = made.at(-1);
    const same = last?.type === 'text' && element.type === 'text' && sameStyle(last.style, element.style);
    if (last && same) made[made.length - 1] = { ...last, text: `${last.text}${element.text}` };
    else made.push(element);
  }
  return made;
}

/** @param {unknown} one @param {unknown} other */
function sameStyle(one, other) {
  const names = style =>
    Object.keys(style ?? {})
      .sort()
      .join(' ');
  return names(one) === names(other);
}

/**
 * @param {string} tag
 * @param {Json[]} elements
 * @param {(element: Json) => string} nameOf
 */
function line(tag, elements, nameOf) {
  const made = document.createElement(tag);
  for (const element of elements) made.append(...drawn(element, nameOf));
  if (made.childNodes.length === 0 || String(elements.at(-1)?.text ?? '').endsWith('\n'))
    made.append(document.createElement('br'));
  return made;
}

/**
 * @param {Json} element
 * @param {(element: Json) => string} nameOf
 * @returns {Node[]}
 */
function drawn(element, nameOf) {
  if (element.type === 'text') {
    const nodes = String(element.text ?? '').split('\n');
    return nodes.flatMap((text, index) => {
      const shown = text === '' ? [] : [styled(document.createTextNode(text), element.style)];
      return index === 0 ? shown : [document.createElement('br'), ...shown];
    });
  }
  const url = element.type === 'link' ? safeUrl(String(element.url ?? '')) : null;
  if (url !== null) {
    const link = document.createElement('a');
    link.setAttribute('href', url);
    link.textContent = String(element.text ?? element.url ?? '');
    return [styled(link, element.style)];
  }
  return [atom(element, nameOf)];
}

/** @param {Node} node @param {unknown} style */
function styled(node, style) {
  let made = node;
  for (const [name, tag] of Object.entries(TAG_OF)) {
    if (/** @type {Json | undefined} */ (style)?.[name] !== true) continue;
    const around = document.createElement(tag);
    around.append(made);
    made = around;
  }
  return made;
}

/**
 * @param {Json[]} elements
 * @returns {Json[][]}
 */
function splitLines(elements) {
  /** @type {Json[][]} */
  const lines = [[]];
  for (const element of elements) {
    const texts = element.type === 'text' ? String(element.text ?? '').split('\n') : [null];
    texts.forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push(text === null ? element : { ...element, text });
    });
  }
  return lines;
}

/** @param {Json} part */
function hasMore(part) {
  return KEPT.some(name => part[name] !== undefined);
}

/** @param {HTMLElement} element @param {Json} part */
function keepMore(element, part) {
  const more = Object.fromEntries(KEPT.filter(name => part[name] !== undefined).map(name => [name, part[name]]));
  if (Object.keys(more).length > 0) element.dataset.more = JSON.stringify(more);
  if (element instanceof HTMLOListElement && part.offset) element.start = Number(part.offset) + 1;
}

/** @param {HTMLElement} element @returns {Json} */
function moreOf(element) {
  return element.dataset.more ? JSON.parse(element.dataset.more) : {};
}

/** @param {Line | undefined} each */
function isBlank(each) {
  return each === undefined || (each.kind !== 'item' && each.elements.every(isWhite));
}

/** @param {Json} element */
function isWhite(element) {
  return element.type === 'text' && String(element.text).trim() === '';
}

/** @param {Node} node */
function isList(node) {
  return node instanceof HTMLUListElement || node instanceof HTMLOListElement;
}

/** @param {unknown} value @returns {Json[]} */
function list(value) {
  return Array.isArray(value) ? value : [];
}
