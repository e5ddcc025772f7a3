/** `npm run restore`: makes a database from a backup, where there is none; checks the file first and every table after. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkDump, readDump } from '../backup/dumpFile.ts';
import { fillDatabase } from '../backup/fill.ts';
import { systemClock } from '../clock.ts';
import { FolderTaken, lockFolder } from '../store/lock.ts';
import { fail, reasonOf, settings, toolWords } from './terminal.ts';

const { restore: words } = toolWords();

const typed = process.argv.slice(2);
const [file, ...more] = typed.filter(word => word !== '--force');
const force = typed.includes('--force');
if (file === undefined || more.length > 0 || file.startsWith('-')) fail(words.usage, 2);
const { database: target } = settings();
try {
  const { header, rows } = await checkDump(file);
  if (target.kind !== 'folder') {
    if (force) fail(`${words.forceOnServer}\n`, 2);
    await fillDatabase(target, header, readDump(file), systemClock.now());
  } else
    await intoFolder(target.path, () =>
      fillDatabase({ kind: 'folder', path: part(target.path) }, header, readDump(file), systemClock.now()),
    );
  process.stdout.write(`${words.done(rows, header.at)}\n`);
} catch (fault) {
  if (fault instanceof FolderTaken) fail(`${words.running(fault.pid)}\n`, 1);
  fail(`${words.nothing(reasonOf(fault))}\n`, 1);
}

/** Made beside and put in its place when it is whole: one cut off leaves no half database to start on. */
async function intoFolder(folder: string, fill: () => Promise<unknown>): Promise<void> {
  const database = join(folder, 'database');
  const unlock = lockFolder(folder);
  try {
    if (existsSync(database) && !force) throw new Error(words.exists(folder));
    rmSync(part(folder), { recursive: true, force: true });
    mkdirSync(part(folder), { mode: 0o700 });
    await fill();
    if (existsSync(database)) {
      const aside = `${database}.before-${systemClock.now().toISOString().replaceAll(/[:.]/g, '-')}`;
      renameSync(database, aside);
      process.stdout.write(`${words.aside(aside)}\n`);
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
