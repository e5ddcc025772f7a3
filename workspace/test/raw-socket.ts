/** A Socket Mode client with no library's habits: it keeps every frame, and acknowledges only when told to. */
import { WebSocket } from 'ws';
import type { Workspace } from '../workspace.ts';
import type { Answer } from './bench.ts';

export interface RawSocket {
  socket: WebSocket;
  frames: Answer[];
  /** The frames that are deliveries. */
  envelopes(): Answer[];
  /** Resolves with the frame at this position, once it is there. */
  frame(index: number): Promise<Answer>;
  acknowledge(envelope_id: string, payload?: unknown): void;
  closed: Promise<void>;
}

/** Asks for a connection as the app; the address to open, with its ticket. */
export async function address({ apiUrl, appToken }: Workspace): Promise<string> {
  const headers = { authorization: `Bearer ${appToken}` };
  const response = await fetch(`${apiUrl}apps.connections.open`, { method: 'POST', headers });
  return String(((await response.json()) as Answer).url);
}

/** Opens a connection and resolves when it is open; rejects when it is refused. */
export async function connect(url: string, options: { autoPong?: boolean } = {}): Promise<RawSocket> {
  const socket = new WebSocket(url, options);
  const frames: Answer[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', data => {
    frames.push(JSON.parse(String(data)));
    for (const wake of waiting) wake();
  });
  const closed = new Promise<void>(resolve => socket.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    socket,
    frames,
    closed,
    envelopes: () => frames.filter(frame => frame.envelope_id !== undefined),
    frame: index =>
      new Promise(resolve => {
        const look = (): void => {
          const found = frames[index];
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    acknowledge: (envelope_id, payload) =>
      socket.send(JSON.stringify({ envelope_id, ...(payload !== undefined && { payload }) })),
  };
}
