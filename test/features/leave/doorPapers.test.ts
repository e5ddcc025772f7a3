import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment, type Person } from '../../support/department.ts';

let department: Department;
let ill: Person;
let other: Person;
let unlucky: Person;

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-04T07:30' }); // a Friday
  ill = department.as('presales1');
  other = department.as('presales2');
  unlucky = department.as('presales3');
  await other.locale('en-US');
});
afterAll(() => department.close());

/** The last message about papers. */
async function asked(person: Person) {
  return (await person.messages()).findLast(({ text }) => text.includes('手续') || text.includes('papers'));
}

describe('papers of an emergency leave (3.2.4)', () => {
  it('are announced when it is asked for, and whoever approves it confirms the emergency', async () => {
    expect(await ill.command('/leave today am sick emergency 发烧')).toBe(
      ':white_check_mark: 已提交第 1 号申请：病假 · 2026-12-04(周五) 上午 · 0.5 天。\n等待 <@UASSISTANT>、<@UDEPUTY>、<@UMANAGER> 中任意一位审批，结果会私信你。\n批准后，请在假后第一个工作日补交手续，我会提醒你。',
    );
    await other.command('/leave today am personal emergency flood');
    await unlucky.command('/leave today am sick emergency 发烧');
    const manager = department.as('manager');
    const [first, second] = await manager.messages();
    expect(JSON.stringify(first?.blocks)).toContain(':exclamation: 按紧急情况申请，批准即确认属于紧急情况（3.2.4）');
    await manager.press('approval.approve', { ts: first?.ts ?? '' });
    await manager.press('approval.approve', { ts: second?.ts ?? '' });
    expect(await ill.command('/leave list')).toContain('*已批准* · 待补手续');
  });

  it('are asked for at nine on the first working day after it ends', async () => {
    await department.travel('2026-12-07T08:59');
    expect(await asked(ill)).toBeUndefined();
    await department.travel('2026-12-07T09:00');
    const message = await asked(ill);
    expect(message?.text).toBe(
      '你的紧急请假（病假 · 2026-12-04(周五) 上午 · 0.5 天）已结束。请今天补交请假手续，然后按下面的按钮；今天下班前没有补交，将作为脱岗提出处理（3.2.4）。',
    );
    expect(message?.blocks?.map(({ type }) => type)).toEqual(['section', 'actions']);
    expect((await asked(other))?.text).toBe(
      'Your emergency leave (Personal leave · 2026-12-04 (Fri) morning · 0.5 days) is over. Please hand in the papers today and press the button. Without them the absence is proposed as a case when work ends (3.2.4).',
    );
    expect(await asked(unlucky)).toBeUndefined(); // nobody approved it
  });

  it('are handed in with the button, once', async () => {
    const ts = (await asked(ill))?.ts ?? '';
    await Promise.all([ill.press('leave.papersIn', { ts }), ill.press('leave.papersIn', { ts })]);
    const said = (await ill.messages()).filter(({ ephemeral }) => ephemeral === true).map(({ text }) => text);
    expect(said.sort()).toEqual(['已记录手续补交，谢谢。', '手续已经交过了，不用再交。']);
    const message = (await ill.messages()).find(each => each.ts === ts);
    expect(message?.text).toBe('你的紧急请假（病假 · 2026-12-04(周五) 上午 · 0.5 天）手续已交。');
    expect(message?.blocks?.map(({ type }) => type)).toEqual(['section']);
    expect(await ill.command('/leave list')).toContain('*已批准* · 手续已交');
  });

  it('are overdue at the end of that day, and the absence is proposed to those in charge', async () => {
    await department.travel('17:30');
    expect((await asked(other))?.text).toBe(
      'The papers for your emergency leave (Personal leave · 2026-12-04 (Fri) morning · 0.5 days) did not come in time, so the absence may count as absence from post (3.2.4). Please still hand them in and press the button.',
    );
    expect(await other.command('/leave list')).toContain('*approved* · papers overdue');
    const { read } = department.application.office.database;
    expect(await read.proposal.findMany({ where: { kind: 'papersOverdue' } })).toMatchObject([
      { memberId: 'UPRESALES2', date: '2026-12-04', article: '3.2.4', tier: 'plain', state: 'waiting', parts: '2' },
    ]);
    expect(await read.case.count()).toBe(0);
  });

  it('may still come late, and then nothing is proposed any more', async () => {
    await other.press('leave.papersIn');
    expect(await other.command('/leave list')).toContain('*approved* · papers handed in');
    const { read } = department.application.office.database;
    expect(await read.proposal.findMany({ where: { kind: 'papersOverdue' } })).toMatchObject([{ state: 'gone' }]);
  });

  it('are asked of nobody whose leave nobody decided while it lasted', async () => {
    expect(await unlucky.command('/leave list')).toContain('*已过期*');
    await department.travel('2026-12-08T09:00');
    expect(await asked(unlucky)).toBeUndefined();
  });
});
