/** How messages are held and laid out in a conversation. */
import type { Json } from './form.d.ts';
export interface Seen {
  ts: string;
  user: string;
  text: string;
  /** What its writer, who looks at it, would type to say it again, where that is not the text. */
  typed?: string;
  files?: Json[];
  bot?: boolean;
  subtype?: string;
  blocks?: Json[];
  ephemeral?: boolean;
  edited?: boolean;
  thread_ts?: string;
  username?: string;
  bot_id?: string;
  reply_count?: number;
}
/** A stretch of the conversation, oldest first, and whether there are older and later ones beyond it. */
export interface Held {
  messages: Seen[];
  more: boolean;
  later: boolean;
}
export interface Line {
  message: Seen;
  /** The day that begins with this message, YYYY-MM-DD, or null. */
  day: string | null;
  /** Whether it begins a run of messages of one author. */
  first: boolean;
}
export interface Chunk {
  key: string;
  lines: Line[];
}
export function linesOf(messages: Seen[]): Line[];
export function chunksOf(lines: Line[], before: Chunk[]): Chunk[];
export function keepSame(before: Seen[], now: Seen[]): Seen[];
export function mergeNewest(held: Held, newest: Held): Held;
export function mergeOlder(held: Held, older: Held): Held;
export function mergeLater(held: Held, later: Held): Held;
export function trimmed(held: Held, keep: 'first' | 'last'): Held;
export function messageAt(messages: Seen[], ts: string): string;
export const MOST_HELD: number;
