/** `npm run move`: copies the embedded database to an empty one on a server and compares both; the embedded one stays. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dumpOf, type Header, type Part, type Sum } from '../backup/dump.ts';
import { fillDatabase } from '../backup/fill.ts';
import { systemClock } from '../clock.ts';
import { openDatabase } from '../store/database.ts';
import { FolderTaken } from '../store/lock.ts';
import { fail, padded, reasonOf, settings, toolWords, widthOf } from './terminal.ts';

const { move: words, noDatabase } = toolWords();

const [given, ...rest] = process.argv.slice(2);
if (rest.length > 0 || given?.startsWith('-')) fail(words.usage, 2);
const { database: target, dataDir } = settings(given === undefined ? {} : { DATABASE_URL: given });
if (target.kind !== 'server') fail(words.usage, 2);
if (!existsSync(join(dataDir, 'database'))) fail(`${noDatabase(dataDir)}\n`, 1);
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
  if (fault instanceof FolderTaken) fail(`${words.running(fault.pid)}\n`, 1);
  fail(`${words.nothing(reasonOf(fault))}\n`, 1);
}

async function* from(header: Header, parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  yield header;
  yield* parts;
}

function told(sums: Record<string, Sum>): string {
  const lines = Object.entries(sums).map(([name, { rows, sha256 }]) => [name, String(rows), sha256.slice(0, 16)]);
  const table = [words.columns, ...lines];
  const widths = [0, 1].map(column => Math.max(...table.map(line => widthOf(line[column] ?? ''))));
  const total = Object.values(sums).reduce((sum, { rows }) => sum + rows, 0);
  return [
    ...table.map(line => line.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')),
    '',
    words.done(total, dataDir),
    '',
  ].join('\n');
}
