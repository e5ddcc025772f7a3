/** An article, or what the bot proposes by it, is switched off and on through the door: filing, proposals, the record, both languages. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { userIdOf } from '../../../../prisma/department.ts';
import { switchErasing } from '../../../../src/features/rulebook/switch/erasing.ts';
import { checkRows } from '../../../../src/store/rowCheck.ts';
import { AT_ONCE, type Department, openDepartment, type Person } from '../../../support/department.ts';
import { shown } from '../../../support/shown.ts';
import { recorded } from '../../../support/speech.ts';

// Days are lived through, duty by duty.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let department: Department;
const as = (user: string): Person => department.as(user);
const office = () => department.application.office;
/** What the president was told of it, the latest first. */
const told = async () =>
  (await as('president').messages()).flatMap(({ text = '' }) =>
    /^:(?:no_entry|no_bell|arrow_forward):/u.test(text) ? text : [],
  );
const listOf = async (user: string) => {
  const list = (await as(user).messages()).findLast(({ text }) => /propos|提议/u.test(text ?? ''));
  return shown(list ?? null).split('\n');
};
/** What is proposed, by article, in all there is. */
const proposals = async () => {
  const rows = await office().database.read.proposal.groupBy({
    by: ['article', 'state'],
    _count: true,
    orderBy: [{ article: 'asc' }, { state: 'asc' }],
  });
  return rows.map(({ article, state, _count }) => `${article} ${state}: ${_count}`);
};

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-03T07:40', environment: AT_ONCE }); // a Thursday
  await as('manager').locale('en-US');
  await as('presales1').locale('en-US');
  // Nobody signs in or punches.
  await department.travel('2026-12-04T10:00');
});
afterAll(() => department.close());

describe('refused in words', () => {
  it.each([
    ['presales1', '/rules off 1.8 too strict'],
    ['supervisor', '/rules 停用 1.8 太严'],
    ['manager', '/rules off 1.8'],
    ['manager', '/rules off 3.1 proposals'],
    ['deputy', '/rules 停用 1.8'],
    ['deputy', '/rules 停用 3.1 只停提议'],
    ['manager', '/rules off 9.99 why'],
    ['deputy', '/rules 停用 迟到 太多'],
    ['manager', '/rules on'],
    ['deputy', '/rules 启用'],
    ['manager', '/rules on 1.8'],
    ['deputy', '/rules 启用 1.8'],
    ['manager', '/rules off 2.5 nobody does it'],
    ['deputy', '/rules 停用 2.5 没人做'],
    ['manager', '/rules off 1.9 proposals broken'],
    ['deputy', '/rules 停用 1.9 只停提议 坏了'],
    ['manager', `/rules off 1.8 ${'x'.repeat(301)}`],
    ['manager', '/rules off'],
    ['presales2', '/rules 停用'],
  ])('%s: %s', async (user, line) => {
    expect(await as(user).command(line)).toMatchSnapshot();
  });
});

