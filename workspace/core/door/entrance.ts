/** The server's own door: who is let in, and which part of the core, or which surface, answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Surface } from '../surface.ts';
import type { Teams } from '../teams.ts';
import { answerCall } from './api.ts';
import { answerArchive } from './archives.ts';
import { answerAvatar } from './avatar-door.ts';
import { answerDownload } from './file-download.ts';
import { refusal } from './guard.ts';
import { answerResponseUrl } from './response-url.ts';
import { answerUpload } from './upload-door.ts';
import { answerWebhook } from './webhook.ts';
import { answerJson, answerText, TooLarge } from './wire.ts';

/** A server that is not listening yet. */
export function serve(teams: Teams, surfaces: readonly Surface[]): Server {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 5_000 },
    (request, response) => {
      route(teams, surfaces, request, response).catch((error: unknown) => fail(response, error));
    },
  );
  server.on('upgrade', (request, stream, head) => {
    const refused = refusal(request, portOf(server));
    stream.on('error', () => stream.destroy());
    if (refused === undefined) teams.first.sockets.upgrade(request, stream, head);
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
}

async function route(
  teams: Teams,
  surfaces: readonly Surface[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refused = refusal(request, request.socket.localPort ?? 0);
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (refused !== undefined) answerJson(response, 403, { ok: false, error: 'forbidden', message: refused });
  else if (path.startsWith('/api/') && (isRead || request.method === 'POST'))
    await answerCall(teams, request, response);
  else if (/^\/(commands|actions)\//.test(path) && request.method === 'POST')
    await answerResponseUrl(teams, request, response);
  else if (path.startsWith('/services/') && request.method === 'POST') await answerWebhook(teams, request, response);
  else if (path.startsWith('/upload/') && request.method === 'POST') await answerUpload(teams, request, response);
  else if (isRead && path.startsWith('/files-pri/')) answerDownload(teams, request, response);
  else if (isRead && path.startsWith('/avatars/')) answerAvatar(teams, request, response);
  else if (isRead && path.startsWith('/archives/')) answerArchive(teams, request.url ?? '', response);
  else if (await isAnswered(surfaces, request, response)) return;
  else answerText(response, isRead ? 404 : 405, 'Not here.');
}

async function isAnswered(
  surfaces: readonly Surface[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  for (const surface of surfaces) if (await surface.answer(request, response)) return true;
  return false;
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (error instanceof TooLarge) {
    response.setHeader('connection', 'close');
    answerJson(response, 413, {
      ok: false,
      error: 'request_too_large',
      message: 'A request may carry 1 MB at most, a file 20 MB.',
    });
    return;
  }
  answerJson(response, 500, { ok: false, error: 'internal_error', message: 'The workspace failed at this.' });
  console.error('The workspace failed to answer a request:', error);
}

/** Listens on 127.0.0.1; resolves to the port, rejects when it is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(portOf(server));
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
