/** The blocks of Block Kit. */
import { covered, type Line, type Missing } from './line.ts';

const LINES: Line[] = [
  ['actions', 'blocks.test.ts'],
  ['alert', 'blocks.test.ts'],
  ['card', 'blocks.test.ts'],
  ['carousel', 'blocks.test.ts'],
  ['container', 'blocks.test.ts'],
  ['context', 'blocks.test.ts'],
  ['context_actions', 'blocks.test.ts'],
  ['data_table', 'blocks.test.ts'],
  ['data_visualization', 'charts.test.ts'],
  ['divider', 'blocks.test.ts'],
  ['header', 'blocks.test.ts'],
  ['image', 'blocks.test.ts'],
  ['input', 'blocks.test.ts'],
  ['markdown', 'blocks.test.ts'],
  ['plan', 'blocks.test.ts'],
  ['rich_text', 'blocks.test.ts'],
  ['section', 'blocks.test.ts'],
  ['table', 'blocks.test.ts'],
  ['task_card', 'blocks.test.ts'],
  ['video', 'blocks.test.ts', 'Its still picture leads to the address; it is not played in place.'],
];

const MISSING: Missing[] = [['file', 'There are no remote files here, and Slack itself takes the block from no app.']];

export const BLOCKS = covered('block', LINES, MISSING);
