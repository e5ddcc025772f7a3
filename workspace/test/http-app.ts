/** An app of our own that is reached by HTTP: it keeps every request and answers as the test says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Received {
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** `url_verification`, `event_callback` and so on; `ssl_check` and `command` for forms. */
  kind: string;
}

export interface HttpApp {
  url: string;
  received: Received[];
  /** The requests that are events, oldest first. */
  events(): Received[];
  stop(): Promise<void>;
}

export type Answering = (request: Received, response: ServerResponse) => void;

/** Listens on a free port; `verified` answers the challenge by itself. */
export async function httpApp(answer: Answering, isVerified = true): Promise<HttpApp> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const seen = { url: request.url ?? '', headers: request.headers, body, kind: kindOf(body) };
    received.push(seen);
    if (isVerified && seen.kind === 'url_verification') response.end(JSON.parse(body).challenge);
    else if (seen.kind === 'ssl_check') response.end();
    else answer(seen, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`,
    received,
    events: () => received.filter(({ kind }) => kind === 'event_callback'),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function kindOf(body: string): string {
  if (body.startsWith('{')) return String(JSON.parse(body).type);
  return new URLSearchParams(body).has('ssl_check') ? 'ssl_check' : 'command';
}
