/** What time the bot lives in, what falls due next, and the ways to travel forward. */
import { useEffect, useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { ask } from './api.js';
import { html } from './html.js';
import { useLive } from './live.js';
import { usePage } from './page-context.js';
import { usePopup } from './popup.js';
import { formatClock, fromLocal, toLocal } from './time.js';

/**
 * @param {{ busy: boolean, said: string, onTravel: (to: Date) => void }} props
 * `said`: what is to be said of the last journey, in words
 */
export function ClockBar({ busy, said, onTravel }) {
  const { words, language, now, fail } = usePage();
  const [, tick] = useState(0);
  const [open, setOpen] = useState(false);
  const anchor = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const popup = usePopup(open, anchor, () => setOpen(false), 560);
  const [found, landmarksAgain] = useLive(
    'landmarks',
    async () => (await ask('/human/landmarks')).landmarks,
    hint => hint.type === 'clock' && !busy,
    fail,
  );
  const landmarks = found ?? [];
  const at = now();
  const passed = landmarks.length > 0 && new Date(landmarks[0].at) <= at;
  useEffect(() => {
    if (passed && !busy) landmarksAgain();
  }, [passed, busy]);
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);

  useLayoutEffect(() => {
    if (open) popup.current?.querySelector('button')?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const travel = to => {
    if (open) close();
    onTravel(to);
  };
  const goes = (when, label) => words.goesTo(`${formatClock(when, language)}${label ? ` · ${label}` : ''}`);
  const by = (label, milliseconds) => ({
    label,
    title: goes(new Date(at.getTime() + milliseconds)),
    onClick: () => travel(new Date(now().getTime() + milliseconds)),
  });
  const marks = landmarks
    .filter(mark => new Date(mark.at) > at)
    .map(mark => ({
      label: mark.button?.[language],
      order: mark.button?.en ?? '',
      name: mark.label[language],
      when: formatClock(new Date(mark.at), language),
      title: goes(new Date(mark.at), mark.label[language]),
      onClick: () => travel(new Date(mark.at)),
    }));
  // Always in the same places, whichever comes first.
  const main = marks.filter(mark => mark.label).sort((a, b) => (a.order < b.order ? -1 : 1));
  const steps = [by(words.plus15, 900_000), by(words.plusHour, 3_600_000), by(words.plusDay, 86_400_000)];
  return html`<div class="clock" role="group" aria-label=${words.clock} aria-busy=${busy}>
    <button ref=${anchor} type="button" class=${busy ? 'clock-face moving' : 'clock-face'} aria-haspopup="dialog" aria-expanded=${open} title=${words.clockOpen} onClick=${() => (open ? close() : setOpen(true))}>
      <span class="hidden">${words.clock}</span><span class="clock-mark" aria-hidden="true">${busy ? '⏳' : '🕗'}</span> <time datetime=${at.toISOString()}>${formatClock(at, language)}</time>
    </button>
    <div class="jumps">
      ${(found ? [...main.slice(0, 1), ...steps, ...main.slice(1)] : []).map(
        ({ label, title, order, onClick }) =>
          html`<button key=${label} type="button" class=${order === undefined ? 'button slim step' : 'button slim'} title=${title} aria-disabled=${busy} onClick=${busy ? undefined : onClick}>${label}</button>`,
      )}
    </div>
    <span class="hidden" role="status">${said}</span>
    ${
      open &&
      html`<div ref=${popup} popover="manual" class="popup clock-popup" role="dialog" aria-label=${words.clockOpen}
        onKeyDown=${event => event.key === 'Escape' && close()}>
      <div class="steps">${steps.map(({ label, title, onClick }) => html`<button type="button" class="button slim" title=${title} disabled=${busy} onClick=${onClick}>${label}</button>`)}</div>
      ${
        marks.length > 0 &&
        html`<h2>${words.comingUp}</h2>
          <ul>${marks.map(({ label, name, when, title, onClick }) => html`<li><button type="button" class="popup-item" title=${title} disabled=${busy} onClick=${onClick}><span>${when}</span> <span class=${label ? '' : 'quiet'}>${name}</span></button></li>`)}</ul>`
      }
      <${GoTo} at=${at} busy=${busy} onGo=${travel} />
    </div>`
    }
  </div>`;
}

/** The time alone, where it is the machine's own and cannot be moved. */
export function StillClock() {
  const { words, language, now } = usePage();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const at = now();
  return html`<div class="clock" role="group" aria-label=${words.clock}>
    <span class="clock-face still"><span class="clock-mark" aria-hidden="true">🕗</span> <time datetime=${at.toISOString()}>${formatClock(at, language)}</time></span>
  </div>`;
}

function GoTo({ at, busy, onGo }) {
  const { words, language } = usePage();
  const [wanted, setWanted] = useState(toLocal(new Date(at.getTime() + 60_000)).slice(0, 16));
  const when = fromLocal(wanted);
  const back = when !== null && when < at;
  return html`<form class="go-to" onSubmit=${event => {
    event.preventDefault();
    if (when && !back) onGo(when);
  }}>
    <label>${words.dateTime}<input class="input" type="datetime-local" lang=${words.lang} value=${wanted} onInput=${event => setWanted(event.currentTarget.value)} /></label>
    <p class="hint" role="status">${back ? words.onlyForward : when ? words.goesTo(formatClock(when, language)) : ''}</p>
    <button type="submit" class="button primary filled" disabled=${busy || when === null || back}>${words.goTo}</button>
  </form>`;
}
