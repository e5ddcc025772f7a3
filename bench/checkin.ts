/** What a punch costs: through the whole door, as a workflow, and as a bare insert, in one run so that they compare. */
import { punch } from '../src/features/attendance/workflow.ts';
import { openDepartment } from '../test/support/department.ts';

const rounds = 300;
/** Presses under way at the same time. */
const width = 20;

/** Measures the three and answers lines for people: milliseconds each, and how many bare inserts one punch costs. */
export async function benchCheckin(): Promise<string[]> {
  const department = await openDepartment({ at: '2026-12-01T07:50', environment: { LOG_LEVEL: 'silent' } });
  try {
    const { office } = department.application;
    const { read } = office.database;
    const people = await read.member.findMany({ where: { posts: { some: { post: { not: 'president' } } } } });
    const members = people.map(person => ({ ...person, locale: 'en', leaderId: null, posts: ['clerk'] }) as const);
    const of = <T>(list: readonly T[], n: number) => list[n % list.length] as T;

    const insert = await each(
      n => read.$executeRaw`INSERT INTO punch VALUES (${`bench${n}`}, '2026-12-01', 'morning-in', now(), 'on-time', 0)`,
    );
    const workflow = await each(n => punch(office, of(members, n)));
    const door = await each(n =>
      department.call('/human/command', {
        user: of(members, n).id,
        channel: 'department',
        command: '/checkin',
        text: '',
      }),
    );
    const line = (what: string, ms: number) =>
      `${what.padEnd(12)} ${ms.toFixed(2).padStart(7)} ms each, ${(ms / insert).toFixed(1)} × a bare insert`;
    return [line('bare insert', insert), line('workflow', workflow), line('/checkin', door)];
  } finally {
    await department.close();
  }
}

/** Milliseconds of wall clock per round, `width` of them at a time; a third more goes first to warm up. */
async function each(work: (n: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const run = (until: number) =>
    Promise.all(
      Array.from({ length: width }, async () => {
        while (next < until) await work(next++);
      }),
    );
  await run(rounds / 3);
  const began = performance.now();
  await run(rounds / 3 + rounds);
  return (performance.now() - began) / rounds;
}

if (import.meta.filename === process.argv[1]) process.stdout.write(`${(await benchCheckin()).join('\n')}\n`);
