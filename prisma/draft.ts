/**
 * Drafts the SQL of a migration from the committed schema to the one in the folder: `npm run migration -- <name>`.
 * Prisma's schema engine runs as WebAssembly and only compares two schemas, so no native engine and no server are needed.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm';

interface Glue {
  __wbg_set_wasm(exports: unknown): void;
  SchemaEngine: typeof SchemaEngine;
}

/** The part of WebAssembly used here; its types come with a browser's library, which this project does not load. */
interface Wasm {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}

const folder = import.meta.dirname;
const engineGlue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');

/** A schema as its files: `schema.prisma` and one for each feature. */
type Schema = [path: string, content: string][];

/** The SQL that leads from one Prisma schema (null: an empty database) to another. */
async function sqlBetween(from: Schema | null, to: Schema): Promise<string> {
  const glue = (await import(pathToFileURL(engineGlue).href)) as Glue;
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };
  const { instance } = await wasm.instantiate(readFileSync(engineGlue.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const database = await PGlite.create();
  const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0 });
  await server.start();
  try {
    // The engine insists on a living connection, though it only compares texts.
    const adapter = new PrismaPg(`postgresql://postgres@${server.getServerConn()}/postgres`);
    const bound = bindMigrationAwareSqlAdapterFactory(adapter);
    const engine = await glue.SchemaEngine.new({ datamodels: to }, () => {}, bound);
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? '';
  } finally {
    await server.stop();
    await database.close();
  }
}

function target(schema: Schema): DiffTarget {
  return { tag: 'schemaDatamodel', files: schema.map(([path, content]) => ({ path, content })) };
}

/** The schema that is in the folder now. */
function present(): Schema {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.prisma'));
  return paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]);
}

/** The schema of the last commit. */
function committed(): Schema {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, encoding: 'utf8' });
  const paths = git('ls-tree', '-r', '--name-only', 'HEAD', '.').split('\n');
  return paths.filter(path => path.endsWith('.prisma')).map(path => [path, git('show', `HEAD:./${path}`)]);
}

async function draft(name: string): Promise<string> {
  const before = readdirSync(join(folder, 'migrations')).some(entry => /^\d/.test(entry)) ? committed() : null;
  const sql = await sqlBetween(before, present());
  if (sql === '' || sql.includes('This is an empty migration')) return 'The schema is as committed; nothing to draft.';
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const target = join(folder, 'migrations', `${stamp}_${name}`);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'migration.sql'), sql);
  return `Drafted ${target}/migration.sql: read it before you commit it.`;
}

if (process.argv[1] === import.meta.filename) {
  const name = process.argv[2]?.replace(/\W+/g, '_');
  if (!name) throw new Error('Give the migration a name: npm run migration -- add_rosters');
  console.log(await draft(name));
}
