/** Looks at everything the bot needs, changes nothing, and says what is wrong and what to do about it. */

import { freeBytesOf } from '../backup/disk.ts';
import { DISK_RED_BYTES, megabytes, roomOf } from '../backup/room.ts';
import type { Config } from '../config.ts';
import { publishedThrough } from '../features/calendar/rules.ts';
import { houseNames } from '../locales/naming.ts';
import { moment } from '../locales/reader.ts';
import type { RecordedTables } from '../office/recorded.ts';
import { databaseFindings } from './databaseFindings.ts';
import { type Finding, TOPICS } from './finding.ts';
import { slackFindings } from './slackFindings.ts';
import { type DoctorWords, listenerOf } from './words.ts';

export interface Looking {
  /** Has a message checked, and posts one. */
  live?: boolean;
  /** What entries of the record are about that the chain does not hold. */
  unchained?: readonly string[];
  /** How the rows of decisions and money are read against the record. */
  recorded?: RecordedTables;
  freeBytes?: typeof freeBytesOf;
}

/** Never throws: what cannot be looked at is a finding too. */
export async function examine(
  config: Config,
  wallClock: { now(): Date },
  { live = false, unchained = [], recorded = {}, freeBytes = freeBytesOf }: Looking = {},
): Promise<Finding[]> {
  const reader = listenerOf(config.settings.locale, config.settings.zone, config.commandNames.here);
  const { words } = reader;
  const now = wallClock.now();
  const where = config.database.kind === 'server' ? new URL(config.database.url).host : config.dataDir;
  const findings: Finding[] = [
    { topic: 'configuration', level: 'ok', ...words.configured(config.slack.mode, where) },
    ...(await databaseFindings(config, reader, now, { unchained, recorded })),
    await diskFinding(config, words, freeBytes),
    { topic: 'zone', level: 'ok', ...words.zone(config.settings.zone, moment(now, reader)) },
    calendarFinding(moment(now, reader).slice(0, 10), words),
    ...(await slackFindings(config, reader, wallClock, live)),
  ];
  return TOPICS.flatMap(topic => findings.filter(finding => finding.topic === topic));
}

/** A line each, what to do below it, and the sum. */
export function told(findings: readonly Finding[], locale: Config['settings']['locale']): string {
  const { words, common } = listenerOf(locale, 'UTC', houseNames);
  const lines = findings.map(({ level, topic, says, remedy }) => {
    const line = `${words.levels[level]}  ${words.topics[topic]}: ${says}`;
    return remedy === undefined ? line : `${line}\n      → ${remedy}`;
  });
  const faults = findings.filter(({ level }) => level === 'fault').length;
  const left = TOPICS.filter(topic => findings.some(({ leftOut }) => leftOut?.includes(topic)));
  const sum = faults === 0 ? (left.length === 0 ? [words.allWell] : []) : [words.faults(faults)];
  const names = left.map(topic => words.topics[topic]);
  const unseen = names.length === 0 ? [] : [words.leftOut(common.joinNames(names), faults === 0)];
  return [...lines, '', ...sum, ...unseen].join('\n');
}

/** What is said where the settings themselves are wrong, and nothing else can be looked at. */
export function misconfigured(faults: readonly string[], locale: Config['settings']['locale']): string {
  const { words } = listenerOf(locale, 'UTC', houseNames);
  const lines = faults.map(fault => `${words.levels.fault}  ${words.topics.configuration}: ${fault}`);
  return [...lines, `      → ${words.settingsExplained}`].join('\n');
}

async function diskFinding(
  { dataDir, diskFreeMb }: Config,
  words: DoctorWords,
  freeBytes: typeof freeBytesOf,
): Promise<Finding> {
  try {
    const free = await freeBytes(dataDir);
    const room = roomOf(free, diskFreeMb);
    if (room === 'fine') return { topic: 'disk', level: 'ok', ...words.diskFine(megabytes(free), dataDir) };
    const bound = Math.max(diskFreeMb, megabytes(DISK_RED_BYTES));
    const level = room === 'none' ? 'fault' : 'warning';
    return { topic: 'disk', level, ...words.diskLittle(megabytes(free), dataDir, bound) };
  } catch (fault) {
    return { topic: 'disk', level: 'warning', ...words.diskUnknown(dataDir, String((fault as Error).message)) };
  }
}

function calendarFinding(today: string, words: DoctorWords): Finding {
  const year = Number(today.slice(0, 4));
  // The State Council publishes a year's holidays in the November before.
  const needed = today.slice(5) >= '11-01' ? year + 1 : year;
  if (publishedThrough >= needed) return { topic: 'calendar', level: 'ok', ...words.calendarKnown(publishedThrough) };
  return { topic: 'calendar', level: 'warning', ...words.calendarUnknown(publishedThrough + 1) };
}
