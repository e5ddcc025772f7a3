/**
 * Draws a pie chart: slices clockwise from the top, each with its share beside it.
 * @import { Room } from './chart-room.js'
 */
import { formatShare, sharesOf } from './chart-figures.js';
import { fillOf, lookOf, Patterns } from './chart-look.js';
import { html } from './html.js';
import { usePage } from './page-context.js';

/** Of slices smaller than this only the legend tells the share: beside the pie they would lie upon one another. */
const TOLD_FROM = 0.04;

/** @param {{ id: string, name: string, segments: { label: string, value: number }[], room: Room }} props */
export function Pie({ id, name, segments, room }) {
  const { language } = usePage();
  const { size } = room;
  // Where there is hardly any room the pie stays as large as this, and its box scrolls.
  const radius = Math.max(size * 3, Math.min(size * 8, (room.width - size * 9) / 2));
  const across = radius + size * 4.5;
  const up = radius + size * 1.8;
  const at = (turn, distance) => ({
    x: across + Math.sin(turn * 2 * Math.PI) * distance,
    y: up - Math.cos(turn * 2 * Math.PI) * distance,
  });
  let turned = 0;
  const slices = sharesOf(segments.map(({ value }) => value)).map((share, index) => {
    turned += share;
    return { index, share, from: turned - share, to: turned, text: formatShare(share, language) };
  });
  const shape = ({ share, from, to }) => {
    const [begin, end] = [at(from, radius), at(to, radius)];
    return `M${across} ${up}L${begin.x} ${begin.y}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${end.x} ${end.y}Z`;
  };
  return html`<svg role="img" aria-label=${name} width=${across * 2} height=${up * 2}>
    <${Patterns} id=${id} count=${slices.length} />
    ${slices.map(slice => {
      const tip = html`<title>${segments[slice.index]?.label}: ${slice.text}</title>`;
      const look = `chart-surface chart-mark ${lookOf(slice.index)}`;
      const fill = fillOf(id, slice.index);
      // An arc that comes back to where it began would be nothing.
      return slices.length === 1
        ? html`<circle class=${look} cx=${across} cy=${up} r=${radius} fill=${fill}>${tip}</circle>`
        : html`<path class=${look} d=${shape(slice)} fill=${fill}>${tip}</path>`;
    })}
    ${slices.map(({ share, from, text }) => {
      if (share < TOLD_FROM) return null;
      const turn = from + share / 2;
      const { x, y } = at(turn, radius + size * 0.7);
      const side = Math.sin(turn * 2 * Math.PI);
      const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end';
      // A text stands on its line: beside the pie it is half a letter lower, below it a whole one.
      const lower = (size * 0.8 * (1 - Math.cos(turn * 2 * Math.PI))) / 2;
      return html`<text class="chart-value" x=${x} y=${y + lower} text-anchor=${anchor}>${text}</text>`;
    })}
  </svg>`;
}
