/** Asks before a dangerous action, in the words the app gives or the page has. */
import { useId, useState } from '/page/vendor/hooks.js';
import { useDialog } from './dialog.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { Text } from './text.js';

/** A function that asks and resolves with the answer, and the dialog to put somewhere on the page; `about`, when given, is drawn below its text. */
export function useConfirm() {
  const [asked, setAsked] = useState(/** @type {{ dialog: any, answer: (yes: boolean) => void } | null} */ (null));
  const confirm = dialog => new Promise(resolve => setAsked({ dialog, answer: resolve }));
  const done = yes => {
    asked?.answer(yes);
    setAsked(null);
  };
  return /** @type {const} */ ([confirm, asked ? html`<${Confirm} dialog=${asked.dialog} onDone=${done} />` : null]);
}

function Confirm({ dialog, onDone }) {
  const { words } = usePage();
  const element = useDialog(() => onDone(false));
  const id = useId();
  return html`<dialog ...${element} class="dialog small" aria-labelledby=${`${id}-title`} aria-describedby=${`${id}-text`}>
    <header><h2 id=${`${id}-title`}>${dialog.title ? html`<${Text} text=${dialog.title} />` : words.confirm}</h2></header>
    <div class="dialog-body" id=${`${id}-text`}><${Text} text=${dialog.text} />${dialog.about}</div>
    <footer>
      <button type="button" class="button" onClick=${() => onDone(false)}>${dialog.deny?.text ?? words.cancel}</button>
      <button type="button" class=${dialog.style === 'danger' ? 'button danger filled' : 'button primary filled'} onClick=${() => onDone(true)}>
        ${dialog.confirm?.text ?? words.confirm}
      </button>
    </footer>
  </dialog>`;
}
