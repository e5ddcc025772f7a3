import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../../src/features/approval/decision.ts';
import { propose } from '../../../src/features/proposal/workflow.ts';
import { findArticle } from '../../../src/features/rulebook/rules.ts';
import { answerCase, appealCase } from '../../../src/features/violation/answer.ts';
import { fileProposed } from '../../../src/features/violation/proposing.ts';
import type { Member } from '../../../src/member/rules.ts';
import { memberOf } from '../../../src/member/store.ts';
import { AT_ONCE, type Department, openDepartment, type SeenMessage } from '../../support/department.ts';
import { articles } from '../../support/rulebook.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T20:00', environment: AT_ONCE }); // a Tuesday, after hours
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);
const texts = async (user: string, channel?: string) => (await as(user).messages(channel)).map(({ text }) => text);
/** All the words of a message, its blocks included. */
const words = (message: SeenMessage) => [message.text, ...wordsOf(message.blocks ?? [])].join('\n');
/** The words of the blocks of a person's last message, without its fallback text. */
const lastBlocks = async (user: string) => wordsOf((await as(user).last()).blocks ?? []);

/** The line and then everything its blocks say, buttons apart: what a screen reader is given. */
async function inFull(line: string, user: string): Promise<string> {
  const buttons = ['说明', '申诉', 'Answer', 'Appeal'];
  return [line, ...(await lastBlocks(user)).filter(text => !buttons.includes(text))].join('\n');
}

describe('one line by a person with the authority', () => {
  it('decides at once, tells the person, and leaves the channels alone', async () => {
    expect(await as('supervisor').does('/violation @presales1 1.9 jd absent 9:00-9:20')).toBe(
      [
        ':white_check_mark: 已记为第 1 号：<@UPRESALES1>，1.9 客服按班表在线（京东），200元。',
        '在你的权限内，已由你决定成立，并已通知本人。',
      ].join('\n'),
    );
    expect((await as('presales1').last()).text).toBe(
      await inFull('违规处理第 1 号：1.9 客服按班表在线（京东）', 'presales1'),
    );
    expect(await lastBlocks('presales1')).toEqual([
      `*违规处理 第 1 号*\n按部门条例，下面这件事已经决定。\n*1.9 客服按班表在线（京东）*\n${findArticle('1.9', articles)?.text['zh-CN']}\n_条款第 1 版，2015-01-01 起生效_`,
      '经过：absent 9:00-9:20',
      '日期：2026-12-01(周二)\n处理：200元\n由 <@USUPERVISOR> 于 2026-12-01 20:00 决定成立',
      '情况有出入时，按“说明”补充，决定人会看到；不服决定按“申诉”，由总裁复核，每件一次。',
      '说明',
      '申诉',
    ]);
    for (const channel of ['notices', 'department']) expect(await texts('presales2', channel)).toEqual([]);
  });

  it('answers and tells in English too', async () => {
    await as('manager').locale('en-US');
    await as('clerk1').locale('en-US');
    expect(await as('manager').does('/violation @clerk1 1.27 x3 sold out')).toBe(
      'Article 1.27 binds only the operations specialist, and this person does not hold that post. Choose another person or another article.',
    );
    expect(await as('manager').does('/violation @clerk1 1.1 80.50 yesterday +notice no plan, no *record*')).toBe(
      [
        ':white_check_mark: Filed as No. 2: <@UCLERK1>, 1.1 Plan, process and result, ¥80.50 · 1 notice of criticism.',
        'It is within your authority and upheld by your filing; the person has been told.',
      ].join('\n'),
    );
    expect((await as('clerk1').last()).text).toBe(
      await inFull('Violation case No. 2: 1.1 Plan, process and result', 'clerk1'),
    );
    expect(await lastBlocks('clerk1')).toEqual([
      '*Violation case No. 2*\nThis was decided by the department’s regulation.\n*1.1 Plan, process and result*\nEveryone does the work of their post of their own accord: planned before it starts, recorded while it runs, finished with a result.\n_Version 1 of the article, in force since 2015-01-01_',
      'What happened: no plan, no ＊record＊',
      'Date: 2026-11-30 (Mon)\nMeasure: ¥80.50 · 1 notice of criticism\nThis is your 1st notice of criticism this year (3 lead to a proposal of transfer or dismissal, 8.3).\nUpheld by <@UMANAGER>, 2026-12-01 20:00',
      'If it happened differently, press Answer; whoever decided will read it. To contest the decision, press Appeal; the president reviews each case once.',
      'Answer',
      'Appeal',
    ]);
  });

  it('posts a notice of criticism without facts or fine', async () => {
    expect((await as('keeper1').messages('notices')).map(words)).toEqual([
      ':loudspeaker: *通报批评（2026-12-01(周二)）*\n<@UCLERK1>，违反 1.1 计划、过程与结果。\n:loudspeaker: *通报批评（2026-12-01(周二)）*\n<@UCLERK1>，违反 1.1 计划、过程与结果。',
    ]);
  });

  it('multiplies where the article counts', async () => {
    expect(await as('manager').does('/violation @operations1 1.27 x3 sold out')).toMatch(
      /^:white_check_mark: Filed as No\. 3: <@UOPERATIONS1>, 1\.27 No selling without stock, ¥150 \(3 × ¥50\)\./,
    );
  });
});

