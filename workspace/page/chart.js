/** Draws charts: the picture with its title and legend, and the same figures as a table for whoever wants or needs one. */
import { useId, useRef, useState } from '/page/vendor/hooks.js';
import { figuresOf, formatFigure, formatShare, sharesOf } from './chart-figures.js';
import { Swatch } from './chart-look.js';
import { Pie } from './chart-pie.js';
import { Plot } from './chart-plot.js';
import { useRoom } from './chart-room.js';
import { html } from './html.js';
import { NotDrawn } from './not-drawn.js';
import { usePage } from './page-context.js';
import { ScrollBox } from './scroll-box.js';

const KINDS = new Set(['pie', 'bar', 'area', 'line']);

/** A data_visualization block; a kind of chart that is not known is framed with its JSON. */
export function Chart({ block }) {
  return KINDS.has(block.chart?.type)
    ? html`<${Drawn} title=${String(block.title ?? '')} chart=${block.chart} />`
    : html`<${NotDrawn} value=${block} />`;
}

function Drawn({ title, chart }) {
  const { words, language } = usePage();
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const room = useRoom(box);
  const isPie = chart.type === 'pie';
  const segments = isPie ? (chart.segments ?? []) : [];
  const figures = figuresOf(chart);
  const names = isPie ? segments.map(({ label }) => label) : figures.series.map(one => one.name);
  const name = words.chartName(words.charts[chart.type], title, names.join(words.comma));
  const shares = sharesOf(segments.map(({ value }) => value));
  const parts = shares.map(
    (share, index) => `${formatFigure(segments[index].value, language)} (${formatShare(share, language)})`,
  );
  return html`<figure ref=${box} class="chart" data-kind=${chart.type}>
    <figcaption>${title}</figcaption>
    <div class="chart-body">
      ${
        room.width > 0 &&
        html`<${ScrollBox} label=${title}>
          ${
            isPie
              ? html`<${Pie} id=${id} name=${name} segments=${segments} room=${room} />`
              : html`<${Plot} id=${id} name=${name} kind=${chart.type} figures=${figures} axes=${chart.axis_config ?? {}} room=${room} />`
          }
        <//>`
      }
      <ul class="chart-legend" aria-label=${words.legend}>
        ${names.map(
          (each, index) => html`<li>
            <${Swatch} id=${id} index=${index} kind=${chart.type} />
            <span>${each}${isPie && html` <span class="chart-figure">${parts[index]}</span>`}</span>
          </li>`,
        )}
      </ul>
    </div>
    <button type="button" class="link-button" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      ${open ? words.hideTable : words.showTable}
    </button>
    ${open && html`<${FigureTable} title=${title} chart=${chart} figures=${figures} segments=${segments} shares=${shares} />`}
  </figure>`;
}

/** The figures as they were sent, whole. */
function FigureTable({ title, chart, figures, segments, shares }) {
  const { words, language } = usePage();
  const { x_label, y_label } = chart.axis_config ?? {};
  const isPie = chart.type === 'pie';
  const heads = isPie ? [words.value, words.share] : figures.series.map(({ name }) => name);
  const rows = isPie
    ? shares.map((share, index) => [
        segments[index].label,
        formatFigure(segments[index].value, language),
        formatShare(share, language),
      ])
    : figures.categories.map((category, index) => [
        category,
        ...figures.series.map(({ values }) => formatFigure(values[index], language)),
      ]);
  return html`<${ScrollBox} label=${title}>
    <table>
      <caption>${y_label ? `${title} · ${y_label}` : title}</caption>
      <thead>
        <tr>
          <th scope="col">${x_label ?? words.category}</th>
          ${heads.map(head => html`<th scope="col" class="align-right">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([label, ...cells]) => html`<tr>
            <th scope="row">${label}</th>
            ${cells.map(cell => html`<td class="align-right">${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  <//>`;
}
