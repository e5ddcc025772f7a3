/** A case tells its whole story: who set which terms, what counts by now and what only stands, and what an appeal came to. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeEach(async () => {
  department = await openDepartment({
    at: '2026-12-01T10:00', // a Tuesday
    environment: { HEARING_WORKDAYS: '0' },
  });
  await as('president').locale('en-US');
});
afterEach(() => department.close());
const as = (user: string) => department.as(user);

/** The last message of a person with the text in it. */
async function about(user: string, text: string): Promise<{ ts: string; said: string }> {
  const found = (await as(user).messages()).findLast(message => shown(message).includes(text));
  return { ts: found?.ts ?? '', said: found === undefined ? '' : shown(found) };
}
const toldOf = async (user: string, text: string) => (await about(user, text)).said;

async function otherwise(user: string, of: string, amount: string, why: string): Promise<void> {
  await as(user).press('approval.otherwise', { ts: (await about(user, of)).ts });
  await as(user).submit({ 'violation.how': 'terms', 'violation.set': amount, 'violation.setWhy': why });
}

it('a recommendation on other terms stays beside who made it, whatever is decided; who stood for something else is told', async () => {
  await as('presales1').does('/violation @presales2 1.1 200 没有计划');
  await otherwise('manager', '第 1 号', '300.01', '不是第一次');
  // Before the decision nothing is said to be decided.
  expect(await toldOf('president', 'No. 1')).toMatchInlineSnapshot(`
    "Violation case: <@UPRESALES2> (asked 2026-12-01 10:00)
    *No. 1 · 1.1 Plan, process and result · 2026-12-01 (Tue)*
    Person: <@UPRESALES2> · Filed by: <@UPRESALES1>
    Measure: ¥300.01
    Asked for: ¥200 (<@UPRESALES1>)
    Recommended: ¥300.01 (<@UMANAGER>)
    No case upheld before (1.1 to 1.31), and no notice of criticism this year.
    What happened: 没有计划
    <@UMANAGER> recommends: 不是第一次
    [Uphold] [Dismiss] [Decide otherwise]"
  `);
  await otherwise('president', 'No. 1', '0', 'he was ill');
  expect(await toldOf('president', 'No. 1')).toMatchInlineSnapshot(`
    "Violation case: <@UPRESALES2> (asked 2026-12-01 10:00)
    *No. 1 · 1.1 Plan, process and result · 2026-12-01 (Tue)*
    Person: <@UPRESALES2> · Filed by: <@UPRESALES1>
    Measure: no fine
    Asked for: ¥200 (<@UPRESALES1>)
    Recommended: ¥300.01 (<@UMANAGER>)
    Decided: no fine (<@UPRESIDENT>)
    No case upheld before (1.1 to 1.31), and no notice of criticism this year.
    What happened: 没有计划
    <@UMANAGER> recommends: 不是第一次
    :white_check_mark: Upheld by <@UPRESIDENT>, 2026-12-01 10:00
    Reason: he was ill"
  `);
  expect(await as('manager').command('/violation 查看 1')).toMatchInlineSnapshot(`
    "第 1 号 · 1.1 计划、过程与结果 · 2026-12-01(周二)
    *第 1 号 · 1.1 计划、过程与结果 · 2026-12-01(周二)*
    人员：<@UPRESALES2> · 提出：<@UPRESALES1>
    处理：不罚款
    提出：200元（<@UPRESALES1>）
    建议：300.01元（<@UMANAGER>）
    决定：不罚款（<@UPRESIDENT>）
    _条款第 1 版，2015-01-01 起生效_
    *成立，可申诉*
    申诉期到 2026-12-08 17:30。
    经过：没有计划
    <@UMANAGER> 建议：不是第一次
    由 <@UPRESIDENT> 于 2026-12-01 10:00 决定成立
    理由：he was ill"
  `);
  expect(await toldOf('presales1', '成立')).toMatchInlineSnapshot(`
    "第 1 号（<@UPRESALES2>，1.1 计划、过程与结果）：*成立，可申诉*，不罚款（提出的是 200元）
    由 <@UPRESIDENT> 于 2026-12-01 10:00 决定成立
    理由：he was ill"
  `);
  expect(await toldOf('manager', '你建议的')).toMatchInlineSnapshot(`
    "第 1 号（<@UPRESALES2>，1.1 计划、过程与结果）：*成立，可申诉*，不罚款（你建议的是 300.01元）
    由 <@UPRESIDENT> 于 2026-12-01 10:00 决定成立
    理由：he was ill"
  `);
  // The member reads what was asked for and decided, and nothing of what lies between.
  expect(await toldOf('presales2', '第 1 号')).toMatchInlineSnapshot(`
    "*违规处理 第 1 号*
    按部门条例，下面这件事已经决定。
    *1.1 计划、过程与结果*
    自己职责内的事要主动去做：动手前有计划，做的时候留下记录，做完拿得出结果。
    _条款第 1 版，2015-01-01 起生效_
    经过：没有计划
    日期：2026-12-01(周二)
    处理：不罚款
    提出：200元
    决定：不罚款（<@UPRESIDENT>）
    由 <@UPRESIDENT> 于 2026-12-01 10:00 决定成立
    理由：he was ill
    情况有出入时，按“说明”补充；不服决定，请在 2026-12-08 17:30 前按“申诉”，由总裁复核，每件一次。没有申诉，到时生效。
    [说明] [申诉]"
  `);
});

