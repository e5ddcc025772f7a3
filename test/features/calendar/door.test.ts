import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';

// One department lives through the tests in the order they stand in, on 1 December 2026.
let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' });
  await as('presales2').locale('en-US');
  await as('deputy').locale('en-US');
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

async function told(user: string, channel: string, about: string): Promise<string[]> {
  const messages = await as(user).messages(channel);
  return messages.filter(({ text, ephemeral }) => !ephemeral && text.includes(about)).map(({ text }) => text);
}

async function decisions(): Promise<string[]> {
  const rows = await department.application.office.database.read.record.findMany({
    where: { noun: 'day' },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ actor, nounId, before, after }) =>
    [actor, nounId, JSON.stringify(before), JSON.stringify(after)].join(' '),
  );
}

describe('looking', () => {
  it('shows the coming two weeks, with the way to change them for whoever may', async () => {
    const days = [
      '工作日历 · 2026-12-01(周二) 至 2026-12-14(周一)',
      ':office: 2026-12-01(周二) 至 2026-12-04(周五) · 上班',
      ':palm_tree: 2026-12-05(周六) 至 2026-12-06(周日) · 休息（周末）',
      ':office: 2026-12-07(周一) 至 2026-12-11(周五) · 上班',
      ':palm_tree: 2026-12-12(周六) 至 2026-12-13(周日) · 休息（周末）',
      ':office: 2026-12-14(周一) · 上班',
      '10 个工作日，4 天休息',
    ];
    const keeper = '总裁、经理、副经理可以改，例如 `/calendar 2026-12-09 休息 盘点放假`';
    expect(await as('presales1').does('/calendar')).toBe(days.join('\n'));
    expect(await as('president').does('/calendar')).toBe([...days, keeper].join('\n'));
  });

  it('shows a month with its holidays and make-up days', async () => {
    expect(await as('presales2').does('/calendar 2026-10')).toBe(
      [
        'Working calendar · 2026-10-01 (Thu) – 2026-10-31 (Sat)',
        ':palm_tree: 2026-10-01 (Thu) – 2026-10-07 (Wed) · off (National Day)',
        ':office: 2026-10-08 (Thu) – 2026-10-09 (Fri) · working',
        ':office: 2026-10-10 (Sat) · working (in return for National Day)',
        ':palm_tree: 2026-10-11 (Sun) · off (weekend)',
        ':office: 2026-10-12 (Mon) – 2026-10-16 (Fri) · working',
        ':palm_tree: 2026-10-17 (Sat) – 2026-10-18 (Sun) · off (weekend)',
        ':office: 2026-10-19 (Mon) – 2026-10-23 (Fri) · working',
        ':palm_tree: 2026-10-24 (Sat) – 2026-10-25 (Sun) · off (weekend)',
        ':office: 2026-10-26 (Mon) – 2026-10-30 (Fri) · working',
        ':palm_tree: 2026-10-31 (Sat) · off (weekend)',
        '18 working days, 13 days off',
      ].join('\n'),
    );
  });

  it('marks what is provisional, and says what that means', async () => {
    expect(await as('presales1').does('/calendar 2027-01-01')).toBe(
      [
        '工作日历 · 2027-01-01(周五)',
        ':palm_tree: 2027-01-01(周五) · 休息（元旦） · _暂定_',
        '“暂定”的日子：还没有当年（或次年）的国家放假安排，以后可能变化。',
      ].join('\n'),
    );
    expect(await as('presales2').does('/calendar 2026-12-31')).toContain('2026-12-31 (Thu) · working · _provisional_');
  });
});

