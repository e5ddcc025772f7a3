/** A department with three levels of authority: the supervisor up to 100 points, the manager up to 500, the president. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

const SHOP = join(import.meta.dirname, '../rulebook/shop.yaml');

let department: Department;
beforeEach(async () => {
  department = await openDepartment({
    at: '2026-12-01T10:00', // a Tuesday
    database: { kind: 'memory' },
    environment: { ...AT_ONCE, RULEBOOK_FILE: SHOP },
  });
  await as('manager').locale('en-US');
});
afterEach(() => department.close());
const as = (user: string) => department.as(user);

/** All that each of them was told. */
async function news(...users: string[]): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const user of users) all[user] = (await as(user).messages()).map(shown);
  return all;
}

it('80 points: the supervisor decides alone', async () => {
  expect(await as('presales1').does('/violation @presales2 1.2 80分 没招呼')).toMatchInlineSnapshot(`
    ":white_check_mark: 已记为第 1 号：<@UPRESALES2>，1.2 招呼客人，80 分。
    等待 <@USUPERVISOR> 处理，结果会私信你。"
  `);
  expect(await news('supervisor', 'manager', 'president')).toMatchInlineSnapshot(`
    {
      "manager": [],
      "president": [],
      "supervisor": [
        "违规处理：<@UPRESALES2>（2026-12-01 10:00 送达）
    *第 1 号 · 1.2 招呼客人 · 2026-12-01(周二)*
    人员：<@UPRESALES2> · 提出：<@UPRESALES1>
    处理：80 分
    1.1 至 1.31 此前没有成立的违规，今年没有通报批评。
    经过：没招呼
    [成立] [不成立] [另作决定]",
      ],
    }
  `);
  await as('supervisor').press('approval.approve');
  expect((await as('presales2').last()).text).toMatchInlineSnapshot(`
    "违规处理第 1 号：1.2 招呼客人
    *违规处理 第 1 号*
    按部门条例，下面这件事已经决定。
    *1.2 招呼客人*
    客人进门要招呼。
    _条款第 1 版，2026-01-01 起生效_
    经过：没招呼
    日期：2026-12-01(周二)
    处理：80 分
    由 <@USUPERVISOR> 于 2026-12-01 10:00 决定成立
    情况有出入时，按“说明”补充，决定人会看到；不服决定按“申诉”，由经理复核，每件一次。"
  `);
  expect(await news('manager', 'president')).toEqual({ manager: [], president: [] });
});

it('300 points: the supervisor recommends, the manager settles', async () => {
  expect(await as('presales1').does('/violation @presales2 1.2 300分 没招呼')).toMatchInlineSnapshot(`
    ":white_check_mark: 已记为第 1 号：<@UPRESALES2>，1.2 招呼客人，300 分。
    等待 <@USUPERVISOR> 处理，结果会私信你。"
  `);
  expect(shown(await as('supervisor').last())).toMatchInlineSnapshot(`
    "违规处理：<@UPRESALES2>（2026-12-01 10:00 送达）
    *第 1 号 · 1.2 招呼客人 · 2026-12-01(周二)*
    人员：<@UPRESALES2> · 提出：<@UPRESALES1>
    处理：300 分
    1.1 至 1.31 此前没有成立的违规，今年没有通报批评。
    超过 100 分，由经理决定（8.1）。
    经过：没招呼
    [建议处理，送经理] [不成立] [另作决定]"
  `);
  await as('supervisor').press('approval.approve');
  const form = JSON.stringify(await as('supervisor').view());
  for (const said of ['送经理', '给经理的建议', '这件事超出你的权限，经理会看到你的建议。'])
    expect(form).toContain(said);
  await as('supervisor').submit({ 'approval.recommendation': '第二次了' });
  expect(shown(await as('supervisor').last())).toMatchInlineSnapshot(`
    "违规处理：<@UPRESALES2>（2026-12-01 10:00 送达）
    *第 1 号 · 1.2 招呼客人 · 2026-12-01(周二)*
    人员：<@UPRESALES2> · 提出：<@UPRESALES1>
    处理：300 分
    1.1 至 1.31 此前没有成立的违规，今年没有通报批评。
    经过：没招呼
    <@USUPERVISOR> 建议：第二次了
    :white_check_mark: 已由 <@USUPERVISOR> 于 2026-12-01 10:00 建议处理，送经理
    理由：第二次了"
  `);
  expect(await as('supervisor').does('/violation 查看 1')).toContain('待经理决定');
  expect(await as('manager').does('/violation show 1')).toContain('waiting for the manager');
  expect(shown(await as('manager').last())).toMatchInlineSnapshot(`
    "Violation case: <@UPRESALES2> (asked 2026-12-01 10:00)
    *No. 1 · 1.2 Greet customers · 2026-12-01 (Tue)*
    Person: <@UPRESALES2> · Filed by: <@UPRESALES1>
    Measure: 300 points
    No case upheld before (1.1 to 1.31), and no notice of criticism this year.
    What happened: 没招呼
    <@USUPERVISOR> recommends: 第二次了
    [Uphold] [Dismiss] [Decide otherwise]"
  `);
  await as('manager').press('approval.approve');
  expect((await as('presales2').last()).text).toMatchInlineSnapshot(`
    "违规处理第 1 号：1.2 招呼客人
    *违规处理 第 1 号*
    按部门条例，下面这件事已经决定。
    *1.2 招呼客人*
    客人进门要招呼。
    _条款第 1 版，2026-01-01 起生效_
    经过：没招呼
    日期：2026-12-01(周二)
    处理：300 分
    由 <@UMANAGER> 于 2026-12-01 10:00 决定成立
    情况有出入时，按“说明”补充，决定人会看到；不服决定按“申诉”，由总裁复核，每件一次。"
  `);
  expect(await news('president')).toEqual({ president: [] });
});

