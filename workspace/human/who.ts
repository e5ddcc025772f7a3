/** Finds the person and the channel a call means, by id or by name. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { hasApp } from '../core/message/message.ts';
import { type Channel, isFullMember, type Message, type Person } from '../core/records.ts';
import { HumanError } from './human.ts';

/** Fields that name a person or a channel. */
export const named = z.string().min(1).max(255);

/** The person who acts. Throws `user_not_found`, and for those who cannot act `account_inactive` or `user_is_bot`. */
export function personOf(core: Core, text: string): Person {
  const person = someoneOf(core, text);
  if (person.deleted)
    throw new HumanError('account_inactive', `${person.id} has been deactivated and can do nothing here.`);
  if (person.is_bot) throw new HumanError('user_is_bot', `${person.id} is a bot, which acts by its own program alone.`);
  return person;
}

/** Who says something: a person, or another app's bot, whose program this call then stands in for. Throws as personOf does. */
export function speakerOf(core: Core, text: string): Person {
  const speaker = someoneOf(core, text);
  return speaker.is_bot && speaker.id !== core.state.bot.user_id ? speaker : personOf(core, text);
}

/** Whoever is meant, whether they can act or not. Throws `user_not_found`. */
export function someoneOf(core: Core, text: string): Person {
  const person = findPerson(core, text);
  if (!person) throw new HumanError('user_not_found', `There is nobody called "${text}" in the team.`);
  return person;
}

/** A person by id or handle, with or without '@'. */
export function findPerson(core: Core, text: string): Person | undefined {
  const { people } = core.state;
  const name = text.replace(/^@/, '');
  return people.get(name) ?? [...people.values()].find(person => person.name === name);
}

/** The channel this person means and may see: an id, a name, or the name of whom they write to. Throws `channel_not_found`. */
export function channelOf(core: Core, person: Person, text: string): Channel {
  const channel = findChannel(core, person, text);
  if (!channel) throw new HumanError('channel_not_found', `${person.id} sees no channel "${text}".`);
  return channel;
}

/** As channelOf, and the person must be a member. Throws `not_in_channel`. */
export function joinedChannelOf(core: Core, person: Person, text: string): Channel {
  const channel = channelOf(core, person, text);
  if (!channel.members.includes(person.id))
    throw new HumanError('not_in_channel', `${person.id} is not a member of #${channel.name}.`);
  return channel;
}

/** As joinedChannelOf, to write in it. Throws `messages_tab_off` for direct messages with an app that takes none: there is nothing to type into. */
export function writableChannelOf(core: Core, person: Person, text: string): Channel {
  const channel = joinedChannelOf(core, person, text);
  if (channel.kind === 'im' && hasApp(core, channel) && !takesMessages(core))
    throw new HumanError('messages_tab_off', 'Sending messages to this app has been turned off.');
  return channel;
}

/** Whether people can write to the app: it has a Messages tab, which is not for reading alone. */
export function takesMessages({ profile }: Core): boolean {
  return profile.messagesTab && !profile.messagesReadOnly;
}

/** The channel by id or name if this person may see it. */
export function findChannel(core: Core, person: Person, text: string): Channel | undefined {
  const isFull = isFullMember(person);
  const mayBeSeen = ({ kind, members }: Channel): boolean =>
    (kind === 'channel' && isFull) || members.includes(person.id);
  const all = [...core.state.channels.values()].filter(mayBeSeen);
  const channel = all.find(held => held.id === text) ?? all.find(held => held.name !== '' && `#${held.name}` === text);
  if (channel || text.startsWith('#')) return channel;
  const byName = text.startsWith('@') ? undefined : all.find(held => held.name !== '' && held.name === text);
  if (byName) return byName;
  const other = findPerson(core, text);
  if (!other) return undefined;
  // Guests and people of other teams write to those alone whom they meet in a channel; nobody to who has left.
  const isReached =
    !other.deleted && ((isFull && !other.is_stranger) || all.some(held => held.members.includes(other.id)));
  return isReached ? core.state.direct(person.id, other.id) : core.state.knownDirect(person.id, other.id);
}

/** The name a person sees for a channel: its own, or the other person's for a direct message. */
export function channelName(core: Core, person: Person, channel: Channel): string {
  if (channel.kind !== 'im') return channel.name;
  return core.state.people.get(otherIn(channel, person.id))?.name ?? '';
}

/** The other person in a direct message; oneself when alone. */
export function otherIn(channel: Channel, user: string): string {
  return channel.members.find(member => member !== user) ?? user;
}

/** The message this person sees in the channel. Throws `message_not_found`. */
export function messageOf(core: Core, person: Person, channel: Channel, ts: string): Message {
  const message = core.state.message(channel.id, ts);
  if (!message || (message.ephemeral_to !== undefined && message.ephemeral_to !== person.id))
    throw new HumanError('message_not_found', `${person.id} sees no message ${ts} there.`);
  return message;
}
