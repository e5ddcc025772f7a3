/** Small Block Kit pieces every view and form uses, with their texts cut to Slack's limits. */
import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { clip } from '@tiaoli/block-kit';
import type { FormValues } from './command.ts';
import { MAX_FILES, readFile, type SlackFile } from './slackFile.ts';

/** A button; its value is an opaque id and nothing else: what it may do is read from the database at the click. */
export function button(
  actionId: string,
  text: string,
  value: string,
  look: { style?: 'primary' | 'danger'; confirm?: Confirm } = {},
): Button {
  const { style, confirm } = look;
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, 75),
    value,
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined
      ? {}
      : {
          confirm: {
            title: plain(confirm.title, 100),
            text: plain(confirm.text, 300),
            confirm: plain(confirm.confirm, 30),
            deny: plain(confirm.deny, 30),
          },
        }),
  };
}

export interface Confirm {
  title: string;
  text: string;
  confirm: string;
  deny: string;
}

export function plain(text: string, max = 3000): PlainTextElement {
  return { type: 'plain_text', text: clip(text, max), emoji: true };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

/** A section of mrkdwn. Whatever a person typed must have gone through `neutral` before. */
export function section(mrkdwn: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: clip(mrkdwn, 3000) } };
}

export function context(mrkdwn: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: clip(mrkdwn, 3000) }] };
}

export function actions(blockId: string, ...elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements };
}

export function option(text: string, value: string, description?: string): PlainTextOption {
  return { text: plain(text, 75), value, ...(description ? { description: plain(description, 75) } : {}) };
}

export interface TextField {
  /** Block and action id alike, so that a fault finds its input. */
  id: string;
  label: string;
  hint?: string;
  /** Characters Slack takes at most. */
  max: number;
  /** What stands in it at first; nothing when ''. */
  initial?: string;
  multiline?: true;
  optional?: boolean;
  /** The cursor stands in it when the form opens. */
  focus?: true;
  /** The form is told of every character. */
  live?: true;
}

/** An input for text. */
export function textInput({ id, label, hint, max, initial = '', ...wanted }: TextField): InputBlock {
  const { multiline, optional, focus, live } = wanted;
  return {
    type: 'input',
    block_id: id,
    ...(optional === undefined ? {} : { optional }),
    ...(live ? { dispatch_action: true } : {}),
    label: plain(label),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element: {
      type: 'plain_text_input',
      action_id: id,
      ...(multiline ? { multiline } : {}),
      max_length: max,
      ...(focus ? { focus_on_load: true } : {}),
      ...(live ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } } : {}),
      ...(initial === '' ? {} : { initial_value: initial }),
    },
  };
}

/** An input for files, which may stay empty. */
export function fileInput(id: string, label: string, hint: string): InputBlock {
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(label),
    hint: plain(hint),
    element: { type: 'file_input', action_id: id, max_files: MAX_FILES },
  };
}

/** What stands in a form's input: text, a chosen value, a date, a time or a person's id; '' when it is empty. */
export function textIn(values: FormValues, id: string): string {
  const value = values[id];
  return typeof value === 'string' ? value : '';
}

/** The files in a form's input. */
export function filesIn(values: FormValues, id: string): SlackFile[] {
  const value = values[id];
  return Array.isArray(value) ? value.map(readFile) : [];
}

/** The top line and all that sections and contexts say below it: screen readers and notifications know only `text`. */
export function inWords(first: string, blocks: readonly KnownBlock[]): string {
  const said = blocks.flatMap(block => {
    if (block.type === 'section') return block.text?.text ?? [];
    if (block.type === 'context') return block.elements.flatMap(each => ('text' in each ? each.text : []));
    return [];
  });
  return clip([first, ...said].join('\n'), 3_900);
}

/** The type of a chart, a block of Slack's that its types do not know yet. */
export const CHART = 'data_visualization';

export interface Plotted {
  title: string;
  /** At most 20, each of at most 20 characters. */
  categories: readonly string[];
  /** At most 6; a value a category. */
  series: readonly { name: string; values: readonly number[] }[];
  xLabel?: string;
  yLabel?: string;
}

/** A bar chart. What it shows stands in the text of its message as well, for whoever gets no charts. */
export function bars({ title, categories, series, xLabel, yLabel }: Plotted): KnownBlock {
  const labels = categories.slice(0, 20).map(label => clip(label, 20));
  const axis = {
    categories: labels,
    ...(xLabel === undefined ? {} : { x_label: clip(xLabel, 50) }),
    ...(yLabel === undefined ? {} : { y_label: clip(yLabel, 50) }),
  };
  const drawn = series.slice(0, 6).map(({ name, values }) => ({
    name: clip(name, 20),
    data: labels.map((label, index) => ({ label, value: values[index] ?? 0 })),
  }));
  const chart = { type: 'bar', series: drawn, axis_config: axis };
  return { type: CHART, title: clip(title, 50), chart } as unknown as KnownBlock;
}
