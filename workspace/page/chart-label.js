/** Labels of charts, which must fit into the room there is: on one line, on two, or cut. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const ELLIPSIS = '…';
/** After these a line may end. */
const BREAK = /[\s-]$|\p{Script=Han}$/u;

/**
 * The text, or as much of its beginning as fits with an ellipsis.
 * @param {string} text
 * @param {number} room
 * @param {(text: string) => number} widthOf
 */
export function cut(text, room, widthOf) {
  if (widthOf(text) <= room) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(kept + segment + ELLIPSIS) > room) break;
    kept += segment;
  }
  return kept.trimEnd() + ELLIPSIS;
}

/**
 * The text on one line, or on two where it can be broken between words or Chinese characters; the last line is cut.
 * @param {string} text
 * @param {number} room
 * @param {(text: string) => number} widthOf
 */
export function inTwo(text, room, widthOf) {
  if (widthOf(text) <= room) return [text];
  let begun = '';
  let first = '';
  for (const { segment } of graphemes.segment(text)) {
    begun += segment;
    if (widthOf(begun.trimEnd()) > room) break;
    if (BREAK.test(segment)) first = begun;
  }
  const rest = cut(text.slice(first.length), room, widthOf);
  return first === '' ? [rest] : [first.trimEnd(), rest];
}
