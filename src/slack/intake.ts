/**
 * The HTTP server Slack delivers to. It checks every request before Bolt sees it: Bolt accepts timestamps from the
 * future, waits for slow bodies, ends the process at a signed body that is no object, and leaves one without an answer
 * that is none of Slack's forms.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { Log } from '../office/office.ts';
import { type Gathered, gathered } from './gathered.ts';
import { bodyIs, isPayload } from './payload.ts';

export const INTAKE_PATH = '/slack/events';

export interface IntakeOptions {
  signingSecret: string;
  /** Physical time, which Slack's timestamps are compared with. */
  wallClock: { now(): Date };
  log: Log;
  /** How long a request may take to be said, and how many may be connected: for rehearsals. */
  limits?: IntakeLimits;
}

export interface IntakeLimits {
  /** For a request's headers, in milliseconds: a connection that says nothing is closed after it. */
  headersMs: number;
  /** For the whole of a request. */
  requestMs: number;
  /** How often it is looked for those that are over their time. */
  lookMs: number;
  /** Connections at once; what comes beyond is closed unheard, and Slack delivers again. */
  connections: number;
}

/** Slack's deliveries to one department are few at a time, also where a proxy keeps connections for them. */
const usual: IntakeLimits = { headersMs: 3_000, requestMs: 4_000, lookMs: 1_000, connections: 300 };

/** Slack's own payloads stay far below. */
const bodyMax = 512 * 1024;
const staleAfterSeconds = 300;

/** Requests that were not taken, told of once a minute: whoever is not Slack may send as many as they like. */
interface Refused {
  /** Without Slack's signature. */
  unsigned: Gathered<{ from: string | undefined }>;
  /** Signed, and none of Slack's forms. */
  nonsense: Gathered<{ type: string }>;
}

/** A server that hands what is truly from Slack to `bolt`, its body already read; it does not listen yet. */
export function openIntake(bolt: RequestListener, options: IntakeOptions): Server {
  const { log, limits = usual } = options;
  const refused: Refused = {
    unsigned: gathered((times, last) => log.warn('intake.refused', { times, ...last })),
    nonsense: gathered((times, last) => log.warn('intake.nonsense', { times, ...last })),
  };
  const server = createServer(
    {
      requestTimeout: limits.requestMs,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.lookMs,
    },
    (request, response) => {
      receive(bolt, options, refused, request, response).catch((fault: unknown) => {
        // A body that broke off is nobody's fault; whatever else it was, the request ends here and not the process.
        if (!request.destroyed) log.error('intake.fault', { error: String(fault) });
        if (response.headersSent) response.destroy();
        else end(response, 400);
      });
    },
  );
  server.maxConnections = limits.connections;
  server.on('close', () => {
    refused.unsigned.end();
    refused.nonsense.end();
  });
  return server;
}

async function receive(
  bolt: RequestListener,
  options: IntakeOptions,
  refused: Refused,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0];
  if (path !== INTAKE_PATH || request.method !== 'POST') return end(response, 404);
  const body = await bodyOf(request);
  if (body === null) return end(response, 413);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  // Read as Bolt reads it, which knows no more parameters than this does.
  const form = type === 'application/x-www-form-urlencoded' ? parse(body.toString()) : null;
  // Slack's certificate check carries no signature and asks for nothing but an answer.
  if (form?.ssl_check === '1') return end(response, 200);
  if (!isSigned(request, body, options)) {
    refused.unsigned.add({ from: request.socket.remoteAddress });
    return end(response, 401);
  }
  const what = form === null ? bodyIs(inJson(body.toString())) : formIs(form);
  if (what === 'nonsense') refused.nonsense.add({ type: type.slice(0, 60) });
  if (what !== 'taken') return end(response, what === 'news' ? 200 : 400);
  request.headers['content-type'] = type;
  await bolt(Object.assign(request, { rawBody: body }), response);
}

/** What a form is: an interaction stands in its payload, a slash command is the form itself. */
function formIs(form: ReturnType<typeof parse>): 'taken' | 'nonsense' {
  const { payload } = form;
  const isTaken =
    payload === undefined
      ? isPayload('slash_commands', form)
      : typeof payload === 'string' && isPayload('interactive', inJson(payload));
  return isTaken ? 'taken' : 'nonsense';
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > bodyMax) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isSigned(request: IncomingMessage, body: Buffer, { signingSecret, wallClock }: IntakeOptions): boolean {
  const timestamp = String(request.headers['x-slack-request-timestamp'] ?? '');
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(wallClock.now().getTime() / 1000 - Number(timestamp)) > staleAfterSeconds) return false;
  const ours = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const [expected, given] = [`v0=${ours}`, String(request.headers['x-slack-signature'] ?? '')].map(Buffer.from);
  return expected !== undefined && given?.length === expected.length && timingSafeEqual(expected, given);
}

/** What the JSON says; undefined when it is none. */
function inJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 200 ? {} : { connection: 'close' });
  response.end();
}
