/**
 * The HTTP server Slack delivers to. It checks every request before Bolt sees it: Bolt accepts timestamps from the
 * future, waits for slow bodies, and ends the process at a signed body that is no object.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../office/office.ts';

export const INTAKE_PATH = '/slack/events';

export interface IntakeOptions {
  signingSecret: string;
  /** Physical time, which Slack's timestamps are compared with. */
  wallClock: { now(): Date };
  log: Log;
}

/** Slack's own payloads stay far below. */
const bodyMax = 512 * 1024;
const staleAfterSeconds = 300;

/** A server that hands what is truly from Slack to `bolt`, its body already read; it does not listen yet. */
export function openIntake(bolt: RequestListener, options: IntakeOptions): Server {
  return createServer(
    { requestTimeout: 4_000, headersTimeout: 3_000, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      receive(bolt, options, request, response).catch((fault: unknown) => {
        // A body that broke off is nobody's fault; whatever else it was, the request ends here and not the process.
        if (!request.destroyed) options.log.error('intake.fault', { error: String(fault) });
        if (response.headersSent) response.destroy();
        else end(response, 400);
      });
    },
  );
}

async function receive(
  bolt: RequestListener,
  options: IntakeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0];
  if (path !== INTAKE_PATH || request.method !== 'POST') return end(response, 404);
  const body = await bodyOf(request);
  if (body === null) return end(response, 413);
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  const isForm = type.trim() === 'application/x-www-form-urlencoded';
  const form = isForm ? new URLSearchParams(body.toString()) : null;
  // Slack's certificate check carries no signature and asks for nothing but an answer.
  if (form?.get('ssl_check') === '1') return end(response, 200);
  if (!isSigned(request, body, options)) {
    options.log.warn('intake.refused', { from: request.socket.remoteAddress });
    return end(response, 401);
  }
  if (!isObject(form === null ? body.toString() : form.get('payload'))) return end(response, 400);
  request.headers['content-type'] = type.trim();
  await bolt(Object.assign(request, { rawBody: body }), response);
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

/** Whether the JSON is an object; a form without a payload is a slash command and stands for itself. */
function isObject(json: string | null): boolean {
  if (json === null) return true;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 200 ? {} : { connection: 'close' });
  response.end();
}
