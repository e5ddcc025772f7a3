/** What people do, so that every event and interaction is seen in the forms it has. */
import { type Answer, input, modal } from '../bench.ts';
import { POINT } from './calls.ts';
import { FIELDS, FOUND, inputs, PRESSED, plain, rows } from './forms.ts';
import type { Handler, Watch } from './watch.ts';

const TYPED = [
  '*bold* _italic_ ~strike~ `code` <https://example.com|a site> https://example.com/b @bob @leads #general :owl: :wave::skin-tone-3: <!here>',
  '• one',
  '',
  '2. two',
  '> said',
  '```pre```',
].join('\n');

const button = { type: 'actions', block_id: 'go', elements: [{ type: 'button', action_id: 'go', text: plain('Go') }] };
const menu = {
  type: 'section',
  block_id: 'menu',
  text: plain('Which?'),
  accessory: { type: 'external_select', action_id: 'menu', min_query_length: 0, placeholder: plain('Choose') },
};

/** What the app does with a delivery: it opens the forms asked for by command, and suggests. */
export const handlerOf =
  ({ client }: Watch): Handler =>
  async ({ type, command, trigger_id, text = '', channel_id = '' }) => {
    if (type === 'block_suggestion') return FOUND;
    if (command === undefined) return undefined;
    const more = { notify_on_close: true, ...(text === 'bare' && { submit: undefined }) };
    const view = modal(text, forms(text, channel_id), more);
    await client.views.open({ trigger_id: trigger_id ?? '', view });
    return undefined;
  };

function forms(name: string, channel = ''): object[] {
  if (name === 'file') return [input('file', { type: 'file_input', action_id: 'file' })];
  if (name === 'bare') return [{ type: 'divider' }];
  return inputs(name === 'begun' ? channel : undefined);
}

async function open({ page }: Watch, form: string): Promise<string> {
  await page.post('/human/command', { user: 'alice', channel: 'general', command: '/form', text: form });
  return String((await page.get('/human/view?user=alice')).view?.id);
}

/** Every element of a modal is used, and the forms are sent and closed. */
export async function useModals(watch: Watch): Promise<void> {
  const { page, client } = watch;
  for (const form of ['empty', 'begun']) {
    const view_id = await open(watch, form);
    for (const { element, given } of FIELDS) {
      const at = { user: 'alice', view_id, action_id: element.type };
      if (element.type.endsWith('external_select')) await page.post('/human/options', { ...at, query: 'b' });
      await ok(page.post('/human/click', { ...at, selected: given }));
    }
    await ok(page.post('/human/submit', { user: 'alice', view_id, values: {} }));
  }
  const view_id = await open(watch, 'file');
  await client.views.update({ view_id, view: modal('file', forms('file')) });
  const file = await upload(watch, 'alice', 'in form.png');
  await ok(page.post('/human/submit', { user: 'alice', view_id, values: { file: [file] } }));
  await ok(page.post('/human/close', { user: 'alice', view_id: await open(watch, 'bare') }));
  await ok(page.post('/human/close', { user: 'alice', view_id: await open(watch, 'empty'), all: true }));
}

/** A modal above another. */
export async function push(watch: Watch): Promise<void> {
  const { client, page, arrivals } = watch;
  const view_id = await open(watch, 'empty');
  await page.post('/human/click', { user: 'alice', view_id, action_id: 'datepicker', selected: '2026-03-10' });
  const pressed = arrivals.get('interaction block_actions (modal)')?.at(-1) as Answer | undefined;
  await client.views.push({ trigger_id: pressed?.trigger_id ?? '', view: modal('above', [{ type: 'divider' }]) });
}

export async function useHome({ page, client }: Watch): Promise<void> {
  const home = (blocks: object[]) => ({ type: 'home' as const, blocks: blocks as never[] });
  await client.views.publish({ user_id: 'UALICE', view: home([button]) });
  const { view } = await client.views.publish({ user_id: 'UALICE', view: home([button, menu]) });
  await client.views.update({ view_id: view?.id ?? '', view: home([button]) });
  await ok(page.post('/human/click', { user: 'alice', view_id: view?.id, action_id: 'go' }));
}

