/** Tells open pages that something changed, as server-sent events; a hint says where to look, never what is there. */
import type { ServerResponse } from 'node:http';

export interface Hint {
  type:
    | 'message'
    | 'changed'
    | 'deleted'
    | 'ephemeral'
    | 'view'
    | 'home'
    | 'clock'
    | 'log'
    | 'fault'
    | 'channels'
    | 'people'
    | 'read';
  channel?: string;
  ts?: string;
  user?: string;
}

/** The open streams of all pages. */
export class Hints {
  #streams = new Map<ServerResponse, (hint: Hint) => boolean>();
  #listeners = new Set<(hint: Hint) => void>();
  #id = 0;
  #heartbeat: NodeJS.Timeout;

  constructor() {
    this.#heartbeat = setInterval(() => {
      for (const stream of this.#streams.keys()) stream.write(': still here\n\n');
    }, 15_000);
    this.#heartbeat.unref();
  }

  /** Begins a stream on this response; `wants` decides which hints it gets. Ends when the page goes away. */
  open(response: ServerResponse, wants: (hint: Hint) => boolean): void {
    // The hints of several teams may go down one stream, which is begun once.
    if (!response.headersSent) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      response.write('retry: 1000\n: welcome\n\n');
    }
    this.#streams.set(response, wants);
    response.on('close', () => this.#streams.delete(response));
  }

  /** Calls the listener with every hint until the returned function is called. */
  listen(listener: (hint: Hint) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(hint: Hint): void {
    for (const listener of this.#listeners) listener(hint);
    this.#id += 1;
    const text = `id: ${this.#id}\ndata: ${JSON.stringify(hint)}\n\n`;
    for (const [stream, wants] of this.#streams) if (wants(hint)) stream.write(text);
  }

  stop(): void {
    clearInterval(this.#heartbeat);
    for (const stream of this.#streams.keys()) stream.end();
    this.#streams.clear();
  }
}
