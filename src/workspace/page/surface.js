/**
 * Where blocks stand (a message, a modal, a Home tab), and what acting on them there does.
 * @import { Json, Value, Values } from './form.d.ts'
 */
import { useContext, useMemo, useRef, useState } from '/page/vendor/hooks.js';
import { createContext } from '/page/vendor/preact.js';
import { tell } from './api.js';
import { keyOf, submissionOf, valuesOf } from './form.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';

/**
 * @typedef {object} SurfaceState
 * @property {Values} values
 * @property {Record<string, string>} errors by block_id
 * @property {string | null} busy the key of the element that is acting
 * @property {string} user who acts here
 * @property {string} prefix makes element ids unique on the page
 * @property {(block: Json, element: Json, value: Value) => void} set
 * @property {(block: Json, element: Json, action?: { value?: string, selected?: Value }) => Promise<void>} act
 * @property {(block: Json, element: Json, query: string) => Promise<Json>} options
 */

export const SurfaceContext = createContext(/** @type {SurfaceState} */ (/** @type {unknown} */ (null)));

/** @returns {SurfaceState} */
export function useSurface() {
  return useContext(SurfaceContext);
}

/**
 * The surface of these blocks for one person. `target` is `{channel, ts}` or `{view_id}`;
 * @param {{ user: string, target: Record<string, string>, blocks: Json[], held?: Values, errors?: Record<string, string>,
 *   onChange?: (values: Values) => void }} given
 * @returns {SurfaceState}
 */
export function useNewSurface({ user, target, blocks, held, errors = {}, onChange }) {
  const { fail } = usePage();
  const { confirm } = usePane();
  const [own, setOwn] = useState(/** @type {Values} */ ({}));
  const [busy, setBusy] = useState(/** @type {string | null} */ (null));
  const typed = held ?? own;
  const values = useMemo(() => valuesOf(blocks, typed), [blocks, typed]);
  const latest = useRef(values);
  latest.current = values;

  return {
    values,
    errors,
    busy,
    user,
    prefix: `${user}-${target.view_id ?? `${target.channel}-${target.ts}`}`.replace(/[^\w-]/g, '-'),
    set(block, element, value) {
      const next = { ...latest.current, [keyOf(block, element)]: value };
      latest.current = next;
      if (onChange) onChange(next);
      else setOwn(next);
    },
    async act(block, element, action = {}) {
      if (element.confirm && !(await confirm(/** @type {Json} */ (element.confirm)))) return;
      setBusy(keyOf(block, element) + (action.value ?? ''));
      const state = target.view_id ? { values: submissionOf(blocks, latest.current) } : {};
      const { block_id } = block;
      const { action_id } = element;
      try {
        await tell('/human/click', { user, ...target, block_id, action_id, ...action, ...state });
      } catch (error) {
        fail(error);
      } finally {
        setBusy(null);
      }
    },
    options: (block, element, query) =>
      tell('/human/options', { user, ...target, block_id: block.block_id, action_id: element.action_id, query }),
  };
}
