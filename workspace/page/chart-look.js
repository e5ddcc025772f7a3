/**
 * How the series and slices of charts are told apart, with colours and as well without: each has a pattern, a shape of
 * its points and a kind of line.
 */
import { html } from './html.js';

const LOOKS = 6;
/** What is drawn over the tint of a surface, in squares of eight pixels; the first is plain. */
const PATTERNS = [
  '',
  'M-2 2 2-2M0 8 8 0M6 10 10 6',
  'M2 2h.01M6 6h.01',
  'M0 2h8M0 6h8',
  'M-2 6 2 10M0 0 8 8M6-2 10 2',
  'M0 2h8M2 0v8',
];
const DASHES = ['', '7 4', '2 4', '10 3 2 3', '5 3', '12 4'];
/** Around zero, as wide as two units. */
const POINTS = [
  'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z',
  'M-.9-.9h1.8v1.8h-1.8z',
  'M0-1.2 1.1.8H-1.1z',
  'M0-1.3 1.1 0 0 1.3-1.1 0z',
  'M0 1.2 1.1-.8H-1.1z',
  'M-.4-1.1h.8v.7h.7v.8h-.7v.7h-.8v-.7h-.7v-.8h.7z',
];

/** The class that gives a series or slice its colour. */
export const lookOf = index => `look-${index % LOOKS}`;

/** @param {number} index */
export const dashOf = index => DASHES[index % LOOKS] || undefined;

/** The fill of a surface, by the patterns of `Patterns` with the same id. */
export const fillOf = (id, index) => `url(#${id}-${index % LOOKS})`;

/** The patterns as many series or slices need, for one SVG and the swatches beside it. */
export function Patterns({ id, count }) {
  return html`<defs>
    ${PATTERNS.slice(0, count).map(
      (
        path,
        index,
      ) => html`<pattern id=${`${id}-${index}`} class=${lookOf(index)} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class=${path === '' ? 'chart-plain' : 'chart-tint'} width="8" height="8" />
        ${path !== '' && html`<path class=${`chart-pattern${index === 2 ? ' dots' : ''}`} d=${path} />`}
      </pattern>`,
    )}
  </defs>`;
}

/** One point of a line, with what it stands for as its tip. */
export function Point({ index, x, y, size, children }) {
  return html`<path class=${`chart-point ${lookOf(index)}`} d=${POINTS[index % LOOKS]} transform=${`translate(${x} ${y}) scale(${size})`}>${children}</path>`;
}

/** What a legend shows beside a name: a piece of the surface, of the line, or of both. */
export function Swatch({ id, index, kind }) {
  const isSurface = kind !== 'line';
  return html`<svg class=${`chart-swatch ${lookOf(index)}`} width="28" height="16" aria-hidden="true">
    ${isSurface && html`<rect class=${`chart-surface ${lookOf(index)}`} x="1" y="1" width="26" height="14" rx="2" fill=${fillOf(id, index)} />`}
    ${kind === 'line' && html`<path class=${`chart-line ${lookOf(index)}`} d="M0 8h28" stroke-dasharray=${dashOf(index)} />`}
    ${(kind === 'line' || kind === 'area') && html`<${Point} index=${index} x=${14} y=${8} size=${4} />`}
  </svg>`;
}
