import { describe, expect, test } from 'vitest';
import { type Fault, validateMessage, validateView } from '../validate.ts';
import {
  actions,
  button,
  chars,
  group,
  home,
  input,
  modal,
  mrkdwn,
  option,
  plain,
  richText,
  section,
  times,
} from './samples.ts';

const inInput = (element: object): Fault[] => validateView(modal([input(element)]));
const inActions = (element: object): Fault[] => validateMessage({ text: 'text', blocks: [actions(element)] });
const characters = (max: number) => `must be less than ${max + 1} characters`;
const items = (max: number) => `no more than ${max} items allowed`;
const under =
  (root: string) =>
  (path: string, message: string): Fault => ({ message, pointer: `${root}${path}` });
const inModal = under('/view/blocks/0/element');
const inMessage = under('/blocks/0/elements/0');

const select = (more: object = {}) => ({ type: 'static_select', options: [option('a'), option('b')], ...more });
const radio = (more: object = {}) => ({ type: 'radio_buttons', options: [option('a')], ...more });
const number = (more: object = {}) => ({ type: 'number_input', is_decimal_allowed: false, ...more });
const field = (more: object = {}) => ({ type: 'plain_text_input', ...more });
const dialog = (more: object = {}) => button({ confirm: { text: plain(), ...more } });

describe('a length at its limit is taken, one more is a fault', () => {
  test.each<[string, number, (count: number) => object, string, string]>([
    ['button.text', 75, n => button({ text: plain(chars(n)) }), '/text/text', characters(75)],
    ['button.value', 2000, n => button({ value: chars(n) }), '/value', characters(2000)],
    ['button.url', 3000, n => button({ url: `https://${chars(n - 8)}` }), '/url', characters(3000)],
    ['button.action_id', 255, n => button({ action_id: chars(n) }), '/action_id', characters(255)],
    [
      'button.accessibility_label',
      75,
      n => button({ accessibility_label: chars(n) }),
      '/accessibility_label',
      characters(75),
    ],
    ['confirm.title', 100, n => dialog({ title: plain(chars(n)) }), '/confirm/title/text', characters(100)],
    ['confirm.confirm', 30, n => dialog({ confirm: plain(chars(n)) }), '/confirm/confirm/text', characters(30)],
    ['confirm.deny', 30, n => dialog({ deny: plain(chars(n)) }), '/confirm/deny/text', characters(30)],
    ['placeholder', 150, n => select({ placeholder: plain(chars(n)) }), '/placeholder/text', characters(150)],
    ['options', 100, n => select({ options: times(n, i => option(`${i}`)) }), '/options', items(100)],
    [
      'option_groups',
      100,
      n => ({ type: 'static_select', option_groups: times(n, i => group(`${i}`)) }),
      '/option_groups',
      items(100),
    ],
    [
      'options of a group',
      100,
      n => ({ type: 'static_select', option_groups: [group(...times(n, i => `${i}`))] }),
      '/option_groups/0/options',
      items(100),
    ],
    [
      'group.label',
      75,
      n => ({ type: 'static_select', option_groups: [{ ...group('a'), label: plain(chars(n)) }] }),
      '/option_groups/0/label/text',
      characters(75),
    ],
    ['option.value', 150, n => select({ options: [option(chars(n))] }), '/options/0/value', characters(150)],
    [
      'option.text',
      75,
      n => select({ options: [{ ...option(), text: plain(chars(n)) }] }),
      '/options/0/text/text',
      characters(75),
    ],
    [
      'option.description',
      75,
      n => select({ options: [{ ...option(), description: plain(chars(n)) }] }),
      '/options/0/description/text',
      characters(75),
    ],
    ['overflow.options', 5, n => ({ type: 'overflow', options: times(n, i => option(`${i}`)) }), '/options', items(5)],
    ['radio_buttons.options', 10, n => radio({ options: times(n, i => option(`${i}`)) }), '/options', items(10)],
    [
      'checkboxes.options',
      10,
      n => ({ type: 'checkboxes', options: times(n, i => option(`${i}`)) }),
      '/options',
      items(10),
    ],
  ])('%s: %i', (_, max, element, path, message) => {
    expect(inActions(element(max))).toEqual([]);
    expect(inActions(element(max + 1))).toEqual([inMessage(path, message)]);
  });

  test.each<[string, number, (count: number) => object, string, string]>([
    ['max_length', 3000, n => field({ max_length: n }), '/max_length', 'must be less than 3001'],
    ['min_length', 3000, n => field({ min_length: n }), '/min_length', 'must be less than 3001'],
    ['initial_value', 3000, n => field({ initial_value: chars(n) }), '/initial_value', characters(3000)],
    [
      'initial_value within max_length',
      5,
      n => field({ max_length: 5, initial_value: chars(n) }),
      '/initial_value',
      characters(5),
    ],
    ['file_input.max_files', 10, n => ({ type: 'file_input', max_files: n }), '/max_files', 'must be less than 11'],
    [
      'rich_text_input.min_lines',
      100,
      n => ({ type: 'rich_text_input', min_lines: n }),
      '/min_lines',
      'must be less than 101',
    ],
    [
      'rich_text_input.max_lines',
      100,
      n => ({ type: 'rich_text_input', max_lines: n }),
      '/max_lines',
      'must be less than 101',
    ],
  ])('%s: %i', (_, max, element, path, message) => {
    expect(inInput(element(max))).toEqual([]);
    expect(inInput(element(max + 1))).toEqual([inModal(path, message)]);
  });

  test('confirm.text: 300, plain or formatted', () => {
    expect(inActions(dialog({ text: mrkdwn(chars(300)) }))).toEqual([]);
    expect(inActions(dialog({ text: mrkdwn(chars(301)) }))).toEqual([
      inMessage('/confirm/text', 'failed to match all allowed schemas'),
      inMessage('/confirm/text/text', characters(300)),
    ]);
  });
});

