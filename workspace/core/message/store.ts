/** The messages of one team by channel and thread, in the order they were written. */
import type { Message } from '../records.ts';

export class MessageStore {
  #channels = new Map<string, Map<string, Message>>();
  /** The replies of each thread, so that showing a channel does not search it once per message. */
  #threads = new Map<string, Map<string, Message>>();

  /** All messages of a channel. */
  of(channel: string): Message[] {
    return [...(this.#channels.get(channel)?.values() ?? [])];
  }

  /** The replies of a thread. */
  replies(channel: string, ts: string): Message[] {
    return [...(this.#threads.get(`${channel} ${ts}`)?.values() ?? [])];
  }

  one(channel: string, ts: string): Message | undefined {
    return this.#channels.get(channel)?.get(ts);
  }

  /** Every message there is. */
  all(): Message[] {
    return [...this.#channels.values()].flatMap(held => [...held.values()]);
  }

  /** A new message, or one in place of that with its timestamp. */
  put(message: Message): void {
    const held = this.#channels.get(message.channel) ?? new Map<string, Message>();
    this.#channels.set(message.channel, held.set(message.ts, message));
    if (message.thread_ts === undefined || message.thread_ts === message.ts) return;
    const thread = `${message.channel} ${message.thread_ts}`;
    const replies = this.#threads.get(thread) ?? new Map<string, Message>();
    this.#threads.set(thread, replies.set(message.ts, message));
  }

  forget(channel: string, ts: string): void {
    const thread = this.one(channel, ts)?.thread_ts;
    if (thread !== undefined) this.#threads.get(`${channel} ${thread}`)?.delete(ts);
    this.#channels.get(channel)?.delete(ts);
  }
}
