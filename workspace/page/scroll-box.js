/** A box for what may be wider than its place; it is a stop of the Tab key only while there is something to scroll. */
import { useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';

/** @param {{ label?: string, children?: unknown }} props */
export function ScrollBox({ label, children }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const measure = () => box.current && setScrolls(box.current.scrollWidth > box.current.clientWidth + 1);
    measure();
    const watch = new ResizeObserver(measure);
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return html`<div ref=${box} class="table-scroll" role=${scrolls ? 'group' : undefined} tabindex=${scrolls ? 0 : undefined} aria-label=${scrolls ? label : undefined}>${children}</div>`;
}
