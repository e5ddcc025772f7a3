/** Blocks: for each, its fields, what Slack demands of them, and the surfaces it may stand on. */
import type { KnownBlock } from '@slack/types';
import { chart } from './chart.ts';
import { onePictureSource, pictureSource, plain, text, url } from './composition.ts';
import { accessory, action, button, contextAction, image, input } from './elements.ts';
import { richText, richTextField } from './rich-text.ts';
import {
  choice,
  type Extra,
  type Fields,
  flag,
  inside,
  isObject,
  list,
  need,
  note,
  number,
  oneOf,
  only,
  type Rule,
  shape,
  string,
  typed,
  whole,
} from './rule.ts';

/** Slack's types do not declare charts yet, which its reference has had since June 2026. */
type BlockType = KnownBlock['type'] | 'data_visualization';

const block = (fields: Fields, extra?: Extra): Rule =>
  shape({ type: need(string()), block_id: string(255), ...fields }, extra);

/** An image or a text, as `context` takes them. */
const contextElement: Rule = {
  required: false,
  check(value, place) {
    const one = isObject(value) && (value.type === 'plain_text' || value.type === 'mrkdwn') ? text() : image;
    one.check(value, place);
  },
};

const rawText = shape({ type: need(string()), text: need(string()) });
const rawNumber = shape({ type: need(string()), value: need(number), text: need(string()) });
const cell = typed(() => ({ raw_text: rawText, raw_number: rawNumber, rich_text: richText }));

const columnLook = shape({ align: choice('left', 'center', 'right'), is_wrapped: flag });
/** The one place where Slack takes `null`: a column that is drawn as usual, before one that is not. */
const columnSetting: Rule = {
  ...columnLook,
  check: (value, place) => {
    if (value !== null) columnLook.check(value, place);
  },
};

const dataTableRows: Extra = (value, place) => {
  if (!Array.isArray(value.rows)) return;
  const rows = inside(place, 'rows');
  const [header, ...others] = value.rows.map(row => (Array.isArray(row) ? row : []));
  for (const [index, one] of (header ?? []).entries()) {
    if (isObject(one) && one.type === 'rich_text') note(rows, 'unsupported type: rich_text', `0/${index}/type`);
  }
  for (const [index, row] of others.entries()) {
    if (row.length !== header?.length) note(rows, 'must have as many cells as the first row', `${index + 1}`);
  }
};

/** Slack does not take dispatching together with a file input. */
const inputTogether: Extra = (value, place) => {
  if (value.dispatch_action === true && isObject(value.element) && value.element.type === 'file_input')
    note(place, 'unsupported type: file_input', 'element/type');
};

const cardTogether: Extra = (value, place) => {
  oneOf('at least', 'hero_image', 'title', 'actions', 'body')(value, place);
  if (value.icon !== undefined && value.slack_icon !== undefined)
    note(place, 'must define only one of: icon, slack_icon');
};

const containerTogether: Extra = (value, place) => {
  oneOf('at least', 'title', 'rich_text_title')(value, place);
  if (value.default_collapsed === true && value.is_collapsible !== true)
    note(place, 'must define `is_collapsible` to use `default_collapsed`');
};

const taskCard = block({
  task_id: need(string(255)),
  title: need(string()),
  details: richTextField,
  output: richTextField,
  sources: list(typed(() => ({ url: shape({ type: need(string()), url: need(url()), text: need(string()) }) }))),
  status: need(choice('pending', 'in_progress', 'complete', 'error')),
});

/** Every block by its type. Where Slack's documents and what is seen to be drawn differ, the fewer surfaces count. */
const BLOCKS: Readonly<Record<BlockType, Rule>> = {
  actions: block({ elements: need(list(action, 25)) }),
  alert: only(
    ['modal'],
    block({ text: need(text()), level: choice('default', 'info', 'warning', 'error', 'success') }),
  ),
  card: only(
    ['message', 'home'],
    block(
      {
        hero_image: image,
        icon: image,
        slack_icon: shape({ type: string(255), name: need(string(255)) }),
        title: text(150),
        subtitle: text(150),
        body: text(200),
        actions: list(button, 3),
      },
      cardTogether,
    ),
  ),
  carousel: only(['message', 'home'], block({ elements: need(list(some('card'), 10)) })),
  container: only(
    ['message', 'home'],
    block(
      {
        title: plain(150),
        rich_text_title: richTextField,
        subtitle: text(150),
        child_blocks: need(
          list(
            some(
              'actions',
              'context',
              'divider',
              'file',
              'header',
              'image',
              'input',
              'rich_text',
              'section',
              'table',
              'video',
            ),
            10,
          ),
        ),
        width: choice('narrow', 'standard', 'wide', 'full'),
        icon: image,
        is_collapsible: flag,
        default_collapsed: flag,
        has_header_divider: flag,
      },
      containerTogether,
    ),
  ),
  context: block({ elements: need(list(contextElement, 10)) }),
  context_actions: only(['message'], block({ elements: need(list(contextAction, 5)) })),
  data_table: only(
    ['message'],
    block(
      {
        caption: need(string()),
        rows: need(list(list(cell, 20), 101, 2)),
        page_size: whole(1, 100),
        row_header_column_index: whole(0, 19),
      },
      dataTableRows,
    ),
  ),
  data_visualization: only(['message'], block({ title: need(string(50)), chart: need(chart) })),
  divider: block({}),
  /** Seen in messages that are read; nobody may send it. */
  file: only([], block({})),
  header: block({ text: need(plain(150)) }),
  image: block({ alt_text: need(string(2000)), title: plain(2000), ...pictureSource }, onePictureSource),
  input: block(
    { label: need(plain(2000)), hint: plain(2000), element: need(input), optional: flag, dispatch_action: flag },
    inputTogether,
  ),
  markdown: only(['message'], block({ text: need(string(12_000)) })),
  // Slack's own examples leave the type of a plan's tasks out, as it can be no other.
  plan: only(
    ['message'],
    block({ title: need(string()), tasks: list(typed(() => ({ task_card: taskCard }), 'task_card')) }),
  ),
  rich_text: richText,
  section: block(
    { text: text(), fields: list(text(2000), 10), accessory, expand: flag },
    oneOf('at least', 'text', 'fields'),
  ),
  table: only(
    ['message'],
    block({ rows: need(list(list(cell, 20), 100)), column_settings: list(columnSetting, 20, 0) }),
  ),
  task_card: only(['message'], taskCard),
  video: block({
    video_url: need(url('https')),
    thumbnail_url: need(url('https', 'http')),
    alt_text: need(string(2000)),
    title: need(plain(199)),
    title_url: url('https'),
    author_name: string(49),
    provider_name: string(),
    provider_icon_url: url('https', 'http'),
    description: plain(),
  }),
};

/** Any block Slack knows, on a surface that takes it. */
export const anyBlock: Rule = typed(() => BLOCKS);

function some(...types: readonly BlockType[]): Rule {
  return typed(() => Object.fromEntries(types.map(type => [type, BLOCKS[type]])));
}
