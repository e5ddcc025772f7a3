/** Between the plain value a person gives and the shapes in which Slack reports it: in `state.values` and in a block action. */
import { asText, isObject, type JsonObject, objectsOf } from '../json.ts';
import { richText, richTextFaults, textOfRichText } from '../message/rich-text.ts';

/** A plain value as the page sends it: text, an option's value, a list of them, a date, a time, an id, a rich text; null or '' for none. */
export type Plain = string | number | string[] | JsonObject | null;

/** Thrown when the value cannot be one of this element's; the message is a clear sentence. */
export class ValueError extends Error {}

/** What choosing by value means here: the options an element offers, and the people and channels it may name. */
export interface Choices {
  /** Options an external select has offered lately. */
  offered: JsonObject[];
  person(text: string): string | undefined;
  channel(text: string): string | undefined;
  /** A file the person may send, as Slack shows it. */
  file(id: string): JsonObject | undefined;
}

/** The value of an element as Slack reports it in `view.state.values`, from a plain value. Throws ValueError. */
export function stateValue(element: JsonObject, plain: Plain, choices: Choices): JsonObject {
  const type = asText(element.type);
  const field = FIELDS[type];
  if (!field) throw new ValueError(`A ${type} takes no value.`);
  const none = plain === null || plain === '' || (Array.isArray(plain) && plain.length === 0);
  const value = none ? EMPTY[field] : read(field, element, plain, choices);
  return value === undefined ? { type } : { type, [field]: value, ...zoneOf(element) };
}

/** The value an element has before anyone touched it; `conversation` is where the person is. */
export function initialValue(element: JsonObject, conversation?: string): JsonObject {
  const type = asText(element.type);
  const field = FIELDS[type];
  if (!field) return { type };
  const initial = element[INITIAL[field] ?? ''];
  const value = field === 'value' && initial !== undefined ? asText(initial) : initial;
  const here = element.default_to_current_conversation === true ? conversation : undefined;
  const held = value ?? (here && field.endsWith('s') ? [here] : here) ?? EMPTY[field];
  return held === undefined ? { type } : { type, [field]: held, ...zoneOf(element) };
}

/** A time picker that names its zone says so with every value. */
function zoneOf({ type, timezone }: JsonObject): JsonObject {
  return type === 'timepicker' && timezone !== undefined ? { timezone } : {};
}

/** Whether a value in `state.values` shape is empty. */
export function isEmptyValue(value: JsonObject): boolean {
  const held = value[FIELDS[asText(value.type)] ?? ''];
  if (isObject(held)) return asText(value.type) === 'rich_text_input' && textOfRichText(held).trim() === '';
  return held === undefined || held === null || held === '' || (Array.isArray(held) && held.length === 0);
}

/** The text a person typed, when the element takes text. */
export function typedText(value: JsonObject): string {
  return asText(value.value);
}

/** All options an element offers itself, groups opened. */
export function ownOptions(element: JsonObject): JsonObject[] {
  return [
    ...objectsOf(element.options),
    ...objectsOf(element.option_groups).flatMap(group => objectsOf(group.options)),
  ];
}

/** Which field of `state.values` holds the value of an element. */
const FIELDS: Record<string, string> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  rich_text_input: 'rich_text_value',
  file_input: 'files',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  checkboxes: 'selected_options',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  static_select: 'selected_option',
  external_select: 'selected_option',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
};

const INITIAL: Record<string, string> = {
  value: 'initial_value',
  rich_text_value: 'initial_value',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
  selected_options: 'initial_options',
  selected_option: 'initial_option',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
};

const EMPTY: Record<string, unknown> = {
  value: null,
  rich_text_value: undefined,
  files: [],
  selected_date: null,
  selected_time: null,
  selected_date_time: null,
  selected_options: [],
  selected_option: null,
  selected_user: null,
  selected_users: [],
  selected_conversation: null,
  selected_conversations: [],
  selected_channel: null,
  selected_channels: [],
};

function read(field: string, element: JsonObject, plain: Plain, choices: Choices): unknown {
  if (isObject(plain) && field !== 'rich_text_value') throw new ValueError('A rich text cannot be given here.');
  const one = Array.isArray(plain) ? (plain.length === 1 ? asText(plain[0]) : '') : asText(plain);
  const many = Array.isArray(plain) ? plain.map(asText) : [asText(plain)];
  if (field.endsWith('s')) {
    const most = element.max_selected_items;
    if (typeof most === 'number' && many.length > most) throw new ValueError(`At most ${most} may be chosen here.`);
  } else if (Array.isArray(plain) && plain.length > 1) throw new ValueError('Only one may be chosen here.');
  switch (field) {
    case 'value':
      return one;
    case 'rich_text_value':
      return isObject(plain) ? written(plain) : richText(one);
    case 'files':
      return many.map(id => found(choices.file(id), id, 'file'));
    case 'selected_date':
      return must(isDate(one), one, 'A date is written YYYY-MM-DD and must exist.');
    case 'selected_time':
      return must(/^([01]\d|2[0-3]):[0-5]\d$/.test(one), one, 'A time is written HH:mm.');
    case 'selected_date_time':
      return Number(must(/^\d{10}$/.test(one), one, 'A date and time is given in Unix seconds, ten digits.'));
    case 'selected_option':
      return option(element, one, choices);
    case 'selected_options':
      return many.map(value => option(element, value, choices));
    case 'selected_user':
      return found(choices.person(one), one, 'person');
    case 'selected_users':
      return many.map(value => found(choices.person(value), value, 'person'));
    case 'selected_channel':
    case 'selected_conversation':
      return found(choices.channel(one), one, 'channel');
    default:
      return many.map(value => found(choices.channel(value), value, 'channel'));
  }
}

function option(element: JsonObject, value: string, choices: Choices): JsonObject {
  const initial = [...objectsOf(element.initial_options), ...objectsOf([element.initial_option])];
  const all = [...ownOptions(element), ...choices.offered, ...initial];
  const chosen = all.find(candidate => candidate.value === value);
  if (!chosen) throw new ValueError(`"${value}" is not among the options.`);
  return chosen;
}

function found<T>(id: T | undefined, text: string, kind: string): T {
  if (id === undefined) throw new ValueError(`There is no ${kind} "${text}".`);
  return id;
}

function must(holds: boolean, value: string, otherwise: string): string {
  if (!holds) throw new ValueError(otherwise);
  return value;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function written(block: JsonObject): JsonObject {
  const [fault] = richTextFaults(block);
  if (fault !== undefined) throw new ValueError(`This is no rich text: ${fault}`);
  return block;
}
