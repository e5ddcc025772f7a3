import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;

const as = (user: string) => department.as(user);

async function told(user: string, words: string): Promise<string[]> {
  return (await as(user).messages()).map(({ text }) => text).filter(text => text.includes(words));
}

/** The leave of that number: how many half days, and how it stands. */
async function kept(id: number) {
  const { read } = department.application.office.database;
  const row = await read.leave.findUniqueOrThrow({ where: { id } });
  return `${row.state} ${row.halfDays} ${row.papersDueOn ?? '-'}`;
}

async function approved(user: string, line: string, approver = 'deputy'): Promise<void> {
  expect(await as(user).command(line)).toContain(':white_check_mark:');
  await as(approver).press('approval.approve');
}

describe('a decision about days', () => {
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T07:45' });
    await as('presales2').locale('en-US');
    await as('assistant').locale('en-US');
  });
  afterAll(() => department.close());

  it('counts again what was approved, and tells the member and whoever approved it', async () => {
    await approved('presales1', '/leave 2026-12-08 2026-12-10 annual 探亲'); // 1
    await approved('presales2', '/trip 2026-12-09 2026-12-11 customer visit', 'assistant'); // 2
    await as('presales3').command('/leave 2026-12-09 pm 2026-12-10 annual 探亲'); // 3: waits
    await as('presales4').command('/leave 2026-12-09 annual 探亲'); // 4: waits, that day alone
    await approved('aftersales1', '/leave 2026-12-08 sick emergency 发烧'); // 5: papers on the 9th
    await approved('keeper1', '/leave 2026-12-14 annual 探亲'); // 6: not touched
    await approved('clerk1', '/leave 2026-12-09 annual 探亲'); // 7: that day alone
    expect(await kept(5)).toBe('approved 2 2026-12-09');
    await as('manager').does('/calendar 2026-12-09 off 设备检修');

    expect(await told('presales1', '重新计算')).toEqual([
      ':calendar: <@UMANAGER> 改了工作日历，你的假期重新计算：年假 · 2026-12-08(周二) – 2026-12-10(周四) · 2 天（原 3 天）。',
    ]);
    const theirs = ':calendar: <@UMANAGER> 改了工作日历，你批准的';
    expect(await told('deputy', '重新计算')).toEqual([
      `${theirs} <@UCLERK1> 的假期重新计算：年假 · 2026-12-09(周三) · 0 天（原 1 天）。`,
      `${theirs} <@UPRESALES1> 的假期重新计算：年假 · 2026-12-08(周二) – 2026-12-10(周四) · 2 天（原 3 天）。`,
    ]);
    expect(await told('presales2', 'counted again')).toEqual([
      ':calendar: <@UMANAGER> changed the working calendar. Your leave is counted again: Business trip · 2026-12-09 (Wed) – 2026-12-11 (Fri) · 2 days (it was 3 days).',
    ]);
    expect(await told('assistant', 'counted again')).toEqual([
      ':calendar: <@UMANAGER> changed the working calendar. The leave of <@UPRESALES2> that you approved is counted again: Business trip · 2026-12-09 (Wed) – 2026-12-11 (Fri) · 2 days (it was 3 days).',
    ]);
    expect(await told('keeper1', '重新计算')).toEqual([]);
    expect(await Promise.all([1, 2, 6, 7].map(kept))).toEqual([
      'approved 4 -',
      'approved 4 -',
      'approved 2 -',
      'approved 0 -',
    ]);
  });

  it('counts again what waits, on the cards of those who decide too', async () => {
    expect(await told('presales3', '重新计算')).toEqual([
      ':calendar: <@UMANAGER> 改了工作日历，你的假期重新计算：年假 · 2026-12-09(周三) 下午 – 2026-12-10(周四) · 1 天（原 1.5 天）。',
    ]);
    expect(await told('manager', '<@UPRESALES3> 的请假申请')).toEqual([
      '<@UPRESALES3> 的请假申请（2026-12-01 07:45 提交）：年假 · 2026-12-09(周三) 下午 – 2026-12-10(周四) · 1 天',
    ]);
  });

  it('closes what waits and has no working day left', async () => {
    expect(await told('presales4', '申请已关闭')).toEqual([
      ':calendar: <@UMANAGER> 改了工作日历，你申请的时间里没有工作日了，不用请假，申请已关闭：年假 · 2026-12-09(周三) · 0 天（原 1 天）。',
    ]);
    expect(await kept(4)).toBe('withdrawn 0 -');
    expect(await told('deputy', '<@UPRESALES4> 的请假申请')).toEqual([
      '<@UPRESALES4> 的请假申请（2026-12-01 07:45 提交）：年假 · 2026-12-09(周三) · 0 天 — :leftwards_arrow_with_hook: 已由 <@UMANAGER> 于 2026-12-01 07:45 撤回',
    ]);
  });

  it('moves the day on which papers are due', async () => {
    expect(await kept(5)).toBe('approved 2 2026-12-10');
    expect(await told('aftersales1', '重新计算')).toEqual([]);
  });

  it('taken back, gives the days back', async () => {
    await as('manager').does('/calendar 2026-12-09 clear');
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(kept))).toEqual([
      'approved 6 -',
      'approved 6 -',
      'pending 3 -',
      'withdrawn 0 -',
      'approved 2 2026-12-09',
      'approved 2 -',
      'approved 2 -',
    ]);
    expect(await told('presales1', '重新计算')).toHaveLength(2);
  });

  it('makes a Saturday of a leave count', async () => {
    await approved('operations1', '/leave 2026-12-11 pm 2026-12-14 am annual 探亲'); // 8
    await as('manager').does('/calendar 2026-12-12 work 大促');
    expect(await kept(8)).toBe('approved 4 -');
    expect(await told('operations1', '重新计算')).toEqual([
      ':calendar: <@UMANAGER> 改了工作日历，你的假期重新计算：年假 · 2026-12-11(周五) 下午 – 2026-12-14(周一) 上午 · 2 天（原 1 天）。',
    ]);
  });

  it('is on the record with what it was before', async () => {
    const { read } = department.application.office.database;
    const entries = await read.record.findMany({
      where: { deed: 'leave.recounted', nounId: '1' },
      orderBy: { seq: 'asc' },
    });
    const count = (value: unknown) => (value as { halfDays: number }).halfDays;
    expect(entries.map(({ actor, before, after }) => [actor, count(before), count(after)])).toEqual([
      ['UMANAGER', 6, 4],
      ['UMANAGER', 4, 6],
    ]);
  });
});

