/** How much of a conversation somebody has not read. */
import type { Core } from '../core/core.ts';
import { isNotice } from '../core/message/notice.ts';
import type { Channel, Person } from '../core/records.ts';

/** Messages of others the person has not read; replies in threads, notes of Slack's and what only they see do not count. */
export function unread(core: Core, person: Person, channel: Channel): number {
  const read = core.state.readUpTo(person.id, channel.id);
  return core.state
    .messagesAfter(channel.id, read)
    .filter(message => message.user !== person.id && !isNotice(message))
    .filter(({ thread_ts, reply_broadcast }) => !thread_ts || reply_broadcast).length;
}
