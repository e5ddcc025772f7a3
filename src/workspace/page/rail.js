/** The people one can be, one click each, with how much they have not read. */
import { Avatar } from './avatar.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { rove } from './rove.js';

/** @param {{ user: string, unread: Record<string, number>, onChoose: (user: string) => void }} props */
export function Rail({ user, unread, onChoose }) {
  const { words, people, nameOf } = usePage();
  return html`<nav class="rail" aria-label=${words.people}>
    <ul onKeyDown=${rove}>
      ${people.map(person => {
        const current = person.id === user;
        const waiting = current ? 0 : (unread[person.id] ?? 0);
        const mark = person.is_stranger ? words.external : person.is_restricted ? words.guest : '';
        const named = `${nameOf(person.id)}${mark && ` (${mark})`}`;
        const label = `${current ? words.actingAs(named) : words.becomePerson(named)}${waiting > 0 ? `, ${words.unreadCount(waiting)}` : ''}`;
        return html`<li key=${person.id}>
          <button type="button" data-rove tabindex=${current ? 0 : -1} class=${current ? 'rail-person current' : 'rail-person'} aria-label=${label}
            title=${named} aria-current=${current ? 'true' : undefined} onClick=${() => onChoose(person.id)}>
            <${Avatar} id=${person.id} />
            <span class="rail-name">${nameOf(person.id)}</span>
            ${mark && html`<span class="rail-mark" aria-hidden="true">${mark}</span>`}
            ${waiting > 0 && html`<span class="dot" data-count=${waiting > 99 ? '99+' : waiting} aria-hidden="true"></span>`}
          </button>
        </li>`;
      })}
    </ul>
  </nav>`;
}
