/** Stands between one replica and the workspace's Web API, and fails as a network or Slack does: by the dice, or at a named step. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What becomes of a call: `lost` were done and the answer never arrived, `refused` were not done. */
export type Mishap =
  | 'refused 429'
  | 'refused 500'
  | 'refused connection'
  | 'lost 500'
  | 'lost connection'
  | 'lost answer';

export interface Front {
  /** For SLACK_API_URL. */
  apiUrl: string;
  /** How often each mishap happened. */
  mishaps: Map<Mishap, number>;
  /** Draws what becomes of a call; undefined: nothing happens to it. */
  draw: (method: string) => Mishap | undefined;
  /** Is told of a call before Slack has it, and of its answer before the replica has it; the call waits for it. */
  hook: (method: string, when: 'before' | 'after') => Promise<void>;
  /** With true, Slack's history shows nothing: what was perhaps sent cannot be found again. */
  blind: boolean;
  close(): Promise<void>;
}

export async function openFront(workspaceUrl: string): Promise<Front> {
  const server = createServer((request, response) => void pass(request, response).catch(() => response.destroy()));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const front: Front = {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    mishaps: new Map(),
    draw: () => undefined,
    hook: async () => {},
    blind: false,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const mishap = front.draw(method);
    if (mishap !== undefined) front.mishaps.set(mishap, (front.mishaps.get(mishap) ?? 0) + 1);
    if (mishap === 'refused 429')
      return end(response, 429, '{"ok":false,"error":"ratelimited"}', { 'retry-after': '1' });
    if (mishap === 'refused 500') return end(response, 500, '');
    if (mishap === 'refused connection') return void response.destroy();
    await front.hook(method, 'before');
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(`${workspaceUrl}${request.url}`, { method: 'POST', headers, body });
    const text = await answer.text();
    await front.hook(method, 'after');
    if (mishap === 'lost 500') return end(response, 500, '');
    if (mishap === 'lost connection') return void response.destroy();
    if (mishap === 'lost answer') return; // the connection stays open and nothing ever comes
    end(
      response,
      answer.status,
      front.blind && method === 'conversations.history' ? '{"ok":true,"messages":[]}' : text,
    );
  }
  return front;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function end(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(text);
}
