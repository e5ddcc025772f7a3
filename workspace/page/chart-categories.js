/**
 * The categories below a chart: on one line or two where they fit so, else aslant; cut ones are whole as their tips.
 * @import { Room } from './chart-room.js'
 */
import { cut, inTwo } from './chart-label.js';
import { html } from './html.js';

/** In letters' sizes: from which place on cut lines say more than what stands aslant, and how far that may reach. */
const WIDE = 9;
const REACH = 11;
const ASLANT = Math.SQRT1_2;

/**
 * How the categories are written in places so wide, how much height that takes,
 * and how much there must be left of the first place.
 * @param {string[]} categories
 * @param {number} slot
 * @param {Room} room
 */
export function categoryLayout(categories, slot, { size, widthOf }) {
  const place = slot - size * 0.6;
  const lines = categories.map(text => inTwo(text, place, widthOf));
  if (slot >= WIDE * size || lines.every((one, index) => isWhole(one, categories[index]))) {
    const most = Math.max(1, ...lines.map(one => one.length));
    return { categories, lines, height: size * (0.5 + 1.25 * most), left: 0 };
  }
  const longest = Math.min(REACH * size, Math.max(...categories.map(widthOf)));
  const left = Math.min(REACH * size, widthOf(categories[0] ?? '')) * ASLANT + size - slot / 2;
  return { categories, lines: undefined, height: longest * ASLANT + size * 1.4, left };
}

/** @param {{ layout: ReturnType<typeof categoryLayout>, x: (index: number) => number, y: number, size: number, widthOf: Room['widthOf'] }} props */
export function Categories({ layout, x, y, size, widthOf }) {
  const { categories, lines } = layout;
  if (lines) {
    return categories.map(
      (text, index) => html`<text class="chart-category" text-anchor="middle">
        ${lines[index]?.map((line, at) => html`<tspan x=${x(index)} y=${y + size * (1.3 + 1.25 * at)}>${line}</tspan>`)}
        ${!isWhole(lines[index], text) && html`<title>${text}</title>`}
      </text>`,
    );
  }
  return categories.map((text, index) => {
    const [right, down] = [x(index) + size * 0.4, y + size * 1.1];
    // The first ones end where the drawing begins.
    const shown = cut(text, Math.min(REACH * size, right / ASLANT - size), widthOf);
    return html`<text class="chart-category" text-anchor="end" transform=${`translate(${right} ${down}) rotate(-45)`}>
      ${shown}${shown !== text && html`<title>${text}</title>`}
    </text>`;
  });
}

function isWhole(lines, text) {
  return lines.join('').replace(/\s/g, '') === text.replace(/\s/g, '');
}
