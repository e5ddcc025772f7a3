/**
 * Draws a markdown block.
 * @import { Piece, Span } from './markdown.d.ts'
 */
import { html } from './html.js';
import { parseMarkdown } from './markdown.js';
import { Link } from './text.js';

/** A markdown block's text. */
export function Markdown({ source }) {
  const pieces = parseMarkdown(String(source ?? ''));
  return html`<div class="rich-text markdown">${pieces.map(piece => html`<${OnePiece} piece=${piece} />`)}</div>`;
}

/** @param {{ piece: Piece }} props */
function OnePiece({ piece }) {
  switch (piece.type) {
    case 'heading':
      return html`<h3 class=${`level-${piece.level}`}><${Spans} spans=${piece.spans} /></h3>`;
    case 'paragraph':
      return html`<p><${Spans} spans=${piece.spans} /></p>`;
    case 'quote':
      return html`<blockquote><${Spans} spans=${piece.spans} /></blockquote>`;
    case 'pre':
      return html`<pre tabindex="0">${piece.text}</pre>`;
    case 'rule':
      return html`<hr />`;
    case 'table':
      return html`<${PlainTable} head=${piece.head} rows=${piece.rows} />`;
    case 'list': {
      const items = piece.items.map(
        item =>
          html`<li class=${`indent-${item.depth}`}><${Check} checked=${item.checked} /><${Spans} spans=${item.spans} /></li>`,
      );
      return piece.ordered ? html`<ol start=${piece.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

/** @param {{ checked: boolean | null }} props */
function Check({ checked }) {
  return checked === null ? null : `${checked ? '☑' : '☐'} `;
}

/** @param {{ head: Span[][], rows: Span[][][] }} props */
function PlainTable({ head, rows }) {
  return html`<div class="table-scroll" tabindex="0" role="group">
    <table>
      <thead><tr>${head.map(cell => html`<th scope="col"><${Spans} spans=${cell} /></th>`)}</tr></thead>
      <tbody>${rows.map(row => html`<tr>${row.map(cell => html`<td><${Spans} spans=${cell} /></td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
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
    case 'image':
      return html`<${Link} url=${span.url}>${span.alt || span.url}<//>`;
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
