/** Calls of every method, so that each answer is seen in the forms it has. */
import { plain } from './forms.ts';
import type { Watch } from './watch.ts';

/** A picture of one point. */
export const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const metadata = (n: number) => ({ event_type: 'counted', event_payload: { n } });
const section = { type: 'section', text: { type: 'mrkdwn', text: '*x*' } } as const;
const EVERY_KIND = 'public_channel,private_channel,im,mpim';

export async function callAbout(watch: Watch): Promise<void> {
  const { client, asApp } = watch;
  await client.api.test();
  await client.apiCall('api.test', { foo: 'bar' });
  await asApp.apps.connections.open({});
  await client.auth.test();
  await client.team.info();
  await client.bots.info({});
  await client.users.list({ include_locale: true });
  const { user } = await client.users.info({ user: 'UWEATHERBOT' });
  await client.bots.info({ bot: user?.profile?.bot_id ?? '' });
  for (const person of ['UALICE', 'ULEAVER1', 'UPARTNER2', watch.workspace.botUserId])
    await client.users.info({ user: person, include_locale: true });
  await client.users.lookupByEmail({ email: 'alice@team.example' });
  const { usergroups } = await client.usergroups.list({
    include_users: true,
    include_count: true,
    include_disabled: true,
  });
  await client.usergroups.list();
  await client.usergroups.users.list({ usergroup: usergroups?.[0]?.id ?? '' });
  await client.blocks.validate({ blocks: [section] });
}

export async function callConversations({ client }: Watch): Promise<void> {
  const { channels } = await client.conversations.list({ types: EVERY_KIND });
  const idOf = (name: string): string => channels?.find(held => held.name === name)?.id ?? '';
  const { channel: direct } = await client.conversations.open({ users: 'UALICE' });
  await client.conversations.open({ users: 'UALICE', return_im: true });
  await client.conversations.open({ users: 'UALICE,UBOB', return_im: true });
  await client.conversations.info({ channel: idOf('general'), include_locale: true, include_num_members: true });
  await client.conversations.info({ channel: direct?.id ?? '', include_locale: true });
  await client.conversations.info({ channel: idOf('without-app') });
  await client.conversations.members({ channel: idOf('general'), limit: 2 });
  await client.conversations.join({ channel: idOf('without-app') });
  await client.conversations.join({ channel: idOf('without-app') });
  const { channel } = await client.conversations.create({ name: 'open-room' });
  const { channel: closed } = await client.conversations.create({ name: 'closed-room', is_private: true });
  await client.conversations.invite({ channel: channel?.id ?? '', users: 'UALICE' });
  await client.conversations.invite({ channel: closed?.id ?? '', users: 'UALICE,UBOB,ULEAVER1', force: true });
  await client.conversations.list({ types: EVERY_KIND });
  await client.users.conversations({ types: EVERY_KIND });
  await client.users.conversations({ types: EVERY_KIND, user: 'UALICE' });
  await changeChannel(client, channel?.id ?? '');
}

/** A channel of the app's own, until it leaves it. */
async function changeChannel(client: Watch['client'], channel: string): Promise<void> {
  await client.conversations.setTopic({ channel, topic: 'Tea' });
  await client.conversations.setPurpose({ channel, purpose: 'Breaks' });
  await client.conversations.rename({ channel, name: 'tea-room' });
  await client.conversations.kick({ channel, user: 'UALICE' });
  await client.conversations.leave({ channel });
  await client.conversations.leave({ channel });
  const { channel: over } = await client.conversations.create({ name: 'over' });
  await client.conversations.archive({ channel: over?.id ?? '' });
  await client.conversations.unarchive({ channel: over?.id ?? '' }).catch(refusedAs('not_in_channel'));
}

