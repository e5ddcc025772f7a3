/** One replica of a chaos run: the whole application as it is started for Slack, with a dense schedule and short leases. */
import { startApplication } from '../../src/app.ts';
import type { SettableClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/log.ts';
import { say } from '../../src/office/say.ts';
import type { Duty } from '../../src/scheduler/schedule.ts';
import { CHANNELS, dateOf, keyOf, readControl } from './control.ts';
import { PACE } from './pace.ts';

const file = process.env.CHAOS_CONTROL ?? '';
const read = readConfig(process.env);
if ('faults' in read) throw new Error(read.faults.join('\n'));

/** The machine's time, put forward and back by whoever writes the control file. */
const clock: SettableClock = {
  now: () => new Date(Date.now() + readControl(file).ahead),
  set: () => Promise.reject(new Error('The run alone moves this clock.')),
};

/** An announcement every few hundred milliseconds: a debt, which is always paid however late. */
const beat: Duty = {
  name: 'chaos.beat',
  graceMinutes: null,
  async between(_, after, until) {
    const { begin, step, occurrences } = readControl(file);
    if (begin === null) return [];
    const numberAt = (at: Date) => Math.floor((at.getTime() - begin) / step);
    const last = Math.min(numberAt(until), occurrences);
    const first = Math.max(numberAt(after) + 1, 1);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_unused, index) => {
      const occurrence = first + index;
      return { date: dateOf(occurrence), at: new Date(begin + occurrence * step) };
    });
  },
  async run(office, tx, due) {
    const occurrence = Number(due.date);
    const recipient = `#${CHANNELS[occurrence % CHANNELS.length] ?? 'department'}` as const;
    const ref = { dates: ['2026-12-01'], by: 'UPRESIDENT' };
    await say(office, tx, { key: keyOf(occurrence), recipient, message: 'calendar.changed', ref });
  },
};

const application = await startApplication(read.config, {
  log: makeLog(read.config.logLevel, line => process.stderr.write(`${line}\n`)),
  clock,
  schedule: { duties: [beat], deadlines: [], missed: async () => {} },
  pace: PACE,
});
process.on('unhandledRejection', fault => process.stderr.write(`unhandled: ${String(fault)}\n`));
process.on('SIGTERM', () => void application.stop().then(() => process.exit(0)));
process.stdout.write('ready\n');
