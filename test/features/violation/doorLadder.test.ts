/** An article with a ladder, in points: a warning first, then what the second and the third time cost; through the door, in both languages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

/** The shop's rules where manager and supervisor decide alike: the ladder is what is tried here, not who decides. */
const folder = mkdtempSync(join(tmpdir(), 'tiaoli-ladder-'));
const shop = join(folder, 'shop.yaml');
writeFileSync(
  shop,
  readFileSync(join(import.meta.dirname, '../rulebook/shop.yaml'), 'utf8')
    .replace('{ posts: [supervisor], upTo: 100 }', '{ posts: [manager, supervisor], upTo: 500 }')
    .replace(/.*posts: \[manager\], .*\n/u, ''),
);
afterAll(() => rmSync(folder, { recursive: true }));
/** What the bot finds has no article in this regulation, and is no case. */
async function closed(department: Department): Promise<void> {
  const complaints = department.log.filter(({ level, event }) => level !== 'info' && event !== 'proposal.impossible');
  await department.close();
  expect(complaints).toEqual([]);
}
/** The card of a case before whoever decides it, or before the bot changed it. */
async function cardOf(department: Department, user: string, number: string): Promise<string> {
  const cards = (await department.as(user).messages()).map(shown);
  return cards.findLast(text => text.includes(number) && !text.startsWith(':bell:')) ?? '';
}
const lastOf = async (department: Department, user: string) => shown(await department.as(user).last());

