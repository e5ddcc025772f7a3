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
import { dayOf, formatClock, formatDay, formatTime, momentOf } from './time.js';

/** @param {{ journey: Journey, said: string, shown: string[], onOpen: (place: Place) => void, onClose: () => void }} props `shown`: the people on the page */
export function NewsList({ journey, said, shown, onOpen, onClose }) {
  const { words, language, bot, people, nameOf, now } = usePage();
  const list = useRef(/** @type {HTMLOListElement | null} */ (null));
  const known = new Set(people.map(person => person.id));
  const lines = linesOf(journey.news, { shown, nameOf, words, isReader: id => id !== bot.id && known.has(id) });
  useLayoutEffect(() => {
    if (list.current && journey.busy) list.current.scrollTop = list.current.scrollHeight;
  }, [lines.length]);
  // The day is named where it changes, and first where the journey began on another.
  let day = dayOf(journey.from);
  const items = lines.map(line => {
    const named = dayOf(line.when) === day ? null : formatDay(line.when, language, now());
    day = dayOf(line.when);
    return html`${named && html`<li class="news-day">${named}</li>`}<${Item} line=${line} onOpen=${onOpen} />`;
  });
  return html`<section class="news" aria-label=${words.onTheWay}>
    <h2>${said}</h2>
    ${items.length > 0 && html`<ol ref=${list} tabindex="0" aria-label=${words.onTheWay}>${items}</ol>`}
    ${!journey.busy && html`<button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}>✕</button>`}
  </section>`;
}

/**
 * From where to where a journey leads or led, and how much was said on the way.
 * @param {Journey} journey
 * @param {import('./words.js').Words} words
 * @param {import('./time.d.ts').Language} language
 */
export function journeyInWords({ busy, from, to, short, count, news }, words, language) {
  const [begun, ended] = [formatClock(from, language), formatClock(to, language)];
  if (busy) return words.travelling(begun, ended);
  const gap = language === 'zh' ? '' : ' ';
  const rest = news.length < count ? `${gap}${words.onlyLast(news.length)}` : '';
  if (short) return `${words.stoppedShort(begun, ended)}${rest}`;
  return count === 0 ? words.nothingOnTheWay(begun, ended) : `${words.arrived(begun, ended, count)}${rest}`;
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
