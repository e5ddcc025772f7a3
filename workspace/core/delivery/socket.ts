/** Socket Mode: the app's WebSockets, over which envelopes go out in turn and acknowledgements come back. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { asText, isObject, type JsonObject, parseJson } from '../json.ts';
import { Connection, PACE, type Pace } from './connection.ts';
import type { DisconnectReason, Faults } from './faults.ts';
import { ACKNOWLEDGE_MS, type Acknowledgement, type Delivery, type Retry, type Transport } from './transport.ts';

const TICKET_MS = 30_000;
const MOST_SOCKETS = 10;
/** How long the end of the workspace waits for the sockets. */
const GOODBYE_MS = 500;
/** Envelopes remembered after they were settled, to tell a late acknowledgement from one of nothing. */
const MOST_SETTLED = 500;
/** What an app may acknowledge with more than the envelope's id. */
const ANSWERED = new Set(['slash_commands', 'view_submission', 'block_suggestion']);

/** What an acknowledgement nobody waits for is called, by what became of its envelope. */
const STRAYS = {
  acknowledged: 'acknowledged_twice',
  'given up': 'acknowledged_too_late',
  'never sent': 'unknown_envelope',
} as const;

export interface SocketsOptions {
  faults: Faults;
  /** Told of each acknowledgement nobody waits for. */
  onStray(envelope_id: string, error: (typeof STRAYS)[keyof typeof STRAYS]): void;
  pace?: Pace;
}

/** An envelope on its way; `over` is undefined while there is no connection to send it by. */
interface Sent {
  delivery: Delivery;
  retry: Retry | undefined;
  over: Connection | undefined;
  finish(acknowledgement: Acknowledgement): void;
}

/** The Socket Mode side of the server. */
export class Sockets implements Transport {
  // Pings are answered by the connection itself, which may have to fall silent.
  #server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024, autoPong: false });
  #connections: Connection[] = [];
  #turn = 0;
  #tickets = new Map<string, number>();
  #sent = new Map<string, Sent>();
  #settled = new Map<string, 'acknowledged' | 'given up'>();
  #envelopes = new WeakMap<JsonObject, string>();
  #timers = new Set<NodeJS.Timeout>();
  #ping: NodeJS.Timeout;
  #faults: Faults;
  #onStray: SocketsOptions['onStray'];
  #pace: Pace;

  constructor({ faults, onStray, pace = PACE }: SocketsOptions) {
    this.#faults = faults;
    this.#onStray = onStray;
    this.#pace = pace;
    this.#ping = setInterval(() => {
      for (const connection of this.#connections) connection.ping();
    }, pace.ping);
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
    const isValid = url.pathname === '/link/' && until !== undefined && until >= performance.now();
    const debug = url.searchParams.get('debug_reconnects') === 'true';
    if (this.#faults.strikes('refuse-connection')) refuse(stream, '503 Service Unavailable');
    else if (!isValid) refuse(stream, '401 Unauthorized');
    else this.#server.handleUpgrade(request, stream, head, socket => this.#welcome(socket, debug));
  }

  send(delivery: Delivery, retry?: Retry): Promise<Acknowledgement> {
    const known = this.#envelopes.get(delivery.payload) ?? randomUUID();
    this.#envelopes.set(delivery.payload, known);
    return this.#push(known, delivery, retry);
  }

  repeat(delivery: Delivery): Promise<Acknowledgement> {
    return this.#push(this.#envelopes.get(delivery.payload) ?? randomUUID(), delivery);
  }

  disconnect(reason: DisconnectReason = 'refresh_requested'): void {
    for (const connection of this.#connections) if (connection.isOpen) connection.sendAway(reason);
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

  #welcome(socket: WebSocket, debug: boolean): void {
    const fallsSilent = (): boolean => this.#faults.strikes('silent-socket');
    const connection = new Connection(socket, { pace: this.#pace, debug, fallsSilent });
    socket.on('message', data => {
      if (!connection.isSilent) this.#receive(data.toString());
    });
    socket.on('close', () => this.#lose(connection));
    const open = this.#connections.filter(({ isOpen }) => isOpen);
    if (open.length >= MOST_SOCKETS) {
      connection.sendAway('too_many_websockets');
      return;
    }
    this.#connections.push(connection);
    connection.greet(open.length + 1);
    for (const [envelope, sent] of this.#sent) if (!sent.over) this.#carry(envelope, sent);
  }

  /** What the lost connection did not acknowledge goes over another, or waits for the next one. */
  #lose(connection: Connection): void {
    this.#connections = this.#connections.filter(other => other !== connection);
    for (const [envelope, sent] of this.#sent) if (sent.over === connection) this.#carry(envelope, sent);
  }

  #receive(text: string): void {
    const frame = parseJson(text);
    const envelope = isObject(frame) ? asText(frame.envelope_id) : '';
    if (!isObject(frame) || envelope === '') return;
    const sent = this.#sent.get(envelope);
    if (sent) sent.finish({ ok: true, body: frame.payload });
    else this.#onStray(envelope, STRAYS[this.#settled.get(envelope) ?? 'never sent']);
  }

  #push(envelope: string, delivery: Delivery, retry?: Retry): Promise<Acknowledgement> {
    if (!this.#connections.some(({ isOpen }) => isOpen))
      return Promise.resolve({ ok: false, error: 'dispatch_failed' });
    return new Promise(resolve => {
      const finish = (acknowledgement: Acknowledgement): void => {
        clearTimeout(timer);
        this.#timers.delete(timer);
        this.#sent.delete(envelope);
        this.#settle(envelope, acknowledgement.ok);
        resolve(acknowledgement);
      };
      const timer = setTimeout(() => finish({ ok: false, error: 'operation_timeout' }), ACKNOWLEDGE_MS);
      this.#timers.add(timer);
      const sent: Sent = { delivery, retry, over: undefined, finish };
      this.#sent.set(envelope, sent);
      this.#carry(envelope, sent);
    });
  }

  #carry(envelope: string, sent: Sent): void {
    const open = this.#connections.filter(({ isOpen }) => isOpen);
    this.#turn += 1;
    sent.over = open[this.#turn % Math.max(1, open.length)];
    sent.over?.send(wrap(envelope, sent.delivery, sent.retry));
  }

  #settle(envelope: string, isAcknowledged: boolean): void {
    this.#settled.delete(envelope);
    this.#settled.set(envelope, isAcknowledged ? 'acknowledged' : 'given up');
    const [oldest] = this.#settled.keys();
    if (this.#settled.size > MOST_SETTLED && oldest !== undefined) this.#settled.delete(oldest);
  }
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function wrap(envelope_id: string, delivery: Delivery, retry: Retry | undefined): JsonObject {
  const wrapped: JsonObject = {
    envelope_id,
    payload: delivery.payload,
    type: delivery.envelope,
    accepts_response_payload: ANSWERED.has(delivery.type),
  };
  if (delivery.envelope !== 'events_api') return wrapped;
  return { ...wrapped, retry_attempt: retry?.num ?? 0, retry_reason: retry ? 'timeout' : '' };
}