it('600 points: up to the president, step by step, and all who recommended are told', async () => {
  await as('presales1').locale('en-US');
  expect(await as('presales1').does('/violation @presales2 1.2 600 points not greeted')).toMatchInlineSnapshot(`
    ":white_check_mark: Filed as No. 1: <@UPRESALES2>, 1.2 Greet customers, 600 points.
    <@USUPERVISOR> recommends, then the manager recommends, then the president decides; you will get a direct message."
  `);
  await as('supervisor').press('approval.approve');
  await as('supervisor').submit({ 'approval.recommendation': 'It was loud.' });
  expect(shown(await as('manager').last())).toMatchInlineSnapshot(`
    "Violation case: <@UPRESALES2> (asked 2026-12-01 10:00)
    *No. 1 · 1.2 Greet customers · 2026-12-01 (Tue)*
    Person: <@UPRESALES2> · Filed by: <@UPRESALES1>
    Measure: 600 points
    No case upheld before (1.1 to 1.31), and no notice of criticism this year.
    Above 500 points, or about the post itself: the president decides (8.1, 8.4).
    What happened: not greeted
    <@USUPERVISOR> recommends: It was loud.
    [Recommend to president] [Dismiss] [Decide otherwise]"
  `);
  await as('manager').press('approval.approve');
  const form = await as('manager').view();
  expect(JSON.stringify(form)).toContain('To the president');
  await as('manager').submit({ 'approval.recommendation': 'It was the third time.' });
  expect(shown(await as('manager').last())).toMatchInlineSnapshot(`
    "Violation case: <@UPRESALES2> (asked 2026-12-01 10:00)
    *No. 1 · 1.2 Greet customers · 2026-12-01 (Tue)*
    Person: <@UPRESALES2> · Filed by: <@UPRESALES1>
    Measure: 600 points
    No case upheld before (1.1 to 1.31), and no notice of criticism this year.
    What happened: not greeted
    <@USUPERVISOR> recommends: It was loud.
    <@UMANAGER> recommends: It was the third time.
    :white_check_mark: Recommended to the president by <@UMANAGER>, 2026-12-01 10:00
    Reason: It was the third time."
  `);
  expect(shown(await as('president').last())).toMatchInlineSnapshot(`
    "违规处理：<@UPRESALES2>（2026-12-01 10:00 送达）
    *第 1 号 · 1.2 招呼客人 · 2026-12-01(周二)*
    人员：<@UPRESALES2> · 提出：<@UPRESALES1>
    处理：600 分
    1.1 至 1.31 此前没有成立的违规，今年没有通报批评。
    经过：not greeted
    <@USUPERVISOR> 建议：It was loud.
    <@UMANAGER> 建议：It was the third time.
    [成立] [不成立] [另作决定]"
  `);
  await as('president').press('approval.approve');
  expect(
    [await as('supervisor').last(), await as('manager').last(), await as('presales1').last()].map(shown),
  ).toMatchInlineSnapshot(`
    [
      "第 1 号（<@UPRESALES2>，1.2 招呼客人）：*成立，已生效*
    由 <@UPRESIDENT> 于 2026-12-01 10:00 决定成立",
      "No. 1 (<@UPRESALES2>, 1.2 Greet customers): *upheld and final*
    Upheld by <@UPRESIDENT>, 2026-12-01 10:00",
      "No. 1 (<@UPRESALES2>, 1.2 Greet customers): *upheld and final*
    Upheld by <@UPRESIDENT>, 2026-12-01 10:00",
    ]
  `);
});