describe('a year that became known', () => {
  it('is counted again at the next start, once', async () => {
    const path = await mkdtemp(join(tmpdir(), 'tiaoli-recount-'));
    const lasting = { database: { kind: 'folder', path }, environment: { DATA_DIR: path } } as const;
    try {
      department = await openDepartment({ at: '2026-01-05T07:45', beside: true, ...lasting });
      await approved('presales1', '/leave 2026-02-12 2026-02-25 annual 探亲'); // 1: over Spring Festival
      await as('presales2').command('/leave 2026-02-20 annual 探亲 '); // refused: no working day
      await as('presales3').command('/leave 2026-02-26 annual 探亲'); // 2
      // As it was counted before that year was published: Monday to Friday but the days of the law.
      const { read } = department.application.office.database;
      await read.leave.update({ where: { id: 1 }, data: { halfDays: 14, provisional: true } });
      await read.leave.update({ where: { id: 2 }, data: { provisional: true } });
      for (const start of ['first', 'second']) {
        await department.close();
        department = await openDepartment({ at: '2026-01-05T07:50', beside: true, ...lasting });
        await department.application.settled();
        const told1 = await told('presales1', '重新计算');
        const told2 = await told('deputy', '重新计算');
        if (start === 'second') expect([told1, told2]).toEqual([[], []]);
        else {
          expect(told1).toEqual([
            ':calendar: 放假安排公布了，你的假期重新计算：年假 · 2026-02-12(周四) – 2026-02-25(周三) · 5 天（原 7 天）。',
          ]);
          expect(told2).toEqual([
            ':calendar: 放假安排公布了，你批准的 <@UPRESALES1> 的假期重新计算：年假 · 2026-02-12(周四) – 2026-02-25(周三) · 5 天（原 7 天）。',
          ]);
        }
        expect(await told('presales3', '重新计算')).toEqual([]);
      }
      const rows = await department.application.office.database.read.leave.findMany({ orderBy: { id: 'asc' } });
      expect(rows.map(({ halfDays, provisional }) => [halfDays, provisional])).toEqual([
        [10, false],
        [2, false],
      ]);
    } finally {
      await department.close();
      await rm(path, { recursive: true, force: true });
    }
  });
});
