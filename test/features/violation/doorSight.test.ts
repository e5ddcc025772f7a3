/** What somebody who files reads of the others' cases: nothing, neither by their sum nor by how far theirs goes; and who takes back last. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' }); // a Tuesday
  await as('presales3').locale('en-US');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);
const lastOf = async (user: string) => shown(await as(user).last());
const state = async (id: number) =>
  (await department.application.office.database.read.case.findUniqueOrThrow({ where: { id } })).state;

describe('a colleague who files about somebody with other cases that day', () => {
  const asked: [string, string, string][] = [
    ['presales2', '/violation @presales1 1.1 100 没有计划', '先听本人说明，到 2026-12-03 17:30。'],
    ['presales2', '/violation @presales1 1.1 300 没有计划', '中任意一位处理。'],
    ['presales2', '/violation @presales1 @keeper1 1.1 10 没有计划', '先分别听各人说明，到 2026-12-03 17:30。'],
    ['presales3', '/violation @presales1 1.1 300 no plan', 'Any one of <@UMANAGER>, <@USUPERVISOR> takes it up.'],
  ];

  it('reads the same before and after there are any', async () => {
    const before = [];
    for (const [user, line] of asked) before.push(await as(user).command(line));
    await as('manager').does('/violation @presales1 1.9 jd 缺席');
    for (const [at, [user, line, part]] of asked.entries()) {
      const after = await as(user).command(line);
      expect(after).toBe(before[at]);
      expect(after).toContain(part);
      expect(after).not.toMatch(/另有|another|200/u);
    }
  });

  it('so in the answer to filing, and when they look it up', async () => {
    expect(await as('presales2').does('/violation @presales1 1.1 150 没有计划')).not.toMatch(/另有|总裁/u);
    expect(await as('presales2').command('/violation 查看 2')).not.toMatch(/另有|前后 7 天/u);
    expect(await as('supervisor').command('/violation 查看 2')).toContain('同一人同一天另有 200元，合计 350元。');
    const seen = await as('supervisor').command('/violation @presales1 1.1 1 没有计划');
    expect(seen).toContain('同一人同一天另有 350元，合计 351元。');
    expect(seen).toContain('建议');
  });

  it('so in the form', async () => {
    await as('presales2').does('/violation @presales1');
    const view = (await as('presales2').view())?.id ?? '';
    await as('presales2').options('violation.article', '1.4');
    await as('presales2').press('violation.article', { view, selected: '1.4' });
    expect(shown(await as('presales2').view())).not.toMatch(/另有|总裁/u);
    await as('presales2').close();
  });

  it('and of a praise, too', async () => {
    const line = '/praise @presales4 100 帮了客户';
    const before = await as('presales2').command(line);
    await as('presales1').command('/praise @presales4 500 帮了大忙');
    await as('presales2').command('/praise withdraw 1');
    const after = await as('presales2').command('/praise @presales4 101 帮了客户');
    expect(after.replaceAll('101', '100').replace(/\d+ 号/u, '')).toBe(before.replace(/\d+ 号/u, ''));
    expect(after).toContain('中任意一位处理');
  });

  it('the one who alone decides is told so, not that it went to them', async () => {
    expect(await as('manager').does('/violation @supervisor 1.4 闲聊')).toContain('由你决定，听取结束后发卡片给你。');
  });
});

describe('a decision after an appeal', () => {
  it('is taken back by whoever decided the appeal, and by nobody below', async () => {
    await as('presales1').press('violation.accept', { value: '1' });
    await as('manager').press('approval.approve');
    await as('presales1').press('violation.appeal', { value: '1' });
    await as('presales1').submit({ 'violation.appealText': '当时在接电话' });
    await as('president').press('approval.reject');
    await as('president').submit({ 'approval.why': '记录清楚' });
    expect(await state(1)).toBe('confirmed');
    expect(await as('manager').command('/approvals 已决定 @presales1')).not.toContain('第 1 号');
    expect(await as('president').command('/approvals 已决定 @presales1')).toContain('第 1 号');
  });
});

describe('an emptied amount', () => {
  it('is no waiver: it is asked for, in both languages', async () => {
    await as('presales3').does('/violation @presales2 1.1 100 no plan');
    const number = (
      await department.application.office.database.read.case.findFirstOrThrow({ orderBy: { id: 'desc' } })
    ).id;
    await as('presales2').press('violation.accept', { value: String(number) });
    await as('manager').press('approval.otherwise');
    const entered = { 'violation.how': 'terms', 'violation.set': '', 'violation.setWhy': '初犯' };
    expect((await as('manager').submit(entered)).errors).toEqual({ 'violation.set': '请写金额；不罚款就写 0。' });
    const none = await as('manager').submit({ ...entered, 'violation.setWhy': ' ', 'violation.set': '0' });
    expect(none.errors).toEqual({ 'violation.setWhy': '请写明理由，本人和提出人都会看到。' });
    const zero = await as('manager').submit({ ...entered, 'violation.set': '0' });
    expect(zero.errors).toBeUndefined();
    expect(await lastOf('presales2')).toContain('不罚款');
  });
});

describe('what somebody accepted', () => {
  it('is what was asked for then, and not what they said after it', async () => {
    await as('manager').does('/violation @clerk1 1.1 100 没有计划');
    const { id } = await department.application.office.database.read.case.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await as('clerk1').press('violation.accept', { value: String(id) });
    await as('clerk1').press('violation.answer', { value: String(id) });
    await as('clerk1').submit({ 'violation.answerText': '其实有计划' });
    expect(await lastOf('manager')).toContain('本人先接受（2026-12-01 10:00），后又说明，见下。');
    await as('manager').press('approval.otherwise');
    await as('manager').submit({ 'violation.how': 'terms', 'violation.set': '400', 'violation.setWhy': '第二次' });
    expect(await lastOf('president')).toContain('本人接受的是 100元（2026-12-01 10:00），之后提高了。');
  });
});

describe('compensation', () => {
  it('names the basis of its amount, and the person agrees to it, in both languages', async () => {
    await as('manager').does('/violation @keeper1');
    const view = (await as('manager').view())?.id ?? '';
    await as('manager').options('violation.article', '1.28');
    await as('manager').press('violation.article', { view, selected: '1.28' });
    expect(shown(await as('manager').view())).toContain('金额的依据');
    const values = { 'violation.amount': '320', 'violation.basis': '2 件 *外套*，每件 160 元' };
    const sent = await as('manager').submit({ ...values, 'violation.facts': '账号外借' });
    const number = /第 (\d+) 号/u.exec(shown(sent.view))?.[1] ?? '';
    expect(await lastOf('keeper1')).toContain(
      '依据：2 件 ＊外套＊，每件 160 元\n赔偿，不是罚款，不计入 300元（8.1）。',
    );
    await as('keeper1').press('violation.accept', { value: number });
    expect(await lastOf('manager')).toContain('处理：320元\n依据：2 件 ＊外套＊，每件 160 元');
    expect(await lastOf('manager')).toContain('本人同意赔偿（2026-12-01 10:00）。');
    await as('manager').locale('en-US');
    expect(await as('manager').command(`/violation show ${number}`)).toContain('Basis: 2 件 ＊外套＊，每件 160 元');
    await as('manager').locale('zh-CN');
  });
});
