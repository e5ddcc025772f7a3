/** `/human/teams`, `/human/people`, `/human/deactivate`, `/human/channels`, `/human/join`, `/human/invite`, `/human/unread`, `/human/commands`, `/human/webhooks`: the team as a person sees it. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { hasWebhooks, webhookUrl } from '../core/door/webhook.ts';
import { join } from '../core/methods/membership.ts';
import { userFacts } from '../core/methods/users.ts';
import type { Channel, Person } from '../core/records.ts';
import { isFullMember } from '../core/state.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { channelName, channelOf, joinedChannelOf, named, otherIn, personOf, someoneOf, takesMessages } from './who.ts';

export const peopleCalls: HumanCall[] = [
  humanCall('GET', '/human/teams', z.object({}), core => ({
    teams: core.teams().map(({ state }) => {
      const people = [...state.people.values()].filter(canAct);
      return { ...state.team, people: people.map(({ id }) => id), names: people.map(({ name }) => name) };
    }),
  })),
  humanCall('GET', '/human/people', z.object({ all: z.string().optional() }), (core, { all }) => {
    const everyone = [...core.state.people.values()];
    const shown = all === '1' ? everyone : everyone.filter(person => !person.deleted && isFullMember(person));
    return {
      people: shown.map(personFacts),
      team: core.state.team,
      bot: { id: core.state.bot.user_id, name: core.profile.name },
      language: core.state.language ?? null,
      ...(core.state.groups.size > 0 && {
        groups: [...core.state.groups.values()].map(({ id, handle, name }) => ({ id, handle, name })),
      }),
    };
  }),
  humanCall(
    'POST',
    '/human/deactivate',
    z.object({ user: named, deactivated: z.boolean().default(true) }),
    async (core, { user, deactivated }) => {
      const person = someoneOf(core, user);
      if (person.is_bot) throw new HumanError('user_is_bot', `${person.id} is a bot and stays as long as its app.`);
      await changePerson(core, { ...person, deleted: deactivated });
      return { ok: true, deactivated };
    },
  ),
  humanCall('GET', '/human/channels', z.object({ user: named }), (core, { user }) => {
    const person = personOf(core, user);
    const mine = [...core.state.channels.values()].filter(channel => channel.members.includes(person.id));
    return { channels: mine.map(channel => channelSeen(core, person, channel)) };
  }),
  humanCall('GET', '/human/webhooks', z.object({ user: named }), (core, { user }) => {
    const person = personOf(core, user);
    const rooms = [...core.state.channels.values()].filter(({ kind }) => kind === 'channel' || kind === 'group');
    const mine = rooms.filter(channel => hasWebhooks(core) && channel.members.includes(person.id));
    return {
      webhooks: mine.map(channel => ({ channel: channel.id, name: channel.name, url: webhookUrl(core, channel) })),
    };
  }),
  humanCall('GET', '/human/unread', z.object({}), core => ({
    unread: Object.assign({}, ...core.teams().map(unreadOfAll)),
  })),
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
      if (channel.kind === 'im' || channel.kind === 'mpim')
        throw new HumanError('not_a_channel', 'Nobody can be invited to a direct message.');
      return { ok: true, channel: join(core, channel, [invitedTo(core, channel, who)], person.id).id };
    },
  ),
  humanCall('GET', '/human/commands', z.object({ language: z.string().optional() }), (core, { language }) => {
    const { commands, shortcuts, description } = core.translated.get(language ?? '') ?? core.profile;
    const { name, homeTab: home_tab, messagesTab: messages_tab } = core.profile;
    const app = { name, description, home_tab, messages_tab, takes_messages: takesMessages(core) };
    return { commands: commands ?? [], shortcuts: shortcuts ?? [], app };
  }),
];

/** Remembers a person as they now are, and tells pages and the app. */
export async function changePerson(core: Core, person: Person): Promise<void> {
  const updated = core.state.seconds();
  const changed = core.state.putPerson({ ...person, updated });
  core.hints.tell({ type: 'people', user: person.id });
  const facts = userFacts(core, changed, { locale: true, email: false });
  const event_ts = core.state.stamps.next();
  await core.deliverer.event({ type: 'user_change', user: facts, cache_ts: updated, event_ts });
}

/** Throws a sentence when somebody cannot be brought into the channel. */
function invitedTo(core: Core, channel: Channel, who: string): string {
  const person = someoneOf(core, who);
  const isElsewhere = person.is_stranger && !channel.shared_with?.includes(person.team_id);
  if (person.deleted || isElsewhere || person.is_ultra_restricted)
    throw new HumanError('cant_invite', `${person.id} cannot be invited to #${channel.name}.`);
  return person.id;
}

/** Whether somebody can be chosen to act as. */
function canAct(person: Person): boolean {
  return !person.deleted && !person.is_bot;
}

function personFacts(person: Person): object {
  const { email: _email, updated: _updated, ...facts } = person;
  return facts;
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

/** How much every person of the team has not read: in direct messages, and in all conversations. */
function unreadOfAll(core: Core): Record<string, { direct: number; all: number }> {
  const counted: Record<string, { direct: number; all: number }> = {};
  for (const person of core.state.people.values()) if (canAct(person)) counted[person.id] = { direct: 0, all: 0 };
  for (const channel of core.state.channels.values()) {
    for (const id of channel.members) {
      const [person, count] = [core.state.people.get(id), counted[id]];
      if (!person || !count) continue;
      const waiting = unread(core, person, channel);
      count.all += waiting;
      if (channel.kind === 'im' || channel.kind === 'mpim') count.direct += waiting;
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
