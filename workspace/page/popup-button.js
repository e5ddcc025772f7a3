/** A button that opens a small dialog beside it: the focus goes in, and back to the button when it closes. */
import { useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { usePopup } from './popup.js';

/**
 * @param {{ label: string, mark: unknown, kind: string, keys?: string, onOpen?: () => void, children: (close: () => void) => unknown }} props
 * `kind`: the class of the dialog; `children` draws what is in it;
 * `keys`: the key that presses it from around it
 */
export function PopupButton({ label, mark, kind, keys, onOpen, children }) {
  const [open, setOpen] = useState(false);
  const anchor = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const toggle = () => {
    if (!open) onOpen?.();
    setOpen(!open);
  };
  return html`<button ref=${anchor} type="button" class="icon-button" aria-haspopup="dialog" aria-expanded=${open} aria-label=${label} title=${keys ? `${label} (${keys})` : label} aria-keyshortcuts=${keys} data-key=${keys?.toLowerCase()}
      onClick=${toggle}>${mark}</button>
    ${open && html`<${Popup} anchor=${anchor} label=${label} kind=${kind} onOutside=${() => setOpen(false)} onEscape=${close}>${children(close)}<//>`}`;
}

/** Apart from its button, as there are many buttons and one popup. */
function Popup({ anchor, label, kind, onOutside, onEscape, children }) {
  const popup = usePopup(true, anchor, onOutside);
  useLayoutEffect(() => popup.current?.querySelector('input')?.focus(), []);
  const press = event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onEscape();
  };
  return html`<div ref=${popup} popover="manual" class=${`popup ${kind}`} role="dialog" aria-label=${label} onKeyDown=${press}>${children}</div>`;
}
