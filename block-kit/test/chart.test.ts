import { describe, expect, test } from 'vitest';
import { type Fault, validateMessage } from '../validate.ts';
import { axes, chars, chart, plotted, segment, series, times } from './samples.ts';

const inMessage = (block: unknown): Fault[] => validateMessage({ text: 'text', blocks: [block] });
const at = (path: string, message: string): Fault => ({ message, pointer: `/blocks/0${path}` });
const characters = (path: string, max: number) => [at(path, `must be less than ${max + 1} characters`)];
const items = (path: string, max: number) => [at(path, `no more than ${max} items allowed`)];
const pie = (...segments: unknown[]) => chart({ type: 'pie', segments });
const many = (count: number) => times(count, index => series(`s${index}`));
/** One series whose only point has the label, which is also the only category. */
const labelled = (label: string) => plotted([{ name: 's', data: [{ label, value: 1 }] }], { categories: [label] });

describe('a limit of a chart is taken, one more is a fault', () => {
  test.each<[string, number, (count: number) => object, Fault[]]>([
    ['title', 50, n => chart(undefined, { title: chars(n) }), characters('/title', 50)],
    ['pie.segments', 6, n => pie(...times(n, () => segment())), items('/chart/segments', 6)],
    ['pie label', 20, n => pie(segment({ label: chars(n) })), characters('/chart/segments/0/label', 20)],
    ['bar.series', 6, n => plotted(many(n), axes(), 'bar'), items('/chart/series', 6)],
    ['area.series', 6, n => plotted(many(n), axes(), 'area'), items('/chart/series', 6)],
    ['line.series', 6, n => plotted(many(n), axes(), 'line'), items('/chart/series', 6)],
    ['series.name', 20, n => plotted([series(chars(n))]), characters('/chart/series/0/name', 20)],
    [
      'points and categories',
      20,
      n => plotted([series('s', n)], axes(n)),
      [...items('/chart/series/0/data', 20), ...items('/chart/axis_config/categories', 20)],
    ],
    [
      'point label and category',
      20,
      n => labelled(chars(n)),
      [...characters('/chart/series/0/data/0/label', 20), ...characters('/chart/axis_config/categories/0', 20)],
    ],
    [
      'x_label',
      50,
      n => plotted([series()], axes(1, { x_label: chars(n) })),
      characters('/chart/axis_config/x_label', 50),
    ],
    [
      'y_label',
      50,
      n => plotted([series()], axes(1, { y_label: chars(n) })),
      characters('/chart/axis_config/y_label', 50),
    ],
  ])('%s: %i', (_, max, block, faults) => {
    expect(inMessage(block(max))).toEqual([]);
    expect(inMessage(block(max + 1))).toEqual(faults);
  });
});

describe('what a chart may be', () => {
  const missing = (path: string, field: string) => [at(path, `missing required field: ${field}`)];
  const least = (path: string) => [at(path, 'must provide at least 1 items')];
  const unmatched = (index = 0) => at(`/chart/series/${index}/data`, 'labels must match the categories');
  const value = (one: unknown) => plotted([{ name: 's', data: [{ label: 'c0', value: one }] }]);
  test.each<[string, unknown, Fault[]]>([
    ['without a title', { type: 'data_visualization', chart: chart().chart }, missing('', 'title')],
    ['with an empty title', chart(undefined, { title: '' }), [at('/title', 'must be more than 0 characters')]],
    ['without a chart', { type: 'data_visualization', title: 't' }, missing('', 'chart')],
    ['of no kind', chart({ segments: [segment()] }), missing('/chart', 'type')],
    ['of another kind', chart({ type: 'scatter' }), [at('/chart/type', 'unsupported type: scatter')]],
    [
      'a pie with series',
      chart({ type: 'pie', segments: [segment()], series: [] }),
      [at('/chart', 'invalid additional property: series')],
    ],
    ['a pie without segments', chart({ type: 'pie' }), missing('/chart', 'segments')],
    ['a pie of none', pie(), least('/chart/segments')],
    ['a slice of nothing', pie(segment({ value: 0 })), [at('/chart/segments/0/value', 'must be greater than 0')]],
    ['a slice of less', pie(segment({ value: -1 })), [at('/chart/segments/0/value', 'must be greater than 0')]],
    ['a slice in words', pie(segment({ value: '1' })), [at('/chart/segments/0/value', 'must provide a number')]],
    ['a slice without a value', pie({ label: 'a' }), missing('/chart/segments/0', 'value')],
    ['bars without series', chart({ type: 'bar', axis_config: axes() }), missing('/chart', 'series')],
    ['bars of none', plotted([]), least('/chart/series')],
    ['bars without axes', chart({ type: 'bar', series: [series()] }), missing('/chart', 'axis_config')],
    ['axes without categories', plotted([series()], {}), missing('/chart/axis_config', 'categories')],
    ['a series without points', plotted([series('s', 0)]), [...least('/chart/series/0/data'), unmatched()]],
    ['a value of nothing', value(0), []],
    ['a value of less', value(-2.5), []],
    ['a value in words', value('1'), [at('/chart/series/0/data/0/value', 'must provide a number')]],
    ['points in another order', plotted([{ name: 's', data: series('s', 3).data.toReversed() }], axes(3)), []],
    ['a point too few', plotted([series('a', 2), series('b', 1)], axes(2)), [unmatched(1)]],
    ['a point nobody asked for', plotted([series('a', 2)], axes(1)), [unmatched()]],
    ['a label that is no category', plotted([series('a', 1)], { categories: ['other'] }), [unmatched()]],
    [
      'two series of one name',
      plotted([series('a'), series('b'), series('a')]),
      [at('/chart/series/2/name', '`name` "a" already exists')],
    ],
    [
      'a category twice',
      plotted([series('a', 2)], { categories: ['c0', 'c1', 'c0'] }),
      [at('/chart/axis_config/categories/2', 'category "c0" already exists'), unmatched()],
    ],
    [
      'series that are no objects',
      plotted(['a', null]),
      [at('/chart/series/0', 'must provide an object'), at('/chart/series/1', 'must provide an object')],
    ],
  ])('%s', (_, block, faults) => {
    expect(inMessage(block)).toEqual(faults);
  });
});
