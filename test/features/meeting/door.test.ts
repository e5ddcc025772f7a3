import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cameBefore } from '../../support/cameBefore.ts';
import { type Department, openDepartment } from '../../support/department.ts';
import { grantLeave, halfOf } from '../../support/leave.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:45' }); // a Tuesday
  await cameBefore(department.application.office);
  const { office } = department.application;
  await grantLeave(office, 'USUPERVISOR', halfOf('2026-12-01', 'am'));
  await grantLeave(office, 'UKEEPER1', halfOf('2026-12-01', 'pm'));
});
afterAll(() => department.close());

/** What everybody sees in a channel: the bot's messages, without what it said to one person alone. */
async function posted(channel: string, reader = 'manager'): Promise<string[]> {
  const messages = await department.as(reader).messages(channel);
  return messages.filter(({ ephemeral }) => !ephemeral).map(shown);
}

/** The last thing somebody was told in the channel alone. */
async function told(user: string): Promise<string> {
  const messages = await department.as(user).messages('department');
  return messages.findLast(({ ephemeral }) => ephemeral)?.text ?? '';
}

const SHEET = '早会签到 · 2026-12-01(周二) 08:00';
const RULE = '08:00 前（含 08:00）签到算准时，之后算迟到；08:10 截止。';
const PREPARE = ':bell: 请想好：昨天做了什么，今天计划做什么，有什么困难（2.2）。';

describe('before the reminder', () => {
  it('nothing is said', async () => {
    await department.travel('07:49');
    expect(await posted('department')).toEqual([]);
  });

  it('there is nothing to sign yet', async () => {
    expect(await department.as('presales1').command('/meeting signin')).toBe(
      '现在没有正在签到的会。下一个是 2026-12-01 08:00 的早会，签到表发出后再签到。',
    );
    expect(await department.as('presales1').command('/meeting sheet')).toBe(
      '没有会议的签到表。签到表在开会前不久才有。',
    );
  });
});

