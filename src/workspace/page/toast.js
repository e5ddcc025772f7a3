/** Short notices at the edge of the page: what went wrong, in words, and what was done. */
import { useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';

const SHOWN_MS = 8000;

/** A function that shows a notice, and the list of those shown to put on the page. */
export function useToasts(words) {
  const [toasts, setToasts] = useState(/** @type {{ id: number, text: string, wrong: boolean }[]} */ ([]));
  const next = useRef(0);
  const remove = id => setToasts(held => held.filter(toast => toast.id !== id));
  const add = (text, wrong) => {
    const id = ++next.current;
    setToasts(held => [...held.filter(toast => toast.text !== text), { id, text, wrong }].slice(-4));
    setTimeout(() => remove(id), SHOWN_MS);
  };
  const list = html`<div class="toasts" role="region" aria-label=${words.notifications} aria-live="assertive">
    ${toasts.map(
      ({ id, text, wrong }) => html`<div key=${id} class=${wrong ? 'toast wrong' : 'toast'}>
        <span>${text}</span><button type="button" class="icon-button" aria-label=${words.dismiss} onClick=${() => remove(id)}>✕</button>
      </div>`,
    )}
  </div>`;
  return /** @type {const} */ ([add, list]);
}
