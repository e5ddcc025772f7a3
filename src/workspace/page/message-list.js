/**
 * How messages are laid out in a conversation: days, and runs of one author.
 * @import { Line, Seen } from './message-list.d.ts'
 */
import { dayOf, momentOf } from './time.js';

const RUN_SECONDS = 300;

/**
 * Each message with whether a day or a run of one author begins with it.
 * @param {Seen[]} messages oldest first
 * @returns {Line[]}
 */
export function linesOf(messages) {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const day = dayOf(momentOf(message.ts));
    const begins = before === undefined || dayOf(momentOf(before.ts)) !== day;
    const follows =
      !begins &&
      before.user === message.user &&
      before.username === message.username &&
      !message.ephemeral &&
      !before.ephemeral &&
      Number(message.ts) - Number(before.ts) < RUN_SECONDS;
    return { message, day: begins ? day : null, first: !follows };
  });
}

/**
 * The messages of now, those that did not change as the same objects as before, so that they need not be drawn again.
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
