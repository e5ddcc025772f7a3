/** Which messages nobody wrote: what Slack itself notes in a channel when something happens to it. */
import type { Message } from '../records.ts';

/** Their subtypes. */
export const NOTICES = [
  'channel_archive',
  'channel_convert_to_private',
  'channel_join',
  'channel_leave',
  'channel_name',
  'channel_purpose',
  'channel_topic',
  'channel_unarchive',
] as const;

export type Notice = (typeof NOTICES)[number];

/** Whether this is such a note. It counts as unread for nobody, and nobody can change it. */
export function isNotice({ subtype }: Pick<Message, 'subtype'>): boolean {
  return NOTICES.some(notice => notice === subtype);
}
