/** Every block and element Slack's types declare, and charts, in every variant they allow: what the page must draw and let people use. */
import type { InputBlock, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { CHARTS } from './charts.ts';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });

/** A picture from an address that a test answers. */
export const picture = (alt_text: string, name = 'picture.png') => ({
  type: 'image' as const,
  image_url: `https://pictures.example/${name}`,
  alt_text,
});
const option = (text: string, more: object = {}) => ({ text: plain(text), value: text.toLowerCase(), ...more });
const options = ['One', 'Two', 'Three'].map(text => option(text));
const groups = [
  { label: plain('Fruit'), options: [option('Apple'), option('Pear')] },
  { label: plain('蔬菜'), options: [option('白菜'), option('Carrot', { description: plain('orange') })] },
];
const marked = [
  { text: mrkdwn('*Bold* choice'), value: 'bold', description: plain('with a description') },
  { text: mrkdwn('`code` choice'), value: 'code' },
];
const confirm = {
  title: plain('Really?'),
  text: mrkdwn('It *cannot* be undone.'),
  confirm: plain('Do it'),
  deny: plain('Leave it'),
  style: 'danger' as const,
};

const text = (said: string, style?: object) => ({ type: 'text' as const, text: said, ...(style && { style }) });
const section = (...elements: RichTextElement[]) => ({ type: 'rich_text_section' as const, elements });
export const rich = (...elements: RichTextBlock['elements']): RichTextBlock => ({ type: 'rich_text', elements });
const items = (style: 'bullet' | 'ordered', indent: number, ...lines: string[]) => ({
  type: 'rich_text_list' as const,
  style,
  indent,
  elements: lines.map(line => section(text(line))),
});

