/** The field in which one rewords a message, in the message's place: Enter saves, Escape leaves it as it was. */
import { useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { tell } from './api.js';
import { useGrowing } from './fitting.js';
import { html } from './html.js';
import { useDelete } from './message-tools.js';
import { useOffers } from './offers.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';

/** @param {{ message: import('./message-list.d.ts').Seen, user: string, channel: string, edits: import('./edits.js').Edits }} props */
export function MessageEditor({ message, user, channel, edits }) {
  const { words, fail } = usePage();
  const { channels } = usePane();
  const edit = edits.of(message.ts);
  const [text, setText] = useState(edit?.text ?? '');
  const [busy, setBusy] = useState(false);
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const remove = useDelete({ message, user, channel });
  const id = edits.field(message.ts).replaceAll(' ', '-');
  const write = (/** @type {string} */ next) => {
    if (edit) edit.text = next;
    setText(next);
  };
  useGrowing(area, text);
  useLayoutEffect(() => {
    // Whoever only comes back to where one was begun is not drawn into it.
    if (!edit?.fresh) return;
    edit.fresh = false;
    area.current?.focus();
    area.current?.setSelectionRange(text.length, text.length);
    area.current?.closest('.editor')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const offers = useOffers({ id, area, text, setText: write, commands: [], channels: channels(), floats: true });

  const close = () => {
    const article = /** @type {HTMLElement | null | undefined} */ (area.current?.closest('article'));
    const back = edit?.from?.isConnected ? /** @type {HTMLElement} */ (edit.from) : article;
    const had = article?.contains(document.activeElement);
    edits.end(message.ts);
    if (had) back?.focus({ preventScroll: true });
  };
  const save = async () => {
    if (busy) return;
    const next = text.trim();
    if (next === (message.typed ?? message.text).trim()) return close();
    if (next === '' && !message.files) return remove(area.current);
    setBusy(true);
    try {
      await tell('/human/edit', { user, channel, ts: message.ts, text: next });
      close();
    } catch (error) {
      fail(error);
      setBusy(false);
    }
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    // Enter and Escape while an input method composes a word are the input method's.
    if (event.isComposing || event.keyCode === 229) return;
    if (offers.press(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) save();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<form class="editor" onSubmit=${event => {
    event.preventDefault();
    save();
  }} onKeyDown=${event => {
    if (event.key === 'Escape' && !event.defaultPrevented) press(event);
  }}>
    <textarea ref=${area} class="input" rows="1" data-edit=${edits.field(message.ts)} value=${text} aria-label=${words.editMessage} ...${offers.field} onKeyDown=${press}></textarea>
    ${offers.list}
    <div class="editor-acts">
      <button type="button" class="button slim" onClick=${close}>${words.cancel}</button>
      <button type="submit" class="button slim primary filled" aria-busy=${busy} title=${words.saveHint}>${words.save}</button>
    </div>
  </form>`;
}
