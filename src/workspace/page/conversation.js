/** One conversation: its messages, live, and the composer below. */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { ask, tell } from './api.js';
import { Composer } from './composer.js';
import { html } from './html.js';
import { useLive } from './live.js';
import { keepSame } from './message-list.js';
import { Messages } from './messages.js';
import { channelTitle, inLanguage } from './name.js';
import { usePage } from './page-context.js';

const PAGE = 100;
const CONTENT = new Set(['message', 'changed', 'deleted', 'ephemeral']);

/** @param {{ pane: number, user: string, channel: any, channels: any[], confirm: any, onThread: (ts: string) => void }} props */
export function Conversation({ pane, user, channel, channels, confirm, onThread }) {
  const { words, language, nameOf, fail } = usePage();
  const [limit, setLimit] = useState(PAGE);
  const before = useRef(/** @type {any[]} */ ([]));
  const fetchIt = async () => {
    const answer = await ask('/human/messages', { user, channel: channel.id, limit: String(limit) });
    before.current = keepSame(before.current, answer.messages);
    return { messages: before.current, more: answer.has_more === true };
  };
  const concerns = hint => CONTENT.has(hint.type) && hint.channel === channel.id;
  const [shown, again] = useLive(`${user} ${channel.id} ${limit}`, fetchIt, concerns, fail);
  const kept = useRef(shown);
  if (shown) kept.current = shown;
  const { messages, more } = kept.current ?? { messages: [], more: false };
  const newest = messages.at(-1)?.ts;

  useEffect(() => {
    if (channel.unread > 0 && newest && document.visibilityState === 'visible')
      tell('/human/read', { user, channel: channel.id }).catch(fail);
  }, [newest, channel.unread]);

  const title = channelTitle(channel, nameOf);
  const topic = inLanguage(channel.topic || channel.purpose || '', language);
  return html`<div class="conversation" aria-busy=${kept.current === undefined}>
    <${Messages} messages=${messages} more=${more} onMore=${() => setLimit(limit + PAGE)} label=${title}
      empty=${kept.current === undefined ? words.loading : `${topic === '' ? '' : `${topic}${language === 'zh' ? '。' : '. '}`}${words.channelEmpty}`}
      user=${user} channel=${channel.id} channels=${channels} confirm=${confirm} onThread=${onThread} />
    <${Composer} id=${`composer-${pane}`} user=${user} channel=${channel.id} channels=${channels} placeholder=${words.placeholder(title)} onSent=${again} />
  </div>`;
}
