/** Counts what happens by listening to the log, below whatever level is written: logs and metrics cannot disagree. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { Log } from '../office/office.ts';

type Facts = Record<string, unknown>;

/** A log that hands every line on and counts it. Labels are words of our own; nothing anybody typed becomes one. */
export function counted(log: Log, registry: Registry): Log {
  const registers = [registry];
  const duties = new Counter({
    name: 'tiaoli_duties_total',
    help: 'Duties of the clock by how they went: done, late or skipped (missed).',
    labelNames: ['state'],
    registers,
  });
  const failed = new Counter({ name: 'tiaoli_duties_failed_total', help: 'Duties that broke off.', registers });
  const deliveries = new Counter({
    name: 'tiaoli_deliveries_total',
    help: 'What people did in Slack, by how it was answered.',
    labelNames: ['outcome'],
    registers,
  });
  const answered = new Histogram({
    name: 'tiaoli_delivery_answer_seconds',
    help: 'From the arrival of a delivery to its acknowledgement; Slack waits 3 s.',
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.6, 3, 5],
    registers,
  });
  const messages = new Counter({
    name: 'tiaoli_messages_total',
    help: 'Attempts to send a message, by how they ended: sent, retry or dead.',
    labelNames: ['outcome'],
    registers,
  });
  const lines = new Counter({
    name: 'tiaoli_log_lines_total',
    help: 'Log lines by level, written or not.',
    labelNames: ['level'],
    registers,
  });
  const known: Record<string, (facts: Facts) => void> = {
    'duty.ran': ({ state }) => duties.inc({ state: String(state) }),
    'duty.failed': () => failed.inc(),
    'door.answered': ({ outcome, ms }) => {
      deliveries.inc({ outcome: String(outcome) });
      answered.observe(Number(ms) / 1000);
    },
    'outbox.sent': () => messages.inc({ outcome: 'sent' }),
    'outbox.retry': () => messages.inc({ outcome: 'retry' }),
    'outbox.dead': () => messages.inc({ outcome: 'dead' }),
  };
  // What never happened is told as 0, or nobody could set an alarm on it.
  for (const state of ['done', 'late', 'skipped']) duties.inc({ state }, 0);
  for (const outcome of ['sent', 'retry', 'dead']) messages.inc({ outcome }, 0);
  const line =
    (level: keyof Log) =>
    (event: string, facts: Facts = {}) => {
      lines.inc({ level });
      known[event]?.(facts);
      log[level](event, facts);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