describe('off', () => {
  it('says what it does, and the president is told once', async () => {
    expect(await proposals()).toMatchInlineSnapshot(`
      [
        "1.8 waiting: 13",
        "3.1 waiting: 13",
      ]
    `);
    expect(await as('manager').command('/rules off 1.8 *under* review')).toMatchInlineSnapshot(`
      ":no_entry: *1.8 Be on time at meetings and training* is off from 2026-12-04 (Fri) on: nothing of that day or later is filed or proposed by it.
      Why: ＊under＊ review
      To have it again: \`/rules on 1.8\`"
    `);
    expect(await told()).toMatchInlineSnapshot(`
      [
        ":no_entry: <@UMANAGER> 停用了 *1.8 开会与培训守时*，2026-12-04(周五) 起的事不再按它提出。
      原因：＊under＊ review",
      ]
    `);
  });

  it('what waits by it is gone, and the list is drawn anew', async () => {
    expect(await proposals()).toMatchInlineSnapshot(`
      [
        "1.8 gone: 13",
        "3.1 waiting: 13",
      ]
    `);
    expect((await listOf('manager')).slice(0, 6)).toMatchInlineSnapshot(`
      [
        "*12 proposals to decide · 2026-12-04 (Fri)*",
        "*<@UAFTERSALES1>*",
        "*2026-12-03 (Thu)* No punch all day, and no approved leave.",
        "3.1 Clocking in and staying at the post · amount proposed by the filer",
        "[File] [Excuse] [Drop this one]",
        "*2026-12-04 (Fri)* Absent from the morning meeting without approved leave.",
      ]
    `);
    expect((await listOf('supervisor')).slice(0, 6)).toMatchInlineSnapshot(`
      [
        "*待决定的提议 9 件 · 2026-12-04(周五)*",
        "*<@UAFTERSALES1>*",
        "*2026-12-03(周四)* 全天没有打卡，也没有准假。",
        "3.1 打卡与在岗 · 金额由提出人拟定",
        "[提出] [免于处理] [这一件不再提]",
        "*2026-12-04(周五)* 早会缺席，没有准假。",
      ]
    `);
  });

  it('a second time it is refused', async () => {
    expect(await as('deputy').command('/rules 停用 1.8 再停')).toMatchInlineSnapshot(
      `"<@UMANAGER> 已从 2026-12-04 起停用第 1.8 条。要恢复：\`/rules 启用 1.8\`。"`,
    );
    expect(await as('manager').command('/rules off 1.8 proposals too many')).toMatchInlineSnapshot(
      `"<@UMANAGER> switched 1.8 off already, from 2026-12-04 on. To have it again: \`/rules on 1.8\`."`,
    );
  });

  it('everybody reads it beside the article, in what they find, and in the list', async () => {
    expect((await as('presales1').command('/rules 1.8')).split('\n').slice(0, 6)).toMatchInlineSnapshot(`
      [
        "1.8 Be on time at meetings and training",
        "*1.8 Be on time at meetings and training* (off)",
        "Come on time, silence the phone, take notes, and leave only with the consent of the manager, deputy or supervisor. A breach costs ¥50 and 1 notice of criticism.",
        "_¥50 each time + 1 notice of criticism_",
        "Binds: everyone · 一 Work rules · In the original: 一、8 · Version 1 of the article, in force since 2015-01-01",
        ":no_entry: *Off since 2026-12-04 (Fri)*, by <@UMANAGER>",
      ]
    `);
    expect((await as('presales2').command('/rules 1.8')).split('\n').slice(0, 6)).toMatchInlineSnapshot(`
      [
        "1.8 开会与培训守时",
        "*1.8 开会与培训守时*（已停用）",
        "开会和培训准时到场，手机静音，做好笔记；中途离场先得到经理、副经理或主管同意。违反一次50元，并记通报批评1次。",
        "_每次 50元 + 通报批评 1 次_",
        "约束：所有人 · 一 工作制度 · 原条例 一、8 · 条款第 1 版，2015-01-01 起生效",
        ":no_entry: *2026-12-04(周五) 起停用*（<@UMANAGER>）",
      ]
    `);
    expect(
      (await as('presales1').command('/rules meeting')).split('\n').filter(line => line.includes('1.8')),
    ).toMatchInlineSnapshot(`
      [
        "*1.8 Be on time at meetings and training* (off)",
      ]
    `);
    expect(
      (await as('presales2').command('/rules')).split('\n').filter(line => line.includes('停')),
    ).toMatchInlineSnapshot(`
      [
        "1.8 开会与培训守时（已停用） · 每次 50元 + 通报批评 1 次",
      ]
    `);
    expect(await as('presales1').command('/rules off')).toMatchInlineSnapshot(`
      "Switched off
      *1.8 Be on time at meetings and training*
      :no_entry: *Off since 2026-12-04 (Fri)*, by <@UMANAGER>
      Why: ＊under＊ review"
    `);
    expect(await as('presales2').command('/rules 停用')).toMatchInlineSnapshot(`
      "停用的条款
      *1.8 开会与培训守时*
      :no_entry: *2026-12-04(周五) 起停用*（<@UMANAGER>）
      原因：＊under＊ review"
    `);
  });

  it('nothing of a day in which it is off is filed, by line or form; what happened before still is', async () => {
    expect(await as('manager').command('/violation @presales3 1.8 late')).toMatchInlineSnapshot(
      `"<@UMANAGER> switched article 1.8 off from 2026-12-04 on. Only what happened before that day can still be filed."`,
    );
    expect(await as('supervisor').command('/violation @presales3 1.8 今天 迟到')).toMatchInlineSnapshot(
      `"<@UMANAGER> 从 2026-12-04 起停用了第 1.8 条，只有那天以前的事还可以提出。"`,
    );
    await as('manager').command('/violation @presales3');
    const view = (await as('manager').view())?.id ?? '';
    expect((await as('manager').options('violation.article', '1.8')).slice(0, 1)).toMatchInlineSnapshot(`
      [
        {
          "description": {
            "emoji": true,
            "text": "(off) ¥50 each time + 1 notice of criticism",
            "type": "plain_text",
          },
          "text": {
            "emoji": true,
            "text": "1.8 Be on time at meetings and training",
            "type": "plain_text",
          },
          "value": "1.8",
        },
      ]
    `);
    await as('manager').press('violation.article', { view, selected: '1.8' });
    expect(
      shown(await as('manager').view())
        .split('\n')
        .at(-1),
    ).toMatchInlineSnapshot(
      `":warning: <@UMANAGER> switched article 1.8 off from 2026-12-04 on. Only what happened before that day can still be filed."`,
    );
    const refused = await as('manager').submit({ 'violation.facts': 'late' });
    expect(refused.errors).toMatchInlineSnapshot(`
      {
        "violation.article": "部门经理 · Manager switched article 1.8 off from 2026-12-04 on. Only what happened before that day can still be filed.",
      }
    `);
    await as('manager').close();
    expect(await as('supervisor').does('/violation @presales3 1.8 昨天 迟到')).toMatchInlineSnapshot(
      `
      ":white_check_mark: 已记为第 1 号：<@UPRESALES3>，1.8 开会与培训守时，50元 · 通报批评 1 次。
      在你的权限内，已由你决定成立，并已通知本人。"
    `,
    );
  });

  it('the bot proposes nothing by it, and speaks of nothing proposed', async () => {
    await department.travel('2026-12-07T10:00');
    expect(await proposals()).toMatchInlineSnapshot(`
      [
        "1.8 gone: 13",
        "3.1 waiting: 26",
      ]
    `);
  });
});

