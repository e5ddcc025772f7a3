/** What the bot says by itself. Each feature adds its messages to `Messages`, with what is kept of them and what they show. */

import type { z } from 'zod';

/** By name: `ref` is kept in the outbox, `data` is read when the message is sent. */
export interface Messages {}

export type MessageName = keyof Messages;

/** A feature's messages from the schemas of their refs and the contents they show. */
export type MessagesOf<Refs extends Record<string, z.ZodType>, Data> = {
  [N in keyof Refs & keyof Data]: { ref: z.output<Refs[N]>; data: Data[N] };
};

/** A message with its contents, ready to be drawn in the reader's language. */
export type Message = { [N in MessageName]: { name: N; data: Messages[N]['data'] } }[MessageName];
