/** What the doctor finds about the way to Slack: tokens, scopes, clock, channels, and with `live` a message. */
import type { WebClient } from '@slack/web-api';
import type { Config } from '../config.ts';
import type { ChannelRole } from '../office/office.ts';
import { askingClient } from '../slack/asking.ts';
import { section } from '../slack/button.ts';
import { type SlackUser, toProfile } from '../slack/directory.ts';
import { askingFailureOf } from '../slack/failure.ts';
import { SCOPES } from '../slack/manifest.ts';
import type { Finding, Topic } from './finding.ts';
import type { Listener } from './words.ts';

const TIMEOUT_MS = 8_000;
/** Clocks further apart judge sign-ins wrong; much further, and Slack's signatures are refused. */
const CLOCK_SECONDS = 30;
const STALE_SECONDS = 300;

const ROLES: readonly ChannelRole[] = ['department', 'service', 'notices', 'leaders'];
const variableOf = (role: ChannelRole) => `CHANNEL_${role.toUpperCase()}`;

export async function slackFindings(
  { slack, slackApiUrl, channels, firstLeaders }: Config,
  reader: Listener,
  wallClock: { now(): Date },
  live: boolean,
): Promise<Finding[]> {
  const { words } = reader;
  if (slack.mode === 'local') return [{ topic: 'token', level: 'ok', ...words.noSlack() }];
  const url = slackApiUrl ?? 'https://slack.com/api/';
  const leftOut: readonly Topic[] = ['scopes', 'channels'];
  const asked = await askWhoWeAre(url, slack.botToken, wallClock);
  if ('error' in asked)
    return [{ topic: 'token', level: 'fault', ...words.slackUnreachable(url, asked.error), leftOut }];
  const clock = clockFinding(asked.secondsOff, reader);
  if (asked.refused !== null)
    return [{ topic: 'token', level: 'fault', ...words.tokenRefused(asked.refused), leftOut }, clock];
  const client = askingClient(slack.botToken, url, () => wallClock.now());
  const appToken =
    slack.mode === 'socket'
      ? [
          await appTokenFinding(
            askingClient(slack.appToken, url, () => wallClock.now()),
            reader,
          ),
        ]
      : [];
  const seen = await seenChannels(client);
  const rooms = 'error' in seen ? seen : new Map(ROLES.map(role => [role, roomOf(channels[role], seen.rooms)]));
  return [
    { topic: 'token', level: 'ok', ...words.tokenGood(asked.team, asked.user) },
    ...appToken,
    ...scopeFindings(asked.scopes, reader),
    clock,
    ...('error' in rooms
      ? [{ topic: 'channels', level: 'fault', ...words.channelsUnseen(rooms.error) } as const]
      : ROLES.map(role => channelFinding(role, channels[role], rooms.get(role), reader))),
    ...(await leaderFindings(client, firstLeaders, asked.teamId, reader)),
    ...(live && !('error' in rooms) ? await liveFindings(client, rooms.get('leaders'), channels.leaders, reader) : []),
  ];
}

interface Answer {
  refused: string | null;
  team: string;
  teamId: string | undefined;
  user: string;
  /** Null when Slack does not tell. */
  scopes: string[] | null;
  secondsOff: number | null;
}

