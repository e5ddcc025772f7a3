/** What people type, as the rich text Slack makes of it: styles, links, mentions, emoji, lists, quotes and code. */

import type { Fault } from '@tiaoli/block-kit';
import { richText as rule } from '@tiaoli/block-kit';
import { asText, type JsonObject, objectsOf } from '../json.ts';
import { emojiUnicode } from '../text/emoji.js';
import { type Inline, type Node, parseMrkdwn } from '../text/mrkdwn.js';

type Style = Record<string, true>;

const ITEM = /^( *)(?:[-*•◦▪]|(\d{1,9})[.)]) +/;
const INDENT = 2;
const DEEPEST = 8;

/** The rich text of a text in Slack's mrkdwn. */
export function richText(text: string): JsonObject {
  const elements = parts(linesOf(parseMrkdwn(text)));
  return { type: 'rich_text', elements: elements.length > 0 ? elements : [section([{ type: 'text', text }])] };
}

/** What Slack would find wrong with a rich text, in its words; empty when nothing. */
export function richTextFaults(block: JsonObject): string[] {
  const faults: Fault[] = [];
  rule.check(block, { pointer: '', surface: 'modal', faults });
  return faults.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
}

/** What a rich text says, without its form; empty when there is nothing in it. */
export function textOfRichText(block: JsonObject): string {
  return objectsOf(block.elements)
    .map(part => (part.elements ? textOfRichText(part) : asText(part.text) || asText(part.type)))
    .join('');
}

type Line = Inline[] | Exclude<Node, Inline>;

/** The nodes line by line; quotes and preformatted text are lines of their own. */
function linesOf(nodes: Node[]): Line[] {
  const lines: Line[] = [];
  let open: Inline[] | undefined;
  for (const node of nodes) {
    if (node.type === 'pre' || node.type === 'quote') {
      lines.push(node);
      open = undefined;
    } else if (node.type === 'break') {
      if (!open && !isWhole(lines.at(-1))) lines.push([]);
      open = [];
      lines.push(open);
    } else {
      if (!open) {
        open = [];
        lines.push(open);
      }
      open.push(node);
    }
  }
  return lines;
}

function isWhole(line: Line | undefined): boolean {
  return line !== undefined && !Array.isArray(line);
}

/** The parts of the rich text: lines that follow each other make one section, items of one kind one list. */
function parts(lines: Line[]): JsonObject[] {
  const made: JsonObject[] = [];
  let list: { key: string; items: JsonObject[] } | undefined;
  let text: JsonObject[] | undefined;
  for (const line of lines) {
    const item = Array.isArray(line) ? readItem(line) : undefined;
    if (item) {
      if (list?.key !== item.key) {
        list = { key: item.key, items: [] };
        made.push({ type: 'rich_text_list', ...item.form, elements: list.items });
      }
      list.items.push(section(item.elements));
      text = undefined;
      continue;
    }
    list = undefined;
    if (!Array.isArray(line)) {
      made.push(
        line.type === 'pre'
          ? { type: 'rich_text_preformatted', elements: pieces({ ...line, type: 'text' }, {}), border: 0 }
          : { type: 'rich_text_quote', elements: joined(line.children.flatMap(node => pieces(node, {}))) },
      );
      text = undefined;
    } else if (text) text.push({ type: 'text', text: '\n' }, ...line.flatMap(node => pieces(node, {})));
    else {
      text = line.flatMap(node => pieces(node, {}));
      made.push({ type: 'rich_text_section', elements: text });
    }
  }
  for (const part of made) if (part.type === 'rich_text_section') part.elements = joined(objectsOf(part.elements));
  return made.filter(part => objectsOf(part.elements).length > 0);
}

function readItem(line: Inline[]): { key: string; form: JsonObject; elements: JsonObject[] } | undefined {
  const [first, ...rest] = line;
  const mark = first?.type === 'text' ? ITEM.exec(first.text) : null;
  if (!mark || first?.type !== 'text') return undefined;
  const indent = Math.min(DEEPEST, Math.floor((mark[1]?.length ?? 0) / INDENT));
  const style = mark[2] === undefined ? 'bullet' : 'ordered';
  const offset = Math.max(0, Number(mark[2] ?? 1) - 1);
  const inside: Inline[] = [{ type: 'text', text: first.text.slice(mark[0].length) }, ...rest];
  const form = { style, indent, border: 0, ...(offset > 0 && { offset }) };
  return { key: `${style} ${indent}`, form, elements: joined(inside.flatMap(node => pieces(node, {}))) };
}

function pieces(node: Inline, style: Style): JsonObject[] {
  const styled = Object.keys(style).length > 0 ? { style } : {};
  switch (node.type) {
    case 'text':
      return node.text === '' ? [] : [{ type: 'text', text: node.text, ...styled }];
    case 'break':
      return [{ type: 'text', text: '\n' }];
    case 'bold':
    case 'italic':
    case 'strike':
      return node.children.flatMap(child => pieces(child, { ...style, [node.type]: true }));
    case 'code':
      return [{ type: 'text', text: node.text, style: { ...style, code: true } }];
    case 'link': {
      const bare = node.url.replace(/^mailto:/, '');
      return [{ type: 'link', url: node.url, ...(node.text !== bare && { text: node.text }), ...styled }];
    }
    case 'user':
      return [{ type: 'user', user_id: node.id, ...styled }];
    case 'channel':
      return [{ type: 'channel', channel_id: node.id, ...styled }];
    case 'usergroup':
      return [{ type: 'usergroup', usergroup_id: node.id, ...styled }];
    case 'broadcast':
      return [{ type: 'broadcast', range: node.range, ...styled }];
    case 'date': {
      const { seconds: timestamp, format, url, fallback } = node;
      return [{ type: 'date', timestamp, format, ...(url !== '' && { url }), fallback, ...styled }];
    }
    case 'emoji': {
      const [name = '', tone] = node.name.split('::skin-tone-');
      const unicode = emojiUnicode(node.name);
      return [{ type: 'emoji', name, unicode, ...(tone !== undefined && { skin_tone: Number(tone) }), ...styled }];
    }
  }
}

/** Texts of one style that follow each other, as one. */
function joined(elements: JsonObject[]): JsonObject[] {
  const made: JsonObject[] = [];
  for (const element of elements) {
    const last = made.at(-1);
    const same = last?.type === 'text' && element.type === 'text' && sameStyle(last.style, element.style);
    if (last && same) last.text = asText(last.text) + asText(element.text);
    else made.push({ ...element });
  }
  return made;
}

function sameStyle(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});
}

function section(elements: JsonObject[]): JsonObject {
  return { type: 'rich_text_section', elements };
}
