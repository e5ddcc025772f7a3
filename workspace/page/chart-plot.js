/**
 * Draws what has axes: bars in groups, lines, and areas one before the other.
 * @import { Figures } from './chart-figures.d.ts'
 * @import { Room } from './chart-room.js'
 */

import { Categories, categoryLayout } from './chart-categories.js';
import { formatFigure, formatTick, scaleOf } from './chart-figures.js';
import { cut } from './chart-label.js';
import { dashOf, fillOf, lookOf, Patterns, Point } from './chart-look.js';
import { html } from './html.js';
import { usePage } from './page-context.js';

/** In letters' sizes: how high the plot is, how thick the thinnest bar, how far categories stand apart at least. */
const HEIGHT = 15;
const BAR_MIN = 0.6;
const APART = 1.9;
/** What of a category's place its bars take. */
const BARS = 0.76;
/** How much of the room the first category may take beside the plot. */
const ASIDE = 0.4;

/** @param {{ id: string, name: string, kind: string, figures: Figures, axes: any, room: Room }} props */
export function Plot({ id, name, kind, figures, axes, room }) {
  const { language } = usePage();
  const { size, widthOf } = room;
  const { categories, series } = figures;
  const scale = scaleOf(series.flatMap(({ values }) => values));
  const ticks = scale.ticks.map(value => ({ value, text: formatTick(value, scale, language) }));
  const right = size * 0.6;
  const least = size * Math.max(APART, kind === 'bar' ? (series.length * BAR_MIN) / BARS : 0);
  const slotBeside = left => Math.max(least, (room.width - left - right) / categories.length);
  const beside = Math.max(...ticks.map(({ text }) => widthOf(text))) + size * 0.8;
  const aslant = Math.min(categoryLayout(categories, slotBeside(beside), room).left, room.width * ASIDE);
  const left = Math.max(beside, aslant);
  const slot = slotBeside(left);
  const layout = categoryLayout(categories, slot, room);
  const width = left + right + slot * categories.length;
  const told = kind === 'bar' ? barTexts(figures, slot, room, language) : undefined;
  const top = axes.y_label ? size * 2.9 : size * 1.4;
  // A figure told below the lowest bar needs a line of its own.
  const bottom = top + HEIGHT * size;
  const foot = bottom + size * (told && (scale.ticks[0] ?? 0) < 0 ? 1.3 : 0.2);
  const end = foot + layout.height;
  const at = {
    x: index => left + slot * (index + 0.5),
    y: value => bottom - scale.at(value) * (bottom - top),
  };
  const drawing = { id, figures, at, slot, size, told, language };
  return html`<svg role="img" aria-label=${name} width=${width} height=${end + (axes.x_label ? size * 1.8 : size * 0.3)}>
    <${Patterns} id=${id} count=${series.length} />
    ${axes.y_label && html`<${Line} text=${axes.y_label} x=${0} y=${size} room=${room} most=${width} anchor="start" />`}
    <g>
      ${ticks.map(
        ({
          value,
          text,
        }) => html`<path class=${value === 0 ? 'chart-zero' : 'chart-grid'} d=${`M${left} ${at.y(value)}H${width - right}`} />
          <text x=${left - size * 0.5} y=${at.y(value) + size * 0.35} text-anchor="end">${text}</text>`,
      )}
    </g>
    ${kind === 'bar' && html`<${Bars} ...${drawing} />`}
    ${kind === 'area' && html`<${Areas} ...${drawing} />`}
    ${kind !== 'bar' && html`<${Lines} ...${drawing} />`}
    <${Categories} layout=${layout} x=${at.x} y=${foot} size=${size} widthOf=${widthOf} />
    ${axes.x_label && html`<${Line} text=${axes.x_label} x=${left + (width - left - right) / 2} y=${end + size * 1.2} room=${room} most=${width - left} anchor="middle" />`}
  </svg>`;
}

/** The name of an axis, cut where there is no room for it, and then whole as its tip. */
function Line({ text, x, y, room, most, anchor }) {
  const shown = cut(text, Math.min(most, room.width || most), room.widthOf);
  return html`<text class="chart-axis" x=${x} y=${y} text-anchor=${anchor}>${shown}${shown !== text && html`<title>${text}</title>`}</text>`;
}

/** The figures as they stand at their bars; undefined where one of them is wider than its place. */
function barTexts({ series }, slot, { size, widthOf }, language) {
  const texts = series.map(({ values }) => values.map(value => formatFigure(value, language)));
  const place = series.length === 1 ? slot - size * 0.4 : (slot * BARS) / series.length;
  return texts.flat().every(text => widthOf(text) <= place) ? texts : undefined;
}

function Bars({ id, figures, at, slot, size, told, language }) {
  const { categories, series } = figures;
  const thick = Math.min((slot * BARS) / series.length, size * 4);
  return series.map(({ name, values }, index) =>
    values.map((value, place) => {
      const x = at.x(place) + (index - series.length / 2) * thick;
      const [upper, lower] = [at.y(Math.max(0, value)), at.y(Math.min(0, value))];
      const text = told?.[index]?.[place];
      return html`<rect class=${`chart-surface chart-mark ${lookOf(index)}`} x=${x} y=${upper} width=${thick} height=${lower - upper} fill=${fillOf(id, index)}>
          <${Tip} name=${name} category=${categories[place]} value=${value} language=${language} />
        </rect>
        ${text && html`<text class="chart-value" x=${x + thick / 2} y=${value < 0 ? lower + size : upper - size * 0.35} text-anchor="middle">${text}</text>`}`;
    }),
  );
}

/** The surfaces between the lines and zero; the first series lies at the back. */
function Areas({ id, figures, at }) {
  return figures.series.map(({ values }, index) => {
    const line = values.map((value, place) => `L${at.x(place)} ${at.y(value)}`).join('');
    const path = `M${at.x(0)} ${at.y(0)}${line}L${at.x(values.length - 1)} ${at.y(0)}Z`;
    return html`<path class=${`chart-area ${lookOf(index)}`} d=${path} fill=${fillOf(id, index)} />`;
  });
}

function Lines({ figures, at, size, language }) {
  const { categories, series } = figures;
  return series.map(({ name, values }, index) => {
    const path = values.map((value, place) => `${place === 0 ? 'M' : 'L'}${at.x(place)} ${at.y(value)}`).join('');
    return html`<path class=${`chart-line chart-mark ${lookOf(index)}`} d=${path} stroke-dasharray=${dashOf(index)} />
      ${values.map(
        (value, place) => html`<${Point} index=${index} x=${at.x(place)} y=${at.y(value)} size=${size * 0.35}>
          <${Tip} name=${name} category=${categories[place]} value=${value} language=${language} />
        <//>`,
      )}`;
  });
}

function Tip({ name, category, value, language }) {
  return html`<title>${name}, ${category}: ${formatFigure(value, language)}</title>`;
}
