/** Draws tables: plain ones, and data tables that sort and turn pages. */
import { useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { NotDrawn } from './not-drawn.js';
import { usePage } from './page-context.js';
import { RichText } from './rich-text.js';
import { ScrollBox } from './scroll-box.js';

/** A table block; the first row is its head. */
export function Table({ block }) {
  const [head = [], ...rows] = block.rows ?? [];
  const settings = block.column_settings ?? [];
  const look = index => `align-${settings[index]?.align ?? 'left'}${settings[index]?.is_wrapped ? ' wrapped' : ''}`;
  return html`<${ScrollBox}>
    <table>
      <thead><tr>${head.map((cell, i) => html`<th scope="col" class=${look(i)}><${Cell} cell=${cell} /></th>`)}</tr></thead>
      <tbody>
        ${rows.map(row => html`<tr>${row.map((cell, i) => html`<td class=${look(i)}><${Cell} cell=${cell} /></td>`)}</tr>`)}
      </tbody>
    </table>
  <//>`;
}

/** A data table block with its caption, sorting by a click on a column, and pages. */
export function DataTable({ block }) {
  const { words } = usePage();
  const [order, setOrder] = useState({ column: -1, down: false });
  const [page, setPage] = useState(0);
  const [head = [], ...body] = block.rows ?? [];
  const rows = order.column < 0 ? body : sorted(body, order.column, order.down);
  const size = Math.max(1, block.page_size ?? 5);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const shown = rows.slice(page * size, page * size + size);
  const rowHead = block.row_header_column_index ?? 0;
  const sortBy = column => setOrder({ column, down: order.column === column && !order.down });
  const direction = column => (order.column !== column ? 'none' : order.down ? 'descending' : 'ascending');
  return html`<div class="data-table"><${ScrollBox} label=${block.caption}>
    <table>
      <caption>${block.caption}</caption>
      <thead>
        <tr>
          ${head.map(
            (cell, i) => html`<th scope="col" aria-sort=${direction(i)}>
              <button type="button" class="sort" title=${words.sortBy(textOf(cell))} onClick=${() => sortBy(i)}>
                <${Cell} cell=${cell} /><span class="arrow" aria-hidden="true"></span>
              </button>
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          row => html`<tr>
            ${row.map((cell, i) => (i === rowHead ? html`<th scope="row"><${Cell} cell=${cell} /></th>` : html`<td class=${cell?.type === 'raw_number' ? 'align-right' : ''}><${Cell} cell=${cell} /></td>`))}
          </tr>`,
        )}
      </tbody>
    </table><//>
    ${
      pages > 1 &&
      html`<div class="pages">
        <button type="button" class="button" disabled=${page === 0} onClick=${() => setPage(page - 1)}>${words.previous}</button>
        <span aria-live="polite">${words.page(page + 1, pages)}</span>
        <button type="button" class="button" disabled=${page >= pages - 1} onClick=${() => setPage(page + 1)}>${words.next}</button>
      </div>`
    }
  </div>`;
}

function Cell({ cell }) {
  if (cell?.type === 'rich_text') return html`<${RichText} block=${cell} />`;
  if (cell?.type === 'raw_text' || cell?.type === 'raw_number') return String(cell.text ?? cell.value ?? '');
  return html`<${NotDrawn} value=${cell} />`;
}

function sorted(rows, column, down) {
  const value = row => (row[column]?.type === 'raw_number' ? row[column].value : textOf(row[column]));
  const rising = [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return typeof x === 'number' && typeof y === 'number'
      ? x - y
      : String(x).localeCompare(String(y), 'zh-CN', { numeric: true });
  });
  return down ? rising.reverse() : rising;
}

function textOf(cell) {
  if (cell?.type !== 'rich_text') return String(cell?.text ?? '');
  const words = JSON.stringify(cell).match(/"text":"((?:[^"\\]|\\.)*)"/g) ?? [];
  return words.map(word => word.slice(8, -1)).join(' ');
}
