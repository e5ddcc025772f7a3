/** What the doctor finds about the database and in it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { differing } from '../features/rulebook/setting.ts';
import { TOLD_MS } from '../kernel/jump.ts';
import { moment } from '../locales/reader.ts';
import type { Post } from '../member/post.ts';
import type { Member } from '../member/rules.ts';
import { allMembers } from '../member/store.ts';
import type { RecordedTables } from '../office/recorded.ts';
import { openingFailure } from '../startup/failure.ts';
import { checkChain } from '../store/chainCheck.ts';
import { type Database, type DatabaseSource, openDatabase } from '../store/database.ts';
import { FolderTaken } from '../store/lock.ts';
import { migrationState } from '../store/migrate.ts';
import { backlog } from '../store/outbox.ts';
import { lastEntry } from '../store/record.ts';
import { checkRows } from '../store/rowCheck.ts';
import { lastServed } from '../store/tick.ts';
import type { Tx } from '../store/tx.ts';
import type { Finding, Topic } from './finding.ts';
import { LAG_SECONDS } from './readiness.ts';
import type { Listener } from './words.ts';

/** How the record is read: what its chain does not hold, and what it says of the rows. */
interface Reading {
  unchained: readonly string[];
  recorded: RecordedTables;
}

type Subject = Pick<Config, 'database' | 'environmentSettings' | 'firstLeaders' | 'slack'>;

/** What is looked at in a database that can be asked. */
const WITHIN: readonly Topic[] = ['record', 'outbox', 'leaders'];
/** What is looked at in one that can be opened. */
const INSIDE: readonly Topic[] = ['migrations', ...WITHIN];

/** Opens it without changing anything, and looks. */
export async function databaseFindings(
  config: Subject,
  reader: Listener,
  now: Date,
  reading: Reading,
): Promise<Finding[]> {
  const { words } = reader;
  const { database: source } = config;
  if (source.kind === 'folder' && !existsSync(join(source.path, 'database')))
    return [{ topic: 'database', level: 'ok', ...words.databaseAbsent(source.path) }, toCome(config, reader)];
  try {
    const database = await openDatabase(source, { migrates: false });
    try {
      const opened: Finding = { topic: 'database', level: 'ok', ...words.databaseOpen(placeOf(source, words)) };
      return [opened, ...(await inside(database, config, reader, now, reading))];
    } finally {
      await database.close();
    }
  } catch (fault) {
    return [unusable(source, fault, reader)];
  }
}

/** Which database it is, in the reader's language. */
function placeOf(source: DatabaseSource, words: Listener['words']): string {
  if (source.kind === 'server') return words.databaseOn(new URL(source.url).host);
  return words.databaseIn(source.kind === 'folder' ? source.path : ':memory:');
}

function unusable(source: DatabaseSource, fault: unknown, { locale, words }: Listener): Finding {
  if (fault instanceof FolderTaken && source.kind === 'folder')
    return { topic: 'database', level: 'warning', ...words.databaseTaken(source.path, fault.pid), leftOut: INSIDE };
  const reason = words.databaseUnusable(openingFailure(fault, locale));
  return { topic: 'database', level: 'fault', ...reason, leftOut: INSIDE };
}

async function inside(
  { read }: Database,
  config: Subject,
  reader: Listener,
  now: Date,
  reading: Reading,
): Promise<Finding[]> {
  const { words } = reader;
  const { applied, missing, strange } = await migrationState(read);
  if (strange.length > 0)
    return [{ topic: 'migrations', level: 'fault', ...words.migrationsStrange(strange), leftOut: WITHIN }];
  // Before its migrations a database cannot be asked for anything.
  if (missing.length > 0)
    return [
      { topic: 'migrations', level: 'warning', ...words.migrationsMissing(missing), leftOut: ['record', 'outbox'] },
      toCome(config, reader),
    ];
  const { pending, dead, oldestAt } = await backlog(read);
  const waited = oldestAt === null ? 0 : Math.round((now.getTime() - oldestAt.getTime()) / 1000);
  const outbox: Finding[] = [];
  if (dead > 0) outbox.push({ topic: 'outbox', level: 'warning', ...words.outboxDead(dead) });
  if (waited > LAG_SECONDS)
    outbox.push({ topic: 'outbox', level: 'warning', ...words.outboxLate(pending, Math.round(waited / 60)) });
  if (outbox.length === 0) outbox.push({ topic: 'outbox', level: 'ok', ...words.outboxFine(pending) });
  return [
    { topic: 'migrations', level: 'ok', ...words.migrated(applied) },
    ...(await settingFindings(read, config, reader)),
    await recordFinding(read, reader, reading),
    ...outbox,
    ...(await clockFindings(read, config, reader, now)),
    ...leaders([...(await allMembers(read)).values()], config, reader),
  ];
}