describe('300 yuan for one person and incident (8.1)', () => {
  it('is within at 300 in two parts', async () => {
    await as('supervisor').does('/violation @presales2 1.1 200 没有计划');
    expect(await as('supervisor').does('/violation @presales2 1.2 100 没有按流程')).toBe(
      [
        ':white_check_mark: 已记为第 5 号：<@UPRESALES2>，1.2 按标准和流程办事，100元。',
        '同一人同一天另有 200元，合计 300元。',
        '在你的权限内，已由你决定成立，并已通知本人。',
      ].join('\n'),
    );
  });

  it('goes to the president at 300.01, with the recommendation', async () => {
    await as('supervisor').does('/violation @aftersales1 1.1 200 没有计划');
    expect(await as('supervisor').does('/violation @aftersales1 1.2 100.01 没有按流程')).toBe(
      [
        ':white_check_mark: 已记为第 7 号：<@UAFTERSALES1>，1.2 按标准和流程办事，100.01元。',
        '同一人同一天另有 200元，合计 300.01元。',
        '超过你的权限，已作为你的建议送 <@UPRESIDENT> 决定，结果会私信你。',
      ].join('\n'),
    );
    expect((await as('president').last()).text).toBe(
      '违规处理：<@UAFTERSALES1>（2026-12-01 20:00 送达）：第 7 号 · 1.2 按标准和流程办事 · 2026-12-01(周二)',
    );
    expect((await lastBlocks('president'))[1]).toBe(
      [
        '*第 7 号 · 1.2 按标准和流程办事 · 2026-12-01(周二)*',
        '人员：<@UAFTERSALES1> · 提出：<@USUPERVISOR>',
        '处理：100.01元',
        '同一人同一天另有 200元，合计 300.01元。',
        '此前生效 1 件（1.1 至 1.31）。',
        '经过：没有按流程',
        '<@USUPERVISOR> 建议如此处理',
      ].join('\n'),
    );
    expect(await texts('aftersales1')).toHaveLength(1); // nothing is decided yet
    await as('president').press('approval.approve');
    expect((await as('supervisor').last()).text).toBe(
      '第 7 号（<@UAFTERSALES1>，1.2 按标准和流程办事）：*成立，已生效*',
    );
    expect((await as('aftersales1').last()).text).toBe(
      await inFull('违规处理第 7 号：1.2 按标准和流程办事', 'aftersales1'),
    );
  });

  it('holds when two leaders file at once', async () => {
    const answers = await Promise.all([
      as('supervisor').does('/violation @logistics1 1.1 200 没有计划'),
      as('manager').does('/violation @logistics1 1.2 200 no procedure'),
    ]);
    expect(answers.filter(answer => /<@UPRESIDENT>/.test(answer))).toHaveLength(1);
  });
});

