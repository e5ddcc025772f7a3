/** A button that opens a short menu beside it. */
import { useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { usePopup } from './popup.js';

/**
 * @param {{ label: string, mark: unknown, look: string, id?: string, tabindex?: number, disabled?: boolean,
 *   items: { name: unknown, more?: unknown, disabled?: boolean, run: () => void }[] }} props
 * an item that is `disabled` is there to say in `more` why
 */
export function Menu({ label, mark, look, id, tabindex, disabled = false, items }) {
  const [open, setOpen] = useState(false);
  const anchor = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const popup = usePopup(open, anchor, () => setOpen(false));
  useLayoutEffect(() => {
    if (open) /** @type {HTMLElement | null | undefined} */ (popup.current?.querySelector('[role=menuitem]'))?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const press = event => {
    const shown = /** @type {HTMLElement[]} */ ([...(popup.current?.querySelectorAll('[role=menuitem]') ?? [])]);
    const at = shown.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) shown[(at + step + shown.length) % shown.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    if (step !== 0 || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const choose = item => {
    if (item.disabled) return;
    close();
    item.run();
  };
  return html`<button ref=${anchor} type="button" class=${look} aria-haspopup="menu" aria-expanded=${open} aria-label=${label} title=${label}
      id=${id} tabindex=${tabindex} disabled=${disabled} onClick=${() => setOpen(!open)}>${mark}</button>
    ${
      open &&
      html`<div ref=${popup} popover="manual" role="menu" aria-label=${label} class="popup" onKeyDown=${press}>
        ${items.map(
          item => html`<button type="button" role="menuitem" tabindex="-1" class="popup-item" aria-disabled=${item.disabled ? 'true' : undefined} onClick=${() => choose(item)}>
            <span>${item.name}</span>${item.more && html`<span class="quiet">${item.more}</span>`}
          </button>`,
        )}
      </div>`
    }`;
}
