/** A note of Slack's in a channel: who joined, left, renamed, archived. */
import { Avatar } from './avatar.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { formatMoment, formatTime, momentOf } from './time.js';

/** Whether a message is one that nobody wrote. */
export function isNote({ subtype = '' }) {
  return subtype.startsWith('channel_');
}

/** `after` is drawn below, such as reactions and the link to replies. */
export function Note({ message, language, after }) {
  const { words, nameOf } = usePage();
  const { open } = usePane();
  const at = momentOf(message.ts);
  const name = nameOf(message.user);
  const say = words.notes[message.subtype];
  return html`<article class="message first note" tabindex="-1" data-ts=${message.ts} aria-label=${`${name} ${formatTime(at)}`}>
    <div class="gutter"><${Avatar} id=${message.user} size="small" /></div>
    <div class="content">
      <button type="button" class="author" onClick=${() => open(message.user)}>${name}</button>${' '}
      <span class="note-text">${say ? say(message, message.inviter && nameOf(message.inviter)) : message.text}</span>${' '}
      <time class="time" datetime=${at.toISOString()} title=${formatMoment(at, language)}>${formatTime(at)}</time>
      ${after}
    </div>
  </article>`;
}
