/** F6 and Shift+F6 go from one part of the page to the next: top bar, guide, what happened, each pane, inspector. */

/** The parts of the page, as selectors; the clock is one within the top bar. */
export const PARTS = '.clock, .top, .guide, .news, .pane, .inspector';
const STOPS = '.top, .guide, .news, .pane, .inspector';
const FOCUSABLE = 'a[href], button:not(:disabled), input, select, textarea, [tabindex="0"]';

/** For keydown on the page: to the part after, or with Shift before, the one that has the focus. */
export function stepRegion(/** @type {KeyboardEvent} */ event) {
  if (event.key !== 'F6') return;
  event.preventDefault();
  const regions = [...document.querySelectorAll(STOPS)].filter(isShown);
  const at = regions.findIndex(each => each.contains(document.activeElement));
  const step = event.shiftKey ? -1 : 1;
  const from = at < 0 && step < 0 ? 0 : at;
  const region = regions[(from + step + regions.length) % regions.length];
  if (region) /** @type {HTMLElement | null} */ (entranceOf(region))?.focus();
}

/** Goes into the pane at this place. */
export function focusPane(/** @type {number} */ index) {
  const pane = document.querySelectorAll('.pane')[index];
  if (pane) /** @type {HTMLElement | null} */ (entranceOf(pane))?.focus();
}

/** Where one lands in a part: in its dialog, at its messages, or at the first thing one can use. */
export function entranceOf(/** @type {Element} */ region) {
  const dialog = region.querySelector('dialog:not([inert])');
  if (dialog) return dialog;
  // Messages that are not there yet are waited for at the pane itself.
  if (region.matches('.pane')) return region.querySelector('[role=log], .home') ?? region;
  return [...region.querySelectorAll(FOCUSABLE)].find(isShown) ?? null;
}

/** Whether one could see it. */
export function isShown(/** @type {Element} */ element) {
  return element.checkVisibility({ visibilityProperty: true });
}