describe('on again', () => {
  it('holds from that day on; the days between stay without it', async () => {
    expect(await as('deputy').command('/rules 启用 1.8 改好了')).toMatchInlineSnapshot(
      `":arrow_forward: *1.8 开会与培训守时* 从 2026-12-07(周一) 起恢复。"`,
    );
    expect(await told()).toMatchInlineSnapshot(`
      [
        ":no_entry: <@UMANAGER> 停用了 *1.8 开会与培训守时*，2026-12-04(周五) 起的事不再按它提出。
      原因：＊under＊ review",
        ":arrow_forward: <@UDEPUTY> 从 2026-12-07(周一) 起恢复了 *1.8 开会与培训守时*。
      原因：改好了",
      ]
    `);
    expect(await as('manager').command('/violation @presales3 1.8 2026-12-05 late')).toMatchInlineSnapshot(
      `"<@UMANAGER> switched article 1.8 off from 2026-12-04 on; it holds again from 2026-12-07 on. Nothing is filed for the days between."`,
    );
    expect(await as('supervisor').command('/violation @presales3 1.8 12-04 迟到')).toMatchInlineSnapshot(
      `"<@UMANAGER> 从 2026-12-04 起停用了第 1.8 条，2026-12-07 才恢复，其间的事不能提出。"`,
    );
    expect(await as('manager').does('/violation @presales3 1.8 late')).toMatchInlineSnapshot(`
      ":white_check_mark: Filed as No. 2: <@UPRESALES3>, 1.8 Be on time at meetings and training, ¥50 · 1 notice of criticism.
      It is within your authority and upheld by your filing; the person has been told."
    `);
    expect(await as('manager').command('/rules on 1.8')).toMatchInlineSnapshot(
      `"1.8 is not off. \`/rules off\` lists what is."`,
    );
  });

  it('is history beside the article', async () => {
    expect((await as('presales1').command('/rules 1.8')).split('\n').slice(-4)).toMatchInlineSnapshot(`
      [
        "• Off from 2026-12-04 (Fri) on, by <@UMANAGER>",
        "Why: ＊under＊ review",
        "On again from 2026-12-07 (Mon) on, by <@UDEPUTY>",
        "Why: 改好了",
      ]
    `);
    expect((await as('presales2').command('/rules 1.8')).split('\n').slice(-4)).toMatchInlineSnapshot(`
      [
        "• 2026-12-04(周五) 起停用（<@UMANAGER>）",
        "原因：＊under＊ review",
        "2026-12-07(周一) 起恢复（<@UDEPUTY>）",
        "原因：改好了",
      ]
    `);
    expect(await as('presales1').command('/rules off')).toMatchInlineSnapshot(`"No article is off."`);
  });
});

