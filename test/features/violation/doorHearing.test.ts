/** A case from its filing to the end of the time for appeal: the member is heard before anybody decides, and nothing counts before it is final. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayAppealNow } from '../../../src/features/violation/answer.ts';
import { acceptCase, endEarly } from '../../../src/features/violation/hearing.ts';
import type { Member } from '../../../src/member/rules.ts';
import { memberOf } from '../../../src/member/store.ts';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' }); // a Tuesday
  await as('presales2').locale('en-US');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);
const office = () => department.application.office;
async function member(user: string): Promise<Member> {
  const found = await memberOf(office().database.read, `U${user.toUpperCase()}`);
  if (found === null) throw new Error(`there is no ${user}`);
  return found;
}
const lastOf = async (user: string) => shown(await as(user).last());
/** The last message of a person that stands in blocks and names the case. */
async function about(user: string, number: string): Promise<string> {
  const texts = (await as(user).messages()).map(message => ({ ts: message.ts, text: shown(message) }));
  return texts.findLast(({ text }) => text.includes(number))?.text ?? '';
}
async function cardOf(user: string, number: string): Promise<string> {
  const card = (await as(user).messages()).findLast(
    message => shown(message).includes(number) && JSON.stringify(message.blocks).includes('approval.approve'),
  );
  if (card === undefined) throw new Error(`${user} has no card of ${number}`);
  return card.ts;
}
const notices = async () => (await as('presales3').messages('notices')).map(message => message.text);
const stateOf = async (id: number) => (await office().database.read.case.findUniqueOrThrow({ where: { id } })).state;
const said = async (user: string) => (await as(user).messages()).at(-1)?.text ?? '';

