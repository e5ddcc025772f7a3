/** `npm run outbox`: lists what was not sent, and has it sent again or lets it go. What messages say is not shown. */
import { systemClock } from '../clock.ts';
import { letGo, sendAgain } from '../features/trouble/undelivered.ts';
import { type OutboxRow, unsent } from '../store/outbox.ts';
import { fail, padded, say, toolWords, widthOf, withDatabase } from './terminal.ts';

const { outbox: words } = toolWords();

type Wish = { deed: 'list' } | { deed: 'retry'; which: number | 'all' } | { deed: 'drop'; id: number };

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(words.usage, 2);
await withDatabase(async database => {
  const place = { database, wallClock: systemClock };
  if (wish.deed === 'list') say(listed(await unsent(database.read)));
  else if (wish.deed === 'retry') say(revived(await sendAgain(place, wish.which)));
  else if (await letGo(place, wish.id)) say(words.dropped(wish.id));
  else fail(`${words.unknown(wish.id)}\n`, 1);
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
  if (rows.length === 0) return words.none;
  const head = words.columns;
  const table = [head, ...rows.map(lineOf)];
  const widths = head.map((_, column) => Math.max(...table.map(line => widthOf(line[column] ?? ''))));
  const lines = table.map(line => line.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  '));
  return lines.map(line => line.trimEnd()).join('\n');
}

function lineOf({ id, state, at, recipient, act, notice, attempt, error }: OutboxRow): string[] {
  const what = act === 'update' ? words.update(notice) : notice;
  return [String(id), words.states[state] ?? state, ageOf(at), recipient, what, String(attempt), codeOf(error)];
}

/** Slack's codes only: other faults may quote what somebody wrote, and stand in the log without that. */
function codeOf(error: string | null): string {
  if (error === null) return '';
  return /^[a-z0-9_]+(: [\w#:.-]+)?$/.test(error) ? error : words.seeLog;
}

function ageOf(at: Date): string {
  const minutes = Math.max(0, Math.round((systemClock.now().getTime() - at.getTime()) / 60_000));
  if (minutes < 120) return words.minutes(minutes);
  return minutes < 48 * 60 ? words.hours(Math.round(minutes / 60)) : words.days(Math.round(minutes / 1440));
}

function revived(count: number): string {
  if (count === 0) return words.noneRevived;
  return words.revived(count);
}
