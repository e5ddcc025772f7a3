/** Modal dialogs: shown while their component lives, with the focus inside, and back where it was afterwards. */
import { useLayoutEffect, useRef } from '/page/vendor/hooks.js';

/** What had the focus before the first of the dialogs now open. @type {HTMLElement | null} */
let origin = null;

/**
 * The ref for a `<dialog>`; `prefer` names what should have the focus first.
 * @param {string} [prefer] a selector
 */
export function useDialog(prefer) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useLayoutEffect(() => {
    const shown = dialog.current;
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    if (active && !active.closest('dialog')) origin = active;
    shown?.showModal();
    const wanted = prefer === undefined ? null : (shown?.querySelector('[data-focus]') ?? shown?.querySelector(prefer));
    /** @type {HTMLElement | null | undefined} */ (wanted)?.focus();
    return () => {
      shown?.close();
      requestAnimationFrame(giveBack);
    };
  }, []);
  return dialog;
}

/** Chromium gives the focus back while the page is still inert, and then takes no keys there: so it is given once more. */
function giveBack() {
  if (document.querySelector('dialog[open]') || !origin?.isConnected) return;
  if (document.activeElement === origin) origin.blur();
  if (document.activeElement === document.body) origin.focus();
}
