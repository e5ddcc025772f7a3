import { validateMessage } from '@tiaoli/block-kit';
import { describe, expect, it } from 'vitest';
import type { SlotRoll } from '../../../src/features/attendance/day.ts';
import type { DayFacts } from '../../../src/features/attendance/messages.ts';
import { departmentDaySaid } from '../../../src/features/attendance/rollViews.ts';
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
const closed = { slot: 'morning-in', time: '08:00', date: '2026-12-01', closes: '09:00', late: true } as const;

describe.each(readers)('in $locale', reader => {
  it('three hundred people fit', () => {
    for (const roll of rolls) {
      const said = [
        attendanceDrawings['attendance.roll']({ ...closed, roll }, reader),
        departmentDaySaid({ date: '2026-12-01', slots: slots.map(slot => ({ ...slot, roll })) }, reader),
      ];
      for (const message of said) expect(validateMessage(message)).toEqual([]);
    }
    for (const roll of rolls.slice(1, 3)) {
      const shown = JSON.stringify(attendanceDrawings['attendance.roll']({ ...closed, roll }, reader).blocks);
      for (const id of ids) expect(shown.split(`<@${id}>`)).toHaveLength(2);
    }
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
