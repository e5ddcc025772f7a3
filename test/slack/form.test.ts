/** Slack's view state, of every kind of element, as plain values. */
import { expect, it } from 'vitest';
import { valuesOf } from '../../src/slack/form.ts';

it.each<[string, object, unknown]>([
  ['text', { type: 'plain_text_input', value: 'family' }, 'family'],
  ['empty text', { type: 'plain_text_input', value: null }, null],
  ['blank text', { type: 'plain_text_input', value: '' }, null],
  ['number', { type: 'number_input', value: '12.50' }, '12.50'],
  ['select', { type: 'static_select', selected_option: { text: {}, value: 'annual' } }, 'annual'],
  ['empty select', { type: 'static_select', selected_option: null }, null],
  ['external select', { type: 'external_select', selected_option: { value: '1.9' } }, '1.9'],
  ['radio buttons', { type: 'radio_buttons', selected_option: { value: 'am' } }, 'am'],
  ['checkboxes', { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] }, ['a', 'b']],
  ['no checkbox', { type: 'checkboxes', selected_options: [] }, []],
  ['date', { type: 'datepicker', selected_date: '2026-12-01' }, '2026-12-01'],
  ['no date', { type: 'datepicker', selected_date: null }, null],
  ['time', { type: 'timepicker', selected_time: '08:00' }, '08:00'],
  ['moment', { type: 'datetimepicker', selected_date_time: 1_796_000_000 }, '1796000000'],
  ['person', { type: 'users_select', selected_user: 'U1' }, 'U1'],
  ['people', { type: 'multi_users_select', selected_users: ['U1', 'U2'] }, ['U1', 'U2']],
  ['channel', { type: 'channels_select', selected_channel: 'C1' }, 'C1'],
  ['conversation', { type: 'conversations_select', selected_conversation: 'D1' }, 'D1'],
  ['an element of tomorrow', { type: 'orbit_picker', orbit: 3 }, null],
])('%s', (_, element, expected) => {
  expect(valuesOf({ values: { block: { 'leave.field': element } } })).toEqual({ 'leave.field': expected });
});

it('takes the fields of all blocks', () => {
  const state = { values: { a: { a: { value: '1' } }, b: { b: { value: '2' }, c: { selected_date: null } } } };
  expect(valuesOf(state)).toEqual({ a: '1', b: '2', c: null });
});

it.each([undefined, null, {}, { values: {} }])('%j is an empty form', state => {
  expect(valuesOf(state)).toEqual({});
});
