/**
 * What a message says on one line of plain text, for lists that only point to it.
 * @import { Node } from '../core/text/mrkdwn.d.ts'
 */
import { emojiCharacter } from '../core/text/emoji.js';
import { parseMrkdwn } from '../core/text/mrkdwn.js';

/**
 * The first line of the text that says anything, names in place of ids.
 * @param {string} source mrkdwn
 * @param {(id: string) => string} nameOf
 */
export function firstLine(source, nameOf) {
  const lines = parseMrkdwn(source)
    .map(node => plain(node, nameOf))
    .join('')
    .split('\n');
  return lines.find(line => line.trim() !== '')?.trim() ?? '';
}

/**
 * @param {Node} node
 * @param {(id: string) => string} nameOf
 * @returns {string}
 */
function plain(node, nameOf) {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'pre':
      return node.text;
    case 'link':
      return node.text || node.url;
    case 'break':
      return '\n';
    case 'user':
      return `@${nameOf(node.id)}`;
    case 'channel':
      return `#${node.label || node.id}`;
    case 'usergroup':
      return node.label || node.id;
    case 'broadcast':
      return `@${node.range}`;
    case 'date':
      return node.fallback;
    case 'emoji':
      return emojiCharacter(node.name);
    default:
      return node.children.map(child => plain(child, nameOf)).join('');
  }
}