const STYLES = ['bold', 'italic', 'strike', 'underline', 'code'];
export const RICH: RichTextBlock = rich(
  section(
    ...STYLES.flatMap(style => [text(style, { [style]: true }), text(' ')]),
    text('everything', { bold: true, italic: true, strike: true }),
    text('\n'),
    { type: 'link', url: 'https://example.com/a', text: 'a link', style: { bold: true } },
    text(' '),
    { type: 'link', url: 'https://example.com/bare' },
    text('\n'),
    { type: 'user', user_id: 'UALICE', style: { bold: true } },
    text(' '),
    { type: 'channel', channel_id: 'CGENERAL' },
    text(' '),
    { type: 'usergroup', usergroup_id: 'S0GROUP' },
    text(' '),
    { type: 'team', team_id: 'T0TEAM' },
    text(' '),
    { type: 'broadcast', range: 'here' },
    text('\n'),
    { type: 'emoji', name: 'tada' },
    { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fd' },
    text(' '),
    { type: 'color', value: '#2e7d4f' },
    text(' '),
    { type: 'date', timestamp: 1_796_083_200, format: '{date_long} at {time}', fallback: 'a day' },
  ),
  items('bullet', 0, 'first', 'second'),
  items('bullet', 1, 'deeper'),
  items('bullet', 2, 'deepest'),
  items('ordered', 0, 'one', 'two'),
  items('ordered', 1, 'a'),
  items('ordered', 2, 'i'),
  { ...items('ordered', 0, 'three, after an offset'), offset: 2 } as ReturnType<typeof items>,
  { ...items('bullet', 0, 'a list with a border'), border: 1 },
  { type: 'rich_text_quote', elements: [text('a quote\nof two lines')] },
  { type: 'rich_text_quote', elements: [text('a quote with a border')], border: 1 },
  {
    type: 'rich_text_preformatted',
    elements: [text('const x = 1;\nif (x < 2) go();'), { type: 'link', url: 'https://example.com/pre' }],
    language: 'javascript',
  } as RichTextBlock['elements'][number],
);

const LONG = 'A long text that goes on and on. '.repeat(40);
const MARKDOWN = `# Heading one
## Heading two
### Heading three
A paragraph with **bold**, *italic*, ~~struck~~, \`code\`, ***both*** and a [link](https://example.com/md).

- one
- two
  - nested
    1. deep one
    2. deep two
- [x] done
- [ ] open

1. first
2. second

> a quote
> with **bold**

\`\`\`js
const a = '<b>';
\`\`\`

| Name | Count | Note |
|:-----|------:|:----:|
| 苹果 | 3 | **sweet** |
| Pear | 12 | a \\| b |

---
![alt of a picture](https://pictures.example/picture.png)
Line with :tada: and a bare https://example.com/bare address.`;

const cell = (said: string) => ({ type: 'raw_text' as const, text: said });
const figure = (value: number) => ({ type: 'raw_number' as const, value, text: value.toLocaleString('en') });

const button = (said: string, more: object = {}) => ({
  type: 'button' as const,
  action_id: said,
  text: plain(said),
  value: said,
  ...more,
});

const TASK = {
  type: 'task_card' as const,
  task_id: 'working',
  title: 'Look it up',
  status: 'in_progress' as const,
  details: rich(section(text('Reading the '), text('records', { bold: true }))),
  output: rich(section(text('Found 3 of them'))),
  sources: [{ type: 'url' as const, url: 'https://example.com/source', text: 'The source' }],
};

/** Messages that only show. */
export const SHOWN: Record<string, KnownBlock[]> = {
  texts: [
    { type: 'header', text: plain('A header :tada: <b>') },
    {
      type: 'section',
      text: mrkdwn('*mrkdwn* _italic_ ~struck~ `code` <https://example.com/x|labelled>\n&gt; quoted'),
    },
    { type: 'section', text: plain('*plain* :wave::skin-tone-4: text') },
    { type: 'section', text: { ...plain('no :tada: emoji'), emoji: false } },
    { type: 'section', text: { ...mrkdwn('verbatim https://example.com/verbatim'), verbatim: true } },
    { type: 'section', fields: ['*One*\n1', '*Two*\n2', '*Three*\n3', '*Four*\n4'].map(mrkdwn) },
    { type: 'section', text: mrkdwn('Beside a picture'), accessory: picture('beside the text') },
    { type: 'section', text: mrkdwn(LONG) },
    { type: 'section', text: mrkdwn(`Expanded. ${LONG}`), expand: true },
    { type: 'divider' },
    {
      type: 'context',
      elements: [picture('a small picture'), mrkdwn('*small* print'), plain('and plain :tada:'), picture('another')],
    },
  ],
  rich: [RICH],
  markdown: [{ type: 'markdown', text: MARKDOWN }],
  media: [
    { ...picture('a picture block'), title: plain('A picture’s title') },
    { ...picture('a picture that is not there', 'missing.png') },
    {
      type: 'video',
      title: plain('A video’s title'),
      title_url: 'https://example.com/video',
      description: plain('What is seen in it'),
      video_url: 'https://example.com/embed',
      thumbnail_url: 'https://pictures.example/thumbnail.png',
      alt_text: 'a video',
      author_name: 'An author',
      provider_name: 'A provider',
      provider_icon_url: 'https://pictures.example/icon.png',
    },
  ],
  table: [
    {
      type: 'table',
      column_settings: [{ is_wrapped: true }, { align: 'right' }, { align: 'center' }],
      rows: [
        [cell('Name'), cell('Count'), cell('State')],
        [cell('A long name that wraps onto another line because its column says so'), figure(12_345), cell('ok')],
        [rich(section(text('rich', { bold: true }), { type: 'emoji', name: 'tada' })), figure(7), cell('late')],
      ],
    },
  ],
  data: [
    {
      type: 'data_table',
      caption: 'Orders of the week',
      page_size: 2,
      row_header_column_index: 0,
      rows: [
        [cell('Order'), cell('Pieces')],
        [cell('Pears'), figure(20)],
        [cell('Apples'), figure(3)],
        [rich(section(text('Cherries', { italic: true }))), figure(100)],
      ],
    },
  ],
  // Slack's types do not declare charts yet.
  ...(CHARTS as Record<string, KnownBlock[]>),
  tasks: [
    {
      type: 'plan',
      title: 'The plan',
      tasks: [
        TASK,
        { type: 'task_card', task_id: 'p', title: 'To do', status: 'pending' },
        { type: 'task_card', task_id: 'c', title: 'Finished', status: 'complete' },
        { type: 'task_card', task_id: 'e', title: 'Broken', status: 'error' },
      ],
    },
  ],
  task: [{ ...TASK, task_id: 'alone', title: 'A task of its own' }],
  containers: [
    ...(['narrow', 'standard', 'wide', 'full'] as const).map(width => ({
      type: 'container' as const,
      title: plain(`Container, ${width}`),
      width,
      child_blocks: [{ type: 'section' as const, text: mrkdwn('inside') }],
    })),
    {
      type: 'container',
      rich_text_title: rich(section(text('A rich '), text('title', { bold: true }))),
      subtitle: mrkdwn('a _subtitle_'),
      icon: picture('the icon of a container', 'icon.png'),
      has_header_divider: true,
      child_blocks: [
        { type: 'header', text: plain('Header inside') },
        { type: 'divider' },
        { type: 'context', elements: [mrkdwn('context inside')] },
      ],
    },
    {
      type: 'container',
      title: plain('Folded away'),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: [{ type: 'section', text: mrkdwn('hidden at first') }],
    },
    {
      type: 'container',
      title: plain('Open, may be folded'),
      subtitle: plain('subtitle'),
      is_collapsible: true,
      child_blocks: [{ type: 'actions', elements: [button('Within')] }],
    },
  ],
  cards: [
    {
      type: 'card',
      hero_image: picture('the hero of a card'),
      icon: picture('the icon of a card', 'icon.png'),
      title: mrkdwn('A *card*'),
      subtitle: mrkdwn('its subtitle'),
      body: mrkdwn('Its body, with `code`.'),
      actions: [button('Of the card', { style: 'primary' }), button('Other')],
    },
    {
      type: 'carousel',
      elements: ['First', 'Second', 'Third', 'Fourth'].map(name => ({
        type: 'card' as const,
        hero_image: picture(`hero of ${name}`),
        title: mrkdwn(`${name} card`),
        body: mrkdwn(`The body of the ${name.toLowerCase()}`),
        actions: [button(`Take ${name}`)],
      })),
    },
  ],
};

/** Blocks and elements nobody knows; Slack refuses them, so that they come past the validator only. */
export const UNKNOWN: object[] = [
  { type: 'hologram', depth: 3 },
  { type: 'actions', elements: [{ type: 'lever', action_id: 'pull' }] },
];

/** Messages with elements that act. */
export const ACTING: Record<string, KnownBlock[]> = {
  buttons: [
    {
      type: 'actions',
      elements: [
        button('Plain'),
        button('Primary', { style: 'primary' }),
        button('Danger', { style: 'danger', confirm }),
        button('Named', { accessibility_label: 'Named for readers' }),
        button('Abroad', { url: 'https://example.com/abroad' }),
        {
          type: 'workflow_button',
          action_id: 'workflow',
          text: plain('Workflow'),
          workflow: { trigger: { url: 'https://slack.com/shortcuts/Ft0/abc' } },
        },
        {
          type: 'overflow',
          action_id: 'overflow',
          options: [...options.slice(0, 2), option('Site', { url: 'https://example.com/site' })],
        },
      ],
    },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'feedback',
          positive_button: { text: plain('Good answer'), value: 'yes' },
          negative_button: { text: plain('Bad answer'), accessibility_label: 'A bad answer', value: 'no' },
        },
        { type: 'icon_button', action_id: 'icon', icon: 'trash', text: plain('Delete'), value: 'gone' },
        {
          type: 'icon_button',
          action_id: 'icon-for-alice',
          icon: 'trash',
          text: plain('For the admin'),
          visible_to_user_ids: ['UALICE'],
        },
      ],
    },
    ...(
      [
        ['accessory button', button('Beside')],
        ['accessory overflow', { type: 'overflow', action_id: 'beside-overflow', options }],
        ['accessory date', { type: 'datepicker', action_id: 'beside-date', initial_date: '2026-12-04' }],
        ['accessory time', { type: 'timepicker', action_id: 'beside-time', initial_time: '07:55' }],
        ['accessory radio', { type: 'radio_buttons', action_id: 'beside-radio', options: marked }],
        ['accessory checks', { type: 'checkboxes', action_id: 'beside-checks', options: marked }],
        [
          'accessory select',
          { type: 'static_select', action_id: 'beside-select', options, placeholder: plain('Pick') },
        ],
        ['accessory multi', { type: 'multi_users_select', action_id: 'beside-people', placeholder: plain('People') }],
      ] as const
    ).map(([said, accessory]) => ({ type: 'section' as const, text: mrkdwn(said), accessory }) as KnownBlock),
  ],
  menus: [
    {
      type: 'actions',
      block_id: 'menus',
      elements: [
        { type: 'static_select', action_id: 'static', placeholder: plain('Static'), options },
        { type: 'static_select', action_id: 'grouped', placeholder: plain('Grouped'), option_groups: groups },
        { type: 'external_select', action_id: 'external', placeholder: plain('External'), min_query_length: 1 },
        { type: 'users_select', action_id: 'users', placeholder: plain('Person'), initial_user: 'UALICE' },
        { type: 'conversations_select', action_id: 'conversations', placeholder: plain('Conversation') },
        { type: 'channels_select', action_id: 'channels', placeholder: plain('Channel') },
        { type: 'multi_static_select', action_id: 'multi', placeholder: plain('Several'), options },
        { type: 'datepicker', action_id: 'date', placeholder: plain('Date') },
        { type: 'timepicker', action_id: 'time', placeholder: plain('Time'), timezone: 'Europe/Berlin' },
        { type: 'datetimepicker', action_id: 'moment', initial_date_time: 1_796_083_200 },
        { type: 'radio_buttons', action_id: 'radio', options: marked, initial_option: marked[0] },
        { type: 'checkboxes', action_id: 'checks', options: marked, initial_options: marked.slice(1), confirm },
      ] as never[],
    },
  ],
};

