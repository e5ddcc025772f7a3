/** `/human/rename-person`, `/human/deactivate`: what changes of a person, and how the app hears of it. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { groupOf } from '../core/message/groups.ts';
import { userFacts } from '../core/methods/users.ts';
import type { Person } from '../core/records.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { refuse } from './refusal.ts';
import { named, personOf, someoneOf } from './who.ts';

const MOST_NAME = 80;
/** A handle as Slack has them since they are no names of people any more. */
const HANDLE = /^[a-z0-9._-]{1,21}$/;
/** Handles that mean something else in a message. */
const RESERVED = ['channel', 'everyone', 'group', 'here', 'me', 'slackbot'];

export const profileCalls: HumanCall[] = [
  humanCall(
    'POST',
    '/human/rename-person',
    z.object({
      user: named,
      who: named.optional(),
      real_name: z.string().trim().optional(),
      display_name: z.string().trim().optional(),
      name: z.string().trim().optional(),
    }),
    async (core, { user, who, real_name, display_name, name: given }) => {
      const actor = personOf(core, user);
      const person = someoneOf(core, who ?? user);
      const name = given?.replace(/^@/, '');
      if (real_name === undefined && display_name === undefined && name === undefined)
        throw new HumanError('invalid_arguments', 'Give a real_name, a display_name or a name (the handle).');
      refuse(renamingObstacle(core, actor, person));
      if (real_name?.length === 0 || [real_name, display_name].some(text => (text?.length ?? 0) > MOST_NAME))
        refuse('invalid_profile');
      if (name !== undefined) refuse(handleObstacle(core, person, name));
      const changed = {
        ...person,
        ...(real_name !== undefined && { real_name }),
        ...(display_name !== undefined && { display_name }),
        ...(name !== undefined && { name }),
      };
      await changePerson(core, changed, true);
      return { ok: true, user: person.id };
    },
  ),
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
];

/** Remembers a person as they now are, and tells pages and the app; `profile`: what changed is how they are called. */
export async function changePerson(core: Core, person: Person, profile = false): Promise<void> {
  const updated = core.state.seconds();
  const changed = core.state.putPerson({ ...person, updated });
  core.hints.tell({ type: 'people', user: person.id });
  const user = userFacts(core, changed, { locale: true, email: false });
  const types = ['user_change', ...(profile ? (['user_profile_changed'] as const) : [])] as const;
  const told = types.map(type => ({ type, user, cache_ts: updated, event_ts: core.state.stamps.next() }));
  await Promise.all(told.map(event => core.deliverer.event(event)));
}

/** Slack's word against changing how this person is called; undefined when the actor may. */
function renamingObstacle(core: Core, actor: Person, person: Person): string | undefined {
  if (person.is_bot)
    throw new HumanError('user_is_bot', `${person.id} is a bot, which is called as its app's manifest says.`);
  if (person.team_id !== core.state.team.id) return 'user_not_in_team';
  return actor.id === person.id || actor.is_admin ? undefined : 'not_admin';
}

/** Slack's word against a handle for this person; undefined when it is free. */
function handleObstacle(core: Core, person: Person, name: string): string | undefined {
  if (!HANDLE.test(name)) return 'invalid_username';
  if (RESERVED.includes(name)) return 'reserved_name';
  const others = [...core.state.people.values()].filter(({ id }) => id !== person.id);
  return others.some(held => held.name === name) || groupOf(core, name) ? 'username_taken' : undefined;
}
