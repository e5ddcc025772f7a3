/** Block elements: for each, its fields and what Slack demands of them, and where each may stand. */
import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  InputBlockElement,
  SectionBlockAccessory,
} from '@slack/types';
import {
  colorScheme,
  confirm,
  conversationFilter,
  dispatchActionConfig,
  markedOption,
  onePictureSource,
  option,
  optionGroup,
  overflowOption,
  pictureSource,
  plain,
  url,
} from './composition.ts';
import { date, dateTime, lengths, numbers, numeral, selection, time } from './initial.ts';
import { richTextField } from './rich-text.ts';
import {
  choice,
  type Extra,
  type Fields,
  flag,
  list,
  need,
  only,
  type Rule,
  shape,
  string,
  typed,
  whole,
} from './rule.ts';

type ElementType = (
  | ActionsBlockElement
  | ContextActionsBlockElement
  | InputBlockElement
  | SectionBlockAccessory
)['type'];

const id = string(255);
const anyNumber = Number.MAX_SAFE_INTEGER;

const element = (fields: Fields, extra?: Extra): Rule =>
  shape({ type: need(string()), action_id: id, ...fields }, extra);

const FOCUS: Fields = { focus_on_load: flag };
const MENU: Fields = { ...FOCUS, confirm, placeholder: plain(150) };
const MULTI: Fields = { ...MENU, max_selected_items: whole(1, anyNumber) };
const FIELD: Fields = { ...FOCUS, placeholder: plain(150), dispatch_action_config: dispatchActionConfig };
const OPTIONS: Fields = { options: list(option, 100), option_groups: list(optionGroup, 100) };
const RESPOND: Fields = { response_url_enabled: flag };
const CONVERSATIONS: Fields = { default_to_current_conversation: flag, filter: conversationFilter };
const QUERY: Fields = { min_query_length: whole(0, anyNumber) };
const PRESS: Fields = { text: need(plain(75)), accessibility_label: string(75) };
const ids = list(id, Number.POSITIVE_INFINITY, 0);
const feedback = shape({ ...PRESS, value: need(string(2000)) });

const trigger = shape({
  url: need(url('https')),
  customizable_input_parameters: list(shape({ name: need(string()), value: need(string(anyNumber, 0)) })),
});

/** Every element by its type. Where documents differ on the surfaces of one, the page of the element is believed. */
const ELEMENTS: Readonly<Record<ElementType, Rule>> = {
  button: element({ ...PRESS, value: string(2000), url: url(), style: colorScheme, confirm }),
  channels_select: element({ ...MENU, ...RESPOND, initial_channel: id }),
  checkboxes: element(
    { ...FOCUS, confirm, options: need(list(markedOption, 10)), initial_options: list(markedOption, 10) },
    selection('initial_options'),
  ),
  conversations_select: element({ ...MENU, ...RESPOND, ...CONVERSATIONS, initial_conversation: id }),
  datepicker: element({ ...MENU, initial_date: date }),
  datetimepicker: only(['message', 'modal'], element({ ...FOCUS, confirm, initial_date_time: dateTime })),
  email_text_input: only(['modal'], element({ ...FIELD, initial_value: string(3000) })),
  external_select: element({ ...MENU, ...QUERY, initial_option: option }),
  feedback_buttons: only(['message'], element({ positive_button: need(feedback), negative_button: need(feedback) })),
  file_input: only(['modal'], element({ filetypes: list(string(255)), max_files: whole(1, 10) })),
  icon_button: only(
    ['message'],
    element({ ...PRESS, icon: need(string(255)), value: string(2000), visible_to_user_ids: ids, confirm }),
  ),
  image: shape({ type: need(string()), alt_text: need(string(2000)), ...pictureSource }, onePictureSource),
  multi_channels_select: element({ ...MULTI, initial_channels: ids }),
  multi_conversations_select: element({ ...MULTI, ...CONVERSATIONS, initial_conversations: ids }),
  multi_external_select: element({ ...MULTI, ...QUERY, initial_options: list(option, 100) }),
  multi_static_select: element(
    { ...MULTI, ...OPTIONS, initial_options: list(option, 100) },
    selection('initial_options'),
  ),
  multi_users_select: element({ ...MULTI, initial_users: ids }),
  number_input: only(
    ['modal'],
    element(
      {
        ...FIELD,
        is_decimal_allowed: need(flag),
        initial_value: numeral,
        min_value: numeral,
        max_value: numeral,
      },
      numbers,
    ),
  ),
  overflow: element({ confirm, options: need(list(overflowOption, 5)) }),
  plain_text_input: element(
    {
      ...FIELD,
      multiline: flag,
      initial_value: string(3000, 0),
      min_length: whole(0, 3000),
      max_length: whole(1, 3000),
    },
    lengths,
  ),
  radio_buttons: element(
    { ...FOCUS, confirm, options: need(list(markedOption, 10)), initial_option: markedOption },
    selection('initial_option'),
  ),
  rich_text_input: only(
    ['modal', 'home'],
    element({ ...FIELD, initial_value: richTextField, min_lines: whole(1, 100), max_lines: whole(1, 100) }),
  ),
  static_select: element({ ...MENU, ...OPTIONS, initial_option: option }, selection('initial_option')),
  timepicker: element({ ...MENU, initial_time: time, timezone: string(255) }),
  url_text_input: only(['modal'], element({ ...FIELD, initial_value: string(3000) })),
  users_select: element({ ...MENU, initial_user: id }),
  workflow_button: only(
    ['message'],
    element({
      ...PRESS,
      workflow: need(shape({ trigger: need(trigger) })),
      style: choice('primary', 'danger'),
      confirm,
    }),
  ),
};

const among = (...types: readonly ElementType[]): Rule => {
  const table: Record<string, Rule> = {};
  for (const type of types) table[type] = ELEMENTS[type];
  return typed(() => table);
};

const SELECTS = [
  'channels_select',
  'conversations_select',
  'external_select',
  'static_select',
  'users_select',
  'multi_channels_select',
  'multi_conversations_select',
  'multi_external_select',
  'multi_static_select',
  'multi_users_select',
] as const;
const CHOICES = ['checkboxes', 'datepicker', 'radio_buttons', 'timepicker', ...SELECTS] as const;

/** What may stand beside the text of a `section`. */
export const accessory = among('button', 'image', 'overflow', 'workflow_button', ...CHOICES);
/** What may stand in an `actions` block. */
export const action = among('button', 'datetimepicker', 'overflow', 'rich_text_input', 'workflow_button', ...CHOICES);
/** What may stand in an `input` block. */
export const input = among(
  'datetimepicker',
  'email_text_input',
  'file_input',
  'number_input',
  'plain_text_input',
  'rich_text_input',
  'url_text_input',
  ...CHOICES,
);
/** What may stand in a `context_actions` block. */
export const contextAction = among('feedback_buttons', 'icon_button');
/** A button and nothing else. */
export const button = among('button');
/** A picture and nothing else. */
export const image = among('image');