describe('filed by a leader', () => {
  it('is shown first, with who will be heard and who decides', async () => {
    expect(await as('supervisor').command('/violation @presales1 1.8 8:05 迟到')).toBe(
      [
        '*请确认*，确认后就照此办理：',
        '*<@UPRESALES1> · 1.8 开会与培训守时*',
        '日期：2026-12-01(周二)',
        '处理：50元 · 通报批评 1 次',
        ':ear: 先听本人说明，到 2026-12-03 17:30。',
        ':scales: 提交后由 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定。',
        '经过：8:05 迟到',
      ].join('\n'),
    );
    expect(await as('supervisor').does('/violation @presales1 1.8 8:05 迟到')).toBe(
      [
        ':white_check_mark: 已记为第 1 号：<@UPRESALES1>，1.8 开会与培训守时，50元 · 通报批评 1 次。',
        '已私信本人，听取说明到 2026-12-03 17:30。',
        '等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定，结果会私信你。',
      ].join('\n'),
    );
    expect(await stateOf(1)).toBe('hearing');
    expect(await lastOf('presales1')).toBe(
      [
        '*第 1 号：先听你说*',
        '有人提出了下面这件事，还没有决定。',
        '*1.8 开会与培训守时*',
        '开会和培训准时到场，手机静音，做好笔记；中途离场先得到经理、副经理或主管同意。违反一次50元，并记通报批评1次。',
        '_条款第 1 版，2015-01-01 起生效_',
        '经过：8:05 迟到',
        '日期：2026-12-01(周二)',
        '提出的处理：50元 · 通报批评 1 次',
        '请在 2026-12-03 17:30 前回复：属实就按“接受”，情况有出入就按“说明情况”。不回复，到时照常交决定人。',
        '[接受] [说明情况]',
      ].join('\n'),
    );
    // Nobody decides yet, so nobody is asked, and no channel hears of it.
    expect((await as('manager').messages()).map(({ text }) => text).join()).not.toContain('第 1 号');
    expect(await notices()).toEqual([]);
  });

  it('in English too', async () => {
    await as('manager').locale('en-US');
    expect(await as('manager').does('/violation @presales2 1.1 100 no plan')).toBe(
      [
        ':white_check_mark: Filed as No. 2: <@UPRESALES2>, 1.1 Plan, process and result, ¥100.',
        'The person has been told and is heard until 2026-12-03 17:30.',
        'Any one of <@UMANAGER>, <@USUPERVISOR> decides; you will get a direct message.',
      ].join('\n'),
    );
    expect(await lastOf('presales2')).toBe(
      [
        '*No. 2: you are heard first*',
        'This was put forward about you. Nothing is decided yet.',
        '*1.1 Plan, process and result*',
        'Everyone does the work of their post of their own accord: planned before it starts, recorded while it runs, finished with a result.',
        '_Version 1 of the article, in force since 2015-01-01_',
        'What happened: no plan',
        'Date: 2026-12-01 (Tue)',
        'Asked for: ¥100',
        'Reply by 2026-12-03 17:30: press Accept if it is true, or Give my side if it is not. Without a reply it goes to whoever decides then.',
        '[Accept] [Give my side]',
      ].join('\n'),
    );
    await as('manager').locale('zh-CN');
  });

  it('shows a colleague’s filer what they file, without what only leaders read of that day', async () => {
    expect(await as('presales3').command('/violation @presales4 1.4 闲聊')).toBe(
      [
        '*请确认*，确认后就照此办理：',
        '*<@UPRESALES4> · 1.4 上班时间只做工作*',
        '日期：2026-12-01(周二)',
        '处理：50元',
        ':ear: 先听本人说明，到 2026-12-03 17:30。',
        ':scales: 提交后由 <@UMANAGER>、<@USUPERVISOR> 中任意一位处理。',
        '经过：闲聊',
      ].join('\n'),
    );
    await as('presales3').does('/violation @presales4 1.4 闲聊');
    expect(await as('presales3').command('/me')).toContain(
      [
        '我提出的，正在听取本人说明',
        '• <@UPRESALES4> · 第 3 号 · 1.4 上班时间只做工作 · 2026-12-01(周二) · 正在听取本人说明，到 2026-12-03 17:30。',
      ].join('\n'),
    );
    expect(await as('presales4').command('/me')).toContain(
      '• 第 3 号 · 1.4 上班时间只做工作 · 2026-12-01(周二) · 50元 · 听取本人说明',
    );
  });
});

describe('the member', () => {
  it('accepts, once, and nobody else can', async () => {
    const ts = (await as('presales1').last()).ts;
    expect(await acceptCase(office(), await member('presales4'), 1)).toEqual({
      code: 'violation.notFound',
      params: { number: 1 },
    });
    await as('presales1').press('violation.accept', { ts });
    expect(await said('presales1')).toBe('已记下：你接受第 1 号，已交决定人，结果会私信你。');
    expect(await acceptCase(office(), await member('presales1'), 1)).toEqual({
      code: 'violation.notHeard',
      params: { status: 'deciding' },
    });
    expect(await about('supervisor', '第 1 号')).toBe(
      [
        '违规处理：<@UPRESALES1>（2026-12-01 10:00 送达）',
        '*第 1 号 · 1.8 开会与培训守时 · 2026-12-01(周二)*',
        '人员：<@UPRESALES1> · 提出：<@USUPERVISOR>',
        '处理：50元 · 通报批评 1 次',
        '1.1 至 1.31 此前没有成立的违规，今年没有通报批评。',
        '本人已接受（2026-12-01 10:00）。',
        '经过：8:05 迟到',
        '[成立] [不成立] [另作决定]',
      ].join('\n'),
    );
    expect(await about('manager', '第 1 号')).toBe(await about('supervisor', '第 1 号'));
  });

  it('answers, and it goes on with the answer at once; more may be added until it is decided', async () => {
    await as('presales2').press('violation.answer');
    const sent = await as('presales2').submit({ 'violation.answerText': 'It is in the wiki' });
    expect(JSON.stringify(sent)).toContain('Your side has been passed on to whoever decides.');
    await as('presales2').press('violation.answer');
    await as('presales2').submit({ 'violation.answerText': 'Page 12' });
    expect(await about('manager', '第 2 号')).toBe(
      [
        '违规处理：<@UPRESALES2>（2026-12-01 10:00 送达）',
        '*第 2 号 · 1.1 计划、过程与结果 · 2026-12-01(周二)*',
        '人员：<@UPRESALES2> · 提出：<@UMANAGER>',
        '处理：100元',
        '1.1 至 1.31 此前没有成立的违规，今年没有通报批评。',
        '本人已说明，见下。',
        '经过：no plan',
        '本人说明：It is in the wiki',
        '本人说明：Page 12',
        '[成立] [不成立] [另作决定]',
      ].join('\n'),
    );
  });

  it('says nothing: at the end of the second working day it goes on all the same', async () => {
    await department.travel('2026-12-03T17:29');
    expect(await stateOf(3)).toBe('hearing');
    await department.travel('2026-12-03T17:30');
    expect(await stateOf(3)).toBe('deciding');
    expect(await about('supervisor', '第 3 号')).toContain('本人到 2026-12-03 17:30 没有回复。');
    expect(await about('presales4', '第 3 号')).toContain('回复时间已过，已交决定人；还可以按“说明情况”补充。');
  });
});