describe('every element, in full, where it may stand', () => {
  const initial_option = option('a');
  test.each<[object]>([
    [
      button({
        value: 'v',
        url: 'mailto:a@example.com',
        style: 'danger',
        action_id: 'a',
        confirm: { title: plain(), text: plain(), confirm: plain(), deny: plain(), style: 'primary' },
      }),
    ],
    [{ type: 'checkboxes', options: [{ text: mrkdwn(), value: 'a', description: mrkdwn() }], focus_on_load: false }],
    [{ type: 'datepicker', initial_date: '2028-02-29', placeholder: plain() }],
    [{ type: 'datetimepicker', initial_date_time: 1628633820 }],
    [{ type: 'overflow', options: [{ ...option(), url: 'https://example.com' }] }],
    [radio({ initial_option })],
    [select({ initial_option })],
    [{ type: 'static_select', option_groups: [group('a')], initial_option }],
    [{ type: 'multi_static_select', options: [option('a')], initial_options: [option('a')], max_selected_items: 1 }],
    [{ type: 'external_select', min_query_length: 0, initial_option }],
    [{ type: 'multi_external_select', initial_options: [option('a')] }],
    [{ type: 'users_select', initial_user: 'U1' }],
    [{ type: 'multi_users_select', initial_users: ['U1', 'U2'] }],
    [{ type: 'channels_select', initial_channel: 'C1', response_url_enabled: true }],
    [{ type: 'multi_channels_select', initial_channels: ['C1'] }],
    [
      {
        type: 'conversations_select',
        default_to_current_conversation: true,
        filter: { include: ['im'], exclude_bot_users: true },
      },
    ],
    [{ type: 'multi_conversations_select', initial_conversations: ['C1'] }],
    [{ type: 'timepicker', initial_time: '00:00', timezone: 'Asia/Shanghai' }],
    [
      {
        type: 'workflow_button',
        text: plain(),
        workflow: {
          trigger: { url: 'https://slack.com/shortcuts/1', customizable_input_parameters: [{ name: 'a', value: '' }] },
        },
      },
    ],
  ])('in a message: %j', element => {
    expect(inActions(element)).toEqual([]);
  });

  test.each<[object]>([
    [
      field({
        multiline: true,
        min_length: 0,
        max_length: 10,
        initial_value: '',
        placeholder: plain(),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] },
      }),
    ],
    [number({ initial_value: '-3', min_value: '-10', max_value: '0' })],
    [number({ is_decimal_allowed: true, initial_value: '0.25' })],
    [{ type: 'email_text_input', initial_value: 'a@example.com' }],
    [{ type: 'url_text_input', initial_value: 'https://example.com' }],
    [{ type: 'file_input', filetypes: ['pdf'], max_files: 1 }],
    [{ type: 'rich_text_input', initial_value: richText(), min_lines: 1, max_lines: 1 }],
    [select({ focus_on_load: true })],
  ])('in a modal: %j', element => {
    expect(inInput(element)).toEqual([]);
  });

  test('feedback buttons in a message', () => {
    const half = { text: plain(), value: 'v', accessibility_label: 'label' };
    const element = { type: 'feedback_buttons', positive_button: half, negative_button: half };
    expect(validateMessage({ text: 'text', blocks: [{ type: 'context_actions', elements: [element] }] })).toEqual([]);
  });
});

