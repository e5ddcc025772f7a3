/** Who may change a channel, as a team on Slack begins: each answers Slack's word against it, or undefined when it may be. */
import type { Channel, Person } from '../records.ts';

const DIRECT = 'method_not_supported_for_channel_type';

/** Only whoever made the channel and the team's admins rename it. */
export function renameObstacle(actor: Person, channel: Channel): string | undefined {
  if (isDirect(channel)) return DIRECT;
  if (!isIn(actor, channel)) return 'not_in_channel';
  if (channel.is_archived) return 'is_archived';
  return isManager(actor, channel) ? undefined : 'not_authorized';
}

/** Every member archives a channel, guests apart. */
export function archiveObstacle(actor: Person, channel: Channel): string | undefined {
  if (isDirect(channel)) return DIRECT;
  if (channel.is_general) return 'cant_archive_general';
  if (channel.is_archived) return 'already_archived';
  if (!isIn(actor, channel)) return 'not_in_channel';
  return isGuest(actor) ? 'restricted_action' : undefined;
}

/** Whoever finds a channel in the archive brings it back, guests apart; apps cannot, which Slack calls a fault of its own. */
export function unarchiveObstacle(actor: Person, channel: Channel): string | undefined {
  if (isDirect(channel)) return DIRECT;
  if (!channel.is_archived) return 'not_archived';
  if (actor.is_bot) return 'not_in_channel';
  return isGuest(actor) ? 'restricted_action' : undefined;
}

/** From a private channel every member removes others, guests apart; from a public one admins and who made it. */
export function removeObstacle(actor: Person, channel: Channel, who: string): string | undefined {
  const obstacle = removingObstacle(actor, channel);
  if (obstacle) return obstacle;
  if (who === actor.id) return 'cant_kick_self';
  return channel.members.includes(who) ? undefined : 'not_in_channel';
}

/** The same, whoever it is that is to be removed. */
export function removingObstacle(actor: Person, channel: Channel): string | undefined {
  if (isDirect(channel)) return DIRECT;
  if (channel.is_archived) return 'is_archived';
  if (!isIn(actor, channel)) return 'not_in_channel';
  if (channel.is_general) return 'cant_kick_from_general';
  const mayRemove = isManager(actor, channel) || (channel.kind === 'group' && !isGuest(actor));
  return mayRemove ? undefined : 'restricted_action';
}

/** Whoever is in a channel leaves it, guests and the last of a private one apart. Who is not in it has nothing to leave. */
export function leaveObstacle(actor: Person, channel: Channel): string | undefined {
  if (isDirect(channel)) return DIRECT;
  if (channel.is_archived) return 'is_archived';
  if (channel.is_general) return 'cant_leave_general';
  if (isGuest(actor)) return 'user_is_restricted';
  return channel.kind === 'group' && channel.members.length === 1 ? 'last_member' : undefined;
}

/** Admins and who made a public channel make it private, the general one and shared ones apart. */
export function convertObstacle(actor: Person, channel: Channel): string | undefined {
  if (channel.kind !== 'channel' || channel.is_general || channel.shared_with) return 'channel_type_not_supported';
  if (channel.is_archived) return 'is_archived';
  if (!isIn(actor, channel)) return 'not_in_channel';
  return isManager(actor, channel) ? undefined : 'restricted_action';
}

/** Members set topic and purpose, guests apart. */
export function describeObstacle(actor: Person, channel: Channel): string | undefined {
  if (isDirect(channel)) return DIRECT;
  if (!isIn(actor, channel)) return 'not_in_channel';
  if (channel.is_archived) return 'is_archived';
  return isGuest(actor) ? 'user_is_restricted' : undefined;
}

/** Whether somebody is a guest of the team or of one of its channels. */
export function isGuest({ is_restricted, is_ultra_restricted, is_stranger }: Person): boolean {
  return is_restricted || is_ultra_restricted || is_stranger;
}

function isManager(actor: Person, channel: Channel): boolean {
  return actor.is_admin || (channel.creator === actor.id && !isGuest(actor));
}

function isIn({ id }: Person, { members }: Channel): boolean {
  return members.includes(id);
}

function isDirect({ kind }: Channel): boolean {
  return kind === 'im' || kind === 'mpim';
}
