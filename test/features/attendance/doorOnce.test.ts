import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';

describe.each(['socket', 'http'] as const)('over %s', transport => {
  let department: Department;
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T07:40', transport });
    await department.travel('07:55');
  });
  afterAll(() => department.close());

  async function kept(memberId: string) {
    const { read } = department.application.office.database;
    const punches = await read.punch.findMany({ where: { memberId, date: '2026-12-01' }, orderBy: { at: 'asc' } });
    const records = await read.record.count({ where: { actor: memberId, deed: 'attendance.punched' } });
    return { slots: punches.map(({ slot }) => slot), records };
  }

  it('a command delivered twice is one punch', async () => {
    await department.call('/human/fault', { kind: 'redeliver', count: 1 });
    const answer = await department.as('presales1').command('/checkin');
    expect(answer.split('\n')[0]).toBe('已记录：上午上班 07:55，准时。同时已签到：早会，准时。');
    expect(await kept('UPRESALES1')).toEqual({ slots: ['morning-in'], records: 1 });
  });

  it('a press delivered twice is one punch', async () => {
    await department.call('/human/fault', { kind: 'redeliver', count: 1 });
    await department.as('presales2').press('attendance.punch', { channel: 'department' });
    const answers = (await department.as('presales2').messages('department')).filter(({ ephemeral }) => ephemeral);
    expect(answers.map(({ text }) => text.split('\n')[0])).toEqual([
      '已记录：上午上班 07:55，准时。同时已签到：早会，准时。',
    ]);
    expect(await kept('UPRESALES2')).toEqual({ slots: ['morning-in'], records: 1 });
  });
});
