/** The form for how a person is called: full name, display name, username. */
import { tell } from './api.js';
import { FormDialog } from './form-dialog.js';
import { html } from './html.js';
import { usePage } from './page-context.js';

/** @param {{ user: string, who: string, resting: boolean, onClose: () => void }} props `user` changes the names of `who` */
export function ProfileForm({ user, who, resting, onClose }) {
  const { words, everyone, nameOf } = usePage();
  const person = everyone.find(each => each.id === who);
  const fields = [
    { name: 'real_name', label: words.fullName, value: person?.real_name ?? '', most: 80 },
    {
      name: 'display_name',
      label: words.displayName,
      hint: words.displayNameHint,
      value: person?.display_name ?? '',
      most: 80,
    },
    { name: 'name', label: words.handle, hint: words.handleHint, value: person?.name ?? '', most: 21 },
  ];
  const save = values => {
    // Only what changed: a handle from before, longer than Slack takes them now, stays as it is.
    const changed = fields.filter(({ name, value }) => values[name] !== value).map(({ name }) => [name, values[name]]);
    return changed.length === 0
      ? Promise.resolve()
      : tell('/human/rename-person', { user, who, ...Object.fromEntries(changed) });
  };
  return html`<${FormDialog} title=${words.editProfileOf(nameOf(who))} effect=${words.profileEffect} fields=${fields}
    resting=${resting} onClose=${onClose} onSave=${save} />`;
}
