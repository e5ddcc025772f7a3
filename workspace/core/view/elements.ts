/** Finds the interactive elements inside blocks, however deep they stand, and gives blocks and elements the ids Slack gives them. */
import { randomBytes } from 'node:crypto';
import { asText, isObject, type JsonObject } from '../json.ts';

/** An interactive element and the block it belongs to. */
export interface Placed {
  element: JsonObject;
  block: JsonObject;
  type: string;
  action_id: string;
  block_id: string;
}

/** Elements a person can act on. */
export const ELEMENT_TYPES = [
  'button',
  'checkboxes',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'email_text_input',
  'url_text_input',
  'number_input',
  'plain_text_input',
  'rich_text_input',
  'file_input',
  'radio_buttons',
  'overflow',
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
  'feedback_buttons',
  'icon_button',
  'workflow_button',
] as const;

/** Elements that hold no value of their own: they act and that is all. */
const STATELESS = new Set(['button', 'overflow', 'feedback_buttons', 'icon_button', 'workflow_button']);

const INTERACTIVE = new Set<string>(ELEMENT_TYPES);
/** Where blocks stand inside blocks, and where elements do; options, confirm dialogs and texts are never searched. */
const INNER_BLOCKS = new Map([
  ['carousel', 'elements'],
  ['container', 'child_blocks'],
  ['plan', 'tasks'],
]);
const INNER_ELEMENTS = new Map([
  ['actions', 'elements'],
  ['context_actions', 'elements'],
  ['section', 'accessory'],
  ['input', 'element'],
  ['card', 'actions'],
]);

/** Whether a value of this element is part of `state.values`. */
export function isStateful(placed: Placed): boolean {
  return !STATELESS.has(placed.type);
}

/** The blocks and the blocks inside them, in reading order. */
export function flatBlocks(blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.flatMap(block => {
    const inner = block[INNER_BLOCKS.get(asText(block.type)) ?? ''];
    return Array.isArray(inner) ? [block, ...flatBlocks(inner.filter(isObject))] : [block];
  });
}

/** Every interactive element of the blocks, in reading order. */
export function placedElements(blocks: readonly JsonObject[]): Placed[] {
  return flatBlocks(blocks).flatMap(block =>
    elementsOf(block).map(element => ({
      element,
      block,
      type: asText(element.type),
      action_id: asText(element.action_id),
      block_id: asText(block.block_id),
    })),
  );
}

/**
 * A copy of the blocks as Slack keeps them: every block with a block_id, every element with an action_id, every input
 * saying whether it may be left empty, every text saying all of itself.
 */
export function withIds(blocks: readonly JsonObject[]): JsonObject[] {
  const copy = withWholeTexts([...blocks]);
  for (const block of flatBlocks(copy)) {
    if (asText(block.block_id) === '') block.block_id = shortId();
    if (block.type === 'input') sayAll(block);
    for (const element of elementsOf(block)) if (asText(element.action_id) === '') element.action_id = shortId();
  }
  return copy;
}

/** Slack says of every input whether it may be left empty, whether it acts, and upon what a text field would. */
function sayAll(input: JsonObject): void {
  input.optional ??= false;
  input.dispatch_action ??= false;
  if (isObject(input.element) && input.element.type === 'plain_text_input')
    input.element.dispatch_action_config ??= { trigger_actions_on: ['on_enter_pressed'] };
}

/** A copy in which plain texts say whether emoji are drawn in them, and formatted ones whether they are verbatim. */
export function withWholeTexts<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withWholeTexts) as T;
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withWholeTexts(inner)])) as T &
    JsonObject;
  if (typeof copy.text !== 'string') return copy;
  if (copy.type === 'plain_text') return { ...copy, emoji: copy.emoji ?? true };
  return copy.type === 'mrkdwn' ? { ...copy, verbatim: copy.verbatim ?? false } : copy;
}

function elementsOf(block: JsonObject): JsonObject[] {
  return [block[INNER_ELEMENTS.get(asText(block.type)) ?? '']]
    .flat()
    .filter(isObject)
    .filter(element => INTERACTIVE.has(asText(element.type)));
}

function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
