/** `npm run outbox`: lists what was not sent, and has it sent again or lets it go. What messages say is not shown. */
import { systemClock } from '../clock.ts';
import { letGo, sendAgain } from '../features/trouble/undelivered.ts';
import { type OutboxRow, unsent } from '../store/outbox.ts';
import { fail, say, withDatabase } from './terminal.ts';

const usage = `npm run outbox                     lists what waits and what was given up
npm run outbox -- retry <id|all>   has what was given up sent again
npm run outbox -- drop <id>        lets a message go
`;

type Wish = { deed: 'list' } | { deed: 'retry'; which: number | 'all' } | { deed: 'drop'; id: number };

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(usage, 2);
await withDatabase(async database => {
  const place = { database, wallClock: systemClock };
  if (wish.deed === 'list') say(listed(await unsent(database.read)));
  else if (wish.deed === 'retry') say(revived(await sendAgain(place, wish.which)));
  else if (await letGo(place, wish.id)) say(`Message ${wish.id} will not be sent.`);
  else fail(`There is no message ${wish.id} waiting or given up; npm run outbox lists them.\n`, 1);
});

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
