/**
 * What the parts of one pane share. It stays the same object, so that messages are not drawn again for its sake.
 * @import { Channel } from './completion.d.ts'
 */
import { useContext } from '/page/vendor/hooks.js';
import { createContext } from '/page/vendor/preact.js';

/**
 * @typedef {object} PaneState
 * @property {(place: string, message?: { ts: string, thread?: string }) => void} open a channel by name or id, or the direct
 *   message with a person by their id; at a message
 * @property {() => Channel[]} channels those the person sees now
 * @property {(dialog: any) => Promise<boolean>} confirm asks the person: a confirm dialog as apps give it, with what it is `about`
 * @property {(form: Function, props: object) => void} show opens a dialog of the page's own in the pane; it gets `resting` and
 *   `onClose` besides
 */

export const PaneContext = createContext(/** @type {PaneState} */ (/** @type {unknown} */ (null)));

/** @returns {PaneState} */
export function usePane() {
  return useContext(PaneContext);
}
