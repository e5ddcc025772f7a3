/** The form for praises, lists, what is taken back before and after, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00', transport: 'http' }); // a Tuesday
  for (const user of ['manager', 'presales1', 'presales2']) await as(user).locale('en-US');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);
const texts = async (user: string, channel?: string) => (await as(user).messages(channel)).map(({ text }) => text);
const read = () => department.application.office.database.read;

interface Block {
  type: string;
  block_id?: string;
  text?: { text: string };
  element?: { initial_users?: string[]; initial_value?: string; initial_date?: string; initial_options?: unknown[] };
}

const blocks = async (user: string) => ((await as(user).view())?.blocks ?? []) as Block[];
const preview = async (user: string) =>
  (await blocks(user)).find(({ block_id }) => block_id === 'praise.preview')?.text?.text;
async function choose(user: string, actionId: string, selected: unknown): Promise<string | undefined> {
  await as(user).press(actionId, { view: (await as(user).view())?.id ?? '', selected });
  return preview(user);
}
const sentText = (sent: { view?: { blocks: unknown[] } }) => (sent.view?.blocks?.[0] as Block | undefined)?.text?.text;

describe('the form', () => {
  it('foresees who decides, names the input at fault, and files', async () => {
    const user = 'manager';
    expect(await as(user).command('/praise')).toBe('');
    expect((await blocks(user)).map(({ block_id }) => block_id).slice(0, 5)).toEqual([
      ...['praise.people', 'praise.why', 'praise.amount', 'praise.date', 'praise.notice'],
    ]);
    expect(await preview(user)).toBe(':point_up: Choose the people to see who decides.');
    expect(await choose(user, 'praise.people', ['UPRESALES1', 'USUPERVISOR'])).toBe(
      ':clap: Within your authority: decided by you on filing.',
    );
    expect(await choose(user, 'praise.amount', '300')).toBe(':clap: Within your authority: decided by you on filing.');
    expect(await choose(user, 'praise.amount', '300.01')).toBe(
      ':clap: Beyond your authority: goes to <@UPRESIDENT> with your recommendation.',
    );
    expect(await choose(user, 'praise.amount', '3 hundred')).toBe(
      ':warning: I cannot use the amount “3 hundred”: it is not a number. Give yuan as a figure, for example 50 or 50.5.',
    );
    const typed = { 'praise.why': 'kept *calm*', 'praise.amount': '1,000' };
    expect((await as(user).submit(typed)).errors).toEqual({
      'praise.amount':
        'I cannot use the amount “1,000”: leave the separators out. Give yuan as a figure, for example 50 or 50.5.',
    });
    expect((await as(user).submit({ ...typed, 'praise.amount': '20', 'praise.date': '2026-12-02' })).errors).toEqual({
      'praise.date': '2026-12-02 has not come yet. Give today or an earlier day.',
    });
    const right = { ...typed, 'praise.amount': '20', 'praise.date': '2026-11-30' };
    const sent = await as(user).submit(right);
    expect(sent.errors).toBeUndefined();
    expect(sentText(sent)).toBe(
      [
        ':white_check_mark: Praise filed for <@UPRESALES1> (No. 1), <@USUPERVISOR> (No. 2): each incentive ¥20 · notice of praise.',
        'It is within your authority and granted by your filing; they have been told.',
      ].join('\n'),
    );
    expect((await texts('clerk1', 'notices')).at(-1)).toBe(
      ':clap: *通报表扬*\n<@UPRESALES1>、<@USUPERVISOR>。2026-12-01(周二)',
    );
    await as(user).close();
  });

  it('opens with the people named, and a colleague’s goes to a leader, without a notice where that is unticked', async () => {
    const user = 'presales3';
    await as(user).command('/praise @presales4 @keeper1');
    expect((await blocks(user))[0]?.element?.initial_users).toEqual(['UPRESALES4', 'UKEEPER1']);
    expect(await preview(user)).toBe(':clap: 提交后由 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定。');
    const sent = await as(user).submit({ 'praise.why': '一起盘库', 'praise.notice': [] });
    expect(sentText(sent)).toBe(
      [
        ':white_check_mark: 已记录表扬 <@UPRESALES4>（第 3 号）、<@UKEEPER1>（第 4 号）：每人只记录，不发通报。',
        '等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定，结果会私信你。',
      ].join('\n'),
    );
    await as(user).close();
  });

  it('changes a line before it acts, which then is no longer to be confirmed', async () => {
    const user = 'supervisor';
    await as(user).command('/praise @presales2 100 昨天 -通报 加班');
    await as(user).press('line.change', { channel: 'department' });
    const [people, why, amount, date, notice] = (await blocks(user)).map(({ element }) => element);
    expect(people?.initial_users).toEqual(['UPRESALES2']);
    expect([why?.initial_value, amount?.initial_value, date?.initial_date]).toEqual(['加班', '100', '2026-11-30']);
    expect(notice?.initial_options).toBeUndefined();
    expect((await as(user).submit({ 'praise.amount': '60' })).errors).toBeUndefined();
    await as(user).close();
    await as(user).press('line.confirm', { channel: 'department' });
    const filed = await read().praise.findMany({ where: { praisedId: 'UPRESALES2' } });
    expect(filed.map(({ amount: fen, state, date: day }) => `${fen} ${state} ${day}`)).toEqual([
      '6000 granted 2026-11-30',
    ]);
  });

  it('is refused for oneself and the president, and nothing of the others is kept', async () => {
    const user = 'presales3';
    const before = await read().praise.count();
    await as(user).command('/praise');
    await choose(user, 'praise.people', ['UPRESALES4', 'UPRESALES3']);
    expect((await as(user).submit({ 'praise.why': '好' })).errors).toEqual({
      'praise.people': '不能表扬自己，请写同事，例如 /praise @presales1 这周零差评。',
    });
    await choose(user, 'praise.people', ['UPRESALES4', 'UPRESIDENT']);
    expect((await as(user).submit({ 'praise.why': '好' })).errors).toEqual({
      'praise.people': '部门条例不约束总裁，请选部门里的同事。',
    });
    await as(user).close();
    expect(await read().praise.count()).toBe(before);
  });
});

describe('lists, and what one may look into', () => {
  it('are of those a leader decides about; everybody else sees their own and those they filed', async () => {
    expect(await as('manager').command('/praise list')).toBe(
      [
        'Praises of this year',
        '• No. 5 · 2026-11-30 (Mon) · incentive ¥60 · on record · <@UPRESALES2> · *granted*'.replace(
          'on record · ',
          '',
        ),
        '• No. 4 · 2026-12-01 (Tue) · on record, without a notice · <@UKEEPER1> · *waiting for a decision*',
        '• No. 3 · 2026-12-01 (Tue) · on record, without a notice · <@UPRESALES4> · *waiting for a decision*',
        '• No. 2 · 2026-11-30 (Mon) · incentive ¥20 · notice of praise · <@USUPERVISOR> · *granted*',
        '• No. 1 · 2026-11-30 (Mon) · incentive ¥20 · notice of praise · <@UPRESALES1> · *granted*',
        'For details give a number, for example `/praise show 5`.',
      ].join('\n'),
    );
    expect(await as('presales3').command('/praise 列表')).toBe(
      [
        '对我的表扬和我提出的',
        '• 第 4 号 · 2026-12-01(周二) · 只记录，不发通报 · <@UKEEPER1> · *待决定*',
        '• 第 3 号 · 2026-12-01(周二) · 只记录，不发通报 · <@UPRESALES4> · *待决定*',
        '查看详情请写编号，例如 `/praise 查看 4`；撤回：`/praise 撤回 4`。',
      ].join('\n'),
    );
    expect(await as('presales4').command('/praise list')).toBe('还没有对你的表扬，你也没有提出过。');
    expect(await as('supervisor').command('/praise list @presales1')).toBe(
      [
        '对 <@UPRESALES1> 的表扬',
        '• 第 1 号 · 2026-11-30(周一) · 奖励 20元 · 通报表扬 · <@UPRESALES1> · *已表扬*',
        '查看详情请写编号，例如 `/praise 查看 5`。',
      ].join('\n'),
    );
    expect(await as('deputy').command('/praise list @presales1')).toBe('没有你可以查看的、对 <@UPRESALES1> 的表扬。');
    expect(await as('presales2').command('/praise list @presales1')).toBe(
      'Only leaders read other people’s praises; `/praise list` shows your own.',
    );
  });

  it('one by its number is there for those alone', async () => {
    for (const user of ['presales4', 'deputy', 'presales2']) {
      expect(await as(user).command('/praise show 1')).toMatch(/没有找到第 1 号表扬|found no praise number 1/);
    }
    expect(await as('presales1').command('/praise show 1')).toBe(
      [
        'You were praised (No. 1)',
        ':clap: *You were praised* (No. 1)',
        'Why: kept ＊calm＊',
        'Date: 2026-11-30 (Mon)',
        'Measure: incentive ¥20 · notice of praise',
        'Granted by <@UMANAGER>, 2026-12-01 14:00',
      ].join('\n'),
    );
  });

  it('what a colleague was given else that day stays with those who decide', async () => {
    expect(await as('presales3').command('/praise @presales1 10 昨天 帮忙')).toBe(
      [
        ':white_check_mark: 已记录表扬 <@UPRESALES1>（第 6 号）：奖励 10元 · 通报表扬。',
        '等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位处理，结果会私信你。',
      ].join('\n'),
    );
    expect(await as('presales3').command('/praise show 6')).not.toContain('20元');
    expect(await as('supervisor').command('/praise show 6')).toContain('同一人同一天另有奖励 20元，合计 30元。');
    expect(await as('presales1').command('/praise show 6')).toBe(
      'I found no praise number 6. `/praise list` shows the numbers.',
    );
  });

  it('one’s own stands in `/me` and on the Home tab, with the sum of this year', async () => {
    const mine = [
      'Praise',
      '1 praise this year, ¥20 in total.',
      '• No. 1 · 2026-11-30 (Mon) · incentive ¥20 · notice of praise',
      'For details give a number, for example `/praise show 1`.',
    ].join('\n');
    expect(await as('presales1').command('/me')).toContain(mine);
    expect(JSON.stringify((await as('presales1').home()).blocks)).toContain('1 praise this year, ¥20 in total.');
    expect(await as('clerk1').command('/me')).not.toContain('表扬');
  });
});

describe('taken back', () => {
  it('by whoever proposed it, while nobody decided; the cards say so', async () => {
    expect(await as('presales1').command('/praise withdraw 6')).toContain('found no praise number 6');
    expect(await as('supervisor').command('/praise 撤回 6')).toBe(
      '这次表扬由 <@UPRESALES3> 提出，只有提出的人可以撤回。',
    );
    expect(await as('presales3').command('/praise 撤回 6')).toBe('已撤回：第 6 号 · 2026-11-30(周一)。');
    expect((await texts('manager')).find(text => text.includes('No. 6'))).toContain('Withdrawn');
    expect(await as('presales3').command('/praise 撤回 6')).toBe('这次表扬现在是“已撤回”，不能再撤回。');
    expect(await as('manager').command('/praise withdraw 1')).toBe(
      'This praise is granted now, so it can no longer be withdrawn.',
    );
  });

  it('after the decision with a reason: the person is told, the notice says so, and it no longer counts', async () => {
    const undo = async (user: string, value: string, reason: string) => {
      await as(user).command('/approvals decided');
      await as(user).press('approval.takeBack', { channel: 'department', value });
      const answer = await as(user).submit({ 'approval.undoWhy': reason });
      await as(user).close();
      return answer;
    };
    expect((await undo('manager', 'praise:1', ' ')).errors).toHaveProperty('approval.undoWhy');
    await undo('manager', 'praise:1', 'wrong row');
    expect((await read().praise.findUniqueOrThrow({ where: { id: 1 } })).state).toBe('voided');
    const [card, told] = (await texts('presales1')).slice(-2);
    expect(card).toBe(
      [
        'This praise was taken back (No. 1)',
        ':leftwards_arrow_with_hook: *This praise was taken back* (No. 1)',
        'Why: kept ＊calm＊',
        'Date: 2026-11-30 (Mon)',
        'Measure: incentive ¥20 · notice of praise',
        'Granted by <@UMANAGER>, 2026-12-01 14:00',
        'Taken back by <@UMANAGER>, 2026-12-01 14:00',
        'Reason: wrong row',
      ].join('\n'),
    );
    expect(told).toBe(
      ':leftwards_arrow_with_hook: <@UMANAGER> took a decision about <@UPRESALES1> back; it no longer holds: Praise, No. 1 · 2026-11-30 (Mon)',
    );
    expect((await texts('clerk1', 'notices')).at(-1)).toBe(
      [
        ':clap: *通报表扬*\n<@USUPERVISOR>。2026-12-01(周二)',
        ':leftwards_arrow_with_hook: *收回通报表扬*\n2026-12-01(周二) 对 <@UPRESALES1> 的通报表扬已收回。',
      ].join('\n'),
    );
    await undo('manager', 'praise:2', 'wrong row too');
    expect((await texts('clerk1', 'notices')).at(-1)).toBe(
      ':leftwards_arrow_with_hook: *收回通报表扬*\n2026-12-01(周二) 对 <@UPRESALES1>、<@USUPERVISOR> 的通报表扬已收回。',
    );
    expect(await as('presales1').command('/me')).not.toContain('Praise');
    // What was taken back no longer stands in the way of 300 yuan.
    expect(await as('manager').does('/praise @presales1 300 2026-11-30 made up for it')).toContain('granted');
  });
});

describe('what is refused, at the door', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `@p${index}`).join(' ');
  it.each<[string, string, string]>([
    [
      'presales4',
      '/praise 这周零差评',
      '请先写表扬谁，例如 `/praise @presales1 这周零差评`，或只输入 `/praise` 打开表单。',
    ],
    [
      'presales1',
      '/praise 100 thanks',
      'Name the person first, for example `/praise @presales2 no bad review all week`, or type `/praise` alone for the form.',
    ],
    ['presales4', '/praise @presales4 好', '不能表扬自己，请写同事，例如 `/praise @presales1 这周零差评`。'],
    [
      'manager',
      '/praise @president thanks',
      'The department’s regulation does not bind the president. Choose somebody of the department.',
    ],
    ['presales4', '/praise @presales1 100', '请写明为什么表扬，例如 `/praise @presales1 100 这周零差评`。'],
    [
      'manager',
      '/praise @presales1 0 thanks',
      'I cannot use the amount “0”: without an incentive leave it out. Give yuan as a figure, for example 50 or 50.5.',
    ],
    ['presales4', '/praise @presales1 -5 好', '金额“-5”不能用：不能是负数。请用数字写元数，例如 50 或 50.5。'],
    [
      'manager',
      '/praise @presales1 1,000 thanks',
      'I cannot use the amount “1,000”: leave the separators out. Give yuan as a figure, for example 50 or 50.5.',
    ],
    [
      'manager',
      '/praise @presales1 1.555 thanks',
      'I cannot use the amount “1.555”: it has more than two decimals. Give yuan as a figure, for example 50 or 50.5.',
    ],
    [
      'manager',
      '/praise @presales1 100 smiles at everybody',
      'Is “100” money? If so, write it as ¥100, for example `/praise @presales1 ¥100 smiles at everybody`; if not, put it between other words.',
    ],
    [
      'presales4',
      '/praise @presales1 2026-02-30 好',
      '“2026-02-30”不是可以用的日期，请写成 2026-11-30，或写今天、昨天，例如 `/praise @presales1 昨天 帮了大忙`。',
    ],
    [
      'manager',
      '/praise @presales1 11.28 thanks',
      'Is “11.28” a day? If so, write it whole, for example `/praise @presales1 2026-11-28 helped out`; write money as ¥50, and anything else between other words.',
    ],
    ['presales4', '/praise @presales1 明天 好', '2026-12-02 还没有到，请写今天或以前的日期。'],
    [
      'manager',
      '/praise @presales1 2025-11-01 thanks',
      '2025-11-01 is too long ago; the oldest possible day is 2025-12-01.',
    ],
    ['presales4', `/praise @presales1 ${'好'.repeat(3001)}`, '原因最多 3000 字，现在是 3001 字，请缩短。'],
    [
      'manager',
      `/praise ${many(11)} thanks`,
      'At most 10 people at once; use several lines, for example `/praise @presales1 no bad review all week`.',
    ],
    ['presales4', '/praise 查看 99', '没有找到第 99 号表扬，用 `/praise 列表` 查看编号。'],
    ['clerk1', '/praise show x', '“x”不是编号；编号见 `/praise 列表`。'],
    ['manager', '/praise withdraw', 'Give the number; `/praise list` shows the numbers.'],
  ])('by %s: %s', async (user, line, sentence) => {
    const before = await read().praise.count();
    expect(await as(user).does(line)).toBe(sentence);
    expect(await read().praise.count()).toBe(before);
  });

  it('the same within ten minutes, word for word', async () => {
    await as('presales4').command('/praise @logistics1 10 帮忙');
    const { id } = await read().praise.findFirstOrThrow({ where: { praisedId: 'ULOGISTICS1' } });
    const twice = `刚才已经提出过同样的表扬，编号是第 ${id} 号，不重复记录。`;
    expect(await as('presales4').command('/praise @logistics1 10 帮忙')).toBe(twice);
    expect(await as('presales4').command('/praise @logistics1 20 帮忙')).toContain('已记录表扬');
    await department.travel('14:11');
    expect(await as('presales4').command('/praise @logistics1 10 帮忙')).toContain('已记录表扬');
  });
});
