/** What stands in the place of a deleted message whose replies are still there. */
import type { Message } from '../records.ts';

/** Slackbot, in whose name Slack says that a message was deleted. */
const SLACKBOT = 'USLACKBOT';

/** The mark in the place of this message. */
export function tombstoneOf({ channel, ts }: Message): Message {
  return { channel, ts, user: SLACKBOT, subtype: 'tombstone', text: 'This message was deleted.' };
}

/** Whether this only says that there was a message. */
export function isTombstone({ subtype }: Message): boolean {
  return subtype === 'tombstone';
}
