import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userIdOf } from '../../../prisma/department.ts';
import { cameBefore } from '../../support/cameBefore.ts';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';

// One department lives through the tests in the order they stand in, from Tuesday 1 December 2026 on.
let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:50', environment: AT_ONCE });
  await cameBefore(department.application.office);
  await as('presales2').locale('en-US');
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

/** The record without its head, foot and the four punches of today. */
async function record(user: string): Promise<string[]> {
  const lines = (await as(user).command('/me')).split('\n');
  return lines
    .slice(2, -2)
    .filter(line => !/^:(white_circle|white_check_mark|warning|x|large_blue_circle):/.test(line));
}

async function homeText(user: string): Promise<string> {
  return JSON.stringify((await as(user).home()).blocks);
}

describe('at first', () => {
  it('there is only the day itself', async () => {
    expect(await as('presales1').command('/me')).toBe(
      [
        '我的记录 · 2026-12-01(周二)',
        '岗位：售前客服 · 上级：<@USUPERVISOR>',
        '今天的打卡',
        ':white_circle: 上午上班 08:00 前 — 待打卡',
        ':white_circle: 上午下班 12:00 后 — 待打卡',
        ':white_circle: 下午上班 13:30 前 — 待打卡',
        ':white_circle: 下午下班 17:30 后 — 待打卡',
        '请假 `/leave` · 出差 `/trip` · 打卡 `/checkin` · 会议 `/meeting` · 日历 `/calendar` · 全部命令 `/help`',
        '只有你自己看得到。',
      ].join('\n'),
    );
  });

  it('the president, who does not clock in, is told that there is nothing', async () => {
    expect(await as('president').command('/me')).toContain('还没有请假、打卡、会议或违规记录。');
    await as('president').locale('en-US');
    expect(await record('president')).toEqual(['No leave, punches, meetings or violations yet.']);
  });

  it('it is for oneself alone', async () => {
    const answer = (await as('presales1').messages('department')).filter(({ text }) => text.includes('我的记录'));
    expect(answer.map(({ ephemeral }) => ephemeral)).toEqual([true]);
    expect(JSON.stringify(await as('presales2').messages('department'))).not.toContain('我的记录');
  });
});

describe('what was asked for', () => {
  it('stands there with who may decide it', async () => {
    await as('presales1').command('/leave 2026-12-07 2026-12-08 annual 探亲');
    await as('presales2').command('/trip 2026-12-09 2026-12-10 fair');
    await as('presales2').does('/violation @presales3 1.4 chatting');
    expect(await record('presales1')).toEqual([
      '我提交的，等待审批',
      '• 请假申请 · 年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天 · 2026-12-01 07:50 提交 · 由 <@UASSISTANT>、<@UDEPUTY>、<@UMANAGER> 中任意一位决定',
      '请假和出差',
      '今年已批准的请假：0 天 · 待审批 1 件',
      '今天的打卡',
    ]);
    expect(await record('presales2')).toEqual([
      'Asked for, not decided yet',
      '• Business trip request · Business trip · 2026-12-09 (Wed) – 2026-12-10 (Thu) · 2 days · sent 2026-12-01 07:50 · any of <@UASSISTANT>, <@UDEPUTY>, <@UMANAGER> decides',
      '• Violation case · <@UPRESALES3> · No. 1 · 1.4 Working hours are for work · 2026-12-01 (Tue) · sent 2026-12-01 07:50 · any of <@UMANAGER>, <@USUPERVISOR> decides',
      'Leave and trips',
      'Leave approved this year: 0 days · 1 waiting for approval',
      'My punches today',
    ]);
  });

  it('waits for those who decide, whose Home tab says how much', async () => {
    expect((await record('manager'))[0]).toBe(':inbox_tray: 等你审批 3 件，输入 `/approvals` 处理。');
    expect(await homeText('supervisor')).toContain(':inbox_tray: *等你审批 1 件*');
    expect(await homeText('presales1')).not.toContain(':inbox_tray:');
  });

  it('and was approved is among what is coming', async () => {
    await as('deputy').press('approval.approve', { ts: await cardAbout('deputy', '<@UPRESALES1>') });
    expect(await record('presales1')).toEqual([
      '请假和出差',
      '今年已批准的请假：年假 2 天',
      '• `#1` 年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天',
      '今天的打卡',
    ]);
  });
});

describe('the month', () => {
  it('counts punches and meetings', async () => {
    await department.travel('08:01');
    await as('presales2').command('/checkin');
    await as('presales2').press('meeting.signIn', { channel: 'department' });
    await department.travel('08:20');
    const english = await record('presales2');
    expect(english.slice(english.indexOf('My punches today') + 1)).toEqual([
      'Punches this month',
      '1 late (1 minute in all)',
      'Meetings this month',
      '1 late',
    ]);
    const chinese = await record('presales1');
    expect(chinese.slice(chinese.indexOf('今天的打卡') + 1)).toEqual(['本月会议', '缺席 1 次']);
  });
});

describe('cases', () => {
  it('stand there once they were decided against the person, with state and amount', async () => {
    const open = await record('presales3');
    expect(open.join('\n')).not.toContain('1.4');
    await as('manager').does('/violation @presales3 1.8 迟到');
    await as('president').does('/violation @presales3 1.9 jd missed');
    const decided = await record('presales3');
    expect(decided.slice(decided.indexOf('违规'))).toEqual([
      '违规',
      '今年通报批评 1 次（满 3 次须提出调岗或开除，8.3）。',
      '• 第 3 号 · 1.9 客服按班表在线（京东） · 2026-12-01(周二) · 200元 · 成立，已生效',
      '• 第 2 号 · 1.8 开会与培训守时 · 2026-12-01(周二) · 50元 · 通报批评 1 次 · 成立，已生效',
      '看详情、说明或申诉请写编号，例如 `/violation 查看 3`。',
      '台账',
      '• 2026-12 · 罚款 250元 · 合计 -250元',
      '明细用 `/ledger` 查看。',
    ]);
  });

  it('never name who filed them, and nobody else reads them', async () => {
    const own = await as('presales3').command('/me');
    for (const filer of ['president', 'manager', 'presales2']) expect(own).not.toContain(`<@${userIdOf(filer)}>`);
    for (const user of ['presales1', 'supervisor']) expect(await as(user).command('/me')).not.toContain('第 3 号');
  });
});

describe('the Home tab', () => {
  it('shows the same, in the language of the person', async () => {
    expect(await homeText('presales1')).toContain('`#1` 年假');
    const english = await homeText('presales2');
    expect(english).toContain('My record · 2026-12-01 (Tue)');
    expect(english).toContain('*Meetings this month*\\n1 late');
  });

  it('tells somebody without a post whom to ask', async () => {
    await as('manager').does('/post @presales4 end presales');
    expect(await homeText('presales4')).toContain(
      '你还没有岗位，所以这里还是空的。请找 <@UDEPUTY>、<@UMANAGER>、<@UPRESIDENT>，用 `/post @presales4 售前客服`',
    );
    await as('presales4').locale('en-US');
    expect(await homeText('presales4')).toContain('You hold no post yet, so there is nothing here. Ask <@UDEPUTY>');
    expect(await as('presales4').command('/me')).toBe(
      'You hold no post yet, so this is not open to you. Ask the department manager or the deputy for one, for example `/post @presales4 presales`; it works at once.',
    );
  });
});

async function cardAbout(user: string, about: string): Promise<string> {
  const card = (await as(user).messages()).find(({ text }) => text.includes(about));
  if (card === undefined) throw new Error(`${user} has no card about ${about}`);
  return card.ts;
}
