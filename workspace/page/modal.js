/** A person's open modal as a dialog: its inputs, their errors, submitting and closing. */
import { useEffect, useState } from '/page/vendor/hooks.js';
import { tell } from './api.js';
import { Avatar } from './avatar.js';
import { Blocks } from './blocks.js';
import { useDialog } from './dialog.js';
import { submissionOf } from './form.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { SurfaceContext, useNewSurface } from './surface.js';
import { Text } from './text.js';

/**
 * @param {{ user: string, view: any, held: Map<string, any>, resting: boolean, onChanged: () => Promise<void> }} props
 * `held` keeps the values of every view of the stack by view id, so that going back finds them as they were; `resting`:
 * a question stands above it.
 */
export function Modal({ user, view, held, resting, onChanged }) {
  const { words, nameOf } = usePage();
  const [values, setValues] = useState(held.get(view.id) ?? {});
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const keep = next => {
    held.set(view.id, next);
    setValues(next);
  };
  const surface = useNewSurface({
    user,
    target: { view_id: view.id },
    blocks: view.blocks,
    held: values,
    errors,
    onChange: keep,
    here: hereIn(view),
  });

  const run = async deed => {
    setBusy(true);
    setProblem('');
    try {
      await deed();
    } catch (error) {
      setProblem(words.failed(error instanceof Error ? error.message : String(error)));
    } finally {
      setBusy(false);
      await onChanged();
    }
  };
  const submit = event => {
    event.preventDefault();
    if (busy) return;
    run(async () => {
      const answer = await tell('/human/submit', {
        user,
        view_id: view.id,
        values: submissionOf(view.blocks, surface.values),
      });
      setErrors(answer.errors ?? {});
      if (!answer.ok && !answer.errors)
        setProblem(words.appFailed[answer.error] ?? answer.text ?? words.appFailed.dispatch_failed);
    });
  };
  const close = all => run(() => tell('/human/close', { user, view_id: view.id, all }));
  const dialog = useDialog(() => close(false), '.dialog-body :is(input, textarea, select, button)');
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const wrong = /** @type {HTMLElement | null | undefined} */ (
      dialog.ref.current?.querySelector('[aria-invalid=true]')
    );
    wrong?.focus();
    // With what is said of it, which stands below.
    wrong?.closest('.block')?.scrollIntoView({ block: 'nearest' });
  }, [errors]);
  const hasInput = view.blocks.some(block => block.type === 'input');
  return html`<dialog ...${dialog} class="dialog" aria-labelledby=${`${view.id}-title`} inert=${resting}>
    <form onSubmit=${submit} novalidate>
      <header>
        ${view.previous_view_id && html`<button type="button" class="icon-button" aria-label=${words.back} onClick=${() => close(false)}>←</button>`}
        <h2 id=${`${view.id}-title`}><${Text} text=${view.title} /></h2>
        <span class="whose"><${Avatar} id=${user} size="small" /><span><span class="hidden">${words.modalOf('')}</span>${nameOf(user)}</span></span>
        <button type="button" class="icon-button" aria-label=${words.close} onClick=${() => close(true)}>✕</button>
      </header>
      <div class="dialog-body" tabindex="-1">
        <${SurfaceContext.Provider} value=${surface}><${Blocks} blocks=${view.blocks} /><//>
      </div>
      ${problem && html`<p class="error dialog-problem" role="alert">${problem}</p>`}
      <footer>
        <button type="button" class="button" onClick=${() => close(false)}>${view.close?.text ?? words.cancel}</button>
        ${
          (view.submit || hasInput) &&
          html`<button type="submit" class="button primary filled" aria-busy=${busy} disabled=${busy}>
            ${view.submit?.text ?? words.submit}
          </button>`
        }
      </footer>
    </form>
  </dialog>`;
}

/** The conversation the modal was opened in, as far as one of its fields starts with it. */
function hereIn(view) {
  for (const block of view.blocks) {
    const element = block.element ?? block.accessory;
    if (element?.default_to_current_conversation !== true) continue;
    const value = view.state?.values?.[block.block_id]?.[element.action_id];
    const here = value?.selected_conversation ?? value?.selected_conversations?.[0];
    if (here) return here;
  }
  return undefined;
}