describe('a leader who cannot wait', () => {
  it('says why, and everybody concerned reads it', async () => {
    await as('supervisor').does('/violation @presales3 1.14 答错');
    const early = async (user: string) => endEarly(office(), await member(user), 4, '急');
    expect(await early('presales1')).toEqual({ code: 'violation.notFound', params: { number: 4 } });
    expect(await early('assistant')).toMatchObject({ code: 'approval.notYours' });
    expect(await early('presales3')).toMatchObject({ code: 'approval.own' });
    await as('supervisor').command('/violation 查看 4');
    await as('supervisor').press('violation.hurry', { channel: 'department' });
    expect(JSON.stringify(await as('supervisor').submit({ 'violation.hurryText': ' ' }))).toContain(
      '请写明理由，会记录在案。',
    );
    await as('supervisor').submit({ 'violation.hurryText': '明天要上大促' });
    expect(await about('manager', '第 4 号')).toContain('<@USUPERVISOR> 没有等听取结束：明天要上大促');
    expect(await about('presales3', '第 4 号')).toContain('<@USUPERVISOR> 认为不能等，已提前交决定人：明天要上大促');
    expect(await early('manager')).toEqual({ code: 'violation.notHeard', params: { status: 'deciding' } });
  });
});

describe('whoever decides', () => {
  it('upholds: nothing counts and no notice is posted before the time for appeal is over', async () => {
    await as('supervisor').press('approval.approve', { ts: await cardOf('supervisor', '第 1 号') });
    expect(await stateOf(1)).toBe('upheld');
    expect(await about('presales1', '违规处理')).toContain(
      [
        '生效后，这是你今年第 1 次通报批评（满 3 次须提出调岗或开除，8.3）。',
        '由 <@USUPERVISOR> 于 2026-12-03 17:30 决定成立',
        '情况有出入时，按“说明”补充；不服决定，请在 2026-12-10 17:30 前按“申诉”，由总裁复核，每件一次。没有申诉，到时生效。',
        '[说明] [申诉]',
      ].join('\n'),
    );
    expect(await notices()).toEqual([]);
    expect(await as('presales1').command('/me')).not.toContain('今年通报批评');
  });

  it('on other terms where the amount is open, with a reason; a wrong figure or none changes nothing', async () => {
    const ts = await cardOf('manager', '第 2 号');
    const other = async (values: Record<string, string>) => {
      await as('manager').press('approval.otherwise', { ts });
      return JSON.stringify(await as('manager').submit(values));
    };
    const why = { 'violation.how': 'terms', 'violation.setWhy': '情节轻' };
    expect(await other({ ...why, 'violation.set': '100' })).toContain('和提出的处理一样。');
    expect(await other({ ...why, 'violation.set': '几十块' })).toContain('看不懂');
    expect(await other({ ...why, 'violation.set': '3001' })).toContain('超出范围');
    expect(await other({ ...why, 'violation.set': '50', 'violation.setWhy': '  ' })).toContain('violation.setWhy');
    expect(await stateOf(2)).toBe('deciding');
    await other({ ...why, 'violation.set': '50' });
    expect(await about('presales2', 'No. 2')).toContain(
      [
        'Measure: ¥50',
        'Asked for: ¥100\nDecided: ¥50 (<@UMANAGER>)',
        'Upheld by <@UMANAGER>, 2026-12-03 17:30',
        'Reason: 情节轻',
      ].join('\n'),
    );
  });

  it('excuses: the member and whoever filed it are told, and it never counts', async () => {
    await as('manager').press('approval.otherwise', { ts: await cardOf('manager', '第 3 号') });
    await as('manager').submit({ 'violation.how': 'excuse', 'violation.setWhy': '顾客没来' });
    expect(await stateOf(3)).toBe('excused');
    expect(await about('presales4', '免于处理，不计入')).toBe(
      '第 3 号（1.4 上班时间只做工作）免于处理，不计入记录。\n由 <@UMANAGER> 于 2026-12-03 17:30 决定免于处理\n理由：顾客没来',
    );
    expect(await said('presales3')).toContain('第 3 号（<@UPRESALES4>，1.4 上班时间只做工作）：*免于处理*');
  });

  it('dismisses: the member, who was heard, is told', async () => {
    await as('manager').press('approval.reject', { ts: await cardOf('manager', '第 4 号') });
    await as('manager').submit({ 'approval.why': '答案没错' });
    expect(await stateOf(4)).toBe('dismissed');
    expect(await about('presales3', '经认定不成立')).toBe(
      '第 4 号（1.14 品牌与产品知识）经认定不成立，不计入记录。\n由 <@UMANAGER> 于 2026-12-03 17:30 决定不成立\n理由：答案没错',
    );
  });

  it('takes it back before the decision, and the member is told', async () => {
    await as('supervisor').does('/violation @presales4 1.15 流程不熟');
    await as('supervisor').command('/violation 撤回 5');
    expect(await lastOf('presales4')).toBe('第 5 号（1.15 平台流程知识）已撤回，不再处理。');
    expect(await about('presales4', '先听你说')).toContain('现在：*已撤回*');
  });
});

