import { validateMessage } from '@tiaoli/block-kit';
import { describe, expect, it } from 'vitest';
import type { SlotRoll } from '../../../src/features/attendance/day.ts';
import type { DayFacts } from '../../../src/features/attendance/messages.ts';
import { departmentDaySaid, exceptionLines, rollText } from '../../../src/features/attendance/rollViews.ts';
import { SLOTS } from '../../../src/features/attendance/rules.ts';
import { attendanceDrawings, dayOfSaid, myDaySaid } from '../../../src/features/attendance/views.ts';
import { readerOf } from '../../support/speech.ts';

const readers = (['zh-CN', 'en'] as const).map(locale => readerOf(locale, 'Asia/Shanghai'));
const ids = Array.from({ length: 300 }, (_, index) => `U0ABCDEF${String(index).padStart(3, '0')}`);
const off = ids.map(id => ({ id, minutes: 119 }));
const none: SlotRoll = { onTime: [], late: [], early: [], missing: [], excused: [], awaited: [] };
const rolls: SlotRoll[] = [
  none,
  { ...none, missing: ids },
  { ...none, late: off },
  { onTime: ids, late: off, early: off, missing: ids, excused: ids, awaited: ids },
];
const slots = SLOTS.map(slot => ({ slot, time: '08:00' }));
const names = Object.fromEntries(ids.map(id => [id, `名${id} · ${id} name`]));
const closed = { slot: 'morning-in', time: '08:00', names } as const;

describe.each(readers)('in $locale', reader => {
  it('three hundred people fit', () => {
    for (const roll of rolls) {
      const day = departmentDaySaid(
        { date: '2026-12-01', slots: slots.map(slot => ({ ...slot, names, roll })) },
        reader,
      );
      expect(validateMessage(day)).toEqual([]);
    }
    for (const roll of rolls.slice(1, 3)) {
      const lines = rollText({ ...closed, roll }, reader).join('\n');
      for (const id of ids) expect(lines.split(reader.locale === 'en' ? `${id} name` : `名${id}`)).toHaveLength(2);
    }
  });

  it('a day of exceptions names each once', () => {
    const people = [
      { name: '甲 · A', punches: SLOTS.map(slot => ({ slot, state: 'missing' as const, minutes: 0 })) },
      {
        name: '乙 · B',
        punches: [
          { slot: 'morning-in' as const, state: 'late' as const, minutes: 4 },
          { slot: 'noon-out' as const, state: 'missing' as const, minutes: 0 },
        ],
      },
    ];
    expect(exceptionLines({ people, excused: ['丙 · C'] }, reader)).toMatchSnapshot();
  });

  it('the word before a window closes and the one in the evening fit', () => {
    const slotHours = slots.map(slot => ({ ...slot }));
    const said = [
      attendanceDrawings['attendance.reminder'](
        { slot: 'noon-out', time: '12:00', date: '2026-12-01', closes: '12:45' },
        reader,
      ),
      attendanceDrawings['attendance.missed']({ date: '2026-12-01', slots: slotHours, open: true }, reader),
      attendanceDrawings['attendance.missed'](
        { date: '2026-12-01', slots: slotHours.slice(0, 1), open: false },
        reader,
      ),
    ];
    for (const message of said) expect(validateMessage(message)).toEqual([]);
    expect(said.map(({ text }) => text)).toMatchSnapshot();
  });

  it('every state of a day has its words', () => {
    const at = new Date('2026-12-01T00:30:00Z');
    const day = (states: DayFacts['slots'][number]['state'][]): DayFacts => ({
      memberId: 'U1',
      date: '2026-12-01',
      slots: slots.map((slot, index) => ({ ...slot, state: states[index] ?? { state: 'missing' } })),
    });
    const days = [
      day([
        { state: 'done', at, status: 'on-time', minutes: 0 },
        { state: 'done', at, status: 'early', minutes: 1 },
        { state: 'done', at, status: 'late', minutes: 2 },
        { state: 'missing' },
      ]),
      day([{ state: 'excused', at: null }, { state: 'excused', at }, { state: 'upcoming' }, { state: 'not-required' }]),
    ];
    const said = days.flatMap(facts => [myDaySaid(facts, reader), dayOfSaid(facts, reader)]);
    for (const message of said) expect(validateMessage(message)).toEqual([]);
    expect(said.map(({ text }) => text)).toMatchSnapshot();
  });
});
