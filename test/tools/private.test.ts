/** What the bot leaves on the disk is its own: nobody else on the machine may read or write it, whatever the umask. */
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApplication } from '../../src/app.ts';
import { backUpNow } from '../../src/backup/nightly.ts';
import { readConfig } from '../../src/config.ts';

let folder: string;
let umask: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-private-'));
  umask = process.umask();
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});

/** All below the folder, as `kind mode: path`, of what others may do anything with. */
function open(path: string): string[] {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return [];
  const below = stat.isDirectory() ? readdirSync(path).flatMap(name => open(join(path, name))) : [];
  const wanted = stat.isDirectory() ? 0o700 : 0o600;
  const mode = stat.mode & 0o777;
  return mode === wanted ? below : [`${mode.toString(8)}: ${relative(folder, path)}`, ...below];
}

/** A day of the bot in the local workspace: its clock moved, a backup made. */
async function day(dataDir: string, environment: Record<string, string> = {}): Promise<void> {
  const read = readConfig({ PORT: '0', DATA_DIR: dataDir, ...environment });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const log = { info() {}, warn() {}, error() {} };
  const application = await startApplication(read.config, { log });
  try {
    await application.travel(new Date(application.office.clock.now().getTime() + 60_000));
    const { backups } = application.office;
    if (backups !== undefined) expect(await backUpNow(application.office, backups)).toHaveProperty('file');
    expect(open(dataDir)).toEqual([]);
  } finally {
    await application.stop();
  }
}

it.each([0o000, 0o002, 0o022, 0o077])('with umask %o nothing is open to others', async mask => {
  process.umask(mask);
  const data = join(folder, 'data');
  await day(data);
  expect(open(data)).toEqual([]);
  expect(readdirSync(data).toSorted()).toEqual(['backups', 'clock.json', 'database', 'workspace']);
});

it('what was open is mended at the next start; what is not ours, and what a link leads to, is left alone', async () => {
  const [data, elsewhere] = [join(folder, 'data'), join(folder, 'elsewhere')];
  const copies = join(folder, 'copies');
  for (const path of [elsewhere, copies]) mkdirSync(path);
  writeFileSync(join(elsewhere, 'theirs'), '');
  await day(data, { BACKUP_DIR: copies });
  symlinkSync(elsewhere, join(data, 'database', 'link'));
  writeFileSync(join(copies, 'other.gz'), '');
  const loosened = (path: string) => {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) return;
    if (stat.isDirectory()) for (const name of readdirSync(path)) loosened(join(path, name));
    chmodSync(path, stat.isDirectory() ? 0o755 : 0o666);
  };
  for (const path of [data, copies, elsewhere]) loosened(path);
  await day(data, { BACKUP_DIR: copies });
  expect(open(elsewhere)).toEqual(['755: elsewhere', '666: elsewhere/theirs']);
  expect(open(copies)).toEqual(['755: copies', '666: copies/other.gz']);
});
