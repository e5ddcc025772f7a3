import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../../src/features/meeting/report/workflow.ts';
import { signIn } from '../../../src/features/meeting/signIn.ts';
import { openMeetings, signInsOf } from '../../../src/features/meeting/store.ts';
import { missedMeetings } from '../../../src/features/meeting/workflow.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import type { Member } from '../../../src/member/rules.ts';
import { allMembers } from '../../../src/member/store.ts';
import { cameBefore } from '../../support/cameBefore.ts';
import { hireCrowd } from '../../support/crowd.ts';
import { type Department, openDepartment, shanghai } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
let members: Map<string, Member>;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:52', beside: true });
  await cameBefore(department.application.office);
  const { office } = department.application;
  await hireCrowd(office, 300, shanghai('2026-12-01T07:00'));
  members = await allMembers(office.database.read);
});
afterAll(() => department.close());

async function cards(): Promise<string[]> {
  const messages = await department.as('manager').messages('department');
  return messages.map(shown).filter(text => !text.includes('打卡'));
}

describe('300 people in a sheet', () => {
  it('sign once each, at once and twice, for a handful of updates', async () => {
    await department.travel('08:00');
    const { office } = department.application;
    const [{ id } = { id: 0 }] = await openMeetings(office.database.read, office.clock.now());
    const staff = [...members.values()].filter(member => member.id.startsWith('U0STAFF'));
    const results = await Promise.all([...staff, ...staff.slice(0, 20)].map(member => signIn(office, member, id)));
    expect(results.filter(result => !isRefusal(result))).toHaveLength(300);
    expect(new Set(results.flatMap(result => (isRefusal(result) ? [result.code] : [])))).toEqual(
      new Set(['meeting.alreadySignedIn']),
    );
    await department.application.settled();
    expect(await office.database.read.signIn.count({ where: { meetingId: id } })).toBe(300);
    expect(await office.database.read.outbox.count({ where: { card: `meeting:${id}`, act: 'update' } })).toBeLessThan(
      30,
    );
    const card = (await cards()).at(-1) ?? '';
    expect(new Set(card.match(/\d+ 很长的名字/gu)).size).toBe(300);
    expect(card).not.toContain('<@');
    expect(card).toContain('已签到 *300* 人，还差 *13* 人');
  });

  it('and their reports fit Block Kit, nobody lost', async () => {
    const { office } = department.application;
    for (const member of [...members.values()].slice(0, 120)) {
      const text = `${'今天要做的事 & <很多> '.repeat(20)}`;
      await report(office, member, null, { yesterday: text, today: text, blockers: member.id });
    }
    await department.travel('08:10');
    const messages = await cards();
    const reports = messages.filter(text => text.includes('早会汇报 · '));
    const reporters = [...members.keys()].slice(0, 120).filter(id => id !== 'UPRESIDENT');
    expect(reports.length).toBeGreaterThan(3);
    expect(reporters.filter(id => !reports.some(text => text.includes(`*困难* ${id}`)))).toEqual([]);
    const sheet = messages.find(text => text.includes('早会签到 · ')) ?? '';
    expect(sheet).toContain('应到 *313* 人：准时 *300*，迟到 *0*，请假或出差 *0*，缺席 *13*');
    expect(department.log.filter(({ event }) => event === 'message.invalid')).toEqual([]);
  });

  it('who was missed, and what a member attended, can be asked for', async () => {
    const { read } = department.application.office.database;
    const [missed] = await missedMeetings(read, '2026-12-01');
    expect([missed?.late.length, missed?.absent.length]).toEqual([0, 13]);
    expect(missed?.absent[0]).toBe('部门经理 · Manager');
    expect(await signInsOf(read, 'U0STAFF0007', '2026-12-01', '2026-12-31')).toMatchObject([
      { meeting: { kind: 'morning', date: '2026-12-01' }, status: 'present', at: shanghai('2026-12-01T08:00') },
    ]);
    expect(await signInsOf(read, 'U0STAFF0007', '2026-11-01', '2026-11-30')).toEqual([]);
  });
});
