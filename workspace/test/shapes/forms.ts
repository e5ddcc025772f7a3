/** A form with every element of Block Kit, begun and not begun, and what is given to each. */
import { input } from '../bench.ts';

export const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });

const placeholder = plain('Choose');
const confirm = { title: plain('Sure?'), text: plain('Really'), confirm: plain('Yes'), deny: plain('No') };
const options = ['a', 'b'].map(value => ({ text: plain(value), value }));
const [first] = options;

/** The id of the channel the form is opened from stands in its place. */
const CHANNEL = 'CHANNEL';

/** What the app suggests in external selects. */
export const FOUND = { options };

interface Field {
  element: { type: string; [key: string]: unknown };
  given: unknown;
  /** What it begins with in a second form. */
  began?: object;
}

const select = (type: string, given: unknown, more: object, began: object): Field => ({
  element: { type, placeholder, confirm, ...more },
  given,
  began,
});

export const FIELDS: Field[] = [
  { element: { type: 'checkboxes', options, confirm }, given: ['b'], began: { initial_options: [first] } },
  { element: { type: 'radio_buttons', options, confirm }, given: 'b', began: { initial_option: first } },
  select('datepicker', '2026-03-09', {}, { initial_date: '2026-03-08' }),
  select('timepicker', '07:55', { timezone: 'Asia/Shanghai' }, { initial_time: '07:50' }),
  { element: { type: 'datetimepicker', confirm }, given: 1773018000, began: { initial_date_time: 1773014400 } },
  select('static_select', 'b', { options }, { initial_option: first }),
  select('external_select', 'b', { min_query_length: 0 }, { initial_option: first }),
  select('users_select', 'bob', {}, { initial_user: 'UALICE' }),
  select('conversations_select', 'general', { response_url_enabled: true }, { initial_conversation: CHANNEL }),
  select('channels_select', 'general', {}, { initial_channel: CHANNEL }),
  select('multi_static_select', ['b'], { options }, { initial_options: [first] }),
  select('multi_external_select', ['b'], { min_query_length: 0 }, { initial_options: [first] }),
  select('multi_users_select', ['bob'], {}, { initial_users: ['UALICE'] }),
  select('multi_conversations_select', ['general'], {}, { initial_conversations: [CHANNEL] }),
  select('multi_channels_select', ['general'], {}, { initial_channels: [CHANNEL] }),
  { element: { type: 'plain_text_input' }, given: 'words' },
  { element: { type: 'email_text_input' }, given: 'a@example.com' },
  { element: { type: 'url_text_input' }, given: 'https://example.com/' },
  { element: { type: 'number_input', is_decimal_allowed: true }, given: '1.5' },
  { element: { type: 'rich_text_input' }, given: '*words*\n1. one\n> said\n```code```' },
];

/** Elements that are pressed; the last two stand in a row of their own. */
export const PRESSED = [
  { type: 'button', text: plain('Go'), value: 'v', url: 'https://example.com/', style: 'primary', confirm },
  { type: 'overflow', options, confirm },
  { type: 'icon_button', icon: 'trash', text: plain('Away'), value: 'v', confirm },
  {
    type: 'feedback_buttons',
    positive_button: { text: plain('Good'), value: 'good' },
    negative_button: { text: plain('Bad'), value: 'bad' },
  },
];

/** The inputs, each in a block of its own name that acts at once; begun in this channel, or with nothing in them. */
export function inputs(channel?: string): object[] {
  return FIELDS.map(({ element, began }) => {
    const begun = channel !== undefined && JSON.parse(JSON.stringify(began ?? {}).replaceAll(CHANNEL, channel));
    return input(element.type, { ...element, action_id: element.type, ...begun }, { dispatch_action: true });
  });
}

/** The rows of what is pressed, as blocks of a message. */
export function rows(): object[] {
  return PRESSED.map(element => {
    const inContext = ['icon_button', 'feedback_buttons'].includes(element.type);
    const elements = [{ ...element, action_id: element.type }];
    return { type: inContext ? 'context_actions' : 'actions', block_id: element.type, elements };
  });
}
