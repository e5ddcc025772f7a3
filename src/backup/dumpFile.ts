/** A dump in a file: gzip of its lines, written whole or not at all, and read with every promise of its footer checked. */
import { createReadStream, createWriteStream, existsSync, rmSync, statSync, type WriteStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Database } from '../store/database.ts';
import { knownMigrations } from '../store/migrate.ts';
import { dumpOf, FORMAT, type Footer, type Header, type Part, type Rows, Summing, textOf, VERSION } from './dump.ts';

/** What is wrong with a file, as a sentence that names it. */
export class DumpFault extends Error {}

export interface Summary {
  header: Header;
  tables: Footer['tables'];
  rows: number;
}

/** The mark of a file that is not finished; one that stays was left by a process that died. */
export const UNFINISHED = '.part';

/**
 * Writes everything into a new file that only this user may read, and reads it once more before it gets its name.
 * Throws, with no file left, when it cannot be written or a file of that name is there.
 */
export async function writeDump(database: Database, file: string, at: Date): Promise<Summary> {
  if (existsSync(file)) throw new DumpFault(`${file} is there already.`);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.${process.pid}${UNFINISHED}`;
  const written = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  try {
    await database.copying(connection => pipeline(Readable.from(texts(dumpOf(connection, at))), createGzip(), written));
    const handle = await open(part, 'r+');
    await handle.sync().finally(() => handle.close());
    const summary = await checkDump(part);
    await rename(part, file);
    await flushed(dirname(file));
    return summary;
  } catch (fault) {
    await ended(written);
    rmSync(part, { force: true });
    throw fault;
  }
}

/** Resolves when nothing is opened or written any more: a file still being opened would come back after it was removed. */
async function ended(written: WriteStream): Promise<void> {
  if (written.closed) return;
  const closed = new Promise<void>(resolve => written.once('close', () => resolve()));
  written.on('error', () => {}).destroy();
  await closed;
}

/** Reads a whole file and keeps nothing but what it holds. Throws a `DumpFault` saying what is wrong with it. */
export async function checkDump(file: string): Promise<Summary> {
  let header: Header | undefined;
  let footer: Footer | undefined;
  for await (const line of readDump(file)) {
    if ('format' in line) header = line;
    if ('end' in line) footer = line;
  }
  if (header === undefined || footer === undefined) throw new DumpFault(`${file} is cut short: its end is missing.`);
  const rows = Object.values(footer.tables).reduce((sum, table) => sum + table.rows, 0);
  return { header, tables: footer.tables, rows };
}

/** The parts of a file, the footer last and only when all before it is as it says. Throws a `DumpFault` otherwise. */
export async function* readDump(file: string): AsyncGenerator<Part> {
  const frame = new Summing();
  const tables: Footer['tables'] = {};
  let table: { name: string; sum: Summing } | null = null;
  let state: 'begin' | 'middle' | 'end' = 'begin';
  for await (const part of partsIn(file)) {
    if (state === 'begin') checkHeader(file, part);
    if (state === 'end') throw new DumpFault(`${file} was altered: something stands after its end.`);
    state = 'middle';
    if (Array.isArray(part)) {
      if (table === null) throw new DumpFault(`${file} was altered: rows stand outside of a table.`);
      table.sum.add(part);
    } else {
      if (table !== null) tables[table.name] = table.sum.sum();
      table = 'table' in part ? { name: part.table, sum: new Summing() } : null;
      if ('end' in part) compare(file, part, tables, frame.sum().sha256);
      else frame.add([JSON.stringify(part)]);
      if ('end' in part) state = 'end';
    }
    yield part;
  }
  if (state === 'begin') throw new DumpFault(`${file} is empty.`);
  if (state !== 'end') throw new DumpFault(`${file} is cut short: its end is missing.`);
}

function checkHeader(file: string, part: Part): void {
  if (!('format' in part) || part.format !== FORMAT || !Array.isArray(part.migrations))
    throw new DumpFault(`${file} is not a backup of Tiaoli.`);
  if (part.version !== VERSION)
    throw new DumpFault(
      `${file} was written by another version of the program (format ${part.version}; this one reads ${VERSION}).`,
    );
  const known = knownMigrations();
  const unknown = part.migrations.filter(name => !known.includes(name));
  if (unknown.length > 0)
    throw new DumpFault(
      `${file} is of a newer schema than this program: ${unknown.join(', ')}. Use the version of the program it was made with, or a newer one.`,
    );
}

/** Rows are left as text: whether they are what they were is told by their checksum. */
async function* partsIn(file: string): AsyncGenerator<Part> {
  for await (const lines of linesIn(file)) {
    let rows: Rows = [];
    for (const line of lines) {
      if (line.startsWith('[')) {
        rows.push(line);
        continue;
      }
      if (rows.length > 0) yield rows;
      rows = [];
      yield parsed(file, line);
    }
    if (rows.length > 0) yield rows;
  }
}

function parsed(file: string, line: string): Part {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Part;
  } catch {
    // Told below.
  }
  throw new DumpFault(`${file} is not a backup of Tiaoli, or was altered: a line of it cannot be read.`);
}

function compare(file: string, footer: Footer, found: Footer['tables'], sha256: string): void {
  for (const [name, { rows, sha256: sum }] of Object.entries(footer.tables)) {
    const there = found[name];
    if (there === undefined) throw new DumpFault(`${file} was altered: table ${name} is missing.`);
    if (there.rows !== rows)
      throw new DumpFault(`${file} was altered: table ${name} has ${there.rows} rows and should have ${rows}.`);
    if (there.sha256 !== sum) throw new DumpFault(`${file} was altered: rows of table ${name} are not what they were.`);
  }
  const more = Object.keys(found).find(name => footer.tables[name] === undefined);
  if (more !== undefined) throw new DumpFault(`${file} was altered: table ${more} was added.`);
  if (footer.sha256 !== sha256)
    throw new DumpFault(`${file} was altered: its header or its sequences are not what they were.`);
}

/** Not `readline`: that also breaks lines at U+2028, which JSON leaves as it is. */
async function* linesIn(file: string): AsyncGenerator<string[]> {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) throw new DumpFault(`${file} is empty.`);
  const source = createReadStream(file);
  const lines = source.pipe(createGunzip()); // what goes wrong in reading is handed on below
  source.on('error', fault => lines.destroy(fault));
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of lines) {
      const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield parts;
    }
  } catch (fault) {
    throw sentenceOf(file, fault);
  } finally {
    source.destroy();
  }
  if (rest !== '') throw new DumpFault(`${file} is cut short: its end is missing.`);
}

function sentenceOf(file: string, fault: unknown): unknown {
  const { code, message } = fault as { code?: string; message?: string };
  if (code === 'ENOENT') return new DumpFault(`There is no file ${file}.`);
  if (code === 'Z_BUF_ERROR') return new DumpFault(`${file} is cut short: its end is missing.`);
  if (code === 'Z_DATA_ERROR' && message === 'incorrect header check')
    return new DumpFault(`${file} is not a backup of Tiaoli.`);
  if (code?.startsWith('Z_')) return new DumpFault(`${file} is damaged: ${message}.`);
  return fault;
}

async function* texts(parts: AsyncIterable<Part>): AsyncGenerator<string> {
  let text = '';
  for await (const part of parts) {
    text += textOf(part);
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** The name as well is on the disk then, where folders can be flushed. */
async function flushed(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
