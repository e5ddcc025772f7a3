/** An app as anyone might write it from Bolt's guide: a canteen that takes orders by command, shortcut, message, form and Home tab. */
import { type App, directMention } from '@slack/bolt';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const option = (text: string, value = text.toLowerCase()) => ({ text: plain(text), value });
const field = (block_id: string, element: object, more: object = {}): KnownBlock =>
  ({
    type: 'input',
    block_id,
    label: plain(block_id),
    element: { action_id: block_id, ...element },
    ...more,
  }) as KnownBlock;

const SUPPLIERS = ['North Farm', 'South Farm', 'Harbour'];

/** The order form; `preview` shows what was noted so far. */
function form(callback_id: string, preview?: string): ModalView {
  const shown: KnownBlock[] = preview ? [{ type: 'context', block_id: 'preview', elements: [mrkdwn(preview)] }] : [];
  return {
    type: 'modal',
    callback_id,
    notify_on_close: true,
    title: plain('Order'),
    submit: plain('Send'),
    close: plain('Leave'),
    blocks: [
      field('dish', { type: 'static_select', options: [option('Noodles'), option('Surprise')] }),
      field('supplier', { type: 'external_select', min_query_length: 2 }, { optional: true }),
      field('guest', { type: 'users_select' }, { optional: true }),
      field('day', { type: 'datepicker', initial_date: '2026-12-01' }),
      field('extras', { type: 'checkboxes', options: [option('Egg'), option('Chili')] }, { optional: true }),
      field(
        'note',
        { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
        { optional: true, dispatch_action: true },
      ),
      ...shown,
    ],
  };
}

function told(title: string, text: string, callback_id = 'told'): ModalView {
  const submit = callback_id === 'told' ? {} : { submit: plain('Yes') };
  const blocks = [{ type: 'section' as const, block_id: 'told', text: mrkdwn(text) }];
  return { type: 'modal', callback_id, title: plain(title), ...submit, blocks };
}

function home(visits: number): HomeView {
  const more = { type: 'button' as const, action_id: 'again', text: plain('Again'), value: String(visits) };
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain(`Visit ${visits}`) },
      { type: 'actions', block_id: 'more', elements: [more] },
    ],
  };
}

/** The card in the kitchen's channel, on which an order is accepted or declined. */
function card(text: string): KnownBlock[] {
  const confirm = {
    title: plain('Sure?'),
    text: plain('It will be cooked.'),
    confirm: plain('Yes'),
    deny: plain('No'),
  };
  return [
    { type: 'section', block_id: 'order', text: mrkdwn(text) },
    {
      type: 'actions',
      block_id: 'decide',
      elements: [
        { type: 'button', action_id: 'accept', text: plain('Accept'), style: 'primary', value: 'order-1', confirm },
        { type: 'button', action_id: 'decline', text: plain('Decline'), style: 'danger', value: 'order-1' },
      ],
    },
  ];
}

