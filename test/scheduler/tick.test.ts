/** The clock's ledger: every occurrence once, whatever the clock, the process or the duty itself does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schedule } from '../../schedules/index.ts';
import { occurrencesBetween } from '../../src/kernel/occurrence.ts';
import type { Office } from '../../src/office/office.ts';
import type { Deadline, Duty } from '../../src/scheduler/schedule.ts';
import { makeTicker, type Ticker } from '../../src/scheduler/tick.ts';
import type { Database } from '../../src/store/database.ts';
import type { PrismaClient } from '../../src/store/generated/client.ts';
import { shanghai } from '../support/department.ts';
import { openOffice, type TestOffice } from '../support/office.ts';

let house: TestOffice;
let ran: string[];
/** How often it was told that one was missed. */
let told: number;
beforeAll(async () => {
  house = await openOffice();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.office.database.read.$executeRawUnsafe('TRUNCATE occurrence, calendar_day');
  house.logged.length = 0;
  ran = [];
  told = 0;
});

/** A daily duty that says what it did. */
function daily(name: string, time: string, graceMinutes: Duty['graceMinutes'], more: Partial<Duty> = {}): Duty {
  return {
    name,
    graceMinutes,
    async between(_, after, until) {
      return occurrencesBetween({ time, on: () => true }, after, until, 'Asia/Shanghai');
    },
    async run(_, __, due, { late }) {
      ran.push(`${name} ${due.date}${late ? ' late' : ''}`);
    },
    ...more,
  };
}

function tickerOf(duties: Duty[], deadlines: Deadline[] = [], database: Database = house.office.database): Ticker {
  const missed = async () => {
    told += 1;
  };
  return makeTicker({ ...house.office, database }, { duties, deadlines, missed });
}

async function tickAt(ticker: Ticker, local: string): Promise<void> {
  await house.clock.set(shanghai(local));
  await ticker.tick();
}

async function ledger(duty: string): Promise<string[]> {
  const where = { duty, NOT: { date: 'begun' } };
  const rows = await house.office.database.read.occurrence.findMany({ where, orderBy: { dueAt: 'asc' } });
  return rows.map(({ date, state }) => `${date} ${state}`);
}

describe('an occurrence', () => {
  it('is run once, when it is due', async () => {
    const ticker = tickerOf([daily('stand-up', '08:00', 30)]);
    for (const time of ['07:00', '07:59', '08:00', '08:00', '08:01', '09:00'])
      await tickAt(ticker, `2026-12-01T${time}`);
    expect(ran).toEqual(['stand-up 2026-12-01']);
    expect(await ledger('stand-up')).toEqual(['2026-12-01 done']);
  });

  it('is not run again by the next process', async () => {
    await tickAt(tickerOf([daily('stand-up', '08:00', 30)]), '2026-12-01T07:00');
    await tickAt(tickerOf([daily('stand-up', '08:00', 30)]), '2026-12-01T08:00');
    await tickAt(tickerOf([daily('stand-up', '08:00', 30)]), '2026-12-01T08:10');
    expect(ran).toEqual(['stand-up 2026-12-01']);
  });

  it('is run once by several processes at the same moment', async () => {
    const duties = ['a', 'b', 'c', 'd'].map(name => daily(name, '08:00', 30));
    await tickAt(tickerOf(duties), '2026-12-01T07:00');
    await house.clock.set(shanghai('2026-12-01T08:00'));
    const tickers = [tickerOf(duties), tickerOf(duties, [], await house.again()), tickerOf(duties)];
    await Promise.all(tickers.map(ticker => ticker.tick()));
    expect(ran.toSorted()).toEqual(['a', 'b', 'c', 'd'].map(name => `${name} 2026-12-01`));
  });

  it('that came before the department was opened, or the duty declared, was never missed', async () => {
    await tickAt(tickerOf([daily('old', '08:00', null)]), '2026-12-01T12:00');
    await tickAt(tickerOf([daily('old', '08:00', null), daily('new', '08:00', null)]), '2026-12-03T12:00');
    expect(ran).toEqual(['old 2026-12-02 late', 'old 2026-12-03 late']);
  });

  it('comes in the order of its hour, whatever the order of the register', async () => {
    const ticker = tickerOf([daily('later', '08:30', 60), daily('earlier', '08:00', 60)]);
    await tickAt(ticker, '2026-12-01T07:00');
    await tickAt(ticker, '2026-12-01T08:31');
    expect(ran).toEqual(['earlier 2026-12-01 late', 'later 2026-12-01']);
  });
});

