/** Runs what fell due: claims each occurrence once, late within its grace, recorded as skipped after it, never a burst. */
import { lookOf } from '../kernel/look.ts';
import { type Due, verdict } from '../kernel/occurrence.ts';
import type { Office } from '../office/office.ts';
import { ask, type Question } from '../store/question.ts';
import { claimOccurrence, type OccurrenceState, servedUntil } from '../store/tick.ts';
import type { Deadline, Duty, Schedule } from './schedule.ts';

/** How far ahead the next due time is looked for: nearly always it is within a day, and a longer look is dear. */
const horizonsMs = [86_400_000, 40 * 86_400_000];

export interface Ticker {
  /** Runs all that is due at the office's present instant. Calls do not overlap. */
  tick(): Promise<void>;
  /** The next instant at which something falls due after the present; null within the next 40 days. */
  nextAt(): Promise<Date | null>;
}

export function makeTicker(office: Office, schedule: Schedule): Ticker {
  let tail: Promise<void> = Promise.resolve();
  return {
    tick() {
      const run = tail.then(() => runDue(office, schedule));
      tail = run.catch(() => {});
      return run;
    },
    nextAt: () => nextDue(office, schedule),
  };
}

async function runDue(office: Office, schedule: Schedule): Promise<void> {
  const now = office.clock.now();
  const planned: { duty: Duty; due: Due; state: OccurrenceState }[] = [];
  const names = schedule.duties.map(({ name }) => name);
  const served = await servedUntil(office.database.read, names, now);
  const after = new Date(Math.min(now.getTime(), ...[...served.values()].map(at => at.getTime())));
  const look = lookOf(office, { after, until: now });
  for (const duty of schedule.duties) {
    await guarded(office, duty.name, async () => {
      const after = served.get(duty.name) ?? now;
      const dues = after < now ? await duty.between(look, after, now) : [];
      planned.push(
        ...dues.map((due, index) => ({
          duty,
          due,
          state: stateOf(graceOf(office, duty), due, now, index === dues.length - 1),
        })),
      );
    });
  }
  planned.sort((a, b) => a.due.at.getTime() - b.due.at.getTime());
  const failed = new Set<string>();
  for (const { duty, due, state } of planned) {
    // The ledger remembers how far a duty was served: after a fault its later occurrences wait for the next tick.
    if (failed.has(duty.name)) continue;
    const done = await guarded(office, duty.name, () => runOne(office, schedule, duty, due, state, now));
    if (!done) failed.add(duty.name);
  }
  for (const { deadline, at } of await nextDeadlines(office, schedule, now)) {
    if (at <= now) await guarded(office, deadline.name, () => deadline.run(office, now));
  }
  if (planned.length > 0) office.wake();
}

/** Of several missed ones only the latest can still be of use; a duty without a grace is a debt and is always paid. */
function stateOf(graceMinutes: number | null, due: Due, now: Date, latest: boolean): OccurrenceState {
  const judged = verdict(due.at, now, graceMinutes ?? Number.POSITIVE_INFINITY);
  if (judged === 'run') return 'done';
  return judged === 'late' && (latest || graceMinutes === null) ? 'late' : 'skipped';
}

function graceOf({ settings }: Office, { graceMinutes }: Duty): number | null {
  return typeof graceMinutes === 'function' ? graceMinutes(settings) : graceMinutes;
}

async function runOne(
  office: Office,
  { missed }: Schedule,
  duty: Duty,
  due: Due,
  state: OccurrenceState,
  now: Date,
): Promise<void> {
  const ran = await office.database.transaction(async tx => {
    const mine = await claimOccurrence(tx, { duty: duty.name, date: due.date, dueAt: due.at }, state, now);
    if (mine && state === 'skipped') await missed(office, tx);
    else if (mine) await duty.run(office, tx, due, { late: state === 'late' });
    return mine;
  });
  if (ran) office.log.info('duty.ran', { duty: duty.name, date: due.date, state });
}

/** One duty's fault must not keep the others from running; it stays unclaimed and is tried at the next tick. */
async function guarded(office: Office, name: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (fault) {
    office.log.error('duty.failed', { duty: name, error: fault instanceof Error ? fault.message : String(fault) });
    return false;
  }
}

/** The deadlines with something open, and when: one statement for all that only ask, as this is looked at after every change. */
async function nextDeadlines(
  office: Office,
  { deadlines }: Schedule,
  now: Date,
): Promise<{ deadline: Deadline; at: Date }[]> {
  const open: { deadline: Deadline; at: Date }[] = [];
  const questions: Record<string, Question<Date | null>> = {};
  for (const { name, nextAt } of deadlines) if (typeof nextAt !== 'function') questions[name] = nextAt;
  await guarded(office, Object.keys(questions).join(', '), async () => {
    if (Object.keys(questions).length === 0) return;
    const answers = await ask(office.database.read, questions);
    for (const deadline of deadlines) {
      const at = answers[deadline.name] ?? null;
      if (at !== null) open.push({ deadline, at });
    }
  });
  for (const deadline of deadlines) {
    const { name, nextAt } = deadline;
    if (typeof nextAt !== 'function') continue;
    await guarded(office, name, async () => {
      const at = await nextAt(office, now);
      if (at !== null) open.push({ deadline, at });
    });
  }
  return open;
}

async function nextDue(office: Office, schedule: Schedule): Promise<Date | null> {
  const now = office.clock.now();
  const times: Date[] = [];
  const untils = horizonsMs.map(horizonMs => new Date(now.getTime() + horizonMs));
  const look = lookOf(office, { after: now, until: untils.at(-1) ?? now });
  for (const until of untils) {
    for (const duty of schedule.duties) {
      await guarded(office, duty.name, async () => {
        const [first] = await duty.between(look, now, until);
        if (first !== undefined) times.push(first.at);
      });
    }
    // Whatever is due later than this cannot be the next.
    if (times.length > 0) break;
  }
  for (const { at } of await nextDeadlines(office, schedule, now)) {
    // One already due was tried by the tick just now; waiting for it again would never end.
    if (at > now) times.push(at);
  }
  return times.length === 0 ? null : new Date(Math.min(...times.map(at => at.getTime())));
}
