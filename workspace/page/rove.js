/** Arrow keys within a list of buttons: up and down, Home and End; Tab leaves the list. */

/**
 * A keydown handler for the list's element; it moves among the elements marked data-rove.
 * @param {KeyboardEvent & { currentTarget: HTMLElement }} event
 */
export function rove(event) {
  const items = /** @type {HTMLElement[]} */ ([...event.currentTarget.querySelectorAll('[data-rove]')]);
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  items[Math.max(0, Math.min(items.length - 1, to))]?.focus();
}
