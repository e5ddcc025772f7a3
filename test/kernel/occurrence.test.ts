import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { calendarWith } from '../../src/features/calendar/rules.ts';
import { addDays, type CivilDate, civilOf, instantOf, weekdayOf } from '../../src/kernel/civil.ts';
import { type Due, occurrencesBetween, verdict } from '../../src/kernel/occurrence.ts';
import { keepFigures } from '../support/figures.ts';

const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Amman',
  'Asia/Pyongyang',
  'Asia/Tokyo',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Juba',
  'Africa/Sao_Tome',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Asuncion',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/Nuuk',
  'America/Scoresbysund',
  'America/Caracas',
  'America/Los_Angeles',
  'Antarctica/Troll',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Europe/Volgograd',
  'Pacific/Chatham',
  'Pacific/Easter',
  'Pacific/Fiji',
  'Pacific/Kiritimati',
];
let days = 0;
afterAll(() =>
  keepFigures(2, 'test/kernel/occurrence.test.ts', { zones: ZONES.length, 'local days, each once': days }),
);
const every = () => true;

const calendar = calendarWith({ overrides: new Map() });
const DATES: CivilDate[] = [];
for (let date = '2020-01-01'; date < '2036-01-01'; date = addDays(date, 1)) DATES.push(date);

test.each(ZONES)('%s: each local day from 2020 to 2035 exactly once, in order', zone => {
  const after = instantOf('2020-01-01', '00:00', zone);
  const until = instantOf('2036-01-01', '00:00', zone);
  for (const time of ['00:15', '02:30']) {
    const dues = occurrencesBetween({ time, on: every }, new Date(after.getTime() - 1), until, zone);
    expect(dues.map(due => due.date)).toEqual(DATES);
    days += dues.length;
    expect(dues.filter((due, i) => i > 0 && due.at <= (dues[i - 1] as Due).at)).toEqual([]);
    // Only a gap moves it, and never by more than two hours.
    const moved = dues.filter(due => civilOf(due.at, zone).time !== time);
    for (const { date, at } of moved) {
      const shift = at.getTime() - Date.parse(`${date}T${time}:00Z`) - (noonOffset(date, zone) ?? 0);
      expect(Math.abs(shift)).toBeLessThanOrEqual(2 * 3_600_000);
    }
    expect(moved.length).toBeLessThanOrEqual(60);
  }
});

test.each(ZONES)('%s: each business day from 2020 to 2035 exactly once at 8:00, and no other', zone => {
  const [after, until] = [instantOf('2020-01-01', '00:00', zone), instantOf('2036-01-01', '00:00', zone)];
  const rule = { time: '08:00', on: (date: CivilDate) => calendar.isWorkday(date) };
  const dues = occurrencesBetween(rule, after, until, zone);
  expect(dues.map(({ date }) => date)).toEqual(DATES.filter(calendar.isWorkday));
  expect(dues.filter(({ date, at }) => civilOf(at, zone).date !== date)).toEqual([]);
});

test('a window cut in two anywhere gives the same occurrences', () => {
  const start = Date.UTC(2020, 0, 1);
  const minute = fc.integer({ min: 0, max: 15 * 365 * 1440 });
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom('00', '30', '59'),
      weekdays,
      fc.tuple(minute, fc.integer({ min: 0, max: 60 * 1440 }), fc.integer({ min: 0, max: 60 * 1440 })),
      (zone, hour, minutes, days, [from, first, second]) => {
        const rule = {
          time: `${String(hour).padStart(2, '0')}:${minutes}`,
          on: (date: CivilDate) => days.includes(weekdayOf(date)),
        };
        const [a, b, c] = [from, from + first, from + first + second].map(at => new Date(start + at * 60_000)) as [
          Date,
          Date,
          Date,
        ];
        expect(occurrencesBetween(rule, a, c, zone)).toEqual([
          ...occurrencesBetween(rule, a, b, zone),
          ...occurrencesBetween(rule, b, c, zone),
        ]);
      },
    ),
    { numRuns: 400 },
  );
});

describe('examples', () => {
  const at = (text: string) => new Date(text);

  test.each([
    ['the end belongs to the window', '08:00', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z', ['2026-11-24']],
    ['the beginning does not', '08:00', '2026-11-24T00:00:00Z', '2026-11-24T23:59:59Z', []],
    ['one millisecond later', '08:00', '2026-11-23T23:59:59.999Z', '2026-11-24T00:00:00Z', ['2026-11-24']],
    ['an empty window', '08:00', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z', []],
    ['a window backwards', '08:00', '2026-11-25T00:00:00Z', '2026-11-24T00:00:00Z', []],
    [
      'three days asleep',
      '15:00',
      '2026-11-20T08:00:00Z',
      '2026-11-23T08:00:00Z',
      ['2026-11-21', '2026-11-22', '2026-11-23'],
    ],
  ])('%s', (_what, time, after, until, dates) => {
    const dues = occurrencesBetween({ time, on: every }, at(after), at(until), 'Asia/Shanghai');
    expect(dues.map(due => due.date)).toEqual(dates);
  });

  test.each([
    ['America/New_York', '02:30', '2026-03-08', '2026-03-08T07:00:00.000Z'],
    ['America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30:00.000Z'],
    ['America/Nuuk', '23:30', '2026-03-28', '2026-03-29T01:00:00.000Z'],
  ])('%s %s on %s', (zone, time, date, instant) => {
    const dues = occurrencesBetween(
      { time, on: day => day === date },
      at(`${addDays(date, -2)}T00:00:00Z`),
      at(`${addDays(date, 2)}T23:59:59Z`),
      zone,
    );
    expect(dues).toEqual([{ date, at: at(instant) }]);
  });

  test('the day Samoa skipped has none', () => {
    const dues = occurrencesBetween(
      { time: '08:00', on: every },
      at('2011-12-28T00:00:00Z'),
      at('2012-01-01T00:00:00Z'),
      'Pacific/Apia',
    );
    expect(dues.map(due => due.date)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
  });
});

test.each([
  [-5, 'run'],
  [0, 'run'],
  [60, 'run'],
  [61, 'late'],
  [30 * 60, 'late'],
  [30 * 60 + 1, 'skip'],
  [40 * 86_400, 'skip'],
])('%i seconds after it was due: %s', (seconds, expected) => {
  const due = new Date('2026-11-24T00:00:00Z');
  expect(verdict(due, new Date(due.getTime() + seconds * 1000), 30)).toBe(expected);
});

test('what is on time is the caller’s to say', () => {
  const due = new Date('2026-11-24T00:00:00Z');
  expect(verdict(due, new Date(due.getTime() + 61_000), 30, 120)).toBe('run');
  expect(verdict(due, new Date(due.getTime() + 6_000), 30, 5)).toBe('late');
});

/** Minus the offset at local noon, in milliseconds. */
function noonOffset(date: CivilDate, zone: string): number {
  return instantOf(date, '12:00', zone).getTime() - Date.parse(`${date}T12:00:00Z`);
}
