import { describe, expect, test } from 'vitest';
import type { Fault } from '../validate.ts';
import { validateMessage, validateView } from '../validate.ts';
import {
  actions,
  button,
  card,
  cell,
  chars,
  chart,
  container,
  dataTable,
  home,
  image,
  input,
  modal,
  mrkdwn,
  plain,
  richText,
  section,
  table,
  task,
  times,
  video,
} from './samples.ts';

const inMessage = (block: unknown): Fault[] => validateMessage({ text: 'text', blocks: [block] });
const inModal = (block: unknown): Fault[] => validateView(modal([block]));
const characters = (max: number) => `must be less than ${max + 1} characters`;
const items = (max: number) => `no more than ${max} items allowed`;
const at = (path: string, message: string): Fault => ({ message, pointer: `/blocks/0${path}` });
const either = (path: string, message: string): Fault[] => [
  at(path, 'failed to match all allowed schemas'),
  at(`${path}/text`, message),
];

describe('a length at its limit is taken, one more is a fault', () => {
  test.each<[string, number, (count: number) => object, Fault[]]>([
    ['block_id', 255, n => section({ block_id: chars(n) }), [at('/block_id', characters(255))]],
    ['section.text mrkdwn', 3000, n => section({ text: mrkdwn(chars(n)) }), either('/text', characters(3000))],
    ['section.text plain', 3000, n => section({ text: plain(chars(n)) }), either('/text', characters(3000))],
    ['section.fields text', 2000, n => section({ fields: [mrkdwn(chars(n))] }), either('/fields/0', characters(2000))],
    ['section.fields', 10, n => section({ fields: times(n, () => plain()) }), [at('/fields', items(10))]],
    ['header.text', 150, n => ({ type: 'header', text: plain(chars(n)) }), [at('/text/text', characters(150))]],
    [
      'context.elements',
      10,
      n => ({ type: 'context', elements: times(n, () => plain()) }),
      [at('/elements', items(10))],
    ],
    [
      'context text',
      3000,
      n => ({ type: 'context', elements: [mrkdwn(chars(n))] }),
      either('/elements/0', characters(3000)),
    ],
    ['actions.elements', 25, n => actions(...times(n, () => button())), [at('/elements', items(25))]],
    [
      'context_actions.elements',
      5,
      n => ({
        type: 'context_actions',
        elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: plain() })),
      }),
      [at('/elements', items(5))],
    ],
    [
      'input.label',
      2000,
      n => input({ type: 'datepicker' }, { label: plain(chars(n)) }),
      [at('/label/text', characters(2000))],
    ],
    [
      'input.hint',
      2000,
      n => input({ type: 'datepicker' }, { hint: plain(chars(n)) }),
      [at('/hint/text', characters(2000))],
    ],
    ['image.alt_text', 2000, n => image({ alt_text: chars(n) }), [at('/alt_text', characters(2000))]],
    ['image.title', 2000, n => image({ title: plain(chars(n)) }), [at('/title/text', characters(2000))]],
    [
      'image.image_url',
      3000,
      n => image({ image_url: `https://${chars(n - 8)}` }),
      [at('/image_url', characters(3000))],
    ],
    ['video.title', 199, n => video({ title: plain(chars(n)) }), [at('/title/text', characters(199))]],
    ['video.author_name', 49, n => video({ author_name: chars(n) }), [at('/author_name', characters(49))]],
    ['table.rows', 100, n => table(times(n, () => [cell()])), [at('/rows', items(100))]],
    ['table cells', 20, n => table([times(n, () => cell())]), [at('/rows/0', items(20))]],
    [
      'table.column_settings',
      20,
      n => table([[cell()]], { column_settings: times(n, () => ({ align: 'left' })) }),
      [at('/column_settings', items(20))],
    ],
    ['data_table.rows', 101, n => dataTable(times(n, () => [cell()])), [at('/rows', items(101))]],
    [
      'data_table.page_size',
      100,
      n => dataTable(undefined, { page_size: n }),
      [at('/page_size', 'must be less than 101')],
    ],
    [
      'data_table cells',
      20,
      n => dataTable(times(2, () => times(n, () => cell()))),
      [at('/rows/0', items(20)), at('/rows/1', items(20))],
    ],
    [
      'all cells of a data_table',
      10_000,
      n => dataTable([[cell('x')], ...times(9, () => [cell(chars(1000))]), [cell(chars(n - 9002))]]),
      [at('/rows', characters(10_000))],
    ],
    ['all cells', 10_000, n => table([[cell(chars(n))]]), [at('/rows', characters(10_000))]],
    ['card.title', 150, n => card({ title: mrkdwn(chars(n)) }), either('/title', characters(150))],
    ['card.subtitle', 150, n => card({ subtitle: mrkdwn(chars(n)) }), either('/subtitle', characters(150))],
    ['card.body', 200, n => card({ body: mrkdwn(chars(n)) }), either('/body', characters(200))],
    ['card.actions', 3, n => card({ actions: times(n, () => button()) }), [at('/actions', items(3))]],
    [
      'carousel.elements',
      10,
      n => ({ type: 'carousel', elements: times(n, () => card()) }),
      [at('/elements', items(10))],
    ],
    ['container.title', 150, n => container({ title: plain(chars(n)) }), [at('/title/text', characters(150))]],
    ['container.subtitle', 150, n => container({ subtitle: plain(chars(n)) }), either('/subtitle', characters(150))],
    [
      'container.child_blocks',
      10,
      n => container({ child_blocks: times(n, () => section()) }),
      [at('/child_blocks', items(10))],
    ],
  ])('%s: %i', (_, max, block, faults) => {
    expect(inMessage(block(max))).toEqual([]);
    expect(inMessage(block(max + 1))).toEqual(faults);
  });

  test('markdown: 12000, which is also all a message may hold', () => {
    const block = (count: number) => ({ type: 'markdown', text: chars(count) });
    expect(inMessage(block(12_000))).toEqual([]);
    expect(inMessage(block(12_001))).toEqual([
      at('/text', characters(12_000)),
      { message: 'msg_blocks_too_long', pointer: '/blocks' },
    ]);
  });
});

