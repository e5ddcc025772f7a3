/** Texts, blocks, attachments and the rich text of what people type. */
import { either, given, type Keys, type Shape } from './shape.ts';

export const PLAIN_TEXT: Keys = { type: '=plain_text', text: 'string', emoji: 'boolean' };

export const OPTION: Keys = { text: PLAIN_TEXT, value: 'string' };

export const CONFIRM: Keys = { title: PLAIN_TEXT, text: PLAIN_TEXT, confirm: PLAIN_TEXT, deny: PLAIN_TEXT };

/** How a piece of text looks. */
const STYLE: Keys = { 'bold?': 'true', 'italic?': 'true', 'strike?': 'true', 'code?': 'true' };
const styled = (type: string, keys: Keys): Keys => ({ type: `=${type}`, ...keys, 'style?': STYLE });

const PIECE = either(
  styled('text', { text: 'string' }),
  styled('link', { url: 'string', 'text?': 'string' }),
  styled('user', { user_id: 'string' }),
  styled('channel', { channel_id: 'string' }),
  styled('usergroup', { usergroup_id: 'string' }),
  styled('broadcast', { range: 'string' }),
  styled('emoji', { name: 'string', unicode: 'string', 'skin_tone?': 'number' }),
);

const SECTION: Keys = { type: '=rich_text_section', elements: [PIECE] };
const LIST: Keys = {
  type: '=rich_text_list',
  style: either('=bullet', '=ordered'),
  indent: 'number',
  border: 'number',
  'offset?': 'number',
  elements: [SECTION],
};
const PREFORMATTED: Keys = { type: '=rich_text_preformatted', elements: [PIECE], border: 'number' };
const QUOTE: Keys = { type: '=rich_text_quote', elements: [PIECE] };

/** What a rich text input reports. */
export const RICH_TEXT: Keys = { type: '=rich_text', elements: [either(SECTION, LIST, PREFORMATTED, QUOTE)] };

/** What is made of a text somebody typed. */
export const TYPED: Keys = { ...RICH_TEXT, block_id: 'string' };

const INPUT = given({
  type: '=input',
  block_id: 'string',
  label: PLAIN_TEXT,
  optional: 'boolean',
  dispatch_action: 'boolean',
  element: either(
    given({
      type: '=plain_text_input',
      action_id: 'string',
      dispatch_action_config: { trigger_actions_on: ['string'] },
    }),
    given({ type: 'string', action_id: 'string' }),
  ),
});

/** A block an app made: Slack gives it an id and hands the rest back. */
export const BLOCK: Shape = either(TYPED, INPUT, given({ type: 'string', block_id: 'string' }));

/** An attachment an app made: Slack numbers it. */
export const ATTACHMENT: Shape = given({ id: 'number', 'blocks?': [BLOCK] });
