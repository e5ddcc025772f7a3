/**
 * The newcomer's colleagues, who come by themselves: they sign in at the meetings, some with a report, and punch. Each acts
 * by the doors everybody uses, at moments of the department's own clock, so that a journey through a day meets them on the way.
 */
import { COLLEAGUES } from '../../prisma/department.ts';
import { schedule } from '../../schedules/index.ts';
import { coverage, halfAt } from '../features/calendar/span.ts';
import { departmentCalendar } from '../features/calendar/workflow.ts';
import { excusedSpans } from '../features/leave/reading.ts';
import { addDays, type CivilTime, civilOf, instantOf, minutesOf, timeOf } from '../kernel/civil.ts';
import type { Locale } from '../kernel/locale.ts';
import { lookOf } from '../kernel/look.ts';
import type { Office } from '../office/office.ts';
import { guideWords } from './words.ts';

/** What runs all that is due, and tells when something falls due next. */
interface Ticker {
  tick(): Promise<void>;
  nextAt(): Promise<Date | null>;
}

/** What one of them does at a moment; `user` is a handle. */
interface Entrance {
  at: Date;
  user: string;
  command: '/meeting' | '/checkin';
  text: string;
}

/** Minutes from the hours of the day at which they punch, one after the other: early in, later out. */
const EARLY = [-9, -6, -3];
const AFTER = [2, 5, 8];
/** Seconds from the beginning of a meeting; one of them comes late to it, and to work. */
const SIGNING = [10, 22, 35];
const LATE = 190;
const LATECOMER = COLLEAGUES[0];
/** Who writes a report, with which of the samples. */
const REPORTERS = COLLEAGUES.slice(-2);

/** In milliseconds of the department's clock: how long a moment may be past, and how far ahead one looks when nothing is due. */
const lateMs = 60_000;
const horizonMs = 15 * 86_400_000;
const dayMs = 86_400_000;

/**
 * The ticker with the colleagues in it: their moments fall due as everything else does, whether the clock runs by itself or
 * is put forward. They come from now on; what was before is not made up for. Without a workspace nobody comes.
 */
export function withColleagues(ticker: Ticker, office: Office, workspace: { url: string } | null): Ticker {
  if (workspace === null) return ticker;
  const { url } = workspace;
  let seen = office.clock.now();
  let tail: Promise<void> = Promise.resolve();

  async function act(): Promise<void> {
    const now = office.clock.now();
    const after = new Date(Math.max(seen.getTime(), now.getTime() - lateMs));
    if (now <= seen) return;
    seen = now;
    try {
      const lines = await entrances(office, after, now);
      const { department: channel } = office.channels;
      await Promise.all(lines.map(({ user, command, text }) => type(url, { user, channel, command, text })));
    } catch (fault) {
      office.log.warn('colleagues.failed', { error: fault instanceof Error ? fault.message : String(fault) });
    }
  }

  return {
    async tick() {
      await ticker.tick();
      tail = tail.then(act);
      await tail;
    },
    async nextAt() {
      const due = await ticker.nextAt();
      const now = office.clock.now();
      return (await nextEntrance(office, now, due ?? new Date(now.getTime() + horizonMs))) ?? due;
    },
  };
}

/** Types a command as a person of the workspace, by its own door. */
async function type(url: string, line: { user: string; channel: string; command: string; text: string }) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(new URL('/human/command', url), { method: 'POST', headers, body: JSON.stringify(line) });
  if (!answer.ok) throw new Error(`${line.user} could not type ${line.command}: ${await answer.text()}`);
}

/** The first moment after one and up to another at which somebody acts; null when nobody does. */
async function nextEntrance(office: Office, after: Date, until: Date): Promise<Date | null> {
  for (let from = after.getTime(); from < until.getTime(); from += dayMs) {
    const to = Math.min(from + dayMs, until.getTime());
    const [first] = await entrances(office, new Date(from), new Date(to));
    if (first !== undefined) return first.at;
  }
  return null;
}

/** What they do after one moment and up to another, the earliest first. Who is on leave or a trip stays away. */
async function entrances(office: Office, after: Date, until: Date): Promise<Entrance[]> {
  const all = [...(await punches(office, after, until)), ...(await signings(office, after, until))]
    .filter(({ at }) => at > after && at <= until)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const { hours, zone } = office.settings;
  const dates = new Set(all.map(({ at }) => civilOf(at, zone).date));
  const away = new Map(
    await Promise.all([...dates].map(async date => [date, await excusedSpans(office, date)] as const)),
  );
  return all.filter(({ at, user }) => {
    const { date, time } = civilOf(at, zone);
    const spans = away.get(date)?.get(user) ?? [];
    return !coverage(spans, date).has(halfAt(time, hours));
  });
}

async function punches(office: Office, after: Date, until: Date): Promise<Entrance[]> {
  const { hours, zone } = office.settings;
  const calendar = await departmentCalendar(office);
  const [[morning, noon], [afternoon, evening]] = [hours.morning, hours.afternoon];
  const places: [CivilTime, readonly number[]][] = [
    [morning, EARLY],
    [noon, AFTER],
    [afternoon, EARLY],
    [evening, AFTER],
  ];
  const found: Entrance[] = [];
  for (let date = civilOf(after, zone).date; date <= civilOf(until, zone).date; date = addDays(date, 1)) {
    if (!calendar.isWorkday(date)) continue;
    for (const [hour, minutes] of places)
      for (const [index, user] of COLLEAGUES.entries()) {
        const time = timeOf(minutesOf(hour) + (minutes[index % minutes.length] ?? 0));
        const comesLate = user === LATECOMER && hour === morning;
        const at = comesLate ? secondsAfter(instantOf(date, hour, zone), LATE) : instantOf(date, time, zone);
        found.push({ at, user, command: '/checkin', text: '' });
      }
  }
  return found;
}

async function signings(office: Office, after: Date, until: Date): Promise<Entrance[]> {
  const begunAfter = new Date(after.getTime() - LATE * 1000);
  const reports = guideWords[office.settings.locale satisfies Locale].reports;
  const found: Entrance[] = [];
  const look = lookOf(office, { after: begunAfter, until });
  for (const { name, between } of schedule.duties.filter(each => each.name.startsWith('meeting.open.')))
    for (const due of await between(look, begunAfter, until))
      for (const [index, user] of COLLEAGUES.entries()) {
        const seconds = user === LATECOMER ? LATE : (SIGNING[index % SIGNING.length] ?? 0);
        const at = secondsAfter(due.at, seconds);
        found.push({ at, user, command: '/meeting', text: 'signin' });
        const report = name === 'meeting.open.morning' ? reports[REPORTERS.indexOf(user)] : undefined;
        if (report !== undefined) found.push({ at, user, command: '/meeting', text: `report ${report}` });
      }
  return found;
}

function secondsAfter(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
