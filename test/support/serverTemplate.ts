/** Before the tests on a PostgreSQL server: a migrated database there, empty but for the regulation, to copy, gone with the run. */

import { enterSettings } from '../../src/features/rulebook/store.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Prisma } from '../../src/store/generated/client.ts';
import { serverDatabase } from './postgres.ts';
import { rulebook, versionRows } from './rulebook.ts';

export async function setup(): Promise<() => Promise<void>> {
  const { url, drop } = await serverDatabase();
  const database = await openDatabase({ kind: 'server', url });
  // As after a department's first start.
  await database.read.rulebook.create({
    data: {
      id: 1,
      title: rulebook.title,
      authority: rulebook.authority as unknown as Prisma.InputJsonValue,
      loadedAt: new Date(0),
      settingsAt: new Date(0),
    },
  });
  await enterSettings(database.read, rulebook.settings, new Date(0));
  await database.read.articleVersion.createMany({
    data: versionRows as unknown as Prisma.ArticleVersionCreateManyInput[],
  });
  await database.close();
  process.env.TEST_SERVER_TEMPLATE = new URL(url).pathname.slice(1);
  return drop;
}