describe('the sign-in sheet', () => {
  it('is posted ten minutes before, as the reminder, and is the same message at the hour', async () => {
    await department.travel('07:50');
    const open = `${RULE}\n已签到 *0* 人，还差 *12* 人 · 已汇报 *0* 人\n还没有人签到。\n*请假或出差* (1)\n主管\n[签到] [写汇报]`;
    expect(await posted('department')).toEqual([`${SHEET}\n${PREPARE}\n${open}`]);
    await department.travel('08:00');
    expect(await posted('department')).toEqual([`${SHEET}\n${open}`]);
  });

  it('takes a sign-in once', async () => {
    const staff = department.as('presales1');
    await staff.press('meeting.signIn', { channel: 'department' });
    expect(await told('presales1')).toBe(':white_check_mark: 已签到：早会，08:00，准时。同时已打卡：上午上班，准时。');
    await staff.press('meeting.signIn', { channel: 'department' });
    expect(await told('presales1')).toBe('你在 08:00 已经签过早会的到（准时），不用再签。');
  });

  it('does not take the president', async () => {
    await department.as('president').press('meeting.signIn', { channel: 'department' });
    const sentence = '总裁不在部门的签到表上，不用签到和汇报。输入 `/meeting 签到表` 可以查看签到表。';
    expect(await told('president')).toBe(sentence);
    expect(await department.as('president').command('/meeting report a | b')).toBe(sentence);
  });

  it('collects reports, which sign their writer in and can be opened again and changed', async () => {
    const staff = department.as('presales2');
    await staff.press('meeting.report', { channel: 'department' });
    expect(shown(await staff.view())).toBe(
      '昨天做了什么\n今天计划做什么\n有什么困难\n08:10 截止前可以再打开修改；截止后发到部门频道，全部门看得到。',
    );
    const first = { 'meeting.yesterday': '发货', 'meeting.today': '盘点', 'meeting.blockers': null };
    expect((await staff.submit({ ...first, 'meeting.today': ' ' })).errors).toEqual({
      'meeting.today': '“今天”还没有写。昨天和今天都要写，例如 /meeting 汇报 发货 120 单 | 盘点三号货架 | 无。',
    });
    await staff.submit(first);
    expect(shown(await staff.view())).toBe(
      ':white_check_mark: 汇报已保存，08:10 截止前可以再改。\n:white_check_mark: 已签到：早会，08:00，准时。同时已打卡：上午上班，准时。',
    );
    await staff.close();
    await staff.press('meeting.report', { channel: 'department' });
    const values = (await staff.view())?.blocks as unknown as { element?: { initial_value?: string } }[];
    expect(values.map(({ element }) => element?.initial_value)).toEqual(['发货', '盘点', undefined, undefined]);
    await staff.submit({
      'meeting.yesterday': '发货 *120* 单\n> 含 <@UPRESALES1> 的',
      'meeting.today': '盘点 <!channel>',
      'meeting.blockers': '缺 `标签`',
    });
    expect(shown(await staff.view())).toBe(':white_check_mark: 汇报已保存，08:10 截止前可以再改。');
    await staff.close();
  });

  it('enters as late whoever signs after the first minute, and answers each in their language', async () => {
    await department.travel('08:01');
    const staff = department.as('presales2');
    await staff.locale('en-US');
    expect(await staff.command('/meeting signin')).toBe(
      'You signed in at the morning meeting at 08:00 already (on time); once is enough.',
    );
    expect(await department.as('assistant').command('/meeting report 排班 | 面试 | 无')).toBe(
      ':white_check_mark: 汇报已保存，08:10 截止前可以再改。\n:white_check_mark: 已签到：早会，08:01，记为迟到。同时已打卡：上午上班，迟到 1 分钟。',
    );
    expect(await posted('department')).toEqual([
      `${SHEET}\n${RULE}\n已签到 *3* 人，还差 *9* 人 · 已汇报 *2* 人\n*准时* (2)\n售前客服一、售前客服二\n*迟到* (1)\n经理助理\n*请假或出差* (1)\n主管\n[签到] [写汇报]`,
    ]);
  });

  it('stands in the plan, with its buttons', async () => {
    const week = [
      '2026-12-02(周三)\n08:00 早会 · 未开始',
      '2026-12-03(周四)\n08:00 早会 · 未开始',
      '2026-12-04(周五)\n08:00 早会 · 未开始',
      '2026-12-06(周日)\n15:00 周总结会 · 未开始',
      '2026-12-07(周一)\n08:00 周例会 · 未开始',
      '2026-12-08(周二)\n08:00 早会 · 未开始',
    ].join('\n');
    const monthly = '2026 年 12 月的月例会还没有定时间，最晚 2026-12-10(周四) 召开（2.4）。';
    const plan = (mine: string) =>
      `会议安排\n2026-12-01(周二)\n08:00 早会 · 签到中，08:10 截止${mine}\n${week}\n${monthly}`;
    expect(await department.as('presales1').command('/meeting')).toBe(plan(' · 我：准时'));
    expect(await department.as('presales3').command('/meeting')).toBe(plan(' · 我：未签到'));
    expect(await department.as('president').command('/meeting')).toBe(plan(''));
    const buttons = async (user: string) =>
      shown((await department.as(user).messages('department')).findLast(({ text }) => text.startsWith('会议安排')))
        .split('\n')
        .filter(line => line.startsWith('['));
    expect(await buttons('presales1')).toEqual(['[写汇报]']);
    expect(await buttons('presales3')).toEqual(['[签到] [写汇报]']);
    expect(await buttons('president')).toEqual([]);
    await department.as('manager').command('/meeting');
    expect(await buttons('manager')).toEqual(['[签到] [写汇报]', '[确定日期和时间]']);
  });
});