export async function callChat(watch: Watch): Promise<void> {
  const { client } = watch;
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: '#general', text: 'first' });
  const rich = {
    text: 'with all',
    blocks: [section, { type: 'actions', elements: [{ type: 'button', text: plain('Go'), value: 'v' }] } as const],
    attachments: [{ color: '#abcdef', text: 'old' }, { blocks: [section] }],
    metadata: metadata(1),
  };
  const whole = await client.chat.postMessage({ channel, ...rich });
  await client.chat.postMessage({ channel, text: '*plain*', mrkdwn: false });
  await client.chat.postMessage({ channel, text: 'x'.repeat(40_001) });
  await client.chat.postMessage({
    channel,
    thread_ts: ts,
    text: 'to all',
    reply_broadcast: true,
    metadata: metadata(2),
  });
  const worn = await client.chat.postMessage({ channel, text: 'worn', username: 'Owl', icon_emoji: ':owl:' });
  await client.chat.postMessage({ channel, ...rich, username: 'Owl', icon_url: 'https://example.com/owl.png' });
  await client.chat.postMessage({ channel, thread_ts: worn.ts ?? '', text: 'under it' });
  await client.chat.update({ channel, ts, text: 'first, again' });
  await client.chat.update({ channel, ts: whole.ts ?? '', text: 'less', blocks: [section], metadata: metadata(3) });
  await client.chat.update({ channel, ts: worn.ts ?? '', text: 'worn, again' });
  await client.chat.getPermalink({ channel, message_ts: ts });
  await client.chat.postEphemeral({ channel, user: 'UALICE', text: 'for one' });
  await marks(watch, channel, ts);
  await client.conversations.history({
    channel,
    include_all_metadata: true,
    oldest: '0',
    latest: '9999999999',
    limit: 3,
  });
  await client.conversations.history({ channel });
  await client.conversations.replies({ channel, ts, limit: 1 });
  await client.conversations.replies({ channel, ts, include_all_metadata: true });
  await scheduled(watch, channel, rich);
  await client.chat.delete({ channel, ts: whole.ts ?? '' });
  await client.chat.delete({ channel, ts });
  await client.conversations.history({ channel });
  for (const call of [client.assistant.threads.setStatus, client.assistant.threads.setTitle])
    await call({ channel_id: channel, thread_ts: ts, status: 'x', title: 'x' }).catch(refusedAs('invalid_thread_ts'));
  const prompts: [{ title: string; message: string }] = [{ title: 'x', message: 'x' }];
  await client.assistant.threads
    .setSuggestedPrompts({ channel_id: channel, thread_ts: ts, prompts })
    .catch(refusedAs('invalid_thread_ts'));
}

/** The answer is what is looked at; the client throws it. */
function refusedAs(word: string): (error: { data?: { error?: string } }) => void {
  return error => {
    if (error.data?.error !== word) throw error;
  };
}

async function marks({ client }: Watch, channel: string, timestamp: string): Promise<void> {
  await client.pins.add({ channel, timestamp });
  await client.reactions.add({ channel, timestamp, name: 'owl' });
  await client.reactions.add({ channel, timestamp, name: 'tada' });
  await client.reactions.get({ channel, timestamp });
  await client.reactions.remove({ channel, timestamp, name: 'tada' });
}

async function scheduled({ client }: Watch, channel: string, rich: object): Promise<void> {
  const post_at = Math.floor(Date.now() / 1000) + 3600;
  await client.chat.scheduleMessage({ channel, post_at, text: 'later', ...rich });
  const { scheduled_message_id = '' } = await client.chat.scheduleMessage({ channel, post_at, text: 'later' });
  await client.chat.scheduledMessages.list({ channel });
  await client.chat.deleteScheduledMessage({ channel, scheduled_message_id });
}

export async function callFiles({ client, workspace }: Watch): Promise<void> {
  const { channels } = await client.conversations.list({ types: 'public_channel,private_channel' });
  const idOf = (name: string): string => channels?.find(held => held.name === name)?.id ?? '';
  const general = idOf('general');
  const { ts: thread_ts = '' } = await client.chat.postMessage({ channel: general, text: 'Files' });
  await client.filesUploadV2({ channel_id: general, thread_ts, file: POINT, filename: 'a.png', alt_text: 'A point' });
  const text = Buffer.from('words');
  await client.filesUploadV2({ channel_id: idOf('planning'), initial_comment: 'Here', file: text, filename: 'a.txt' });
  await client.filesUploadV2({ channel_id: general, file: POINT, filename: 'b.png' });
  await workspace.settled(60);
  const { files = [] } = await client.files.list({});
  for (const { id: file = '' } of files) await client.files.info({ file });
  await client.conversations.replies({ channel: general, ts: thread_ts });
  await client.files.delete({ file: files.find(({ name }) => name === 'b.png')?.id ?? '' });
  await client.conversations.history({ channel: general });
}
