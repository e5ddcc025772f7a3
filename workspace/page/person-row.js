/** A person in a list of people: picture, name, username, marks, and what can be done. */
import { Avatar } from './avatar.js';
import { html } from './html.js';
import { usePage } from './page-context.js';

/** @param {{ id: string, children?: unknown }} props */
export function PersonRow({ id, children }) {
  const { words, everyone, bot, nameOf } = usePage();
  const person = everyone.find(each => each.id === id);
  const marks = [
    id === bot.id || person?.is_bot ? words.badgeApp : '',
    person?.is_admin ? words.adminMark : '',
    person?.is_stranger ? words.external : person?.is_restricted ? words.guest : '',
    person?.deleted ? words.deactivated : '',
  ].filter(Boolean);
  return html`<li class=${person?.deleted ? 'person-row gone' : 'person-row'}>
    <${Avatar} id=${id} name=${nameOf(id)} size="small" />
    <span class="person-name"><strong>${nameOf(id)}</strong> <span class="quiet">@${person?.name ?? id}</span>
      ${marks.map(mark => html` <span class="tag">${mark}</span>`)}</span>
    ${children}
  </li>`;
}
