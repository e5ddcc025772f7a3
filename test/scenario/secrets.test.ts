/** A busy day with everything that may go wrong: no token, no reason, no fact and no name stands in any log line or metric. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEPARTMENT } from '../../prisma/department.ts';
import { type Department, openDepartment } from '../support/department.ts';
import { keepFigures } from '../support/figures.ts';

/** What people write, each a word of its own. */
const WRITTEN = {
  reason: '阑尾炎手术复查',
  emergency: '急性肠胃炎发作',
  note: '上次的化验单没有交',
  fact: '上班时间刷购物网站',
  report: '给顾客李女士退款',
  typed: '抑郁症要不要写原因',
};

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:49', environment: { METRICS_PORT: '0', RATE_LIMIT: '40' } });
});
afterAll(() => department.close());

it('stand in none, though what happened stands in all', async () => {
  const as = (user: string) => department.as(user);
  const { office } = department.application;
  await as('presales1').command(`/leave 2026-12-09 2026-12-09 sick ${WRITTEN.reason}`);
  await as('presales4').command(`/leave today pm sick emergency ${WRITTEN.emergency}`);
  await as('manager').press('approval.approve');
  await as('presales2').command(`/leave ${WRITTEN.typed}`);
  await as('presales2').say(WRITTEN.typed);
  await as('supervisor').does(`/violation @presales2 1.4 ${WRITTEN.fact}`);
  await department.travel('08:00');
  for (const user of ['presales1', 'presales2']) await as(user).press('meeting.signIn', { channel: 'department' });
  await as('presales1').press('meeting.report', { channel: 'department' });
  await as('presales1').submit({
    'meeting.yesterday': WRITTEN.report,
    'meeting.today': WRITTEN.note,
    'meeting.blockers': '',
  });

  // Slack fails in the middle of it, and so does the database.
  for (const kind of ['429', '500', 'internal_error', 'drop-after-accept'])
    await department.call('/human/fault', { kind, method: 'chat.postMessage', count: 1 });
  await as('presales3').command(`/leave 2026-12-10 2026-12-10 sick ${WRITTEN.reason}`);
  await office.database.read.$executeRawUnsafe('ALTER TABLE "leave" RENAME TO leave_away');
  const told = await as('presales3').command(`/leave 2026-12-11 2026-12-11 sick ${WRITTEN.emergency}`);
  await office.database.read.$executeRawUnsafe('ALTER TABLE leave_away RENAME TO "leave"');
  const reference = /编号 (\w{8})/.exec(told)?.[1];
  expect(reference).toBeDefined();
  await department.travel('08:30');

  const lines = department.log.map(line => JSON.stringify(line));
  const metrics = await (await fetch(`${department.application.healthUrl}/metrics`)).text();
  expect(lines.filter(line => line.includes(`"reference":"${reference}"`))).toHaveLength(1);
  for (const event of ['duty.ran', 'outbox.sent', 'outbox.retry', 'door.answered', 'door.fault'])
    expect(
      lines.some(line => line.includes(`"event":"${event}"`)),
      event,
    ).toBe(true);
  expect(metrics).toContain('tiaoli_deliveries_total{outcome="fault"} 1');

  const { botToken = '', appToken = '', signingSecret = '' } = department.application.workspace ?? {};
  const secrets = { botToken, appToken, signingSecret };
  for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThan(10);
  const names = DEPARTMENT.people.map(({ real_name }) => real_name.split(' · ')[0] ?? '');
  const hidden = [...Object.values(WRITTEN), ...Object.values(secrets), ...names, '病假', 'xoxb-'];
  for (const word of hidden) {
    expect(
      lines.filter(line => line.includes(word)),
      word,
    ).toEqual([]);
    expect(metrics.includes(word), word).toBe(false);
  }
  expect(lines.length).toBeGreaterThan(30);
  const found = hidden.filter(word => lines.some(line => line.includes(word))).length;
  keepFigures(8, 'test/scenario/secrets.test.ts', {
    'log lines searched': lines.length,
    'secrets, names and reasons looked for': hidden.length,
    'of them found': found,
  });
});
