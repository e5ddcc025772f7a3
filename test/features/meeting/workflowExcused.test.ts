/** Who is on leave or on a trip stands on the sign-in sheet from its opening, and is not waited for. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SignInStatus } from '../../../src/features/meeting/rules.ts';
import { sheetOf, signInsOf } from '../../../src/features/meeting/store.ts';
import { cameBefore } from '../../support/cameBefore.ts';
import { hireCrowd } from '../../support/crowd.ts';
import { type Department, openDepartment, shanghai } from '../../support/department.ts';
import { grantLeave, halfOf } from '../../support/leave.ts';
import { shown } from '../../support/shown.ts';

const REASON = '阑尾炎手术复查';
const NOBODY = '还没有人签到。';
const BUTTONS = '[签到] [写汇报]';
const DAY = '2026-12-01(周二)';
const HEAD = `早会签到 · ${DAY} 08:00\n08:00 前（含 08:00）签到算准时，之后算迟到；08:10 截止。`;

async function departmentAt(at: string): Promise<Department> {
  const department = await openDepartment({ at, beside: true });
  await cameBefore(department.application.office);
  onTestFinished(async () => {
    expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
    await department.close();
  });
  return department;
}

/** What the whole department sees in its channel of the meeting. */
async function posted(department: Department): Promise<string[]> {
  const messages = await department.as('manager').messages('department');
  return messages
    .filter(({ ephemeral }) => !ephemeral)
    .map(shown)
    .filter(text => !text.includes('打卡'));
}

/** The last thing somebody was told in the channel alone. */
async function told(department: Department, user: string): Promise<string | undefined> {
  const messages = await department.as(user).messages('department');
  return messages.findLast(({ ephemeral }) => ephemeral)?.text;
}

/** What is entered on the first sheet: who was excused, signed or absent. */
async function entered({ application }: Department, wanted: SignInStatus): Promise<string[]> {
  const sheet = await sheetOf(application.office.database.read, 1);
  return (sheet?.signIns ?? []).filter(({ status }) => status === wanted).map(({ memberId }) => memberId);
}

describe('at the opening', () => {
  it.each([
    {
      kind: 'morning',
      at: '2026-12-01T07:45',
      opens: '08:00',
      half: 'am',
      sheet: ['早会签到 · 2026-12-01(周二) 08:00', '08:00', '08:10', ' · 已汇报 *0* 人', BUTTONS],
    },
    {
      kind: 'weekly',
      at: '2026-12-07T07:45',
      opens: '08:00',
      half: 'am',
      sheet: ['周例会签到 · 2026-12-07(周一) 08:00', '08:00', '08:10', '', '[签到]'],
    },
    {
      kind: 'wrapup',
      at: '2026-12-06T14:45',
      opens: '15:00',
      half: 'pm',
      sheet: ['周总结会签到 · 2026-12-06(周日) 15:00', '15:00', '15:10', '', '[签到]'],
    },
    {
      kind: 'monthly',
      at: '2026-12-08T13:45',
      opens: '14:00',
      half: 'pm',
      sheet: ['月例会签到 · 2026-12-08(周二) 14:00', '14:00', '14:10', '', '[签到]'],
    },
  ] as const)('the $kind meeting names whoever is excused in its half of the day', async row => {
    const department = await departmentAt(row.at);
    const { office } = department.application;
    const date = row.at.slice(0, 10);
    await grantLeave(office, 'USUPERVISOR', halfOf(date, 'am'), REASON);
    await grantLeave(office, 'UKEEPER1', halfOf(date, 'pm'), REASON);
    await grantLeave(office, 'UPRESIDENT', halfOf(date, row.half), REASON);
    if (row.kind === 'monthly') await department.as('manager').command(`/meeting monthly ${date} ${row.opens}`);
    await department.travel(row.opens);
    const [title, onTime, until, reports, buttons] = row.sheet;
    const excused = row.half === 'am' ? '主管' : '库房管理员';
    expect((await posted(department)).at(-1)).toBe(
      [
        title,
        `${onTime} 前（含 ${onTime}）签到算准时，之后算迟到；${until} 截止。`,
        `已签到 *0* 人，还差 *12* 人${reports}`,
        NOBODY,
        `*请假或出差* (1)\n${excused}`,
        buttons,
      ].join('\n'),
    );
  });

  it('there is no such line when nobody is excused, and the sheet names nobody', async () => {
    const department = await departmentAt('2026-12-01T07:45');
    await grantLeave(department.application.office, 'USUPERVISOR', halfOf('2026-12-01', 'pm'), REASON);
    await grantLeave(department.application.office, 'UKEEPER1', halfOf('2026-12-02', 'am'), REASON);
    await department.travel('08:00');
    expect(await posted(department)).toEqual([
      `${HEAD}\n已签到 *0* 人，还差 *13* 人 · 已汇报 *0* 人\n${NOBODY}\n${BUTTONS}`,
    ]);
  });
});

