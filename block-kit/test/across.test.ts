import { describe, expect, test } from 'vitest';
import { type Fault, validateMessage, validateView } from '../validate.ts';
import {
  actions,
  button,
  card,
  cell,
  chars,
  chart,
  container,
  dataTable,
  home,
  input,
  modal,
  mrkdwn,
  option,
  section,
  table,
  task,
  times,
} from './samples.ts';

const inMessage = (...blocks: unknown[]): Fault[] => validateMessage({ text: 'text', blocks });
const press = (action_id: string) => button({ action_id });

describe('names are used once', () => {
  test.each<[string, unknown[], Fault[]]>([
    ['different block_ids', [section({ block_id: 'a' }), section({ block_id: 'b' })], []],
    [
      'a block_id twice',
      [section({ block_id: 'a' }), { type: 'divider' }, section({ block_id: 'a' })],
      [{ message: '`block_id` "a" already exists', pointer: '/blocks/2/block_id' }],
    ],
    [
      'a block_id again inside a container',
      [section({ block_id: 'a' }), container({ child_blocks: [section({ block_id: 'a' })] })],
      [{ message: '`block_id` "a" already exists', pointer: '/blocks/1/child_blocks/0/block_id' }],
    ],
    ['an action_id in two blocks', [actions(press('a')), actions(press('a')), section({ accessory: press('a') })], []],
    [
      'an action_id twice in a block',
      [section(), actions(press('a'), press('b'), press('a'))],
      [{ message: '`action_id` "a" already exists', pointer: '/blocks/1/elements/2/action_id' }],
    ],
    [
      'an action_id twice on a card of a carousel',
      [{ type: 'carousel', elements: [card({ actions: [press('a')] }), card({ actions: [press('a'), press('a')] })] }],
      [{ message: '`action_id` "a" already exists', pointer: '/blocks/0/elements/1/actions/1/action_id' }],
    ],
    [
      'a long name is repeated in part only',
      [section({ block_id: chars(255) }), section({ block_id: chars(255) })],
      [{ message: `\`block_id\` "${chars(60)}…" already exists`, pointer: '/blocks/1/block_id' }],
    ],
  ])('%s', (_, blocks, faults) => {
    expect(inMessage(...blocks)).toEqual(faults);
  });
});

test('one element of a view may have the focus', () => {
  const focused = input({ type: 'plain_text_input', focus_on_load: true });
  expect(validateView(modal([focused, input({ type: 'datepicker', focus_on_load: false })]))).toEqual([]);
  expect(validateView(modal([focused, focused]))).toEqual([
    { message: 'only one element may set `focus_on_load`', pointer: '/view/blocks/1/element/focus_on_load' },
  ]);
});

describe('a message as a whole', () => {
  const plan = { type: 'plan', title: 'p', tasks: [task(), task()] };
  test.each<[string, unknown[], Fault[]]>([
    ['one table', [table(), section()], []],
    ['two tables', [table(), dataTable()], [{ message: 'only_one_table_allowed', pointer: '/blocks/1' }]],
    [
      'a second table in a container',
      [table(), container({ child_blocks: [table()] })],
      [{ message: 'only_one_table_allowed', pointer: '/blocks/1/child_blocks/0' }],
    ],
    ['two charts', [chart(), section(), chart()], []],
    [
      'three charts',
      [chart(), chart(), chart()],
      [{ message: 'no more than 2 data_visualization blocks allowed', pointer: '/blocks/2' }],
    ],
    ['task cards without a plan', [task(), task()], []],
    ['a plan', [plan, section()], []],
    [
      'a plan and a task card',
      [task(), plan],
      [{ message: 'task_card not allowed beside a plan', pointer: '/blocks/0' }],
    ],
    ['two plans', [plan, plan], [{ message: 'only one plan allowed', pointer: '/blocks/1' }]],
  ])('%s', (_, blocks, faults) => {
    expect(inMessage(...blocks)).toEqual(faults);
  });

  test('all its text: 12000 characters', () => {
    const full = times(4, () => section({ text: mrkdwn(chars(3000)) }));
    const long = [{ message: 'msg_blocks_too_long', pointer: '/blocks' }];
    expect(inMessage(...full)).toEqual([]);
    expect(inMessage(...full, section({ text: mrkdwn('x') }))).toEqual(long);
    expect(validateView(home([...full, ...full]))).toEqual([]);
  });

  test('the same object twice counts twice, a menu that is closed does not count', () => {
    const same = section({ text: mrkdwn(chars(2500)) });
    expect(inMessage(same, same, same, same, same)).toEqual([{ message: 'msg_blocks_too_long', pointer: '/blocks' }]);
    const menu = actions({ type: 'static_select', options: times(100, i => option(`${i}${chars(70)}`)) });
    expect(inMessage(menu, menu)).toEqual([]);
  });

  test('cells of 10000 characters among other text', () => {
    const rows = times(10, () => [cell(chars(1000))]);
    expect(inMessage(section(), table(rows))).toEqual([]);
    expect(inMessage(section(), table([...rows, [cell('x')]]))).toEqual([
      { message: 'must be less than 10001 characters', pointer: '/blocks/1/rows' },
    ]);
  });
});