it('what the manager files is within the limit of the manager, and what the supervisor files goes to them', async () => {
  expect(await as('manager').does('/violation @presales2 1.2 500 points not greeted')).toMatchInlineSnapshot(`
    ":white_check_mark: Filed as No. 1: <@UPRESALES2>, 1.2 Greet customers, 500 points.
    It is within your authority and upheld by your filing; the person has been told."
  `);
  expect(await as('supervisor').does('/violation @presales3 1.2 101分 没招呼')).toMatchInlineSnapshot(`
    ":white_check_mark: 已记为第 2 号：<@UPRESALES3>，1.2 招呼客人，101 分。
    超过你的权限，已作为你的建议送 <@UMANAGER> 决定，结果会私信你。"
  `);
  expect(await as('manager').does('/violation @presales1 1.2 501 points not greeted')).toMatchInlineSnapshot(`
    ":white_check_mark: Filed as No. 3: <@UPRESALES1>, 1.2 Greet customers, 501 points.
    It is beyond your authority and went to <@UPRESIDENT> with your recommendation; you will get a direct message."
  `);
  expect(await as('supervisor').does('/violation @presales3 1.2 5001分 没招呼')).toContain('一件最多5,000 分');
});

it('an appeal against the supervisor goes to the manager, one against the manager to the president', async () => {
  await as('supervisor').does('/violation @presales2 1.2 80分 没招呼');
  await as('manager').does('/violation @presales3 1.2 300 points not greeted');
  expect(
    shown(await as('presales2').last())
      .split('\n')
      .slice(-3),
  ).toMatchInlineSnapshot(`
    [
      "由 <@USUPERVISOR> 于 2026-12-01 10:00 决定成立",
      "情况有出入时，按“说明”补充，决定人会看到；不服决定按“申诉”，由经理复核，每件一次。",
      "[说明] [申诉]",
    ]
  `);
  await as('presales2').press('violation.appeal');
  expect(JSON.stringify(await as('presales2').view())).toContain('由经理决定。');
  const sent = await as('presales2').submit({ 'violation.appealText': '客人没有进门' });
  expect(JSON.stringify(sent)).toContain('申诉已送经理');
  expect(await as('presales2').command('/violation 查看 1')).toContain('申诉等待经理决定');
  const card = await as('manager').last();
  expect(card.text).toContain('Appeal');
  expect(await news('president')).toEqual({ president: [] });
  await as('manager').press('approval.approve', { ts: card.ts });
  await as('presales3').locale('en-US');
  await as('presales3').press('violation.appeal');
  expect(JSON.stringify(await as('presales3').view())).toContain('The president decides.');
  const again = await as('presales3').submit({ 'violation.appealText': 'Nobody came in.' });
  expect(JSON.stringify(again)).toContain('Your appeal is with the president');
  expect(shown(await as('president').last())).toContain('申诉');
});

it('whoever decided does not decide the appeal, whatever was lent to them since', async () => {
  await as('supervisor').does('/violation @presales2 1.2 80分 没招呼');
  await as('presales2').press('violation.appeal');
  await as('presales2').submit({ 'violation.appealText': '客人没有进门' });
  await as('manager').does('/approvals delegate @supervisor 2026-12-01 2026-12-02');
  expect(await as('supervisor').command('/approvals')).toContain('没有等你审批的事项');
  expect(await as('manager').command('/approvals')).toContain('Waiting for your decision');
});

