import { describe, expect, it } from 'vitest';
import { type Answer, openWithApp, openWorkspace } from './bench.ts';

const home = (text: string) => ({
  type: 'home' as const,
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] as never,
});
const manifest = (more: object = {}) => ({
  display_information: { name: 'Homely' },
  features: { app_home: { home_tab_enabled: true, messages_tab_enabled: true } },
  settings: { event_subscriptions: { bot_events: ['app_home_opened'] }, interactivity: { is_enabled: true } },
  ...more,
});

describe('the Home tab', () => {
  it('is published when it is opened, and acts like any view', async () => {
    const opened: Answer[] = [];
    const bench = await openWithApp(
      app => {
        app.event('app_home_opened', async ({ event, client }) => {
          opened.push(event as unknown as Answer);
          await client.views.publish({ user_id: event.user, view: home(`visit ${opened.length}`) });
        });
      },
      { manifest: manifest() },
    );
    const { view } = await bench.page.get('/human/home?user=emma');
    expect(view).toMatchObject({ type: 'home', app_id: 'A0LOCALAPP', blocks: [{ text: { text: 'visit 1' } }] });
    expect(opened[0]).toEqual({
      type: 'app_home_opened',
      user: 'UEMMA',
      channel: expect.stringMatching(/^D/),
      tab: 'home',
      event_ts: expect.any(String),
    });
    const again = (await bench.page.get('/human/home?user=emma')).view;
    expect(again).toMatchObject({ id: view?.id, blocks: [{ text: { text: 'visit 2' } }] });
    expect(opened[1]?.view).toMatchObject({ id: view?.id, hash: view?.hash });
    const stale = bench.client.views.publish({ user_id: 'UEMMA', view: home('late'), hash: String(view?.hash) });
    await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
    await bench.stop();
  });

  it('is shown as it was when no app answers, and not at all when the app has none', async () => {
    const bench = await openWorkspace({ manifest: manifest() });
    expect(await bench.page.get('/human/home?user=emma')).toEqual({ view: null });
    await bench.client.views.publish({ user_id: 'UEMMA', view: home('before') });
    expect((await bench.page.get('/human/home?user=emma')).view).toMatchObject({
      blocks: [{ text: { text: 'before' } }],
    });
    await bench.stop();
    const without = await openWorkspace({
      manifest: manifest({ features: {}, oauth_config: { scopes: { bot: ['chat:write'] } } }),
    });
    const refused = without.client.views.publish({ user_id: 'UEMMA', view: home('x') });
    await expect(refused).rejects.toMatchObject({ data: { error: 'not_enabled' } });
    const silent = without.client.chat.postMessage({ channel: 'UEMMA', text: 'x' });
    await expect(silent).rejects.toMatchObject({ data: { error: 'messages_tab_disabled' } });
    await without.stop();
  });
});

describe('the Messages tab', () => {
  it.each([
    ['on', { messages_tab_enabled: true }, true, 'ok'],
    ['read only', { messages_tab_enabled: true, messages_tab_read_only_enabled: true }, false, 'ok'],
    ['off', { home_tab_enabled: true }, false, 'messages_tab_disabled'],
    ['read only and off', { messages_tab_read_only_enabled: true }, false, 'messages_tab_disabled'],
    ['not declared', undefined, false, 'messages_tab_disabled'],
  ])('that is %s', async (_how, app_home, takes, posted) => {
    const heard: unknown[] = [];
    const bench = await openWithApp(
      app => {
        app.message(async ({ event }) => void heard.push((event as unknown as Answer).text));
        app.command('/t', async ({ ack, command }) => ack(`heard ${command.text}`));
      },
      {
        manifest: manifest({
          features: { slash_commands: [{ command: '/t', description: 'Talk' }], ...(app_home && { app_home }) },
          oauth_config: { scopes: { bot: ['commands', 'im:history', 'chat:write'] } },
          settings: { event_subscriptions: { bot_events: ['message.im'] }, interactivity: { is_enabled: true } },
        }),
      },
    );
    const where = { user: 'emma', channel: 'homely' };
    const said = await bench.page.post('/human/message', { ...where, text: 'hello' });
    const typed = await bench.page.post('/human/command', { ...where, command: '/t', text: 'you' });
    await bench.workspace.settled();
    const off = { ok: false, error: 'messages_tab_off', message: 'Sending messages to this app has been turned off.' };
    const response = { text: 'heard you', blocks: [], response_type: 'ephemeral' };
    expect({ said, typed, heard }).toEqual(
      takes
        ? {
            said: { ok: true, ts: expect.any(String), channel: expect.any(String) },
            typed: { ok: true, ack_ms: expect.any(Number), response },
            heard: ['hello'],
          }
        : { said: off, typed: off, heard: [] },
    );
    const sent = bench.client.chat.postMessage({ channel: 'UEMMA', text: 'news' });
    expect(
      await sent.then(
        () => 'ok',
        error => error.data.error,
      ),
    ).toBe(posted);
    await bench.stop();
  });
});

describe('a view', () => {
  it('is opened with a fresh trigger, once', async () => {
    let now = 0;
    const triggers: string[] = [];
    const bench = await openWithApp(
      app => {
        app.command('/t', async ({ ack, body }) => {
          triggers.push(body.trigger_id);
          await ack();
        });
        app.shortcut('g', async ({ ack, body }) => {
          triggers.push(body.type);
          await ack();
        });
      },
      { elapsed: () => now },
    );
    const trigger = async (): Promise<string> => {
      await bench.page.post('/human/command', { user: 'bob', channel: 'planning', command: '/t' });
      return triggers.at(-1) ?? '';
    };
    const view = {
      type: 'modal' as const,
      title: { type: 'plain_text' as const, text: 'T' },
      blocks: [],
      external_id: 'ext',
    };
    const open = (trigger_id: string, sent: object = view): Promise<unknown> =>
      bench.client.views.open({ trigger_id, view: sent as typeof view }).then(
        ({ ok }) => ok,
        error => error.data.error,
      );
    const first = await trigger();
    expect([await open(first), await open(first), await open('made.up')]).toEqual([
      true,
      'exchanged_trigger_id',
      'invalid_trigger_id',
    ]);
    const late = await trigger();
    now += 3_000;
    expect(await open(late)).toBe('expired_trigger_id');
    expect(await open(await trigger())).toBe('duplicate_external_id');
    const push = bench.client.views.push({ trigger_id: await trigger(), view: { ...view, external_id: 'other' } });
    await expect(push).rejects.toMatchObject({ data: { error: 'not_found' } });
    const wrong = await fetch(`${bench.workspace.apiUrl}views.open`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${bench.workspace.botToken}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify({
        trigger_id: await trigger(),
        view: { ...view, title: { type: 'plain_text', text: 'T'.repeat(25) } },
      }),
    });
    expect(await wrong.json()).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
    });
    const updated = await bench.client.views.update({ external_id: 'ext', view: { ...view, callback_id: 'new' } });
    expect(updated.view).toMatchObject({ callback_id: 'new', external_id: 'ext' });
    const gone = bench.client.views.update({ view_id: 'V1', view });
    await expect(gone).rejects.toMatchObject({ data: { error: 'not_found' } });
    const { ts } = await bench.page.post('/human/message', { user: 'bob', channel: 'planning', text: 'hm' });
    await bench.page.post('/human/shortcut', { user: 'bob', callback_id: 'g' });
    await bench.page.post('/human/shortcut', { user: 'bob', callback_id: 'g', channel: 'planning', ts });
    expect(triggers.slice(-2)).toEqual(['shortcut', 'message_action']);
    await bench.stop();
  });
});
