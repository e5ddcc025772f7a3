/** The tools as an administrator types them: processes of their own, on a new database, which is on the server where there is one. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { furnish } from './folder.ts';
import { serverAnswers, serverDatabase } from './postgres.ts';

const root = join(import.meta.dirname, '../..');
const loader = join(root, 'node_modules/tsx/dist/loader.mjs');

export interface Console {
  /** A folder of its own, in which the tools are typed. */
  folder: string;
  /** What the tools call the database. */
  where: string;
  /** Types `npm run <tool> -- <line>` with the settings of this database, or with others. */
  type(tool: string, line?: string, settings?: Record<string, string>): SpawnSyncReturns<string>;
  /** Opens the database for a moment; an embedded one belongs to one process. */
  inDatabase<T>(work: (database: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openConsole(name: string): Promise<Console> {
  const folder = mkdtempSync(join(tmpdir(), `tiaoli-${name}-`));
  const path = join(folder, 'data');
  const server = (await serverAnswers()) ? await serverDatabase() : null;
  if (server === null) furnish(path);
  return {
    folder,
    where: server === null ? `embedded database in ${path}` : `PostgreSQL at ${new URL(server.url).host}`,
    type(tool, line = '', settings = server === null ? { DATA_DIR: path } : { DATABASE_URL: server.url }) {
      const { PATH = '', HOME = '' } = process.env;
      const words = line.split(' ').filter(word => word !== '');
      return spawnSync(process.execPath, ['--import', loader, join(root, `src/tools/${tool}.ts`), ...words], {
        cwd: folder,
        env: { PATH, HOME, DEPARTMENT_LOCALE: 'en', ...settings },
        encoding: 'utf8',
      });
    },
    async inDatabase(work) {
      const database = await openDatabase(
        server === null ? { kind: 'folder', path } : { kind: 'server', url: server.url },
      );
      try {
        return await work(database);
      } finally {
        await database.close();
      }
    },
    async close() {
      await server?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
