/** Reactions: who put which emoji on a message, and telling the app. */
import type { Core } from '../core.ts';
import type { Channel, Message } from '../records.ts';
import { authorOf, hasApp } from './message.ts';

/** Different emoji on one message, and emoji of one person on it. */
const MOST_EMOJI = 50;
const MOST_OF_ONE = 23;

/** The name of an emoji without colons; undefined when it cannot be one. */
export function emojiName(text: string): string | undefined {
  const name = text.replace(/^:|:$/g, '');
  return /^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u.test(name) ? name : undefined;
}

/** Whether this person has put this emoji on the message. */
export function hasReacted(message: Message, user: string, name: string): boolean {
  return message.reactions?.some(held => held.name === name && held.users.includes(user)) === true;
}

/** Slack's word for why a message takes no such reaction of this person any more. */
export function reactionObstacle({ reactions = [] }: Message, user: string, name: string): string | undefined {
  if (reactions.length >= MOST_EMOJI && !reactions.some(held => held.name === name)) return 'too_many_emoji';
  const mine = reactions.filter(held => held.users.includes(user)).length;
  return mine >= MOST_OF_ONE ? 'too_many_reactions' : undefined;
}

/** Puts the person's emoji on the message. */
export function addReaction(core: Core, channel: Channel, message: Message, user: string, name: string): void {
  const held = message.reactions ?? [];
  const known = held.some(reaction => reaction.name === name);
  const reactions = known
    ? held.map(reaction => (reaction.name === name ? { name, users: [...reaction.users, user] } : reaction))
    : [...held, { name, users: [user] }];
  keep(core, channel, { ...message, reactions }, 'reaction_added', user, name);
}

/** Takes the person's emoji off the message. */
export function removeReaction(core: Core, channel: Channel, message: Message, user: string, name: string): void {
  const reactions = (message.reactions ?? [])
    .map(held => (held.name === name ? { name, users: held.users.filter(other => other !== user) } : held))
    .filter(({ users }) => users.length > 0);
  keep(core, channel, { ...message, reactions }, 'reaction_removed', user, name);
}

function keep(
  core: Core,
  channel: Channel,
  message: Message,
  type: 'reaction_added' | 'reaction_removed',
  user: string,
  reaction: string,
): void {
  core.state.putMessage(message);
  core.hints.tell({ type: 'changed', channel: channel.id, ts: message.ts });
  if (!hasApp(core, channel)) return;
  const item = { type: 'message', channel: channel.id, ts: message.ts };
  const event_ts = core.state.stamps.next();
  const item_user = authorOf(message);
  void core.deliverer.event({ type, user, reaction, item, ...(item_user && { item_user }), event_ts });
}
