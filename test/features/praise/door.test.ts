/** Praise through the door: one line, what is asked before it acts, proposals, recommendations, and what is told to whom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../../src/features/approval/decision.ts';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00' }); // a Tuesday
  for (const user of ['manager', 'presales2', 'keeper1']) await as(user).locale('en-US');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);
const texts = async (user: string, channel?: string) => (await as(user).messages(channel)).map(({ text }) => text);
const last = async (user: string, channel?: string) => (await texts(user, channel)).at(-1);
const row = (id: number) => department.application.office.database.read.praise.findUniqueOrThrow({ where: { id } });

describe('one line by a person with the authority', () => {
  it('is looked at before it acts, and nothing has happened until then', async () => {
    expect(await as('supervisor').command('/praise @presales1 100 昨天 这周零差评，*好*')).toBe(
      [
        '*请确认*，确认后就照此办理：',
        '*表扬 <@UPRESALES1>*',
        '日期：2026-11-30(周一)',
        '内容：奖励 100元 · 通报表扬',
        ':clap: 在你的权限内，提交即由你决定。',
        '原因：这周零差评，＊好＊',
      ].join('\n'),
    );
    expect(await department.application.office.database.read.praise.count()).toBe(0);
    expect(await texts('presales1')).toEqual([]);
  });

  it('is granted once it is confirmed: the person is told whole, the channel name and day', async () => {
    await as('supervisor').press('line.confirm', { channel: 'department' });
    expect(await last('supervisor', 'department')).toBe(
      [
        ':white_check_mark: 已记录表扬 <@UPRESALES1>（第 1 号）：奖励 100元 · 通报表扬。',
        '在你的权限内，已由你决定，并已通知本人。',
      ].join('\n'),
    );
    expect(await texts('presales1')).toEqual([
      [
        '你受到了表扬（第 1 号）',
        ':clap: *你受到了表扬*（第 1 号）',
        '原因：这周零差评，＊好＊',
        '日期：2026-11-30(周一)',
        '内容：奖励 100元 · 通报表扬',
        '由 <@USUPERVISOR> 于 2026-12-01 14:00 决定',
      ].join('\n'),
    ]);
    expect(await texts('clerk1', 'notices')).toEqual([':clap: *通报表扬*\n<@UPRESALES1>。2026-12-01(周二)']);
    expect(await texts('clerk1', 'department')).toEqual([]);
  });

  it('is confirmed once: a second press finds nothing to do', async () => {
    const asked = (await as('supervisor').messages('department')).find(({ ephemeral }) => ephemeral === true);
    await as('supervisor').command('/praise @presales4 好');
    const { ts } = (await as('supervisor').messages('department')).at(-1) ?? { ts: '' };
    const twice = () => as('supervisor').press('line.confirm', { channel: 'department', ts });
    await Promise.allSettled([twice(), twice()]);
    expect(asked).toBeDefined();
    expect(await department.application.office.database.read.praise.count()).toBe(2);
    expect(await texts('presales4')).toHaveLength(1);
  });

  it('names several: each is told, one notice names all, each is on the record', async () => {
    expect(await as('manager').command('/praise @presales1 and @presales2 150 yesterday both stayed late')).toBe(
      [
        '*Please confirm*, and it is done:',
        '*Praise for <@UPRESALES1>, <@UPRESALES2>*',
        'Date: 2026-11-30 (Mon)',
        'Measure: each incentive ¥150 · notice of praise',
        '<@UPRESALES1>: Same person, same day: another incentive of ¥100, ¥250 in total.',
        ':clap: Within your authority: decided by you on filing.',
        'Why: both stayed late',
      ].join('\n'),
    );
    await as('manager').press('line.confirm', { channel: 'department' });
    expect(await last('manager', 'department')).toBe(
      [
        ':white_check_mark: Praise filed for <@UPRESALES1> (No. 3), <@UPRESALES2> (No. 4): each incentive ¥150 · notice of praise.',
        '<@UPRESALES1>: Same person, same day: another incentive of ¥100, ¥250 in total.',
        'It is within your authority and granted by your filing; they have been told.',
      ].join('\n'),
    );
    expect(await last('presales2')).toBe(
      [
        'You were praised (No. 4)',
        ':clap: *You were praised* (No. 4)',
        'Why: both stayed late',
        'Date: 2026-11-30 (Mon)',
        'Measure: incentive ¥150 · notice of praise',
        'Granted by <@UMANAGER>, 2026-12-01 14:00',
      ].join('\n'),
    );
    expect(await last('clerk1', 'notices')).toBe(':clap: *通报表扬*\n<@UPRESALES1>、<@UPRESALES2>。2026-12-01(周二)');
    const { record } = department.application.office.database.read;
    const entries = await record.findMany({ where: { noun: 'praise' }, orderBy: { nounId: 'asc' } });
    expect(entries.map(({ nounId, actor, deed }) => `${nounId} ${actor} ${deed}`)).toEqual([
      '1 USUPERVISOR praise.filed',
      '2 USUPERVISOR praise.filed',
      '3 UMANAGER praise.filed',
      '4 UMANAGER praise.filed',
    ]);
    expect(JSON.stringify(entries)).not.toContain('stayed late');
  });

  it('posts nothing without a notice', async () => {
    const before = await texts('clerk1', 'notices');
    expect(await as('manager').does('/praise @keeper1 -notice kept the door')).toBe(
      [
        ':white_check_mark: Praise filed for <@UKEEPER1> (No. 5): on record, without a notice.',
        'It is within your authority and granted by your filing; they have been told.',
      ].join('\n'),
    );
    expect(await texts('keeper1')).toHaveLength(1);
    expect(await texts('clerk1', 'notices')).toEqual(before);
  });
});

describe('300 yuan for one person and one day (8.1)', () => {
  it('goes to the president a fen above, with the recommendation', async () => {
    expect(await as('manager').does('/praise @presales1 50 yesterday one more')).toContain('¥300 in total');
    expect(await as('manager').does('/praise @presales1 0.01 yesterday and more')).toBe(
      [
        ':white_check_mark: Praise filed for <@UPRESALES1> (No. 7): incentive ¥0.01 · notice of praise.',
        'Same person, same day: another incentive of ¥300, ¥300.01 in total.',
        'It is beyond your authority and went to <@UPRESIDENT> with your recommendation; you will get a direct message.',
      ].join('\n'),
    );
    expect(await last('president')).toBe('表扬：<@UPRESALES1>（2026-12-01 14:00 送达）：第 7 号 · 2026-11-30(周一)');
    const card = (await as('president').last()).blocks?.[1] as unknown as { text: { text: string } };
    expect(card.text.text).toBe(
      [
        '*第 7 号 · 2026-11-30(周一)*',
        '人员：<@UPRESALES1> · 提出：<@UMANAGER>',
        '内容：奖励 0.01元 · 通报表扬',
        '同一人同一天另有奖励 300元，合计 300.01元。',
        '原因：and more',
        '<@UMANAGER> 建议表扬',
      ].join('\n'),
    );
    await as('president').press('approval.approve');
    expect(await last('manager')).toBe(
      'Praise for <@UPRESALES1> (No. 7): *granted*\nGranted by <@UPRESIDENT>, 2026-12-01 14:00',
    );
    expect((await row(7)).state).toBe('granted');
  });

  it('holds when two leaders file at once', async () => {
    const answers = await Promise.all([
      as('supervisor').does('/praise @aftersales1 200 主动加班'),
      as('manager').does('/praise @aftersales1 200 fine work'),
    ]);
    const read = department.application.office.database.read;
    const states = await read.praise.findMany({ where: { praisedId: 'UAFTERSALES1' } });
    // Whoever comes second sees that it is another thing by now, and is asked again.
    expect(states.filter(({ state }) => state === 'granted')).toHaveLength(1);
    expect(answers.filter(answer => /400/.test(answer))).toHaveLength(1);
  });
});

describe('a colleague proposes', () => {
  it('to manager and supervisor, and is told the outcome; the first decision counts', async () => {
    expect(await as('presales3').command('/praise @logistics1 50 帮忙找货')).toMatch(
      /^:white_check_mark: 已记录表扬 <@ULOGISTICS1>（第 \d+ 号）：奖励 50元 · 通报表扬。\n等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位处理，结果会私信你。$/,
    );
    expect(await texts('logistics1')).toEqual([]);
    const card = (await as('manager').last()).text;
    expect(card).toMatch(/^Praise: <@ULOGISTICS1> \(asked 2026-12-01 14:00\): No\. \d+ · 2026-12-01 \(Tue\)$/);
    await as('manager').press('approval.approve');
    expect(await last('presales3')).toMatch(
      /^对 <@ULOGISTICS1> 的表扬（第 \d+ 号）：\*已表扬\*\n由 <@UMANAGER> 于 2026-12-01 14:00 决定$/,
    );
    expect(await last('logistics1')).toContain('奖励 50元');
    expect(await last('clerk1', 'notices')).toBe(':clap: *通报表扬*\n<@ULOGISTICS1>。2026-12-01(周二)');
  });

  it('and a declined one is told to nobody else', async () => {
    await as('keeper1').command('/praise @clerk1 80 sorted the archive');
    await as('supervisor').press('approval.reject');
    await as('supervisor').submit({ 'approval.why': '是本职工作' });
    expect(await last('keeper1')).toMatch(
      /^Praise for <@UCLERK1> \(No\. \d+\): \*declined\*\nDeclined by <@USUPERVISOR>, 2026-12-01 14:00\nReason: 是本职工作$/,
    );
    expect(await texts('clerk1')).toEqual([]);
    expect(await as('clerk1').command('/praise list')).toBe('还没有对你的表扬，你也没有提出过。');
  });

  it('beyond 300 a leader recommends, with words for the president, and the proposer is told the end', async () => {
    await as('presales3').command('/praise @assistant 400 排班');
    expect(await last('supervisor')).not.toContain('<@UASSISTANT>'); // 8.1: about staff only
    await as('manager').press('approval.approve');
    await as('manager').submit({ 'approval.recommendation': 'well earned' });
    const blocks = JSON.stringify((await as('president').last()).blocks);
    expect(blocks).toContain('<@UMANAGER> 建议：well earned');
    expect(await texts('assistant')).toEqual([]);
    await as('president').press('approval.approve');
    expect(await last('presales3')).toContain('*已表扬*');
    expect(await last('assistant')).toContain('奖励 400元');
    expect(await last('assistant')).not.toContain('well earned');
  });

  it('the manager’s own goes to the president', async () => {
    expect(await as('presales3').command('/praise @manager 一直在')).toContain('等待 <@UPRESIDENT> 决定');
    await as('president').press('approval.approve');
    expect(await last('manager')).toContain('You were praised');
  });

  it('the deputy proposes too, and a supervisor about a deputy', async () => {
    expect(await as('deputy').command('/praise @presales4 10 帮忙')).toContain(
      '等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位处理',
    );
    expect(await as('supervisor').command('/praise @deputy 10 帮忙')).toContain('等待 <@UMANAGER> 处理');
  });
});

describe('an approval that is not theirs', () => {
  it('is refused to the praised, to the proposer and to a supervisor where only the manager decides', async () => {
    const read = department.application.office.database.read;
    const { id } = await read.praise.findFirstOrThrow({ where: { praisedId: 'UDEPUTY', state: 'proposed' } });
    const { token } = await read.approval.findFirstOrThrow({ where: { kind: 'praise', subjectId: id } });
    const forged = async (user: string) => decide(department.application.office, token, user, 'approved', null);
    expect(await forged('UDEPUTY')).toMatchObject({ code: 'approval.own' });
    expect(await forged('USUPERVISOR')).toMatchObject({ code: 'approval.notYours' });
    expect(await forged('UASSISTANT')).toMatchObject({ code: 'approval.notYours' });
    expect(await forged('UPRESALES1')).toMatchObject({ code: 'approval.notYours' });
    expect((await row(id)).state).toBe('proposed');
    await as('manager').press('approval.approve', { value: token });
    expect((await row(id)).state).toBe('granted');
  });

  it('pressed by two at once it is decided once', async () => {
    await as('presales3').command('/praise @operations1 20 上架快');
    await Promise.allSettled([as('manager').press('approval.approve'), as('supervisor').press('approval.approve')]);
    expect(await texts('operations1')).toHaveLength(1);
    const { record } = department.application.office.database.read;
    const { id } = await department.application.office.database.read.praise.findFirstOrThrow({
      where: { praisedId: 'UOPERATIONS1' },
    });
    expect(await record.count({ where: { noun: 'praise', nounId: String(id), deed: 'praise.grant' } })).toBe(1);
  });
});
