import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { punch } from '../../../src/features/attendance/workflow.ts';
import { memberOf } from '../../../src/member/store.ts';
import { type Department, openDepartment } from '../../support/department.ts';
import { grantLeave } from '../../support/leave.ts';

// Buttons that are about a day, pressed on another one. The department lives from Monday 28 December 2026 on.
let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-28T07:40', beside: true });
  const { read } = department.application.office.database;
  // It is asked about a meeting it owed: it lived before.
  await read.post.updateMany({ data: { since: new Date('2026-12-01T08:00:00+08:00') } });
  await as('presales2').locale('en-US');
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

/** The last message that person sees in the channel whose text holds these words. */
async function stamp(user: string, channel: string, words: string): Promise<string> {
  const found = (await as(user).messages(channel)).findLast(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`${user} sees no “${words}” in ${channel}`);
  return found.ts;
}

async function punchesOf(memberId: string): Promise<string[]> {
  const { read } = department.application.office.database;
  const rows = await read.punch.findMany({ where: { memberId }, orderBy: { at: 'asc' } });
  return rows.map(({ date, slot }) => `${date} ${slot}`);
}

async function pressed(user: string, ts: string, action = 'attendance.punch', channel = 'department') {
  await as(user).press(action, { channel, ts });
  return as(user).last(channel);
}

describe("yesterday's button to punch", () => {
  let cards: { morning: string; afternoon: string; missed: string; answer: string; answerInEnglish: string };

  it('is taken on its day', async () => {
    await department.travel('07:50');
    const morning = await stamp('presales1', 'department', '上午打卡 ·');
    await pressed('presales1', morning);
    await as('presales2').command('/checkin');
    expect(await punchesOf('UPRESALES1')).toEqual(['2026-12-28 morning-in']);
    await department.travel('18:40');
    cards = {
      morning,
      afternoon: await stamp('presales1', 'department', '下午打卡 ·'),
      missed: await stamp('presales1', 'tiaoli', '下午下班'),
      answer: await stamp('presales1', 'department', '我的打卡 · 2026-12-28'),
      answerInEnglish: await stamp('presales2', 'department', 'My punches · 2026-12-28'),
    };
  });

  it('still belongs to that evening shortly after midnight', async () => {
    await department.travel('2026-12-29T00:20');
    const { text } = await pressed('presales1', cards.afternoon);
    expect(text.split('\n')[0]).toContain('已记录：下午下班 00:20，准时。');
    expect(await punchesOf('UPRESALES1')).toEqual(['2026-12-28 morning-in', '2026-12-28 evening-out']);
  });

  it('records nothing the next day, says of which day it is, and offers that of today', async () => {
    await department.travel('07:50');
    const day = [
      '我的打卡 · 2026-12-29(周二)',
      ':white_circle: *上午上班* 08:00 前 — 待打卡',
      ':white_circle: *上午下班* 12:00 后 — 待打卡',
      ':white_circle: *下午上班* 13:30 前 — 待打卡',
      ':white_circle: *下午下班* 17:30 后 — 待打卡',
      '下一次：上午上班，08:00 前。',
    ];
    const old = '这是 2026-12-28(周一) 的打卡按钮，没有记录。今天请按下面的按钮。';
    for (const [ts, channel] of [
      [cards.morning, 'department'],
      [cards.afternoon, 'department'],
      [cards.missed, 'tiaoli'],
      [cards.answer, 'department'],
    ] as const) {
      expect((await pressed('presales1', ts, 'attendance.punch', channel)).text).toBe([old, ...day].join('\n'));
    }
    const english = (await pressed('presales2', cards.answerInEnglish)).text;
    expect(english.split('\n').slice(0, 2)).toEqual([
      'This button is of 2026-12-28 (Mon), so nothing was recorded. For today please press the one below.',
      'My punches · 2026-12-29 (Tue)',
    ]);
    expect(await punchesOf('UPRESALES1')).toHaveLength(2);
  });

  it('takes a button that names no day, as those posted before buttons did, for an old one', async () => {
    const { office } = department.application;
    const me = await memberOf(office.database.read, 'UPRESALES1');
    const answer = me && (await punch(office, me, { of: null }));
    expect(answer).toMatchObject({ outcome: 'other-day', of: null, day: { date: '2026-12-29' } });
    expect(await punchesOf('UPRESALES1')).toHaveLength(2);
  });

  it('gives a button that works today', async () => {
    await as('presales1').press('attendance.punch', { channel: 'department', value: '2026-12-29' });
    expect((await as('presales1').last('department')).text.split('\n')[0]).toBe(
      '已记录：上午上班 07:50，准时。同时已签到：早会，准时。',
    );
    expect(await punchesOf('UPRESALES1')).toHaveLength(3);
  });
});

