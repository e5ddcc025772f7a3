/**
 * The newcomer's guide: the steps the app lent the workspace, the present one with a button that begins it.
 * @typedef {{ zh: string, en: string }} Bilingual
 * @typedef {{ user?: string, channel?: string, type?: string, clock?: string }} Go
 * @typedef {{ id: string, title: Bilingual, text: Bilingual, button: Bilingual, done: boolean, go: Go }} Step
 */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { ask } from './api.js';
import { html } from './html.js';
import { useLive } from './live.js';
import { usePage } from './page-context.js';

const TURNS = new Set(['message', 'changed', 'view', 'clock']);
const KEPT = 'guide-dismissed';

/** Whether the guide is put away, remembered by the browser, and a function that changes it. */
export function useGuideAway() {
  const [away, setAway] = useState(localStorage.getItem(KEPT) === 'yes');
  const put = next => {
    localStorage.setItem(KEPT, next ? 'yes' : 'no');
    setAway(next);
  };
  return /** @type {const} */ ([away, put]);
}

/**
 * The guide as it stands now: undefined until known, null when nobody lent one.
 * @param {(error: unknown) => void} fail
 * @returns {{ steps: Step[], end: Bilingual } | null | undefined}
 */
export function useGuide(fail) {
  const [guide] = useLive(
    'guide',
    async () => (await ask('/human/guide')).guide,
    hint => TURNS.has(hint.type),
    fail,
  );
  return guide;
}

/** @param {{ guide: { steps: Step[], end: Bilingual }, busy: boolean, onGo: (go: Go) => void, onClose: () => void }} props */
export function Guide({ guide, busy, onGo, onClose }) {
  const { words, language } = usePage();
  const at = guide.steps.findIndex(step => !step.done);
  const now = guide.steps[at];
  const said = useNewlyDone(guide.steps);
  return html`<section class="guide" aria-label=${words.guide}>
    <ol class="guide-steps">
      ${guide.steps.map(
        (
          step,
          index,
        ) => html`<li key=${step.id} class=${step.done ? 'done' : index === at ? 'now' : ''} aria-current=${index === at ? 'step' : undefined}>
          <span class="guide-mark" aria-hidden="true">${step.done ? '✓' : index + 1}</span>
          <span>${step.title[language]}</span>${step.done && html`<span class="hidden">(${words.stepDone})</span>`}
        </li>`,
      )}
    </ol>
    <p class="guide-text">${now ? now.text[language] : guide.end[language]}</p>
    ${now && html`<button type="button" class="button primary filled slim" disabled=${busy} onClick=${() => onGo(now.go)}>${now.button[language]}</button>`}
    <button type="button" class="icon-button" aria-label=${words.guideDismiss} title=${words.guideDismiss} onClick=${onClose}>✕</button>
    <span class="hidden" role="status">${said.map(step => words.guideDone(step.title[language])).join(' ')}</span>
  </section>`;
}

/** The steps that were done while one looked, for those who do not see the ticks. */
function useNewlyDone(steps) {
  const first = useRef(new Set(steps.filter(step => step.done).map(step => step.id)));
  const [said, setSaid] = useState(/** @type {Step[]} */ ([]));
  const done = steps.filter(step => step.done && !first.current.has(step.id));
  const key = done.map(step => step.id).join(' ');
  useEffect(() => setSaid(done.slice(-1)), [key]);
  return said;
}
