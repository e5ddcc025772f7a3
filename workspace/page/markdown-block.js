/**
 * Draws a markdown block.
 * @import { Align, Item, Piece, Span } from './markdown.d.ts'
 */
import { html } from './html.js';
import { parseMarkdown } from './markdown.js';
import { Picture } from './media.js';
import { ScrollBox } from './scroll-box.js';
import { Emoji, Link } from './text.js';

/** A markdown block's text. */
export function Markdown({ source }) {
  return html`<div class="rich-text markdown"><${Pieces} pieces=${parseMarkdown(String(source ?? ''))} /></div>`;
}

/** @param {{ pieces: Piece[] }} props */
function Pieces({ pieces }) {
  return pieces.map(piece => html`<${OnePiece} piece=${piece} />`);
}

/** @param {{ piece: Piece }} props */
function OnePiece({ piece }) {
  switch (piece.type) {
    case 'heading':
      // The page has headings of its own above those of a message.
      return html`<div role="heading" aria-level=${Math.min(6, piece.level + 2)} class=${`heading level-${piece.level}`}><${Spans} spans=${piece.spans} /></div>`;
    case 'paragraph':
      return html`<p><${Spans} spans=${piece.spans} /></p>`;
    case 'quote':
      return html`<blockquote><${Pieces} pieces=${piece.pieces} /></blockquote>`;
    case 'pre':
      return html`<pre tabindex="0">${piece.text}</pre>`;
    case 'rule':
      return html`<hr />`;
    case 'table':
      return html`<${PlainTable} ...${piece} />`;
    case 'list': {
      const items = piece.items.map(item => html`<${OneItem} item=${item} />`);
      return piece.ordered ? html`<ol start=${piece.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

/** @param {{ item: Item }} props */
function OneItem({ item }) {
  const pieces = html`<${Pieces} pieces=${item.pieces} />`;
  if (item.checked === null) return html`<li>${pieces}</li>`;
  return html`<li class="task-item"><input type="checkbox" disabled checked=${item.checked} aria-label=${item.checked ? '☑' : '☐'} /><div>${pieces}</div></li>`;
}

/** @param {{ align: Align[], head: Span[][], rows: Span[][][] }} props */
function PlainTable({ align, head, rows }) {
  const look = index => `align-${align[index] ?? 'left'}`;
  return html`<${ScrollBox}>
    <table>
      <thead><tr>${head.map((cell, i) => html`<th scope="col" class=${look(i)}><${Spans} spans=${cell} /></th>`)}</tr></thead>
      <tbody>${rows.map(row => html`<tr>${row.map((cell, i) => html`<td class=${look(i)}><${Spans} spans=${cell} /></td>`)}</tr>`)}</tbody>
    </table>
  <//>`;
}

/** @param {{ spans: Span[] }} props */
function Spans({ spans }) {
  return spans.map(span => html`<${OneSpan} span=${span} />`);
}

/** @param {{ span: Span }} props */
function OneSpan({ span }) {
  switch (span.type) {
    case 'text':
      return span.text;
    case 'break':
      return html`<br />`;
    case 'code':
      return html`<code>${span.text}</code>`;
    case 'emoji':
      return html`<${Emoji} name=${span.name} />`;
    case 'image':
      return html`<${Picture} image=${{ image_url: span.url, alt_text: span.alt }} />`;
    case 'link':
      return html`<${Link} url=${span.url}><${Spans} spans=${span.children} /><//>`;
    case 'strong':
      return html`<strong><${Spans} spans=${span.children} /></strong>`;
    case 'em':
      return html`<em><${Spans} spans=${span.children} /></em>`;
    case 's':
      return html`<s><${Spans} spans=${span.children} /></s>`;
  }
}
