/** The elements of Block Kit a person can act on. */
import { covered, type Line, type Missing } from './line.ts';

const LINES: Line[] = [
  ['button', 'click.test.ts'],
  ['channels_select', 'blocks.test.ts'],
  ['checkboxes', 'blocks.test.ts'],
  [
    'conversations_select',
    'blocks.test.ts',
    'The part of the filter about channels shared with other teams is not applied.',
  ],
  ['datepicker', 'click.test.ts'],
  ['datetimepicker', 'blocks.test.ts'],
  ['email_text_input', 'modal.test.ts'],
  ['external_select', 'modal.test.ts'],
  ['feedback_buttons', 'blocks.test.ts'],
  [
    'file_input',
    'files.test.ts',
    'What is wrong with the files is said when the form is sent, not when they are chosen.',
  ],
  ['icon_button', 'blocks.test.ts'],
  ['multi_channels_select', 'blocks.test.ts'],
  [
    'multi_conversations_select',
    'blocks.test.ts',
    'The part of the filter about channels shared with other teams is not applied.',
  ],
  ['multi_external_select', 'blocks.test.ts'],
  ['multi_static_select', 'modal.test.ts'],
  ['multi_users_select', 'modal.test.ts'],
  ['number_input', 'modal.test.ts'],
  ['overflow', 'click.test.ts'],
  ['plain_text_input', 'modal.test.ts'],
  ['radio_buttons', 'modal.test.ts'],
  ['rich_text_input', 'rich-text.test.ts'],
  ['static_select', 'click.test.ts'],
  ['timepicker', 'modal.test.ts'],
  ['url_text_input', 'modal.test.ts'],
  ['users_select', 'modal.test.ts'],
];

const MISSING: Missing[] = [['workflow_button', 'Is shown, and starts nothing.', 'blocks.test.ts']];

export const ELEMENTS = covered('element', LINES, MISSING);
