/** A small form of the page's own in a pane: its fields, what is wrong, and what saving does. */
import { useId, useState } from '/page/vendor/hooks.js';
import { useDialog } from './dialog.js';
import { html } from './html.js';
import { usePage } from './page-context.js';

/**
 * @typedef {{ name: string, label: string, hint?: string, value: string, most: number, tidy?: (text: string) => string }} Field
 * @param {{ title: string, effect: string, fields: Field[], resting: boolean, onClose: () => void, onSave: (values: Record<string, string>) => Promise<unknown> }} props
 * `tidy`: what becomes of a text while one types it
 */
export function FormDialog({ title, effect, fields, resting, onClose, onSave }) {
  const { words } = usePage();
  const [values, setValues] = useState(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const dialog = useDialog(onClose, 'input');
  const id = useId();
  const submit = async event => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      await onSave(values);
      onClose();
    } catch (error) {
      setProblem(wrong(error, words));
      setBusy(false);
      dialog.ref.current?.querySelector('input')?.focus();
    }
  };
  return html`<dialog ...${dialog} class="dialog small" aria-labelledby=${`${id}-title`} inert=${resting}>
    <form onSubmit=${submit} novalidate>
      <header>
        <h2 id=${`${id}-title`}>${title}</h2>
        <button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}>✕</button>
      </header>
      <div class="dialog-body form-fields">
        ${fields.map(
          ({ name, label, hint, most, tidy = text => text }) => html`<div>
            <label for=${`${id}-${name}`}>${label}</label>
            <input class="input" id=${`${id}-${name}`} value=${values[name]} maxlength=${most} autocomplete="off" spellcheck="false"
              aria-describedby=${hint ? `${id}-${name}-hint` : undefined}
              onInput=${event => setValues({ ...values, [name]: event.isComposing ? event.currentTarget.value : tidy(event.currentTarget.value) })} />
            ${hint && html`<div class="hint" id=${`${id}-${name}-hint`}>${hint}</div>`}
          </div>`,
        )}
        <p class="quiet">${effect}</p>
      </div>
      ${problem && html`<p class="error dialog-problem" role="alert">${problem}</p>`}
      <footer>
        <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
        <button type="submit" class="button primary filled" disabled=${busy} aria-busy=${busy}>${words.saveChanges}</button>
      </footer>
    </form>
  </dialog>`;
}

/** What is wrong, in the page's language where it has words for it. */
export function wrong(error, words) {
  const { code } = /** @type {{ code?: string }} */ (error);
  const said = error instanceof Error ? error.message : String(error);
  return said === 'offline' ? words.offline : (words.refused[code ?? ''] ?? words.failed(said));
}
