/** What can be done with a message: a small toolbar on it, each of whose buttons also has a key while the message has the focus. */
import { tell } from './api.js';
import { isOwn } from './edits.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { firstLine } from './plain-text.js';
import { ReactButton } from './reaction.js';
import { linkOf } from './route.js';
import { Shortcuts } from './shortcuts.js';

/** @param {{ message: any, user: string, channel: string, isBot: boolean, edits: import('./edits.js').Edits | null, onThread?: (ts: string) => void }} props */
export function MessageTools({ message, user, channel, isBot, edits, onThread }) {
  const { words, inspect, say, fail } = usePage();
  const remove = useDelete({ message, user, channel });
  const { ts } = message;
  const copyLink = () =>
    navigator.clipboard.writeText(linkOf(location.origin, channel, message)).then(() => say(words.linkCopied), fail);
  const mine = edits !== null && isOwn(message, user);
  return html`<div class="tools" role="toolbar" aria-label=${words.messageTools} onKeyDown=${pressInTools}>
    <${ReactButton} message=${message} user=${user} channel=${channel} />
    ${onThread && html`<${Tool} name=${words.reply} mark="💬" keys="T" act=${() => onThread(ts)} />`}
    ${mine && html`<${Tool} name=${words.editMessage} mark="✏️" keys="E" act=${() => edits.begin(message)} />`}
    <${Tool} name=${words.copyLink} mark="🔗" act=${copyLink} />
    ${onThread && isBot && html`<${Tool} name=${words.whatWasSent} mark="🔎" act=${() => inspect(ts)} />`}
    ${onThread && html`<${Shortcuts} user=${user} type="message" about=${{ channel, ts }} look="icon-button" tabindex=${-1} />`}
    ${mine && html`<${Tool} name=${words.deleteMessage} mark="🗑️" keys="Delete" act=${remove} />`}
  </div>`;
}

/** One button; Tab stops at the toolbar once, arrows go on from there. */
function Tool({ name, mark, keys, act }) {
  return html`<button type="button" class="icon-button" tabindex="-1" aria-label=${name} title=${keys ? `${name} (${keys})` : name} aria-keyshortcuts=${keys} data-key=${keys?.toLowerCase()} onClick=${event => act(event.currentTarget)}>${mark}</button>`;
}

/** Left and right, Home and End go from button to button; Escape goes back to the message. */
function pressInTools(/** @type {KeyboardEvent & { currentTarget: HTMLElement }} */ event) {
  const { currentTarget: bar, key } = event;
  const buttons = /** @type {HTMLElement[]} */ ([...bar.querySelectorAll(':scope > button')]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
  // What lies in a button's popup has its own keys.
  if (at < 0) return;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[key];
  if (to !== undefined) buttons[(to + buttons.length) % buttons.length]?.focus();
  else if (key === 'Escape') /** @type {HTMLElement | null} */ (bar.closest('article'))?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** A function that asks, and takes one's own message back for everyone; the focus goes to a neighbour when its message is gone. */
export function useDelete({ message, user, channel }) {
  const { words, nameOf, fail } = usePage();
  const { confirm } = usePane();
  return async (/** @type {Element | null} */ from) => {
    const files = (message.files ?? []).map(file => file.name).join(words.comma);
    const yes = await confirm({
      title: { type: 'plain_text', text: words.deleteMessage },
      text: { type: 'plain_text', text: words.deleteAsk },
      about: html`<blockquote class="about">${firstLine(message.text, nameOf) || files}</blockquote>`,
      confirm: { text: words.delete },
      style: 'danger',
    });
    if (!yes) return;
    const article = from?.closest('article');
    const next = neighbourOf(article);
    try {
      await tell('/human/delete', { user, channel, ts: message.ts });
      const { activeElement } = document;
      const isHere = activeElement === document.body || article?.contains(activeElement);
      // Of a message with replies a mark stays, and with it the focus.
      if (isHere && !(message.reply_count > 0)) next?.focus();
    } catch (error) {
      fail(error);
    }
  };
}

/** The message after it, else the one before. */
function neighbourOf(/** @type {Element | null | undefined} */ article) {
  const all = /** @type {HTMLElement[]} */ ([...(article?.closest('[role=log]')?.querySelectorAll('article') ?? [])]);
  const at = all.indexOf(/** @type {HTMLElement} */ (article));
  return at < 0 ? undefined : (all[at + 1] ?? all[at - 1]);
}