/** Opened before anything was published there, and after. */
export async function openHome({ page, client }: Watch): Promise<void> {
  const opened = page.get('/human/home?user=bob');
  await client.views.publish({ user_id: 'UBOB', view: { type: 'home', blocks: [{ type: 'divider' }] } });
  await opened;
  const again = page.get('/human/home?user=bob');
  await client.views.publish({ user_id: 'UBOB', view: { type: 'home', blocks: [] } });
  await again;
}

/** Buttons and menus in messages of every kind, and shortcuts on them. */
export async function useMessages({ page, client, workspace }: Watch): Promise<void> {
  const at = { user: 'alice', channel: 'general' };
  const post = async (more: object): Promise<string> => {
    const { ts } = await client.chat.postMessage({ channel: '#general', text: 'x', ...more } as never);
    return ts ?? '';
  };
  const ts = await post({ blocks: [...rows(), menu] });
  for (const { type } of PRESSED)
    await ok(
      page.post('/human/click', {
        ...at,
        ts,
        action_id: type,
        value: { overflow: 'b', feedback_buttons: 'bad' }[type],
      }),
    );
  await ok(page.post('/human/options', { ...at, ts, action_id: 'menu', query: 'b' }));
  await ok(page.post('/human/click', { ...at, ts: await post({ thread_ts: ts, blocks: [button] }), action_id: 'go' }));
  await ok(
    page.post('/human/click', { ...at, ts: await post({ attachments: [{ blocks: [button] }] }), action_id: 'go' }),
  );
  const { channels } = await client.conversations.list();
  const channel = channels?.find(({ name }) => name === 'general')?.id ?? '';
  const alone = await client.chat.postEphemeral({ channel, user: 'UALICE', text: 'x', blocks: [button] as never[] });
  await ok(page.post('/human/click', { ...at, ts: alone.message_ts, action_id: 'go' }));
  await ok(page.post('/human/shortcut', { user: 'alice', callback_id: 'anywhere' }));
  await ok(page.post('/human/shortcut', { ...at, ts, callback_id: 'here' }));
  await ok(page.post('/human/shortcut', { ...at, ts: await post({ username: 'Owl' }), callback_id: 'here' }));
  await workspace.settled(60);
}

/** What the app may say to the address it was given, and through a webhook. */
export async function useAddresses({ page, arrivals }: Watch): Promise<void> {
  const [command] = arrivals.get('interaction slash_commands') as Answer[];
  const say = async (url: string | undefined, body: object): Promise<unknown> => {
    const response = await fetch(url ?? '', { method: 'POST', body: JSON.stringify(body) });
    const text = await response.text();
    return text.startsWith('{') ? JSON.parse(text) : text;
  };
  const answers = [
    await say(command?.response_url, { response_type: 'in_channel', text: 'to all' }),
    await say(command?.response_url, { text: '' }),
  ];
  arrivals.set('interaction response_url', answers);
  const [webhook] = [...((await page.get('/human/webhooks?user=alice')).webhooks ?? [])];
  await say(webhook?.url, { text: 'through a webhook', attachments: [{ text: 'x' }] });
}

/** People talk, join, react and change. */
export async function talk(watch: Watch): Promise<void> {
  const { page, workspace } = watch;
  const say = (user: string, text: string, more: object = {}): Promise<Answer> =>
    ok(page.post('/human/message', { user, channel: 'general', text, ...more }));
  const { ts } = await say('alice', TYPED);
  await say('bob', 'in a thread', { thread_ts: ts });
  await say('weatherbot', 'It rains', { channel: 'support' });
  await say('partner1', 'from elsewhere', { channel: 'partners' });
  await say('alice', 'with a file', { files: [await upload(watch, 'alice', 'said.png')] });
  await say('alice', '@app and a file', { files: [await upload(watch, 'alice', 'asked.png')] });
  await say('bob', '@app', { thread_ts: ts });
  for (const remove of [false, true])
    await ok(page.post('/human/react', { user: 'bob', channel: 'general', ts, name: 'tada', remove }));
  await ok(page.post('/human/react', { user: 'bob', channel: 'general', ts, name: 'owl' }));
  await ok(page.post('/human/shortcut', { user: 'alice', channel: 'general', ts, callback_id: 'here' }));
  await ok(page.post('/human/join', { user: 'bob', channel: 'support' }));
  await ok(page.post('/human/invite', { user: 'alice', channel: 'planning', who: 'dave' }));
  await ok(page.post('/human/locale', { user: 'bob', locale: 'en-US' }));
  await ok(page.post('/human/deactivate', { user: 'frank' }));
  await workspace.settled(60);
}

