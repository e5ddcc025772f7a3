/** Modals and Home tabs. */
import { BLOCK, PLAIN_TEXT } from './block.ts';
import { VALUE } from './element.ts';
import { each, either, type Keys, type Shape } from './shape.ts';

/** What stands in the fields, by block and element. */
export const STATE: Keys = { values: each(each(VALUE)) };

const BOTH: Keys = {
  id: 'string',
  team_id: 'string',
  blocks: [BLOCK],
  private_metadata: 'string',
  callback_id: 'string',
  state: STATE,
  hash: 'string',
  title: PLAIN_TEXT,
  clear_on_close: 'boolean',
  notify_on_close: 'boolean',
  previous_view_id: either('string', 'null'),
  root_view_id: 'string',
  app_id: 'string',
  external_id: 'string',
  app_installed_team_id: 'string',
  bot_id: 'string',
};

export const MODAL: Keys = {
  ...BOTH,
  type: '=modal',
  close: either(PLAIN_TEXT, 'null'),
  submit: either(PLAIN_TEXT, 'null'),
};

export const HOME: Keys = { ...BOTH, type: '=home', close: 'null', submit: 'null', previous_view_id: 'null' };

export const VIEW: Shape = either(MODAL, HOME);