describe('deciding', () => {
  it('makes a day off, tells the department, and counts at once', async () => {
    expect(await as('manager').does('/calendar 2026-12-24 off 盘点 <!channel> *放假*')).toBe(
      ':palm_tree: 2026-12-24(周四) · 休息（部门决定：盘点 &lt;!channel&gt; ＊放假＊）\n:white_check_mark: 已改好，并已在部门频道通知。',
    );
    expect(await told('presales1', 'department', '工作日历')).toEqual([
      ':calendar: <@UMANAGER> 调整了工作日历\n:palm_tree: 2026-12-24(周四) · 休息（部门决定：盘点 &lt;!channel&gt; ＊放假＊）',
    ]);
    expect(await as('presales1').command('/leave 2026-12-24 2026-12-24 annual family')).toBe(
      '2026-12-24 没有工作日，不需要请假。',
    );
  });

  it('makes a weekend worked, in English', async () => {
    expect(await as('deputy').does('/calendar 2026-12-26 work big sale')).toBe(
      ':office: 2026-12-26 (Sat) · working (decided by the department: big sale)\n:white_check_mark: Done; the department has been told in its channel.',
    );
  });

  it('enters several days at once, which are then certain', async () => {
    expect(await as('president').does('/calendar 2027-02-05 2027-02-11 off 春节')).toBe(
      ':palm_tree: 2027-02-05(周五) 至 2027-02-11(周四) · 休息（部门决定：春节）\n:white_check_mark: 已改好，并已在部门频道通知。',
    );
    expect(await as('presales2').does('/calendar 2027-02')).toContain(
      '2027-02-05 (Fri) – 2027-02-11 (Thu) · off (decided by the department: 春节)\n:office: 2027-02-12 (Fri)',
    );
  });

  it('changes only what is not so yet', async () => {
    expect(await as('manager').does('/calendar 2026-12-24 2026-12-27 off')).toBe(
      [
        ':palm_tree: 2026-12-24(周四) · 休息（部门决定：盘点 &lt;!channel&gt; ＊放假＊）',
        ':palm_tree: 2026-12-25(周五) 至 2026-12-26(周六) · 休息（部门决定）',
        ':palm_tree: 2026-12-27(周日) · 休息（周末）',
        ':white_check_mark: 已改好，并已在部门频道通知。',
      ].join('\n'),
    );
  });

  it('can be taken back', async () => {
    expect(await as('manager').does('/calendar 2026-12-20 2026-12-31 clear')).toContain(
      '2026-12-21(周一) 至 2026-12-25(周五) · 上班',
    );
    expect((await told('presales1', 'department', '工作日历')).at(-1)).toBe(
      [
        ':calendar: <@UMANAGER> 调整了工作日历',
        ':office: 2026-12-24(周四) 至 2026-12-25(周五) · 上班 · 按公共日历',
        ':palm_tree: 2026-12-26(周六) · 休息（周末） · 按公共日历',
      ].join('\n'),
    );
    expect(await as('manager').does('/calendar 2026-12-24 clear')).toBe(
      '部门没有对 2026-12-24 作过决定，没有可以取消的。查看：`/calendar 2026-12-24`',
    );
  });

  it('is kept on record, before and after', async () => {
    const made = await decisions();
    expect(made.filter(line => line.includes('2026-12-26'))).toEqual([
      'UDEPUTY 2026-12-26 null {"note":"big sale","working":true}',
      'UMANAGER 2026-12-26 {"note":"big sale","working":true} {"note":"","working":false}',
      'UMANAGER 2026-12-26 {"note":"","working":false} null',
    ]);
    expect(made).toHaveLength(14);
  });

  it('by two leaders at the same moment leaves one decision', async () => {
    const [one, other] = await Promise.all([
      as('manager').does('/calendar 2026-12-30 off 盘点'),
      as('president').does('/calendar 2026-12-30 off 盘点'),
    ]);
    const refused = '2026-12-30 本来就是休息，不用改。查看：`/calendar 2026-12-30`';
    expect([one, other].filter(answer => answer === refused)).toHaveLength(1);
    expect((await decisions()).filter(line => line.includes('2026-12-30'))).toHaveLength(1);
  });
});

describe('refusals', () => {
  it.each([
    [
      'presales1',
      '/calendar 2026-12-31 off',
      '这件事只有总裁、部门经理、副经理可以做，你没有这个岗位。有需要请联系他们。',
    ],
    [
      'supervisor',
      '/calendar 2026-12-31 clear',
      '这件事只有总裁、部门经理、副经理可以做，你没有这个岗位。有需要请联系他们。',
    ],
    [
      'presales2',
      '/calendar 2026-12-31 off',
      'Only the president, department manager or deputy manager can do this, and you do not hold that post. Please ask one of them.',
    ],
    [
      'manager',
      '/calendar 2026-02-30 off',
      '“2026-02-30”不是可以用的日期。请写成 2026-12-09、明天或下周一，月份写成 2027-01，例如 `/calendar 2027-01`。',
    ],
    [
      'deputy',
      '/calendar 9999-12-31 off',
      '“9999-12-31” is not a day I can use. Write 2026-12-09, tomorrow or friday; a month is 2027-01, for example `/calendar 2027-01`.',
    ],
    [
      'deputy',
      '/calendar <!here>',
      '“&lt;!here&gt;” is not a day I can use. Write 2026-12-09, tomorrow or friday; a month is 2027-01, for example `/calendar 2027-01`.',
    ],
    [
      'manager',
      '/calendar 2026-12-31 maybe',
      '没有看懂“maybe”。日期后面请写休息、上班或恢复（取消决定），例如 `/calendar 2026-12-09 休息 盘点放假`。',
    ],
    [
      'deputy',
      '/calendar 2026-12-31 maybe',
      'I did not understand “maybe”. After the day write off, work or clear, for example `/calendar 2026-12-09 off stocktaking`.',
    ],
    ['manager', '/calendar 2026-10-30 off', '2026-10-30 过去太久，不能再改，最早可以改 2026-10-31。'],
    [
      'deputy',
      '/calendar 2026-10-30 off',
      '2026-10-30 is too long ago to change; the oldest day that can be is 2026-10-31.',
    ],
    ['manager', '/calendar 2099-01-01 off', '2099-01-01 太远了，现在最晚可以定到 2028-12-31。'],
    [
      'manager',
      '/calendar 2026-12-31 2026-12-30 off',
      '结束（2026-12-30）早于开始（2026-12-31），请把先到的日期写在前面。',
    ],
    ['manager', '/calendar 2026-12-01 2027-12-01 off', '一次最多 31 天，这里是 366 天，请分几次写。'],
    ['manager', '/calendar 2026-12-05 off', '2026-12-05 本来就是休息，不用改。查看：`/calendar 2026-12-05`'],
    [
      'deputy',
      '/calendar 2026-12-07 2026-12-08 work',
      '2026-12-07 to 2026-12-08 are worked already, so nothing changed. To look: `/calendar 2026-12-07`',
    ],
    ['manager', `/calendar 2026-12-31 off ${'字'.repeat(101)}`, '说明最多 100 字，现在是 101 字，请缩短。'],
  ])('%s: %s', async (user, line, expected) => {
    expect(await as(user).command(line)).toBe(expected);
  });
});