describe('after the grace', () => {
  it('the sheet closes without its buttons and is the digest; the reports follow, and nobody is named twice', async () => {
    await department.travel('08:09');
    const staff = department.as('presales4');
    await staff.locale('en-US');
    expect(await staff.command('/meeting signin')).toBe(
      ':white_check_mark: Signed in: Morning meeting, 08:09, entered as late. Punched as well: Morning in, late by 9 minutes.',
    );
    expect(await staff.command('/meeting signin')).toBe(
      'You signed in at the morning meeting at 08:09 already (late); once is enough.',
    );
    await department.travel('08:10');
    const numbers = '应到 *13* 人：准时 *2*，迟到 *2*，请假或出差 *1*，缺席 *8*';
    const absent = '*缺席* (8)\n部门经理、副经理、售前客服三、售后客服、物流客服、库房管理员、运营专员、兼职文书';
    const reports = [
      ':bust_in_silhouette: *经理助理* · 迟到\n*昨天* 排班\n*今天* 面试\n*困难* 无',
      ':bust_in_silhouette: *售前客服二* · 售前客服\n*昨天* 发货 ＊120＊ 单\n＞ 含 &lt;@UPRESALES1&gt; 的\n*今天* 盘点 &lt;!channel&gt;\n*困难* 缺 ｀标签｀',
    ];
    expect(await posted('department')).toEqual([
      `${SHEET}\n${numbers}\n*准时，没有写汇报* (1)\n售前客服一\n*迟到* (1)\n售前客服四\n*请假或出差* (1)\n主管\n${absent}\n签到已于 08:10 截止 · 写了汇报的 2 人见下面的汇报`,
      `早会汇报 · 2026-12-01(周二)\n${reports.join('\n')}`,
    ]);
  });

  it('the leaders are not told at once: it stands in their summary of the morning', async () => {
    expect(await posted('leaders')).toEqual([]);
  });

  it('a stale button, a line and a form get the state as a sentence', async () => {
    const closed = '2026-12-01 的早会已于 08:10 截止，你的签到记录是“缺席”。截止后签到表不能改，不符的请跟领导说明。';
    await department.as('presales3').press('meeting.signIn', { channel: 'department' });
    expect(await told('presales3')).toBe(closed);
    expect(await department.as('presales3').command('/meeting signin')).toBe(closed);
    await department.as('presales3').press('meeting.report', { channel: 'department' });
    expect(await told('presales3')).toBe(closed);
    expect(await department.as('presales2').command('/meeting signin')).toBe(
      'You signed in at the morning meeting at 08:00 already (on time); once is enough.',
    );
  });

  it('leaders read the whole sheet, the others their own line', async () => {
    await department.as('president').command('/meeting sheet 今天 早会');
    const sheet = (await department.as('president').messages('department')).findLast(({ ephemeral }) => ephemeral);
    expect(shown(sheet)).toBe(
      `${SHEET}\n应到 *13* 人：准时 *2*，迟到 *2*，请假或出差 *1*，缺席 *8*\n*准时* (2)\n售前客服一 08:00、售前客服二 08:00\n*迟到* (2)\n经理助理 08:01、售前客服四 08:09\n*请假或出差* (1)\n主管\n*缺席* (8)\n部门经理、副经理、售前客服三、售后客服、物流客服、库房管理员、运营专员、兼职文书`,
    );
    expect(await department.as('presales1').command('/meeting sheet')).toBe(`${SHEET}\n你：准时（08:00）`);
    expect(await department.as('keeper1').command('/meeting sheet')).toBe(`${SHEET}\n你：缺席`);
    expect(await department.as('presales2').command('/meeting sheet 2026-12-01')).toBe(
      'Morning meeting: sign-in · 2026-12-01 (Tue) 08:00\nYou: on time (08:00)',
    );
    expect(await department.as('presales2').command('/meeting sheet 2026-11-30 weekly')).toBe(
      'There is no sheet of a weekly meeting on 2026-11-30. A sheet is posted shortly before its meeting, for example `/meeting sheet 2026-12-01 morning`.',
    );
  });
});

describe('a line that is not understood', () => {
  it.each([
    [
      'move 12-02',
      '没有看懂“move 12-02”。可以写 `/meeting`、`/meeting 签到`、`/meeting 汇报`、`/meeting 签到表 2026-12-01 早会`。',
    ],
    [
      'report 发货',
      '一行写汇报要用 | 分开昨天、今天和困难，例如 `/meeting 汇报 发货 120 单 | 盘点三号货架 | 无`；不带内容会打开表单。',
    ],
    [
      'sheet 2026-02-30',
      '没有看懂“2026-02-30”。可以写日期，以及早会、周例会、周总结会或月例会，例如 `/meeting 签到表 2026-12-01 早会`。会议安排看 `/meeting`。',
    ],
    ['monthly 2026-12-08', '还没有写时间。请写日期和 24 小时制的时间。'],
  ])('/meeting %s', async (line, sentence) => {
    expect(await department.as('presales1').command(`/meeting ${line}`)).toBe(sentence);
  });
});

it('nothing went wrong on the way', () => {
  expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