/** Wires the app; `left` collects the forms people closed without sending. */
export function canteen(app: App, left: string[] = []): void {
  app.command('/lunch', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form('order') });
  });
  app.command('/where', async ({ ack, command }) => ack(`${command.channel_name}: ${command.text}`));
  app.command('/announce', async ({ ack, respond, say }) => {
    await ack();
    await respond({ response_type: 'in_channel', text: 'Lunch is *ready*' });
    await respond('and this is for you alone');
    await say('said by the canteen');
  });

  app.shortcut('order_again', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form('order') });
  });
  app.shortcut({ type: 'message_action', callback_id: 'recipe' }, async ({ ack, shortcut, client, respond }) => {
    await ack();
    const { channel, message } = shortcut;
    await client.chat.postMessage({ channel: channel.id, thread_ts: message.ts, text: `Recipe for: ${message.text}` });
    await respond('It is in the thread');
  });

  app.message('menu', async ({ say }) => void (await say('Today: noodles')));
  app.message(/^price of (\w+)$/, async ({ context, say }) => void (await say(`${context.matches[1]} is 12 yuan`)));
  app.message(
    directMention,
    'thanks',
    async ({ message, say }) => void (await say({ text: 'Any time', thread_ts: message.ts })),
  );
  app.event('app_mention', async ({ event, client }) => {
    await client.reactions.add({ channel: event.channel, timestamp: event.ts, name: 'eyes' });
  });
  app.event('reaction_added', async ({ event, say }) => {
    if (event.reaction === 'ramen') await say(`<@${event.user}> is hungry`);
  });

  app.options('supplier', async ({ ack, payload }) => {
    const found = SUPPLIERS.filter(name => name.toLowerCase().includes(payload.value.toLowerCase()));
    await ack({ option_groups: [{ label: plain('Suppliers'), options: found.map(name => option(name)) }] });
  });
  app.action({ block_id: 'note', action_id: 'note' }, async ({ ack, action, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.view || action.type !== 'plain_text_input') return;
    const { id, hash } = body.view;
    await client.views.update({ view_id: id, hash, view: form('order', `Noted: ${action.value}`) });
  });
  app.view('order', async ({ ack, view, body, client }) => {
    const { dish, supplier, guest, day, extras, note } = view.state.values;
    if (note?.note?.value?.includes('peanut'))
      return ack({ response_action: 'errors', errors: { note: 'Somebody is allergic.' } });
    if (dish?.dish?.selected_option?.value === 'surprise')
      return ack({ response_action: 'push', view: told('Really?', 'Nobody knows what it is.', 'surprise') });
    await ack({ response_action: 'update', view: told('Ordered', 'It is on its way.') });
    const text = [
      `<@${body.user.id}> orders ${dish?.dish?.selected_option?.text.text}`,
      `for ${day?.day?.selected_date}`,
      `with ${extras?.extras?.selected_options?.map(({ value }) => value).join(' and ')}`,
      `from ${supplier?.supplier?.selected_option?.text.text}`,
      `and <@${guest?.guest?.selected_user}>`,
    ].join(' ');
    await client.chat.postMessage({ channel: '#support', text, blocks: card(text) });
  });
  app.view('surprise', async ({ ack }) => ack({ response_action: 'clear' }));
  app.view({ callback_id: 'order', type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    left.push(body.user.id);
  });

  app.action('accept', async ({ ack, body, client, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.channel || !body.message) return;
    const { channel, message, user } = body;
    await respond({ replace_original: true, text: `${message.text}: accepted by <@${user.id}>` });
    await client.chat.postMessage({ channel: channel.id, thread_ts: message.ts, text: 'In the pan' });
    await client.reactions.add({ channel: channel.id, timestamp: message.ts, name: 'fire' });
  });
  app.action('decline', async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
    await respond({ response_type: 'ephemeral', replace_original: false, text: 'Taken off the list' });
  });

  let visits = 0;
  app.event('app_home_opened', async ({ event, client }) => {
    visits += 1;
    await client.views.publish({ user_id: event.user, view: home(visits) });
  });
  app.action('again', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.view) return;
    visits += 1;
    await client.views.publish({ user_id: body.user.id, hash: body.view.hash, view: home(visits) });
  });
}

/** What its manifest would say. */
export const CANTEEN_MANIFEST = {
  display_information: { name: 'Canteen' },
  features: {
    bot_user: { display_name: 'Canteen' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: ['/lunch', '/where', '/announce'].map(command => ({ command, description: command })),
    shortcuts: [
      { name: 'Order again', type: 'global', callback_id: 'order_again', description: 'Order again' },
      { name: 'Recipe', type: 'message', callback_id: 'recipe', description: 'The recipe' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        ...['app_mentions:read', 'chat:write', 'commands', 'reactions:read', 'reactions:write'],
        ...['channels:history', 'groups:history', 'im:history'],
      ],
    },
  },
  settings: {
    interactivity: { is_enabled: true },
    event_subscriptions: {
      bot_events: [
        ...['app_home_opened', 'app_mention', 'reaction_added'],
        ...['message.channels', 'message.groups', 'message.im'],
      ],
    },
  },
};
