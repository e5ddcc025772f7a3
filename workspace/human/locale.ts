/** `/human/locale`: the language of one person, or of everybody for whom none was chosen, as a Slack client would set it. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import type { Person } from '../core/records.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { changePerson } from './profile.ts';
import { named, personOf } from './who.ts';

const locale = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a locale is written like zh-CN');

export const localeCalls: HumanCall[] = [
  humanCall(
    'POST',
    '/human/locale',
    z.object({ user: named.optional(), locale: locale.nullable() }),
    async (core, { user, locale: wanted }) => {
      if (user !== undefined) return forOne(core, personOf(core, user), wanted);
      if (wanted === null) throw new HumanError('invalid_arguments', 'Say which language everybody is to read.');
      return forEverybody(core, wanted);
    },
  ),
];

/** The person's own choice; null gives it up, so that they follow the page again. */
async function forOne(core: Core, person: Person, wanted: string | null): Promise<object> {
  const next = wanted ?? core.state.language ?? person.locale;
  await changePerson(core, { ...person, locale: next, own_locale: wanted !== null });
  return { ok: true, locale: next };
}

/** Those who chose for themselves keep their choice; the page is one for all teams. */
async function forEverybody(core: Core, wanted: string): Promise<object> {
  const followers = core.teams().flatMap(team => {
    if (team.state.language !== wanted) team.state.putLanguage(wanted);
    const people = [...team.state.people.values()];
    return people
      .filter(person => !person.own_locale && !person.is_bot && person.locale !== wanted)
      .map(person => ({ team, person }));
  });
  await Promise.all(followers.map(({ team, person }) => changePerson(team, { ...person, locale: wanted })));
  return { ok: true, locale: wanted, changed: followers.map(({ person }) => person.id) };
}