describe('a colleague proposes', () => {
  it('to manager and supervisor, and the first of them decides', async () => {
    expect(await as('presales3').does('/violation @presales4 1.4 闲聊半小时')).toBe(
      [
        ':white_check_mark: 已记为第 10 号：<@UPRESALES4>，1.4 上班时间只做工作，50元。',
        '等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位处理，结果会私信你。',
      ].join('\n'),
    );
    expect(await texts('presales4')).toEqual([]);
    await as('supervisor').press('approval.approve');
    expect((await as('presales3').last()).text).toBe('第 10 号（<@UPRESALES4>，1.4 上班时间只做工作）：*成立，已生效*');
    expect((await as('presales4').last()).text).toBe(
      await inFull('违规处理第 10 号：1.4 上班时间只做工作', 'presales4'),
    );
    expect(words(await as('manager').last())).not.toContain('approval.approve');
    expect(words(await as('manager').last())).toContain('Upheld by <@USUPERVISOR>, 2026-12-01 20:00');
  });

  it('hears the reason of a rejection, and the person hears nothing', async () => {
    await as('presales3').does('/violation @presales4 1.11 与顾客争吵');
    await as('supervisor').press('approval.reject');
    await as('supervisor').submit({ 'approval.why': '录音里没有争吵' });
    expect(await lastBlocks('presales3')).toEqual([
      '第 11 号（<@UPRESALES4>，1.11 待客有礼）：*不成立*',
      '由 <@USUPERVISOR> 于 2026-12-01 20:00 决定不成立\n理由：录音里没有争吵',
    ]);
    expect(await texts('presales4')).toHaveLength(1);
    expect(await as('presales4').does('/violation show 11')).toBe('没有找到第 11 号，用 `/violation 列表` 查看编号。');
  });

  it('of a consequence: a leader recommends, the president decides (8.4)', async () => {
    expect(await as('presales3').does('/violation @keeper1 5.2 serious 泄露进货价')).toBe(
      [
        ':white_check_mark: 已记为第 12 号：<@UKEEPER1>，5.2 不外传未公开的信息（后果严重），退回人事部门。',
        '等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位提出建议，再由总裁决定，结果会私信你。',
      ].join('\n'),
    );
    await as('supervisor').press('approval.approve');
    await as('supervisor').submit({ 'approval.recommendation': '影响很大，建议退回' });
    expect(await texts('keeper1')).toEqual([]);
    expect((await lastBlocks('president'))[1]).toContain('<@USUPERVISOR> 建议：影响很大，建议退回');
    await as('president').press('approval.approve');
    expect((await lastBlocks('keeper1'))[2]).toBe(
      '日期：2026-12-01(周二)\n处理：退回人事部门\n由 <@UPRESIDENT> 于 2026-12-01 20:00 决定成立',
    );
  });
});

describe('who decides about leaders', () => {
  it('about the supervisor the manager, about the manager the president; nobody about themselves', async () => {
    expect(await as('presales3').does('/violation @supervisor 1.4 闲聊')).toContain('等待 <@UMANAGER> 处理');
    expect(await as('supervisor').does('/violation @manager 1.4 闲聊')).toContain('等待 <@UPRESIDENT> 决定');
    const token = await tokenIn('manager');
    const { office } = department.application;
    expect(await decide(office, token, 'USUPERVISOR', 'approved', null)).toMatchObject({ code: 'approval.own' });
    expect(await decide(office, token, 'UKEEPER1', 'approved', null)).toMatchObject({ code: 'approval.notYours' });
    expect(await decide(office, token, 'UPRESALES1', 'approved', null)).toMatchObject({ code: 'approval.subordinate' });
    expect(await decide(office, token, 'UDEPUTY', 'approved', null)).toMatchObject({ code: 'approval.notYours' });
    expect(await decide(office, await tokenIn('president'), 'USUPERVISOR', 'approved', null)).toMatchObject({
      code: 'approval.subordinate',
    });
    expect(await as('supervisor').does('/violation show 13')).toContain('没有找到第 13 号');
    expect(await as('manager').does('/violation show 14')).toContain('found no case number 14');
  });
});

