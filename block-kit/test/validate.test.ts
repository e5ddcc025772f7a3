import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fault, slackError, slackViewError, UPDATE_TEXT_MAX, validateMessage, validateView } from '../validate.ts';
import { actions, button, chars, home, input, modal, mrkdwn, plain, section, times } from './samples.ts';

const fault = (pointer: string, message: string): Fault => ({ message, pointer });
const field = input({ type: 'plain_text_input' });

describe('a message', () => {
  test.each<[string, { text?: unknown; blocks?: unknown }, Fault[]]>([
    ['text alone', { text: 'hello' }, []],
    ['text and no blocks', { text: 'hello', blocks: [] }, []],
    ['blocks without text', { blocks: [section()] }, []],
    ['blocks without text, null', { text: null, blocks: [section()] }, []],
    ['nothing', {}, [fault('/text', 'no_text')]],
    ['empty text', { text: '', blocks: [] }, [fault('/text', 'no_text')]],
    ['text that is no text', { text: 5 }, [fault('/text', 'must provide a string')]],
    ['blocks that are text', { text: 'a', blocks: '[]' }, [fault('/blocks', 'must provide an array')]],
    ['text of 40000', { text: chars(40_000) }, []],
    ['text of 40001', { text: chars(40_001) }, [fault('/text', 'must be less than 40001 characters')]],
    ['50 blocks', { blocks: times(50, () => section()) }, []],
    ['51 blocks', { blocks: times(51, () => section()) }, [fault('/blocks', 'no more than 50 items allowed')]],
    ['an emoji counts as the two units it takes', { blocks: [{ type: 'header', text: plain('👍'.repeat(75)) }] }, []],
    [
      'an emoji more',
      { blocks: [{ type: 'header', text: plain('👍'.repeat(76)) }] },
      [fault('/blocks/0/text/text', 'must be less than 151 characters')],
    ],
  ])('%s', (_, message, faults) => {
    expect(validateMessage(message)).toEqual(faults);
  });

  test('that may be updated has 4000 characters of text', () => {
    expect(validateMessage({ text: chars(4000) }, UPDATE_TEXT_MAX)).toEqual([]);
    expect(validateMessage({ text: chars(4001) }, UPDATE_TEXT_MAX)).toEqual([
      fault('/text', 'must be less than 4001 characters'),
    ]);
  });
});

describe('a view', () => {
  const characters = (max: number) => `must be less than ${max + 1} characters`;
  test.each<[string, number, (count: number) => object, Fault]>([
    ['title', 24, n => modal([], { title: plain(chars(n)) }), fault('/view/title/text', characters(24))],
    ['submit', 24, n => modal([], { submit: plain(chars(n)) }), fault('/view/submit/text', characters(24))],
    ['close', 24, n => modal([], { close: plain(chars(n)) }), fault('/view/close/text', characters(24))],
    ['callback_id', 255, n => modal([], { callback_id: chars(n) }), fault('/view/callback_id', characters(255))],
    ['external_id', 255, n => home([], { external_id: chars(n) }), fault('/view/external_id', characters(255))],
    [
      'private_metadata',
      3000,
      n => modal([], { private_metadata: chars(n) }),
      fault('/view/private_metadata', characters(3000)),
    ],
    [
      'blocks of a modal',
      100,
      n => modal(times(n, () => section())),
      fault('/view/blocks', 'no more than 100 items allowed'),
    ],
    [
      'blocks of a Home tab',
      100,
      n => home(times(n, () => section())),
      fault('/view/blocks', 'no more than 100 items allowed'),
    ],
  ])('%s: %i', (_, max, view, expected) => {
    expect(validateView(view(max))).toEqual([]);
    expect(validateView(view(max + 1))).toEqual([expected]);
  });

  test.each<[string, unknown, Fault[]]>([
    ['no view', undefined, [fault('/view', 'must provide an object')]],
    ['a view as text', '{}', [fault('/view', 'must provide an object')]],
    ['an empty view', {}, [fault('/view', 'missing required field: type')]],
    ['another kind', { type: 'plain_text' }, [fault('/view/type', 'unsupported type: plain_text')]],
    [
      'a bare modal',
      { type: 'modal' },
      [fault('/view', 'missing required field: blocks'), fault('/view', 'missing required field: title')],
    ],
    ['a title in mrkdwn', modal([], { title: mrkdwn() }), [fault('/view/title/type', 'unsupported type: mrkdwn')]],
    [
      'a field of another time',
      modal([], { submit_disabled: true }),
      [fault('/view', 'invalid additional property: submit_disabled')],
    ],
    ['an input and submit', modal([field]), []],
    [
      'an input and no submit',
      modal([section(), field], { submit: undefined }),
      [fault('/view/blocks/1/input', 'must define `submit` to use an `input` block in modals')],
    ],
    ['an input on the Home tab', home([field]), []],
    [
      'everything on a modal',
      modal([field], {
        close: plain(),
        clear_on_close: true,
        notify_on_close: false,
        private_metadata: '',
        callback_id: 'c',
      }),
      [],
    ],
    ['a title on the Home tab', home([], { title: plain(), private_metadata: 'x' }), []],
  ])('%s', (_, view, faults) => {
    expect(validateView(view)).toEqual(faults);
  });

  test('of at most 250 kilobytes', () => {
    const view = (count: number) => home(times(count, () => section({ text: mrkdwn('条'.repeat(3000)) })));
    expect(validateView(view(27))).toEqual([]);
    expect(validateView(view(28))).toEqual([fault('/view', 'view_too_large')]);
  });

  test('that runs in a circle is no view', () => {
    const circle: Record<string, unknown> = home();
    circle.self = circle;
    expect(validateView(circle)).toEqual([
      fault('/view', 'invalid additional property: self'),
      fault('/view', 'view_too_large'),
    ]);
  });
});

