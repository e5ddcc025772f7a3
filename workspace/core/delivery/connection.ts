/** One WebSocket of the app: greeted, pinged, warned before its time is over, and silent when a fault says so. */
import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { APP_ID } from '../identity.ts';
import type { JsonObject } from '../json.ts';
import type { DisconnectReason } from './faults.ts';

/** How long things take between Slack and a socket, in milliseconds. */
export interface Pace {
  /** Between two pings of the server. */
  ping: number;
  /** A connection's life, and that of one opened with `debug_reconnects=true`. */
  life: number;
  debugLife: number;
  /** From the warning to the end. */
  warning: number;
  /** From the request to leave to the end, as long as an app needs to open the next connection. */
  farewell: number;
}

/** Slack's own pace; a connection lives about five hours. */
export const PACE: Pace = { ping: 10_000, life: 18_060_000, debugLife: 360_000, warning: 10_000, farewell: 1_000 };

export interface ConnectionOptions {
  pace: Pace;
  /** Opened with `debug_reconnects=true`. */
  debug: boolean;
  /** Asked at each ping of the client: whether this connection falls silent now. */
  fallsSilent(): boolean;
}

const HOST = 'applink-local';

/** A connection from its greeting to its end. */
export class Connection {
  readonly socket: WebSocket;
  #pace: Pace;
  #life: number;
  #timers = new Set<NodeJS.Timeout>();
  #hasAnswered = true;
  #isLeaving = false;
  #isSilent = false;

  constructor(socket: WebSocket, { pace, debug, fallsSilent }: ConnectionOptions) {
    this.socket = socket;
    this.#pace = pace;
    this.#life = debug ? pace.debugLife : pace.life;
    socket.on('pong', () => {
      this.#hasAnswered = true;
    });
    socket.on('ping', data => {
      this.#isSilent ||= fallsSilent();
      if (!this.#isSilent) socket.pong(data);
    });
    // A broken connection ends with "close" as well; without a listener the error would end the process.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#forget());
  }

  /** Whether Slack still sends deliveries this way; one that has fallen silent looks as open as the others. */
  get isOpen(): boolean {
    return !this.#isLeaving && this.socket.readyState === this.socket.OPEN;
  }

  /** Nothing comes through in either direction, and nobody has noticed yet. */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  greet(num_connections: number): void {
    const approximate_connection_time = Math.round(this.#life / 1000);
    this.send({
      type: 'hello',
      num_connections,
      debug_info: { host: HOST, build_number: 1, approximate_connection_time },
      connection_info: { app_id: APP_ID },
    });
    this.#later(this.#life - this.#pace.warning, () => this.sendAway('warning'));
  }

  send(frame: JsonObject): void {
    if (!this.#isSilent) this.socket.send(JSON.stringify(frame));
  }

  /** Slack's clients expect pings to go on once they began; who did not answer the last one is gone. */
  ping(): void {
    if (this.#isSilent || this.socket.readyState !== this.socket.OPEN) return;
    if (!this.#hasAnswered) this.socket.terminate();
    else this.socket.ping(`Ping from ${HOST} ${Date.now()}`);
    this.#hasAnswered = false;
  }

  /** Tells the app that the connection ends: soon and until then in use after a warning, else a moment later. */
  sendAway(reason: DisconnectReason): void {
    const debug_info = { host: HOST, connection_id: randomBytes(4).toString('hex') };
    this.send({ type: 'disconnect', reason, debug_info });
    if (reason === 'warning') {
      this.#later(this.#pace.warning, () => this.sendAway('refresh_requested'));
      return;
    }
    this.#isLeaving = true;
    this.#later(this.#pace.farewell, () => this.socket.close(1000));
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(act, ms);
    timer.unref();
    this.#timers.add(timer);
  }

  #forget(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
