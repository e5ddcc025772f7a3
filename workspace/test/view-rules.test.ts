import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../core/view/views.ts';
import { type Answer, type Bench, input, modal, openWorkspace } from './bench.ts';
import { address, connect, type RawSocket } from './raw-socket.ts';

let bench: Bench;
let app: RawSocket;
/** What the app acknowledges the next submission with. */
let answer: unknown;

beforeEach(async () => {
  bench = await openWorkspace();
  app = await connect(await address(bench.workspace));
  app.socket.on('message', data => {
    const { envelope_id, payload } = JSON.parse(String(data));
    if (envelope_id) app.acknowledge(envelope_id, payload.type === 'view_submission' ? answer : {});
  });
});
afterEach(() => bench.stop());

const field = (block_id = 'word', action_id = 'word') =>
  input(block_id, { type: 'plain_text_input', action_id }, { optional: true });
const section = { type: 'section', block_id: 'note', text: { type: 'plain_text', text: 'x' } };
const large = Array.from({ length: 28 }, () => ({
  ...section,
  block_id: undefined,
  text: { type: 'mrkdwn', text: '条'.repeat(3000) },
}));
const many = (count: number): object[] => Array.from({ length: count }, () => ({ type: 'divider' }));

async function trigger(user: string): Promise<string> {
  await bench.page.post('/human/command', { user, channel: 'general', command: '/t' });
  return String(app.envelopes().at(-1)?.payload?.trigger_id);
}

async function open(user: string, more: object = {}): Promise<string> {
  const { view } = await bench.client.views.open({
    trigger_id: await trigger(user),
    view: modal('form', [field(), section], more),
  });
  return view?.id ?? '';
}

const top = async (user: string): Promise<Answer> => (await bench.page.get(`/human/view?user=${user}`)).view as Answer;
const error = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'taken',
    problem => problem.data.error,
  );

describe('an answer to a submission that Slack does not take', () => {
  it.each<[string, unknown, string]>([
    ['errors at a block that is no input', { response_action: 'errors', errors: { note: 'no' } }, 'invalid_errors'],
    [
      'errors at a block that is not there',
      { response_action: 'errors', errors: { word: 'no', other: 'no' } },
      'invalid_errors',
    ],
    ['no errors', { response_action: 'errors', errors: {} }, 'invalid_errors'],
    ['an action there is not', { response_action: 'dance' }, 'invalid_response_action'],
    ['an update without a view', { response_action: 'update' }, 'invalid_arguments'],
    ['a view without a title', { response_action: 'update', view: { type: 'modal', blocks: [] } }, 'invalid_arguments'],
    ['a view with too many blocks', { response_action: 'push', view: modal('m', many(101)) }, 'invalid_arguments'],
    [
      'a Home in place of a modal',
      { response_action: 'push', view: { type: 'home', blocks: [] } },
      'invalid_arguments',
    ],
    ['a view too large', { response_action: 'update', view: modal('l', large) }, 'view_too_large'],
    [
      'an external_id that is taken',
      { response_action: 'update', view: modal('d', [], { external_id: 'taken' }) },
      'duplicate_external_id',
    ],
    [
      'an external_id that is taken, pushed',
      { response_action: 'push', view: modal('d', [], { external_id: 'taken' }) },
      'duplicate_external_id',
    ],
  ])('%s leaves the modal as it was, with Slack’s words', async (_, given, expected) => {
    await open('bob', { external_id: 'taken' });
    const view_id = await open('alice');
    answer = given;
    expect(await bench.page.post('/human/submit', { user: 'alice', view_id, values: { word: 'kept' } })).toEqual({
      ok: false,
      ack_ms: expect.any(Number),
      error: expected,
      text: 'We had some trouble connecting to this app. Try again.',
    });
    expect(await top('alice')).toMatchObject({
      id: view_id,
      callback_id: 'form',
      state: { values: { word: { word: { value: 'kept' } } } },
    });
  });
});

describe('a view in an answer to a submission', () => {
  it.each(['update', 'push'])('is taken as the JSON of one too: %s', async response_action => {
    const view_id = await open('alice');
    answer = { response_action, view: JSON.stringify(modal('next', [section])) };
    const sent = await bench.page.post('/human/submit', { user: 'alice', view_id });
    expect(sent).toMatchObject({ ok: true, view: { callback_id: 'next' } });
    const other_id = await open('bob');
    answer = { response_action, view: 'a view' };
    const refused = await bench.page.post('/human/submit', { user: 'bob', view_id: other_id });
    expect(refused).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });
});

