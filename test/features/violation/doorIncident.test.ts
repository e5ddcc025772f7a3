/** Several people or articles in one incident: looked at together, filed all or none, heard and decided apart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const cases = () =>
  department.application.office.database.read.case.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, accusedId: true, article: true, incidentId: true },
  });
const lastOf = async (user: string) => shown(await as(user).last());
async function about(user: string, text: string): Promise<string> {
  return (await as(user).messages()).map(shown).findLast(one => one.includes(text)) ?? '';
}

describe('a line', () => {
  it('shows all cases with the total of each person, and files them in one', async () => {
    const line = '/violation @presales1、@presales2 1.8 +1.4 8:05 到，会上闲聊';
    expect(await as('supervisor').command(line)).toBe(
      [
        '*请确认*，确认后就照此办理：',
        '*一件事，4 个违规*',
        '日期：2026-12-01(周二)',
        '• <@UPRESALES1> · 1.8 开会与培训守时 · 50元 · 通报批评 1 次',
        '• <@UPRESALES1> · 1.4 上班时间只做工作 · 50元',
        '• <@UPRESALES2> · 1.8 开会与培训守时 · 50元 · 通报批评 1 次',
        '• <@UPRESALES2> · 1.4 上班时间只做工作 · 50元',
        '<@UPRESALES1> 合计 100元。',
        '<@UPRESALES2> 合计 100元。',
        ':ear: 先分别听各人说明，到 2026-12-03 17:30。',
        ':scales: 提交后由 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定。',
        '经过：8:05 到，会上闲聊',
      ].join('\n'),
    );
    expect(await cases()).toEqual([]);
    expect(await as('supervisor').does(line)).toBe(
      [
        ':white_check_mark: 已记为一件事，4 个违规，分别听取、分别决定：',
        '• 第 1 号 · <@UPRESALES1> · 1.8 开会与培训守时 · 50元 · 通报批评 1 次',
        '• 第 2 号 · <@UPRESALES1> · 1.4 上班时间只做工作 · 50元',
        '• 第 3 号 · <@UPRESALES2> · 1.8 开会与培训守时 · 50元 · 通报批评 1 次',
        '• 第 4 号 · <@UPRESALES2> · 1.4 上班时间只做工作 · 50元',
        '<@UPRESALES1> 合计 100元。',
        '<@UPRESALES2> 合计 100元。',
        '已分别私信各人，听取说明到 2026-12-03 17:30。',
        '等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定，结果会私信你。',
      ].join('\n'),
    );
    expect(await cases()).toEqual([
      { id: 1, accusedId: 'UPRESALES1', article: '1.8', incidentId: 1 },
      { id: 2, accusedId: 'UPRESALES1', article: '1.4', incidentId: 1 },
      { id: 3, accusedId: 'UPRESALES2', article: '1.8', incidentId: 1 },
      { id: 4, accusedId: 'UPRESALES2', article: '1.4', incidentId: 1 },
    ]);
  });

  it('tells each person of their own alone', async () => {
    const told = await lastOf('presales1');
    expect(told).toContain('*第 2 号：先听你说*');
    expect(told).toContain('同一件事另有第 1 号。');
    const english = await lastOf('presales2');
    expect(english).toContain('Filed together with No. 3.');
    expect(english).not.toMatch(/No\. 1|No\. 2|PRESALES1/);
  });

  it('is decided apart: each has its card, which names the others', async () => {
    const heard = (await as('presales1').messages()).find(message => shown(message).includes('第 1 号：先听你说'));
    await as('presales1').press('violation.accept', { ts: heard?.ts ?? '', value: '1' });
    const card = await about('manager', '第 1 号');
    expect(card).toContain('同一件事另有第 2 号、第 3 号、第 4 号。');
    expect(card).not.toContain('同一人同一天另有');
    await as('manager').press('approval.approve');
    expect(await as('presales1').command('/violation 查看 1')).toContain('同一件事另有第 2 号。');
    // Of what was filed before it, the other case counts together with it (8.1).
    const second = await as('manager').command('/violation 查看 2');
    expect(second).toContain('同一人同一天另有 50元，合计 100元。');
    expect(second).toContain('同一件事另有第 1 号、第 3 号、第 4 号。');
    expect(second).toContain('*听取本人说明*');
  });

  it('is asked about in English too, with a case by itself unchanged', async () => {
    await as('presales2').command('/violation @presales3 1.4 chatting');
    const asked = await as('presales2').command(
      '/violation @presales3 @presales4 1.1 100 +1.9 jd yesterday no plan, absent',
    );
    expect(asked).toBe(
      [
        '*Please confirm*, and it is done:',
        '*One incident, 4 cases*',
        'Date: 2026-11-30 (Mon)',
        '• <@UPRESALES3> · 1.1 Plan, process and result · ¥100',
        '• <@UPRESALES3> · 1.9 Online by the service roster (JD) · ¥200',
        '• <@UPRESALES4> · 1.1 Plan, process and result · ¥100',
        '• <@UPRESALES4> · 1.9 Online by the service roster (JD) · ¥200',
        '<@UPRESALES3>: ¥300 in total.',
        '<@UPRESALES4>: ¥300 in total.',
        ':ear: Each of them is heard first, until 2026-12-03 17:30.',
        ':scales: Any one of <@UMANAGER>, <@USUPERVISOR> takes it up.',
        'What happened: no plan, absent',
      ].join('\n'),
    );
    expect(await cases()).toHaveLength(4);
  });

  it('says with whom it goes where not all go the same way', async () => {
    expect(await as('supervisor').command('/violation @presales3 @assistant 1.1 200 +1.4 no plan')).toContain(
      '*<@UASSISTANT> 1.1、<@UASSISTANT> 1.4*\n:ear:',
    );
  });
});

describe('a fault about one refuses all', () => {
  it.each<[string, 'zh-CN' | 'en-US', string]>([
    [
      '@presales3 @keeper1 1.9 京东 缺席',
      'zh-CN',
      '第 1.9 条只约束售前客服，<@UKEEPER1> 没有这个岗位。请换人，或换一条。',
    ],
    [
      '@presales3 @keeper1 1.4 +1.9 jd absent',
      'en-US',
      'Article 1.9 binds only the pre-sales service, and <@UKEEPER1> does not hold that post. Choose another person or another article.',
    ],
    ['@presales3 @president 1.4 闲聊', 'zh-CN', '部门条例不约束总裁，请选部门里的同事。'],
    [
      '@presales3 @supervisor 1.4 chatting',
      'en-US',
      'Nobody files a case against themselves; tell your leader, who can.',
    ],
    ['@presales3 @presales3 1.4 闲聊', 'zh-CN', '<@UPRESALES3> 写了两次，每人写一次就够了。'],
    ['@presales3 @presales3 1.4 chatting', 'en-US', '<@UPRESALES3> is named twice. Name each person once.'],
    ['@presales3 1.4 +1.4 闲聊', 'zh-CN', '第 1.4 条写了两次，同一件事每条写一次。'],
    ['@presales3 1.4 +1.4 chatting', 'en-US', 'Article 1.4 is named twice. Name each article once.'],
    ['@presales3 1.4 +1.8 +1.5 +1.6 都有', 'zh-CN', '一件事最多写 3 个条款，请分几次提出。'],
    [
      '@presales3 1.4 chatting +1.8',
      'en-US',
      'Write a further article before what happened, for example `/violation @presales1 1.4 +1.8 what happened`; if it is none, write it differently.',
    ],
    [
      '@presales3 1.4 闲聊 +1.8',
      'zh-CN',
      '另一条请写在经过前面，例如 `/violation @presales1 1.4 +1.8 发生了什么`；不是条款就换个写法。',
    ],
    [
      `${'@presales3 '.repeat(11)}1.4 chatting`,
      'en-US',
      'One incident takes at most 10 people. File the others by themselves.',
    ],
  ])('%.60s', async (line, locale, answer) => {
    await as('supervisor').locale(locale);
    const before = await cases();
    expect(await as('supervisor').command(`/violation ${line}`)).toBe(answer);
    expect(await cases()).toEqual(before);
    await as('supervisor').locale('zh-CN');
  });

  it('and filed again at once is a repetition', async () => {
    const answer = await as('supervisor').does('/violation @presales2 @presales3 1.8 +1.4 8:05 到，会上闲聊');
    expect(answer).toContain('第 3 号');
    expect(answer).not.toContain(':white_check_mark:');
  });
});

describe('the form', () => {
  it('takes several people and grows by an article', async () => {
    const user = 'manager';
    await as(user).does('/violation');
    const choose = async (actionId: string, selected: string | string[]) => {
      const view = (await as(user).view())?.id ?? '';
      if (actionId.startsWith('violation.article')) await as(user).options(actionId, String(selected));
      await as(user).press(actionId, { view, selected });
      return shown(await as(user).view());
    };
    await choose('violation.person', ['presales3', 'operations1']);
    await choose('violation.article', '1.8');
    await as(user).press('violation.another', { view: (await as(user).view())?.id ?? '' });
    const blocks = ((await as(user).view())?.blocks ?? []) as { block_id?: string }[];
    const ids = blocks.map(({ block_id }) => block_id);
    expect(ids.filter(id => id?.startsWith('violation.article'))).toEqual(['violation.article', 'violation.article.2']);
    const asked = await choose('violation.article.2', '1.1');
    expect(asked).toContain(':point_up: 请再写金额。');
    const view = (await as(user).view())?.id ?? '';
    await as(user).press('violation.amount.2', { view, selected: '100' });
    const look = shown(await as(user).view());
    expect(look).toContain('*一件事，4 个违规*');
    expect(look).toContain('<@UOPERATIONS1> 合计 150元。');
    const faulty = await as(user).submit({ 'violation.facts': '迟到', 'violation.amount.2': '1,0' });
    expect(Object.keys(faulty.errors ?? {})).toEqual(['violation.amount.2']);
    const sent = await as(user).submit({ 'violation.facts': '迟到', 'violation.amount.2': '100' });
    expect(shown(sent.view)).toContain('已记为一件事，4 个违规');
    expect((await cases()).slice(-4).map(({ incidentId }) => incidentId)).toEqual(
      Array(4).fill((await cases()).at(-4)?.id),
    );
    await as(user).close();
  });

  it('opens to change a line with all it says, and takes its confirmation', async () => {
    await as('supervisor').command('/violation @presales4 1.8 +1.9 京东 迟到');
    await as('supervisor').press('line.change', { channel: 'department' });
    const form = JSON.stringify(await as('supervisor').view());
    expect(form).toContain('"initial_users":["UPRESALES4"]');
    expect(form).toContain('violation.article.2');
    const sent = await as('supervisor').submit({});
    expect(shown(sent.view)).toContain('1.9 客服按班表在线（京东） · 200元');
    await as('supervisor').close();
  });
});