/** Alerts stand in views only. */
export const ALERTS: KnownBlock[] = (['default', 'info', 'warning', 'error', 'success'] as const).map(level => ({
  type: 'alert',
  level,
  text: mrkdwn(`An alert of level *${level}*`),
}));

const field = (label: string, element: object, more: object = {}): InputBlock =>
  ({
    type: 'input',
    block_id: label,
    label: plain(label),
    element: { action_id: 'a', ...element },
    ...more,
  }) as InputBlock;

/** The fields of a modal. */
export const FIELDS: InputBlock[] = [
  field(
    'line',
    { type: 'plain_text_input', placeholder: plain('One line'), min_length: 2, max_length: 20 },
    {
      hint: plain('Two to twenty characters :wave:'),
    },
  ),
  field('area', { type: 'plain_text_input', multiline: true, initial_value: 'first\nsecond' }, { optional: true }),
  field(
    'dispatching',
    {
      type: 'plain_text_input',
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    },
    { dispatch_action: true, optional: true },
  ),
  field('entering', { type: 'plain_text_input' }, { dispatch_action: true, optional: true }),
  field('rich', { type: 'rich_text_input', placeholder: plain('Rich'), min_lines: 2, max_lines: 6 }),
  field('written', { type: 'rich_text_input', initial_value: RICH }, { optional: true }),
  field('number', { type: 'number_input', is_decimal_allowed: false, min_value: '2', max_value: '9' }),
  field('decimal', { type: 'number_input', is_decimal_allowed: true, initial_value: '1.5' }),
  field('email', { type: 'email_text_input', placeholder: plain('someone@example.com') }),
  field('url', { type: 'url_text_input' }),
  field('date', { type: 'datepicker', initial_date: '2026-12-04' }),
  field('time', { type: 'timepicker', initial_time: '07:55', timezone: 'Europe/Berlin' }),
  field('moment', { type: 'datetimepicker', initial_date_time: 1_796_083_200 }),
  field('radio', { type: 'radio_buttons', options: marked }),
  field('checks', { type: 'checkboxes', options: marked, initial_options: marked.slice(1) }),
  field('static', { type: 'static_select', option_groups: groups, initial_option: groups[1]?.options[0] }),
  field('external', { type: 'external_select', min_query_length: 2, placeholder: plain('Outside') }),
  field('externals', { type: 'multi_external_select', min_query_length: 0 }, { optional: true }),
  field('person', { type: 'users_select', initial_user: 'UALICE' }),
  field('people', { type: 'multi_users_select', initial_users: ['UALICE', 'UBOB'], max_selected_items: 3 }),
  field('channel', { type: 'channels_select' }, { optional: true }),
  field('channels', { type: 'multi_channels_select' }, { optional: true }),
  field('conversation', { type: 'conversations_select', default_to_current_conversation: true }),
  field('conversations', { type: 'multi_conversations_select', filter: { include: ['private'] } }, { optional: true }),
  field('statics', { type: 'multi_static_select', options, initial_options: options.slice(0, 2) }),
];
