/**
 * The scrolling list of a conversation's messages: newest at the bottom, older ones drawn as one scrolls up.
 * @import { Chunk } from './message-list.d.ts'
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from '/page/vendor/hooks.js';
import { html, memo } from './html.js';
import { Message } from './message.js';
import { chunksOf, linesOf } from './message-list.js';
import { usePage } from './page-context.js';
import { dayOf, formatDay, fromLocal } from './time.js';

const NEAR = 80;

/**
 * @param {{ messages: any[], more: boolean, onMore: () => void, label: string, empty: string, user: string, channel: string,
 *   newFrom?: string, onThread?: (ts: string) => void }} props `newFrom`: the first message not read when one came here
 */
export function Messages({ messages, more, onMore, label, empty, user, channel, newFrom = '', onThread }) {
  const { words, language, now } = usePage();
  const scroller = useRef(/** @type {HTMLDivElement | null} */ (null));
  const list = useRef(/** @type {HTMLDivElement | null} */ (null));
  const stuck = useRef(true);
  const grown = useRef(/** @type {{ height: number, top: number } | null} */ (null));
  const [away, setAway] = useState(false);
  const before = useRef(/** @type {Chunk[]} */ ([]));
  const chunks = useMemo(() => chunksOf(linesOf(messages), before.current), [messages]);
  before.current = chunks;
  const today = dayOf(now());

  const toBottom = () => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  };
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (grown.current && messages.length > 0) {
      box.scrollTop = grown.current.top + box.scrollHeight - grown.current.height;
      grown.current = null;
    } else if (stuck.current) toBottom();
  }, [messages]);
  useEffect(() => {
    // Late layout (fonts, pictures, an opened form) must not push the newest message out of sight.
    const watch = new ResizeObserver(() => stuck.current && toBottom());
    if (list.current) watch.observe(list.current);
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, []);

  const scrolled = () => {
    const box = scroller.current;
    if (!box) return;
    stuck.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    setAway(!stuck.current);
    if (more && box.scrollTop < 400 && !grown.current) showMore();
  };
  const showMore = () => {
    const box = scroller.current;
    if (box) grown.current = { height: box.scrollHeight, top: box.scrollTop };
    onMore();
  };
  return html`<div class="list-frame">
    <div class="scroller" ref=${scroller} tabindex="0" role="log" aria-label=${label} onScroll=${scrolled}>
      <div class="list" ref=${list}>
        ${more && html`<button type="button" class="button earlier" onClick=${showMore}>${words.earlier}</button>`}
        ${messages.length === 0 && html`<p class="empty">${empty}</p>`}
        ${chunks.map(
          chunk =>
            html`<${ChunkOfLines} key=${chunk.key} lines=${chunk.lines} today=${today} language=${language} user=${user} channel=${channel} newFrom=${chunk.lines.some(line => line.message.ts === newFrom) ? newFrom : ''} onThread=${onThread} />`,
        )}
      </div>
    </div>
    ${away && html`<button type="button" class="button to-newest" onClick=${toBottom}>↓ ${words.toNewest}</button>`}
  </div>`;
}

/** Drawn again only when something in it changed, the language did, or a new day came (and "today" is another). */
const ChunkOfLines = memo(({ lines, today, language, user, channel, newFrom, onThread }) => {
  const { words } = usePage();
  const now = fromLocal(`${today}T12:00`) ?? new Date();
  return lines.map(
    ({ message, day, first }) => html`<div key=${message.ts} class="line">
      ${day && html`<div class="day"><span>${formatDay(fromLocal(`${day}T12:00`) ?? now, language, now)}</span></div>`}
      ${message.ts === newFrom && html`<div class="day unread-from"><span>${words.newMessages}</span></div>`}
      <${Message} message=${message} first=${first} user=${user} channel=${channel} language=${language} onThread=${onThread} />
    </div>`,
  );
});
