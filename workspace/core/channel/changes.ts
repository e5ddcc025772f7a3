/** What happens to a channel: each change is remembered, noted in the channel and told to the app as Slack tells it. Whether it may be is asked before. */
import type { EventType } from '../app/happenings.ts';
import type { Core } from '../core.ts';
import type { JsonObject } from '../json.ts';
import { hasApp, post } from '../message/message.ts';
import type { Notice } from '../message/notice.ts';
import type { Channel, Message } from '../records.ts';

/** Gives a channel another name; undefined when a channel has it. */
export function rename(core: Core, channel: Channel, actor: string, name: string): Channel | undefined {
  if (core.state.channelNamed(name)) return undefined;
  const { name: old_name, previous_names = [] } = channel;
  const renamed = changed(core, channel, { name, previous_names: [old_name, ...previous_names] });
  const text = `<@${actor}> has renamed the channel from "${old_name}" to "${name}"`;
  note(core, renamed, 'channel_name', actor, text, { old_name, name });
  const { id, created, kind } = renamed;
  const about = { id, name, name_normalized: name, created, is_channel: kind === 'channel', is_mpim: false };
  tellOfRoom(core, renamed, ['channel_rename', 'group_rename'], { channel: about });
  return renamed;
}

/** Closes a channel to all that is new. A public one the app is out of by that; people and apps stay in a private one. */
export function archive(core: Core, channel: Channel, actor: string): Channel {
  const { kind, members } = channel;
  const isPublic = kind === 'channel';
  const left = isPublic ? members.filter(member => member !== core.state.bot.user_id) : members;
  const archived = changed(core, channel, { is_archived: true, members: left });
  // As it was before: whoever was in it, the app too, still hears of this.
  note(core, channel, 'channel_archive', actor, 'archived the channel');
  const told = { channel: channel.id, user: actor, is_moved: 0 };
  tellOfRoom(core, channel, ['channel_archive', 'group_archive'], told);
  return archived;
}

/** Opens a channel again: a private one with those who were in it, a public one with whoever opens it alone. */
export function unarchive(core: Core, channel: Channel, actor: string): Channel {
  const members = channel.kind === 'channel' ? [actor] : [...new Set([...channel.members, actor])];
  const open = changed(core, channel, { is_archived: false, members });
  note(core, open, 'channel_unarchive', actor, 'un-archived the channel');
  const by = channel.kind === 'channel' ? { user: actor } : { actor_id: actor };
  tellOfRoom(core, open, ['channel_unarchive', 'group_unarchive'], { channel: channel.id, ...by });
  return open;
}

/** Takes a member out of a channel, who may be the app or the actor themself. The app hears of others, and otherwise of its own end there. */
export function takeOut(core: Core, channel: Channel, actor: string, who: string): Channel {
  const left = changed(core, channel, { members: channel.members.filter(member => member !== who) });
  note(core, left, 'channel_leave', who, `<@${who}> has left the channel`);
  const isPublic = channel.kind === 'channel';
  const where = { user: who, channel: channel.id, channel_type: isPublic ? 'C' : 'G', team: core.state.team.id };
  if (who === core.state.bot.user_id)
    tell(core, isPublic ? 'channel_left' : 'group_left', { channel: channel.id, actor_id: actor });
  else if (hasApp(core, left)) tell(core, 'member_left_channel', where);
  return left;
}

/** Makes people members of a channel, and tells the app of each; `inviter` is empty for those who came by themselves. */
export function takeIn(core: Core, channel: Channel, users: string[], inviter: string): Channel {
  const fresh = users.filter(user => !channel.members.includes(user));
  if (fresh.length === 0) return channel;
  const joined = changed(core, channel, { members: [...channel.members, ...fresh] });
  const by = inviter === '' ? {} : { inviter };
  for (const user of fresh) {
    note(core, joined, 'channel_join', user, `<@${user}> has joined the channel`, by);
    const channel_type = channel.kind === 'group' ? 'G' : 'C';
    const told = { user, channel: channel.id, channel_type, team: core.state.team.id, ...by };
    if (hasApp(core, joined)) tell(core, 'member_joined_channel', told);
  }
  return joined;
}

/** Makes a public channel private; its id, its members and what was said stay. */
export function makePrivate(core: Core, channel: Channel, actor: string): Channel {
  const closed = changed(core, channel, { kind: 'group' });
  const text = 'made this channel *private*. Now, it can only be viewed or joined by invitation.';
  note(core, closed, 'channel_convert_to_private', actor, text);
  return closed;
}

/** Sets what a channel is about; an empty text takes it away. */
export function describe(
  core: Core,
  channel: Channel,
  actor: string,
  what: 'topic' | 'purpose',
  text: string,
): Channel {
  const set = { ...channel.set, [what]: { creator: actor, last_set: core.state.seconds() } };
  const described = changed(core, channel, { [what]: text, set });
  const said = text === '' ? `cleared the channel ${what}` : `set the channel ${what}: ${text}`;
  note(core, described, `channel_${what}`, actor, `<@${actor}> ${said}`, { [what]: text });
  return described;
}

function changed(core: Core, channel: Channel, change: Partial<Channel>): Channel {
  const next = core.state.putChannel({ ...channel, ...change, updated: core.state.seconds() * 1000 });
  // Without saying where: who is out of a private channel has to learn that, too.
  core.hints.tell({ type: 'channels' });
  return next;
}

/** Writes a note into the channel; the app is told when it is in it. */
function note(core: Core, channel: Channel, subtype: Notice, user: string, text: string, more: Partial<Message> = {}) {
  post(core, channel, { channel: channel.id, ts: core.state.stamps.next(), user, text, subtype, ...more });
}

/** Tells of a public channel in any case, of a private one only the app that is in it. */
function tellOfRoom(core: Core, channel: Channel, [open, closed]: [EventType, EventType], event: JsonObject): void {
  if (channel.kind === 'channel') tell(core, open, event);
  else if (hasApp(core, channel)) tell(core, closed, event);
}

function tell(core: Core, type: EventType, event: JsonObject): void {
  void core.deliverer.event({ type, ...event, event_ts: core.state.stamps.next() });
}
