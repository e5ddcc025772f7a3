/**
 * What comes over the WebSocket of Socket Mode, looked at before the library reads it: a frame it did not expect rejects
 * where nobody catches it, and one named like its own signals would be taken for them.
 */
import { type Envelope, isPayload } from './payload.ts';

/** Whether a frame is one that Slack sends. */
export function isFrame(data: unknown): boolean {
  const frame = objectIn(data);
  if (frame === null) return false;
  const { type, envelope_id, payload } = frame;
  if (type === 'hello' || type === 'disconnect') return true;
  return isEnvelope(type) && typeof envelope_id === 'string' && envelope_id !== '' && isPayload(type, payload);
}

function isEnvelope(type: unknown): type is Envelope {
  return type === 'events_api' || type === 'interactive' || type === 'slash_commands';
}

function objectIn(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'string') return null;
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

type Listener = (...told: unknown[]) => unknown;

/** What is used of the library's client: it tells itself of each frame under this name. */
interface Frames {
  listeners(event: 'ws_message'): unknown[];
  removeAllListeners(event: 'ws_message'): unknown;
  on(event: 'ws_message', listener: Listener): unknown;
}

/** Puts itself before whoever hears the frames: nonsense is dropped and told of, and a fault of theirs ends there. */
export function guardFrames(client: Frames, dropped: (why: string) => void): void {
  const hearers = client.listeners('ws_message') as Listener[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data, ...more) => {
    if (!isFrame(data)) return dropped('no frame of Slack’s');
    for (const hear of hearers)
      Promise.resolve(hear(data, ...more)).catch((fault: unknown) =>
        dropped(fault instanceof Error ? fault.message : String(fault)),
      );
  });
}