it('in English too, to a filer whose sum was lowered and who gets another', async () => {
  await as('presales1').locale('en-US');
  await as('presales2').locale('en-US');
  await as('manager').locale('en-US');
  await as('presales1').does('/violation @presales2 1.1 200 no plan');
  await otherwise('manager', 'No. 1', '50', 'mild');
  expect(await toldOf('presales1', 'upheld')).toMatchInlineSnapshot(`
    "No. 1 (<@UPRESALES2>, 1.1 Plan, process and result): *upheld, open to appeal*, with ¥50 (asked for: ¥200)
    Upheld by <@UMANAGER>, 2026-12-01 10:00
    Reason: mild"
  `);
  expect(await toldOf('manager', 'No. 1')).toContain('Asked for: ¥200 (<@UPRESALES1>)\nDecided: ¥50 (<@UMANAGER>)');
  expect(await toldOf('presales2', 'No. 1')).toContain('Asked for: ¥200\nDecided: ¥50 (<@UMANAGER>)');
});

it('what an appeal came to is told after a voiding as before it, and the voiding last', async () => {
  await as('presales1').does('/violation @presales2 1.1 50 没有计划');
  await as('manager').press('approval.approve', { ts: (await about('manager', '第 1 号')).ts });
  await as('presales2').press('violation.appeal', { ts: (await about('presales2', '违规处理')).ts });
  await as('presales2').submit({ 'violation.appealText': '有计划' });
  await as('president').press('approval.otherwise', { ts: (await about('president', 'Appeal')).ts });
  await as('president').submit({ 'violation.set': '0', 'violation.setWhy': 'mild' });
  expect(await toldOf('presales2', '违规处理')).toMatchInlineSnapshot(`
    "*违规处理 第 1 号*
    按部门条例，下面这件事已经决定。
    *1.1 计划、过程与结果*
    自己职责内的事要主动去做：动手前有计划，做的时候留下记录，做完拿得出结果。
    _条款第 1 版，2015-01-01 起生效_
    经过：没有计划
    日期：2026-12-01(周二)
    处理：不罚款
    决定：50元（<@UMANAGER>）
    申诉后：不罚款（<@UPRESIDENT>）
    由 <@UMANAGER> 于 2026-12-01 10:00 决定成立
    已于 2026-12-01 10:00 生效。
    申诉：有计划
    申诉部分成立，<@UPRESIDENT> 减轻了处理
    理由：mild
    [说明]"
  `);
  await as('president').command('/approvals decided @presales2');
  await as('president').press('approval.takeBack', { channel: 'department' });
  await as('president').submit({ 'approval.undoWhy': 'wrong person' });
  expect(await as('president').command('/violation show 1')).toMatchInlineSnapshot(`
    "No. 1 · 1.1 Plan, process and result · 2026-12-01 (Tue)
    *No. 1 · 1.1 Plan, process and result · 2026-12-01 (Tue)*
    Person: <@UPRESALES2> · Filed by: <@UPRESALES1>
    Measure: no fine
    Asked for: ¥50 (<@UPRESALES1>)
    Decided: ¥50 (<@UMANAGER>)
    After appeal: no fine (<@UPRESIDENT>)
    _Version 1 of the article, in force since 2015-01-01_
    *voided*
    Final since 2026-12-01 10:00.
    What happened: 没有计划
    Upheld by <@UMANAGER>, 2026-12-01 10:00
    Appeal: 有计划
    The appeal succeeded in part; <@UPRESIDENT> reduced the decision
    Reason: mild
    Voided by <@UPRESIDENT>, 2026-12-01 10:00
    Reason: wrong person"
  `);
  expect(await as('manager').command('/violation 查看 1')).toContain(
    '申诉部分成立，<@UPRESIDENT> 减轻了处理\n理由：mild\n由 <@UPRESIDENT> 于 2026-12-01 10:00 作废\n理由：wrong person',
  );
  expect(await toldOf('presales2', '违规处理 第 1 号')).toMatch(
    /减轻了处理\n理由：mild\n由 .* 作废\n理由：wrong person\n/,
  );
});

