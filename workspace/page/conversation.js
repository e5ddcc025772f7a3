/** One conversation: its messages, live, and the composer below. */
import { useEffect, useRef } from '/page/vendor/hooks.js';
import { tell } from './api.js';
import { ClosedBar, isClosed } from './closed-bar.js';
import { Composer, NoComposer } from './composer.js';
import { isOwn, useEdits } from './edits.js';
import { html } from './html.js';
import { Messages } from './messages.js';
import { channelTitle, inLanguage } from './name.js';
import { isNote } from './notice.js';
import { usePage } from './page-context.js';
import { useMessages } from './use-messages.js';

/** @param {{ pane: number, user: string, channel: any, channels: any[], target: import('./use-messages.js').Target | null, onThread: (ts: string) => void }} props */
export function Conversation({ pane, user, channel, channels, target, onThread }) {
  const { words, language, bot, nameOf, fail } = usePage();
  const isShut = channel.user === bot.id && !bot.takesMessages;
  const stuck = useRef(target === null);
  // Who was just removed from a private channel sees it no more, as the list of channels is about to say.
  const failed = error => error.code !== 'channel_not_found' && fail(error);
  const { shown, again, step } = useMessages(user, channel.id, failed, target, stuck);
  const { messages, more, later } = shown ?? { messages: [], more: false, later: false };
  const edits = useEdits(`${user} ${channel.id}`, !channel.is_archived);
  const newest = later ? undefined : messages.at(-1)?.ts;

  useEffect(() => {
    if (channel.unread > 0 && channel.is_member !== false && newest && document.visibilityState === 'visible')
      tell('/human/read', { user, channel: channel.id }).catch(fail);
  }, [newest, channel.unread]);

  // Where one stopped reading stays marked while one is here, also when it is read now.
  const waiting = useRef(channel.unread);
  const newFrom = useRef(/** @type {string | undefined} */ (undefined));
  if (newFrom.current === undefined && shown && !later) newFrom.current = firstUnread(messages, waiting.current, user);
  const title = channelTitle(channel, nameOf);
  // Whoever says something goes to where it is said.
  const sent = () => {
    stuck.current = true;
    return later ? step('newest') : again();
  };
  const held = useRef(messages);
  held.current = messages;
  const editLast = () => {
    const begin = () => {
      const last = held.current.findLast(message => isOwn(message, user));
      if (last) edits?.begin(last, composer);
      return last !== undefined;
    };
    const composer = document.activeElement;
    // What was said last may lie beyond what is shown.
    if (!later || edits === null) return edits !== null && begin();
    step('newest').then(() => requestAnimationFrame(begin));
    return true;
  };
  const topic = inLanguage(channel.topic || channel.purpose || '', language);
  return html`<div class="conversation" aria-busy=${shown === undefined}>
    <${Messages} messages=${messages} more=${more} later=${later} onStep=${step} stuck=${stuck} target=${target} label=${title}
      empty=${shown === undefined ? words.loading : `${topic === '' ? '' : `${topic}${language === 'zh' ? '。' : '. '}`}${isClosed(channel) ? words.channelQuiet : isShut ? words.channelEmptyClosed : words.channelEmpty}`}
      user=${user} channel=${channel.id} newFrom=${newFrom.current} edits=${edits} onThread=${onThread} />
    ${
      isClosed(channel)
        ? html`<${ClosedBar} user=${user} channel=${channel} />`
        : isShut
          ? html`<${NoComposer} id=${`composer-${pane}`} />`
          : html`<${Composer} id=${`composer-${pane}`} user=${user} channel=${channel.id} channels=${channels} placeholders=${[words.placeholder(title), words.placeholderShort(title)]} onSent=${sent} onEditLast=${editLast} />`
    }
  </div>`;
}

/** The earliest of so many last messages of others; '' when none waits, or more than are shown. */
function firstUnread(messages, waiting, user) {
  const others = messages.filter(message => message.user !== user && !message.ephemeral && !isNote(message));
  return waiting > 0 && waiting <= others.length ? others[others.length - waiting].ts : '';
}