describe('what is missing, empty or of another kind', () => {
  const none = 'must be more than 0 characters';
  const missing = (field: string, path = '') => at(path, `missing required field: ${field}`);
  test.each<[string, unknown, Fault[]]>([
    ['not an object', 'text', [at('', 'must provide an object')]],
    ['null', null, [at('', 'must provide an object')]],
    ['a list', [], [at('', 'must provide an object')]],
    ['no type', {}, [missing('type')]],
    ['unknown block', { type: 'paragraph' }, [at('/type', 'unsupported type: paragraph')]],
    ['a name every object knows', { type: 'toString' }, [at('/type', 'unsupported type: toString')]],
    ['a type that is no name', { type: 7 }, [at('/type', 'unsupported type: number')]],
    ['a file cannot be sent', { type: 'file', source: 'remote' }, [at('/type', 'unsupported type: file')]],
    ['unknown field', { type: 'divider', text: 'x' }, [at('', 'invalid additional property: text')]],
    ['section without text and fields', { type: 'section' }, [missing('text or fields')]],
    [
      'section with null text',
      section({ text: null }),
      [at('/text', 'failed to match all allowed schemas'), at('/text', 'must provide an object')],
    ],
    [
      'section with bare text',
      section({ text: 'hi' }),
      [at('/text', 'failed to match all allowed schemas'), at('/text', 'must provide an object')],
    ],
    ['section with empty text', section({ text: mrkdwn('') }), either('/text', none)],
    ['section with no fields', section({ fields: [] }), [at('/fields', 'must provide at least 1 items')]],
    ['header in mrkdwn', { type: 'header', text: mrkdwn() }, [at('/text/type', 'unsupported type: mrkdwn')]],
    [
      'emoji in mrkdwn',
      section({ text: { ...mrkdwn(), emoji: true } }),
      [at('/text', 'failed to match all allowed schemas'), at('/text', 'invalid additional property: emoji')],
    ],
    [
      'verbatim in plain text',
      { type: 'header', text: { ...plain(), verbatim: true } },
      [at('/text', 'invalid additional property: verbatim')],
    ],
    ['actions without elements', { type: 'actions' }, [missing('elements')]],
    ['actions with none', actions(), [at('/elements', 'must provide at least 1 items')]],
    [
      'text field in actions',
      actions({ type: 'plain_text_input' }),
      [at('/elements/0/type', 'unsupported type: plain_text_input')],
    ],
    [
      'date and time beside a section',
      section({ accessory: { type: 'datetimepicker' } }),
      [at('/accessory/type', 'unsupported type: datetimepicker')],
    ],
    ['button in input', input(button()), [at('/element/type', 'unsupported type: button')]],
    [
      'button in context',
      { type: 'context', elements: [button()] },
      [at('/elements/0/type', 'unsupported type: button')],
    ],
    [
      'input with formatted label',
      input({ type: 'datepicker' }, { label: mrkdwn() }),
      [at('/label/type', 'unsupported type: mrkdwn')],
    ],
    ['image without a source', { type: 'image', alt_text: 'a' }, [missing('image_url or slack_file')]],
    [
      'image with two sources',
      image({ slack_file: { id: 'F1' } }),
      [at('', 'must define only one of: image_url, slack_file')],
    ],
    [
      'image from a file named twice',
      { type: 'image', alt_text: 'a', slack_file: { id: 'F1', url: 'https://a.b' } },
      [at('/slack_file', 'must define only one of: url, id')],
    ],
    ['image by script', image({ image_url: 'javascript:alert(1)' }), [at('/image_url', 'must be a valid url')]],
    ['video by http', video({ video_url: 'http://example.com/v' }), [at('/video_url', 'must be a valid url')]],
    ['empty cell', table([[cell('')]]), [at('/rows/0/0/text', none)]],
    [
      'number cell',
      table([[{ type: 'raw_number', value: 'a', text: '1' }]]),
      [at('/rows/0/0/value', 'must provide a number')],
    ],
    ['formatted cell', table([[mrkdwn()]]), [at('/rows/0/0/type', 'unsupported type: mrkdwn')]],
    ['table without rows', table([]), [at('/rows', 'must provide at least 1 items')]],
    [
      'column aligned nowhere',
      table([[cell()]], { column_settings: [{ align: 'top' }] }),
      [at('/column_settings/0/align', 'must be a valid enum value')],
    ],
    ['data table with a header only', dataTable([[cell()]]), [at('/rows', 'must provide at least 2 items')]],
    [
      'data table with a formatted header',
      dataTable([[richText()], [richText()]]),
      [at('/rows/0/0/type', 'unsupported type: rich_text')],
    ],
    [
      'data table with a short row',
      dataTable([[cell(), cell()], [cell()]]),
      [at('/rows/1', 'must have as many cells as the first row')],
    ],
    ['empty card', { type: 'card', subtitle: mrkdwn() }, [missing('hero_image or title or actions or body')]],
    [
      'card with two icons',
      card({ icon: image(), slack_icon: { name: 'book' } }),
      [at('', 'must define only one of: icon, slack_icon')],
    ],
    [
      'select on a card',
      card({ actions: [{ type: 'users_select' }] }),
      [at('/actions/0/type', 'unsupported type: users_select')],
    ],
    [
      'carousel of sections',
      { type: 'carousel', elements: [section()] },
      [at('/elements/0/type', 'unsupported type: section')],
    ],
    [
      'container without title',
      { type: 'container', child_blocks: [section()] },
      [missing('title or rich_text_title')],
    ],
    [
      'container in a container',
      container({ child_blocks: [container()] }),
      [at('/child_blocks/0/type', 'unsupported type: container')],
    ],
    [
      'container that cannot open',
      container({ default_collapsed: true }),
      [at('', 'must define `is_collapsible` to use `default_collapsed`')],
    ],
    ['task without status', { type: 'task_card', task_id: 't', title: 't' }, [missing('status')]],
    ['task of another status', task({ status: 'done' }), [at('/status', 'must be a valid enum value')]],
    ['task with details in mrkdwn', task({ details: mrkdwn() }), [at('/details/type', 'unsupported type: mrkdwn')]],
    [
      'plan of sections',
      { type: 'plan', title: 'p', tasks: [section()] },
      [at('/tasks/0/type', 'unsupported type: section')],
    ],
  ])('%s', (_, block, faults) => {
    expect(inMessage(block)).toEqual(faults);
  });
});

