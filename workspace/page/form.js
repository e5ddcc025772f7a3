/**
 * What a person has filled in on a view or message: starting values, and what is sent.
 * @import { Field, Json, Value, Values } from './form.d.ts'
 */

/** Elements that hold a value, and the field that holds the one they start with. */
const INITIAL = /** @type {Record<string, string>} */ ({
  plain_text_input: 'initial_value',
  number_input: 'initial_value',
  email_text_input: 'initial_value',
  url_text_input: 'initial_value',
  rich_text_input: 'initial_value',
  datepicker: 'initial_date',
  timepicker: 'initial_time',
  datetimepicker: 'initial_date_time',
  static_select: 'initial_option',
  external_select: 'initial_option',
  users_select: 'initial_user',
  conversations_select: 'initial_conversation',
  channels_select: 'initial_channel',
  radio_buttons: 'initial_option',
  checkboxes: 'initial_options',
  multi_static_select: 'initial_options',
  multi_external_select: 'initial_options',
  multi_users_select: 'initial_users',
  multi_conversations_select: 'initial_conversations',
  multi_channels_select: 'initial_channels',
  // A file input starts without files, always.
  file_input: '',
});

/**
 * The name under which a value is held; equal names keep their value when a view is updated, as in Slack.
 * @param {Json} block
 * @param {Json} element
 */
export function keyOf(block, element) {
  return `${block.block_id ?? ''} ${element.action_id ?? ''} ${element.type}`;
}

/**
 * Every element of the blocks that holds a value, wherever it stands.
 * @param {Json[]} blocks
 * @returns {Field[]}
 */
export function fieldsOf(blocks) {
  return blocks.flatMap(block => {
    const inner = [block.element, block.accessory, ...list(block.elements)].filter(isHolder);
    const own = inner.map(element => ({ key: keyOf(block, element), block, element }));
    return [...own, ...fieldsOf(list(block.child_blocks).filter(isJson))];
  });
}

/**
 * The plain value an element starts with; null, or an empty list for those that take several.
 * @param {Json} element
 * @param {string} [here] the conversation the person is in
 * @returns {Value}
 */
export function initialValue(element, here) {
  const given = element[INITIAL[String(element.type)] ?? ''];
  const several = /^(multi_|checkboxes|file_input)/.test(String(element.type));
  if ((given === undefined || given === null) && element.default_to_current_conversation === true && here)
    return several ? [here] : here;
  if (given === undefined || given === null) return several ? [] : null;
  if (Array.isArray(given)) return given.map(item => (isJson(item) ? String(item.value) : String(item)));
  if (isJson(given)) return given.type === 'rich_text' ? given : String(given.value);
  return typeof given === 'number' ? given : String(given);
}

/**
 * The values of these blocks: those already held, else those the blocks start with.
 * @param {Json[]} blocks
 * @param {Values} held
 * @param {string} [here] the conversation the person is in
 * @returns {Values}
 */
export function valuesOf(blocks, held, here) {
  return Object.fromEntries(
    fieldsOf(blocks).map(({ key, element }) => [key, held[key] ?? initialValue(element, here)]),
  );
}

/**
 * What is sent for these blocks: "block_id/action_id" to plain value, empty ones as null. A name with a slash of its own
 * is sent as the action_id alone.
 * @param {Json[]} blocks
 * @param {Values} values
 */
export function submissionOf(blocks, values) {
  return Object.fromEntries(
    fieldsOf(blocks).map(({ key, block, element }) => {
      const value = values[key] ?? null;
      const name = `${block.block_id}/${element.action_id}`;
      return [name.split('/').length === 2 ? name : String(element.action_id), value === '' ? null : value];
    }),
  );
}

/**
 * @param {unknown} value
 * @returns {value is Json}
 */
function isHolder(value) {
  return isJson(value) && String(value.type) in INITIAL;
}

/**
 * @param {unknown} value
 * @returns {value is Json}
 */
function isJson(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
function list(value) {
  return Array.isArray(value) ? value : [];
}
