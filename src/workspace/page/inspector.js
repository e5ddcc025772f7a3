/** What goes between the workspace and the bot, with contents and answers; and failures one can order. */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { ask, coalesce } from './api.js';
import { FaultForm } from './fault-form.js';
import { html } from './html.js';
import { useHints } from './live.js';
import { usePage } from './page-context.js';
import { formatTime } from './time.js';

const KEPT = 300;

/** @param {{ onClose: () => void }} props */
export function Inspector({ onClose }) {
  const { words, fail } = usePage();
  const [entries, setEntries] = useState(/** @type {any[]} */ ([]));
  const [filter, setFilter] = useState('');
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
  const shown = entries.filter(entry =>
    `${nameOf(entry)} ${entry.error ?? ''} ${entry.fault ?? ''}`.includes(filter.trim()),
  );
  return html`<aside class="inspector" aria-label=${words.inspector} onKeyDown=${event => event.key === 'Escape' && onClose()}>
    <header class="pane-head"><h2>${words.inspector}</h2><button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}>✕</button></header>
    <div class="inspector-body" tabindex="0" role="region" aria-label=${words.log}>
      <${FaultForm} />
      <label class="filter">${words.filter}<input class="input" type="search" value=${filter} onInput=${event => setFilter(event.currentTarget.value)} /></label>
      ${shown.length === 0 && html`<p class="empty">${words.logEmpty}</p>`}
      <ol class="log">${shown.map(entry => html`<${Entry} key=${entry.seq} entry=${entry} />`)}</ol>
    </div>
  </aside>`;
}

function nameOf(entry) {
  return String(entry.type ?? entry.method ?? '');
}

function Entry({ entry }) {
  const { words } = usePage();
  const [open, setOpen] = useState(false);
  const toBot = entry.direction === 'to_bot';
  return html`<li class=${entry.ok ? 'entry' : 'entry failed'}>
    <button type="button" class="entry-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <span class="direction" title=${toBot ? words.toBot : words.fromBot}><span aria-hidden="true">${toBot ? '→' : '←'}</span><span class="hidden">${toBot ? words.toBot : words.fromBot}</span></span>
      <span class="entry-name">${nameOf(entry)}</span>
      <span class="quiet">${entry.error ?? entry.fault ?? ''}</span>
      <span class="entry-time">${entry.ack_ms === null ? words.noAnswer : `${Math.round(entry.ack_ms)} ms`}</span>
      <time class="entry-time">${formatTime(new Date(entry.at), true)}</time>
    </button>
    ${
      open &&
      html`<div class="entry-body">
        <h3>${words.payload}</h3><pre tabindex="0">${JSON.stringify(entry.payload, null, 2)}</pre>
        <h3>${words.answer}</h3><pre tabindex="0">${entry.answer === undefined ? words.noAnswer : JSON.stringify(entry.answer, null, 2)}</pre>
      </div>`
    }
  </li>`;
}
