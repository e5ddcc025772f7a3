/** Whoever uses the keyboard is never lost: when what had the focus is gone, hidden or at rest, the focus goes to what is nearest. */
import { entranceOf, focusPane, isShown, PARTS } from './region.js';

/** What had the focus last, and what was around it then, nearest first. */
const held = { element: /** @type {Element | null} */ (null), around: /** @type {Element[]} */ ([]) };

/** Begins to watch over the focus, for as long as the page lives. */
export function keepFocusOnPage() {
  document.addEventListener('focusin', ({ target }) => {
    const element = /** @type {Element} */ (target);
    Object.assign(held, { element, around: ancestorsOf(element) });
  });
  let waiting = 0;
  // A browser notices a frame later that what it had in focus cannot have it any more.
  const soon = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(rescue);
    });
  };
  const attributeFilter = ['class', 'disabled', 'inert'];
  new MutationObserver(soon).observe(document.body, { subtree: true, childList: true, attributeFilter });
}

function rescue() {
  if (document.activeElement !== document.body || !held.element || canHave(held.element)) return;
  for (const each of held.around.filter(canHave)) {
    const next = each.matches(PARTS) ? entranceOf(each) : each.hasAttribute('tabindex') ? each : null;
    if (next) return /** @type {HTMLElement} */ (next).focus();
  }
  focusPane(0);
}

function canHave(/** @type {Element} */ element) {
  return element.isConnected && isShown(element) && !element.closest('[inert]') && !element.matches(':disabled');
}

function ancestorsOf(/** @type {Element} */ element) {
  const found = [];
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) found.push(each);
  return found;
}
