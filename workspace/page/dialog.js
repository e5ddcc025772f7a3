/**
 * Dialogs of a pane: what is beneath them in that pane rests, and everything beside it goes on, so that another person can
 * act meanwhile. The focus goes in when it was in that pane or nowhere, and back where it was afterwards.
 */
import { useLayoutEffect, useRef } from '/page/vendor/hooks.js';

/**
 * What had the focus last in each pane: anywhere in it, and beneath its dialogs.
 * @type {WeakMap<Element, { anywhere: HTMLElement | null, beneath: HTMLElement | null }>}
 */
const last = new WeakMap();

/** For a pane's focusin: remembers where to give the focus back to. */
export function keepFocus(/** @type {FocusEvent & { currentTarget: HTMLElement }} */ { currentTarget: pane, target }) {
  const anywhere = /** @type {HTMLElement} */ (target);
  const beneath = anywhere.closest('dialog') ? (last.get(pane)?.beneath ?? null) : anywhere;
  last.set(pane, { anywhere, beneath });
}

/**
 * What to spread on a `<dialog>` of a pane, shown while its component lives.
 * @param {() => void} onClose called on Escape
 * @param {string} [prefer] a selector for what should have the focus first; without it, the first button
 */
export function useDialog(onClose, prefer = 'button') {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useLayoutEffect(() => {
    const shown = dialog.current;
    const pane = shown?.closest('.pane');
    if (!shown || !pane) return;
    const from = last.get(pane)?.anywhere ?? null;
    const { activeElement } = document;
    if (activeElement === document.body || pane.contains(activeElement)) {
      const wanted = shown.querySelector('[data-focus]') ?? shown.querySelector(prefer) ?? shown;
      /** @type {HTMLElement} */ (wanted).focus();
    }
    return () => requestAnimationFrame(() => giveBack(pane, from));
  }, []);
  return {
    ref: dialog,
    open: true,
    tabindex: -1,
    onKeyDown(/** @type {KeyboardEvent} */ event) {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    },
  };
}

/** Unless the person went elsewhere, to where the focus was, or beneath the dialogs, or to what the pane is about. */
function giveBack(/** @type {Element} */ pane, /** @type {HTMLElement | null} */ from) {
  if (document.activeElement !== document.body) return;
  const under = [from, last.get(pane)?.beneath, pane.querySelector('[role=log], .home')];
  /** @type {HTMLElement | null | undefined} */ (
    under.find(each => each?.isConnected && !each.closest('[inert]'))
  )?.focus();
}