/** By hand, because the library keeps the headers to itself: scopes and Slack's own time stand there. */
async function askWhoWeAre(
  url: string,
  token: string,
  wallClock: { now(): Date },
): Promise<Answer | { error: string }> {
  try {
    const before = wallClock.now().getTime();
    const response = await fetch(new URL('auth.test', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const middle = (before + wallClock.now().getTime()) / 2;
    const date = Date.parse(response.headers.get('date') ?? '');
    // The header has no fractions of a second.
    const secondsOff = Number.isNaN(date) ? null : Math.round((middle - date - 500) / 1000);
    if (!response.ok) return { error: `HTTP ${response.status}` };
    const { ok, error, team, team_id: teamId, user } = (await response.json()) as Record<string, unknown>;
    const scopes = response.headers.get('x-oauth-scopes');
    return {
      refused: ok === true ? null : String(error),
      team: String(team),
      teamId: typeof teamId === 'string' ? teamId : undefined,
      user: String(user),
      scopes: scopes === null ? null : scopes.split(',').map(scope => scope.trim()),
      secondsOff,
    };
  } catch (fault) {
    const { cause, message } = fault as { cause?: { code?: unknown; message?: unknown }; message?: unknown };
    return { error: String(cause?.code ?? cause?.message ?? message ?? fault) };
  }
}

function clockFinding(secondsOff: number | null, { words }: Listener): Finding {
  const off = Math.abs(secondsOff ?? 0);
  if (off <= CLOCK_SECONDS) return { topic: 'clock', level: 'ok', ...words.clockGood(off) };
  return { topic: 'clock', level: off < STALE_SECONDS ? 'warning' : 'fault', ...words.clockOff(off) };
}

function scopeFindings(held: string[] | null, { words }: Listener): Finding[] {
  if (held === null) return [];
  const wanted = Object.keys(SCOPES);
  const missing = wanted.filter(scope => !held.includes(scope));
  const surplus = held.filter(scope => scope !== '' && !wanted.includes(scope));
  const findings: Finding[] = [];
  if (missing.length > 0) findings.push({ topic: 'scopes', level: 'fault', ...words.scopesMissing(missing) });
  if (surplus.length > 0) findings.push({ topic: 'scopes', level: 'warning', ...words.scopesTooMany(surplus) });
  return findings.length > 0 ? findings : [{ topic: 'scopes', level: 'ok', ...words.scopesGood(wanted.length) }];
}

/** Asks for an address to connect to and does not connect. */
async function appTokenFinding(client: WebClient, { words }: Listener): Promise<Finding> {
  try {
    await client.apps.connections.open({});
    return { topic: 'appToken', level: 'ok', ...words.appTokenGood() };
  } catch (fault) {
    return { topic: 'appToken', level: 'fault', ...words.appTokenRefused(askingFailureOf(fault).error) };
  }
}

interface Room {
  id: string;
  name: string;
  joined: boolean;
  archived: boolean;
  secret: boolean;
}

async function seenChannels(client: WebClient): Promise<{ rooms: Room[] } | { error: string }> {
  const rooms: Room[] = [];
  try {
    let cursor: string | undefined;
    do {
      const types = 'public_channel,private_channel';
      const page = await client.conversations.list({ types, limit: 999, ...(cursor ? { cursor } : {}) });
      for (const { id = '', name = '', is_member, is_archived, is_private } of page.channels ?? [])
        rooms.push({
          id,
          name,
          joined: is_member === true,
          archived: is_archived === true,
          secret: is_private === true,
        });
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor !== undefined);
    return { rooms };
  } catch (fault) {
    return { error: askingFailureOf(fault).error };
  }
}

/** By id or name, one that lives before one that is archived. */
function roomOf(configured: string, rooms: Room[]): Room | undefined {
  const wanted = configured.replace(/^#/, '');
  const found = rooms.filter(({ id, name }) => id === wanted || name === wanted);
  return found.find(({ archived }) => !archived) ?? found[0];
}

function channelFinding(role: ChannelRole, configured: string, room: Room | undefined, { words }: Listener): Finding {
  const topic = 'channels';
  const [name, variable] = [`#${configured.replace(/^#/, '')}`, variableOf(role)];
  if (room === undefined) return { topic, level: 'fault', ...words.channelMissing(name, variable) };
  if (room.archived) return { topic, level: 'fault', ...words.channelArchived(name, variable) };
  if (!room.joined) return { topic, level: 'fault', ...words.channelNotJoined(name) };
  if (role === 'leaders' && !room.secret) return { topic, level: 'fault', ...words.channelPublic(name, variable) };
  return { topic, level: 'ok', ...words.channelGood(name) };
}

/** Whether Slack knows those who are to be appointed. */
async function leaderFindings(
  client: WebClient,
  firstLeaders: Config['firstLeaders'],
  team: string | undefined,
  { words }: Listener,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { memberId } of firstLeaders) {
    try {
      const { user } = await client.users.info({ user: memberId });
      const profile = user === undefined ? null : toProfile({ ...user, id: memberId } as SlackUser, team);
      if (user?.deleted === true)
        findings.push({ topic: 'leaders', level: 'fault', ...words.leaderUnknown(memberId, 'user_disabled') });
      else if (profile !== null && (profile.bot || profile.guest || profile.external))
        findings.push({ topic: 'leaders', level: 'fault', ...words.leaderUnfit(memberId) });
    } catch (fault) {
      const { error } = askingFailureOf(fault);
      findings.push({ topic: 'leaders', level: 'fault', ...words.leaderUnknown(memberId, error) });
    }
  }
  return findings;
}

/** None where nothing may be posted: the channel has its own finding. */
async function liveFindings(
  client: WebClient,
  room: Room | undefined,
  configured: string,
  { words }: Listener,
): Promise<Finding[]> {
  if (room?.joined === true && !room.secret) return [];
  const blocks = [section(words.testMessage)];
  let step = 'blocks.validate';
  try {
    await client.blocks.validate({ blocks });
    step = 'chat.postMessage';
    await client.chat.postMessage({ channel: room?.id ?? configured, text: words.testMessage, blocks });
    return [{ topic: 'live', level: 'ok', ...words.liveGood(`#${configured.replace(/^#/, '')}`) }];
  } catch (fault) {
    return [{ topic: 'live', level: 'fault', ...words.liveRefused(step, askingFailureOf(fault).error) }];
  }
}