describe('repetition', () => {
  it('asks for transfer or dismissal at the third notice and at the third case', async () => {
    for (const time of ['8:05', '8:07', '8:09']) await as('manager').does(`/violation @deputy 1.8 came at ${time}`);
    const asked = words(await as('manager').last());
    expect(asked).toContain('*No. 18 · 8.3 ');
    expect(asked).toContain('Filed by: the bot');
    expect(asked).toContain('Measure: transfer or dismissal');
    expect(asked).toContain(
      'What happened: 3 notices of criticism this year (No. 15, No. 16, No. 17) and 3 final cases under 1.1 to 1.31 (No. 15, No. 16, No. 17). With 3 of either, transfer or dismissal is to be proposed (8.3, 1.32).',
    );
    expect(asked).toContain('Recommend to president');
    expect((await as('manager').messages()).map(words).filter(text => text.includes('to be proposed'))).toHaveLength(1);
    expect((await as('supervisor').messages()).map(words).filter(text => text.includes('<@UDEPUTY>'))).toEqual([]);
    const posted = (await texts('presales1', 'notices')).slice(1);
    expect(posted).toEqual(
      Array(3).fill(':loudspeaker: *通报批评（2026-12-01(周二)）*\n<@UDEPUTY>，违反 1.8 开会与培训守时。'),
    );
  });

  it('loses its ground when one of them is reversed on appeal', async () => {
    const deputy = as('deputy');
    await deputy.locale('en-US');
    await deputy.press('violation.appeal', { value: '17' });
    const sent = await deputy.submit({ 'violation.appealText': 'The bus stood still; here is the ticket.' });
    expect(wordsOf(sent.view)).toContain(
      'Your appeal is with the president; you will get a direct message. Until then it does not count.',
    );
    const mine = await cardOf('deputy', 'No. 17');
    expect(mine).toContain('The appeal waits for the president; until then it does not count');
    expect(mine).not.toContain('Appeal\n');
    const card = words(await as('president').last());
    expect(card).toContain('申诉：The bus stood still; here is the ticket.');
    await as('president').press('approval.approve');
    expect((await deputy.last()).text).toBe(
      ':leftwards_arrow_with_hook: No. 17 (1.8 Be on time at meetings and training) was reversed on appeal and no longer counts.',
    );
    expect((await as('manager').last()).text).toContain(
      'No. 17 (1.8 Be on time at meetings and training) was reversed',
    );
    expect(await cardOf('deputy', 'No. 17')).toContain(':leftwards_arrow_with_hook: *Reversed*; it no longer counts.');
    expect((await texts('presales1', 'notices')).at(-1)).toBe(
      ':leftwards_arrow_with_hook: *撤销通报批评*\n<@UDEPUTY>，1.8 开会与培训守时（2026-12-01(周二)）的通报批评已撤销。',
    );
    const withdrawn = (await as('manager').messages()).map(words).find(text => text.includes('to be proposed')) ?? '';
    expect(withdrawn).toContain('Withdrawn by <@UPRESIDENT>, 2026-12-01 20:00');
    expect(withdrawn).not.toContain('Recommend to president');
  });

  it('is asked for again at the next third, and only the president decides it', async () => {
    await as('manager').does('/violation @deputy 1.8 came at 8:11');
    await as('manager').press('approval.approve');
    await as('manager').submit({ 'approval.recommendation': null });
    expect(words(await as('president').last())).toContain('1.1 至 1.31 累计生效 3 件（第 15 号、第 16 号、第 19 号）');
    await as('president').press('approval.approve');
    expect((await as('deputy').last()).text).toBe(
      await inFull('Violation case No. 20: 8.3 Three notices of criticism in a year', 'deputy'),
    );
    expect(words(await as('deputy').last())).toContain('Measure: transfer or dismissal\nUpheld by <@UPRESIDENT>');
  });
});