it('whoever is given leave while it is open is shown when it is drawn next, never with the reason', async () => {
  const department = await departmentAt('2026-12-01T07:45');
  await grantLeave(department.application.office, 'USUPERVISOR', halfOf('2026-12-01', 'am'), REASON);
  for (const user of ['presales3', 'presales1'])
    await department.as(user).command(`/leave today sick emergency ${REASON}`);
  await department.travel('08:03');
  await department.as('manager').press('approval.approve');
  await department.as('presales2').press('meeting.signIn', { channel: 'department' });
  expect(await posted(department)).toEqual([
    `${HEAD}\n已签到 *1* 人，还差 *10* 人 · 已汇报 *0* 人\n*迟到* (1)\n售前客服二\n*请假或出差* (2)\n主管、售前客服一\n${BUTTONS}`,
  ]);
  expect(await entered(department, 'excused')).toEqual([]);

  // For this one nothing is drawn before the close.
  await department.as('manager').press('approval.approve');
  await department.travel('08:10');
  expect((await posted(department))[0]).toBe(
    [
      `早会签到 · ${DAY} 08:00`,
      '应到 *13* 人：准时 *0*，迟到 *1*，请假或出差 *3*，缺席 *9*',
      '*迟到* (1)\n售前客服二',
      '*请假或出差* (3)\n主管、售前客服三、售前客服一',
      '*缺席* (9)\n部门经理、副经理、经理助理、售前客服四、售后客服、物流客服、库房管理员、运营专员、兼职文书',
      '签到已于 08:10 截止',
    ].join('\n'),
  );
  expect(await entered(department, 'excused')).toEqual(['UPRESALES1', 'UPRESALES3', 'USUPERVISOR']);
  for (const channel of ['department', 'service', 'notices', 'leaders'])
    expect(JSON.stringify(await department.as('manager').messages(channel))).not.toContain(REASON);
});

it('somebody excused who signs all the same is there', async () => {
  const department = await departmentAt('2026-12-01T07:45');
  const { office } = department.application;
  await grantLeave(office, 'USUPERVISOR', halfOf('2026-12-01', 'am'), REASON);
  await grantLeave(office, 'UKEEPER1', halfOf('2026-12-01', 'am'), REASON);
  await department.travel('08:00');
  expect(await department.as('keeper1').command('/meeting sheet')).toBe(`早会签到 · ${DAY} 08:00\n你：请假或出差`);
  await department.as('supervisor').press('meeting.signIn', { channel: 'department' });
  expect(await told(department, 'supervisor')).toBe(':white_check_mark: 已签到：早会，08:00，准时。');
  expect(await posted(department)).toEqual([
    `${HEAD}\n已签到 *1* 人，还差 *11* 人 · 已汇报 *0* 人\n*准时* (1)\n主管\n*请假或出差* (1)\n库房管理员\n${BUTTONS}`,
  ]);
  await department.travel('08:01');
  await department.as('keeper1').press('meeting.signIn', { channel: 'department' });
  expect(await told(department, 'keeper1')).toBe(':white_check_mark: 已签到：早会，08:01，记为迟到。');
  expect(await posted(department)).toEqual([
    `${HEAD}\n已签到 *2* 人，还差 *11* 人 · 已汇报 *0* 人\n*准时* (1)\n主管\n*迟到* (1)\n库房管理员\n${BUTTONS}`,
  ]);
  await department.travel('08:10');
  expect(await entered(department, 'excused')).toEqual([]);
  expect(await entered(department, 'present')).toEqual(['USUPERVISOR']);
  expect(await signInsOf(office.database.read, 'UKEEPER1', '2026-12-01', '2026-12-31')).toMatchObject([
    { meeting: { kind: 'morning', date: '2026-12-01' }, status: 'late', at: shanghai('2026-12-01T08:01') },
  ]);
});

it('of 300 people 250 are excused: each is named, nobody is waited for who need not come', async () => {
  const department = await departmentAt('2026-12-01T07:52');
  const { office } = department.application;
  const crowd = await hireCrowd(office, 300, shanghai('2026-12-01T07:00'));
  for (const id of crowd.slice(0, 250)) await grantLeave(office, id, halfOf('2026-12-01', 'am'), REASON);
  await department.travel('08:00');
  const sheet = (await posted(department)).at(-1) ?? '';
  expect(sheet).toContain('已签到 *0* 人，还差 *63* 人 · 已汇报 *0* 人\n还没有人签到。\n*请假或出差* (250)\n');
  expect(new Set(sheet.match(/\d+ 很长的名字/gu)).size).toBe(250);
  expect(sheet).not.toContain('<@');
});