it('what the supervisor lets lie goes one level up, to the manager alone', async () => {
  await as('presales1').does('/violation @presales2 1.2 300分 没招呼');
  await department.travel('2026-12-03T09:00');
  expect(shown(await as('manager').last())).toMatchInlineSnapshot(`
    "Violation case: <@UPRESALES2> (asked 2026-12-01 10:00)
    *No. 1 · 1.2 Greet customers · 2026-12-01 (Tue)*
    Person: <@UPRESALES2> · Filed by: <@UPRESALES1>
    Measure: 300 points
    No case upheld before (1.1 to 1.31), and no notice of criticism this year.
    Above 100 points: the manager decides (8.1).
    What happened: 没招呼
    Nobody below decided, so it was passed on
    [Uphold] [Dismiss] [Decide otherwise]"
  `);
  expect(await news('president')).toEqual({ president: [] });
  await as('manager').press('approval.approve');
  expect((await as('presales2').last()).text).toContain('由 <@UMANAGER> 于 2026-12-03 09:00 决定成立');
});

it('where there is no supervisor the manager is asked at once', async () => {
  await as('manager').does('/post @supervisor end supervisor');
  expect(await as('presales1').does('/violation @presales2 1.2 80分 没招呼')).toContain('<@UMANAGER>');
});

it('fines near each other are told to the next level, once a case', async () => {
  await as('supervisor').does('/violation @presales2 1.2 60分 昨天 没招呼');
  expect(await news('manager')).toEqual({ manager: [] });
  await as('supervisor').does('/violation @presales2 1.2 60分 没招呼');
  expect((await as('manager').messages()).map(shown)).toMatchInlineSnapshot(`
    [
      "No. 2 was upheld: <@UPRESALES2>, 1.2 Greet customers, 60 points.
    With No. 1 within 7 days it comes to 120 points: more than the 100 points that the supervisor decides (8.1).
    Look whether one incident was split: \`/violation show 2\`",
    ]
  `);
  // The president hears of what the manager decides.
  await as('manager').does('/violation @presales2 1.2 2026-11-29 450 points not greeted');
  expect((await as('president').messages()).map(shown)).toMatchInlineSnapshot(`
    [
      "第 3 号已决定成立：<@UPRESALES2>，1.2 招呼客人，450 分。
    前后 7 天内还有第 1 号、第 2 号，合计 570 分，超过经理的权限 500 分（8.1）。
    请看是否是同一件事拆开提出：\`/violation 查看 3\`",
    ]
  `);
  expect(await as('president').command('/violation 查看 3')).toContain('450 分');
  expect((await as('manager').messages()).length).toBe(1);
});

it('nothing is told where the incident itself went to the next level', async () => {
  await as('supervisor').does('/violation @presales2 1.2 60分 昨天 没招呼');
  await as('supervisor').does('/violation @presales2 1.2 60分 没招呼');
  const before = (await as('manager').messages()).length;
  await as('supervisor').does('/violation @presales2 1.2 90分 没招呼，第二次');
  const [card] = (await as('manager').messages()).slice(before);
  expect(card?.text).toContain('<@UPRESALES2>');
  await as('manager').press('approval.approve', { ts: card?.ts ?? '' });
  expect(await news('president')).toEqual({ president: [] });
});

it('proposals and praises go by the levels as well', async () => {
  expect(await as('presales1').command('/violation 提议')).toContain('提议由主管决定');
  expect(await as('manager').does('/praise @presales2 600 points found a wallet')).toMatchInlineSnapshot(`
    ":white_check_mark: Praise filed for <@UPRESALES2> (No. 1): incentive 600 points · notice of praise.
    It is beyond your authority and went to <@UPRESIDENT> with your recommendation; you will get a direct message."
  `);
  expect(await as('presales1').does('/praise @presales2 300分 找回钱包')).toMatchInlineSnapshot(`
    ":white_check_mark: 已记录表扬 <@UPRESALES2>（第 2 号）：奖励 300 分 · 通报表扬。
    等待 <@USUPERVISOR> 处理，结果会私信你。"
  `);
  expect(shown(await as('supervisor').last())).toMatchInlineSnapshot(`
    "表扬：<@UPRESALES2>（2026-12-01 10:00 送达）
    *第 2 号 · 2026-12-01(周二)*
    人员：<@UPRESALES2> · 提出：<@UPRESALES1>
    内容：奖励 300 分 · 通报表扬
    同一人同一天另有奖励 600 分，合计 900 分。
    超过 500 分，由总裁决定（8.1、8.4）。
    原因：找回钱包
    [建议表扬，送经理] [不采纳]"
  `);
});
