/** Socket Mode: the app's WebSockets, over which envelopes go out in turn and acknowledgements come back. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { APP_ID } from './identity.ts';
import { asText, isObject, type JsonObject, parseJson } from './json.ts';
import { ACKNOWLEDGE_MS, type Acknowledgement, type Delivery, type Retry, type Transport } from './transport.ts';

const TICKET_MS = 30_000;
const PING_MS = 10_000;
const MOST_SOCKETS = 10;
/** Between the warning and the end of a connection, as long as an app needs to open the next one. */
const FAREWELL_MS = 1_000;
/** How long the end of the workspace waits for the sockets. */
const GOODBYE_MS = 500;

/** The Socket Mode side of the server. */
export class Sockets implements Transport {
  #server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  #sockets: { socket: WebSocket; alive: boolean }[] = [];
  #turn = 0;
  #tickets = new Map<string, number>();
  #waiting = new Map<string, (acknowledgement: Acknowledgement) => void>();
  #envelopes = new WeakMap<JsonObject, string>();
  #timers = new Set<NodeJS.Timeout>();
  #ping: NodeJS.Timeout;

  constructor() {
    this.#ping = setInterval(() => this.#pingAll(), PING_MS);
    this.#ping.unref();
  }

  /** A ticket that opens one connection within half a minute. */
  issueTicket(): string {
    const ticket = randomUUID();
    this.#tickets.set(ticket, performance.now() + TICKET_MS);
    return ticket;
  }

  /** Takes over an HTTP upgrade that carries a valid ticket; ends every other. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const ticket = url.searchParams.get('ticket') ?? '';
    const until = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (url.pathname !== '/link/' || until === undefined || until < performance.now()) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, socket => this.#welcome(socket));
  }

  send(delivery: Delivery, retry?: Retry): Promise<Acknowledgement> {
    const known = this.#envelopes.get(delivery.payload) ?? randomUUID();
    this.#envelopes.set(delivery.payload, known);
    return this.#push(known, delivery, retry);
  }

  repeat(delivery: Delivery): Promise<Acknowledgement> {
    return this.#push(this.#envelopes.get(delivery.payload) ?? randomUUID(), delivery);
  }

  disconnect(): void {
    for (const { socket } of [...this.#sockets]) this.#sendAway(socket, 'refresh_requested');
  }

  /** Says goodbye to every socket and resolves when all are closed, at the latest a moment later. */
  async stop(): Promise<void> {
    clearInterval(this.#ping);
    for (const timer of this.#timers) clearTimeout(timer);
    const closed = [...this.#server.clients].map(socket => new Promise(resolve => socket.once('close', resolve)));
    for (const socket of this.#server.clients) socket.close(1001);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.all(closed), new Promise(resolve => (timer = setTimeout(resolve, GOODBYE_MS)))]);
    clearTimeout(timer);
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    const held = { socket, alive: true };
    socket.on('pong', () => {
      held.alive = true;
    });
    socket.on('message', data => this.#receive(data.toString()));
    // A broken connection ends with "close" as well; without a listener the error would end the process.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#sockets = this.#sockets.filter(other => other !== held);
    });
    if (this.#sockets.length >= MOST_SOCKETS) {
      this.#sendAway(socket, 'too_many_websockets');
      return;
    }
    this.#sockets.push(held);
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.length,
        debug_info: { host: 'applink-local', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: APP_ID },
      }),
    );
  }

  #receive(text: string): void {
    const frame = parseJson(text);
    if (!isObject(frame)) return;
    const envelope = asText(frame.envelope_id);
    this.#waiting.get(envelope)?.({ ok: true, body: frame.payload });
  }

  #push(envelope: string, delivery: Delivery, retry?: Retry): Promise<Acknowledgement> {
    const open = this.#sockets.filter(({ socket }) => socket.readyState === socket.OPEN);
    this.#turn += 1;
    const chosen = open[this.#turn % Math.max(1, open.length)];
    if (!chosen) return Promise.resolve({ ok: false, error: 'dispatch_failed' });
    return new Promise(resolve => {
      const finish = (acknowledgement: Acknowledgement): void => {
        clearTimeout(timer);
        this.#timers.delete(timer);
        this.#waiting.delete(envelope);
        resolve(acknowledgement);
      };
      const timer = setTimeout(() => finish({ ok: false, error: 'operation_timeout' }), ACKNOWLEDGE_MS);
      this.#timers.add(timer);
      this.#waiting.set(envelope, finish);
      chosen.socket.send(JSON.stringify(wrap(envelope, delivery, retry)));
    });
  }

  #sendAway(socket: WebSocket, reason: string): void {
    const debug_info = { host: 'applink-local', connection_id: randomBytes(4).toString('hex') };
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
    this.#sockets = this.#sockets.filter(held => held.socket !== socket);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      socket.close(1000);
    }, FAREWELL_MS);
    timer.unref();
    this.#timers.add(timer);
  }

  /** Slack's clients expect pings to go on once they began; who did not answer the last one is gone. */
  #pingAll(): void {
    for (const held of this.#sockets) {
      if (!held.alive) held.socket.terminate();
      held.alive = false;
      if (held.socket.readyState === held.socket.OPEN) held.socket.ping(`Ping from applink-local ${Date.now()}`);
    }
  }
}

function wrap(envelope_id: string, delivery: Delivery, retry: Retry | undefined): JsonObject {
  const accepts_response_payload = delivery.envelope !== 'events_api';
  const wrapped: JsonObject = {
    envelope_id,
    payload: delivery.payload,
    type: delivery.envelope,
    accepts_response_payload,
  };
  if (delivery.envelope !== 'events_api') return wrapped;
  return { ...wrapped, retry_attempt: retry?.num ?? 0, retry_reason: retry ? 'timeout' : '' };
}