describe('only the proposals', () => {
  it('stop, while people still file; then the whole takes their place', async () => {
    expect(await as('deputy').command('/rules 停用 3.1 只停提议 打卡机坏了')).toMatchInlineSnapshot(`
      ":no_bell: *3.1 打卡与在岗* 从 2026-12-07(周一) 起我不再自动提议，大家仍可以提出。
      原因：打卡机坏了
      要恢复：\`/rules 启用 3.1\`"
    `);
    expect(
      await as('presales1')
        .command('/rules 3.1')
        .then(text => text.split('\n').slice(0, 6)),
    ).toMatchInlineSnapshot(`
      [
        "3.1 Clocking in and staying at the post",
        "*3.1 Clocking in and staying at the post* (no proposals)",
        "Clock in and out by the company’s hours, the noon break included, and stay at the post during working hours.",
        "_amount proposed by the filer_",
        "Binds: everyone · 三 Attendance, leave and business trips · In the original: 三、1 · Version 1 of the article, in force since 2015-01-01",
        ":no_bell: *No proposals since 2026-12-07 (Mon)*, by <@UDEPUTY>",
      ]
    `);
    expect(await as('supervisor').does('/violation @presales4 3.1 100 没打卡')).toMatchInlineSnapshot(`
      ":white_check_mark: 已记为第 3 号：<@UPRESALES4>，3.1 打卡与在岗，100元。
      在你的权限内，已由你决定成立，并已通知本人。"
    `);
    expect(await as('manager').command('/rules off 3.1 proposals clock broken')).toMatchInlineSnapshot(
      `"<@UDEPUTY> stopped the proposals by 3.1 already, from 2026-12-07 on. To have them again: \`/rules on 3.1\`."`,
    );
    await department.travel('2026-12-08T10:00');
    expect(await proposals()).toMatchInlineSnapshot(`
      [
        "1.8 gone: 13",
        "1.8 waiting: 13",
        "3.1 gone: 26",
      ]
    `);
    expect(await as('manager').command('/rules off 3.1 clock replaced')).toMatchInlineSnapshot(`
      ":no_entry: *3.1 Clocking in and staying at the post* is off from 2026-12-08 (Tue) on: nothing of that day or later is filed or proposed by it.
      Why: clock replaced
      To have it again: \`/rules on 3.1\`"
    `);
    expect(await as('supervisor').command('/violation @presales4 3.1 没打卡')).toMatchInlineSnapshot(
      `"<@UMANAGER> 从 2026-12-08 起停用了第 3.1 条，只有那天以前的事还可以提出。"`,
    );
  });
});