/** People rename, archive and leave channels, take others and the app out of them, and call themselves otherwise. */
export async function change({ page, workspace, client }: Watch): Promise<void> {
  const act = (call: string, fields: object): Promise<Answer> => ok(page.post(`/human/${call}`, fields));
  const app = workspace.botUserId;
  const rooms = [{ name: 'room' }, { name: 'closed', is_private: true }];
  for (const { name, ...more } of rooms) {
    const { channel } = await client.conversations.create({ name, ...more });
    await client.conversations.invite({ channel: channel?.id ?? '', users: 'UALICE,UBOB,UCAROL' });
    await act('rename-channel', { user: 'alice', channel: name, name: `${name}-2` });
    const at = { user: 'alice', channel: `${name}-2` };
    await mark(page, client, channel?.id ?? '');
    await act('leave', { ...at, user: 'bob' });
    await act('remove', { ...at, who: 'carol' });
    await act('archive', at);
    await act('archive', { ...at, archived: false });
    // The app is out of a public channel that was archived.
    if (!more.is_private) await act('invite', { ...at, who: app });
    await client.conversations.history({ channel: channel?.id ?? '' });
    await act('remove', { ...at, who: app });
  }
  const { channel } = await client.conversations.create({ name: 'to-close' });
  await client.conversations.invite({ channel: channel?.id ?? '', users: 'UALICE' });
  await act('make-private', { user: 'alice', channel: 'to-close' });
  await act('archive', { user: 'alice', channel: 'to-close' });
  await act('archive', { user: 'alice', channel: 'to-close', archived: false });
  await act('rename-person', { user: 'carol', display_name: 'Caz' });
  await workspace.settled(60);
}

/** A note is reacted to, pinned and answered, with an answer shown to all. */
async function mark(page: Watch['page'], client: Watch['client'], channel: string): Promise<void> {
  const { messages } = await client.conversations.history({ channel });
  const ts = messages?.find(({ subtype }) => subtype === 'channel_join')?.ts ?? '';
  await ok(page.post('/human/react', { user: 'alice', channel, ts, name: 'wave' }));
  await client.reactions.get({ channel, timestamp: ts });
  await client.pins.add({ channel, timestamp: ts });
  await ok(page.post('/human/message', { user: 'alice', channel, text: 'welcome', thread_ts: ts }));
  await client.chat.postMessage({ channel, text: 'welcome', thread_ts: ts, reply_broadcast: true });
}

/** People reword what they said, and take it back. */
export async function reword({ page, workspace }: Watch): Promise<void> {
  const at = { user: 'bob', channel: 'general' };
  const say = async (text: string, more: object = {}): Promise<string> =>
    String((await ok(page.post('/human/message', { ...at, text, ...more }))).ts);
  const [first, other] = [await say('said'), await say('above a thread')];
  await ok(page.post('/human/edit', { ...at, ts: first, text: '@app said' }));
  await ok(page.post('/human/delete', { ...at, ts: first }));
  const reply = await say('below', { thread_ts: other });
  await ok(page.post('/human/delete', { ...at, ts: other }));
  await ok(page.post('/human/delete', { ...at, ts: reply }));
  await workspace.settled(60);
}

async function upload({ workspace }: Watch, user: string, name: string): Promise<string> {
  const response = await fetch(`${workspace.url}/human/file?${new URLSearchParams({ user, name })}`, {
    method: 'POST',
    body: new Uint8Array(POINT),
  });
  return String(((await response.json()) as Answer).file?.id);
}

/** A deed that was taken; the workspace's sentence when it was not. */
async function ok(done: Promise<Answer>): Promise<Answer> {
  const answer = await done;
  if ((answer.ok as unknown) === false || answer.error !== undefined) throw new Error(JSON.stringify(answer));
  return answer;
}