describe('the accused', () => {
  it('answers, and whoever decided reads it; a second answer is added', async () => {
    const member = as('presales1');
    for (const text of ['9:05 已经上线', '截图在 <!channel> 群里']) {
      await member.press('violation.answer', { value: '1' });
      const sent = await member.submit({ 'violation.answerText': text });
      expect(wordsOf(sent.view)).toContain('已记下你的说明，并已转给决定人。需要时可以再补充。');
    }
    expect((await as('supervisor').messages()).slice(-2).map(words)).toEqual([
      '<@UPRESALES1> 对第 1 号（1.9 客服按班表在线（京东））作了说明：\n<@UPRESALES1> 对第 1 号（1.9 客服按班表在线（京东））作了说明：\n9:05 已经上线',
      '<@UPRESALES1> 对第 1 号（1.9 客服按班表在线（京东））作了说明：\n<@UPRESALES1> 对第 1 号（1.9 客服按班表在线（京东））作了说明：\n截图在 &lt;!channel&gt; 群里',
    ]);
    const card = await cardOf('presales1', '第 1 号');
    expect(card).toContain('本人说明：9:05 已经上线\n_2026-12-01 20:00_');
    expect(card).toContain('本人说明：截图在');
  });

  it('appeals once', async () => {
    const member = as('presales1');
    await member.press('violation.appeal', { value: '1' });
    await member.submit({ 'violation.appealText': '请看截图' });
    expect((await as('president').last()).text).toContain('<@UPRESALES1> 的违规申诉');
    await as('president').press('approval.reject');
    await as('president').submit({ 'approval.why': '截图是 9:25 的' });
    expect((await member.messages()).slice(-1).map(words)).toEqual([
      [
        '第 1 号（1.9 客服按班表在线（京东））的申诉已有决定：维持原处理。',
        '第 1 号（1.9 客服按班表在线（京东））的申诉已有决定：维持原处理。',
        '申诉未成立，<@UPRESIDENT> 维持原决定\n理由：截图是 9:25 的',
      ].join('\n'),
    ]);
    expect(await cardOf('presales1', '第 1 号')).not.toContain('\n申诉\n');
    expect((await as('supervisor').last()).text).toContain('维持原处理');
  });
});

describe('what is kept apart', () => {
  it('lists', async () => {
    expect(await as('presales1').does('/violation list @presales2')).toBe(
      '别人的违规记录只有领导能看；用 `/violation 列表` 看自己的。',
    );
    const own = await inline('presales4', '/violation list');
    expect(own).toContain('*我的违规记录和我提出的*');
    expect(own).toContain('第 10 号');
    expect(own).not.toContain('第 11 号'); // dismissed: never held against them
    const filed = await inline('presales3', '/violation list');
    for (const number of ['第 10 号', '第 11 号', '第 12 号', '第 13 号']) expect(filed).toContain(number);
    const open = await inline('supervisor', '/violation list');
    expect(open).toContain('*待决定的违规*');
    expect(open).not.toContain('<@USUPERVISOR>'); // not the one against themselves
    expect(open).not.toContain('第 13 号');
    expect(await inline('manager', '/violation list @deputy')).toContain(
      '• No. 17 · 1.8 Be on time at meetings and training · 2026-12-01 (Tue) · ¥50 · 1 notice of criticism · <@UDEPUTY> · *reversed on appeal*',
    );
    expect(await as('operations1').does('/violation list @operations1')).toContain('我的违规记录');
    expect(await as('logistics1').does('/violation list')).toContain('我的违规记录');
    expect(await as('assistant').does('/violation list @presales3')).toBe('<@UPRESALES3> 没有你可以查看的违规记录。');
  });

  it('a case by its number', async () => {
    expect(await inline('presales3', '/violation show 10')).toContain('人员：<@UPRESALES4> · 提出：<@UPRESALES3>');
    const own = await inline('presales4', '/violation show #10');
    expect(own).toContain('违规处理 第 10 号');
    expect(own).not.toContain('<@UPRESALES3>'); // who filed stays with those who decide
    for (const number of ['10', '999', '999999999']) {
      expect(await as('keeper1').does(`/violation show ${number}`)).toBe(
        `没有找到第 ${number} 号，用 \`/violation 列表\` 查看编号。`,
      );
    }
  });

  it('buttons of another person’s case', async () => {
    const { office } = department.application;
    const stranger = { ...(await memberNamed('UKEEPER1')) };
    expect(await answerCase(office, stranger, 1, 'me')).toEqual({ code: 'violation.notFound', params: { number: 1 } });
    expect(await appealCase(office, stranger, 1, 'me')).toEqual({ code: 'violation.notFound', params: { number: 1 } });
  });
});

