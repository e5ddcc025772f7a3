/** The mark a message of the outbox bears in its metadata: an opaque id and nothing else, by which it is found again. */
import type { WebClient } from '@slack/web-api';

export const EVENT_TYPE = 'tiaoli_notice';

export interface Mark {
  event_type: string;
  event_payload: { id: string };
}

export function markOf(uuid: string): Mark {
  return { event_type: EVENT_TYPE, event_payload: { id: uuid } };
}

/** The id in the payload of a mark; undefined where it is none of ours. */
export function idOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined;
}

/** The channel of the direct messages with a person. Throws what Slack refuses. */
export async function directMessage(client: WebClient, userId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: userId });
  if (channel?.id === undefined) throw new Error('Slack opened no direct message');
  return channel.id;
}