describe('what was typed', () => {
  it.each([
    ['stays where both ids stay', field(), 'typed'],
    ['goes with the block_id', field('other'), null],
    ['goes with the action_id', field('word', 'other'), null],
    [
      'goes with the kind of element',
      input('word', { type: 'number_input', action_id: 'word', is_decimal_allowed: true }, { optional: true }),
      null,
    ],
  ])('%s, whichever way a view is updated', async (_, block, expected) => {
    const typedIn = async (): Promise<unknown> => {
      const { values } = (await top('emma')).state as unknown as View['state'];
      const [typed] = Object.values(values).flatMap(Object.values);
      return typed?.value;
    };
    const view_id = await open('emma');
    answer = { response_action: 'update', view: modal('again', [block]) };
    await bench.page.post('/human/submit', { user: 'emma', view_id, values: { word: 'typed' } });
    expect(await typedIn()).toBe(expected);
    const second = await open('emma');
    answer = { response_action: 'update', view: modal('form', [field(), { type: 'divider' }]) };
    await bench.page.post('/human/submit', { user: 'emma', view_id: second, values: { word: 'typed' } });
    await bench.client.views.update({ view_id: second, view: modal('again', [block]) });
    expect(await typedIn()).toBe(expected);
  });
});

describe('a modal that is closed', () => {
  it('takes all with it when it says so, and each that asked is told', async () => {
    const push = {
      response_action: 'push',
      view: modal('top', [field()], { clear_on_close: true, notify_on_close: true }),
    };
    const root = await open('frank', { notify_on_close: true });
    answer = push;
    const { view } = await bench.page.post('/human/submit', { user: 'frank', view_id: root });
    expect(await bench.page.post('/human/close', { user: 'frank', view_id: view?.id })).toEqual({
      ok: true,
      view: null,
    });
    const told = app.envelopes().filter(({ payload }) => payload?.type === 'view_closed');
    expect(told.map(({ payload }) => [payload?.view?.callback_id, payload?.is_cleared])).toEqual([
      ['top', true],
      ['form', true],
    ]);
  });

  it('by the app is told to nobody', async () => {
    const view_id = await open('frank', { notify_on_close: true });
    answer = { response_action: 'clear' };
    await bench.page.post('/human/submit', { user: 'frank', view_id });
    expect(app.envelopes().filter(({ payload }) => payload?.type === 'view_closed')).toEqual([]);
    expect(await top('frank')).toBeNull();
  });
});

describe('a view the app sends', () => {
  it('has at most 100 blocks and 250 kilobytes, and a trigger', async () => {
    const { apiUrl, botToken } = bench.workspace;
    const call = async (method: string, fields: object): Promise<unknown> => {
      const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
      const response = await fetch(apiUrl + method, { method: 'POST', headers, body: JSON.stringify(fields) });
      const { ok, error: said, response_metadata } = (await response.json()) as Answer;
      return ok ? 'taken' : [said, ...(response_metadata?.messages ?? [])];
    };
    const publish = (blocks: object[]) => call('views.publish', { user_id: 'UEMMA', view: { type: 'home', blocks } });
    const view = modal('l', large);
    const tooLarge = ['view_too_large', '[ERROR] view_too_large [json-pointer:/view]'];
    expect(await publish(many(100))).toBe('taken');
    expect(await publish(many(101))).toEqual([
      'invalid_arguments',
      '[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
    ]);
    expect(await publish(large)).toEqual(tooLarge);
    expect(await call('views.open', { trigger_id: await trigger('emma'), view })).toEqual(tooLarge);
    expect(await call('views.open', { view: modal('m', []) })).toEqual([
      'invalid_arguments',
      '[ERROR] missing required field: trigger_id',
    ]);
  });

  it('has an external_id of its own, also against the Homes', async () => {
    const { views } = bench.client;
    const home = { type: 'home' as const, external_id: 'mine', blocks: [] };
    await views.publish({ user_id: 'UEMMA', view: home });
    await views.publish({ user_id: 'UEMMA', view: home });
    expect(await error(views.publish({ user_id: 'UBOB', view: home }))).toBe('duplicate_external_id');
    const opened = views.open({ trigger_id: await trigger('bob'), view: modal('m', [], { external_id: 'mine' }) });
    expect(await error(opened)).toBe('duplicate_external_id');
  });
});