describe('taking back and repeating', () => {
  it('takes back what nobody decided, and the cards lose their buttons', async () => {
    expect(await as('presales3').does('/violation @presales2 1.14 答错材质')).toContain('第 21 号');
    expect(await as('presales3').does('/violation @presales2 1.14 答错材质')).toBe(
      '刚才已经提出过同样的一件，编号是第 21 号，不重复记录。',
    );
    expect(await as('presales2').does('/violation withdraw 21')).toBe(
      '没有找到第 21 号，用 `/violation 列表` 查看编号。',
    );
    expect(await as('supervisor').does('/violation withdraw 21')).toBe(
      '这一件由 <@UPRESALES3> 提出，只有提出的人可以撤回。',
    );
    expect(await as('presales3').does('/violation withdraw 第21号')).toBe(
      '已撤回：第 21 号 · 1.14 品牌与产品知识 · 2026-12-01(周二)。',
    );
    expect(words(await as('supervisor').last())).toContain('已由 <@UPRESALES3> 于 2026-12-01 20:00 撤回');
    expect(await as('presales3').does('/violation withdraw 21')).toBe('这件事现在是“已撤回”，不能再撤回。');
    expect(await as('presales3').does('/violation withdraw 10')).toBe('这件事现在是“成立，已生效”，不能再撤回。');
    expect(await as('presales3').does('/violation @presales2 1.14 答错材质')).toContain('第 22 号');
  });
});

describe('at once', () => {
  it('taking back and upholding: one of them wins', async () => {
    expect(await as('presales3').does('/violation @presales2 1.15 不懂退款流程')).toContain('第 23 号');
    const [taken] = await Promise.all([
      as('presales3').does('/violation withdraw 23'),
      as('supervisor').press('approval.approve'),
    ]);
    const told = (await texts('presales2')).filter(text => text.includes('第 23 号')).length;
    expect([taken.startsWith('已撤回'), told]).toEqual(taken.startsWith('已撤回') ? [true, 0] : [false, 1]);
  });

  it('the same case twice is one', async () => {
    const line = '/violation @operations1 1.26 拖延上报';
    const answers = await Promise.all([as('presales3').command(line), as('presales3').command(line)]);
    expect(answers.filter(answer => answer.includes('刚才已经提出过'))).toHaveLength(1);
  });
});

describe('lent authority', () => {
  it('decides by filing, and names in whose place', async () => {
    await as('manager').does('/approvals delegate @assistant 2026-12-01');
    expect(await as('assistant').does('/violation @presales4 1.11 冷落顾客')).toBe(
      [
        ':white_check_mark: 已记为第 25 号：<@UPRESALES4>，1.11 待客有礼，50元。',
        '同一人同一天另有 50元，合计 100元。',
        '已由你代 <@UMANAGER> 决定成立，并已通知本人。',
      ].join('\n'),
    );
    expect(words(await as('presales4').last())).toContain(
      '由 <@UASSISTANT>（代 <@UMANAGER>） 于 2026-12-01 20:00 决定成立',
    );
    await as('manager').does('/approvals delegate end');
  });
});

describe('what the bot proposes', () => {
  it('is a case of whoever files it, worded in the reader’s language', async () => {
    const { office } = department.application;
    const found = { memberId: 'UCLERK1', date: '2026-11-30', parts: [7], source: 'test:7' };
    await office.database.transaction(tx => propose(office, tx, 'meetingLate', [{ ...found, parts: ['morning', 7] }]));
    const row = await office.database.read.proposal.findFirstOrThrow();
    const supervisor = (await memberOf(office.database.read, 'USUPERVISOR')) as Member;
    await office.database.transaction(async tx => {
      const { parts, article, tier, memberId: accusedId, date } = { ...row, parts: ['morning', '7'] };
      const wanted = { accusedId, date, article, tier, kind: 'meetingLate', parts, source: `proposal:${row.id}` };
      await fileProposed(office, tx, supervisor, wanted);
    });
    office.wake();
    await department.application.settled();
    expect(words(await as('clerk1').last())).toContain('What happened: Late for the morning meeting by 7 minutes.');
    expect(await as('supervisor').command('/violation 查看 26')).toContain('经过：早会迟到 7 分钟。');
  });
});

