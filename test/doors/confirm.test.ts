/** Lines whose effect is immediate: nothing happens before who typed them confirms what was understood. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesToConfirm } from '../../src/office/confirming.ts';
import { AT_ONCE, type Department, openDepartment, type Person, type SeenMessage } from '../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:50', environment: AT_ONCE }); // a Tuesday
  await as('presales1').command('/leave 2026-12-02 am sick');
  await as('manager').press('approval.approve');
  await as('presales1').command('/checkin');
  await department.travel('2026-12-01T08:02');
  await as('presales1').command('/meeting signin');
  await department.travel('2026-12-01T20:00');
  await as('deputy').locale('en-US');
});
afterAll(() => department.close());

const last = (user: string) => as(user).last('department');
const cases = () => department.application.office.database.read.case.count();
const token = (message: SeenMessage) => /"value":"([0-9a-f]{24})"/.exec(JSON.stringify(message.blocks))?.[1] ?? '';
const said = async (user: string, line: string) => (await as(user).command(line)).split('\n');

describe('a case that filing would decide', () => {
  it('is shown with all that is known of the day, and is not there yet', async () => {
    expect(await said('manager', '/violation @presales1 1.9 jd absent 9:00-9:20')).toEqual([
      '*请确认*，确认后就照此办理：',
      '*<@UPRESALES1> · 1.9 客服按班表在线（京东）*',
      '日期：2026-12-01(周二)',
      '处理：200元',
      '打卡：上午上班 07:50（准时）。',
      '早会签到：迟到（08:02）。',
      ':scales: 在你的权限内，提交即由你决定成立。',
      '经过：absent 9:00-9:20',
    ]);
    expect((await last('manager')).blocks?.map(({ type }) => type)).toEqual([
      'section',
      'section',
      'section',
      'context',
      'actions',
    ]);
    expect(await cases()).toBe(0);
    expect((await as('presales1').messages()).filter(({ text }) => text.includes('违规'))).toEqual([]);
  });

  it('is nobody else’s to confirm', async () => {
    const asked = await last('manager');
    const { office } = department.application;
    expect(await linesToConfirm(office).find(token(asked), 'USUPERVISOR')).toEqual({ code: 'line.gone', params: {} });
    expect(
      await office.database.transaction(tx => linesToConfirm(office).once(token(asked), 'USUPERVISOR')(tx)),
    ).toMatchObject({ code: 'line.gone' });
    expect(await cases()).toBe(0);
  });

  it('is done once, however often it is confirmed', async () => {
    const { ts } = await last('manager');
    await Promise.all([1, 2, 3].map(() => as('manager').press('line.confirm', { channel: 'department', ts })));
    expect(await cases()).toBe(1);
    const seen = (await as('manager').messages('department')).filter(({ ephemeral }) => ephemeral === true);
    expect(seen.find(one => one.ts === ts)?.text).toMatch(/^:white_check_mark: 已记为第 1 号：<@UPRESALES1>/);
    for (const { text } of seen.filter(one => one.ts > ts)) {
      expect(text).toBe('你已在 2026-12-01 20:00 确认过，不会再做一次。');
    }
  });

  it('tells what was filed already, leave, and the sum of the day', async () => {
    expect(await said('manager', '/violation @presales1 1.9 other 昨天 absent')).not.toContain('已经提出');
    expect(await said('manager', '/violation @presales1 1.9 other absent 10:00')).toEqual([
      '*请确认*，确认后就照此办理：',
      '*<@UPRESALES1> · 1.9 客服按班表在线（其他店铺）*',
      '日期：2026-12-01(周二)',
      '处理：50元',
      '同一人同一天另有 200元，合计 250元。',
      '打卡：上午上班 07:50（准时）。',
      '早会签到：迟到（08:02）。',
      ':warning: 当天已经提出过：第 1 号 · 1.9 客服按班表在线（京东） · 2026-12-01(周二)。',
      ':scales: 在你的权限内，提交即由你决定成立。',
      '经过：absent 10:00',
    ]);
  });

  it('keeps the day on which it was typed, and looks again at what has changed', async () => {
    await department.travel('2026-12-02T09:00');
    expect((await said('manager', '/violation @presales1 1.4 chatting')).slice(2, 5)).toEqual([
      '日期：2026-12-02(周三)',
      '处理：50元',
      '当天请假或出差（上午）。',
    ]);
    const { ts } = await last('manager');
    await as('supervisor').does('/violation @presales1 1.11 rude');
    await department.travel('2026-12-03T08:30');
    await as('manager').press('line.confirm', { channel: 'department', ts });
    const again = (await as('manager').messages('department')).find(one => one.ts === ts);
    expect(again?.text.split('\n').slice(0, 5)).toEqual([
      '*情况已经变了*，请再看一遍：',
      '*<@UPRESALES1> · 1.4 上班时间只做工作*',
      '日期：2026-12-02(周三)',
      '处理：50元',
      '同一人同一天另有 50元，合计 100元。',
    ]);
    await as('manager').press('line.confirm', { channel: 'department', ts });
    expect((await as('manager').messages('department')).find(one => one.ts === ts)?.text).toContain('已记为第 3 号');
  });

  it('is refused when the authority is gone at the click', async () => {
    await said('supervisor', '/violation @presales3 1.4 chatting');
    const { ts } = await last('supervisor');
    await as('manager').does('/post @supervisor end supervisor');
    const before = await cases();
    await as('supervisor').press('line.confirm', { channel: 'department', ts });
    expect(await cases()).toBe(before);
    await as('manager').does('/post @supervisor supervisor');
  });

  it('opens the form filled in to be changed, which takes the confirmation with it', async () => {
    await said('manager', '/violation @presales2 1.1 80.5 昨天 +notice no plan');
    const { ts } = await last('manager');
    await as('manager').press('line.change', { channel: 'department', ts });
    const view = JSON.stringify(await as('manager').view());
    for (const piece of [
      '"initial_users":["UPRESALES2"]',
      '"80.5"',
      '"2026-12-02"',
      '"no plan"',
      '"initial_options"',
    ]) {
      expect(view).toContain(piece);
    }
    const before = await cases();
    await as('manager').submit({
      'violation.person': ['presales2'],
      'violation.article': '1.1',
      'violation.date': '2026-12-02',
      'violation.facts': 'no plan at all',
      'violation.amount': '60',
    });
    expect(await cases()).toBe(before + 1);
    await as('manager').close();
    await as('manager').press('line.confirm', { channel: 'department', ts });
    expect(await cases()).toBe(before + 1);
    expect((await last('manager')).text).toBe('你已在 2026-12-03 08:30 确认过，不会再做一次。');
  });
});

describe('what somebody else decides anyway', () => {
  it('asks for nothing', async () => {
    expect(await as('presales3').command('/violation @presales4 1.4 chatting')).toContain('中任意一位处理');
    expect(await as('supervisor').command('/violation @manager 1.4 chatting')).toContain('<@UPRESIDENT> 决定');
  });
});

describe.each<[line: string, user: string, understood: string[], done: RegExp]>([
  [
    '/calendar 2026-12-09 off 盘点',
    'manager',
    [':palm_tree: 2026-12-09(周三) · 休息（部门决定：盘点）', '会在部门频道通知所有人。'],
    /已改好/,
  ],
  [
    '/calendar 2026-12-12 work',
    'deputy',
    [':office: 2026-12-12 (Sat) · working (decided by the department)', 'Everybody in the department channel is told.'],
    /Done; the department/,
  ],
  [
    '/post @presales4 keeper',
    'manager',
    ['安排 <@UPRESALES4> 担任库房管理员，会通知本人。', '上级：<@UMANAGER>'],
    /现在是库房管理员/,
  ],
  [
    '/post @presales4 end keeper',
    'deputy',
    ['<@UPRESALES4> will no longer be warehouse keeper, and is told.', 'What remains: pre-sales service.'],
    /no longer warehouse keeper and has been told/,
  ],
  [
    '/post @presales4 led by @supervisor',
    'manager',
    ['<@UPRESALES4> 改归 <@USUPERVISOR>，会通知本人。'],
    /现在归 <@USUPERVISOR>/,
  ],
  [
    '/approvals delegate @deputy tomorrow',
    'manager',
    ['委托 <@UDEPUTY> 在 2026-12-04(周五) 代你审批，会通知对方；责任仍由你承担。'],
    /已委托 <@UDEPUTY>/,
  ],
])('%s', (line, user, understood, done) => {
  it('says what was understood, does nothing, and then does it once', async () => {
    const noticed = async () => (await department.application.office.database.read.record.findMany()).length;
    const before = await noticed();
    const [, ...lines] = await said(user, line);
    expect(lines).toEqual(understood);
    expect(await noticed()).toBe(before);
    const { ts } = await last(user);
    await as(user).press('line.confirm', { channel: 'department', ts });
    expect((await as(user).messages('department')).find(one => one.ts === ts)?.text).toMatch(done);
    expect(await noticed()).toBeGreaterThan(before);
  });
});

describe('a line changed', () => {
  it('is typed anew in a form and confirmed there', async () => {
    await said('manager', '/calendar 2026-12-10 off');
    const { ts } = await last('manager');
    await as('manager').press('line.change', { channel: 'department', ts });
    expect(JSON.stringify(await as('manager').view())).toContain('"initial_value":"2026-12-10 off"');
    expect((await as('manager').submit({ 'line.text': '2026-12-10 maybe' })).errors?.['line.text']).toContain('maybe');
    const shown = await as('manager').submit({ 'line.text': '2026-12-11 off' });
    expect(JSON.stringify(shown.view)).toContain('2026-12-11(周五) · 休息');
    const { office } = department.application;
    expect(await office.database.read.calendarDay.count({ where: { date: '2026-12-11' } })).toBe(0);
    await as('manager').submit({});
    expect(await office.database.read.calendarDay.count({ where: { date: '2026-12-11' } })).toBe(1);
    await as('manager').close();
    await as('manager').press('line.confirm', { channel: 'department', ts });
    expect((await last('manager')).text).toBe('这一行已经不等你确认了，什么都没有做。请重新输入。');
    expect(await office.database.read.calendarDay.count({ where: { date: '2026-12-10' } })).toBe(0);
  });

  it('keeps no words once it was confirmed, and none after a day', async () => {
    const { office } = department.application;
    const kept = await office.database.read.typedLine.findMany({ where: { takenAt: { not: null } } });
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter(({ line, shown }) => line !== '' || shown !== '')).toEqual([]);
    await department.travel('2026-12-05T09:00');
    await said('manager', '/calendar 2026-12-16 off');
    expect(await office.database.read.typedLine.count()).toBe(1);
  });
});
