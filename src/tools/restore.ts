/** `npm run restore`: makes a database from a backup, where there is none; checks the file first and every table after. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkDump, readDump } from '../backup/dumpFile.ts';
import { fillDatabase } from '../backup/fill.ts';
import { systemClock } from '../clock.ts';
import { redact } from '../log.ts';
import { FolderTaken, lockFolder } from '../store/lock.ts';
import { fail, settings } from './terminal.ts';

const usage = `npm run restore -- <file>            makes the database of DATA_DIR (or DATABASE_URL) from a backup, where there is none
npm run restore -- <file> --force    moves the one in DATA_DIR aside first; nothing is deleted
`;

const words = process.argv.slice(2);
const [file, ...more] = words.filter(word => word !== '--force');
const force = words.includes('--force');
if (file === undefined || more.length > 0 || file.startsWith('-')) fail(usage, 2);
const { database: target } = settings();
try {
  const { header, rows } = await checkDump(file);
  if (target.kind !== 'folder') {
    if (force) fail('--force is for the embedded database; on a server give an empty database.\n', 2);
    await fillDatabase(target, header, readDump(file));
  } else
    await intoFolder(target.path, () =>
      fillDatabase({ kind: 'folder', path: part(target.path) }, header, readDump(file)),
    );
  process.stdout.write(`${rows} rows of ${header.at} are restored, every table compared with the backup.\n`);
} catch (fault) {
  if (fault instanceof FolderTaken)
    fail(`The bot is running (process ${fault.pid}). Stop it first (kill ${fault.pid}).\n`, 1);
  fail(`Nothing was restored: ${redact(String((fault as Error).message))}\n`, 1);
}

/** Made beside and put in its place when it is whole: one cut off leaves no half database to start on. */
async function intoFolder(folder: string, fill: () => Promise<unknown>): Promise<void> {
  const database = join(folder, 'database');
  const unlock = lockFolder(folder);
  try {
    if (existsSync(database) && !force)
      throw new Error(`there is a database in ${folder}; with --force it is moved aside, not deleted.`);
    rmSync(part(folder), { recursive: true, force: true });
    mkdirSync(part(folder), { mode: 0o700 });
    await fill();
    if (existsSync(database)) {
      const aside = `${database}.before-${systemClock.now().toISOString().replaceAll(/[:.]/g, '-')}`;
      renameSync(database, aside);
      process.stdout.write(`The database that was there is in ${aside}.\n`);
    }
    renameSync(join(part(folder), 'database'), database);
  } finally {
    rmSync(part(folder), { recursive: true, force: true });
    unlock();
  }
}

function part(folder: string): string {
  return join(folder, 'restoring');
}
