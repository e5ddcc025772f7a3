/** Prisma's own tool: where the schema and the migrations are. The bot does not read this file. */
import { existsSync } from 'node:fs';
import { defineConfig } from 'prisma/config';

// `prisma generate` looks for a native engine that it does not use, and fails where its maker's host cannot be reached.
// Any executable satisfies that check; `prisma migrate` needs the real one and is left alone.
const onlyGenerates = process.argv.includes('generate');
if (onlyGenerates && process.env.PRISMA_SCHEMA_ENGINE_BINARY === undefined && existsSync(process.execPath)) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;
}

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations', seed: 'node --import tsx prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/tiaoli' },
});