/** What both the environment and the regulation set, and not to the same. */
async function settingFindings(read: Tx, { environmentSettings }: Subject, { words }: Listener): Promise<Finding[]> {
  const written = (await read.rulebookSetting.findMany()).map(({ name, article, value }) => ({ name, article, value }));
  return differing(written, environmentSettings).map(({ variable, article, value, instead }) => {
    const says = words.settingDiffers(variable, JSON.stringify(value), article, JSON.stringify(instead));
    return { topic: 'configuration', level: 'warning', ...says };
  });
}

async function recordFinding(read: Tx, { words }: Listener, { unchained, recorded }: Reading): Promise<Finding> {
  const { head, found } = await checkChain(read, { unchained });
  if (found !== null) return { topic: 'record', level: 'fault', ...words.recordBroken };
  const row = await checkRows(read, recorded);
  if (row !== null) return { topic: 'record', level: 'fault', ...words.recordDiffers(row.table, row.key) };
  return { topic: 'record', level: 'ok', ...words.recordWhole(head.number) };
}

/** How long the doctor speaks of a clock that was set. */
const REMEMBERED_MS = 7 * 86_400_000;

async function clockFindings(read: Tx, { slack }: Subject, reader: Listener, now: Date): Promise<Finding[]> {
  const { words } = reader;
  // A newcomer's department lives by a clock of its own, which is put forward.
  const served = slack.mode === 'local' ? null : await lastServed(read);
  if (served !== null && served.getTime() - now.getTime() >= TOLD_MS)
    return [{ topic: 'clock', level: 'warning', ...words.clockBehind(moment(served, reader), moment(now, reader)) }];
  const last = await lastEntry(read, 'clock');
  if (last === null || now.getTime() - last.at.getTime() > REMEMBERED_MS) return [];
  const { from, to } = last.after as { from: string; to: string };
  return [{ topic: 'clock', level: 'warning', ...words.clockWasSet(moment(from, reader), moment(to, reader)) }];
}

function leaders(members: Member[], config: Subject, reader: Listener): Finding[] {
  const { words, common } = reader;
  const active = members.filter(({ deactivated }) => !deactivated);
  const holders = (...posts: Post[]) => active.filter(member => member.posts.some(post => posts.includes(post)));
  const needed = [
    ['president', holders('president')],
    ['manager', holders('manager', 'deputy')],
  ] as const;
  const vacant = needed.filter(([, held]) => held.length === 0);
  if (vacant.length === needed.length && config.firstLeaders.length > 0) return [toCome(config, reader)];
  if (vacant.length > 0)
    return vacant.map(([post]) => ({ topic: 'leaders', level: 'fault', ...words.leadersMissing(words.posts[post]) }));
  const names = needed.map(([post, held]) => `${words.posts[post]} ${common.joinNames(held.map(({ name }) => name))}`);
  return [{ topic: 'leaders', level: 'ok', ...words.leadersThere(names.join('; ')) }];
}

/** Nobody is there yet, as before the first start. */
function toCome({ firstLeaders }: Subject, { words }: Listener): Finding {
  const named = firstLeaders.map(({ post, memberId }) => `${post} ${memberId}`);
  if (named.length > 0) return { topic: 'leaders', level: 'ok', ...words.leadersToCome(named.join(', ')) };
  return { topic: 'leaders', level: 'fault', ...words.leadersMissing(words.posts.president) };
}
