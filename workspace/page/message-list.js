/**
 * How messages are held and laid out in a conversation: pages put together, days, runs of one author, and chunks that
 * need not be drawn again while nothing in them changed.
 * @import { Chunk, Held, Line, Seen } from './message-list.d.ts'
 */
import { dayOf, momentOf } from './time.js';

const RUN_SECONDS = 300;
/** How many messages a chunk has on average. */
const CHUNK = 32;
/** How many messages are held, and drawn, at most: however long a conversation is, the page stays as light. */
export const MOST_HELD = 300;

/**
 * Each message with whether a day or a run of one author begins with it.
 * @param {Seen[]} messages oldest first
 * @returns {Line[]}
 */
export function linesOf(messages) {
  let dayBefore = '';
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const day = dayOf(momentOf(message.ts));
    const begins = day !== dayBefore;
    dayBefore = day;
    const follows =
      !begins &&
      before !== undefined &&
      // A note of Slack's is of nobody's run.
      before.subtype?.startsWith('channel_') !== true &&
      before.user === message.user &&
      before.username === message.username &&
      !message.ephemeral &&
      !before.ephemeral &&
      Number(message.ts) - Number(before.ts) < RUN_SECONDS;
    return { message, day: begins ? day : null, first: !follows };
  });
}

/**
 * The lines in chunks; those in which nothing changed are the same objects as before. Where a chunk begins depends on the
 * message itself, so that messages added at either end leave the others where they are.
 * @param {Line[]} lines
 * @param {Chunk[]} before
 * @returns {Chunk[]}
 */
export function chunksOf(lines, before) {
  /** @type {Chunk[]} */
  const chunks = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (last && !beginsChunk(line.message.ts)) last.lines.push(line);
    else chunks.push({ key: line.message.ts, lines: [line] });
  }
  const known = new Map(before.map(chunk => [chunk.key, chunk]));
  return chunks.map(chunk => {
    const held = known.get(chunk.key);
    return held && sameLines(held.lines, chunk.lines) ? held : chunk;
  });
}

/**
 * The messages of now, those that did not change as the same objects as before.
 * @param {Seen[]} before
 * @param {Seen[]} now
 */
export function keepSame(before, now) {
  const known = new Map(before.map(message => [message.ts, message]));
  return now.map(message => {
    const held = known.get(message.ts);
    return held && JSON.stringify(held) === JSON.stringify(message) ? held : message;
  });
}

/**
 * The held messages with their newest part replaced by what was fetched; only the fetched ones when there is a gap between.
 * @param {Held} held
 * @param {Held} newest
 * @returns {Held}
 */
export function mergeNewest(held, newest) {
  const fresh = keepSame(held.messages, newest.messages);
  const from = fresh[0]?.ts ?? '';
  const reaches = (held.messages.at(-1)?.ts ?? '') >= from;
  if (!newest.more || !reaches) return { messages: fresh, more: newest.more, later: false };
  return { messages: [...held.messages.filter(message => message.ts < from), ...fresh], more: held.more, later: false };
}

/**
 * The held messages with older ones before them.
 * @param {Held} held
 * @param {Held} older
 * @returns {Held}
 */
export function mergeOlder(held, older) {
  const from = held.messages[0]?.ts;
  const before = older.messages.filter(message => from === undefined || message.ts < from);
  return { ...held, messages: [...before, ...held.messages], more: older.more };
}

/**
 * The held messages with later ones after them.
 * @param {Held} held
 * @param {Held} later
 * @returns {Held}
 */
export function mergeLater(held, later) {
  const last = held.messages.at(-1)?.ts ?? '';
  const after = later.messages.filter(message => message.ts > last);
  return { ...held, messages: [...held.messages, ...after], later: later.later };
}

/**
 * As many of the messages as are held at most, from the end where the reader is.
 * @param {Held} held
 * @param {'first' | 'last'} keep
 * @returns {Held}
 */
export function trimmed(held, keep) {
  if (held.messages.length <= MOST_HELD) return held;
  return keep === 'first'
    ? { ...held, messages: held.messages.slice(0, MOST_HELD), later: true }
    : { ...held, messages: held.messages.slice(-MOST_HELD), more: true };
}

/**
 * The timestamp of the first message at that moment or after it, else of the last one; '' when there is none.
 * @param {Seen[]} messages
 * @param {string} ts
 */
export function messageAt(messages, ts) {
  return (messages.find(message => message.ts >= ts) ?? messages.at(-1))?.ts ?? '';
}

/** @param {string} ts */
function beginsChunk(ts) {
  let sum = 0;
  for (const char of ts) sum = (sum * 33 + char.charCodeAt(0)) % 65_521;
  return sum % CHUNK === 0;
}

/**
 * @param {Line[]} one
 * @param {Line[]} other
 */
function sameLines(one, other) {
  if (one.length !== other.length) return false;
  return one.every((line, index) => {
    const same = other[index];
    return line.message === same?.message && line.day === same.day && line.first === same.first;
  });
}
