/** The token is revoked while the bot runs: nothing is lost, whoever watches sees it, and it is told once it is over. */
import { afterEach, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
afterEach(() => department.close());

async function ready(): Promise<unknown> {
  department.application.office.wake();
  const response = await fetch(`${department.application.healthUrl}/readyz`);
  const { slack } = (await response.json()) as { slack: unknown };
  return [response.status, slack];
}

it.each([
  [
    'http',
    'zh-CN',
    'token_revoked',
    '我的消息又能发出去了',
    '消息一条没丢，积压的现在补发。',
    '这段时间里点了或输入了却没有回音的，请再做一次。',
  ],
  [
    'http',
    'en',
    'invalid_auth',
    'My messages go out again',
    'No message was lost; those that waited go out now.',
    'Whoever clicked or typed something meanwhile and got no answer, please do it again.',
  ],
  [
    'socket',
    'en',
    'account_inactive',
    'My messages go out again',
    'No message was lost; those that waited go out now.',
    'Whoever clicked or typed something meanwhile and got no answer, please do it again.',
  ],
] as const)('over %s, told in %s (%s)', async (transport, locale, error, title, lost, hint) => {
  department = await openDepartment({
    at: '2026-12-01T07:49',
    transport,
    environment: { METRICS_PORT: '0', DEPARTMENT_LOCALE: locale },
    pace: { lookMs: 20 },
  });
  for (const method of ['chat.postMessage', 'chat.update', 'auth.test'])
    await department.call('/human/fault', { kind: 'error', error, method, seconds: 3_600 });
  await department.travel('07:52');
  await expect.poll(ready).toEqual([503, { ok: false, refused: error }]);
  await department.travel('08:11');
  const { outbox } = department.application.office.database.read;
  expect(await outbox.count({ where: { state: { in: ['sent', 'dead'] } } })).toBe(0);
  expect(await department.as('manager').messages('department')).toEqual([]);
  const waiting = await outbox.count({ where: { recipient: '#department' } });
  await department.call('/human/fault/cancel', {});
  await expect.poll(ready).toEqual([200, { ok: true, refused: null }]);
  await expect.poll(() => outbox.count({ where: { state: { in: ['pending', 'sending', 'dead'] } } })).toBe(0);
  expect((await department.as('manager').messages('department')).length).toBeLessThanOrEqual(waiting);
  const told = (await department.as('manager').messages('leaders')).map(shown).filter(text => text.includes(error));
  expect(told.length).toBe(1);
  for (const part of [title, lost, hint]) expect(told[0]).toContain(part);
  expect(department.log.filter(({ level }) => level === 'error').map(({ event }) => event)).toEqual(['slack.refused']);
});