describe('lines that make no case', () => {
  it.each([
    [
      '1.9 jd 缺席',
      '请先写是谁，例如 `/violation @presales1 1.9 京东 9:00-9:20 缺席`，或只输入 `/violation` 打开表单。',
    ],
    ['@presales1 1.33 缺席', '条例里没有“1.33”这一条。用 `/rules 关键词` 查条款，例如 `/rules 在线`。'],
    ['@presales1 9 缺席', '条例里没有“9”这一条，是不是 9.2、1.9？用 `/rules 关键词` 查条款，例如 `/rules 在线`。'],
    [
      '@presales1 1.9 缺席',
      '第 1.9 条有几种情形，请写明一种：天猫、京东、其他店铺，例如 `/violation @presales1 1.9 天猫 发生了什么`。',
    ],
    ['@presales1 1.9 jd', '请写明发生了什么，例如 `/violation @presales1 1.9 京东 9:00-9:20 缺席`。'],
    ['@presales1 1.4 2026-12-02 闲聊', '2026-12-02 还没有到，请写今天或以前的日期。'],
    [
      '@presales1 1.4 2026-02-30 闲聊',
      '“2026-02-30”不是可以用的日期，请写成 2026-11-30，或写今天、昨天，例如 `/violation @presales1 1.4 昨天 上班闲聊`。',
    ],
    ['@presales1 1.4 2025-11-30 闲聊', '2025-11-30 太久了，最早只能追溯到 2025-12-01。'],
    [
      '@presales1 1.1 没有计划',
      '第 1.1 条没有定额，请写金额（元），例如 `/violation @presales1 1.1 100 发生了什么`；只记录、不罚款就写 0。',
    ],
    ['@presales1 1.1 1,000 没有计划', '金额“1,000”看不懂：请不要写分隔符。请用数字写元数，例如 50 或 50.5。'],
    ['@presales1 1.1 1e309 没有计划', '金额“1e309”看不懂：不是数字。请用数字写元数，例如 50 或 50.5。'],
    ['@presales1 1.1 -50 没有计划', '金额“-50”看不懂：不能是负数。请用数字写元数，例如 50 或 50.5。'],
    ['@presales1 1.4 100 闲聊', '第 1.4 条固定为每次 50元，不用写金额。'],
    [
      '@presales1 1.10 100 三次超时',
      '第 1.10 条固定为每次超时 50元，请写数量而不是金额，例如 `/violation @presales1 1.10 x3 发生了什么`。',
    ],
    ['@presales1 1.10 x1000 超时', '数量应是 1 到 999 的整数，例如 `/violation @presales1 1.10 x3 发生了什么`。'],
    ['@presales1 5.2 严重 300元 泄密', '第 5.2 条没有罚款，请去掉金额。'],
    ['@keeper1 1.21 擅入 进库房', '第 1.21 条的这种情形不约束库房管理员。请换人，或换一条。'],
    ['@presales1 2.1 没有来', '第 2.1 条讲的是办事方法，不能按它提出违规。用 `/rules 关键词` 找到对应的条款。'],
    ['@presales1 1.32 第三次', '第 1.32 条由累计次数自动触发，不用手工提出；到次数时我会请领导提建议。'],
    ['@presales1 1.21 unlocked 没锁', '第 1.21 条只约束库房管理员，这位同事没有这个岗位。请换人，或换一条。'],
    ['@president 1.4 闲聊', '部门条例不约束总裁，请选部门里的同事。'],
    ['show', '请写编号，例如 `/violation 查看 24`；编号见 `/violation 列表`。'],
    ['withdraw 十二', '“十二”不是编号，例如 `/violation 撤回 14`；编号见 `/violation 列表`。'],
  ])('%s', async (line, expected) => {
    expect(await as('supervisor').does(`/violation ${line}`)).toBe(expected);
  });

  it('says so in English', async () => {
    const answer = (line: string) => as('manager').does(`/violation ${line}`);
    expect(await answer('@presales1 1.9 absent')).toBe(
      'Article 1.9 covers several situations. Name one: Tmall (tmall), JD (jd) or other shops (other), for example `/violation @presales1 1.9 tmall what happened`.',
    );
    expect(await answer('@presales1 1.1 ٥٠ no plan')).toBe(
      'I cannot read the amount “٥٠”: it is not a number. Give yuan as a figure, for example 50 or 50.5.',
    );
    expect(await answer('@presales1 1.4 2026-12-02 chatting')).toBe(
      '2026-12-02 has not come yet. Give today or an earlier day.',
    );
    expect(await answer('@presales1 browsing shops')).toBe(
      'The regulation has no article “browsing”. Did you mean 1.4? Search with `/rules words`, for example `/rules online`.',
    );
  });

  it('takes a text of 3,000 characters, and shows it within Slack’s limits', async () => {
    const facts = '<'.repeat(2_999).concat('终');
    expect(await as('presales3').does(`/violation @logistics1 1.23 ${facts}`)).toContain('第 27 号');
    expect(await as('supervisor').does('/violation show 27')).toContain('第 27 号');
    await as('supervisor').press('approval.approve');
    await as('supervisor').submit({ 'approval.recommendation': '&'.repeat(1_000) });
    await as('president').press('approval.approve');
    expect(words(await as('logistics1').last())).toContain('经过：&lt;');
    expect(await as('presales3').does(`/violation @logistics1 1.23 ${facts}多`)).toBe(
      '经过最多 3000 字，现在是 3001 字，请缩短。',
    );
  });
});

