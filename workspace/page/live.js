/**
 * What is live on the page: hints from the workspace, and data fetched again when a hint concerns it.
 * @typedef {{ type: string, channel?: string, ts?: string, user?: string }} Hint
 */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { coalesce, listen } from './api.js';

/** @type {Set<(hint: Hint) => void>} */
const listeners = new Set();

/**
 * Whether the page is connected; every listener hears `{type: 'reconnected'}` after a connection was lost and found.
 * @returns {boolean}
 */
export function useConnection() {
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    let wasLost = false;
    const tellAll = hint => {
      for (const listener of listeners) listener(hint);
    };
    return listen(tellAll, isConnected => {
      setConnected(isConnected);
      if (isConnected && wasLost) tellAll({ type: 'reconnected' });
      wasLost = !isConnected;
    });
  }, []);
  return connected;
}

/**
 * Calls the listener with every hint while the component lives.
 * @param {(hint: Hint) => void} listener
 */
export function useHints(listener) {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    /** @param {Hint} hint */
    const hear = hint => latest.current(hint);
    listeners.add(hear);
    return () => {
      listeners.delete(hear);
    };
  }, []);
}

/**
 * The fetched data (undefined until first there, and again when the key changes) and a function that fetches it now.
 * It is fetched again when a hint concerns it, and when the connection was lost meanwhile.
 * @template T
 * @param {string} key names what is fetched; another key is other data
 * @param {() => Promise<T>} fetchIt
 * @param {(hint: Hint) => boolean} concerns
 * @param {(error: unknown) => void} fail
 * @returns {[T | undefined, () => Promise<void>]}
 */
export function useLive(key, fetchIt, concerns, fail) {
  const [held, setHeld] = useState(/** @type {{ key: string, data: T } | null} */ (null));
  const latest = useRef({ key, fetchIt, fail });
  latest.current = { key, fetchIt, fail };
  const again = useRef(
    coalesce(async () => {
      const asked = latest.current;
      try {
        const data = await asked.fetchIt();
        if (latest.current.key === asked.key) setHeld({ key: asked.key, data });
      } catch (error) {
        if (latest.current.key === asked.key) asked.fail(error);
      }
    }),
  );
  useEffect(() => {
    again.current();
  }, [key]);
  useHints(hint => {
    if (hint.type === 'reconnected' || concerns(hint)) again.current();
  });
  return [held?.key === key ? held.data : undefined, again.current];
}
