/**
 * Who is shown where, as the page's address keeps it: "#/presales1/department" or "#/presales1/department/manager/home".
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
  const parts = hash.replace(/^#\/?/, '').split('/').map(decode);
  /** @type {Place[]} */
  const places = [];
  for (let at = 0; at < parts.length && places.length < MOST_PANES; at += 2) {
    const user = parts[at] ?? '';
    if (user !== '') places.push({ user, channel: parts[at + 1] ?? '' });
  }
  return places;
}

/**
 * The address of these places.
 * @param {Place[]} places
 */
export function writeRoute(places) {
  return `#/${places.map(({ user, channel }) => `${encodeURIComponent(user)}/${encodeURIComponent(channel)}`).join('/')}`;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