describe('the catalogue', () => {
  it('is searched by number and words in both languages', async () => {
    expect(await inline('presales1', '/rules 1.9')).toBe(
      `*1.9 客服按班表在线*\n${findArticle('1.9', articles)?.text['zh-CN']}\n_天猫 每次 200元 · 京东 每次 200元 · 其他店铺 每次 50元_\n约束：售前客服 · 一 工作制度 · 原条例 一、9 · 条款第 1 版，2015-01-01 起生效`,
    );
    expect(await inline('manager', '/rules roster')).toContain('*1.9 Online by the service roster*');
    expect(await as('manager').does('/rules zebra')).toBe(
      'No article speaks of “zebra”. Try another word, for example `/rules online`.',
    );
    const all = await inline('presales1', '/rules');
    expect(all).toContain('9.2 未尽事宜');
    expect(all).toContain('1.1 计划、过程与结果');
  });
});

async function tokenIn(user: string): Promise<string> {
  const found = /"action_id":"approval\.approve".*?"value":"([0-9a-f]{24})"/.exec(
    JSON.stringify((await as(user).last()).blocks),
  );
  if (found?.[1] === undefined) throw new Error(`${user}'s last message has no button`);
  return found[1];
}

/** The words of a person's last message that speaks of this. */
async function cardOf(user: string, about: string): Promise<string> {
  const found = (await as(user).messages()).findLast(
    ({ text, blocks }) => text.includes(`${about}:`) || (text.includes(`${about}：`) && blocks !== undefined),
  );
  if (found === undefined) throw new Error(`${user} sees no ${about}`);
  return words(found);
}

/** All the words of an inline reply, its blocks included. */
async function inline(user: string, line: string): Promise<string> {
  const [command = '', ...rest] = line.split(' ');
  const answer = await department.call('/human/command', {
    user,
    channel: 'department',
    command,
    text: rest.join(' '),
  });
  const response = answer.response as { text?: string; blocks?: unknown[] };
  return wordsOf(response.blocks ?? response.text).join('\n') || String(response.text);
}

async function memberNamed(id: string): Promise<Member> {
  const found = await memberOf(department.application.office.database.read, id);
  if (found === null) throw new Error(`no member ${id}`);
  return found;
}

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { text, ...rest } = value as { text?: unknown };
  return [...(typeof text === 'string' ? [text] : wordsOf(text)), ...Object.values(rest).flatMap(wordsOf)];
}
