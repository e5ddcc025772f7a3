/** Reads back what this bot said in Slack, and puts a sentence in the place of what no longer counts. */
import type { WebClient } from '@slack/web-api';
import type { Locale } from '../kernel/locale.ts';
import type { Past } from '../office/office.ts';
import type { Channels } from './channels.ts';
import type { Said } from './command.ts';
import { askingFailureOf } from './failure.ts';
import { directMessage, EVENT_TYPE, idOf, markOf } from './mark.ts';

const pageSize = 200;

export function slackPast(client: WebClient, channels: Channels, outdated: (locale: Locale) => Said): Past {
  /** Our bot's id, once asked for: a mark can be read and copied by any app. */
  let bot: string | undefined;

  async function botId(): Promise<string> {
    bot ??= (await client.auth.test()).bot_id || undefined;
    if (bot === undefined) throw new Error('Slack does not tell which bot this is');
    return bot;
  }

  return {
    async channelOf(recipient) {
      const id = await channels.resolve(recipient);
      return id === null || recipient.startsWith('#') ? id : directMessage(client, id);
    },
    async page(channel, since, cursor) {
      const bot_id = await botId();
      const history = await client.conversations.history({
        channel,
        oldest: String(Math.floor(since.getTime() / 1000)),
        limit: pageSize,
        include_all_metadata: true,
        ...(cursor === null ? {} : { cursor }),
      });
      if (!Array.isArray(history.messages)) throw new Error('Slack gave no messages');
      const marked = history.messages.flatMap(message => {
        const uuid = message.metadata?.event_type === EVENT_TYPE ? idOf(message.metadata.event_payload) : undefined;
        const isOurs = message.bot_id === bot_id && message.ts !== undefined && typeof uuid === 'string';
        return isOurs ? [{ channel, ts: message.ts as string, uuid }] : [];
      });
      return { marked, next: history.response_metadata?.next_cursor || null };
    },
    async outdate({ channel, ts, uuid }, locale) {
      const { text, blocks } = outdated(locale);
      await client.chat.update({ channel, ts, text, blocks: blocks ?? [], metadata: markOf(uuid) });
    },
    failureOf: askingFailureOf,
  };
}
