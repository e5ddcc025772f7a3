/**
 * Who is shown where, as the page's address keeps it: "#/carol/general" or "#/carol/general/alice/home";
 * with a message: "#/carol/general@1764550000.000100"; and links to messages, as Slack writes them.
 * @import { Place } from './route.d.ts'
 */

/** People side by side at most. */
export const MOST_PANES = 4;

/**
 * The places an address names, as many as fit.
 * @param {string} hash
 * @returns {Place[]}
 */
export function readRoute(hash) {
  const parts = hash.replace(/^#\/?/, '').split('/');
  /** @type {Place[]} */
  const places = [];
  for (let at = 0; at < parts.length && places.length < MOST_PANES; at += 2) {
    const user = decode(parts[at] ?? '');
    const [channel = '', ts, thread] = (parts[at + 1] ?? '').split('@').map(decode);
    if (user !== '') places.push({ user, channel, ...(ts && { ts }), ...(thread && { thread }) });
  }
  return places;
}

/**
 * The address of these places.
 * @param {Place[]} places
 */
export function writeRoute(places) {
  const written = places.map(({ user, channel, ts, thread }) => {
    const parts = [channel, ts, thread].filter(part => part !== undefined);
    return `${encodeURIComponent(user)}/${parts.map(encodeURIComponent).join('@')}`;
  });
  return `#/${written.join('/')}`;
}

/**
 * The link to a message, the same that chat.getPermalink answers.
 * @param {string} origin the workspace's address
 * @param {string} channel its id
 * @param {{ ts: string, thread_ts?: string }} message
 */
export function linkOf(origin, channel, { ts, thread_ts }) {
  const reply = thread_ts && thread_ts !== ts ? `?thread_ts=${thread_ts}&cid=${channel}` : '';
  return `${origin}/archives/${channel}/p${ts.replace('.', '')}${reply}`;
}

/**
 * Where a link to a message of this workspace leads; null for every other address.
 * @param {string} origin
 * @param {string} url
 */
export function placeOfLink(origin, url) {
  const address = URL.canParse(url) ? new URL(url) : null;
  const found = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(address?.pathname ?? '');
  if (!address || address.origin !== origin || !found) return null;
  const thread = address.searchParams.get('thread_ts');
  return { channel: found[1] ?? '', ts: `${found[2]}.${found[3]}`, ...(thread && { thread }) };
}

/** @param {string} text what is no encoding stays as it is: it will be found to name nothing */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
