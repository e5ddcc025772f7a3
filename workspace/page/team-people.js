/** The people of the team, those who left among them: how they are called, who is deactivated and comes back. */
import { useId, useState } from '/page/vendor/hooks.js';
import { tell } from './api.js';
import { useDialog } from './dialog.js';
import { html } from './html.js';
import { Menu } from './menu.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { PersonRow } from './person-row.js';
import { ProfileForm } from './profile-form.js';

/** @param {{ user: string, resting: boolean, onClose: () => void }} props */
export function TeamPeople({ user, resting, onClose }) {
  const { words, everyone, nameOf, fail } = usePage();
  const { show, confirm } = usePane();
  const [query, setQuery] = useState('');
  const dialog = useDialog(onClose, 'input');
  const id = useId();
  const me = everyone.find(each => each.id === user);
  const wanted = query.trim().toLowerCase();
  const fits = person =>
    `${person.name} ${person.real_name} ${person.display_name ?? ''}`.toLowerCase().includes(wanted);
  const shown = everyone.filter(person => !person.is_bot && fits(person));
  const set = (who, deactivated) => tell('/human/deactivate', { user: who, deactivated }).catch(fail);
  const leave = async who => {
    const [title, text, yes] = words.ask.deactivate(nameOf(who));
    const plain = said => ({ type: 'plain_text', text: said });
    if (await confirm({ title: plain(title), text: plain(text), confirm: plain(yes), style: 'danger' })) set(who, true);
  };
  const itemsFor = person => [
    {
      name: words.editName,
      run: () => show(ProfileForm, { user, who: person.id }),
      ...(person.is_stranger && { disabled: true, more: words.refused.user_not_in_team }),
      ...(!person.is_stranger &&
        person.id !== user &&
        !me?.is_admin && { disabled: true, more: words.refused.not_admin }),
    },
    person.deleted
      ? { name: words.activate, run: () => set(person.id, false) }
      : { name: words.deactivate, run: () => leave(person.id) },
  ];
  return html`<dialog ...${dialog} class="dialog people-dialog" aria-labelledby=${`${id}-title`} inert=${resting}>
    <header>
      <h2 id=${`${id}-title`}>${words.teamPeople}</h2>
      <button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}>✕</button>
    </header>
    <div class="dialog-body">
      <input class="input" type="search" value=${query} placeholder=${words.findPerson} aria-label=${words.findPerson} onInput=${event => setQuery(event.currentTarget.value)} />
      <ul class="people-list" aria-label=${words.teamPeople}>
        ${shown.map(
          person => html`<${PersonRow} key=${person.id} id=${person.id}>
            <${Menu} label=${words.personMenu(nameOf(person.id))} mark="⋯" look="icon-button" items=${itemsFor(person)} />
          <//>`,
        )}
      </ul>
      ${shown.length === 0 && html`<p class="quiet" role="status">${words.nobodyFound}</p>`}
    </div>
  </dialog>`;
}
