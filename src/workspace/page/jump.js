/** A button that asks for a day and goes to its first message in the conversation. */
import { useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { usePopup } from './popup.js';
import { dayOf, fromLocal } from './time.js';

/** @param {{ onJump: (ts: string) => void }} props `ts`: where that day begins */
export function JumpToDate({ onJump }) {
  const { words, now } = usePage();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const anchor = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const popup = usePopup(open, anchor, () => setOpen(false));
  useLayoutEffect(() => {
    if (open) popup.current?.querySelector('input')?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const begins = fromLocal(`${day}T00:00`);
  const jump = event => {
    event.preventDefault();
    if (!begins) return;
    close();
    onJump(`${Math.floor(begins.getTime() / 1000)}.000000`);
  };
  const toggle = () => {
    setDay(dayOf(now()));
    setOpen(!open);
  };
  return html`<button ref=${anchor} type="button" class="icon-button" aria-haspopup="dialog" aria-expanded=${open}
      aria-label=${words.jumpToDate} title=${words.jumpToDate} onClick=${toggle}>📅</button>
    ${
      open &&
      html`<div ref=${popup} popover="manual" class="popup jump" role="dialog" aria-label=${words.jumpToDate}
        onKeyDown=${event => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          close();
        }}>
        <form onSubmit=${jump}>
          <label>${words.jumpToDate}<input class="input" type="date" lang=${words.lang} max=${dayOf(now())} value=${day} onInput=${event => setDay(event.currentTarget.value)} /></label>
          <button type="submit" class="button primary filled" disabled=${begins === null}>${words.goTo}</button>
        </form>
      </div>`
    }`;
}