describe('what was missed', () => {
  it.each([
    ['08:01:00', 'done', ['stand-up 2026-12-01']],
    ['08:01:01', 'late', ['stand-up 2026-12-01 late']],
    ['08:30:00', 'late', ['stand-up 2026-12-01 late']],
    ['08:30:01', 'skipped', []],
  ])('at %s is %s with a grace of 30 minutes', async (time, state, expected) => {
    const ticker = tickerOf([daily('stand-up', '08:00', 30)]);
    await tickAt(ticker, '2026-12-01T07:00');
    await house.clock.set(new Date(`2026-12-01T${time}+08:00`));
    await ticker.tick();
    expect(ran).toEqual(expected);
    expect(await ledger('stand-up')).toEqual([`2026-12-01 ${state}`]);
    expect(told).toBe(state === 'skipped' ? 1 : 0);
  });

  it('is judged by a grace that follows the settings', async () => {
    const ticker = tickerOf([daily('stand-up', '08:00', settings => settings.graceMinutes)]);
    await tickAt(ticker, '2026-12-01T07:00');
    await tickAt(ticker, '2026-12-01T08:11');
    expect(await ledger('stand-up')).toEqual(['2026-12-01 skipped']);
  });

  it('several times is made good by the latest alone', async () => {
    const ticker = tickerOf([daily('weekly', '08:00', 3 * 24 * 60)]);
    await tickAt(ticker, '2026-12-01T07:00');
    await tickAt(ticker, '2026-12-04T07:00');
    expect(ran).toEqual(['weekly 2026-12-03 late']);
    expect(await ledger('weekly')).toEqual(['2026-12-01 skipped', '2026-12-02 skipped', '2026-12-03 late']);
  });

  it('is always done where there is no grace', async () => {
    const ticker = tickerOf([daily('debt', '08:00', null)]);
    await tickAt(ticker, '2026-12-01T07:00');
    await tickAt(ticker, '2026-12-03T07:00');
    expect(ran).toEqual(['debt 2026-12-01 late', 'debt 2026-12-02 late']);
  });
});

describe('a clock', () => {
  it('set back an hour brings nothing twice', async () => {
    const ticker = tickerOf([daily('stand-up', '08:00', 30), daily('debt', '08:00', null)]);
    for (const time of ['07:00', '08:00', '07:00', '07:30', '08:00', '08:01'])
      await tickAt(ticker, `2026-12-01T${time}`);
    expect(ran).toEqual(['stand-up 2026-12-01', 'debt 2026-12-01']);
    await tickAt(ticker, '2026-12-02T08:00');
    expect(ran.slice(2)).toEqual(['stand-up 2026-12-02', 'debt 2026-12-02']);
  });

  it('forty days ahead brings no burst: one at most for each duty, the rest on the ledger as skipped', async () => {
    const ticker = tickerOf([daily('stand-up', '08:00', 30), daily('digest', '18:00', 60)]);
    await tickAt(ticker, '2026-12-01T07:00');
    await tickAt(ticker, '2027-01-10T08:10');
    expect(ran).toEqual(['stand-up 2027-01-10 late']);
    const [standUps, digests] = [await ledger('stand-up'), await ledger('digest')];
    expect([standUps.length, digests.length]).toEqual([41, 40]);
    expect([...standUps.slice(0, -1), ...digests].every(line => line.endsWith('skipped'))).toBe(true);
    expect(told).toBe(80);
  });
});

