import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixedClock } from '../../../src/clock.ts';
import { askForMonthly } from '../../../src/features/meeting/monthly/workflow.ts';
import { signIn } from '../../../src/features/meeting/signIn.ts';
import type { Member } from '../../../src/member/rules.ts';
import { allMembers } from '../../../src/member/store.ts';
import { cameBefore } from '../../support/cameBefore.ts';
import { type Department, openDepartment, shanghai } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
let members: Map<string, Member>;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T18:00' });
  await cameBefore(department.application.office);
  members = await allMembers(department.application.office.database.read);
});
afterAll(() => department.close());

const memberOf = (id: string) => members.get(id) as Member;

/** Time passes while nobody serves: nothing that falls due on the way runs at its time. */
async function sleepUntil(to: string): Promise<void> {
  await (department.application.office.clock as FixedClock).set(shanghai(to));
  await department.travel(to);
}

async function cards(): Promise<string[]> {
  const messages = await department.as('manager').messages('department');
  return messages.map(shown).filter(text => !text.includes('打卡'));
}

async function occurrence(duty: string): Promise<string[]> {
  const { read } = department.application.office.database;
  return (await read.occurrence.findMany({ where: { duty }, orderBy: { dueAt: 'asc' } })).map(({ state }) => state);
}

describe('after an outage', () => {
  it('a sheet is opened late, stays open as long as ever, and nobody is late on it', async () => {
    await sleepUntil('2026-12-02T08:20');
    expect((await cards()).at(-1)).toBe(
      '（补发）早会签到 · 2026-12-02(周三) 08:00\n签到表发晚了，08:30 截止前签到都算准时。\n已签到 *0* 人，还差 *13* 人 · 已汇报 *0* 人\n还没有人签到。\n[签到] [写汇报]',
    );
    expect((await occurrence('meeting.reminder.morning')).at(-1)).toBe('skipped');
    expect((await occurrence('meeting.open.morning')).at(-1)).toBe('late');
    await department.travel('08:29');
    expect(await signIn(department.application.office, memberOf('UPRESALES1'), null)).toMatchObject({
      status: 'present',
    });
    await department.travel('08:30');
    expect(await signIn(department.application.office, memberOf('UPRESALES2'), null)).toEqual({
      code: 'meeting.closed',
      params: { kind: 'morning', date: '2026-12-02', at: '08:30', status: 'absent', open: null },
    });
  });

  it('a sheet that would come too late is left out and recorded as skipped', async () => {
    await sleepUntil('2026-12-03T08:31');
    expect((await occurrence('meeting.open.morning')).at(-1)).toBe('skipped');
    expect((await cards()).filter(text => text.includes('2026-12-03(周四)'))).toEqual([]);
    expect(await department.as('presales1').command('/meeting')).toContain('08:00 早会 · 没有发出签到表\n');
  });

  it('a sheet whose close was missed takes nobody any more, and shows its result late', async () => {
    await department.travel('2026-12-04T08:05');
    const { office } = department.application;
    await (office.clock as FixedClock).set(shanghai('2026-12-04T15:00'));
    expect(await signIn(office, memberOf('UPRESALES1'), null)).toMatchObject({ code: 'meeting.closed' });
    await department.travel('2026-12-04T15:00');
    const sheets = (await cards()).filter(text => text.includes('早会签到 · 2026-12-04(周五)'));
    expect(sheets).toEqual([expect.stringContaining('*缺席* (13)')]);
    expect(sheets[0]).toContain('签到已于 08:10 截止');
  });
});

it('leaders are asked for the monthly meeting once a day, and not once it is set', async () => {
  const { office } = department.application;
  const asks = () => office.database.read.outbox.count({ where: { notice: 'meeting.monthlyAsk', act: 'post' } });
  const before = await asks();
  await office.database.transaction(tx => askForMonthly(office, tx, '2026-12-07'));
  await office.database.transaction(tx => askForMonthly(office, tx, '2026-12-07'));
  expect(await asks()).toBe(before + 2);
  await department.as('manager').command('/meeting monthly 2026-12-08 14:00');
  await office.database.transaction(tx => askForMonthly(office, tx, '2026-12-08'));
  expect(await asks()).toBe(before + 2);
});
