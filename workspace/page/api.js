/** The page's line to the workspace: calls that answer or fail in words, and the stream of hints about what changed. */

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Asks the workspace; throws an Error with the workspace's own sentence, or 'offline' when it cannot be reached.
 * @param {string} path
 * @param {Record<string, string | undefined>} [query]
 * @returns {Promise<any>}
 */
export function ask(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(/** @type {[string, string][]} */ (given)).toString();
  return answer(search === '' ? path : `${path}?${search}`);
}

/**
 * Tells the workspace to do something; answers and fails like `ask`.
 * @param {string} path
 * @param {Record<string, unknown>} body
 * @returns {Promise<any>}
 */
export function tell(path, body) {
  const headers = { 'content-type': 'application/json' };
  return answer(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/**
 * Listens to everything that changes until the returned function is called; reconnects by itself and says when it is
 * connected.
 * @param {(hint: { type: string, channel?: string, ts?: string, user?: string }) => void} onHint
 * @param {(connected: boolean) => void} onState
 */
export function listen(onHint, onState) {
  /** @type {EventSource} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;
  let pause = FIRST_PAUSE_MS;
  const connect = () => {
    source = new EventSource('/human/stream');
    source.onopen = () => {
      pause = FIRST_PAUSE_MS;
      onState(true);
    };
    source.onmessage = event => onHint(JSON.parse(event.data));
    source.onerror = () => {
      onState(false);
      // The browser would give up for good after a refused connection; a restarted workspace is found again.
      source.close();
      clearTimeout(retry);
      retry = setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
  };
  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}

/**
 * A function that runs the given one now, and once more afterwards if it was called while running.
 * @param {() => Promise<void>} run
 */
export function coalesce(run) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        await run();
      }
    } finally {
      running = false;
    }
  };
}

/**
 * @param {string} url
 * @param {RequestInit} [init]
 */
async function answer(url, init) {
  let response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new Error('offline');
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  const said = body?.message ?? body?.error;
  const fault = new Error(typeof said === 'string' && said !== '' ? said : `HTTP ${response.status}`);
  throw Object.assign(fault, { code: body?.error });
}
