/** A typed message as Slack's rich text: mentions, links and emoji as elements of their own, the rest as text. */
import type { JsonObject } from './json.ts';
import { isEmoji } from './page/emoji.js';

const TOKENS =
  /<@(?<user>[^|>]+)[^>]*>|<#(?<channel>[^|>]+)[^>]*>|<!(?<range>here|channel|everyone)>|<(?<url>https?:[^|>]+)>|:(?<emoji>[a-z0-9_+-]+):/g;

/** The rich text block that belongs to a message's text as it is stored: escaped, with links in angle brackets. */
export function richTextOfMessage(text: string): JsonObject {
  const elements: JsonObject[] = [];
  const plain = (piece: string): void => {
    if (piece !== '') elements.push({ type: 'text', text: unescaped(piece) });
  };
  let end = 0;
  for (const match of text.matchAll(TOKENS)) {
    const element = elementOf(match.groups ?? {});
    if (!element) continue;
    plain(text.slice(end, match.index));
    elements.push(element);
    end = match.index + match[0].length;
  }
  plain(text.slice(end));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

function elementOf(groups: Record<string, string | undefined>): JsonObject | undefined {
  const { user, channel, range, url, emoji } = groups;
  if (user !== undefined) return { type: 'user', user_id: user };
  if (channel !== undefined) return { type: 'channel', channel_id: channel };
  if (range !== undefined) return { type: 'broadcast', range };
  if (url !== undefined) return { type: 'link', url: unescaped(url) };
  return emoji !== undefined && isEmoji(emoji) ? { type: 'emoji', name: emoji } : undefined;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
