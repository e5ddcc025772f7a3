/**
 * A chaos run: replicas are killed, frozen and started again, their connections are cut and their clocks put forward
 * and back, Slack fails, and people go on typing. Afterwards it is counted what was announced, how often, and whether
 * everything that was acknowledged is there.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Blows, disturb, liveAndDie, type Storm } from './blows.ts';
import { keyOf } from './control.ts';
import { diceOf } from './dice.ts';
import type { Mishap } from './front.ts';
import { type House, openHouse } from './house.ts';
import { askForLeave, auditLeave } from './people.ts';
import type { Replica } from './process.ts';

export interface ChaosOptions {
  database: 'server' | 'embedded';
  replicas: number;
  /** Announcements that fall due, and kills at the least: the run goes on until both are reached. */
  occurrences: number;
  kills: number;
  seed: number;
  /** A protection that is switched off, to see that the run can fail; on a server database. */
  without?: 'keys' | 'reconciliation';
  /** All replicas live from beginning to end: what goes wrong when they do the same thing at the same moment. */
  calm?: boolean;
  tell?(line: string): void;
}

export interface ChaosFigures extends Blows {
  occurrences: number;
  /** Calls that Slack refused, or did without the answer arriving. */
  mishaps: number;
  announced: number;
  missing: number;
  duplicates: number;
  /** Requests for leave people were told are there, and of those the ones that are not, or are there twice. */
  acknowledged: number;
  lost: number;
  twice: number;
  seconds: number;
}

const MISHAPS: readonly [Mishap, ...Mishap[]] = [
  'refused 429',
  'refused 500',
  'refused connection',
  'lost 500',
  'lost connection',
  'lost answer',
];
/** How many of the calls something happens to. */
const MISFORTUNE = 0.2;
/** How long a life lasts about, its start included. */
const LIFE_MS = 5_000;
/** How long after the last blow everything must have arrived. */
const PATIENCE_MS = 120_000;

export async function runChaos(options: ChaosOptions): Promise<ChaosFigures> {
  const { database, replicas, occurrences, kills, seed, without, calm = false, tell = () => {} } = options;
  const began = performance.now();
  const house = await openHouse(database, replicas);
  const dice = diceOf(seed);
  const blows: Blows = { kills: 0, freezes: 0, connectionsCut: 0, clockJumps: 0 };
  try {
    await prepare(house, without);
    const crowd = calm ? await everybody(house) : null;
    for (const front of house.fronts) {
      front.draw = () => (dice.next() < MISFORTUNE ? dice.of(MISHAPS) : undefined);
      front.blind = without === 'reconciliation';
    }
    // Something falls due all the time that the kills will take.
    const step = Math.ceil((kills * LIFE_MS) / replicas / occurrences) + (calm ? 200 : 50);
    const begin = Date.now() + 1_000;
    house.control({ begin, step, occurrences });
    const storm: Storm = {
      house,
      dice,
      blows,
      over: () => blows.kills >= kills && Date.now() > begin + step * occurrences,
      tell,
    };
    const lives = crowd ?? Promise.all(house.fronts.map((_, front) => liveAndDie(storm, front)));
    const blowing = calm ? Promise.resolve() : disturb(storm);
    const [survivors, acknowledged] = await Promise.all([lives, askForLeave(house, storm.over), blowing]);
    for (const front of house.fronts) front.draw = () => undefined;
    house.control({ ahead: 0 });
    await arrived(house, occurrences, survivors);
    await Promise.all(survivors.map(end));
    return {
      occurrences,
      ...blows,
      mishaps: sum(house.fronts.flatMap(front => [...front.mishaps.values()])),
      ...(await countAnnouncements(house, occurrences)),
      acknowledged: acknowledged.length,
      ...(await auditLeave(house, acknowledged)),
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await house.close();
  }
}

/** The database is migrated and the duty begun in peace; a protection that is to be missed is taken away. */
async function prepare(house: House, without: ChaosOptions['without']): Promise<void> {
  const first = house.start(0);
  if (!(await first.ready)) throw new Error(`The replica did not start:\n${first.lines.join('\n')}`);
  await end(first);
  if (without !== 'keys') return;
  await house.sql('ALTER TABLE occurrence DROP CONSTRAINT occurrence_pkey');
  await house.sql('DROP INDEX outbox_key_key');
}

/** A replica behind every front, all of them ready. */
async function everybody(house: House): Promise<Replica[]> {
  const crowd = house.fronts.map((_, front) => house.start(front));
  for (const replica of crowd)
    if (!(await replica.ready)) throw new Error(`A replica did not start:\n${replica.lines.join('\n')}`);
  return crowd;
}

/** Waits until nothing is left to announce; after a while it gives up, and the count shows what is missing. */
async function arrived(house: House, occurrences: number, survivors: Replica[]): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    for (const [front, replica] of survivors.entries()) {
      // One that started while Slack or the database was away ended by itself.
      const isReady = await Promise.race([replica.ready, pause(100).then(() => true)]);
      if (!isReady) survivors[front] = house.start(front);
    }
    if ((await house.posted()).size >= occurrences && (await house.waiting()) === 0) return;
    await pause(300);
  }
}

async function end(replica: Replica): Promise<void> {
  if (!(await replica.ready)) return;
  replica.signal('SIGTERM');
  const code = await replica.ended;
  if (code !== 0) throw new Error(`A replica ended with ${code} at SIGTERM:\n${replica.lines.slice(-5).join('\n')}`);
}

async function countAnnouncements(
  house: House,
  occurrences: number,
): Promise<Pick<ChaosFigures, 'announced' | 'missing' | 'duplicates'>> {
  const posted = await house.posted();
  const rows = await house.sql<{ key: string; uuid: string }>(`SELECT key, uuid FROM outbox WHERE key LIKE 'chaos:%'`);
  const copies = new Map<string, number>();
  for (const { key, uuid } of rows) copies.set(key, (copies.get(key) ?? 0) + (posted.get(uuid) ?? 0));
  const each = Array.from({ length: occurrences }, (_, index) => copies.get(keyOf(index + 1)) ?? 0);
  return {
    announced: sum(each),
    missing: each.filter(n => n === 0).length,
    duplicates: each.filter(n => n > 1).length,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
