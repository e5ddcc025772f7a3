/**
 * The leaders' channel, looked at before anything is posted there: what they read is about people, so it goes to no
 * channel that is public by now, and to none that only took over the name. One that is archived takes nothing at all.
 */
import { ErrorCode, type WebClient } from '@slack/web-api';

/** Why nothing may be posted there, in Slack's own word or in the form of one. */
export type UnfitLeaders = 'is_archived' | 'leaders_channel_public' | 'leaders_channel_other';

/** How long a channel that was private is believed to be so. */
const BELIEVED_MS = 60_000;

export interface LeadersOptions {
  /** It is set by its name, which another channel may bear one day; an id is the channel. */
  byName: boolean;
  /** The channel in which they were last written to, as far as that is known. */
  before(): Promise<string | null>;
  elapsedMs?(): number;
}

export interface LeadersChannel {
  /** Why nothing may be posted to that channel, null when it may. `known`: something of ours stands there already. */
  unfit(id: string, known?: boolean): Promise<UnfitLeaders | null>;
}

/** Throws what the WebClient does when Slack cannot be asked. */
export function leadersChannel(
  client: WebClient,
  { byName, before, elapsedMs = () => performance.now() }: LeadersOptions,
): LeadersChannel {
  const seen = new Map<string, number>();
  let last: string | null = null;

  async function amiss(id: string): Promise<UnfitLeaders | null> {
    const at = seen.get(id);
    if (at !== undefined && elapsedMs() - at < BELIEVED_MS) return null;
    seen.delete(id);
    const { channel } = await client.conversations.info({ channel: id });
    if (channel?.is_archived === true) return 'is_archived';
    if (channel?.is_private !== true) return 'leaders_channel_public';
    seen.set(id, elapsedMs());
    return null;
  }

  return {
    async unfit(id, known = false) {
      const why = await amiss(id);
      if (why !== null || known) return why;
      const previous = last ?? (await before());
      // Of one that is gone, or that we cannot see any more, this may well be the successor.
      if (byName && previous !== null && previous !== id && (await isChannelThere(client, previous)))
        return 'leaders_channel_other';
      last = id;
      return null;
    },
  };
}

/** Whether Slack shows that channel, archived or not. Throws when Slack cannot be asked. */
export async function isChannelThere(client: WebClient, channel: string): Promise<boolean> {
  try {
    await client.conversations.info({ channel });
    return true;
  } catch (fault) {
    const { code, data } = fault as { code?: unknown; data?: { error?: unknown } };
    if (code === ErrorCode.PlatformError && data?.error === 'channel_not_found') return false;
    throw fault;
  }
}