describe('the time for an appeal', () => {
  it('an appeal in time goes to the president, who reads how it was decided, and may reduce it', async () => {
    await department.travel('2026-12-10T17:29');
    await as('presales1').press('violation.appeal');
    await as('presales1').submit({ 'violation.appealText': '当天堵车，有记录' });
    expect(await stateOf(1)).toBe('appealed');
    const card = await about('president', '第 1 号');
    expect(card).toContain('申诉：当天堵车，有记录\n由 <@USUPERVISOR> 于 2026-12-03 17:30 决定成立');
    const ts = (await as('president').messages()).findLast(message => shown(message) === card)?.ts ?? '';
    const reduce = async (values: Record<string, string>) => {
      await as('president').press('approval.otherwise', { ts });
      return JSON.stringify(await as('president').submit({ 'violation.setWhy': '第一次', ...values }));
    };
    expect(await reduce({ 'violation.set': '80', 'violation.setNotice': 'yes' })).toContain(
      '申诉只能减轻：低于 50元，或去掉通报批评。',
    );
    await reduce({ 'violation.set': '20', 'violation.setNotice': 'yes' });
    expect(await stateOf(1)).toBe('reduced');
    expect(await about('presales1', '经申诉减轻')).toBe(
      '第 1 号（1.8 开会与培训守时）经申诉减轻，现为：20元 · 通报批评 1 次。\n申诉部分成立，<@UPRESIDENT> 减轻了处理\n理由：第一次',
    );
    expect(await notices()).toEqual([
      ':loudspeaker: *通报批评（2026-12-10(周四)）*\n<@UPRESALES1>，违反 1.8 开会与培训守时。',
    ]);
    expect(await as('presales1').command('/me')).toContain('今年通报批评 1 次');
  });

  it('without one it is final when the fifth working day ends, and an appeal is too late', async () => {
    expect(await stateOf(2)).toBe('upheld');
    await department.travel('2026-12-10T17:30');
    expect(await stateOf(2)).toBe('final');
    expect(await about('presales2', 'Violation case No. 2')).toContain('Final since 2026-12-10 17:30.');
    expect(await mayAppealNow(office(), await member('presales2'), 2)).toEqual({
      code: 'violation.appealLate',
      params: { until: '2026-12-10' },
    });
  });

  it('a notice is posted once it is final, and a voided case takes it down', async () => {
    await as('supervisor').does('/violation @clerk1 1.8 迟到');
    await as('clerk1').press('violation.accept');
    await as('supervisor').press('approval.approve', { ts: await cardOf('supervisor', '第 6 号') });
    await department.travel('2026-12-17T17:30');
    expect((await notices()).at(-1)).toBe(
      ':loudspeaker: *通报批评（2026-12-17(周四)）*\n<@UCLERK1>，违反 1.8 开会与培训守时。',
    );
    await as('manager').command('/approvals decided @clerk1');
    await as('manager').press('approval.takeBack', { channel: 'department' });
    await as('manager').submit({ 'approval.undoWhy': '看错了人' });
    expect(await stateOf(6)).toBe('voided');
    expect((await notices()).at(-1)).toContain('*撤销通报批评*');
    expect(await about('clerk1', '违规处理 第 6 号')).toContain('*已作废*，不再计入你的记录。');
  });
});