describe('decided by filing', () => {
  let department: Department;
  const as = (user: string) => department.as(user);
  beforeAll(async () => {
    department = await openDepartment({
      at: '2026-12-01T10:00',
      database: { kind: 'memory' },
      environment: { ...AT_ONCE, RULEBOOK_FILE: shop },
    });
    await as('manager').locale('en-US');
    await as('presales2').locale('en-US');
  });
  afterAll(() => closed(department));

  it('is shown whole beside the article and in what is found', async () => {
    expect(await as('presales1').does('/rules 1.3')).toMatchInlineSnapshot(`
      "1.3 店面整洁
      *1.3 店面整洁*
      收工前把店面收拾好；一年内再犯，一次比一次重。
      _12个月内第1次：通报批评 1 次；第2次：50 分；第3次起：100 分 + 通报批评 1 次_
      约束：所有人 · 1 开店 · 原条例 1.3 · 条款第 1 版，2026-01-01 起生效"
    `);
    expect(await as('manager').does('/rules tidy')).toMatchInlineSnapshot(`
      "Articles of the regulation · 1 article
      *1.3 Keep the shop tidy*
      Tidy up before you leave; within a year each time costs more.
      _in 12 months, 1st time: 1 notice of criticism; 2nd: 50 points; from the 3rd on: 100 points + 1 notice of criticism_"
    `);
  });

  it('begins with a warning, and costs more each time', async () => {
    expect(
      await as('manager').command('/violation @presales2 1.3 2026-11-20 counter not cleaned'),
    ).toMatchInlineSnapshot(`
      "*Please confirm*, and it is done:
      *<@UPRESALES2> · 1.3 Keep the shop tidy*
      Date: 2026-11-20 (Fri)
      Measure: 1st time in 12 months: no penalty · 1 notice of criticism
      :scales: Within your authority: decided by you on filing.
      What happened: counter not cleaned"
    `);
    expect(await as('manager').does('/violation @presales2 1.3 2026-11-20 counter not cleaned')).toMatchInlineSnapshot(`
      ":white_check_mark: Filed as No. 1: <@UPRESALES2>, 1.3 Keep the shop tidy, 1st time in 12 months: no penalty · 1 notice of criticism.
      It is within your authority and upheld by your filing; the person has been told."
    `);
    expect(await lastOf(department, 'presales2')).toMatchInlineSnapshot(`
      "*Violation case No. 1*
      This was decided by the department’s regulation.
      *1.3 Keep the shop tidy*
      Tidy up before you leave; within a year each time costs more.
      _Version 1 of the article, in force since 2026-01-01_
      What happened: counter not cleaned
      Date: 2026-11-20 (Fri)
      Measure: 1st time in 12 months: no penalty · 1 notice of criticism
      This is your 1st notice of criticism this year (3 lead to a proposal of transfer or dismissal, 8.3).
      Upheld by <@UMANAGER>, 2026-12-01 10:00
      If it happened differently, press Answer; whoever decided will read it. To contest the decision, press Appeal; the president reviews each case once.
      [Answer] [Appeal]"
    `);
    expect(await as('supervisor').command('/violation @presales2 1.3 2026-11-23 没收拾柜台')).toMatchInlineSnapshot(`
      "*请确认*，确认后就照此办理：
      *<@UPRESALES2> · 1.3 店面整洁*
      日期：2026-11-23(周一)
      处理：12个月内第2次：50 分
      :scales: 在你的权限内，提交即由你决定成立。
      经过：没收拾柜台"
    `);
    expect(await as('supervisor').does('/violation @presales2 1.3 2026-11-23 没收拾柜台')).toMatchInlineSnapshot(`
      ":white_check_mark: 已记为第 2 号：<@UPRESALES2>，1.3 店面整洁，12个月内第2次：50 分。
      在你的权限内，已由你决定成立，并已通知本人。"
    `);
    expect(await lastOf(department, 'presales2')).toMatchInlineSnapshot(`
      "*Violation case No. 2*
      This was decided by the department’s regulation.
      *1.3 Keep the shop tidy*
      Tidy up before you leave; within a year each time costs more.
      _Version 1 of the article, in force since 2026-01-01_
      What happened: 没收拾柜台
      Date: 2026-11-23 (Mon)
      Measure: 2nd time in 12 months: 50 points
      Upheld by <@USUPERVISOR>, 2026-12-01 10:00
      If it happened differently, press Answer; whoever decided will read it. To contest the decision, press Appeal; the president reviews each case once.
      [Answer] [Appeal]"
    `);
    expect(await as('manager').does('/violation @presales2 1.3 2026-11-25 floor not swept')).toMatchInlineSnapshot(`
      ":white_check_mark: Filed as No. 3: <@UPRESALES2>, 1.3 Keep the shop tidy, 3rd time in 12 months: 100 points · 1 notice of criticism.
      It is within your authority and upheld by your filing; the person has been told."
    `);
    expect(await as('manager').does('/violation @presales2 1.3 2026-11-26 floor not swept')).toMatchInlineSnapshot(`
      ":white_check_mark: Filed as No. 4: <@UPRESALES2>, 1.3 Keep the shop tidy, 4th time in 12 months: 100 points · 1 notice of criticism.
      It is within your authority and upheld by your filing; the person has been told."
    `);
  });

  it('keeps to what that time costs', async () => {
    expect(await as('manager').does('/violation @presales2 1.3 20 points 2026-11-27 not swept')).toMatchInlineSnapshot(
      `"Article 1.3 costs 100 points the 5th time in 12 months; leave the amount out."`,
    );
    expect(await as('supervisor').does('/violation @presales2 1.3 20分 2026-11-27 没扫地')).toMatchInlineSnapshot(
      `"第 1.3 条，12个月内第5次固定为 100 分，不用写金额。"`,
    );
    expect(await as('supervisor').does('/violation @presales3 1.3 20分 没扫地')).toMatchInlineSnapshot(
      `"第 1.3 条，12个月内第1次不扣分，请去掉金额。"`,
    );
    expect(await as('supervisor').does('/violation @presales2 1.3 100分 2026-11-27 没扫地')).toMatchInlineSnapshot(`
      ":white_check_mark: 已记为第 5 号：<@UPRESALES2>，1.3 店面整洁，12个月内第5次：100 分 · 通报批评 1 次。
      在你的权限内，已由你决定成立，并已通知本人。"
    `);
  });

  it('is not advanced by a later incident, nor by one of the same day', async () => {
    expect(await as('supervisor').does('/violation @presales2 1.3 2026-11-19 没收拾')).toMatchInlineSnapshot(`
      ":white_check_mark: 已记为第 6 号：<@UPRESALES2>，1.3 店面整洁，12个月内第1次：不扣分 · 通报批评 1 次。
      在你的权限内，已由你决定成立，并已通知本人。"
    `);
    expect(await as('supervisor').does('/violation @presales4 1.3 柜台没收拾')).toContain('12个月内第1次');
    expect(await as('supervisor').does('/violation @presales4 1.3 地也没扫')).toContain('12个月内第1次');
    await department.travel('2026-12-02T10:00');
    expect(await as('supervisor').does('/violation @presales4 1.3 没收拾')).toContain('12个月内第3次');
  });

  it('says in the form which time it is', async () => {
    const previews: string[] = [];
    for (const user of ['supervisor', 'manager']) {
      await as(user).command('/violation');
      const view = (await as(user).view())?.id ?? '';
      await as(user).options('violation.article', '1.3');
      await as(user).press('violation.person', { view, selected: ['presales2'] });
      await as(user).press('violation.article', { view, selected: '1.3' });
      previews.push(shown(await as(user).view()));
      await as(user).close();
    }
    expect(previews).toMatchInlineSnapshot(`
      [
        "人员（可选几位）
      条款
      通报批评
      *1.3 店面整洁*
      收工前把店面收拾好；一年内再犯，一次比一次重。
      _12个月内第1次：通报批评 1 次；第2次：50 分；第3次起：100 分 + 通报批评 1 次_
      [再加一条]
      日期
      发生了什么
      证据
      文件
      ---
      处理：12个月内第7次：100 分 · 通报批评 1 次
      :scales: 在你的权限内，提交即由你决定成立。",
        "Person or people
      Article
      Notice of criticism
      *1.3 Keep the shop tidy*
      Tidy up before you leave; within a year each time costs more.
      _in 12 months, 1st time: 1 notice of criticism; 2nd: 50 points; from the 3rd on: 100 points + 1 notice of criticism_
      [Another article]
      Date
      What happened
      Evidence
      Files
      ---
      Measure: 7th time in 12 months: 100 points · 1 notice of criticism
      :scales: Within your authority: decided by you on filing.",
      ]
    `);
  });

  it('says it of each of several people', async () => {
    expect(await as('supervisor').command('/violation @presales1 @presales2 1.3 没收拾')).toMatchInlineSnapshot(`
      "*请确认*，确认后就照此办理：
      *一件事，2 个违规*
      日期：2026-12-02(周三)
      • <@UPRESALES1> · 1.3 店面整洁 · 12个月内第1次：不扣分 · 通报批评 1 次
      • <@UPRESALES2> · 1.3 店面整洁 · 12个月内第7次：100 分 · 通报批评 1 次
      :scales: 在你的权限内，提交即由你决定成立。
      经过：没收拾"
    `);
  });

  it('falls back where a case was overturned, and keeps what was decided before', async () => {
    const file = (facts: string) => as('supervisor').does(`/violation @keeper1 1.3 ${facts}`);
    expect(await file('2026-11-24 没收拾')).toContain('第 10 号：<@UKEEPER1>，1.3 店面整洁，12个月内第1次：不扣分');
    expect(await file('2026-11-25 没收拾')).toContain('第 11 号：<@UKEEPER1>，1.3 店面整洁，12个月内第2次：50 分。');
    await as('keeper1').press('violation.appeal', { value: '10' });
    await as('keeper1').submit({ 'violation.appealText': '那天我休息' });
    await as('president').press('approval.approve');
    expect(await file('2026-11-26 没收拾')).toContain('12个月内第2次：50 分。');
    expect(await as('manager').does('/violation list @keeper1')).toMatchInlineSnapshot(`
      "Cases of <@UKEEPER1>
      • No. 12 · 1.3 Keep the shop tidy · 2026-11-26 (Thu) · 2nd time in 12 months: 50 points · <@UKEEPER1> · *upheld and final*
      • No. 11 · 1.3 Keep the shop tidy · 2026-11-25 (Wed) · 2nd time in 12 months: 50 points · <@UKEEPER1> · *upheld and final*
      • No. 10 · 1.3 Keep the shop tidy · 2026-11-24 (Tue) · 1st time in 12 months: no penalty · 1 notice of criticism · <@UKEEPER1> · *reversed on appeal*
      For details give a number."
    `);
    expect(await as('keeper1').does('/me')).toContain('12个月内第2次：50 分');
  });
});