describe('what follows from counting', () => {
  const grounds = () => office().database.read.case.count({ where: { article: '8.3' } });
  it('is not proposed while it is off, and is from the next case on', async () => {
    await as('president').command('/rules 停用 8.3 今年不算');
    await as('president').command('/rules 停用 1.32 今年不算');
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03'])
      expect(await as('manager').does(`/violation @presales2 1.8 ${day} late again`)).toContain('Filed as');
    expect(await grounds()).toBe(0);
    await as('president').command('/rules 启用 8.3');
    await as('president').command('/rules 启用 1.32');
    await as('manager').does('/violation @presales2 1.8 2026-11-30 late again');
    expect(await grounds()).toBe(1);
  });

  it('who is president is told nothing of their own deed', async () => {
    expect((await told()).filter(text => /8\.3|1\.32/u.test(text))).toEqual([]);
  });
});

describe('the record', () => {
  it('has what stands, and says who did what', async () => {
    const { read } = office().database;
    expect(await checkRows(read, recorded)).toBeNull();
    const entries = await read.record.findMany({ where: { noun: 'switch' }, orderBy: { seq: 'asc' } });
    expect(
      entries.map(({ actor, deed, nounId, after }) => `${actor} ${deed} ${nounId} ${JSON.stringify(after)}`),
    ).toMatchInlineSnapshot(`
      [
        "UMANAGER switch.off 1 {"what":"all","offBy":"UMANAGER","article":"1.8","offFrom":"2026-12-04"}",
        "UDEPUTY switch.on 1 {"onBy":"UDEPUTY","onFrom":"2026-12-07"}",
        "UDEPUTY switch.off 2 {"what":"proposals","offBy":"UDEPUTY","article":"3.1","offFrom":"2026-12-07"}",
        "UMANAGER switch.on 2 {"onBy":"UMANAGER","onFrom":"2026-12-08"}",
        "UMANAGER switch.off 3 {"what":"all","offBy":"UMANAGER","article":"3.1","offFrom":"2026-12-08"}",
        "UPRESIDENT switch.off 4 {"what":"all","offBy":"UPRESIDENT","article":"8.3","offFrom":"2026-12-08"}",
        "UPRESIDENT switch.off 5 {"what":"all","offBy":"UPRESIDENT","article":"1.32","offFrom":"2026-12-08"}",
        "UPRESIDENT switch.on 4 {"onBy":"UPRESIDENT","onFrom":"2026-12-08"}",
        "UPRESIDENT switch.on 5 {"onBy":"UPRESIDENT","onFrom":"2026-12-08"}",
      ]
    `);
    await read.articleSwitch.updateMany({ where: { article: '8.3' }, data: { onFrom: '2026-12-31' } });
    expect(await checkRows(read, recorded)).toMatchObject({ table: 'article_switch', field: 'onFrom' });
    await read.articleSwitch.updateMany({ where: { article: '8.3' }, data: { onFrom: '2026-12-08' } });
  });

  it('the reasons go once an article is on again; while it is off they stay', async () => {
    const { read } = office().database;
    expect(await switchErasing.of(read, userIdOf('deputy'))).toEqual({ switches: 2 });
    expect(await switchErasing.over(read, { instant: new Date('2030-01-01'), date: '2030-01-01' })).toEqual({
      switches: 3,
    });
    const rows = await read.articleSwitch.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ article, what, reason, onReason }) => [article, what, reason, onReason])).toMatchInlineSnapshot(`
      [
        [
          "1.8",
          "all",
          "erased",
          "erased",
        ],
        [
          "3.1",
          "proposals",
          "erased",
          null,
        ],
        [
          "3.1",
          "all",
          "clock replaced",
          null,
        ],
        [
          "8.3",
          "all",
          "erased",
          null,
        ],
        [
          "1.32",
          "all",
          "erased",
          null,
        ],
      ]
    `);
  });
});
