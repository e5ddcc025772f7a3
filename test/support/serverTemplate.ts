/** Before the tests on a PostgreSQL server: a migrated empty database there to copy, gone with the run. */
import { openDatabase } from '../../src/store/database.ts';
import { serverDatabase } from './postgres.ts';

export async function setup(): Promise<() => Promise<void>> {
  const { url, drop } = await serverDatabase();
  await (await openDatabase({ kind: 'server', url })).close();
  process.env.TEST_SERVER_TEMPLATE = new URL(url).pathname.slice(1);
  return drop;
}
