/**
 * What charts are drawn from: figures by category, a scale with round steps, parts of a whole, numbers as people write them.
 * @import { Figures, Scale } from './chart-figures.d.ts'
 * @import { Language } from './time.d.ts'
 */

const LOCALE = /** @type {const} */ ({ zh: 'zh-CN', en: 'en' });
/** Beyond these a number is told as a power of ten. */
const LEAST = 1e-6;
const MOST = 1e15;
/** From here on a scale says 100K, not 100,000. */
const SHORT_FROM = 100_000;
/** The largest and smallest figures a scale can be laid over without leaving what numbers can hold. */
const HUGE = 1e308;
const TINY = 1e-300;

/**
 * The series of a chart with axes, each with its figures in the order of the categories; points may come in any order.
 * Slack takes no chart in which a category has no figure.
 * @param {any} chart
 * @returns {Figures}
 */
export function figuresOf(chart) {
  const categories = (chart.axis_config?.categories ?? []).map(String);
  const series = (chart.series ?? []).map(({ name, data }) => {
    const points = new Map((data ?? []).map(({ label, value }) => [label, Number(value)]));
    return { name: String(name), values: categories.map(category => points.get(category) ?? 0) };
  });
  return { categories, series };
}

/**
 * A scale of about five round steps that holds all figures and zero, so that lengths can be compared.
 * @param {number[]} values
 * @returns {Scale}
 */
export function scaleOf(values) {
  const low = Math.max(-HUGE, Math.min(0, ...values));
  const high = Math.min(HUGE, Math.max(0, ...values)) || (low === 0 ? 1 : 0);
  const rough = Math.max(TINY, high / 4 - low / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5].map(times => times * power).find(one => one >= rough) ?? 10 * power;
  const ticks = [];
  for (let at = Math.floor(low / step); at < Math.ceil(high / step); at += 1) ticks.push(exact(at * step));
  ticks.push(exact(Math.ceil(high / step) * step));
  const [bottom = 0] = ticks;
  const top = ticks.at(-1) ?? 1;
  // By halves, as the whole span may be more than a number can hold.
  const at = value => Math.max(0, Math.min(1, (value / 2 - bottom / 2) / (top / 2 - bottom / 2)));
  return { ticks, step, at };
}

/**
 * What each weight is of their sum, which is more than nothing.
 * @param {number[]} weights
 */
export function sharesOf(weights) {
  const largest = Math.max(...weights);
  const sum = weights.reduce((all, one) => all + one / largest, 0);
  return weights.map(one => one / largest / sum);
}

/**
 * A figure, whole.
 * @param {number} value
 * @param {Language} language
 */
export function formatFigure(value, language) {
  return write(value, language, { maximumSignificantDigits: 15 });
}

/**
 * A figure beside a scale, as short as the scale's step allows.
 * @param {number} value
 * @param {Scale} scale
 * @param {Language} language
 */
export function formatTick(value, { ticks, step }, language) {
  const largest = Math.max(...ticks.map(Math.abs));
  if (largest >= SHORT_FROM) return write(value, language, { notation: 'compact', maximumFractionDigits: 2 });
  return write(value, language, { maximumFractionDigits: Math.max(0, 1 - Math.floor(Math.log10(step))) });
}

/**
 * A part of the whole; what is there is never told as nothing.
 * @param {number} share from 0 to 1
 * @param {Language} language
 */
export function formatShare(share, language) {
  const percent = new Intl.NumberFormat(LOCALE[language], { style: 'percent', maximumFractionDigits: 1 });
  return share < 0.001 ? `<${percent.format(0.001)}` : percent.format(share);
}

/**
 * @param {number} value
 * @param {Language} language
 * @param {Intl.NumberFormatOptions} options
 */
function write(value, language, options) {
  const size = Math.abs(value);
  const isExtreme = size >= MOST || (size > 0 && size < LEAST);
  const shown = isExtreme ? /** @type {const} */ ({ notation: 'scientific', maximumFractionDigits: 3 }) : options;
  return new Intl.NumberFormat(LOCALE[language], shown).format(value);
}

/** Without what multiplication adds: 0.30000000000000004 is 0.3. */
function exact(value) {
  return Number(value.toPrecision(12));
}
