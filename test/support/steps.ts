/** The bot under a clock that is set while it runs, by libfaketime: what it does when the clock goes back and forth. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { schedule } from '../../schedules/index.ts';
import { FixedClock } from '../../src/clock.ts';
import { DEFAULT_SETTINGS } from '../../src/config.ts';
import { features } from '../../src/features.ts';
import { lookOf } from '../../src/kernel/look.ts';
import { declaredBy, unchainedBy } from '../../src/office/collected.ts';
import { type DatabaseSource, openDatabase } from '../../src/store/database.ts';
import { speech } from './speech.ts';

const PLACES = ['x86_64-linux-gnu', 'aarch64-linux-gnu', 'arm-linux-gnueabihf'].map(
  machine => `/usr/lib/${machine}/faketime/libfaketime.so.1`,
);

/** Where the library is; undefined where it is not installed. */
export const FAKETIME: string | undefined = PLACES.find(path => existsSync(path));

/** Said in the place of what is left out without it. */
export const WITHOUT_FAKETIME =
  'libfaketime: not found (Debian: apt-get install faketime); the steps of the clock are left out.';

interface Line {
  event: string;
  duty?: string;
  date?: string;
}

/** A moment the clock is set to, and what is logged before the next: a duty by one bot, of the clock by all of them. */
type Step = [to: string, until: (line: Line) => boolean];

const ran = (duty: string, date: string) => (line: Line) =>
  line.event === 'duty.ran' && line.duty === duty && line.date === date;
const logged = (event: string) => (line: Line) => line.event === event;

/** However long a start takes, nothing falls due meanwhile. */
const START = '2026-12-01T07:15:00';
const BEGIN = '2026-12-01T07:49:57';
const END = '2026-12-02T08:00:00';
const STEPS: readonly Step[] = [
  [BEGIN, ran('meeting.reminder.morning', '2026-12-01')],
  // Back a minute, and on to the next thing.
  ['2026-12-01T07:49:02', logged('clock.set')],
  ['2026-12-01T07:59:57', ran('meeting.open.morning', '2026-12-01')],
  // Back an hour, and more than an hour ahead.
  ['2026-12-01T07:00:00', logged('clock.set')],
  ['2026-12-01T08:29:57', logged('clock.set')],
  // Back a day, and more than a day ahead.
  ['2026-11-30T08:29:59', logged('clock.set')],
  ['2026-12-01T20:00:30', ran('summary.evening', '2026-12-01')],
  // A year ahead for a moment.
  ['2027-12-01T07:00:00', logged('clock.doubted')],
  ['2026-12-01T20:05:00', logged('clock.set')],
  // Over the night.
  ['2026-12-02T07:49:57', ran('meeting.reminder.morning', '2026-12-02')],
  ['2026-12-02T07:59:57', ran('meeting.open.morning', '2026-12-02')],
];

export interface Stepped {
  /** The occurrences the bots ran, and those of the register that fell due. */
  ran: string[];
  due: string[];
  /** What the leaders were told of the clock: how it was set, and by about how many hours. */
  told: string[];
  faults: Line[];
}

