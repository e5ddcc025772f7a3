/** What the clock bar offers follows the department's calendar: holidays, make-up workdays, and what was decided. */

import type { Landmark } from '@tiaoli/workspace';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDepartment } from '../support/department.ts';

async function landmarks(at: string): Promise<Landmark[]> {
  const department = await openDepartment({ at });
  onTestFinished(() => department.close());
  return ((await department.call('/human/landmarks')) as { landmarks: Landmark[] }).landmarks;
}

const local = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16);
const buttons = (marks: Landmark[]) =>
  marks.flatMap(({ at, label, button }) => (button ? [[local(at), label.en, button.en, button.zh]] : []));

describe('the buttons lead', () => {
  it.each([
    [
      'over the National Day holidays',
      '2026-09-30T18:40',
      [
        // The week began with working days, so its Sunday has the wrap-up.
        ['2026-10-04T15:00', 'Weekly wrap-up', 'Next meeting', '下次会议'],
        ['2026-10-08T07:55', 'A new working day, before work', 'Next working day 7:55', '下个工作日 7:55'],
      ],
    ],
    [
      'to a Saturday that is worked to make up for them',
      '2026-10-09T18:40',
      [
        ['2026-10-10T07:55', 'A new working day, before work', 'Next working day 7:55', '下个工作日 7:55'],
        ['2026-10-10T08:00', 'Morning meeting', 'Next meeting', '下次会议'],
      ],
    ],
  ])(
    '%s',
    async (_, at, expected) => {
      expect(buttons(await landmarks(at))).toEqual(expected);
    },
    90_000,
  );
});

it('everything that comes up is named once, the earliest first', async () => {
  const marks = await landmarks('2026-12-01T07:00');
  expect(marks.map(({ at, label }) => `${local(at).slice(5)} ${label.en}`)).toEqual([
    '12-01T07:45 Check-in card, morning',
    '12-01T07:50 Reminder of the morning meeting',
    '12-01T08:00 Morning meeting',
    '12-01T09:00 Leaders’ summary, morning',
    '12-01T09:30 List of proposals',
    '12-01T13:15 Check-in card, afternoon',
    '12-01T20:00 Leaders’ summary, evening',
    '12-02T07:55 A new working day, before work',
    '12-06T14:50 Reminder of the weekly wrap-up',
  ]);
});
