/** Draws notices and brings them to Slack, marked so that they can be found again. */
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { clip } from '../block-kit/text.ts';
import { validateMessage } from '../block-kit/validate.ts';
import { readerOf } from '../locales/reader.ts';
import type { Log, Messenger, Outcome, Outgoing, Recipient } from '../workflows/ports.ts';
import type { Channels } from './channels.ts';
import type { Said } from './command.ts';
import { outcomeOf } from './failure.ts';
import { draw } from './notice.ts';

/** How the mark is named in a message's metadata; it carries an opaque id and nothing else. */
const eventType = 'tiaoli_notice';

/** `client` must not retry by itself: a second try after an unknown outcome is a second message. */
export function slackMessenger(client: WebClient, channels: Channels, zone: string, log: Log): Messenger {
  async function attempt(
    message: Outgoing,
    call: (said: Said, metadata: Mark) => Promise<{ channel?: string; ts?: string }>,
  ): Promise<Outcome> {
    const said = sendable(draw(message.notice, readerOf(message.locale, zone)), message.notice.name, log);
    try {
      const { channel, ts } = await call(said, { event_type: eventType, event_payload: { id: message.uuid } });
      if (channel === undefined || ts === undefined)
        return { ok: false, kind: 'unknown', error: 'Slack gave no place' };
      return { ok: true, channel, ts };
    } catch (fault) {
      return outcomeOf(fault);
    }
  }

  return {
    async post(message) {
      const channel = await channels.resolve(message.recipient);
      if (channel === null) return { ok: false, kind: 'dead', error: `channel_not_found: ${message.recipient}` };
      return attempt(message, ({ text, blocks }, metadata) =>
        client.chat.postMessage({
          channel,
          text,
          ...(blocks ? { blocks } : {}),
          metadata,
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
    },
    update(message) {
      return attempt(message, ({ text, blocks }, metadata) =>
        client.chat.update({
          channel: message.channel,
          ts: message.ts,
          text: clip(text, 3900),
          blocks: blocks ?? [],
          metadata,
        }),
      );
    },
    async find(recipient, uuid, since) {
      const channel = await placeOf(client, channels, recipient);
      if (channel === null) return null;
      const oldest = String(Math.floor(since.getTime() / 1000) - 60);
      const { messages } = await client.conversations.history({
        channel,
        oldest,
        limit: 100,
        include_all_metadata: true,
      });
      const found = messages?.find(
        ({ metadata }) => metadata?.event_type === eventType && idOf(metadata.event_payload) === uuid,
      );
      return found?.ts === undefined ? null : { channel, ts: found.ts };
    },
  };
}

interface Mark {
  event_type: string;
  event_payload: { id: string };
}

function idOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined;
}

async function placeOf(client: WebClient, channels: Channels, recipient: Recipient): Promise<string | null> {
  const channel = await channels.resolve(recipient);
  if (channel === null || recipient.startsWith('#')) return channel;
  const opened = await client.conversations.open({ users: channel });
  return opened.channel?.id ?? null;
}

/** A message Slack would refuse is sent as its plain text rather than not at all; the fault is ours and is logged. */
export function sendable(said: Said, name: string, log: Log): Said {
  const faults = validateMessage({ text: said.text, blocks: said.blocks });
  if (faults.length === 0) return said;
  log.error('message.invalid', { name, faults: faults.slice(0, 5) });
  return { text: clip(said.text || name, 3900) };
}

/** Blocks of an answer, for acknowledgements that want them loosely typed. */
export function blocksOf(said: Said): { blocks?: KnownBlock[] } {
  return said.blocks === undefined ? {} : { blocks: said.blocks };
}
