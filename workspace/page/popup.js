/** A list that floats over everything beside its anchor, in the browser's top layer so that nothing clips it. */
import { useEffect, useLayoutEffect, useRef } from '/page/vendor/hooks.js';

const GAP = 4;
const MOST = 320;

/**
 * The ref to put on the floating element (which needs the attribute popover="manual"). `anchor` is the element it belongs
 * to; `onOutside` is called when the person presses elsewhere.
 * @param {boolean} open
 * @param {{ current: HTMLElement | null }} anchor
 * @param {() => void} onOutside
 * @param {number} [most] pixels it may be high
 */
export function usePopup(open, anchor, onOutside, most = MOST) {
  const popup = useRef(/** @type {HTMLElement | null} */ (null));
  const place = () => {
    const from = anchor.current?.getBoundingClientRect();
    const list = popup.current;
    if (!from || !list) return;
    const below = innerHeight - from.bottom - GAP * 2;
    const above = from.top - GAP * 2;
    const up = below < Math.min(most, list.scrollHeight) && above > below;
    list.style.minWidth = `${Math.max(180, Math.min(from.width, innerWidth - 16))}px`;
    list.style.maxHeight = `${Math.min(most, up ? above : below)}px`;
    const width = list.offsetWidth;
    list.style.left = `${Math.max(8, Math.min(from.left, innerWidth - width - 8))}px`;
    list.style.top = up ? `${from.top - GAP - list.offsetHeight}px` : `${from.bottom + GAP}px`;
  };
  useLayoutEffect(() => {
    if (!open || !popup.current) return;
    if (!popup.current.matches(':popover-open')) popup.current.showPopover();
    place();
  });
  useEffect(() => {
    if (!open) return;
    /** @param {Event} event */
    const press = event => {
      const at = /** @type {Node} */ (event.target);
      if (!popup.current?.contains(at) && !anchor.current?.contains(at)) onOutside();
    };
    addEventListener('pointerdown', press, true);
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('pointerdown', press, true);
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [open]);
  return popup;
}
