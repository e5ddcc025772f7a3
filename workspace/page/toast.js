/** Short notices at the edge of the page: what went wrong, in words, and what was done. */
import { useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';

const SHOWN_MS = 8000;

/** A function that shows a notice, and one that draws those shown. */
export function useToasts(words) {
  const [toasts, setToasts] = useState(
    /** @type {{ id: number, text: string, wrong: boolean, user: string }[]} */ ([]),
  );
  const next = useRef(0);
  const remove = id => setToasts(held => held.filter(toast => toast.id !== id));
  const add = (text, wrong, user = '') => {
    const id = ++next.current;
    setToasts(held =>
      [...held.filter(toast => toast.text !== text || toast.user !== user), { id, text, wrong, user }].slice(-4),
    );
    setTimeout(() => remove(id), SHOWN_MS);
  };
  /** @param {(user: string) => string} whose says for whom a notice is, where that is not plain */
  const list = whose => html`<div class="toasts" role="region" aria-label=${words.notifications} aria-live="assertive">
    ${toasts.map(
      ({ id, text, wrong, user }) => html`<div key=${id} class=${wrong ? 'toast wrong' : 'toast'}>
        <span>${user && whose(user) && html`<strong>${whose(user)}</strong> `}${text}</span><button type="button" class="icon-button" aria-label=${words.dismiss} onClick=${() => remove(id)}>✕</button>
      </div>`,
    )}
  </div>`;
  return /** @type {const} */ ([add, list]);
}
