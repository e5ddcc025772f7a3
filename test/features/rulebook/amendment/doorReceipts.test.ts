/** Receipts of reading through the door: who is asked, once confirmed, reminded over a weekend, and what leaders see (9.1). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '../../../../src/member/store.ts';
import { refreshProfile } from '../../../../src/member/workflow.ts';
import { type Department, type FormInput, openDepartment, type Person } from '../../../support/department.ts';
import { shown } from '../../../support/shown.ts';

let department: Department;
const as = (user: string): Person => department.as(user);
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-04T10:00' }); // a Friday
  await as('manager').locale('en-US');
  await as('presales1').locale('en-US');
});
afterAll(() => department.close());

const EVERYBODY = ['president', 'manager', 'deputy', 'assistant', 'supervisor', 'presales1', 'presales2', 'presales3'];
EVERYBODY.push('presales4', 'aftersales1', 'logistics1', 'keeper1', 'operations1', 'clerk1');
const PRESALES = ['presales1', 'presales2', 'presales3', 'presales4'];

async function sign(number: string, values: FormInput): Promise<void> {
  await as('manager').command(`/rules amend ${number}`);
  const sent = await as('manager').submit({ 'rulebook.why': 'because', ...values });
  expect(sent.errors).toBeUndefined();
  await as('president').press('approval.approve');
}

/** All that somebody was told of changes to read, from top to bottom. */
const toldOf = async (user: string) =>
  (await as(user).messages()).map(shown).filter(text => text.startsWith(':scroll:'));

