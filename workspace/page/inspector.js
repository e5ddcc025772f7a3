/** What goes between the workspace and the bot, with contents and answers; and failures one can order. */
import { useEffect, useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { ask, coalesce } from './api.js';
import { FaultForm } from './fault-form.js';
import { html } from './html.js';
import { useHints } from './live.js';
import { usePage } from './page-context.js';
import { formatTime } from './time.js';

const KEPT = 300;

/** @param {{ about: string, onClose: () => void }} props `about`: what to look for first, such as the timestamp of a message */
export function Inspector({ about, onClose }) {
  const { words, people, nameOf, fail } = usePage();
  const [entries, setEntries] = useState(/** @type {any[]} */ ([]));
  const [filter, setFilter] = useState(about);
  const [direction, setDirection] = useState('');
  const [person, setPerson] = useState('');
  const [onlyErrors, setOnlyErrors] = useState(false);
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const last = useRef(0);
  const load = useRef(
    coalesce(async () => {
      try {
        const fresh = (await ask('/human/log', { since: String(last.current) })).entries;
        if (fresh.length === 0) return;
        last.current = fresh.at(-1).seq;
        setEntries(held => [...fresh.reverse(), ...held].slice(0, KEPT));
      } catch (error) {
        fail(error);
      }
    }),
  );
  useEffect(() => {
    load.current();
  }, []);
  useHints(hint => (hint.type === 'log' || hint.type === 'reconnected') && load.current());
  useEffect(() => setFilter(about), [about]);
  useLayoutEffect(() => {
    // Whoever asks about a message goes on here, and so does whoever has it before everything else; others stay where they are.
    const covers = box.current !== null && getComputedStyle(box.current).position === 'fixed';
    if (about !== '' || covers)
      /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector('input[type=search]'))?.focus();
  }, [about]);
  const wanted = filter.trim().toLowerCase();
  const shown = entries.filter(
    entry =>
      (direction === '' || entry.direction === direction) &&
      (!onlyErrors || !entry.ok || entry.fault) &&
      (person === '' || personOf(entry) === person) &&
      (wanted === '' || JSON.stringify(entry).toLowerCase().includes(wanted)),
  );
  return html`<aside ref=${box} class="inspector" aria-label=${words.inspector} onKeyDown=${event => event.key === 'Escape' && onClose()}>
    <header class="pane-head"><h2>${words.inspector}</h2><button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}>✕</button></header>
    <div class="inspector-body" tabindex="0" role="region" aria-label=${words.log}>
      <${FaultForm} />
      <div class="filters">
        <label class="filter">${words.filter}<input class="input" type="search" value=${filter} onInput=${event => setFilter(event.currentTarget.value)} /></label>
        <label>${words.direction}<select class="input" value=${direction} onChange=${event => setDirection(event.currentTarget.value)}>
          <option value="">${words.everything}</option><option value="to_bot">→ ${words.toBot}</option><option value="from_bot">← ${words.fromBot}</option>
        </select></label>
        <label>${words.person}<select class="input" value=${person} onChange=${event => setPerson(event.currentTarget.value)}>
          <option value="">${words.everybody}</option>${people.map(({ id }) => html`<option value=${id}>${nameOf(id)}</option>`)}
        </select></label>
        <label class="check-line"><input type="checkbox" checked=${onlyErrors} onChange=${event => setOnlyErrors(event.currentTarget.checked)} />${words.onlyErrors}</label>
        <span class="quiet" role="status">${words.entries(shown.length, entries.length)}</span>
      </div>
      ${shown.length === 0 && html`<p class="empty">${words.logEmpty}</p>`}
      <ol class="log">${shown.map(entry => html`<${Entry} key=${entry.seq} entry=${entry} />`)}</ol>
    </div>
  </aside>`;
}

function kindOf(entry) {
  return String(entry.type ?? entry.method ?? '');
}

/** Who did what was delivered, or whom a call is for; '' when nobody in particular. */
function personOf(entry) {
  const { user, user_id, event, users } = entry.payload ?? {};
  return String(user_id ?? user?.id ?? user ?? event?.user?.id ?? event?.user ?? users ?? '');
}

function Entry({ entry }) {
  const { words, say, fail } = usePage();
  const [open, setOpen] = useState(false);
  const toBot = entry.direction === 'to_bot';
  const copy = () => navigator.clipboard.writeText(JSON.stringify(entry, null, 2)).then(() => say(words.copied), fail);
  return html`<li class=${entry.ok ? 'entry' : 'entry failed'}>
    <button type="button" class="entry-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <span class="direction" title=${toBot ? words.toBot : words.fromBot}><span aria-hidden="true">${toBot ? '→' : '←'}</span><span class="hidden">${toBot ? words.toBot : words.fromBot}</span></span>
      <span class="entry-name">${kindOf(entry)}</span>
      <span class="quiet">${entry.error ?? entry.fault ?? ''}</span>
      <span class="entry-time">${entry.ack_ms === null ? words.noAnswer : `${Math.round(entry.ack_ms)} ms`}</span>
      <time class="entry-time">${formatTime(new Date(entry.at), true)}</time>
    </button>
    ${
      open &&
      html`<div class="entry-body">
        <button type="button" class="button slim" onClick=${copy}>${words.copyJson}</button>
        <h3>${words.payload}</h3><pre tabindex="0">${JSON.stringify(entry.payload, null, 2)}</pre>
        <h3>${words.answer}</h3><pre tabindex="0">${entry.answer === undefined ? words.noAnswer : JSON.stringify(entry.answer, null, 2)}</pre>
      </div>`
    }
  </li>`;
}
