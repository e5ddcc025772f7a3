/** People as Slack knows them. */
import { ErrorCode, type WebClient } from '@slack/web-api';
import { localeOf } from '../locales/reader.ts';
import type { Profile } from '../workflows/ports.ts';
import { legible } from './typed.ts';

/** Asks `users.info`; null when Slack does not know or does not show the person. Throws when Slack cannot be asked. */
export async function profileOf(client: WebClient, userId: string): Promise<Profile | null> {
  try {
    const { user } = await client.users.info({ user: userId, include_locale: true });
    return user?.id === undefined ? null : toProfile(user as SlackUser);
  } catch (fault) {
    const facts = fault as { code?: unknown; data?: { error?: unknown } };
    const unknown = ['user_not_found', 'user_not_visible', 'users_not_found'];
    if (facts.code === ErrorCode.PlatformError && unknown.includes(String(facts.data?.error))) return null;
    throw fault;
  }
}

/** What of a Slack user object matters to us; shared by `users.info` and the event `user_change`. */
export interface SlackUser {
  id: string;
  name?: string;
  real_name?: string;
  locale?: string;
  tz?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  profile?: { real_name?: string; display_name?: string };
}

export function toProfile(user: SlackUser): Profile {
  return {
    id: user.id,
    name: legible(user.profile?.display_name || user.real_name || user.profile?.real_name || user.name || user.id),
    handle: user.name ?? user.id,
    locale: localeOf(user.locale),
    zone: user.tz ?? 'Asia/Shanghai',
    deactivated: user.deleted === true,
    guest: user.is_restricted === true || user.is_ultra_restricted === true,
    bot: user.is_bot === true,
    external: user.is_stranger === true,
  };
}
