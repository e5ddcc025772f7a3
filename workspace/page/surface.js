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
 * @property {string} user who acts here
 * @property {Values} values
 * @property {Record<string, string>} errors by block_id
 * @property {ReadonlySet<string>} busy the keys of the elements that wait for the app
 * @property {Record<string, string>} failed by the key of an element, why the app did not take what was done there
 * @property {string} prefix makes element ids unique on the page
 * @property {(block: Json, element: Json, value: Value) => void} set
 * @property {(block: Json, element: Json, action?: { value?: string, selected?: Value }) => Promise<boolean>} act tells the
 *   app, after asking where the app wants it; false when the person thought better of it
 * @property {(block: Json, element: Json, value: Value) => Promise<void>} choose sets a value and tells the app
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
 *   onChange?: (values: Values) => void, here?: string }} given `here` is the conversation the person is in
 * @returns {SurfaceState}
 */
export function useNewSurface({ user, target, blocks, held, errors = {}, onChange, here = target.channel }) {
  const { words, fail } = usePage();
  const { confirm } = usePane();
  const [own, setOwn] = useState(/** @type {Values} */ ({}));
  const [busy, setBusy] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  const [failed, setFailed] = useState(/** @type {Record<string, string>} */ ({}));
  const typed = held ?? own;
  const values = useMemo(() => valuesOf(blocks, typed, here), [blocks, typed, here]);
  const latest = useRef(values);
  latest.current = values;

  const set = (block, element, value) => {
    const next = { ...latest.current, [keyOf(block, element)]: value };
    latest.current = next;
    if (onChange) onChange(next);
    else setOwn(next);
  };
  const act = async (block, element, action = {}) => {
    if (element.confirm && !(await confirm(/** @type {Json} */ (element.confirm)))) return false;
    const key = keyOf(block, element);
    const part = key + (action.value ?? '');
    setBusy(before => new Set(before).add(part));
    const state = target.view_id ? { values: submissionOf(blocks, latest.current) } : {};
    let problem = '';
    try {
      const { block_id } = block;
      const { action_id } = element;
      const answer = await tell('/human/click', { user, ...target, block_id, action_id, ...action, ...state });
      if (!answer.ok) problem = words.appFailed[answer.error] ?? answer.text ?? words.appFailed.dispatch_failed;
    } catch (error) {
      fail(error);
      problem = words.failed(error instanceof Error ? error.message : '');
    }
    setBusy(before => new Set([...before].filter(each => each !== part)));
    setFailed(({ [key]: _before, ...others }) => (problem === '' ? others : { ...others, [key]: problem }));
    return true;
  };
  return {
    user,
    values,
    errors,
    busy,
    failed,
    prefix: `${user}-${target.view_id ?? `${target.channel}-${target.ts}`}`.replace(/[^\w-]/g, '-'),
    set,
    act,
    async choose(block, element, value) {
      const before = latest.current[keyOf(block, element)] ?? null;
      set(block, element, value);
      if (!(await act(block, element, { selected: value }))) set(block, element, before);
    },
    options: (block, element, query) =>
      tell('/human/options', { user, ...target, block_id: block.block_id, action_id: element.action_id, query }),
  };
}
