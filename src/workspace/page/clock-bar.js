/** What time the bot lives in, and the ways to travel forward. */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { tell } from './api.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { usePopup } from './popup.js';
import { formatClock, fromLocal, nextMeeting, nextWorkingMorning, toLocal } from './time.js';

/** `onTravelled` is called when the bot has arrived. */
export function ClockBar({ onTravelled }) {
  const { words, language, now, fail } = usePage();
  const [, tick] = useState(0);
  const [busy, setBusy] = useState(false);
  const [open, setOpen] = useState(false);
  const anchor = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const popup = usePopup(open, anchor, () => setOpen(false), 520);
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);

  const travel = async request => {
    setBusy(true);
    setOpen(false);
    try {
      await tell('/human/clock', request);
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
      onTravelled();
    }
  };
  const at = now();
  const to = when => ({
    title: words.goesTo(formatClock(when, language)),
    onClick: () => travel({ now: when.toISOString() }),
  });
  const by = (duration, milliseconds) => ({
    title: to(new Date(at.getTime() + milliseconds)).title,
    onClick: () => travel({ advance: duration }),
  });
  const jumps = [
    { label: words.nextMeeting, ...to(nextMeeting(at)) },
    { label: words.plus15, ...by('PT15M', 900_000) },
    { label: words.plusHour, ...by('PT1H', 3_600_000) },
    { label: words.plusDay, ...by('P1D', 86_400_000) },
    { label: words.nextMorning, ...to(nextWorkingMorning(at)) },
  ];
  return html`<div class="clock" role="group" aria-label=${words.clock} aria-busy=${busy}>
    <button ref=${anchor} type="button" class="clock-face" aria-haspopup="dialog" aria-expanded=${open} title=${words.clockOpen} onClick=${() => setOpen(!open)}>
      <span class="hidden">${words.clock}</span><span aria-hidden="true">${busy ? '⏳' : '🕗'}</span> <time datetime=${at.toISOString()}>${formatClock(at, language)}</time>
    </button>
    <div class="jumps">
      ${jumps.map(({ label, title, onClick }) => html`<button type="button" class="button slim" title=${title} disabled=${busy} onClick=${onClick}>${label}</button>`)}
    </div>
    <span class="travelling" role="status">${busy ? words.travelling : ''}</span>
    ${
      open &&
      html`<div ref=${popup} popover="manual" class="popup clock-popup" role="dialog" aria-label=${words.clockOpen} onKeyDown=${event => event.key === 'Escape' && setOpen(false)}>
      ${jumps.map(({ label, title, onClick }) => html`<button type="button" class="popup-item" disabled=${busy} onClick=${onClick}><span>${label}</span><span class="quiet">${title}</span></button>`)}
      <${GoTo} at=${at} busy=${busy} onGo=${travel} />
    </div>`
    }
  </div>`;
}

function GoTo({ at, busy, onGo }) {
  const { words } = usePage();
  const [wanted, setWanted] = useState(toLocal(new Date(at.getTime() + 60_000)).slice(0, 16));
  const when = fromLocal(wanted);
  const back = when !== null && when < at;
  return html`<form class="go-to" onSubmit=${event => {
    event.preventDefault();
    if (when && !back) onGo({ now: when.toISOString() });
  }}>
    <label>${words.dateTime}<input class="input" type="datetime-local" value=${wanted} onInput=${event => setWanted(event.currentTarget.value)} /></label>
    <button type="submit" class="button primary filled" disabled=${busy || when === null || back}>${words.goTo}</button>
    ${back && html`<p class="hint" role="status">${words.onlyForward}</p>`}
  </form>`;
}
