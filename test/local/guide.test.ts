/** The guide's steps tick themselves off by what stands in the department's books. */

import type { Guide } from '@tiaoli/workspace';
import { expect, it, onTestFinished } from 'vitest';
import { openDepartment } from '../support/department.ts';

it('follows a leave from the request to the meeting that excuses it, and begins anew when it is taken back', async () => {
  const department = await openDepartment({ at: '2026-12-01T17:20' });
  onTestFinished(() => department.close());
  const guide = async () => ((await department.call('/human/guide')) as { guide: Guide }).guide;
  const done = async () => (await guide()).steps.filter(step => step.done).map(({ id }) => id);
  expect((await guide()).steps.map(({ id, go }) => ({ id, go }))).toEqual([
    { id: 'ask', go: { user: 'presales1', channel: 'department', type: '/leave' } },
    { id: 'approve', go: { user: 'manager', channel: 'app' } },
    { id: 'meeting', go: { user: 'presales1', channel: 'department' } },
  ]);
  expect(await done()).toEqual([]);

  await department.as('presales1').command('/leave tomorrow sick fever');
  expect(await done()).toEqual(['ask']);
  await department.as('presales1').command('/leave cancel 1');
  expect(await done()).toEqual([]);

  await department.as('presales1').command('/leave 2026-12-02 annual moving house');
  await department.as('manager').press('approval.approve');
  expect(await done()).toEqual(['ask', 'approve']);
  const meeting = (await guide()).steps.at(-1);
  expect(meeting?.go.clock).toBe('2026-12-02T00:00:00.000Z');
  expect(meeting?.text).toEqual({
    zh: '2026-12-02 08:00 的会议打开签到表：售前客服一列为请假，不用签到，截止后也不算缺席。同事会陆续来签到。',
    en: 'The sheet opens at 2026-12-02 08:00. Pre-sales 1 is on it as on leave and need not sign in; colleagues come and sign.',
  });
  await department.travel('2026-12-02T07:59');
  expect(await done()).toEqual(['ask', 'approve']);
  await department.travel('08:00');
  expect(await done()).toEqual(['ask', 'approve', 'meeting']);
});
