/** `npm run move`: copies the embedded database to an empty one on a server and compares both; the embedded one stays. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dumpOf, type Header, type Part, type Sum } from '../backup/dump.ts';
import { fillDatabase } from '../backup/fill.ts';
import { systemClock } from '../clock.ts';
import { redact } from '../log.ts';
import { openDatabase } from '../store/database.ts';
import { FolderTaken } from '../store/lock.ts';
import { fail, settings } from './terminal.ts';

const usage = `npm run move -- <DATABASE_URL>    copies the embedded database of DATA_DIR to an empty one on a server
Without an address the one set as DATABASE_URL is taken; so no password stands in the list of processes.
`;

const [given, ...rest] = process.argv.slice(2);
if (rest.length > 0 || given?.startsWith('-')) fail(usage, 2);
const { database: target, dataDir } = settings(given === undefined ? {} : { DATABASE_URL: given });
if (target.kind !== 'server') fail(usage, 2);
if (!existsSync(join(dataDir, 'database'))) fail(`There is no database in ${dataDir}.\n`, 1);
try {
  const source = await openDatabase({ kind: 'folder', path: dataDir }, { migrates: false });
  try {
    const sums = await source.copying(async connection => {
      const parts = dumpOf(connection, systemClock.now());
      const { value: header } = await parts.next();
      return fillDatabase(target, header as Header, from(header as Header, parts));
    });
    process.stdout.write(told(sums));
  } finally {
    await source.close();
  }
} catch (fault) {
  if (fault instanceof FolderTaken)
    fail(
      `The bot is running (process ${fault.pid}). Stop it first (kill ${fault.pid}), so that nothing changes meanwhile.\n`,
      1,
    );
  fail(`Nothing was moved: ${redact(String((fault as Error).message))}\n`, 1);
}

async function* from(header: Header, parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  yield header;
  yield* parts;
}

function told(sums: Record<string, Sum>): string {
  const lines = Object.entries(sums).map(([name, { rows, sha256 }]) => [name, String(rows), sha256.slice(0, 16)]);
  const table = [['table', 'rows', 'sha256, the same on both'], ...lines];
  const widths = [0, 1].map(column => Math.max(...table.map(line => line[column]?.length ?? 0)));
  const total = Object.values(sums).reduce((sum, { rows }) => sum + rows, 0);
  return [
    ...table.map(line => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')),
    '',
    `${total} rows are moved. Set DATABASE_URL to the address given here and start the bot;`,
    `the embedded database in ${dataDir} is as it was, and is not written to any more then.`,
    '',
  ].join('\n');
}
