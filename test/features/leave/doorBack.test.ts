import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';

// Leave that has begun, given back; and what lies in which year. The department lives from Tuesday 1 December 2026 on.
let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:45' });
  await as('presales2').locale('en-US');
  const asked = [
    ['presales1', '/leave 2026-12-02 2026-12-04 annual 探亲'], // 1
    ['presales2', '/leave tomorrow pm 2026-12-03 sick emergency fever'], // 2
    ['presales3', '/leave 2026-12-02 am sick'], // 3
    ['presales4', '/leave 2026-12-02 2026-12-03 annual 探亲'], // 4
    ['keeper1', '/leave 2026-12-02 annual 探亲'], // 5
    ['logistics1', '/leave 2026-12-30 2027-01-05 annual 探亲'], // 6
    ['logistics1', '/leave 2026-12-14 am sick'], // 7
  ] as const;
  for (const [user, line] of asked) {
    expect(await as(user).command(line)).toContain(':white_check_mark:');
    await as('deputy').press('approval.approve');
  }
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

async function kept(id: number) {
  const { read } = department.application.office.database;
  const row = await read.leave.findUniqueOrThrow({ where: { id } });
  return `${row.state} ${row.from} ${row.fromHalf} – ${row.to} ${row.toHalf}: ${row.halfDays} ${row.papersDueOn ?? '-'}`;
}

describe('what lies in which year, by kind', () => {
  it('is told to whoever decides about leave over new year', async () => {
    await as('logistics1').command('/leave 2027-01-06 sick'); // 8
    expect(JSON.stringify((await as('deputy').last()).blocks)).toContain('2027 年已批准的请假：年假 2 天');
    await as('logistics1').command('/leave 2026-12-15 am sick'); // 9
    expect(JSON.stringify((await as('deputy').last()).blocks)).toContain('今年已批准的请假：年假 2 天，病假 0.5 天');
    expect(await as('logistics1').command('/me')).toContain('今年已批准的请假：年假 2 天，病假 0.5 天');
  });

  it('is told for both years of a leave that lies in both', async () => {
    await as('aftersales1').command('/leave 2026-12-31 2027-01-04 annual 探亲'); // 10
    const card = JSON.stringify((await as('deputy').last()).blocks);
    expect(card).toContain('今年已批准的请假：0 天\\n2027 年已批准的请假：0 天');
  });

  it('counts a trip nowhere', async () => {
    await as('clerk1').command('/trip 2026-12-08 拜访客户'); // 11
    await as('deputy').press('approval.approve');
    expect(await as('clerk1').command('/me')).toContain('今年已批准的请假：0 天');
  });
});

describe('leave that has begun', () => {
  it('is cancelled whole until its first half begins', async () => {
    await department.travel('2026-12-02T07:59');
    expect(await as('keeper1').command('/leave cancel 5')).toBe(
      '已取消：年假 · 2026-12-02(周三) · 1 天。批准人已收到通知。',
    );
    expect(await kept(5)).toBe('cancelled 2026-12-02 am – 2026-12-02 pm: 2 -');
  });

  it('keeps a half that has begun as taken', async () => {
    await department.travel('08:00');
    expect(await as('presales3').command('/leave cancel 3')).toBe(
      '2026-12-02 上午 的最后半天已经开始，算已休，没有可以退回的了。',
    );
    expect(await kept(3)).toBe('approved 2026-12-02 am – 2026-12-02 am: 1 -');
  });

  it('is shortened to what was taken by when that was asked, however late it is decided', async () => {
    await department.travel('10:00');
    expect(await as('presales1').command('/leave cancel 1')).toBe(
      '已经开始的半天算已休，其余退回：年假 · 2026-12-02(周三) – 2026-12-04(周五) · 3 天 · 退回 2026-12-02(周三) 下午 – 2026-12-04(周五) · 2.5 天。需要批准，申请已送出，结果会私信你。',
    );
    expect((await as('deputy').last()).text).toBe(
      '<@UPRESALES1> 的销假申请（2026-12-02 10:00 提交）：年假 · 2026-12-02(周三) – 2026-12-04(周五) · 3 天 · 退回 2026-12-02(周三) 下午 – 2026-12-04(周五) · 2.5 天',
    );
    await department.travel('2026-12-03T09:00');
    await as('deputy').press('approval.approve');
    expect(await kept(1)).toBe('approved 2026-12-02 am – 2026-12-02 am: 1 -');
    expect((await as('presales1').last()).text).toBe(
      ':white_check_mark: 你的销假申请已由 <@UDEPUTY> 批准：年假 · 2026-12-02(周三) 上午 · 0.5 天 · 退回 2026-12-02(周三) 下午 – 2026-12-04(周五) · 2.5 天',
    );
    expect(await as('presales1').command('/me')).toContain('今年已批准的请假：年假 0.5 天');
  });

  it('excuses what was taken and nothing after it', async () => {
    expect(await as('presales1').command('/checkin status')).toContain(':x: *上午上班* 08:00 前 — 缺卡');
    const { read } = department.application.office.database;
    const sheets = await read.signIn.findMany({
      where: { memberId: { in: ['UPRESALES1', 'UPRESALES4'] }, meeting: { kind: 'morning' } },
      orderBy: [{ meetingId: 'asc' }, { memberId: 'asc' }],
    });
    expect(sheets.map(({ memberId, status }) => `${memberId} ${status}`).slice(-4, -2)).toEqual([
      'UPRESALES1 excused',
      'UPRESALES4 excused',
    ]);
  });

  it('leaves the papers of an emergency to be handed in, after its new end', async () => {
    expect(await kept(2)).toBe('approved 2026-12-02 pm – 2026-12-03 pm: 3 2026-12-04');
    expect(await as('presales2').command('/leave cancel 2')).toBe(
      'What has begun stays taken, the rest is given back: Sick leave · 2026-12-02 (Wed) afternoon – 2026-12-03 (Thu) · 1.5 days · giving back 2026-12-03 (Thu) afternoon · 0.5 days. That needs approval; the request is sent, and you will get a direct message.',
    );
    const listed = async () =>
      (await as('presales2').command('/leave list')).split('\n').find(line => line.includes('#2'));
    expect(await listed()).toContain('*approved* · papers due · giving back 0.5 days waits for approval');
    await as('manager').press('approval.approve');
    expect(await kept(2)).toBe('approved 2026-12-02 pm – 2026-12-03 am: 2 2026-12-04');
    expect(await listed()).not.toContain('giving back');
  });

  it('stays whole when the approver refuses', async () => {
    await as('presales4').command('/leave cancel 4');
    expect(await as('presales4').command('/leave 列表')).toContain('*已批准* · 退回 0.5 天，待审批');
    await as('deputy').press('approval.reject');
    await as('deputy').submit({ 'approval.why': '请休息' });
    expect(await kept(4)).toBe('approved 2026-12-02 am – 2026-12-03 pm: 4 -');
  });

  it('gives days back for another request', async () => {
    expect(await as('presales1').command('/leave 2026-12-04 personal 银行')).toContain(':white_check_mark:');
  });
});
