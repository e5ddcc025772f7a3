/** Small valid pieces of Block Kit from which the tables of the tests are put together. */

export const chars = (count: number): string => 'x'.repeat(count);
export const times = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => one(i));

export const plain = (text = 'text') => ({ type: 'plain_text', text });
export const mrkdwn = (text = 'text') => ({ type: 'mrkdwn', text });
export const option = (value = 'one') => ({ text: plain(value.slice(0, 75) || 'one'), value });
export const group = (...values: string[]) => ({ label: plain('group'), options: values.map(option) });

export const button = (more: object = {}) => ({ type: 'button', text: plain(), ...more });
export const image = (more: object = {}) => ({
  type: 'image',
  alt_text: 'a',
  image_url: 'https://example.com/a.png',
  ...more,
});
export const section = (more: object = {}) => ({ type: 'section', text: mrkdwn(), ...more });
export const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
export const input = (element: object, more: object = {}) => ({ type: 'input', label: plain(), element, ...more });
export const richText = (...pieces: unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: pieces.length > 0 ? pieces : [{ type: 'text', text: 'text' }] }],
});
export const card = (more: object = {}) => ({ type: 'card', title: mrkdwn(), ...more });
export const task = (more: object = {}) => ({
  type: 'task_card',
  task_id: 't',
  title: 't',
  status: 'pending',
  ...more,
});
export const cell = (text = 'a') => ({ type: 'raw_text', text });
export const table = (rows: unknown = [[cell()]], more: object = {}) => ({ type: 'table', rows, ...more });
export const dataTable = (rows: unknown = [[cell()], [cell()]], more: object = {}) => ({
  type: 'data_table',
  caption: 'c',
  rows,
  ...more,
});
const categories = (points: number): string[] => times(points, index => `c${index}`);
export const series = (name = 's', points = 1, more: object = {}) => ({
  name,
  data: categories(points).map((label, value) => ({ label, value })),
  ...more,
});
export const axes = (points = 1, more: object = {}) => ({ categories: categories(points), ...more });
export const segment = (more: object = {}) => ({ label: 'a', value: 1, ...more });
export const chart = (of: object = { type: 'pie', segments: [segment()] }, more: object = {}) => ({
  type: 'data_visualization',
  title: 't',
  chart: of,
  ...more,
});
export const plotted = (all: unknown = [series()], axis_config: unknown = axes(), type = 'bar') =>
  chart({ type, series: all, axis_config });
export const video = (more: object = {}) => ({
  type: 'video',
  video_url: 'https://example.com/v',
  thumbnail_url: 'https://example.com/t.png',
  alt_text: 'a',
  title: plain(),
  ...more,
});
export const container = (more: object = {}) => ({
  type: 'container',
  title: plain(),
  child_blocks: [section()],
  ...more,
});

export const modal = (blocks: unknown = [], more: object = {}) => ({
  type: 'modal',
  title: plain(),
  submit: plain('Send'),
  blocks,
  ...more,
});
export const home = (blocks: unknown = [], more: object = {}) => ({ type: 'home', blocks, ...more });
