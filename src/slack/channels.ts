/** The department's channels: which Slack channel plays which role. */
import type { WebClient } from '@slack/web-api';
import type { ChannelRole, Recipient } from '../office/office.ts';

/** A channel's id or name per role, from configuration. */
export type ChannelNames = Record<ChannelRole, string>;

export interface Channels {
  /** The id to post to: a member's own id, or the channel of the role; null when there is no such channel to be seen. */
  resolve(recipient: Recipient): Promise<string | null>;
  /** Looks the channel up anew next time: the one remembered may be gone and another may bear its name. */
  forget(recipient: Recipient): void;
}

/** Looks names up once and remembers what it found; a channel made or joined later is found at the next try. */
export function slackChannels(client: WebClient, names: ChannelNames): Channels {
  const known = new Map<string, string>();
  const nameOf = (recipient: Recipient) => names[recipient.slice(1) as ChannelRole].replace(/^#/, '');
  return {
    forget(recipient) {
      if (recipient.startsWith('#')) known.delete(nameOf(recipient));
    },
    async resolve(recipient) {
      if (!recipient.startsWith('#')) return recipient;
      const name = nameOf(recipient);
      const id = known.get(name);
      if (id !== undefined) return id;
      for (const channel of await listed(client)) {
        known.set(channel.id, channel.id);
        known.set(channel.name, channel.id);
      }
      return known.get(name) ?? null;
    },
  };
}

async function listed(client: WebClient): Promise<{ id: string; name: string }[]> {
  const found: { id: string; name: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    });
    for (const { id, name } of page.channels ?? []) if (id && name) found.push({ id, name });
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return found;
}