describe('a clock that was far ahead', () => {
  const duties = () => [daily('stand-up', '08:00', 30), daily('debt', '08:00', null), daily('digest', '18:00', 60)];

  it.each([
    ['a year', '2027-12-01T12:00', '2027-11-29'],
    ['forty days', '2027-01-10T12:00', '2027-01-08'],
    ['a week', '2026-12-08T12:00', '2026-12-06'],
  ])('by %s leaves no day silent once it is right again, but the last two', async (_, wrong, lastDay) => {
    const ticker = tickerOf(duties());
    await tickAt(ticker, '2026-12-01T07:00');
    await tickAt(ticker, wrong);
    await tickAt(ticker, '2026-12-01T07:02');
    ran = [];
    for (const time of ['08:00', '08:01', '18:00', '18:20']) await tickAt(ticker, `2026-12-01T${time}`);
    expect(ran).toEqual(['stand-up 2026-12-01', 'debt 2026-12-01', 'digest 2026-12-01']);
    ran = [];
    await tickAt(ticker, `${lastDay}T07:00`);
    ran = [];
    for (const time of ['08:00', '08:10', '18:30', '18:31']) await tickAt(ticker, `${lastDay}T${time}`);
    expect(ran).toEqual([`stand-up ${lastDay}`, `debt ${lastDay}`, `digest ${lastDay} late`]);
  });

  it('when the ledger began begins it anew', async () => {
    await tickAt(tickerOf(duties()), '2027-12-01T12:00');
    const ticker = tickerOf(duties());
    for (const at of ['01T07:00', '01T08:00', '01T08:01', '02T08:00']) await tickAt(ticker, `2026-12-${at}`);
    expect(ran).toEqual(['stand-up 2026-12-01', 'debt 2026-12-01', 'stand-up 2026-12-02', 'debt 2026-12-02']);
    expect(await ledger('digest')).toEqual(['2026-12-01 skipped']);
  });

  it('by half an hour when the ledger began begins it anew', async () => {
    const ticker = tickerOf(duties());
    for (const time of ['08:15', '07:45', '08:00', '08:16']) await tickAt(ticker, `2026-12-01T${time}`);
    expect(ran).toEqual(['stand-up 2026-12-01', 'debt 2026-12-01']);
  });

  it.each([
    ['a minute', ['01T07:59', '01T08:00', '01T07:59', '01T08:00']],
    ['an hour', ['01T07:00', '01T08:00', '01T07:00', '01T08:00', '01T08:01']],
    ['a day', ['01T07:00', '01T08:00', '01T18:30', '02T08:00', '01T08:00', '01T18:30', '02T08:00']],
    ['three days and forth', ['01T08:00', '02T08:00', '03T08:00', '04T08:00', '01T09:00', '02T08:00', '04T09:00']],
  ])('was right, and is set back by %s: nothing twice', async (_, instants) => {
    const ticker = tickerOf(duties());
    for (const at of instants) await tickAt(ticker, `2026-12-${at}`);
    expect(ran).toEqual([...new Set(ran)]);
  });

  it('on one of two replicas: the right one goes on', async () => {
    const [wrong, right] = [tickerOf(duties()), tickerOf(duties(), [], await house.again())];
    await tickAt(right, '2026-12-01T07:00');
    await tickAt(wrong, '2027-12-01T07:00');
    ran = [];
    await tickAt(right, '2026-12-01T08:00');
    await tickAt(wrong, '2027-12-01T07:01');
    await tickAt(right, '2026-12-01T08:01');
    await tickAt(right, '2026-12-02T08:00');
    expect(ran).toEqual(['stand-up 2026-12-01', 'debt 2026-12-01', 'stand-up 2026-12-02', 'debt 2026-12-02']);
  });
});

