/** The scrolling list of a conversation's messages: newest at the bottom, older ones drawn as one scrolls up. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { Message } from './message.js';
import { linesOf } from './message-list.js';
import { usePage } from './page-context.js';
import { formatDay, fromLocal } from './time.js';

const NEAR = 80;

/**
 * @param {{ messages: any[], more: boolean, onMore: () => void, label: string, empty: string, user: string, channel: string, channels: any[],
 *   confirm: any, onThread?: (ts: string) => void }} props
 */
export function Messages({ messages, more, onMore, label, empty, user, channel, channels, confirm, onThread }) {
  const { words, language, now } = usePage();
  const scroller = useRef(/** @type {HTMLDivElement | null} */ (null));
  const list = useRef(/** @type {HTMLDivElement | null} */ (null));
  const stuck = useRef(true);
  const grown = useRef(/** @type {{ height: number, top: number } | null} */ (null));
  const [away, setAway] = useState(false);
  const lines = useMemo(() => linesOf(messages), [messages]);

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
        ${lines.map(
          ({ message, day, first }) => html`<div key=${message.ts} class="line">
            ${day && html`<div class="day"><span>${formatDay(fromLocal(`${day}T12:00`) ?? now(), language, now())}</span></div>`}
            <${Message} message=${message} first=${first} user=${user} channel=${channel} channels=${channels} language=${language} confirm=${confirm} onThread=${onThread} />
          </div>`,
        )}
      </div>
    </div>
    ${away && html`<button type="button" class="button to-newest" onClick=${toBottom}>↓ ${words.toNewest}</button>`}
  </div>`;
}
