/** `npm run backup`: copies the whole database into a file now, through the bot where it is running on its own database. */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkDump, writeDump } from '../backup/dumpFile.ts';
import { backupName } from '../backup/folder.ts';
import { askForBackup } from '../backup/request.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../store/database.ts';
import { FolderTaken } from '../store/lock.ts';
import { fail, reasonOf, settings, toolWords } from './terminal.ts';

const { backup: words, noDatabase } = toolWords();
const patienceMs = 10_000;

const [option, to, ...rest] = process.argv.slice(2);
if ((option !== undefined && (option !== '--to' || to === undefined)) || rest.length > 0) fail(words.usage, 2);
const config = settings();
const { database: source } = config;
if (source.kind === 'folder' && !existsSync(join(source.path, 'database'))) fail(`${noDatabase(source.path)}\n`, 1);
if (to !== undefined && existsSync(to)) fail(`${words.exists(to)}\n`, 1);
try {
  const file = resolve(to ?? join(config.backups.folder, backupName(systemClock.now())));
  say(await made(config, file));
} catch (fault) {
  fail(`${reasonOf(fault)}\n`, 1);
}

async function made({ database: place, dataDir }: Config, file: string): Promise<{ file: string; rows: number }> {
  try {
    const database = await openDatabase(place, { migrates: false });
    try {
      const { rows } = await writeDump(database, file, systemClock.now());
      return { file, rows };
    } finally {
      await database.close();
    }
  } catch (fault) {
    if (fault instanceof FolderTaken) return byTheBot(dataDir, fault.pid, file);
    throw fault;
  }
}

/** The bot writes where it always does; from there it is copied. */
async function byTheBot(folder: string, pid: number, file: string): Promise<{ file: string; rows: number }> {
  const answer = await askForBackup(folder, { pid }, patienceMs);
  if (answer === null) throw new Error(words.silent(pid));
  if ('fault' in answer) throw new Error(words.fault(answer.fault));
  if (to === undefined) return answer;
  copyFileSync(answer.file, file);
  await checkDump(file);
  rmSync(answer.file, { force: true });
  return { file, rows: answer.rows };
}

function say({ file, rows }: { file: string; rows: number }): void {
  process.stdout.write(`${words.done(rows, file)}\n`);
}
