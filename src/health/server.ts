/** `/healthz`, `/readyz` and `/metrics`, on a port of their own that is never Slack's. */
import { createServer, type ServerResponse } from 'node:http';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import type { Log } from '../office/office.ts';
import { type Readiness, readinessOf, type Watched, writeProbe } from './readiness.ts';

export interface HealthOptions extends Watched {
  port: number;
  host: string;
  registry: Registry;
  log: Log;
}

export interface Health {
  port: number;
  stop(): Promise<void>;
}

/** Few ask here, and each in a moment; what comes beyond is closed unheard. */
const MOST_CONNECTIONS = 50;

/**
 * Liveness is answered by the same event loop that does the work: a frozen one answers nothing, and whoever asks gives
 * up waiting. Rejects when the port is taken.
 */
export async function startHealth(options: HealthOptions): Promise<Health> {
  const { registry, log } = options;
  const show = gauges(registry);
  const writes = writeProbe(options.database, options.wallClock);
  collectDefaultMetrics({ register: registry });
  const limits = { requestTimeout: 5_000, headersTimeout: 3_000, connectionsCheckingInterval: 1_000 };
  const server = createServer(limits, (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    answer(isRead ? path : undefined, response).catch((fault: unknown) => {
      log.error('health.fault', { error: String(fault) });
      if (!response.headersSent) end(response, 500, 'text/plain', 'fault\n');
    });
  });

  server.maxConnections = MOST_CONNECTIONS;

  async function answer(path: string | undefined, response: ServerResponse): Promise<void> {
    if (path === '/healthz') return end(response, 200, 'text/plain', 'alive\n');
    if (path === '/readyz') {
      const readiness = await readinessOf(options, writes);
      return end(response, readiness.ready ? 200 : 503, 'application/json', `${JSON.stringify(readiness)}\n`);
    }
    if (path !== '/metrics') return end(response, 404, 'text/plain', '/healthz, /readyz or /metrics\n');
    show(await readinessOf(options, writes));
    end(response, 200, registry.contentType, await registry.metrics());
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port, host: options.host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    async stop() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What is measured at the moment somebody asks. */
function gauges(registry: Registry): (readiness: Readiness) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const ready = gauge('tiaoli_ready', '1 when the bot can do its work.');
  const up = gauge('tiaoli_database_up', '1 when the database answers.');
  const writable = gauge('tiaoli_database_writable', '1 when something could be written to the database just now.');
  const latency = gauge('tiaoli_database_seconds', 'What the database took to answer just now.');
  const socket = gauge('tiaoli_slack_connected', '1 while deliveries from Slack can come in.');
  const pending = gauge('tiaoli_outbox_pending', 'Messages written and not sent yet.');
  const dead = gauge('tiaoli_outbox_dead', 'Messages given up; npm run outbox lists them.');
  const oldest = gauge('tiaoli_outbox_oldest_seconds', 'How long the oldest message has waited.');
  const disk = gauge(
    'tiaoli_disk_free_bytes',
    'Room left on the disk the data stand on, to a megabyte; NaN when not known.',
  );
  const little = gauge('tiaoli_disk_low', '1 when there is less room than DISK_FREE_MB.');
  return readiness => {
    const { freeMb, room } = readiness.disk;
    disk.set(freeMb === null ? Number.NaN : freeMb * 1024 * 1024);
    little.set(Number(room !== 'fine'));
    ready.set(Number(readiness.ready));
    up.set(Number(readiness.database.ok));
    writable.set(Number(readiness.database.writable));
    latency.set(readiness.database.ms / 1000);
    socket.set(Number(readiness.slack.ok));
    pending.set(readiness.outbox.pending);
    dead.set(readiness.outbox.dead);
    oldest.set(readiness.outbox.oldestSeconds);
  };
}

function end(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
