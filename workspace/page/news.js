/**
 * What happened on the way through time: each message with its moment and the place where one reads it.
 * @import { Place } from './route.d.ts'
 * @import { Journey, News } from './travel.js'
 * @typedef {{ reader: string | undefined, channel: string, where: string }} Door where one reads it, and as whom
 * @typedef {{ when: Date, doors: Door[], text: string, others: boolean }} Line
 */
import { useLayoutEffect, useRef } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { firstLine } from './plain-text.js';
import { formatTime, momentOf } from './time.js';

/** @param {{ journey: Journey, shown: string[], onOpen: (place: Place) => void, onClose: () => void }} props `shown`: the people on the page */
export function NewsList({ journey, shown, onOpen, onClose }) {
  const { words, bot, people, nameOf } = usePage();
  const list = useRef(/** @type {HTMLOListElement | null} */ (null));
  const known = new Set(people.map(person => person.id));
  const lines = linesOf(journey.news, { shown, nameOf, words, isReader: id => id !== bot.id && known.has(id) });
  useLayoutEffect(() => {
    if (list.current && journey.busy) list.current.scrollTop = list.current.scrollHeight;
  }, [lines.length]);
  if (lines.length === 0) return null;
  return html`<section class="news" aria-label=${words.onTheWay}>
    <h2>${words.onTheWay}</h2>
    <ol ref=${list} tabindex="0" aria-label=${words.onTheWay}>${lines.map(line => html`<${Item} line=${line} onOpen=${onOpen} />`)}</ol>
    <button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}>✕</button>
  </section>`;
}

/** @param {{ line: Line, onOpen: (place: Place) => void }} props */
function Item({ line, onOpen }) {
  const { words, nameOf } = usePage();
  const { when, doors, text, others } = line;
  return html`<li>
    <time datetime=${when.toISOString()}>${formatTime(when)}</time>
    <span class="news-doors">${others && html`<span>${words.directsTo}</span>`}
    ${doors.map(({ reader, channel, where }) =>
      reader
        ? html`<button type="button" class="link-button" title=${words.openAs(where, nameOf(reader))} onClick=${() => onOpen({ user: reader, channel })}>${where}</button>`
        : html`<span>${where}</span>`,
    )}</span>
    <span class="news-text">${text}</span>
  </li>`;
}

/**
 * One line for each message; what went to many in one minute by direct message, and to nobody on the page, is one line.
 * @param {News[]} news
 * @param {{ shown: string[], nameOf: (id: string) => string, isReader: (id: string) => boolean, words: import('./words.js').Words }} page
 * @returns {Line[]}
 */
function linesOf(news, { shown, nameOf, isReader, words }) {
  /** @type {Line[]} */
  const lines = [];
  for (const { channel, name, is_im, members, user, ts, text } of news) {
    const readers = members.filter(isReader);
    // Whoever is on the page anyway reads it; else the one it is for.
    const here = shown.find(id => readers.includes(id));
    const reader = here ?? readers.find(id => id !== user) ?? readers[0];
    const others = is_im && here === undefined;
    const to = nameOf(reader ?? user);
    const where = others ? to : is_im ? words.directWith(to) : `#${name}`;
    const when = momentOf(ts);
    const before = lines.at(-1);
    if (others && before?.others && formatTime(before.when) === formatTime(when)) {
      before.text = '';
      if (before.doors.every(door => door.channel !== channel)) before.doors.push({ reader, channel, where });
    } else lines.push({ when, doors: [{ reader, channel, where }], text: firstLine(text, nameOf), others });
  }
  return lines;
}