describe('a look', () => {
  /** What is asked of the database while that is done. */
  async function statementsOf(work: (database: Database) => Promise<void>): Promise<string[]> {
    const asked: string[] = [];
    const read = house.office.database.read as PrismaClient;
    const listening = read.$extends({
      query: {
        async $allOperations({ model, operation, args, query }) {
          asked.push(`${model ?? ''}.${operation}`);
          return query(args);
        },
      },
    });
    await work({ ...house.office.database, read: listening as unknown as Database['read'] });
    return asked;
  }

  it('asks the ledger once for all duties, and reads once what several want to know', async () => {
    const reading = (office: Office) => office.database.read.calendarDay.findMany();
    const asking = Array.from({ length: 30 }, (_, index) =>
      daily(`duty ${index}`, '08:00', null, {
        async between(look, after, until) {
          await look.ask(reading);
          return occurrencesBetween({ time: '08:00', on: () => true }, after, until, 'Asia/Shanghai');
        },
      }),
    );
    await tickAt(tickerOf(asking), '2026-12-01T07:00');
    await house.clock.set(shanghai('2026-12-01T07:01'));
    const asked = await statementsOf(async database => {
      const ticker = tickerOf(asking, [], database);
      await ticker.tick();
      await ticker.nextAt();
    });
    expect(asked).toEqual(['.$queryRaw', 'CalendarDay.findMany', 'CalendarDay.findMany']);
  });

  it('of the whole register asks the same of a young ledger and of one of three years', async () => {
    const looked = async (local: string) => {
      await house.clock.set(shanghai(local));
      return statementsOf(async database => {
        const ticker = makeTicker({ ...house.office, database }, schedule);
        await ticker.tick();
        await ticker.nextAt();
      });
    };
    await looked('2026-12-01T12:00');
    const young = await looked('2026-12-01T12:01');
    const rows = schedule.duties.flatMap(({ name: duty }) =>
      Array.from({ length: 1000 }, (_, day) => {
        const dueAt = new Date(shanghai('2026-12-01T03:00').getTime() - day * 86_400_000);
        return { duty, date: `d${day}`, dueAt, ranAt: dueAt, state: 'done' };
      }),
    );
    await house.office.database.read.occurrence.createMany({ data: rows });
    expect(await looked('2026-12-01T12:02')).toEqual(young);
    expect(young.length).toBeLessThan(schedule.duties.length);
    expect(young.filter(name => name.startsWith('CalendarDay'))).toHaveLength(2);
  });

  it('reads the ledger by its index', async () => {
    const plan = await house.office.database.transaction(async tx => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT "dueAt" FROM occurrence WHERE duty = 'a' AND "dueAt" <= now() AND "ranAt" <= now()
        ORDER BY "dueAt" DESC LIMIT 1`;
    });
    expect(plan.map(line => line['QUERY PLAN']).join('\n')).toContain('occurrence_duty_dueAt_idx');
  });
});

describe('a duty that fails', () => {
  const broken = (name: string, until: string, grace: Duty['graceMinutes']) =>
    daily(name, '08:00', grace, {
      async run(office, tx, due, { late }) {
        const data = { date: due.date, working: true, setBy: name, at: office.clock.now() };
        await tx.calendarDay.create({ data });
        if (office.clock.now() < shanghai(until)) throw new Error('as told');
        ran.push(`${name} ${due.date}${late ? ' late' : ''}`);
      },
    });

  it('leaves nothing behind, stops no other, and is tried at the next tick', async () => {
    const ticker = tickerOf([broken('broken', '2026-12-01T08:05', 30), daily('other', '08:00', 30)]);
    await tickAt(ticker, '2026-12-01T07:00');
    await tickAt(ticker, '2026-12-01T08:00');
    expect(ran).toEqual(['other 2026-12-01']);
    expect(await ledger('broken')).toEqual([]);
    expect(await house.office.database.read.calendarDay.count()).toBe(0);
    expect(house.logged.filter(line => line.startsWith('error'))).toEqual(['error duty.failed']);
    await tickAt(ticker, '2026-12-01T08:05');
    expect(ran.slice(1)).toEqual(['broken 2026-12-01 late']);
  });

  it('is recorded as skipped when its grace passes meanwhile', async () => {
    const ticker = tickerOf([broken('broken', '2026-12-09T00:00', 30)]);
    for (const time of ['07:00', '08:00', '08:30', '08:31']) await tickAt(ticker, `2026-12-01T${time}`);
    expect(await ledger('broken')).toEqual(['2026-12-01 skipped']);
  });

  it('keeps its debts: none is lost behind a later one that worked', async () => {
    const once = daily('debt', '08:00', null, {
      async run(office, _, due) {
        if (due.date === '2026-12-01' && office.clock.now() < shanghai('2026-12-03T00:00')) throw new Error('as told');
        ran.push(`debt ${due.date}`);
      },
    });
    const ticker = tickerOf([once]);
    for (const at of ['01T07:00', '01T08:00', '02T08:00', '03T07:00']) await tickAt(ticker, `2026-12-${at}`);
    expect(ran).toEqual(['debt 2026-12-01', 'debt 2026-12-02']);
  });

  it('in saying when it is due stops no other either', async () => {
    const mute = daily('mute', '08:00', 30, { between: () => Promise.reject(new Error('as told')) });
    const ticker = tickerOf([mute, daily('other', '08:00', 30)]);
    await tickAt(ticker, '2026-12-01T07:00');
    expect(await ticker.nextAt()).toEqual(shanghai('2026-12-01T08:00'));
    await tickAt(ticker, '2026-12-01T08:00');
    expect(ran).toEqual(['other 2026-12-01']);
  });
});

describe('deadlines', () => {
  /** A row that is due at a time of its own and handled once, by whoever takes it first. */
  function deadlineAt(local: string): Deadline {
    const at = shanghai(local);
    let open = true;
    return {
      name: 'sheet',
      nextAt: async () => (open ? at : null),
      async run(_, now) {
        if (!open || now < at) return;
        open = false;
        ran.push('sheet closed');
      },
    };
  }

  it('are run when due, however late, once', async () => {
    const ticker = tickerOf([], [deadlineAt('2026-12-01T08:10')]);
    for (const at of ['01T08:09', '05T12:00', '05T12:01']) await tickAt(ticker, `2026-12-${at}`);
    expect(ran).toEqual(['sheet closed']);
  });

  it('come after the duties of the same moment', async () => {
    const ticker = tickerOf([daily('stand-up', '08:10', 30)], [deadlineAt('2026-12-01T08:10')]);
    await tickAt(ticker, '2026-12-01T08:00');
    await tickAt(ticker, '2026-12-01T08:10');
    expect(ran).toEqual(['stand-up 2026-12-01', 'sheet closed']);
  });

  it('that fail stop nothing, and are not waited for', async () => {
    const stuck: Deadline = {
      name: 'stuck',
      nextAt: async () => shanghai('2026-12-01T08:00'),
      run: () => Promise.reject(new Error('as told')),
    };
    const ticker = tickerOf([], [stuck, deadlineAt('2026-12-01T09:00')]);
    await tickAt(ticker, '2026-12-01T08:00');
    expect(await ticker.nextAt()).toEqual(shanghai('2026-12-01T09:00'));
    await tickAt(ticker, '2026-12-01T09:00');
    expect(ran).toEqual(['sheet closed']);
  });
});

describe('the next due time', () => {
  it('is the earliest of all duties and deadlines after now', async () => {
    const deadline: Deadline = { name: 'd', nextAt: async () => shanghai('2026-12-01T08:10'), run: async () => {} };
    const ticker = tickerOf([daily('a', '08:00', 30), daily('b', '07:50', 30)], [deadline]);
    const next: (string | undefined)[] = [];
    for (const time of ['07:00', '07:50', '08:00', '08:10']) {
      await tickAt(ticker, `2026-12-01T${time}`);
      next.push((await ticker.nextAt())?.toISOString());
    }
    expect(next).toEqual([
      '2026-11-30T23:50:00.000Z',
      '2026-12-01T00:00:00.000Z',
      '2026-12-01T00:10:00.000Z',
      '2026-12-01T23:50:00.000Z',
    ]);
  });

  it('is none when there is none', async () => {
    expect(await tickerOf([]).nextAt()).toBe(null);
  });
});