describe('with a hearing and a time for appeal', () => {
  let department: Department;
  const as = (user: string) => department.as(user);
  beforeAll(async () => {
    department = await openDepartment({
      at: '2026-12-01T10:00',
      database: { kind: 'memory' },
      environment: { HEARING_WORKDAYS: '1', APPEAL_WORKDAYS: '1', RULEBOOK_FILE: shop },
    });
    await as('manager').locale('en-US');
    await as('presales2').locale('en-US');
  });
  afterAll(() => closed(department));

  it('counts a case once it is final, and says that an earlier one is not', async () => {
    expect(await as('manager').does('/violation @presales2 1.3 not swept')).toMatchInlineSnapshot(`
      ":white_check_mark: Filed as No. 1: <@UPRESALES2>, 1.3 Keep the shop tidy, 1st time in 12 months: no penalty · 1 notice of criticism.
      The person has been told and is heard until 2026-12-02 17:30.
      Any one of <@UMANAGER>, <@USUPERVISOR> decides; you will get a direct message."
    `);
    await department.travel('2026-12-02T10:00');
    // The first is heard still.
    expect(await as('supervisor').command('/violation @presales2 1.3 没扫地')).toMatchInlineSnapshot(`
      "*请确认*，确认后就照此办理：
      *<@UPRESALES2> · 1.3 店面整洁*
      日期：2026-12-02(周三)
      处理：12个月内第1次：不扣分 · 通报批评 1 次
      第 1.3 条另有 1 件还没有生效，不计入次数。
      :ear: 先听本人说明，到 2026-12-03 17:30。
      :scales: 提交后由 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定。
      经过：没扫地"
    `);
    expect(await as('supervisor').does('/violation @presales2 1.3 没扫地')).toContain('12个月内第1次');
    await as('presales2').press('violation.accept', { value: '1' });
    await department.travel('2026-12-03T18:00');
    expect(await cardOf(department, 'manager', 'No. 1 ')).toMatchInlineSnapshot(`
      "Violation case: <@UPRESALES2> (asked 2026-12-02 10:00)
      *No. 1 · 1.3 Keep the shop tidy · 2026-12-01 (Tue)*
      Person: <@UPRESALES2> · Filed by: <@UMANAGER>
      Measure: 1st time in 12 months: no penalty · 1 notice of criticism
      No case upheld before (1.1 to 1.31), and no notice of criticism this year.
      Accepted by the person (2026-12-02 10:00).
      What happened: not swept
      [Uphold] [Dismiss] [Decide otherwise]"
    `);
    // The second.
    await as('manager').press('approval.approve');
    // Upheld, and open to an appeal: it does not count yet.
    expect(await as('manager').command('/violation @presales2 1.3 not swept again')).toMatchInlineSnapshot(`
      "*Please confirm*, and it is done:
      *<@UPRESALES2> · 1.3 Keep the shop tidy*
      Date: 2026-12-03 (Thu)
      Measure: 1st time in 12 months: no penalty · 1 notice of criticism
      2 other cases under 1.3 are not final yet and not counted.
      Sign-in, Morning meeting: absent.
      :ear: The person is heard first, until 2026-12-04 17:30.
      :scales: Any one of <@UMANAGER>, <@USUPERVISOR> decides.
      What happened: not swept again"
    `);
  });

  it('judges each by what counted on the day it was filed', async () => {
    await department.travel('2026-12-04T18:00');
    expect(await as('supervisor').does('/violation show 2')).toMatchInlineSnapshot(`
      "第 2 号 · 1.3 店面整洁 · 2026-12-02(周三)
      *第 2 号 · 1.3 店面整洁 · 2026-12-02(周三)*
      人员：<@UPRESALES2> · 提出：<@USUPERVISOR>
      处理：12个月内第1次：不扣分 · 通报批评 1 次
      _条款第 1 版，2026-01-01 起生效_
      *成立，已生效*
      本人到 2026-12-03 17:30 没有回复。
      已于 2026-12-04 17:30 生效。
      经过：没扫地
      由 <@UMANAGER> 于 2026-12-03 18:00 决定成立"
    `);
    expect(await as('supervisor').command('/violation @presales2 1.3 没扫地')).toMatchInlineSnapshot(`
      "*请确认*，确认后就照此办理：
      *<@UPRESALES2> · 1.3 店面整洁*
      日期：2026-12-04(周五)
      处理：12个月内第2次：50 分
      第 1.3 条另有 1 件还没有生效，不计入次数。
      早会签到：缺席。
      :ear: 先听本人说明，到 2026-12-07 17:30。
      :scales: 提交后由 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定。
      经过：没扫地"
    `);
    await as('supervisor').does('/violation @presales2 1.3 没扫地');
    expect(await lastOf(department, 'presales2')).toMatchInlineSnapshot(`
      "*No. 3: you are heard first*
      This was put forward about you. Nothing is decided yet.
      *1.3 Keep the shop tidy*
      Tidy up before you leave; within a year each time costs more.
      _Version 1 of the article, in force since 2026-01-01_
      What happened: 没扫地
      Date: 2026-12-04 (Fri)
      Asked for: 2nd time in 12 months: 50 points
      Reply by 2026-12-07 17:30: press Accept if it is true, or Give my side if it is not. Without a reply it goes to whoever decides then.
      [Accept] [Give my side]"
    `);
    await as('presales2').press('violation.accept', { value: '3' });
    await department.travel('2026-12-05T10:00');
    expect(await cardOf(department, 'supervisor', '第 3 号')).toMatchInlineSnapshot(`
      "违规处理：<@UPRESALES2>（2026-12-04 18:00 送达）
      *第 3 号 · 1.3 店面整洁 · 2026-12-04(周五)*
      人员：<@UPRESALES2> · 提出：<@USUPERVISOR>
      处理：12个月内第2次：50 分
      此前生效 1 件（1.1 至 1.31），今年通报批评 1 次。
      早会签到：缺席。
      本人已接受（2026-12-04 18:00）。
      经过：没扫地
      [成立] [不成立] [另作决定]"
    `);
    expect(await cardOf(department, 'manager', 'No. 3 ')).toMatchInlineSnapshot(`
      "Violation case: <@UPRESALES2> (asked 2026-12-04 18:00)
      *No. 3 · 1.3 Keep the shop tidy · 2026-12-04 (Fri)*
      Person: <@UPRESALES2> · Filed by: <@USUPERVISOR>
      Measure: 2nd time in 12 months: 50 points
      Final before: 1 case (1.1 to 1.31), 1 notice this year.
      Sign-in, Morning meeting: absent.
      Accepted by the person (2026-12-04 18:00).
      What happened: 没扫地
      [Uphold] [Dismiss] [Decide otherwise]"
    `);
    expect(
      (await department.application.office.database.read.case.findMany({ orderBy: { id: 'asc' } })).map(
        ({ id, ordinal, amount, state }) => ({ id, ordinal, amount, state }),
      ),
    ).toMatchInlineSnapshot(`
      [
        {
          "amount": null,
          "id": 1,
          "ordinal": 1,
          "state": "deciding",
        },
        {
          "amount": null,
          "id": 2,
          "ordinal": 1,
          "state": "final",
        },
        {
          "amount": 5000,
          "id": 3,
          "ordinal": 2,
          "state": "deciding",
        },
      ]
    `);
  });
});

