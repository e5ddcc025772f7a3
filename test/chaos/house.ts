/** The house a chaos run breaks: a workspace that stays up, a database, and replicas behind fronts that fail. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { startWorkspace, type Workspace } from '@tiaoli/workspace';
import pg from 'pg';
import { commands } from '../../commands/index.ts';
import { DEPARTMENT } from '../../prisma/department.ts';
import { manifestOf } from '../../src/slack/manifest.ts';
import { serverDatabase } from '../support/postgres.ts';
import { languages } from '../support/speech.ts';
import { CHANNELS, type Control, writeControl } from './control.ts';
import { type Front, openFront } from './front.ts';
import { type Replica, startReplica } from './process.ts';

export interface House {
  workspace: Workspace;
  folder: string;
  /** Of the server database; undefined where it is embedded. */
  databaseUrl: string | undefined;
  fronts: Front[];
  control(change: Partial<Control>): void;
  /** Starts the replica that speaks through that front. */
  start(front: number): Replica;
  /** Runs SQL beside the replicas. On an embedded database only while none of them lives. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Messages that still wait in the outbox; always 0 where the database is embedded, which only the bot may open. */
  waiting(): Promise<number>;
  /** How often each mark of our messages stands in the channels of the department. */
  posted(): Promise<Map<string, number>>;
  /** Types a command as a person; the text of the answer, or what Slack shows instead. */
  type(user: string, line: string): Promise<{ ok: boolean; text: string }>;
  close(): Promise<void>;
}

/** Who holds which post: those who decide about leave, and those who ask for it. */
export const STAFF = ['UPRESALES1', 'UPRESALES2', 'UPRESALES3', 'UPRESALES4'] as const;
const LEADERS_AND_STAFF = [
  'president=UPRESIDENT',
  'manager=UMANAGER',
  'deputy=UDEPUTY',
  ...STAFF.map(id => `presales=${id}`),
].join(',');

export async function openHouse(database: 'server' | 'embedded', replicas: number): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-chaos-'));
  const file = join(folder, 'control.json');
  const server = database === 'server' ? await serverDatabase() : undefined;
  const workspace = await startWorkspace({
    port: 0,
    seed: DEPARTMENT,
    manifest: manifestOf(commands, languages, { mode: 'socket' }, 'zh-CN'),
  });
  const fronts = await Promise.all(Array.from({ length: replicas }, () => openFront(workspace.url)));
  const client = new WebClient(workspace.botToken, { slackApiUrl: workspace.apiUrl });
  const pool = server && new pg.Pool({ connectionString: server.url, max: 4 });
  // Connections are cut on purpose, ours among them.
  pool?.on('error', () => {});
  let control: Control = { begin: null, step: 250, occurrences: 0, ahead: 0 };
  writeControl(file, control);

  return {
    workspace,
    folder,
    databaseUrl: server?.url,
    fronts,
    control(change) {
      control = { ...control, ...change };
      writeControl(file, control);
    },
    start(front) {
      return startReplica({
        CHAOS_CONTROL: file,
        DATA_DIR: folder,
        SLACK_API_URL: fronts[front]?.apiUrl ?? '',
        SLACK_BOT_TOKEN: workspace.botToken,
        SLACK_APP_TOKEN: workspace.appToken,
        FIRST_LEADERS: LEADERS_AND_STAFF,
        LOG_LEVEL: 'warn',
        ...(server && { DATABASE_URL: server.url }),
      });
    },
    async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      if (pool) return (await pool.query<Row>(text, values)).rows;
      const { PGlite } = await import('@electric-sql/pglite');
      const opened = await PGlite.create({ dataDir: join(folder, 'database') });
      try {
        return (await opened.query<Row>(text, values)).rows;
      } finally {
        await opened.close();
      }
    },
    async waiting() {
      if (!pool) return 0;
      const { rows } = await pool.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM outbox WHERE state IN ('pending', 'sending')`,
      );
      return rows[0]?.n ?? 0;
    },
    async posted() {
      const counts = new Map<string, number>();
      const { channels = [] } = await client.conversations.list({ types: 'public_channel,private_channel' });
      const places = channels.filter(({ name = '' }) => (CHANNELS as readonly string[]).includes(name));
      for (const { id = '' } of places) {
        const pages = client.paginate('conversations.history', { channel: id, limit: 200, include_all_metadata: true });
        for await (const page of pages) {
          for (const { metadata } of (page as Awaited<ReturnType<typeof client.conversations.history>>).messages ??
            []) {
            const mark = (metadata?.event_payload as { id?: string } | undefined)?.id;
            if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
          }
        }
      }
      return counts;
    },
    async type(user, line) {
      const [command, ...words] = line.split(' ');
      const response = await fetch(`${workspace.url}/human/command`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user, channel: 'department', command, text: words.join(' ') }),
      });
      const answer = (await response.json()) as { ok: boolean; text?: string; response?: { text: string } };
      return { ok: answer.ok, text: answer.response?.text ?? answer.text ?? '' };
    },
    async close() {
      await workspace.stop();
      for (const front of fronts) await front.close();
      await pool?.end();
      await server?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
