/** How messages are laid out in a conversation. */
import type { Json } from './form.d.ts';
export interface Seen {
  ts: string;
  user: string;
  text: string;
  blocks?: Json[];
  ephemeral?: boolean;
  edited?: boolean;
  thread_ts?: string;
  username?: string;
  bot_id?: string;
  reply_count?: number;
}
export interface Line {
  message: Seen;
  /** The day that begins with this message, YYYY-MM-DD, or null. */
  day: string | null;
  /** Whether it begins a run of messages of one author. */
  first: boolean;
}
export function linesOf(messages: Seen[]): Line[];
export function keepSame(before: Seen[], now: Seen[]): Seen[];