describe('a change of an article', () => {
  beforeAll(async () => {
    await sign('1.9', { 'rulebook.figure.1': '300' });
    await sign('1.4', {
      'rulebook.figure.0': '80',
      'rulebook.text.zh-CN': '上班只做工作，否则80元。',
      'rulebook.text.en': 'Work; else ¥80.',
      'rulebook.from': '2026-12-20',
    });
  });

  it('comes before everybody it binds, but not before who signed it nor who proposed it', async () => {
    const told = await Promise.all(EVERYBODY.map(async user => [user, (await toldOf(user)).length]));
    const others = EVERYBODY.filter(user => !['president', 'manager', ...PRESALES].includes(user));
    expect(Object.fromEntries(told)).toEqual({
      ...{ president: 0, manager: 0 },
      ...Object.fromEntries(PRESALES.map(user => [user, 2])),
      ...Object.fromEntries(others.map(user => [user, 1])),
    });
  });

  it('is told old beside new, in the reader’s language', async () => {
    expect(await toldOf('presales1')).toEqual([
      [
        ':scroll: <@UPRESIDENT> signed a change of the regulation: 1.9 Online by the service roster',
        'Please read it and confirm.',
        'In force from 2026-12-04 (Fri)',
        '*What a breach costs: JD*',
        'Old: ¥200 each time',
        '*New:* ¥300 each time',
        'Why: because',
        '[I have read it]',
      ].join('\n'),
      [
        ':scroll: <@UPRESIDENT> signed a change of the regulation: 1.4 Working hours are for work',
        'Please read it and confirm.',
        'In force from 2026-12-20 (Sun)',
        '*Text (English)*',
        'Old: Chatting, browsing or anything else unrelated to work or study during working hours costs ¥50 each time.',
        '*New:* Work; else ¥80.',
        '*What a breach costs*',
        'Old: ¥50 each time',
        '*New:* ¥80 each time',
        'Why: because',
        '[I have read it]',
      ].join('\n'),
    ]);
    expect((await toldOf('clerk1'))[0]).toBe(
      [
        ':scroll: <@UPRESIDENT> 签署了条例的修改：1.4 上班时间只做工作',
        '请读过以后确认。',
        '2026-12-20(周日) 起生效',
        '*正文（中文）*',
        '原：上班时间闲聊、看与工作和学习不相干的网页等，每次50元。',
        '*新：* 上班只做工作，否则80元。',
        '*违反的后果*',
        '原：每次 50元',
        '*新：* 每次 80元',
        '为什么改：because',
        '[我已读过]',
      ].join('\n'),
    );
  });

  it('is confirmed once', async () => {
    await as('presales1').press('rulebook.read', { value: '1' });
    expect((await toldOf('presales1'))[0]).toBe(
      [
        ':scroll: <@UPRESIDENT> signed a change of the regulation: 1.9 Online by the service roster',
        'In force from 2026-12-04 (Fri)',
        '*What a breach costs: JD*',
        'Old: ¥200 each time',
        '*New:* ¥300 each time',
        'Why: because',
        ':white_check_mark: You confirmed this on 2026-12-04 10:00.',
      ].join('\n'),
    );
    expect((await as('presales1').messages()).filter(({ ephemeral }) => ephemeral)).toEqual([]);
    await department.travel('10:05');
    expect(await pressed('presales1', '1')).toBe('You confirmed this on 2026-12-04 10:00 already.');
    const { read } = department.application.office.database;
    expect(await read.record.count({ where: { deed: 'amendment.read' } })).toBe(1);
  });

  it.each([
    ['keeper1', '1', '没有请你确认这一条。`/rules` 可以看条例。'],
    ['manager', '2', 'You were not asked to confirm this. `/rules` shows the regulation.'],
    ['president', '2', '没有请你确认这一条。`/rules` 可以看条例。'],
    ['keeper1', '99', '没有请你确认这一条。`/rules` 可以看条例。'],
    ['keeper1', 'x', '没有请你确认这一条。`/rules` 可以看条例。'],
  ])('is confirmed by nobody else: %s, %s', async (user, value, answer) => {
    expect(await pressed(user, value)).toBe(answer);
  });

  it('can be confirmed beside its article', async () => {
    expect(await as('presales2').command('/rules 1.9')).toContain('这次修改你还没有确认');
    await as('presales2').press('rulebook.read', { channel: 'department', value: '1' });
    expect((await as('presales2').last('department')).text).toBe(
      ':white_check_mark: 你已在 2026-12-04 10:05 确认读过。',
    );
    expect((await toldOf('presales2'))[0]).toContain(':white_check_mark: 你已在 2026-12-04 10:05 确认读过。');
    expect(await as('presales2').command('/rules 1.9')).not.toContain('这次修改你还没有确认');
  });

  it('shows leaders who has not confirmed it', async () => {
    expect(await as('manager').command('/rules receipts')).toBe(
      [
        'Who has not confirmed',
        '*1.9 Online by the service roster*, signed 2026-12-04 10:00: 2 of 4 confirmed',
        'Not yet: Pre-sales 3, Pre-sales 4',
        '*1.4 Working hours are for work*, signed 2026-12-04 10:00: 0 of 12 confirmed',
        'Not yet: After-sales 1, Assistant, Clerk 1, Deputy manager, Warehouse keeper 1, Logistics 1, Operations 1, Pre-sales 1, Pre-sales 2, Pre-sales 3, Pre-sales 4, Supervisor',
      ].join('\n'),
    );
    expect(await as('supervisor').command('/rules 回执 1.9')).toBe(
      [
        '还没确认的人',
        '*1.9 客服按班表在线*，2026-12-04 10:00 签署：4 人中 2 人已确认',
        '还没确认：售前客服三、售前客服四',
      ].join('\n'),
    );
  });

  it('is not spoken of on a day off, and on Monday one message reminds of all', async () => {
    await department.travel('2026-12-06T18:00');
    expect(await toldOf('presales3')).toHaveLength(2);
    await department.travel('2026-12-07T08:30');
    expect((await toldOf('presales3')).slice(2)).toEqual([
      [
        ':scroll: 条例有 2 处修改请你读过并确认：',
        '*1.9 客服按班表在线*',
        '2026-12-04(周五) 起生效',
        '*违反的后果：京东*',
        '原：每次 200元',
        '*新：* 每次 300元',
        '为什么改：because',
        '[我已读过]',
        '*1.4 上班时间只做工作*',
        '2026-12-20(周日) 起生效',
        '*正文（中文）*',
        '原：上班时间闲聊、看与工作和学习不相干的网页等，每次50元。',
        '*新：* 上班只做工作，否则80元。',
        '*违反的后果*',
        '原：每次 50元',
        '*新：* 每次 80元',
        '为什么改：because',
        '[我已读过]',
      ].join('\n'),
    ]);
    expect((await toldOf('presales1')).slice(2)).toEqual([
      expect.stringMatching(
        /^:scroll: Please read and confirm a change of the regulation:\n\*1\.4 [\s\S]*\[I have read it\]$/u,
      ),
    ]);
    for (const user of ['president', 'manager']) expect(await toldOf(user)).toEqual([]);
  });

  it('is confirmed in the reminder, which says so', async () => {
    const reminder = (await as('presales3').messages()).findLast(({ text }) => text.startsWith(':scroll:'));
    await as('presales3').press('rulebook.read', { ts: reminder?.ts ?? '', value: '1' });
    const told = await toldOf('presales3');
    expect(told[0]).toContain('\n:white_check_mark: 你已在 2026-12-07 08:30 确认读过。');
    expect(told[2]?.split('\n').slice(0, 8)).toEqual([
      ':scroll: 条例有 1 处修改请你读过并确认：',
      '*1.9 客服按班表在线*',
      '2026-12-04(周五) 起生效',
      '*违反的后果：京东*',
      '原：每次 200元',
      '*新：* 每次 300元',
      '为什么改：because',
      ':white_check_mark: 你已在 2026-12-07 08:30 确认读过。',
    ]);
    await as('presales3').press('rulebook.read', { ts: reminder?.ts ?? '', value: '2' });
    expect((await toldOf('presales3'))[2]?.split('\n')[0]).toBe(':scroll: 条例的这些修改，你都已确认：');
  });

  it('is reminded of once more, and then no more', async () => {
    await department.travel('2026-12-08T08:30');
    expect((await toldOf('presales4')).slice(2).map(text => text.split('\n')[0])).toEqual([
      ':scroll: 条例有 2 处修改请你读过并确认：',
      ':scroll: 条例有 2 处修改请你读过并确认：',
    ]);
    expect(await toldOf('presales3')).toHaveLength(3);
    await department.travel('2026-12-10T18:00');
    expect(await toldOf('presales4')).toHaveLength(4);
    expect(await toldOf('clerk1')).toHaveLength(3);
  });

  it('is told to its proposer once everybody has confirmed it, of those who are still there', async () => {
    const allRead = async () =>
      (await as('manager').messages())
        .map(({ text }) => text)
        .filter(text => text.includes('have confirmed having read'));
    await as('presales4').press('rulebook.read', { value: '1' });
    expect(await allRead()).toEqual([
      ':white_check_mark: All 4 people asked have confirmed having read the change of 1.9 Online by the service roster.',
    ]);
    for (const user of EVERYBODY)
      if (!['president', 'manager', 'presales3', 'clerk1'].includes(user)) await pressed(user, '2');
    expect(await allRead()).toHaveLength(1);
    expect(await as('manager').command('/rules receipts 1.4')).toContain('11 of 12 confirmed\nNot yet: Clerk 1');
    const { office } = department.application;
    const member = await memberOf(office.database.read, 'UCLERK1');
    if (member === null) throw new Error('there is no clerk');
    const { posts: _, leaderId: __, ...identity } = member;
    await refreshProfile(office, { ...identity, deactivated: true });
    await department.application.settled();
    expect((await allRead()).slice(1)).toEqual([
      ':white_check_mark: All 11 people asked have confirmed having read the change of 1.4 Working hours are for work.',
    ]);
    expect(await as('manager').command('/rules receipts')).toBe(
      'Everybody who was asked has confirmed every change of the regulation.',
    );
    expect(await as('manager').command('/rules receipts 1.4')).toBe(
      'Who has not confirmed\n*1.4 Working hours are for work*, signed 2026-12-04 10:00: 11 of 11 confirmed',
    );
  });

  it('is not asked of somebody who gets such a post later', async () => {
    await as('manager').does('/post @keeper1 presales');
    expect(await as('manager').command('/rules receipts')).toContain('Everybody who was asked');
    expect(await as('keeper1').command('/rules 1.9')).not.toContain('这次修改你还没有确认');
  });
});

/** Puts the button into #service under the bot's own name, as a shared message shows it, and has a person press it. */
async function pressed(user: string, value: string): Promise<string> {
  const { workspace } = department.application;
  const element = { type: 'button', action_id: 'rulebook.read', value, text: { type: 'plain_text', text: 'Press' } };
  const response = await fetch(`${workspace?.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace?.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'service', text: 'shared', blocks: [{ type: 'actions', elements: [element] }] }),
  });
  const { channel = '', ts = '' } = (await response.json()) as Record<string, string>;
  await department.call('/human/join', { user, channel: 'service' });
  await as(user).press('rulebook.read', { channel, ts });
  return (await as(user).last(channel)).text;
}
