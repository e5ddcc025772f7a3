/** What one does to the text in a rich text editor: styles, lists, quotes, code, links, single things. */

const INLINE = /** @type {Record<string, string>} */ ({ bold: 'bold', italic: 'italic', strike: 'strikeThrough' });
const LISTS = /** @type {Record<string, string>} */ ({ bullet: 'insertUnorderedList', ordered: 'insertOrderedList' });
const BLOCKS = /** @type {Record<string, string>} */ ({ quote: 'blockquote', pre: 'pre' });

/** The element of this tag the caret stands in, if it is within the editor. @param {HTMLElement} root @param {string} tag */
export function around(root, tag) {
  const at = document.getSelection()?.anchorNode;
  const element = at instanceof Element ? at : at?.parentElement;
  const found = element?.closest(tag);
  return found && root.contains(found) && found !== root ? /** @type {HTMLElement} */ (found) : null;
}

/**
 * Which styles hold where the caret is.
 * @param {HTMLElement} root
 * @returns {Set<string>}
 */
export function stylesAt(root) {
  /** @type {Set<string>} */
  const held = new Set();
  if (!root.contains(document.getSelection()?.anchorNode ?? null)) return held;
  for (const [name, command] of [...Object.entries(INLINE), ...Object.entries(LISTS)])
    if (document.queryCommandState(command)) held.add(name);
  for (const [name, tag] of [...Object.entries(BLOCKS), ['code', 'code'], ['link', 'a']])
    if (around(root, tag ?? '')) held.add(name ?? '');
  return held;
}

/**
 * Turns a style on, or off where it already holds.
 * @param {HTMLElement} root
 * @param {string} name
 */
export function toggle(root, name) {
  const command = INLINE[name] ?? LISTS[name];
  const block = BLOCKS[name];
  if (command) document.execCommand(command);
  else if (block) toggleBlock(root, block);
  else if (name === 'code') toggleCode(root);
}

/** @param {HTMLElement} root @param {string} tag */
function toggleBlock(root, tag) {
  const before = around(root, 'blockquote, pre');
  const same = before?.localName === tag;
  if (before) leaveBlock(before);
  if (!same) document.execCommand('formatBlock', false, tag);
}

/** Makes plain lines of a quote or of preformatted text. @param {HTMLElement} block */
export function leaveBlock(block) {
  const made = block.innerText
    .replace(/\n$/, '')
    .split('\n')
    .map(text => {
      const line = document.createElement('p');
      line.append(text === '' ? document.createElement('br') : text);
      return line;
    });
  block.replaceWith(...made);
  const last = made.at(-1);
  if (last) place(last, last.textContent === '' ? 0 : 1);
}

/** @param {HTMLElement} root */
function toggleCode(root) {
  const code = around(root, 'code');
  const selected = String(document.getSelection() ?? '');
  // A caret needs some text to stand in; what is read leaves these out again.
  const text = document.createTextNode('\u200b');
  if (code) {
    code.after(text);
    place(text, 1);
    return;
  }
  const made = document.createElement('code');
  made.append(selected === '' ? text : selected);
  insert(made);
  if (selected === '') place(text, 1);
}

/**
 * Puts nodes where the caret is, over what is selected, and the caret after them.
 * @param {Node[]} nodes
 */
export function insert(...nodes) {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  range.deleteContents();
  for (const node of nodes) {
    range.insertNode(node);
    range.setStartAfter(node);
  }
  range.collapse(true);
  select(range);
}

/** Puts the caret into a node. @param {Node} node @param {number} offset */
export function place(node, offset) {
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  select(range);
}

/**
 * Selects from some characters before the caret up to it, if they stand in one text.
 * @param {number} count
 */
export function selectBefore(count) {
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  const end = selection?.anchorOffset ?? 0;
  if (!(node instanceof Text) || end < count) return;
  const range = document.createRange();
  range.setStart(node, end - count);
  range.setEnd(node, end);
  select(range);
}

/** The text of the line before the caret, as far as it is of one style. @param {HTMLElement} root */
export function textBefore(root) {
  const selection = document.getSelection();
  const node = selection?.anchorNode ?? null;
  if (!selection?.isCollapsed || !(node instanceof Text) || !root.contains(node)) return '';
  return (node.data.slice(0, selection.anchorOffset) ?? '').replaceAll('\u00a0', ' ');
}

/** @param {Range} range */
export function select(range) {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
