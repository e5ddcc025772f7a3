/** What a person fills in: where values start, that they survive an update of the view, and what is sent. */
import { expect, test } from 'vitest';
import { fieldsOf, initialValue, keyOf, submissionOf, valuesOf } from '../../page/form.js';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const input = (block_id: string, element: Record<string, unknown>) => ({ type: 'input', block_id, element });

test.each([
  [{ type: 'plain_text_input', initial_value: 'a' }, 'a'],
  [{ type: 'plain_text_input' }, null],
  [{ type: 'static_select', initial_option: option('x') }, 'x'],
  [{ type: 'multi_static_select', initial_options: [option('x'), option('y')] }, ['x', 'y']],
  [{ type: 'multi_users_select' }, []],
  [{ type: 'users_select', initial_user: 'U1' }, 'U1'],
  [{ type: 'checkboxes' }, []],
  [{ type: 'datetimepicker', initial_date_time: 1700000000 }, 1700000000],
  [
    {
      type: 'rich_text_input',
      initial_value: {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'rich' }] }],
      },
    },
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'rich' }] }],
    },
  ],
])('%j starts with %j', (element, value) => {
  expect(initialValue(element)).toEqual(value);
});

const reason = input('reason', { type: 'plain_text_input', action_id: 'a' });
const day = input('day', { type: 'datepicker', action_id: 'a', initial_date: '2026-12-01' });
const odd = input('has/slash', { type: 'plain_text_input', action_id: 'odd' });
const section = { type: 'section', block_id: 's', accessory: { type: 'static_select', action_id: 'pick' } };
const container = { type: 'container', block_id: 'c', child_blocks: [reason] };
const button = { type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'go' }] };

test('values are found wherever they stand, and buttons hold none', () => {
  const found = fieldsOf([section, container, button, day]).map(({ element }) => element.type);
  expect(found).toEqual(['static_select', 'plain_text_input', 'datepicker']);
});

test('what was typed survives an update with the same names, and is sent by block and action', () => {
  const typed = { [keyOf(reason, reason.element)]: 'family' };
  const values = valuesOf([reason, day, odd], typed);
  expect(submissionOf([reason, day, odd], values)).toEqual({ 'reason/a': 'family', 'day/a': '2026-12-01', odd: null });
  const renamed = { ...reason, block_id: 'other' };
  expect(submissionOf([renamed], valuesOf([renamed], typed))).toEqual({ 'other/a': null });
});

test('an emptied field is sent as nothing', () => {
  const values = { [keyOf(reason, reason.element)]: '' };
  expect(submissionOf([reason], valuesOf([reason], values))).toEqual({ 'reason/a': null });
});