it('what stands and is not final is told apart from what counts, to whoever decides and to the member', async () => {
  const numbers = [1, 2, 3];
  for (const at of numbers) {
    await as('presales1').does(`/violation @keeper1 1.8 2026-12-01 第${at}次迟到`, 'department');
  }
  for (const number of numbers) {
    await as('manager').press('approval.approve', { ts: (await about('manager', `第 ${number} 号`)).ts });
  }
  const said = (await as('keeper1').messages()).map(shown).join('\n');
  expect(said.match(/[^\n]*今年第[^\n]*/gu)).toMatchInlineSnapshot(`
    [
      "生效后，这是你今年第 1 次通报批评（满 3 次须提出调岗或开除，8.3）。",
      "如都生效，这是你今年第 2 次通报批评（满 3 次须提出调岗或开除，8.3）。",
      "如都生效，这是你今年第 3 次通报批评（满 3 次须提出调岗或开除，8.3）。",
    ]
  `);
  await as('presales1').does('/violation @keeper1 1.4 闲聊');
  const before = /[^\n]*(?:此前|before)[^\n]*/u;
  const seen = async (number: number) => [
    before.exec(await toldOf('manager', `第 ${number} 号`))?.[0],
    before.exec(await toldOf('supervisor', `No. ${number}`))?.[0],
  ];
  await as('supervisor').locale('en-US');
  await as('presales1').does('/violation @keeper1 1.4 又闲聊');
  expect(await seen(5)).toMatchInlineSnapshot(`
    [
      "此前没有生效的违规（1.1 至 1.31）；另有 3 件成立、可申诉（通报批评 3 次）。",
      "Final before (1.1 to 1.31): none. Upheld, open to appeal: 3 cases, 3 notices.",
    ]
  `);
  // One of them is appealed against.
  await as('keeper1').press('violation.appeal', { ts: (await about('keeper1', '违规处理 第 1 号')).ts });
  await as('keeper1').submit({ 'violation.appealText': '堵车' });
  await as('presales1').does('/violation @keeper1 1.4 还在闲聊');
  expect(await seen(6)).toMatchInlineSnapshot(`
    [
      "此前没有生效的违规（1.1 至 1.31）；另有 3 件成立、尚未生效（通报批评 3 次）。",
      "Final before (1.1 to 1.31): none. Upheld, not final yet: 3 cases, 3 notices.",
    ]
  `);
  // Two become final.
  await department.travel('2026-12-08T17:30');
  await as('presales1').does('/violation @keeper1 1.1 100 没有计划');
  expect(await seen(7)).toMatchInlineSnapshot(`
    [
      "此前生效 2 件（1.1 至 1.31），今年通报批评 2 次；另有 1 件成立、尚未生效（通报批评 1 次）。",
      "Final before: 2 cases (1.1 to 1.31), 2 notices this year. Upheld, not final yet: 1 case, 1 notice.",
    ]
  `);
  // Final, each is which it is, not how many there are.
  const later = (await as('keeper1').messages()).map(shown).join('\n');
  expect(later.match(/[^\n]*今年第[^\n]*/gu)).toMatchInlineSnapshot(`
    [
      "生效后，这是你今年第 1 次通报批评（满 3 次须提出调岗或开除，8.3）。",
      "这是你今年第 1 次通报批评（满 3 次须提出调岗或开除，8.3）。",
      "这是你今年第 2 次通报批评（满 3 次须提出调岗或开除，8.3）。",
    ]
  `);
  await as('keeper1').locale('en-US');
  expect(await as('keeper1').command('/violation show 1')).toContain(
    'Once final, this is your 3rd notice of criticism this year (3 lead to a proposal of transfer or dismissal, 8.3).',
  );
});

