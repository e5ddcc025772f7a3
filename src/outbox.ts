/** `npm run outbox`: lists what was not sent, and has it sent again or lets it go. What messages say is not shown. */
import { existsSync } from 'node:fs';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { redact } from './log.ts';
import { openDatabase } from './store/database.ts';
import { FolderTaken } from './store/lock.ts';
import { type OutboxRow, unsent } from './store/outbox.ts';
import { letGo, sendAgain } from './workflows/undelivered.ts';

const usage = `npm run outbox                     lists what waits and what was given up
npm run outbox -- retry <id|all>   has what was given up sent again
npm run outbox -- drop <id>        lets a message go
`;

type Wish = { deed: 'list' } | { deed: 'retry'; which: number | 'all' } | { deed: 'drop'; id: number };

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(usage, 2);
if (existsSync('.env')) process.loadEnvFile('.env');
const read = readConfig(process.env);
if ('faults' in read) fail(`These settings are wrong:\n${read.faults.map(fault => `  - ${fault}\n`).join('')}`, 2);
const { database: source } = read.config;
// An embedded one that is not there yet would be made by opening it.
if (source.kind === 'folder' && !existsSync(source.path)) fail(`There is no database in ${source.path}.\n`, 1);
try {
  const database = await openDatabase(source);
  const place = { database, wallClock: systemClock };
  try {
    if (wish.deed === 'list') say(listed(await unsent(database.read)));
    else if (wish.deed === 'retry') say(revived(await sendAgain(place, wish.which)));
    else if (await letGo(place, wish.id)) say(`Message ${wish.id} will not be sent.`);
    else fail(`There is no message ${wish.id} waiting or given up; npm run outbox lists them.\n`, 1);
  } finally {
    await database.close();
  }
} catch (fault) {
  if (!(fault instanceof FolderTaken)) fail(`${redact(String((fault as Error).message))}\n`, 1);
  fail(
    `The bot is running (process ${fault.pid}) and an embedded database belongs to one process.\n` +
      `Stop it (kill ${fault.pid}), run this again, and start it: nothing that waits is lost by that.\n`,
    1,
  );
}

function wishOf([deed, which, ...rest]: string[]): Wish | null {
  if (deed === undefined) return { deed: 'list' };
  if (rest.length > 0 || which === undefined) return null;
  if (deed === 'retry' && which === 'all') return { deed, which };
  if (!/^[1-9]\d{0,8}$/.test(which)) return null;
  if (deed === 'retry') return { deed, which: Number(which) };
  return deed === 'drop' ? { deed, id: Number(which) } : null;
}

function listed(rows: readonly OutboxRow[]): string {
  if (rows.length === 0) return 'Nothing waits, and nothing was given up.';
  const head = ['id', 'state', 'age', 'to', 'what', 'attempts', 'error'];
  const table = [head, ...rows.map(lineOf)];
  const widths = head.map((_, column) => Math.max(...table.map(line => line[column]?.length ?? 0)));
  const lines = table.map(line => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map(line => line.trimEnd()).join('\n');
}

function lineOf({ id, state, at, recipient, act, notice, attempt, error }: OutboxRow): string[] {
  const what = act === 'update' ? `${notice} (update)` : notice;
  return [String(id), state, ageOf(at), recipient, what, String(attempt), codeOf(error)];
}

/** Slack's codes only: other faults may quote what somebody wrote, and stand in the log without that. */
function codeOf(error: string | null): string {
  if (error === null) return '';
  return /^[a-z0-9_]+(: [\w#:.-]+)?$/.test(error) ? error : 'see the log';
}

function ageOf(at: Date): string {
  const minutes = Math.max(0, Math.round((systemClock.now().getTime() - at.getTime()) / 60_000));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

function revived(count: number): string {
  if (count === 0) return 'Nothing of that was given up; npm run outbox lists what there is.';
  return `${count} ${count === 1 ? 'message goes' : 'messages go'} out again; a bot that is running looks every few seconds.`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string, code: number): never {
  process.stderr.write(text);
  process.exit(code);
}