describe("yesterday's button of a meeting", () => {
  let plan: string;
  let planInEnglish: string;

  it('says of which meeting it is, and offers the one that is open', async () => {
    await department.travel('2026-12-30T08:05');
    await as('presales1').command('/meeting');
    await as('presales2').command('/meeting');
    plan = await stamp('presales1', 'department', '会议安排');
    planInEnglish = await stamp('presales2', 'department', 'Meetings');
    await department.travel('2026-12-31T08:00');
    const closed = await pressed('presales1', plan, 'meeting.signIn');
    expect(closed.text).toBe(
      '2026-12-30 的早会已于 08:10 截止，你的签到记录是“缺席”。\n现在签到的是 2026-12-31(周四) 的早会。',
    );
    const english = await pressed('presales2', planInEnglish, 'meeting.report');
    expect(english.text).toBe(
      'The sheet of the morning meeting on 2026-12-30 closed at 08:10; you are on it as absent.\nOpen now: the morning meeting on 2026-12-31 (Thu).',
    );
  });

  it('gives buttons that work today', async () => {
    const ts = (await as('presales1').last('department')).ts;
    expect((await pressed('presales1', ts, 'meeting.signIn')).text).toBe(
      ':white_check_mark: 已签到：早会，08:00，准时。同时已打卡：上午上班，准时。',
    );
    await as('presales2').press('meeting.report', {
      channel: 'department',
      ts: (await as('presales2').last('department')).ts,
    });
    expect((await as('presales2').view())?.callback_id).toBe('meeting.reportForm');
  });

  it('only says so while none is open', async () => {
    await department.travel('10:00');
    expect((await pressed('presales1', plan, 'meeting.signIn')).text).toContain('2026-12-30 的早会已于 08:10 截止');
    expect((await as('presales1').last('department')).text).not.toContain('现在签到的是');
  });
});

describe('other cards about a day', () => {
  it('says on a day off that nothing is to be punched', async () => {
    const last = await stamp('presales1', 'department', '上午打卡 · 2026-12-31');
    await department.travel('2027-01-01T10:00');
    expect((await pressed('presales1', last)).text).toBe(
      '2027-01-01 不是工作日（元旦），不用打卡，也没有记录。下次打卡：2027-01-04 08:00 前。（当年放假安排尚未公布，按暂定日历计算）',
    );
  });

  it("the question about last month's meeting names this month's state", async () => {
    const ask = await stamp('manager', 'tiaoli', '2026 年 12 月');
    await department.travel('2027-01-04T10:00');
    expect((await pressed('manager', ask, 'meeting.setMonthly', 'tiaoli')).text).toBe(
      '2026 年 12 月已经过去，不能再定那个月的月例会。现在的情况请输入 `/meeting` 查看。',
    );
  });

  it('the papers of a leave belong to that leave, whenever they come', async () => {
    const { office } = department.application;
    const span = { from: '2027-01-04', fromHalf: 'am', to: '2027-01-04', toHalf: 'pm' } as const;
    await grantLeave(office, 'ULOGISTICS1', span);
    const leave = await office.database.read.leave.findFirstOrThrow({ where: { memberId: 'ULOGISTICS1' } });
    await office.database.read.leave.update({
      where: { id: leave.id },
      data: { kind: 'sick', emergency: true, papers: 'due', papersDueOn: '2027-01-05' },
    });
    await department.travel('2027-01-05T09:01');
    const ask = await stamp('logistics1', 'tiaoli', '补交请假手续');
    await department.travel('2027-01-06T09:30');
    expect((await pressed('logistics1', ask, 'leave.papersIn', 'tiaoli')).text).toContain('已记录手续补交');
  });
});
