/** People as Slack knows them. */
import { ErrorCode, type WebClient } from '@slack/web-api';
import { localeOf } from '../locales/reader.ts';
import type { Profile } from '../office/office.ts';
import { legible } from './typed.ts';

/**
 * Asks `users.info`; null when Slack does not know or does not show the person. `ours` is our own team's id, once
 * known. Throws when Slack cannot be asked.
 */
export async function profileOf(client: WebClient, userId: string, ours: string | undefined): Promise<Profile | null> {
  try {
    const { user } = await client.users.info({ user: userId, include_locale: true });
    return !isText(user?.id) ? null : toProfile(user as SlackUser, ours);
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
  locale?: string | null;
  tz?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  team_id?: string;
  /** When Slack last changed anything of this, in seconds. */
  updated?: number;
  /** In an organization of several workspaces: all those the person is a member of. */
  enterprise_user?: { teams?: string[] };
  profile?: { real_name?: string; display_name?: string };
}

/** What is not of its kind counts as left out: it is Slack's answer, and no other field is worth less for it. */
export function toProfile(user: SlackUser, ours: string | undefined): Profile {
  const named = [user.profile?.display_name, user.real_name, user.profile?.real_name, user.name].find(isText);
  return {
    id: user.id,
    name: legible(named ?? user.id),
    handle: isText(user.name) ? user.name : user.id,
    locale: localeOf(user.locale),
    zone: isText(user.tz) ? user.tz : 'Asia/Shanghai',
    deactivated: user.deleted === true,
    guest: user.is_restricted === true || user.is_ultra_restricted === true,
    bot: user.is_bot === true,
    external: user.is_stranger === true || !isOfTeam(user, ours),
    ...(isSeconds(user.updated) ? { updated: user.updated } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isSeconds(updated: number | undefined): updated is number {
  return Number.isInteger(updated) && Number(updated) > 0 && Number(updated) < 2 ** 31;
}

/**
 * Whether somebody belongs to our team. Slack marks as a stranger only whom we share no channel with, so a partner met
 * in a shared channel is told by the team alone.
 */
function isOfTeam({ team_id, enterprise_user }: SlackUser, ours: string | undefined): boolean {
  if (ours === undefined || team_id === undefined) return true;
  const teams: unknown = enterprise_user?.teams;
  return team_id === ours || (Array.isArray(teams) && teams.includes(ours));
}