/** Sets the clock of that many bots back and forth. They share the database on the server; without one each has its own. */
export async function stepThrough(count: number, url?: string): Promise<Stepped> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-steps-'));
  const file = join(folder, 'offset');
  const lines: Line[] = [];
  const ends: (() => Promise<void>)[] = [];
  try {
    setClock(file, START);
    for (let number = 0; number < count; number++) {
      const place = { DATA_DIR: join(folder, `data${number}`), ...(url !== undefined && { DATABASE_URL: url }) };
      ends.push(await startBot(folder, file, place, line => lines.push(line)));
    }
    let seen = 0;
    for (const [to, until] of STEPS) {
      setClock(file, to);
      const enough = () => {
        const found = lines.slice(seen).filter(until);
        return found.length >= (found[0]?.event === 'duty.ran' ? 1 : count);
      };
      await expect.poll(enough, { message: `after ${to}` }).toBe(true);
      seen = lines.length;
    }
    await Promise.all(ends.splice(0).map(end => end()));
    const source: DatabaseSource =
      url === undefined ? { kind: 'folder', path: join(folder, 'data0') } : { kind: 'server', url };
    const did = lines.flatMap(({ event, duty, date }) => (event === 'duty.ran' ? [`${duty} ${date}`] : []));
    // Each bot has a Slack of its own, so a card of one cannot be changed by another: what became of messages is no fault.
    const faults = lines.filter(({ event }) => /failed|unhandled/.test(event));
    return { ...(await leftIn(source)), ran: did.toSorted(), faults };
  } finally {
    await Promise.all(ends.map(end => end()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Has the clock kept in the file show that instant of Shanghai now, and go on. */
function setClock(file: string, local: string): void {
  const seconds = (new Date(`${local}+08:00`).getTime() - Date.now()) / 1000;
  // Replaced whole: the library reads it at every call.
  writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds.toFixed(3)}\n`);
  renameSync(`${file}.new`, file);
}

const loader = join(import.meta.dirname, '../../node_modules/tsx/dist/loader.mjs');

/** Starts `steppedBot.ts` under the clock kept in the file; resolves, when it is ready, with what ends it. */
async function startBot(
  folder: string,
  file: string,
  place: Record<string, string>,
  hear: (line: Line) => void,
): Promise<() => Promise<void>> {
  const { PATH = '', HOME = '' } = process.env;
  const bot = join(import.meta.dirname, 'steppedBot.ts');
  const child: ChildProcess = spawn(process.execPath, ['--import', loader, bot], {
    cwd: folder,
    env: {
      PATH,
      HOME,
      PORT: '0',
      LD_PRELOAD: FAKETIME ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Timers follow the machine, only the time of day is set. The name depends on the library's version.
      DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      ...place,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on('line', text => {
      said.push(text);
      if (text.startsWith('{')) hear(JSON.parse(text) as Line);
    });
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    void ended.then(() => reject(new Error(`It ended before it was ready:\n${said.join('\n')}`)));
  });
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}

/** What the bots left behind. */
async function leftIn(source: DatabaseSource): Promise<Pick<Stepped, 'due' | 'told'>> {
  const database = await openDatabase(source, { unchained: unchainedBy(features) });
  try {
    const [start, until] = [START, END].map(local => new Date(`${local}+08:00`)) as [Date, Date];
    // What fell due is asked as it stood before anything ran, whatever day it is today.
    const clock = new FixedClock(new Date(start.getTime() - 2 * 86_400_000));
    // Seen on the day before it began, a ledger begins anew there.
    const begun = await database.read.occurrence.findFirst({ where: { date: 'begun' }, orderBy: { dueAt: 'asc' } });
    const from = begun !== null && begun.dueAt < start ? begun.dueAt : start;
    const look = lookOf(
      {
        database,
        clock,
        wallClock: clock,
        settings: DEFAULT_SETTINGS,
        channels: { department: 'department', service: 'service', notices: 'notices', leaders: 'leaders' },
        wake() {},
        lookUp: async () => null,
        declared: declaredBy(features),
        speech,
        log: { info() {}, warn() {}, error() {} },
      },
      { after: from, until },
    );
    const dues = await Promise.all(
      schedule.duties.map(async ({ name, between }) =>
        (await between(look, from, until)).map(({ date }) => `${name} ${date}`),
      ),
    );
    const rows = await database.read.outbox.findMany({ where: { notice: 'trouble.clock' }, orderBy: { id: 'asc' } });
    const told = rows.map(row => {
      const { kind, from: was, to: is } = row.ref as { kind: string; from: string; to: string };
      return `${kind} ${Math.round((Date.parse(is) - Date.parse(was)) / 3_600_000)}`;
    });
    return { due: dues.flat().toSorted(), told };
  } finally {
    await database.close();
  }
}
