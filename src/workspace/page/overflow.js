/** Draws an overflow menu: three dots that open a short list. */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { safeUrl } from './mrkdwn.js';
import { usePage } from './page-context.js';
import { usePopup } from './popup.js';
import { useSurface } from './surface.js';
import { Text } from './text.js';

export function Overflow({ block, element, field }) {
  const { words } = usePage();
  const { act, busy } = useSurface();
  const [open, setOpen] = useState(false);
  const anchor = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const popup = usePopup(open, anchor, () => setOpen(false));
  useEffect(() => {
    if (open) /** @type {HTMLElement | null} */ (popup.current?.querySelector('[role=menuitem]'))?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const choose = option => {
    close();
    const url = safeUrl(option.url ?? '');
    if (url) openOutside(url);
    act(block, element, { selected: option.value });
  };
  const press = event => {
    const items = /** @type {HTMLElement[]} */ ([...(popup.current?.querySelectorAll('[role=menuitem]') ?? [])]);
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) items[(at + step + items.length) % items.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    if (step !== 0 || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return html`<button ref=${anchor} type="button" class="button icon-only" aria-haspopup="menu" aria-expanded=${open}
      aria-label=${words.more} id=${field.id} disabled=${busy !== null} onClick=${() => setOpen(!open)}>⋯</button>
    ${
      open &&
      html`<div ref=${popup} popover="manual" role="menu" class="popup" onKeyDown=${press}>
        ${(element.options ?? []).map(
          option => html`<button type="button" role="menuitem" tabindex="-1" class="popup-item" onClick=${() => choose(option)}>
            <${Text} text=${option.text} />
            ${option.description && html`<span class="quiet"><${Text} text=${option.description} /></span>`}
          </button>`,
        )}
      </div>`
    }`;
}

/** @param {string} url */
function openOutside(url) {
  window.open(url, '_blank', 'noreferrer,noopener');
}
