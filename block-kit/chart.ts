/** Charts: what a pie and the three kinds with axes are made of, and what their labels demand of each other. */
import {
  type Extra,
  type Fields,
  inside,
  isObject,
  list,
  need,
  note,
  number,
  quoted,
  type Rule,
  shape,
  string,
  typed,
} from './rule.ts';

const LABEL_MAX = 20;
const AXIS_LABEL_MAX = 50;
const POINTS_MAX = 20;
/** Slack's reference says 6. Other clients have sent up to 12 since July 2026; the smaller number is the safe one. */
const SERIES_MAX = 6;

const label = need(string(LABEL_MAX));
const TYPE: Fields = { type: need(string()) };

/** A slice is its part of the sum of all, so that nothing and less than nothing are no slices. */
const weight: Rule = {
  required: true,
  check(value, place) {
    number.check(value, place);
    if (typeof value === 'number' && value <= 0) note(place, 'must be greater than 0');
  },
};

const segment = shape({ label, value: weight });
const point = shape({ label, value: need(number) });
const series = shape({ name: label, data: need(list(point, POINTS_MAX)) });
const axes = shape({
  categories: need(list(string(LABEL_MAX), POINTS_MAX)),
  x_label: string(AXIS_LABEL_MAX),
  y_label: string(AXIS_LABEL_MAX),
});

/** Series have names of their own, and each has one point for each category, in whatever order. */
const plottedTogether: Extra = (value, place) => {
  const all = objects(value.series);
  for (const index of repeated(all.map(one => one.name)))
    note(place, `\`name\` "${quoted(all[index]?.name)}" already exists`, `series/${index}/name`);
  const categories = isObject(value.axis_config) ? value.axis_config.categories : undefined;
  if (!Array.isArray(categories)) return;
  for (const index of repeated(categories))
    note(place, `category "${quoted(categories[index])}" already exists`, `axis_config/categories/${index}`);
  for (const [index, { data }] of all.entries()) {
    if (!Array.isArray(data)) continue;
    const labels = new Set(objects(data).map(one => one.label));
    const isWhole = data.length === categories.length && categories.every(category => labels.has(category));
    if (!isWhole) note(inside(place, `series/${index}`), 'labels must match the categories', 'data');
  }
};

const plotted = shape({ ...TYPE, series: need(list(series, SERIES_MAX)), axis_config: need(axes) }, plottedTogether);

/** The `chart` of a `data_visualization` block. */
export const chart: Rule = typed(() => ({
  pie: shape({ ...TYPE, segments: need(list(segment, SERIES_MAX)) }),
  bar: plotted,
  area: plotted,
  line: plotted,
}));

/** The places of the strings that were there before. */
function repeated(names: readonly unknown[]): number[] {
  const seen = new Set<unknown>();
  return names.flatMap((name, index) => {
    const again = typeof name === 'string' && seen.has(name);
    seen.add(name);
    return again ? [index] : [];
  });
}

/** The items of a list, with an empty object for each that is none, so that places stay what they are. */
function objects(items: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(items) ? items.map((one: unknown) => (isObject(one) ? one : {})) : [];
}