describe("Slack's own words", () => {
  test('for a text too long, as Slack answered it to others', () => {
    const faults = validateMessage({ text: 'a', blocks: [section({ text: mrkdwn(chars(3001)) })] });
    expect(slackError(faults)).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [
        'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
        'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      ],
      response_metadata: {
        messages: [
          '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]',
          '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
        ],
      },
    });
  });

  test('for views, which Slack answers without `errors`', () => {
    expect(slackViewError(validateView(modal([], { title: plain(chars(25)) })))).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
    });
    expect(slackViewError([fault('/view', 'view_too_large')]).error).toBe('view_too_large');
  });
});

describe('whatever is given', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4000 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('👨‍👩‍👧‍👦'.repeat(400), '\u202eשלום'.repeat(900), 'e\u0301'.repeat(2000), '\ud800', ''),
  );

  test('never throws, and every pointer leads into the payload', () => {
    fc.assert(
      fc.property(fc.anything(), fc.oneof(fc.anything(), fc.array(fc.object())), (text, blocks) => {
        const message = validateMessage({ text, blocks });
        expect(message.filter(({ pointer }) => !/^\/(?:blocks|text)(?:\/|$)/u.test(pointer))).toEqual([]);
        expect(validateView(blocks).filter(({ pointer }) => !/^\/view(?:\/|$)/u.test(pointer))).toEqual([]);
      }),
    );
  });

  test('known types with any fields never throw', () => {
    const type = fc.constantFrom(
      'section',
      'actions',
      'input',
      'container',
      'carousel',
      'plan',
      'table',
      'static_select',
      'rich_text',
      'image',
    );
    const nested = fc.letrec(tie => ({
      node: fc.oneof({ maxDepth: 4 }, fc.anything(), words, fc.array(tie('node'), { maxLength: 3 }), tie('object')),
      object: fc.record(
        {
          type,
          elements: tie('node'),
          element: tie('node'),
          child_blocks: tie('node'),
          tasks: tie('node'),
          rows: tie('node'),
          options: tie('node'),
          option_groups: tie('node'),
          initial_option: tie('node'),
          initial_options: tie('node'),
          text: tie('node'),
        },
        { requiredKeys: ['type'] },
      ),
    })).object;
    fc.assert(
      fc.property(fc.array(nested, { maxLength: 3 }), blocks => {
        expect(Array.isArray(validateMessage({ text: 'a', blocks }))).toBe(true);
        expect(Array.isArray(validateView({ type: 'modal', title: plain(), blocks }))).toBe(true);
      }),
    );
  });

  test('any words of fitting length are taken, others are not', () => {
    fc.assert(
      fc.property(words, text => {
        const faults = validateMessage({ text: 'a', blocks: [section({ text: mrkdwn(text) })] });
        expect(faults.length === 0).toBe(text.length > 0 && text.length <= 3000);
      }),
    );
  });

  test('depth does no harm', () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(validateMessage({ text: 'a', blocks: deep })[0]).toEqual(fault('/blocks/0', 'must provide an object'));
    expect(validateView(home([actions(button({ value: deep }))]))[0]).toEqual(
      fault('/view/blocks/0/elements/0/value', 'must provide a string'),
    );
  });
});