describe('what the bot proposes', () => {
  let department: Department;
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-ladder-'));
  const as = (user: string) => department.as(user);
  beforeAll(async () => {
    const file = join(folder, 'shop.yaml');
    const text = readFileSync(shop, 'utf8').replace('number: "1.3"', 'number: "1.8"');
    writeFileSync(file, text.replace(/(number: "1.8"[\s\S]*?)binds: everyone/u, '$1binds: [keeper]'));
    const environment = { ...AT_ONCE, RULEBOOK_FILE: file };
    department = await openDepartment({ at: '2026-11-30T07:00', database: { kind: 'memory' }, environment });
    await as('manager').locale('en-US');
    await department.travel('2026-12-01T09:30');
  });
  afterAll(async () => {
    await closed(department);
    rmSync(folder, { recursive: true });
  });
  const listOf = async (user: string) =>
    (await as(user).messages()).map(shown).findLast(text => /提议|roposal/u.test(text)) ?? '';

  it('names the step while it waits, and is filed by it', async () => {
    await as('supervisor').does('/violation @keeper1 1.8 2026-11-28 没收拾');
    expect(await as('supervisor').command('/violation proposals')).toMatchInlineSnapshot(`
      "待决定的提议 1 件
      *<@UKEEPER1>*
      *2026-12-01(周二)* 早会缺席，没有准假。
      1.8 店面整洁 · 12个月内第2次：50 分
      已知：早会签到：缺席。"
    `);
    await as('manager').command('/violation proposals');
    expect(await listOf('manager')).toMatchInlineSnapshot(`
      "*1 proposal to decide · 2026-12-01 (Tue)*
      *<@UKEEPER1>*
      *2026-12-01 (Tue)* Absent from the morning meeting without approved leave.
      1.8 Keep the shop tidy · 2nd time in 12 months: 50 points
      Known: Sign-in, Morning meeting: absent.
      [File] [Excuse] [Drop this one]
      “File” goes by the article, “Excuse” asks for a reason, “Drop” is about this one alone. Until one is filed, the person hears nothing of it."
    `);
    await as('manager').press('proposal.file');
    expect(await listOf('manager')).toMatchInlineSnapshot(`
      "*List of proposals · 2026-12-01 (Tue)*
      *<@UKEEPER1>*
      *2026-12-01 (Tue)* Absent from the morning meeting without approved leave.
      1.8 Keep the shop tidy · in 12 months, 1st time: 1 notice of criticism; 2nd: 50 points; from the 3rd on: 100 points + 1 notice of criticism
      :white_check_mark: Filed by <@UMANAGER>, 2026-12-01 09:30: No. 2
      Known: Sign-in, Morning meeting: absent."
    `);
    expect(await lastOf(department, 'keeper1')).toMatchInlineSnapshot(`
      "*违规处理 第 2 号*
      按部门条例，下面这件事已经决定。
      *1.8 店面整洁*
      收工前把店面收拾好；一年内再犯，一次比一次重。
      _条款第 1 版，2026-01-01 起生效_
      经过：早会缺席，没有准假。
      日期：2026-12-01(周二)
      处理：12个月内第2次：50 分
      由 <@UMANAGER> 于 2026-12-01 09:30 决定成立
      情况有出入时，按“说明”补充，决定人会看到；不服决定按“申诉”，由总裁复核，每件一次。
      [说明] [申诉]"
    `);
  });
});