it('what follows from counting carries no lines of a fine', async () => {
  await department.close();
  department = await openDepartment({ at: '2026-12-01T10:00', environment: AT_ONCE });
  await as('supervisor').locale('en-US');
  for (const at of ['8:05', '8:06', '8:07']) {
    await as('presales1').does(`/violation @keeper1 1.8 ${at} 迟到`);
    const { ts } = await about('manager', at);
    await as('manager').press('approval.approve', { ts });
  }
  expect(await toldOf('manager', '8.3')).toMatchInlineSnapshot(`
    "违规处理：<@UKEEPER1>（2026-12-01 10:00 送达）
    *第 4 号 · 8.3 一年三次通报批评 · 2026-12-01(周二)*
    人员：<@UKEEPER1> · 提出：系统
    处理：调岗或开除
    超过 300元，或涉及岗位去留，由总裁决定（8.1、8.4）。
    经过：今年已有 3 次通报批评（第 1 号、第 2 号、第 3 号），1.1 至 1.31 累计生效 3 件（第 1 号、第 2 号、第 3 号），满 3 应提出调岗或开除（8.3、1.32）。
    [建议处理，送总裁] [不成立]"
  `);
  expect(await toldOf('supervisor', '8.3')).toMatchInlineSnapshot(`
    "Violation case: <@UKEEPER1> (asked 2026-12-01 10:00)
    *No. 4 · 8.3 Three notices of criticism in a year · 2026-12-01 (Tue)*
    Person: <@UKEEPER1> · Filed by: the bot
    Measure: transfer or dismissal
    Above ¥300, or about the post itself: the president decides (8.1, 8.4).
    What happened: 3 notices of criticism this year (No. 1, No. 2, No. 3) and 3 final cases under 1.1 to 1.31 (No. 1, No. 2, No. 3). With 3 of either, transfer or dismissal is to be proposed (8.3, 1.32).
    [Recommend to president] [Dismiss]"
  `);
  expect(await as('supervisor').command('/violation show 4')).toMatchInlineSnapshot(`
    "No. 4 · 8.3 Three notices of criticism in a year · 2026-12-01 (Tue)
    *No. 4 · 8.3 Three notices of criticism in a year · 2026-12-01 (Tue)*
    Person: <@UKEEPER1> · Filed by: the bot
    Measure: transfer or dismissal
    _Version 1 of the article, in force since 2015-01-01_
    *waiting for a leader to take it up*
    What happened: 3 notices of criticism this year (No. 1, No. 2, No. 3) and 3 final cases under 1.1 to 1.31 (No. 1, No. 2, No. 3). With 3 of either, transfer or dismissal is to be proposed (8.3, 1.32)."
  `);
});
