/**
 * Keeps one Socket Mode connection open. The library's own reconnecting ends for good, with an unhandled rejection,
 * at the first network fault it meets, and waits as long as a ping may take; so it is switched off and done here.
 */
import type { Log } from '../office/office.ts';

/** What is used of the library's client; `disconnected` is emitted whenever a connection has ended. */
export interface SocketClient {
  on(event: 'disconnected', listener: () => void): unknown;
  /** Resolves at Slack's hello. */
  start(): Promise<unknown>;
  disconnect(): Promise<unknown>;
}

export interface SocketKeeper {
  /** Connects for the first time; rejects when that fails, and nothing is tried again. */
  start(): Promise<void>;
  /** Whether Slack has said hello and the connection has not ended since. */
  connected(): boolean;
  stop(): Promise<void>;
}

export interface SocketPatience {
  /** The pause after a failure; doubled after each further one. */
  pauseMs: number;
  longestPauseMs: number;
  /** How long Slack may take to say hello. */
  helloMs: number;
  /** A connection that lasted so long is followed by the next one without a pause. */
  steadyMs: number;
}

const usual: SocketPatience = { pauseMs: 1_000, longestPauseMs: 30_000, helloMs: 15_000, steadyMs: 10_000 };
/** How long the end waits for Slack's goodbye. */
const goodbyeMs = 1_000;

export function keepConnected(client: SocketClient, log: Log, patience: SocketPatience = usual): SocketKeeper {
  let stopped = true;
  let reconnecting = false;
  let open = false;
  let connectedAt = 0;
  let pauseMs = 0;
  let wakeUp = () => {};

  async function connectOnce(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        void client.disconnect();
        reject(new Error(`Slack said no hello within ${patience.helloMs} ms`));
      }, patience.helloMs);
    });
    try {
      await Promise.race([client.start(), silence]);
      connectedAt = performance.now();
      open = true;
    } catch (fault) {
      throw fault ?? new Error('The connection ended before Slack said hello.');
    } finally {
      clearTimeout(timer);
    }
  }

  async function reconnect(): Promise<void> {
    if (reconnecting || stopped) return;
    reconnecting = true;
    if (performance.now() - connectedAt >= patience.steadyMs) pauseMs = 0;
    for (let connected = false; !connected && !stopped; ) {
      await pause(pauseMs);
      if (stopped) break;
      pauseMs = Math.min(Math.max(pauseMs * 2, patience.pauseMs), patience.longestPauseMs);
      try {
        await connectOnce();
        connected = true;
        log.info('slack.reconnected');
      } catch (fault) {
        log.warn('slack.unreachable', { error: fault instanceof Error ? fault.message : String(fault), pauseMs });
      }
    }
    reconnecting = false;
  }

  function pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  client.on('disconnected', () => {
    open = false;
    void reconnect();
  });

  return {
    async start() {
      await connectOnce();
      stopped = false;
    },
    connected: () => open && !stopped,
    async stop() {
      stopped = true;
      wakeUp();
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([client.disconnect(), new Promise(resolve => (timer = setTimeout(resolve, goodbyeMs)))]);
      clearTimeout(timer);
    },
  };
}