describe('three notices', () => {
  it('lead to a proposal only when the third is final, and the member is heard before the president decides', async () => {
    for (const day of ['2026-12-14', '2026-12-15', '2026-12-16']) {
      await as('supervisor').does(`/violation @logistics1 1.8 ${day} 迟到`);
      await as('logistics1').press('violation.accept');
      const { id } = await office().database.read.case.findFirstOrThrow({
        orderBy: { id: 'desc' },
      });
      await as('supervisor').press('approval.approve', { ts: await cardOf('supervisor', `第 ${id} 号`) });
    }
    const consequence = () => office().database.read.case.findFirst({ where: { article: '8.3' } });
    expect(await consequence()).toBeNull();
    await department.travel('2026-12-24T17:30');
    expect(await consequence()).toMatchObject({ state: 'proposed', accusedId: 'ULOGISTICS1' });
    expect((await as('logistics1').messages()).map(({ text }) => text).join()).not.toContain('8.3 一年三次');
    const id = (await consequence())?.id ?? 0;
    await as('supervisor').press('approval.approve', { ts: await cardOf('supervisor', `第 ${id} 号`) });
    await as('supervisor').submit({ 'approval.recommendation': '请调岗' });
    expect(await stateOf(id)).toBe('hearing');
    expect(await about('logistics1', `第 ${id} 号：先听你说`)).toContain('提出的处理：调岗或开除');
    await as('logistics1').press('violation.answer');
    await as('logistics1').submit({ 'violation.answerText': '孩子生病' });
    expect(await stateOf(id)).toBe('recommended');
    expect(await about('logistics1', `第 ${id} 号：先听你说`)).toMatch(/你的说明已交决定人。\n\[说明情况\]$/);
    const card = await about('president', `第 ${id} 号`);
    expect(card).toContain('<@USUPERVISOR> 建议：请调岗');
    expect(card).toContain('本人说明：孩子生病');
  });
});
