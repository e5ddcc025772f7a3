/** Choosing files: in a form, and to go with a message. */
import { useState } from '/page/vendor/hooks.js';
import { formatSize, sentFile, upload } from './files.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { useSurface } from './surface.js';

/** The files a person has chosen by id, and sending more; `change` hears of every new list. */
function useChosen(user, value, change) {
  const { fail } = usePage();
  const [busy, setBusy] = useState(false);
  const ids = Array.isArray(value) ? value : [];
  const add = async input => {
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was removed.
    input.value = '';
    if (files.length === 0) return;
    setBusy(true);
    const sent = [];
    try {
      for (const file of files) sent.push((await upload(user, file)).id);
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
      if (sent.length > 0) change([...ids, ...sent]);
    }
  };
  return { ids, busy, add, remove: id => change(ids.filter(each => each !== id)) };
}

/** The `file_input` element: what is chosen is sent at once, and stands here until the form is. */
export function FileInput({ element, field, value, change }) {
  const { words } = usePage();
  const { user } = useSurface();
  const { ids, busy, add, remove } = useChosen(user, value, change);
  const most = element.max_files ?? 10;
  const accept = (element.filetypes ?? []).map(type => `.${type}`).join(',') || undefined;
  return html`<div class="file-input">
    <input type="file" class="hidden" id=${field.id} multiple=${most > 1} accept=${accept} disabled=${busy} aria-invalid=${field.invalid ? 'true' : undefined}
      aria-describedby=${field.described} onChange=${event => add(event.currentTarget)} />
    <label class="button" for=${field.id}>📎 ${words.chooseFiles(most)}</label>
    <span class="hint" aria-live="polite">${busy ? words.uploading : ''}</span>
    <${Chosen} ids=${ids} remove=${remove} />
  </div>`;
}

/** The button beside the composer. */
export function AttachButton({ id, user, files, onFiles }) {
  const { words } = usePage();
  const { busy, add } = useChosen(user, files, onFiles);
  return html`<input type="file" class="hidden" id=${id} multiple disabled=${busy} aria-label=${words.attach} onChange=${event => add(event.currentTarget)} />
    <label class="icon-button attach" for=${id} title=${words.attach} aria-hidden="true">${busy ? '…' : '📎'}</label>`;
}

/** The chosen files by name, each with a button to take it away. */
export function Chosen({ ids, remove }) {
  const { words } = usePage();
  if (ids.length === 0) return null;
  return html`<ul class="chosen-files" aria-label=${words.chosenFiles}>
    ${ids.map(id => {
      const file = sentFile(id);
      const name = file?.name ?? id;
      return html`<li key=${id}><span>${name}</span>${file && html`<span class="quiet">${formatSize(file.size)}</span>`}
        <button type="button" class="icon-button" aria-label=${words.remove(name)} onClick=${() => remove(id)}>✕</button></li>`;
    })}
  </ul>`;
}
