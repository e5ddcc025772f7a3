/** The people one can be, one click each, with how much they have not read. */
import { useState } from '/page/vendor/hooks.js';
import { Avatar } from './avatar.js';
import { offeredPeople } from './completion.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { rove } from './rove.js';

/** With more people than this one is found by name rather than by looking. */
const MOST_WITHOUT_SEARCH = 16;

/** @param {{ user: string, unread: Record<string, { direct: number, all: number }>, onChoose: (user: string) => void }} props */
export function Rail({ user, unread, onChoose }) {
  const { words, people, nameOf } = usePage();
  const [query, setQuery] = useState('');
  const found = query.trim() === '' ? people : offeredPeople(people, query.trim());
  const choose = id => {
    setQuery('');
    onChoose(id);
  };
  const press = event => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && found[0]) choose(found[0].id);
    else if (event.key === 'Escape' && query !== '') {
      setQuery('');
      event.stopPropagation();
    }
  };
  // One stop for Tab: the person one is, else the first who is shown.
  const stop = found.some(({ id }) => id === user) ? user : found[0]?.id;
  return html`<nav class="rail" aria-label=${words.ofPerson(words.people, nameOf(user))}>
    ${
      people.length > MOST_WITHOUT_SEARCH &&
      html`<input class="input rail-search" type="search" value=${query} placeholder=${words.findPerson} aria-label=${words.findPerson}
        onInput=${event => setQuery(event.currentTarget.value)} onKeyDown=${press} />`
    }
    <p class="hidden" role="status">${query !== '' && words.peopleFound(found.length)}</p>
    <ul onKeyDown=${rove}>
      ${found.map(person => {
        const current = person.id === user;
        const waiting = current ? 0 : (unread[person.id]?.direct ?? 0);
        const mark = person.is_stranger ? words.external : person.is_restricted ? words.guest : '';
        const named = `${nameOf(person.id)}${mark && ` (${mark})`}`;
        const label = `${current ? words.actingAs(named) : words.becomePerson(named)}${waiting > 0 ? `, ${words.unreadCount(waiting)}` : ''}`;
        return html`<li key=${person.id}>
          <button type="button" data-rove tabindex=${person.id === stop ? 0 : -1} class=${current ? 'rail-person current' : 'rail-person'} aria-label=${label}
            title=${named} aria-current=${current ? 'true' : undefined} onClick=${() => choose(person.id)}>
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
