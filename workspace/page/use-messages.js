/**
 * The messages of a conversation, live: the newest page first, a stretch of bounded length that moves up and down as asked,
 * or to any moment.
 * @import { Held } from './message-list.d.ts'
 * @typedef {{ ts: string, thread?: string, at: number }} Target a message to go to, or the first one at or after that moment;
 *   `at` tells apart going there twice
 */
import { useRef } from '/page/vendor/hooks.js';
import { ask } from './api.js';
import { useLive } from './live.js';
import { keepSame, mergeLater, mergeNewest, mergeOlder, trimmed } from './message-list.js';

const PAGE = 100;
const CONTENT = new Set(['message', 'changed', 'deleted', 'ephemeral']);
/** @type {Held} */
const NOTHING = { messages: [], more: false, later: false };

/**
 * What is held (undefined until first there) and the ways to move: `again` fetches what is held anew, `older` and `later`
 * lengthen it at one end (and shorten it at the other), `newest` goes to the end.
 * @param {string} user
 * @param {string} channel
 * @param {(error: unknown) => void} fail
 * @param {Target | null} target where to begin; another object goes there
 * @param {{ current: boolean }} stuck whether the reader is at the end, whom new messages carry along
 */
export function useMessages(user, channel, fail, target, stuck) {
  const held = useRef(NOTHING);
  const wanted = useRef({ step: '', all: false });
  const reached = useRef(/** @type {Target | null} */ (null));
  /** @param {{ limit: number, before?: string, from?: string }} part @returns {Promise<Held>} */
  const fetchPart = async ({ limit, ...part }) => {
    const answer = await ask('/human/messages', { user, channel, limit: String(limit), ...part });
    return { messages: answer.messages, more: answer.has_more === true, later: answer.has_later === true };
  };
  const fetchAround = async ts => {
    const [before, from] = await Promise.all([
      fetchPart({ limit: PAGE / 2, before: ts }),
      fetchPart({ limit: PAGE / 2, from: ts }),
    ]);
    return mergeLater({ ...before, later: true }, from);
  };
  /** What is held, as it is now. */
  const refreshed = async all => {
    const now = held.current;
    if (now.later) {
      const fresh = await fetchPart({ limit: now.messages.length, from: now.messages[0]?.ts ?? '' });
      return { ...fresh, messages: keepSame(now.messages, fresh.messages), more: now.more };
    }
    const many = all ? Math.max(PAGE, now.messages.length) : PAGE;
    return trimmed(mergeNewest(now, await fetchPart({ limit: many })), stuck.current ? 'last' : 'first');
  };
  const move = async ({ step, all }) => {
    const { messages } = held.current;
    if (target !== null && reached.current !== target) {
      reached.current = target;
      return fetchAround(target.ts);
    }
    if (step === 'newest') return mergeNewest(NOTHING, await fetchPart({ limit: PAGE }));
    if (step === 'older' && messages[0])
      return trimmed(mergeOlder(held.current, await fetchPart({ limit: PAGE, before: messages[0].ts })), 'first');
    if (step === 'later' && messages.length > 0)
      return trimmed(
        mergeLater(held.current, await fetchPart({ limit: PAGE + 1, from: messages.at(-1)?.ts ?? '' })),
        'last',
      );
    return refreshed(all);
  };
  const [shown, again] = useLive(
    `${user} ${channel} ${target?.at ?? ''}`,
    async () => {
      const now = wanted.current;
      wanted.current = { step: '', all: false };
      held.current = await move(now);
      // What happened meanwhile is not lost for a step.
      if (now.step !== '' && now.all) held.current = await refreshed(true);
      return held.current;
    },
    hint => {
      const here = CONTENT.has(hint.type) && hint.channel === channel;
      // What changed further up than the newest page is only found by fetching everything that is held.
      const recent = held.current.messages.at(-PAGE)?.ts ?? '';
      if (here && (wanted.current.step !== '' || (hint.type !== 'message' && (hint.ts ?? '') < recent)))
        wanted.current.all = true;
      return here;
    },
    fail,
  );
  const step = (/** @type {'older' | 'later' | 'newest'} */ name) => {
    wanted.current.step = name;
    return again();
  };
  return { shown, again, step };
}
