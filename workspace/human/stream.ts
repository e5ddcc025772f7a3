/** Sends hints to open pages as server-sent events. */
import type { ServerResponse } from 'node:http';
import type { Hint, Hints } from '../core/hints.ts';

const HEARTBEAT_MS = 15_000;

/** The streams that are open, until the pages behind them go away or the workspace ends. */
export class Streams {
  #open = new Set<ServerResponse>();

  /** Begins a stream of the hints of these teams; `wants` decides which it gets. */
  begin(response: ServerResponse, teams: readonly Hints[], wants: (hint: Hint) => boolean): void {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    response.write('retry: 1000\n: welcome\n\n');
    let id = 0;
    const tell = (hint: Hint): void => {
      if (!wants(hint)) return;
      id += 1;
      response.write(`id: ${id}\ndata: ${JSON.stringify(hint)}\n\n`);
    };
    const leave = teams.map(hints => hints.listen(tell));
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    heartbeat.unref();
    this.#open.add(response);
    response.on('close', () => {
      clearInterval(heartbeat);
      for (const end of leave) end();
      this.#open.delete(response);
    });
  }

  stop(): void {
    for (const response of this.#open) response.end();
  }
}
