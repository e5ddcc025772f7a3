/**
 * Which messages a person is editing, and what stands in their fields: kept while they look elsewhere, as what they began
 * to write is.
 * @import { Seen } from './message-list.d.ts'
 */
import { useMemo, useState } from '/page/vendor/hooks.js';
import { isNote } from './notice.js';

/** @typedef {{ text: string, from: Element | null, fresh: boolean }} Edit `from`: where the focus goes back to; `fresh`: not drawn yet */
/**
 * @typedef {object} Edits
 * @property {(message: Seen, from?: Element | null) => void} begin opens the field on a message, or goes to it
 * @property {(ts: string) => Edit | undefined} of
 * @property {(ts: string) => void} end closes the field and forgets what stood in it
 * @property {(ts: string) => string} field by what name the field of a message is found
 * @property {() => string} all the timestamps of those begun, with a space between
 */

/** @type {Map<string, Map<string, Edit>>} */
const begun = new Map();

/**
 * The edits of a place (a person and what they look at); null where nothing can be changed.
 * @param {string} place
 * @param {boolean} isOpen
 * @returns {Edits | null}
 */
export function useEdits(place, isOpen) {
  const [, setCount] = useState(0);
  return useMemo(() => {
    if (!isOpen) return null;
    const held = begun.get(place) ?? new Map();
    begun.set(place, held);
    const draw = () => setCount(count => count + 1);
    const field = (/** @type {string} */ ts) => `${place} ${ts}`;
    return {
      begin(message, from = null) {
        const { ts } = message;
        if (held.has(ts)) {
          const shown = document.querySelector(`[data-edit="${CSS.escape(field(ts))}"]`);
          return /** @type {HTMLElement | null} */ (shown)?.focus();
        }
        held.set(ts, { text: message.typed ?? message.text, from, fresh: true });
        draw();
      },
      of: ts => held.get(ts),
      end(ts) {
        held.delete(ts);
        draw();
      },
      field,
      all: () => [...held.keys()].join(' '),
    };
  }, [place, isOpen]);
}

/**
 * Whether this person wrote the message and may change it.
 * @param {Seen} message
 * @param {string} user
 */
export function isOwn(message, user) {
  const { bot, bot_id, ephemeral, subtype } = message;
  return (
    message.user === user && !bot && bot_id === undefined && !ephemeral && subtype !== 'tombstone' && !isNote(message)
  );
}
