/** A thread beside its conversation: the message, its replies, and a composer. */
import { useEffect, useRef } from '/page/vendor/hooks.js';
import { ask } from './api.js';
import { ClosedBar, isClosed } from './closed-bar.js';
import { Composer, NoComposer } from './composer.js';
import { isOwn, useEdits } from './edits.js';
import { html } from './html.js';
import { useLive } from './live.js';
import { keepSame } from './message-list.js';
import { Messages } from './messages.js';
import { usePage } from './page-context.js';

/** @param {{ pane: number, user: string, channel: any, ts: string, channels: any[], target?: import('./use-messages.js').Target | null, onClose: () => void }} props */
export function Thread({ pane, user, channel, ts, channels, target = null, onClose }) {
  const { words, bot, nameOf, say, fail } = usePage();
  const before = useRef(/** @type {any[]} */ ([]));
  const stuck = useRef(target === null);
  const edits = useEdits(`${user} ${channel.id} ${ts}`, !channel.is_archived);
  /** Whoever looks at a thread that somebody takes away is back in the conversation, and told why unless it was they. */
  const leave = () => {
    if (before.current[0]?.user !== user) say(words.messageDeleted);
    onClose();
  };
  const fetchIt = async () => {
    const answer = await ask('/human/replies', { user, channel: channel.id, ts }).catch(error => {
      if (error.code !== 'message_not_found' || before.current.length === 0) throw error;
      leave();
      return { messages: [] };
    });
    before.current = keepSame(before.current, answer.messages);
    return before.current;
  };
  const editLast = () => {
    const last = before.current.findLast(message => isOwn(message, user));
    if (last) edits?.begin(last, document.activeElement);
    return edits !== null && last !== undefined;
  };
  const [messages = [], again] = useLive(
    `${user} ${channel.id} ${ts}`,
    fetchIt,
    hint => {
      if (hint.channel !== channel.id || hint.type === 'read') return false;
      const isGone = hint.type === 'deleted' && hint.ts === ts;
      if (isGone) leave();
      return !isGone;
    },
    fail,
  );
  useEffect(() => {
    // Whoever opens a thread answers there; a link leads to its message.
    if (target === null) document.getElementById(`thread-${pane}`)?.focus();
  }, []);
  const press = event => event.key === 'Escape' && !event.defaultPrevented && onClose();
  return html`<section class="thread" onKeyDown=${press} aria-label=${words.ofPerson(words.thread, nameOf(user))}>
    <header class="pane-head">
      <h2>${words.thread}</h2>
      <button type="button" class="icon-button" aria-label=${words.closeThread} onClick=${onClose}>✕</button>
    </header>
    <div class="conversation">
      <${Messages} messages=${messages} stuck=${stuck} target=${target} label=${words.thread} empty=${words.loading}
        user=${user} channel=${channel.id} edits=${edits} />
      ${
        isClosed(channel)
          ? html`<${ClosedBar} user=${user} channel=${channel} />`
          : channel.user === bot.id && !bot.takesMessages
            ? html`<${NoComposer} id=${`thread-${pane}`} />`
            : html`<${Composer} id=${`thread-${pane}`} user=${user} channel=${channel.id} channels=${channels} placeholders=${[words.threadPlaceholder]} thread=${ts} onSent=${again} onEditLast=${editLast} />`
      }
    </div>
  </section>`;
}
