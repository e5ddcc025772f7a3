/** What the elements of Block Kit tell: in `actions` when they are used, in `state.values` all the time. */
import { CONFIRM, OPTION, PLAIN_TEXT, RICH_TEXT } from './block.ts';
import { GIVEN_FILE } from './file.ts';
import { Either, either, type Keys, type Shape } from './shape.ts';

const orNull = (shape: Shape): Shape => either(shape, 'null');

/** What each element reports, and with which key it says what it began with; those that hold a value also in `state.values`. */
const HELD: Record<string, { value: Keys; began?: Keys }> = {
  checkboxes: { value: { selected_options: [OPTION] }, began: { 'initial_options?': [OPTION] } },
  radio_buttons: { value: { selected_option: orNull(OPTION) }, began: { 'initial_option?': OPTION } },
  datepicker: { value: { selected_date: orNull('string') }, began: { 'initial_date?': 'string' } },
  timepicker: {
    value: { selected_time: orNull('string'), 'timezone?': 'string' },
    began: { 'initial_time?': 'string' },
  },
  datetimepicker: { value: { selected_date_time: orNull('number') }, began: { 'initial_date_time?': 'number' } },
  static_select: { value: { selected_option: orNull(OPTION) }, began: { 'initial_option?': OPTION } },
  external_select: { value: { selected_option: orNull(OPTION) }, began: { 'initial_option?': OPTION } },
  users_select: { value: { selected_user: orNull('string') }, began: { 'initial_user?': 'string' } },
  conversations_select: {
    value: { selected_conversation: orNull('string') },
    began: { 'initial_conversation?': 'string' },
  },
  channels_select: { value: { selected_channel: orNull('string') }, began: { 'initial_channel?': 'string' } },
  multi_static_select: { value: { selected_options: [OPTION] }, began: { 'initial_options?': [OPTION] } },
  multi_external_select: { value: { selected_options: [OPTION] }, began: { 'initial_options?': [OPTION] } },
  multi_users_select: { value: { selected_users: ['string'] }, began: { 'initial_users?': ['string'] } },
  multi_conversations_select: {
    value: { selected_conversations: ['string'] },
    began: { 'initial_conversations?': ['string'] },
  },
  multi_channels_select: { value: { selected_channels: ['string'] }, began: { 'initial_channels?': ['string'] } },
  plain_text_input: { value: { value: orNull('string') } },
  email_text_input: { value: { value: orNull('string') } },
  url_text_input: { value: { value: orNull('string') } },
  number_input: { value: { value: orNull('string') } },
  rich_text_input: { value: { 'rich_text_value?': RICH_TEXT } },
  file_input: { value: { files: [GIVEN_FILE] } },
};

/** Elements that act and hold nothing. */
const PRESSED: Record<string, Keys> = {
  button: {
    text: PLAIN_TEXT,
    'value?': 'string',
    'url?': 'string',
    'style?': 'string',
    'confirm?': CONFIRM,
  },
  icon_button: { icon: 'string', text: PLAIN_TEXT, 'value?': 'string', 'confirm?': CONFIRM },
  feedback_buttons: { text: PLAIN_TEXT, value: 'string' },
  overflow: { selected_option: OPTION, 'confirm?': CONFIRM },
};

const used = (type: string, keys: Keys): Keys => ({
  type: `=${type}`,
  action_id: 'string',
  block_id: 'string',
  action_ts: 'string',
  ...keys,
});

/** Beside what was chosen, what a menu or picker shows before and asks after; a list or box has no placeholder. */
const around = (type: string): Keys => ({
  ...(/select|datepicker|timepicker/.test(type) && type !== 'datetimepicker' && { 'placeholder?': PLAIN_TEXT }),
  ...(type.endsWith('external_select') && { 'min_query_length?': 'number' }),
  'confirm?': CONFIRM,
});

/** The value of an element in `state.values`. */
export const VALUE: Either = new Either(
  Object.entries(HELD).map(([type, { value }]) => ({ type: `=${type}`, ...value }) satisfies Keys),
);

/** An element that was used; files are never an action by themselves. */
export const ACTION: Either = new Either([
  ...Object.entries(PRESSED).map(([type, keys]) => used(type, keys)),
  ...Object.entries(HELD)
    .filter(([type]) => type !== 'file_input')
    .map(([type, { value, began }]) => used(type, { ...value, ...began, ...(began && around(type)) })),
]);

/** The elements that have a shape of their own, in `actions` or in `state.values`. */
export const SHAPED_ELEMENTS: readonly string[] = [...Object.keys(PRESSED), ...Object.keys(HELD)];
