import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANTEEN_MANIFEST, canteen } from './apps/canteen.ts';
import { startApp, type Way } from './apps/start.ts';
import type { Answer, Bench } from './bench.ts';

describe.each<[Way, object | undefined]>([
  ['Socket Mode', CANTEEN_MANIFEST],
  ['HTTPReceiver', CANTEEN_MANIFEST],
  ['ExpressReceiver', undefined],
])('an app over %s', (way, manifest) => {
  let bench: Bench;
  const left: string[] = [];
  beforeAll(async () => {
    bench = await startApp(way, app => canteen(app, left), { manifest });
  });
  afterAll(() => bench.stop());

  const act = async (call: string, fields: object): Promise<Answer> => {
    const answer = await bench.page.post(`/human/${call}`, fields);
    await bench.workspace.settled();
    return answer;
  };
  const messages = async (user: string, channel: string): Promise<Answer[]> => [
    ...((await bench.page.get(`/human/messages?user=${user}&channel=${channel}`)).messages ?? []),
  ];
  const texts = async (user: string, channel: string): Promise<string[]> =>
    (await messages(user, channel)).map(({ text, ephemeral }) => `${ephemeral ? '(only you) ' : ''}${text}`);
  const thread = async (channel: string, ts: string): Promise<string[]> =>
    [...((await bench.page.get(`/human/replies?user=emma&channel=${channel}&ts=${ts}`)).messages ?? [])].map(
      ({ text }) => String(text),
    );
  const open = async (): Promise<Answer> => (await bench.page.get('/human/view?user=emma')).view as Answer;
  const form = async (): Promise<Answer> => {
    await act('command', { user: 'emma', channel: 'general', command: '/lunch' });
    return open();
  };
  const at = (view: Answer) => ({ user: 'emma', view_id: view.id });

  it('takes commands in channels, private channels and direct messages', async () => {
    const direct = manifest ? 'canteen' : 'app';
    for (const [channel, name] of [
      ['random', 'random'],
      ['planning', 'privategroup'],
      [direct, 'directmessage'],
      ['bob', 'directmessage'],
    ] as const) {
      await act('command', { user: 'alice', channel, command: '/where', text: 'am I' });
      expect((await texts('alice', channel)).at(-1)).toBe(`(only you) ${name}: am I`);
    }
  });

  it('answers a command later, to everyone and to one, and speaks where it was called', async () => {
    await act('command', { user: 'alice', channel: 'random', command: '/announce' });
    expect((await texts('alice', 'random')).slice(-3)).toEqual([
      'Lunch is *ready*',
      '(only you) and this is for you alone',
      'said by the canteen',
    ]);
    expect((await texts('emma', 'random')).slice(-2)).toEqual(['Lunch is *ready*', 'said by the canteen']);
  });

  it('hears messages by word, by pattern and by name, and answers in threads', async () => {
    const say = async (text: string) => act('message', { user: 'emma', channel: 'general', text });
    await say('what is on the menu?');
    await say('price of noodles');
    const me = manifest ? '@canteen' : '@app';
    const { ts = '' } = await say(`${me} thanks`);
    expect(await texts('emma', 'general')).toEqual([
      'what is on the menu?',
      'Today: noodles',
      'price of noodles',
      'noodles is 12 yuan',
      `<@${bench.workspace.botUserId}> thanks`,
    ]);
    expect(await thread('general', ts)).toEqual([`<@${bench.workspace.botUserId}> thanks`, 'Any time']);
    const mentioned = (await messages('emma', 'general')).at(-1);
    expect(mentioned?.reactions).toEqual([{ name: 'eyes', users: [bench.workspace.botUserId] }]);
    await act('react', { user: 'alice', channel: 'general', ts, name: 'ramen' });
    expect((await texts('emma', 'general')).at(-1)).toBe('<@UALICE> is hungry');
  });

  it('offers a form whose fields refuse, suggest and preview', async () => {
    const view = await form();
    const typing = await bench.page.post('/human/options', { ...at(view), action_id: 'supplier', query: 'f' });
    expect(typing).toMatchObject({ ok: true, options: [], min_query_length: 2 });
    const offered = await bench.page.post('/human/options', { ...at(view), action_id: 'supplier', query: 'farm' });
    expect(offered.option_groups).toEqual([
      {
        label: { type: 'plain_text', text: 'Suppliers' },
        options: ['North Farm', 'South Farm'].map(text => ({
          text: { type: 'plain_text', text },
          value: text.toLowerCase(),
        })),
      },
    ]);
    const values = { dish: 'noodles', supplier: 'south farm', guest: 'bob', extras: ['egg', 'chili'] };
    await act('click', { ...at(view), action_id: 'note', value: 'peanut sauce', values });
    const previewed = await open();
    expect(previewed.id).toBe(view.id);
    expect([...(previewed.blocks ?? [])].at(-1)).toMatchObject({ elements: [{ text: 'Noted: peanut sauce' }] });
    expect(previewed.state?.values).toMatchObject({
      dish: { dish: { selected_option: { value: 'noodles' } } },
      supplier: { supplier: { selected_option: { value: 'south farm' } } },
      note: { note: { type: 'plain_text_input', value: 'peanut sauce' } },
    });
    expect(await act('submit', { ...at(view) })).toMatchObject({
      ok: false,
      errors: { note: 'Somebody is allergic.' },
    });
    expect(await act('submit', { ...at(view), values: { note: 'no nuts' } })).toMatchObject({
      ok: true,
      view: { id: view.id, title: { text: 'Ordered' }, submit: null },
    });
    await act('close', at(view));
    expect([await open(), left]).toEqual([null, []]);
    expect(await texts('frank', 'support')).toEqual([
      '<@UEMMA> orders Noodles for 2026-12-01 with egg and chili from South Farm and <@UBOB>',
    ]);
  });

  it('pushes a view above the form, and clears both', async () => {
    const view = await form();
    const pushed = (await act('submit', { ...at(view), values: { dish: 'surprise' } })).view as Answer;
    expect(pushed).toMatchObject({ title: { text: 'Really?' }, previous_view_id: view.id, root_view_id: view.id });
    await act('close', at(pushed));
    expect((await open()).id).toBe(view.id);
    const again = (await act('submit', at(view))).view as Answer;
    expect(await act('submit', at(again))).toMatchObject({ ok: true, view: null });
  });

  it('is told when a form is left, and opens it again by a shortcut', async () => {
    left.length = 0;
    await act('close', at(await form()));
    await act('shortcut', { user: 'emma', callback_id: 'order_again' });
    expect((await open()).callback_id).toBe('order');
    await act('close', at(await open()));
    expect(left).toEqual(['UEMMA', 'UEMMA']);
  });

  it('answers a shortcut on a message in its thread, and the person alone', async () => {
    const { ts = '' } = await act('message', { user: 'emma', channel: 'general', text: 'dumplings' });
    await act('shortcut', { user: 'emma', callback_id: 'recipe', channel: 'general', ts });
    expect(await thread('general', ts)).toEqual(['dumplings', 'Recipe for: dumplings']);
    expect((await texts('emma', 'general')).at(-1)).toBe('(only you) It is in the thread');
    expect((await texts('alice', 'general')).at(-1)).toBe('dumplings');
  });

  it('decides on a card: replaced for everyone, told in its thread, or taken away', async () => {
    const [order] = await messages('frank', 'support');
    const where = { user: 'frank', channel: 'support', ts: order?.ts };
    await act('click', { ...where, action_id: 'accept' });
    const [accepted] = await messages('alice', 'support');
    expect(accepted).toMatchObject({
      text: `${order?.text}: accepted by <@UFRANK>`,
      blocks: [],
      reactions: [{ name: 'fire', users: [bench.workspace.botUserId] }],
      reply_count: 1,
    });
    const view = await form();
    await act('submit', { ...at(view), values: { dish: 'noodles', guest: 'bob', extras: ['egg'] } });
    await act('close', at(view));
    const second = (await messages('frank', 'support')).at(-1);
    await act('click', { ...where, ts: second?.ts, action_id: 'decline' });
    expect(await texts('frank', 'support')).toEqual([accepted?.text, '(only you) Taken off the list']);
    expect(await texts('alice', 'support')).toEqual([accepted?.text]);
  });

  it('keeps a Home tab that acts', async () => {
    const { view } = await bench.page.get('/human/home?user=emma');
    expect([...(view?.blocks ?? [])][0]).toMatchObject({ text: { text: 'Visit 1' } });
    await act('click', { user: 'emma', view_id: view?.id, action_id: 'again' });
    expect((await act('click', { user: 'emma', view_id: view?.id, action_id: 'again' })).ok).toBe(true);
    const { entries } = await bench.page.get('/human/log');
    const published = [...(entries ?? [])].filter(({ method }) => method === 'views.publish');
    expect(published.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect([...(published.at(-1)?.answer?.view?.blocks ?? [])][0]).toMatchObject({ text: { text: 'Visit 3' } });
  });
});
