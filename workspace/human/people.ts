/** `/human/teams`, `/human/people`, `/human/unread`, `/human/commands`, `/human/webhooks`: the team as a person sees it. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { hasWebhooks, webhookUrl } from '../core/door/webhook.ts';
import { isFullMember, type Person } from '../core/records.ts';
import { type HumanCall, humanCall } from './human.ts';
import { unread } from './unread.ts';
import { named, personOf, takesMessages } from './who.ts';

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
  humanCall('GET', '/human/commands', z.object({ language: z.string().optional() }), (core, { language }) => {
    const { commands, shortcuts, description } = core.translated.get(language ?? '') ?? core.profile;
    const { name, homeTab: home_tab, messagesTab: messages_tab } = core.profile;
    const app = { name, description, home_tab, messages_tab, takes_messages: takesMessages(core) };
    return { commands: commands ?? [], shortcuts: shortcuts ?? [], app };
  }),
];

/** Whether somebody can be chosen to act as. */
function canAct(person: Person): boolean {
  return !person.deleted && !person.is_bot;
}

function personFacts(person: Person): object {
  const { email: _email, updated: _updated, ...facts } = person;
  return facts;
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
