/** `/human/channels`, `/human/channel`, and what people do with channels: join, invite, leave, remove, rename, archive, make private. */
import { z } from 'zod';
import { archive, makePrivate, rename, takeIn, takeOut, unarchive } from '../core/channel/changes.ts';
import { nameObstacle } from '../core/channel/name.ts';
import {
  archiveObstacle,
  convertObstacle,
  isGuest,
  leaveObstacle,
  removeObstacle,
  removingObstacle,
  renameObstacle,
  unarchiveObstacle,
} from '../core/channel/rights.ts';
import type { Core } from '../core/core.ts';
import { type Channel, isFullMember, type Person } from '../core/records.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { refuse } from './refusal.ts';
import { unread } from './unread.ts';
import { channelName, channelOf, joinedChannelOf, named, otherIn, personOf, someoneOf } from './who.ts';

const place = { user: named, channel: named };

export const roomCalls: HumanCall[] = [
  humanCall('GET', '/human/channels', z.object({ user: named, all: z.string().optional() }), (core, { user, all }) => {
    const person = personOf(core, user);
    const isShown = ({ kind, members }: Channel) =>
      members.includes(person.id) || (all === '1' && kind === 'channel' && isFullMember(person));
    const shown = [...core.state.channels.values()].filter(isShown);
    return {
      channels: shown.map(channel => ({
        ...channelSeen(core, person, channel),
        ...(all === '1' && { is_member: channel.members.includes(person.id) }),
      })),
    };
  }),
  humanCall('GET', '/human/channel', z.object(place), (core, { user, channel: wanted }) => {
    const person = personOf(core, user);
    const channel = channelOf(core, person, wanted);
    return { channel: channelSeen(core, person, channel), obstacles: obstacles(person, channel) };
  }),
  humanCall('POST', '/human/join', z.object(place), (core, { user, channel: wanted }) => {
    const person = personOf(core, user);
    const channel = channelOf(core, person, wanted);
    if (channel.is_archived) refuse('is_archived');
    return { ok: true, channel: takeIn(core, channel, [person.id], '').id };
  }),
  humanCall('POST', '/human/invite', z.object({ ...place, who: named }), (core, { user, channel: wanted, who }) => {
    const person = personOf(core, user);
    const channel = joinedChannelOf(core, person, wanted);
    if (channel.kind === 'im' || channel.kind === 'mpim')
      throw new HumanError('not_a_channel', 'Nobody can be invited to a direct message.');
    refuse(invitingObstacle(person, channel));
    return { ok: true, channel: takeIn(core, channel, [invitedTo(core, channel, who)], person.id).id };
  }),
  humanCall('POST', '/human/leave', z.object(place), (core, { user, channel: wanted }) => {
    const person = personOf(core, user);
    const channel = joinedChannelOf(core, person, wanted);
    refuse(leaveObstacle(person, channel));
    return { ok: true, channel: takeOut(core, channel, person.id, person.id).id };
  }),
  humanCall('POST', '/human/remove', z.object({ ...place, who: named }), (core, { user, channel: wanted, who }) => {
    const person = personOf(core, user);
    const channel = channelOf(core, person, wanted);
    const { id } = someoneOf(core, who);
    refuse(removeObstacle(person, channel, id));
    return { ok: true, channel: takeOut(core, channel, person.id, id).id };
  }),
  humanCall(
    'POST',
    '/human/rename-channel',
    z.object({ ...place, name: z.string() }),
    (core, { user, channel: wanted, name: given }) => {
      const person = personOf(core, user);
      const channel = channelOf(core, person, wanted);
      refuse(renameObstacle(person, channel));
      const name = given.replace(/^#/, '');
      refuse(nameObstacle(name));
      if (!rename(core, channel, person.id, name)) refuse('name_taken');
      return { ok: true, channel: channel.id, name };
    },
  ),
  humanCall(
    'POST',
    '/human/archive',
    z.object({ ...place, archived: z.boolean().default(true) }),
    (core, { user, channel: wanted, archived }) => {
      const person = personOf(core, user);
      const channel = channelOf(core, person, wanted);
      refuse(archived ? archiveObstacle(person, channel) : unarchiveObstacle(person, channel));
      (archived ? archive : unarchive)(core, channel, person.id);
      return { ok: true, channel: channel.id, archived };
    },
  ),
  humanCall('POST', '/human/make-private', z.object(place), (core, { user, channel: wanted }) => {
    const person = personOf(core, user);
    const channel = channelOf(core, person, wanted);
    refuse(convertObstacle(person, channel));
    return { ok: true, channel: makePrivate(core, channel, person.id).id };
  }),
];

/** Slack's word against bringing anybody in; undefined when this person may. */
function invitingObstacle(person: Person, channel: Channel): string | undefined {
  if (channel.is_archived) return 'is_archived';
  return isGuest(person) ? 'restricted_action' : undefined;
}

/** Throws a sentence when somebody cannot be brought into the channel. */
function invitedTo(core: Core, channel: Channel, who: string): string {
  const person = someoneOf(core, who);
  const isElsewhere = person.is_stranger && !channel.shared_with?.includes(person.team_id);
  if (person.deleted || isElsewhere || person.is_ultra_restricted) refuse('cant_invite');
  return person.id;
}

/** What this person may not do with the channel, and Slack's word for why. */
function obstacles(person: Person, channel: Channel): Record<string, string> {
  const isIn = channel.members.includes(person.id);
  const all: Record<string, string | undefined> = {
    rename: renameObstacle(person, channel),
    archive: archiveObstacle(person, channel),
    unarchive: unarchiveObstacle(person, channel),
    invite: isIn ? invitingObstacle(person, channel) : 'not_in_channel',
    remove: removingObstacle(person, channel),
    leave: isIn ? leaveObstacle(person, channel) : 'not_in_channel',
    make_private: convertObstacle(person, channel),
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function channelSeen(core: Core, person: Person, channel: Channel): object {
  const { id, kind, is_archived, topic, purpose, members, shared_with } = channel;
  return {
    id,
    name: channelName(core, person, channel),
    is_im: kind === 'im',
    ...(kind === 'mpim' && { is_mpim: true, others: members.filter(member => member !== person.id) }),
    ...(shared_with && { shared_with }),
    is_private: kind !== 'channel',
    is_archived,
    ...(kind === 'im' && { user: otherIn(channel, person.id) }),
    topic,
    purpose,
    members,
    unread: unread(core, person, channel),
  };
}
