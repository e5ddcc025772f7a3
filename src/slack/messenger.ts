/** Draws messages and brings them to Slack, marked so that they can be found again. */
import type { WebClient } from '@slack/web-api';
import { clip, validateMessage } from '@tiaoli/block-kit';
import type { Locale } from '../kernel/locale.ts';
import type { Message } from '../office/message.ts';
import type { Failure, Log, Messenger, Outcome, Outgoing, Place, Recipient } from '../office/office.ts';
import type { Channels } from './channels.ts';
import type { Said } from './command.ts';
import { askingFailureOf, failureOf } from './failure.ts';
import { directMessage, EVENT_TYPE, idOf, type Mark, markOf } from './mark.ts';

/** Pages of history looked through for a lost message, newest first. */
const pages = 10;

/** `client` must not retry by itself: a second try after an unknown outcome is a second message. */
export function slackMessenger(
  client: WebClient,
  channels: Channels,
  draw: (message: Message, locale: Locale) => Said,
  log: Log,
): Messenger {
  /** Our bot's id, once asked for: a mark can be read and copied by any app. */
  let ours: string | undefined;

  async function attempt(
    { message, locale, uuid, recipient }: Outgoing,
    call: (said: Said, metadata: Mark) => Promise<{ channel?: string; ts?: string }>,
  ): Promise<Outcome> {
    const said = sendable(draw(message, locale), message.name, log);
    try {
      const { channel, ts } = await call(said, markOf(uuid));
      if (typeof channel !== 'string' || typeof ts !== 'string')
        return { ok: false, kind: 'unknown', error: 'Slack gave no place' };
      return { ok: true, channel, ts };
    } catch (fault) {
      const failure = failureOf(fault);
      if (failure.kind === 'dead') channels.forget(recipient);
      return failure;
    }
  }

  async function resolve(recipient: Recipient): Promise<{ ok: true; id: string } | Failure> {
    try {
      const id = await channels.resolve(recipient);
      return id === null ? { ok: false, kind: 'dead', error: `channel_not_found: ${recipient}` } : { ok: true, id };
    } catch (fault) {
      return askingFailureOf(fault);
    }
  }

  /** Why nothing may be shown in that channel; null when it may. */
  async function kept(recipient: Recipient, id: string, known: boolean): Promise<Failure | null> {
    try {
      const error = await channels.unfit(recipient, id, known);
      if (error === null) return null;
      channels.forget(recipient);
      return { ok: false, kind: 'dead', error };
    } catch (fault) {
      return askingFailureOf(fault);
    }
  }

  return {
    async admitted() {
      try {
        await client.auth.test();
        return { ok: true };
      } catch (fault) {
        return askingFailureOf(fault);
      }
    },
    async post(message) {
      const to = await resolve(message.recipient);
      if (!to.ok) return to;
      const unfit = await kept(message.recipient, to.id, false);
      if (unfit !== null) return unfit;
      return attempt(message, ({ text, blocks }, metadata) =>
        client.chat.postMessage({
          channel: to.id,
          text,
          ...(blocks ? { blocks } : {}),
          metadata,
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
    },
    async update(message) {
      const unfit = await kept(message.recipient, message.channel, true);
      if (unfit !== null) return unfit;
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
      const to = await resolve(recipient);
      if (!to.ok) return to;
      try {
        const channel = recipient.startsWith('#') ? to.id : await directMessage(client, to.id);
        ours ??= (await client.auth.test()).bot_id;
        return { ok: true, place: await marked(client, channel, uuid, since, ours) };
      } catch (fault) {
        return askingFailureOf(fault);
      }
    },
  };
}

async function marked(
  client: WebClient,
  channel: string,
  uuid: string,
  since: Date,
  ours: string | undefined,
): Promise<Place | null> {
  // A minute earlier than written: Slack's clock and this machine's may differ.
  const oldest = String(Math.floor(since.getTime() / 1000) - 60);
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const history = await client.conversations.history({
      channel,
      oldest,
      limit: 100,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!Array.isArray(history.messages)) throw new Error('Slack gave no messages');
    const found = history.messages.find(
      ({ bot_id, metadata }) =>
        (ours === undefined || bot_id === ours) &&
        metadata?.event_type === EVENT_TYPE &&
        idOf(metadata.event_payload) === uuid,
    );
    if (found?.ts !== undefined) return { channel, ts: found.ts };
    cursor = history.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return null;
  }
  return null;
}

/** A message Slack would refuse is sent as its plain text rather than not at all; the fault is ours and is logged. */
export function sendable(said: Said, name: string, log: Log): Said {
  const faults = validateMessage({ text: said.text, blocks: said.blocks });
  if (faults.length === 0) return said;
  log.error('message.invalid', { name, faults: faults.slice(0, 5) });
  return { text: clip(said.text || name, 3900) };
}
