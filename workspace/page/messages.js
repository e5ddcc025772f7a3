/**
 * The scrolling list of a conversation's messages: newest at the bottom, others drawn as one scrolls to them.
 * @import { Chunk, Seen } from './message-list.d.ts'
 * @import { Target } from './use-messages.js'
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from '/page/vendor/hooks.js';
import { html, memo } from './html.js';
import { Message } from './message.js';
import { pressInList } from './message-keys.js';
import { chunksOf, linesOf, messageAt } from './message-list.js';
import { usePage } from './page-context.js';
import { dayOf, formatDay, fromLocal } from './time.js';

/** So close to the end one is at the end, in pixels. */
const NEAR = 80;
/** So close to what is not there yet it is asked for. */
const SOON = 400;

/**
 * @param {{ messages: Seen[], more?: boolean, later?: boolean, onStep?: (step: 'older' | 'later' | 'newest') => Promise<void>,
 *   stuck: { current: boolean }, target?: Target | null, label: string, empty: string, user: string, channel: string,
 *   newFrom?: string, edits: import('./edits.js').Edits | null, onThread?: (ts: string) => void }} props `newFrom`: the first message not read when one came here;
 *   `stuck`: whether the reader is at the end, kept here; `target`: the message to show and mark
 */
export function Messages({
  messages,
  more = false,
  later = false,
  onStep = async () => {},
  stuck,
  target = null,
  label,
  empty,
  user,
  channel,
  newFrom = '',
  edits,
  onThread,
}) {
  const { words, language, now } = usePage();
  const scroller = useRef(/** @type {HTMLDivElement | null} */ (null));
  const list = useRef(/** @type {HTMLDivElement | null} */ (null));
  const moving = useRef(false);
  const top = useRef(0);
  const [away, setAway] = useState(false);
  const before = useRef(/** @type {Chunk[]} */ ([]));
  const chunks = useMemo(() => chunksOf(linesOf(messages), before.current), [messages]);
  before.current = chunks;
  const today = dayOf(now());
  const marked = target === null ? '' : messageAt(messages, target.ts);
  const editing = edits?.all().split(' ') ?? [];
  const gone = useRef(/** @type {Target | null} */ (null));

  // What the reader looks at stays where it is, whatever comes or goes above it: looked up before anything is redrawn.
  const drawn = useRef(messages);
  const anchor = useRef(/** @type {Anchor | null} */ (null));
  if (drawn.current !== messages) {
    anchor.current = stuck.current ? null : anchorIn(scroller.current);
    drawn.current = messages;
  }

  const toBottom = () => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  };
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    moving.current = false;
    const wanted = target !== gone.current && marked !== '' ? articleOf(box, marked) : null;
    if (wanted) {
      gone.current = target;
      stuck.current = false;
      wanted.focus({ preventScroll: true });
      wanted.scrollIntoView({ block: 'center' });
    } else if (anchor.current) {
      const { ts, top } = anchor.current;
      const held = articleOf(box, ts);
      if (held) box.scrollTop += held.getBoundingClientRect().top - top;
    } else if (stuck.current) toBottom();
  }, [messages, target]);
  useEffect(() => {
    // Late layout (fonts, pictures, an opened form) must not push the newest message out of sight.
    const watch = new ResizeObserver(() => stuck.current && toBottom());
    if (list.current) watch.observe(list.current);
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, []);

  /** @param {'older' | 'later' | 'newest'} name */
  const step = name => {
    moving.current = true;
    onStep(name).finally(() => {
      moving.current = false;
    });
  };
  const scrolled = () => {
    const box = scroller.current;
    if (!box) return;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    const up = box.scrollTop < top.current;
    top.current = box.scrollTop;
    // What is at the end and narrows, or is only now drawn in full, pushes the end away; the reader went nowhere.
    if (stuck.current && !up && !later && below >= NEAR) return toBottom();
    stuck.current = !later && below < NEAR;
    setAway(!stuck.current);
    if (moving.current) return;
    if (more && box.scrollTop < SOON) step('older');
    else if (later && below < SOON) step('later');
  };
  const toNewest = () => {
    stuck.current = true;
    setAway(false);
    if (later) step('newest');
    else toBottom();
    scroller.current?.focus();
  };
  return html`<div class="list-frame">
    <div class="scroller" ref=${scroller} tabindex="0" role="log" aria-label=${label} onScroll=${scrolled} onKeyDown=${pressInList}>
      <div class="list" ref=${list}>
        ${more && html`<button type="button" class="button earlier" onClick=${() => step('older')}>${words.earlier}</button>`}
        ${messages.length === 0 && html`<p class="empty">${empty}</p>`}
        ${chunks.map(
          chunk =>
            html`<${ChunkOfLines} key=${chunk.key} lines=${chunk.lines} today=${today} language=${language} user=${user} channel=${channel} newFrom=${within(chunk, newFrom)} marked=${within(chunk, marked)} edits=${edits} editing=${editing.filter(ts => within(chunk, ts) !== '').join(' ')} onThread=${onThread} />`,
        )}
        ${later && html`<button type="button" class="button earlier" onClick=${() => step('later')}>${words.later}</button>`}
      </div>
    </div>
    ${(away || later) && html`<button type="button" class="button to-newest" onClick=${toNewest}>↓ ${words.toNewest}</button>`}
  </div>`;
}

/** Drawn again only when something in it changed, the language did, or a new day came (and "today" is another). */
const ChunkOfLines = memo(({ lines, today, language, user, channel, newFrom, marked, edits, editing, onThread }) => {
  const { words } = usePage();
  const now = fromLocal(`${today}T12:00`) ?? new Date();
  return lines.map(
    ({ message, day, first }) => html`<div key=${message.ts} class=${message.ts === marked ? 'line marked' : 'line'}>
      ${day && html`<div class="day"><span>${formatDay(fromLocal(`${day}T12:00`) ?? now, language, now)}</span></div>`}
      ${message.ts === newFrom && html`<div class="day unread-from"><span>${words.newMessages}</span></div>`}
      <${Message} message=${message} first=${first} user=${user} channel=${channel} language=${language} edits=${edits} editing=${editing.split(' ').includes(message.ts)} onThread=${onThread} />
    </div>`,
  );
});

/** @param {Chunk} chunk @param {string} ts */
function within(chunk, ts) {
  return ts !== '' && chunk.lines.some(line => line.message.ts === ts) ? ts : '';
}

/** @typedef {{ ts: string, top: number }} Anchor a message and where it stands on the screen */

/**
 * The first message in sight.
 * @param {HTMLElement | null} box
 * @returns {Anchor | null}
 */
function anchorIn(box) {
  if (!box) return null;
  const edge = box.getBoundingClientRect().top;
  for (const article of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('[data-ts]'))) {
    const { top, bottom } = article.getBoundingClientRect();
    if (bottom > edge) return { ts: article.dataset.ts ?? '', top };
  }
  return null;
}

/**
 * @param {HTMLElement} box
 * @param {string} ts
 */
function articleOf(box, ts) {
  return /** @type {HTMLElement | null} */ (box.querySelector(`[data-ts="${CSS.escape(ts)}"]`));
}
