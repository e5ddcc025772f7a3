/** The department's channels: which Slack channel plays which role. */
import type { WebClient } from '@slack/web-api';
import type { ChannelRole, Recipient } from '../office/office.ts';
import { isChannelThere, leadersChannel, type UnfitLeaders } from './leaders.ts';

/** A channel's id or name per role, from configuration. */
export type ChannelNames = Record<ChannelRole, string>;

export interface Channels {
  /** The id to post to: a member's own id, or the channel of the role; null when there is no such channel to be seen. */
  resolve(recipient: Recipient): Promise<string | null>;
  /** Looks the channel up anew next time: the one remembered may be gone and another may bear its name. */
  forget(recipient: Recipient): void;
  /** Why nothing may be posted there; null when it may. `known`: something of ours stands there already. */
  unfit(recipient: Recipient, id: string, known?: boolean): Promise<UnfitLeaders | null>;
}

/** Slack's own ids are in capitals, its names never. */
const ID = /^[CGD][A-Z0-9]{6,}$/;
/** As many as Slack gives at once: it lets the list be asked for some twenty times a minute. */
const PAGE = 999;

/**
 * Looks names up once and remembers what it found; a channel made or joined later is found at the next try. A channel
 * given by its id is asked for by that, however many there are. `before` tells where the recipient was last written to:
 * a channel that was renamed since is that one, as long as no other bears the name.
 */
export function slackChannels(
  client: WebClient,
  names: ChannelNames,
  before: (recipient: Recipient) => Promise<string | null> = async () => null,
): Channels {
  const known = new Map<string, string>();
  const byName = !ID.test(names.leaders.replace(/^#/, ''));
  const leaders = leadersChannel(client, { byName, before: () => before('#leaders') });
  const nameOf = (recipient: Recipient) => names[recipient.slice(1) as ChannelRole].replace(/^#/, '');

  /** One that lives and bears the name, else the one written to before, else one that is archived under that name. */
  async function found(recipient: Recipient, name: string): Promise<string | null> {
    for await (const channel of listed(client, 'living')) known.set(channel.name, channel.id);
    const living = known.get(name);
    if (living !== undefined) return living;
    const previous = await before(recipient);
    if (previous !== null && (await isChannelThere(client, previous))) return previous;
    // So that it is said to be archived, and not to be gone.
    for await (const channel of listed(client, 'all')) if (channel.name === name) return channel.id;
    return null;
  }

  return {
    forget(recipient) {
      if (recipient.startsWith('#')) known.delete(nameOf(recipient));
    },
    unfit: async (recipient, id, known) => (recipient === '#leaders' ? leaders.unfit(id, known) : null),
    async resolve(recipient) {
      if (!recipient.startsWith('#')) return recipient;
      const name = nameOf(recipient);
      if (ID.test(name)) return name;
      const id = known.get(name) ?? (await found(recipient, name));
      if (id !== null) known.set(name, id);
      return id;
    },
  };
}

async function* listed(client: WebClient, which: 'living' | 'all'): AsyncGenerator<{ id: string; name: string }> {
  const asked = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: which === 'living',
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    if (!Array.isArray(page.channels)) throw new Error('Slack gave no channels');
    for (const { id, name } of page.channels) if (id && name) yield { id, name };
    cursor = page.response_metadata?.next_cursor || undefined;
    // A list that leads back into itself would never end.
    if (cursor !== undefined && asked.has(cursor)) throw new Error('Slack’s list of channels has no end');
    asked.add(cursor ?? '');
  } while (cursor !== undefined);
}
