/**
 * The messages of a conversation, live: the newest page first, older ones when asked for.
 * @import { Held } from './message-list.d.ts'
 */
import { useRef } from '/page/vendor/hooks.js';
import { ask } from './api.js';
import { useLive } from './live.js';
import { mergeNewest, mergeOlder } from './message-list.js';

const PAGE = 100;
const CONTENT = new Set(['message', 'changed', 'deleted', 'ephemeral']);

/**
 * What is held (undefined until first there), a function that fetches the newest again, and one that fetches older ones.
 * @param {string} user
 * @param {string} channel
 * @param {(error: unknown) => void} fail
 */
export function useMessages(user, channel, fail) {
  const held = useRef(/** @type {Held} */ ({ messages: [], more: false }));
  const wanted = useRef({ older: false, all: false });
  /** @param {{ limit?: string, before?: string }} part */
  const fetchPart = async part => {
    const { messages, has_more } = await ask('/human/messages', { user, channel, ...part });
    return { messages, more: has_more === true };
  };
  const [shown, again] = useLive(
    `${user} ${channel}`,
    async () => {
      const { older, all } = wanted.current;
      wanted.current = { older: false, all: false };
      const first = held.current.messages[0]?.ts;
      const many = all ? Math.max(PAGE, held.current.messages.length) : PAGE;
      held.current = mergeNewest(held.current, await fetchPart({ limit: String(many) }));
      if (older && first !== undefined)
        held.current = mergeOlder(held.current, await fetchPart({ limit: String(PAGE), before: first }));
      return held.current;
    },
    hint => {
      const here = CONTENT.has(hint.type) && hint.channel === channel;
      // What changed further up than the newest page is only found by fetching everything that is held.
      const recent = held.current.messages.at(-PAGE)?.ts ?? '';
      if (here && hint.type !== 'message' && (hint.ts ?? '') < recent) wanted.current.all = true;
      return here;
    },
    fail,
  );
  const older = () => {
    wanted.current.older = true;
    again();
  };
  return /** @type {const} */ ([shown, again, older]);
}
