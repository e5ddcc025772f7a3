/** What Slack replies to a call, read with care: what is not Slack's is an error of the way there, and never kept or quoted. */
import type { Log } from '../office/office.ts';

/** The longest lists and histories stay far below. */
const replyMax = 16 * 1024 * 1024;
/** Whatever Slack asks for; after that it is tried again. */
export const LONGEST_WAIT_SECONDS = 900;

/**
 * `fetch` for the Web API. It resolves with Slack's own reply: a JSON object that says whether the call went well, and
 * why not. Anything else (a page of a proxy, an empty or cut body, far too much of it) rejects: nobody knows then what
 * became of the call. A status other than 200 comes without its body, a 429 with whole seconds between 1 and
 * `LONGEST_WAIT_SECONDS`; what was asked for instead is logged. `now` is physical time.
 */
export function slackFetch(log: Log, now: () => Date): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const headers = waitingAsAsked(response.headers, log, now);
    if (response.status !== 200) {
      await response.body?.cancel().catch(() => {});
      return new Response(null, { status: response.status, statusText: response.statusText, headers });
    }
    const body = await textOf(response);
    if (!isReply(body)) throw new Error(`no reply of Slack’s: ${looksOf(response, body)}`);
    return new Response(body, { status: 200, headers });
  };
}

/** At most 16 MB of it. */
async function textOf(response: Response): Promise<string> {
  const tooMuch = new Error(`no reply of Slack’s: more than ${replyMax / 1024 / 1024} MB`);
  if (Number(response.headers.get('content-length') ?? 0) > replyMax) {
    await response.body?.cancel();
    throw tooMuch;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    // Leaving the loop ends the connection.
    if (size > replyMax) throw tooMuch;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

/** An error that is no code may quote what was sent. */
function isReply(body: string): boolean {
  try {
    const { ok, error } = Object(JSON.parse(body)) as { ok?: unknown; error?: unknown };
    return ok === true || (ok === false && typeof error === 'string' && /^[\w.:-]{1,80}$/.test(error));
  } catch {
    return false;
  }
}

/** How it looks, without a word of it. */
function looksOf({ status, headers }: Response, body: string): string {
  const type = headers.get('content-type')?.slice(0, 60) ?? 'no type';
  return `HTTP ${status}, ${type}, ${body === '' ? 'empty' : `${body.length} characters`}`;
}

/** The headers, with a time to wait that can be waited. */
function waitingAsAsked(given: Headers, log: Log, now: () => Date): Headers {
  const headers = new Headers(given);
  const asked = given.get('retry-after');
  if (asked === null) return headers;
  const seconds = Math.ceil(
    /^-?\d+(\.\d+)?$/.test(asked) ? Number(asked) : (Date.parse(asked) - now().getTime()) / 1000,
  );
  const waits = Number.isNaN(seconds) ? 1 : Math.min(Math.max(seconds, 1), LONGEST_WAIT_SECONDS);
  if (String(waits) !== asked) log.warn('slack.retryAfter', { asked: asked.slice(0, 60), waits });
  headers.set('retry-after', String(waits));
  return headers;
}
