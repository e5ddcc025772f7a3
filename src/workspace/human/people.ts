/** `/human/people`, `/human/channels`, `/human/join`, `/human/invite`, `/human/commands`: the team as a person sees it. */
import { z } from 'zod';
import type { Core } from '../core.ts';
import { BOT_USER_ID } from '../identity.ts';
import { join } from '../methods/membership.ts';
import type { Channel, Person } from '../records.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { channelName, channelOf, joinedChannelOf, named, otherIn, personOf } from './who.ts';

export const peopleCalls: HumanCall[] = [
  humanCall('GET', '/human/people', z.object({ all: z.string().optional() }), (core, { all }) => {
    const everyone = [...core.state.people.values()];
    const shown = all === '1' ? everyone : everyone.filter(isMember);
    return {
      people: shown.map(personFacts),
      team: core.state.team,
      bot: { id: BOT_USER_ID, name: core.profile.name },
      language: core.state.language ?? null,
    };
  }),
  humanCall('GET', '/human/channels', z.object({ user: named }), (core, { user }) => {
    const person = personOf(core, user);
    const mine = [...core.state.channels.values()].filter(channel => channel.members.includes(person.id));
    return { channels: mine.map(channel => channelSeen(core, person, channel)) };
  }),
  humanCall('GET', '/human/unread', z.object({}), core => ({ unread: unreadOfAll(core) })),
  humanCall('POST', '/human/join', z.object({ user: named, channel: named }), (core, { user, channel: wanted }) => {
    const person = personOf(core, user);
    const channel = channelOf(core, person, wanted);
    return { ok: true, channel: join(core, channel, [person.id], '').id };
  }),
  humanCall(
    'POST',
    '/human/invite',
    z.object({ user: named, channel: named, who: named }),
    (core, { user, channel: wanted, who }) => {
      const person = personOf(core, user);
      const channel = joinedChannelOf(core, person, wanted);
      if (channel.kind === 'im') throw new HumanError('not_a_channel', 'Nobody can be invited to a direct message.');
      return { ok: true, channel: join(core, channel, [personOf(core, who).id], person.id).id };
    },
  ),
  humanCall('GET', '/human/commands', z.object({ language: z.string().optional() }), (core, { language }) => {
    const { commands, shortcuts, description } = core.translated.get(language ?? '') ?? core.profile;
    const { name, homeTab: home_tab } = core.profile;
    return { commands: commands ?? [], shortcuts: shortcuts ?? [], app: { name, description, home_tab } };
  }),
];

function isMember(person: Person): boolean {
  return (
    !person.deleted && !person.is_bot && !person.is_restricted && !person.is_ultra_restricted && !person.is_stranger
  );
}

function personFacts(person: Person): object {
  const { email: _email, updated: _updated, ...facts } = person;
  return facts;
}

function channelSeen(core: Core, person: Person, channel: Channel): object {
  const { id, kind, is_archived, topic, purpose, members } = channel;
  return {
    id,
    name: channelName(core, person, channel),
    is_im: kind === 'im',
    is_private: kind !== 'channel',
    is_archived,
    ...(kind === 'im' && { user: otherIn(channel, person.id) }),
    topic,
    purpose,
    members,
    unread: unread(core, person, channel),
  };
}

/** How much every person of the team has not read: in direct messages, and in all conversations. */
function unreadOfAll(core: Core): Record<string, { direct: number; all: number }> {
  const counted: Record<string, { direct: number; all: number }> = {};
  for (const person of core.state.people.values()) if (isMember(person)) counted[person.id] = { direct: 0, all: 0 };
  for (const channel of core.state.channels.values()) {
    for (const id of channel.members) {
      const [person, count] = [core.state.people.get(id), counted[id]];
      if (!person || !count) continue;
      const waiting = unread(core, person, channel);
      count.all += waiting;
      if (channel.kind === 'im') count.direct += waiting;
    }
  }
  return counted;
}

/** Messages of others the person has not read; replies in threads and what only they see do not count. */
function unread(core: Core, person: Person, channel: Channel): number {
  const read = core.state.readUpTo(person.id, channel.id);
  return core.state
    .messagesAfter(channel.id, read)
    .filter(({ user, thread_ts, reply_broadcast }) => user !== person.id && (!thread_ts || reply_broadcast)).length;
}