describe('each surface takes its own blocks', () => {
  const EVERYWHERE = { message: true, modal: true, home: true };
  const MESSAGE = { message: true, modal: false, home: false };
  const CARDS = { message: true, modal: false, home: true };
  test.each<[{ type: string } & Record<string, unknown>, typeof EVERYWHERE]>([
    [actions(button()), EVERYWHERE],
    [
      { type: 'alert', text: plain(), level: 'warning' },
      { message: false, modal: true, home: false },
    ],
    [card({ slack_icon: { name: 'book' } }), CARDS],
    [{ type: 'carousel', elements: [card()] }, CARDS],
    [container({ icon: image(), is_collapsible: true, default_collapsed: true, width: 'wide' }), CARDS],
    [{ type: 'context', elements: [image(), plain(), mrkdwn()] }, EVERYWHERE],
    [
      { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain() }] } as {
        type: string;
      },
      MESSAGE,
    ],
    [dataTable([[cell()], [{ type: 'raw_number', value: 1, text: '1' }]]), MESSAGE],
    [chart(), MESSAGE],
    [{ type: 'divider' }, EVERYWHERE],
    [{ type: 'header', text: plain() }, EVERYWHERE],
    [image({ title: plain() }), EVERYWHERE],
    [input({ type: 'plain_text_input' }, { optional: true, dispatch_action: true, hint: plain() }), EVERYWHERE],
    [{ type: 'markdown', text: '# a' }, MESSAGE],
    [{ type: 'plan', title: 'p', tasks: [task()] }, MESSAGE],
    [{ type: 'plan', title: 'p', tasks: [{ ...task(), type: undefined }] }, MESSAGE],
    [richText(), EVERYWHERE],
    [section({ fields: [mrkdwn(), plain()], accessory: image(), expand: true }), EVERYWHERE],
    [table([[cell(), richText()]], { column_settings: [{ align: 'right', is_wrapped: true }] }), MESSAGE],
    [table([[cell(), richText()]], { column_settings: [null, { align: 'right' }] }), MESSAGE],
    [task({ details: richText(), sources: [{ type: 'url', url: 'https://a.b', text: 'a' }] }), MESSAGE],
    [video({ title_url: 'https://a.b', description: plain() }), EVERYWHERE],
  ])('%j', (block, takes) => {
    const refusal = (pointer: string): Fault[] => [{ message: `unsupported type: ${block.type}`, pointer }];
    expect(inMessage(block)).toEqual(takes.message ? [] : refusal('/blocks/0/type'));
    expect(inModal(block)).toEqual(takes.modal ? [] : refusal('/view/blocks/0/type'));
    expect(validateView(home([block]))).toEqual(takes.home ? [] : refusal('/view/blocks/0/type'));
  });
});
