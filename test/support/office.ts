/** An office for workflows that need no Slack: a real database, and a clock moved by hand. */
import { FixedClock } from '../../src/clock.ts';
import { DEFAULT_SETTINGS } from '../../src/config.ts';
import { features } from '../../src/features.ts';
import { declaredBy, unchainedBy } from '../../src/office/collected.ts';
import type { Office } from '../../src/office/office.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { testDatabase } from './database.ts';
import { speech } from './speech.ts';

export interface TestOffice {
  office: Office;
  /** The department's time. */
  clock: FixedClock;
  /** Physical time. */
  wall: FixedClock;
  /** Puts both clocks forward. */
  pass(ms: number): Promise<void>;
  /** What was logged, as `level event`. */
  logged: string[];
  /** Another process's view of the same database: the same one where it is embedded, which has one session. */
  again(): Promise<Database>;
  close(): Promise<void>;
}

export async function openOffice(at = '2026-12-01T08:00:00+08:00'): Promise<TestOffice> {
  const { source, drop } = await testDatabase();
  const database = await openDatabase(source, { unchained: unchainedBy(features) });
  const others: Database[] = [];
  const [clock, wall] = [new FixedClock(at), new FixedClock(at)];
  const logged: string[] = [];
  const line = (level: string) => (event: string) => void logged.push(`${level} ${event}`);
  return {
    clock,
    wall,
    logged,
    office: {
      database,
      clock,
      wallClock: wall,
      settings: DEFAULT_SETTINGS,
      channels: { department: 'department', service: 'service', notices: 'notices', leaders: 'leaders' },
      wake: () => {},
      lookUp: async () => null,
      declared: declaredBy(features),
      speech,
      log: { info: line('info'), warn: line('warn'), error: line('error') },
    },
    async pass(ms) {
      for (const moved of [clock, wall]) await moved.set(new Date(moved.now().getTime() + ms));
    },
    async again() {
      if (source.kind !== 'server') return database;
      const other = await openDatabase(source, { unchained: unchainedBy(features) });
      others.push(other);
      return other;
    },
    async close() {
      for (const opened of [...others, database]) await opened.close();
      await drop();
    },
  };
}
