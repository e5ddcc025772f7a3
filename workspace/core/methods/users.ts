/** `users.*`: who is in the team. */

import { avatarHash, avatarUrls } from '../avatar/avatar.ts';
import type { Core } from '../core.ts';
import { APP_ID, foreignBot } from '../identity.ts';
import { isYes, type JsonObject } from '../json.ts';
import type { Person } from '../records.ts';
import { pageOf, personArgument, textArgument } from './arguments.ts';
import { type Call, type Method, MethodError } from './method.ts';
import { isOutOfSight } from './sight.ts';

export const userMethods: Method[] = [
  {
    name: 'users.info',
    token: 'bot',
    scopes: ['users:read'],
    run: call => ({ user: userFacts(call.core, personArgument(call), asked(call)) }),
  },
  {
    name: 'users.list',
    token: 'bot',
    scopes: ['users:read'],
    run(call) {
      const { page, next } = pageOf(call, [...call.core.state.people.values()], 1000);
      const members = page.map(person => userFacts(call.core, person, asked(call)));
      return { members, cache_ts: call.core.state.seconds(), response_metadata: { next_cursor: next } };
    },
  },
  {
    name: 'users.lookupByEmail',
    token: 'bot',
    scopes: ['users:read.email'],
    run(call) {
      const email = textArgument(call, 'email').toLowerCase();
      const person = [...call.core.state.people.values()].find(
        held => !held.deleted && !held.is_bot && held.email === email,
      );
      if (!person) throw new MethodError('users_not_found');
      return { user: userFacts(call.core, person, asked(call)) };
    },
  },
];

interface Asked {
  locale: boolean;
  email: boolean;
}

function asked({ args, scopes }: Call): Asked {
  return { locale: isYes(args.include_locale), email: scopes === undefined || scopes.includes('users:read.email') };
}

/** A person as `users.info` and the `user_change` event show them. */
export function userFacts(core: Core, person: Person, { locale, email }: Asked): JsonObject {
  const { id, team_id, name, real_name, display_name = '', deleted, tz, updated } = person;
  const [first_name = real_name, ...rest] = real_name.split(' ');
  const active = {
    color: '9f69e7',
    real_name,
    tz,
    tz_label: tz === 'Asia/Shanghai' ? 'China Standard Time' : tz,
    tz_offset: offsetSeconds(tz, core.clock.now()),
    is_admin: person.is_admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.is_restricted,
    is_ultra_restricted: person.is_ultra_restricted,
    is_email_confirmed: !person.is_bot,
    who_can_share_contact_card: 'EVERYONE',
    ...(locale && { locale: person.locale }),
  };
  return {
    id,
    team_id,
    name,
    deleted,
    // Of who was deactivated Slack tells hardly more than the profile.
    ...(!deleted && active),
    profile: {
      title: person.title,
      phone: '',
      skype: '',
      real_name,
      real_name_normalized: real_name,
      // Empty as for everybody on Slack who never chose one: clients then show the real name.
      display_name,
      display_name_normalized: display_name,
      first_name,
      last_name: rest.join(' '),
      status_text: '',
      status_text_canonical: '',
      status_emoji: '',
      status_emoji_display_info: [],
      status_expiration: 0,
      avatar_hash: avatarHash(id),
      // Nobody uploaded a picture: there is no original of one.
      ...avatarUrls(core.url(), id, 'user'),
      team: team_id,
      ...(email && !person.is_bot && { email: person.email }),
      ...(person.is_bot && id !== core.state.bot.user_id && foreignIds(id)),
      ...(id === core.state.bot.user_id && { api_app_id: APP_ID, bot_id: core.state.bot.id, always_active: true }),
    },
    is_bot: person.is_bot,
    is_app_user: false,
    ...(person.is_stranger && { is_stranger: isOutOfSight(core, person) }),
    updated,
  };
}

function foreignIds(user_id: string): JsonObject {
  const { id, app_id } = foreignBot(user_id);
  return { api_app_id: app_id, bot_id: id, always_active: false };
}

/** How far the zone is ahead of UTC at that instant, in seconds. */
function offsetSeconds(tz: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