describe('what an element starts with must fit it', () => {
  test.each<[object, string, string]>([
    [select({ initial_option: null }), '/initial_option', 'must provide an object'],
    [select({ initial_option: option('c') }), '/initial_option', 'must be one of the options'],
    [select({ initial_option: { ...option('a'), text: plain('b') } }), '/initial_option', 'must be one of the options'],
    [
      { type: 'static_select', option_groups: [group('a')], initial_option: option('b') },
      '/initial_option',
      'must be one of the options',
    ],
    [radio({ initial_option: option('b') }), '/initial_option', 'must be one of the options'],
    [
      { type: 'checkboxes', options: [option('a')], initial_options: [option('a'), option('b')] },
      '/initial_options/1',
      'must be one of the options',
    ],
    [
      { type: 'checkboxes', options: [option('a')], initial_options: [] },
      '/initial_options',
      'must provide at least 1 items',
    ],
    [{ type: 'static_select' }, '', 'missing required field: options'],
    [select({ options: [] }), '/options', 'must provide at least 1 items'],
    [select({ option_groups: [group('a')] }), '', 'must define only one of: options, option_groups'],
    [select({ options: [{ text: mrkdwn(), value: 'a' }] }), '/options/0/text/type', 'unsupported type: mrkdwn'],
    [select({ options: [{ text: plain() }] }), '/options/0', 'missing required field: value'],
    [
      select({ options: [{ ...option(), url: 'https://example.com' }] }),
      '/options/0',
      'invalid additional property: url',
    ],
    [
      { type: 'datepicker', initial_date: '2026-02-29' },
      '/initial_date',
      'must be a valid date in the format YYYY-MM-DD',
    ],
    [
      { type: 'datepicker', initial_date: '2026-2-9' },
      '/initial_date',
      'must be a valid date in the format YYYY-MM-DD',
    ],
    [{ type: 'datepicker', initial_date: 20260209 }, '/initial_date', 'must provide a string'],
    [{ type: 'timepicker', initial_time: '24:00' }, '/initial_time', 'must be a valid time in the format HH:mm'],
    [{ type: 'timepicker', initial_time: '8:00' }, '/initial_time', 'must be a valid time in the format HH:mm'],
    [
      { type: 'datetimepicker', initial_date_time: 999_999_999 },
      '/initial_date_time',
      'must be greater than 999999999',
    ],
    [
      { type: 'datetimepicker', initial_date_time: 10_000_000_000 },
      '/initial_date_time',
      'must be less than 10000000000',
    ],
    [{ type: 'datetimepicker', initial_date_time: '1628633820' }, '/initial_date_time', 'must provide an integer'],
    [{ type: 'number_input' }, '', 'missing required field: is_decimal_allowed'],
    [number({ initial_value: 3 }), '/initial_value', 'must provide a string'],
    [number({ initial_value: '3e5' }), '/initial_value', 'must be a string that holds a number'],
    [number({ initial_value: '2.5' }), '/initial_value', 'must be a whole number'],
    [number({ initial_value: '11', max_value: '10' }), '/initial_value', 'must be between `min_value` and `max_value`'],
    [number({ initial_value: '9', min_value: '10' }), '/initial_value', 'must be between `min_value` and `max_value`'],
    [number({ min_value: '11', max_value: '10' }), '/min_value', 'must not be greater than `max_value`'],
    [field({ min_length: 6, max_length: 5 }), '/min_length', 'must not be greater than `max_length`'],
    [field({ max_length: 0 }), '/max_length', 'must be greater than 0'],
    [field({ multiline: 'yes' }), '/multiline', 'must provide a boolean'],
    [
      field({ dispatch_action_config: { trigger_actions_on: ['on_blur'] } }),
      '/dispatch_action_config/trigger_actions_on/0',
      'must be a valid enum value',
    ],
    [
      { type: 'conversations_select', filter: {} },
      '/filter',
      'missing required field: include or exclude_external_shared_channels or exclude_bot_users',
    ],
    [{ type: 'multi_users_select', max_selected_items: 0 }, '/max_selected_items', 'must be greater than 0'],
  ])('%j', (element, path, message) => {
    expect(inInput(element)).toEqual([inModal(path, message)]);
  });

  test('a file input cannot dispatch', () => {
    expect(validateView(modal([input({ type: 'file_input' }, { dispatch_action: true })]))).toEqual([
      { message: 'unsupported type: file_input', pointer: '/view/blocks/0/element/type' },
    ]);
  });
});

describe('each surface takes its own elements', () => {
  test.each<[object & { type: string }, boolean, boolean, boolean]>([
    [{ type: 'datetimepicker' }, true, true, false],
    [{ type: 'email_text_input' }, false, true, false],
    [{ type: 'file_input' }, false, true, false],
    [number(), false, true, false],
    [{ type: 'rich_text_input' }, false, true, true],
    [{ type: 'url_text_input' }, false, true, false],
    [field(), true, true, true],
    [select(), true, true, true],
  ])('%j', (element, message, inModals, inHome) => {
    const refusal = (pointer: string): Fault[] => [{ message: `unsupported type: ${element.type}`, pointer }];
    const block = input(element);
    expect(validateMessage({ text: 'text', blocks: [block] })).toEqual(
      message ? [] : refusal('/blocks/0/element/type'),
    );
    expect(validateView(modal([block]))).toEqual(inModals ? [] : refusal('/view/blocks/0/element/type'));
    expect(validateView(home([block]))).toEqual(inHome ? [] : refusal('/view/blocks/0/element/type'));
  });

  test('a workflow button only in a message', () => {
    const accessory = { type: 'workflow_button', text: plain(), workflow: { trigger: { url: 'https://slack.com/t' } } };
    expect(validateMessage({ text: 'text', blocks: [section({ accessory })] })).toEqual([]);
    expect(validateView(home([section({ accessory })]))).toEqual([
      { message: 'unsupported type: workflow_button', pointer: '/view/blocks/0/accessory/type' },
    ]);
  });
});
