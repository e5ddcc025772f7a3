/** The app the page's browser tests run against: a greeting with a button, a form that refuses, an approval, a Home tab. */
import type { App } from '@slack/bolt';
import { input, modal } from '../bench.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const button = (action_id: string, text: string, more: object = {}) => ({
  type: 'button' as const,
  action_id,
  text: plain(text),
  ...more,
});

/** The manifest: what the composer offers. */
export const MANIFEST = {
  display_information: { name: 'Rules', description: 'Keeps the rules' },
  features: {
    bot_user: { display_name: 'Rules' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/absence', description: 'Ask for leave', usage_hint: '[dates]' },
      { command: '/hello', description: 'Say hello' },
    ],
    shortcuts: [
      { name: 'Praise this', type: 'message', callback_id: 'praise', description: 'Praise the author' },
      { name: 'New leave', type: 'global', callback_id: 'leave', description: 'Ask for leave' },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'im:write', 'channels:read', 'reactions:read'] } },
  settings: {
    interactivity: { is_enabled: true },
    event_subscriptions: { bot_events: ['app_home_opened', 'reaction_added', 'reaction_removed'] },
  },
};

const FORM = modal('leave', [
  { type: 'section', block_id: 'intro', text: mrkdwn('The earliest day is *2026-12-04*.') },
  input('kind', {
    type: 'static_select',
    action_id: 'kind',
    options: ['Annual', 'Sick'].map(text => ({ text: plain(text), value: text.toLowerCase() })),
  }),
  input('from', { type: 'datepicker', action_id: 'from', initial_date: '2026-12-04' }),
  input('reason', { type: 'plain_text_input', action_id: 'reason', multiline: true }),
  input(
    'urgent',
    { type: 'checkboxes', action_id: 'urgent', options: [{ text: plain('Urgent'), value: 'yes' }] },
    { optional: true },
  ),
]);

/** Wires the app; `submitted` collects the reasons that were accepted. */
export function wire(app: App, submitted: string[]): void {
  app.command('/hello', async ({ ack }) => ack('Hello, *you*. <script>alert(1)</script>'));
  app.command('/absence', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: FORM });
  });
  app.shortcut({ type: 'shortcut', callback_id: 'leave' }, async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: FORM });
  });
  app.shortcut({ type: 'message_action', callback_id: 'praise' }, async ({ ack, shortcut, client }) => {
    await ack();
    const text = `Well said: ${shortcut.message.text}`;
    await client.chat.postMessage({ channel: shortcut.channel.id, text });
  });
  app.view('leave', async ({ ack, view, body, client }) => {
    const reason = view.state.values.reason?.reason?.value ?? '';
    if (reason.length < 5) return ack({ response_action: 'errors', errors: { reason: 'Please say a little more.' } });
    await ack();
    submitted.push(`${view.state.values.kind?.kind?.selected_option?.value} ${reason}`);
    const { channel } = await client.conversations.open({ users: 'UALICE' });
    const text = `<@${body.user.id}> asks for leave: ${reason}`;
    const elements = [
      button('approve', 'Approve', { style: 'primary' }),
      button('reject', 'Reject', {
        style: 'danger',
        confirm: { title: plain('Reject?'), text: plain('They will know.') },
      }),
    ];
    const blocks = [
      { type: 'section', text: mrkdwn(text) },
      { type: 'actions', elements },
    ];
    await client.chat.postMessage({ channel: channel?.id ?? '', text, blocks });
  });
  app.action('approve', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Approved by hand' });
  });
  app.action('reject', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Rejected by hand' });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = [{ type: 'header' as const, text: plain(`Welcome home, ${event.user}`) }];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
}
