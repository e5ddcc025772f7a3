/** `/human/locale`: the language of one person, or of everybody for whom none was chosen, as a Slack client would set it. */
import { z } from 'zod';
import type { Core } from '../core.ts';
import { userFacts } from '../methods/users.ts';
import type { Person } from '../records.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
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
  await change(core, person, next, wanted !== null);
  return { ok: true, locale: next };
}

/** Those who chose for themselves keep their choice. */
async function forEverybody(core: Core, wanted: string): Promise<object> {
  if (core.state.language !== wanted) core.state.putLanguage(wanted);
  const followers = [...core.state.people.values()].filter(
    person => !person.own_locale && !person.is_bot && person.locale !== wanted,
  );
  await Promise.all(followers.map(person => change(core, person, wanted, false)));
  return { ok: true, locale: wanted, changed: followers.map(({ id }) => id) };
}

/** The app learns of it as on Slack, by `user_change`. */
async function change(core: Core, person: Person, next: string, own_locale: boolean): Promise<void> {
  const updated = core.state.seconds();
  const changed = core.state.putPerson({ ...person, locale: next, own_locale, updated });
  core.hints.tell({ type: 'people', user: person.id });
  const facts = userFacts(core, changed, { locale: true, email: false });
  const event_ts = core.state.stamps.next();
  await core.deliverer.event({ type: 'user_change', user: facts, cache_ts: updated, event_ts });
}
