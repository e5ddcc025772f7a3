import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userIdOf } from '../../prisma/department.ts';
import { cameBefore } from '../support/cameBefore.ts';
import { AT_ONCE, type Department, openDepartment, type Person } from '../support/department.ts';

/** What must stay with the few it concerns; each text stands in one place only. */
const SECRETS = {
  leaveReason: '手术在三号医院',
  leaveRejected: '那一周要盘点不能走',
  tripReason: '去谈保密的新供货商',
  facts: '把顾客骂哭了整整十分钟',
  dismissed: '录音证明是顾客先骂人',
  upheldFacts: '私下压价卖给亲戚',
  amount: '237.61',
  advice: '建议从严并且公开',
  answer: '我已经把差价补上了',
  appeal: '亲戚是按原价付款的',
  appealKept: '账上没有这笔差价',
  praiseWhy: '替生病的同事顶了三天班',
  praiseAmount: '412.37',
  praiseAdvice: '这样的人要多奖励',
  praiseDeclined: '上个月已经奖励过了',
} as const;
type Secret = keyof typeof SECRETS;

const EVERYBODY = [
  'president',
  'manager',
  'deputy',
  'assistant',
  'supervisor',
  'presales1',
  'presales2',
  'presales3',
  'presales4',
  'aftersales1',
  'logistics1',
  'keeper1',
  'operations1',
  'clerk1',
];
const CHANNELS = ['department', 'service', 'notices', 'leaders'];

/** Who has read what by the end: of a leave its approvers, of a case those who judge it, and whoever a text is for. */
const READERS: Record<Secret, readonly string[]> = {
  leaveReason: ['manager', 'deputy', 'assistant'],
  leaveRejected: ['manager', 'deputy', 'assistant', 'presales1'],
  tripReason: ['manager', 'deputy', 'assistant'],
  facts: ['manager', 'supervisor'],
  dismissed: ['manager', 'supervisor', 'presales3'],
  upheldFacts: ['president', 'manager', 'supervisor', 'presales2'],
  amount: ['president', 'manager', 'supervisor', 'presales2'],
  advice: ['president', 'manager', 'supervisor'],
  answer: ['president', 'presales2'],
  appeal: ['president', 'presales2'],
  appealKept: ['president', 'presales2'],
  praiseWhy: ['president', 'manager', 'supervisor', 'logistics1'],
  praiseAmount: ['president', 'manager', 'supervisor', 'logistics1'],
  praiseAdvice: ['president', 'manager', 'supervisor'],
  praiseDeclined: ['manager', 'supervisor', 'presales1'],
};

let department: Department;
const as = (user: string): Person => department.as(user);

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00', environment: AT_ONCE }); // a Tuesday
  await cameBefore(department.application.office);
  await as('keeper1').locale('en-US');
});
afterAll(() => department.close());

describe('a day of confidential matters', () => {
  it('runs its course', async () => {
    expect(await as('presales1').command(`/leave 2026-12-07 personal ${SECRETS.leaveReason}`)).toContain('第 1 号');
    await as('manager').press('approval.reject');
    await as('manager').submit({ 'approval.why': SECRETS.leaveRejected });
    await as('logistics1').command(`/trip 2026-12-14 ${SECRETS.tripReason}`);
    await as('deputy').press('approval.approve');

    await as('presales3').does(`/violation @presales4 1.11 ${SECRETS.facts}`);
    await as('supervisor').press('approval.reject');
    await as('supervisor').submit({ 'approval.why': SECRETS.dismissed });

    await as('keeper1').does('/violation @presales2 1.2 100 no procedure');
    await as('supervisor').press('approval.approve');
    await as('keeper1').does(`/violation @presales2 1.1 ${SECRETS.amount} +notice ${SECRETS.upheldFacts}`);
    await as('supervisor').press('approval.approve');
    await as('supervisor').submit({ 'approval.recommendation': SECRETS.advice });
    await as('president').press('approval.approve');
    await as('presales2').press('violation.answer', { value: '3' });
    await as('presales2').submit({ 'violation.answerText': SECRETS.answer });
    await as('presales2').press('violation.appeal', { value: '3' });
    await as('presales2').submit({ 'violation.appealText': SECRETS.appeal });
    await as('president').press('approval.reject');
    expect(await as('president').submit({ 'approval.why': SECRETS.appealKept })).toMatchObject({ ok: true });
    await as('presales2').close();
    expect(await as('presales2').does('/violation show 3')).toContain('违规处理第 3 号');
    await as('presales1').command(`/praise @logistics1 ${SECRETS.praiseAmount} ${SECRETS.praiseWhy}`);
    await as('supervisor').press('approval.approve');
    await as('supervisor').submit({ 'approval.recommendation': SECRETS.praiseAdvice });
    await as('president').press('approval.approve');
    await as('presales1').command('/praise @aftersales1 60 again');
    await as('supervisor').press('approval.reject');
    await as('supervisor').submit({ 'approval.why': SECRETS.praiseDeclined });
    // Both working days after, with their lists, reminders and what is passed on.
    await department.travel('2026-12-03T18:00');
  });

  it('shows in the channels who and which article of a notice, and nothing else of it', async () => {
    const notices = (await as('clerk1').messages('notices')).map(({ text }) => text);
    expect(notices).toEqual([
      expect.stringContaining('<@UPRESALES2>，违反 1.1 计划、过程与结果'),
      ':clap: *通报表扬*\n<@ULOGISTICS1>。2026-12-01(周二)',
    ]);
    for (const channel of CHANNELS) {
      const seen = JSON.stringify(await as('manager').messages(channel));
      for (const [name, secret] of Object.entries(SECRETS))
        expect(seen, `${name} in #${channel}`).not.toContain(secret);
    }
  });

  it('shows each of them to the few it concerns, in direct messages and at home', async () => {
    const readers = Object.fromEntries(Object.keys(SECRETS).map(name => [name, [] as string[]]));
    for (const user of EVERYBODY) {
      const seen = JSON.stringify([await as(user).messages(), await as(user).home()]);
      for (const [name, secret] of Object.entries(SECRETS)) if (seen.includes(secret)) readers[name]?.push(user);
    }
    expect(readers).toEqual(READERS);
  });

  it('leaves the accused in the dark about what was dismissed, and everybody else about the president’s papers', async () => {
    expect(await as('presales4').messages()).toEqual(await theirs('presales4', /打卡|早会/u));
    expect(JSON.stringify(await as('presales2').messages())).not.toContain(SECRETS.advice);
    expect(JSON.stringify(await as('keeper1').messages())).not.toMatch(/237|骂|压价|补上|原价/u);
  });

  it('keeps them out of metadata, of what forms carry, and of the log', async () => {
    const { entries } = await department.call('/human/log?since=0');
    const calls = entries as { method?: string; payload: Record<string, unknown> }[];
    const marks = calls.flatMap(({ payload }) => (payload.metadata === undefined ? [] : [payload.metadata]));
    expect(marks.length).toBeGreaterThan(20);
    for (const mark of marks) {
      expect(mark).toEqual({
        event_type: 'tiaoli_notice',
        event_payload: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      });
    }
    const carried = calls.map(
      ({ payload }) => (payload.view as { private_metadata?: string } | undefined)?.private_metadata,
    );
    const log = JSON.stringify(department.log);
    for (const secret of Object.values(SECRETS)) {
      expect(carried.filter(text => text?.includes(secret))).toEqual([]);
      expect(log).not.toContain(secret);
    }
    expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('the records of somebody else', () => {
  it.each([
    ['presales1', '/me @presales2', '`/me` 只显示你自己的记录'],
    ['manager', '/me @presales2', '`/me` 只显示你自己的记录'],
    ['keeper1', '/me <@UPRESALES2>', '`/me` shows your own record only'],
    ['presales1', '/leave list @logistics1', '`/leave 列表` 只列出你自己的'],
    ['presales1', '/leave cancel 2', '没有找到你的第 2 号'],
    ['presales1', '/trip cancel 2', '没有找到你的第 2 号'],
    ['presales1', '/violation list @presales2', '别人的违规记录只有领导能看'],
    ['keeper1', '/violation list @presales4', 'Only leaders read other people’s cases'],
    ['presales1', '/violation show 1', '没有找到第 1 号'],
    ['presales1', '/violation show 3', '没有找到第 3 号'],
    ['presales4', '/violation show 1', '没有找到第 1 号'],
    ['presales2', '/violation withdraw 3', '只有提出的人可以撤回'],
    ['presales1', '/violation withdraw 3', '没有找到第 3 号'],
    ['presales3', '/praise list @logistics1', '别人的表扬记录只有领导能看'],
    ['deputy', '/praise list @logistics1', '没有你可以查看的'],
    ['presales3', '/praise show 1', '没有找到第 1 号表扬'],
    ['aftersales1', '/praise show 2', '没有找到第 2 号表扬'],
    ['logistics1', '/praise withdraw 1', '只有提出的人可以撤回'],
    ['presales1', '/checkin @presales2', '你没有这个岗位'],
    ['presales1', '/checkin today', '你没有这个岗位'],
    ['presales1', '/approvals', '没有等你审批的事项'],
    ['presales1', '/approvals delegate @presales2 2026-12-04', '你没有可委托的审批权'],
  ])('%s: %s', async (user, line, expected) => {
    const answer = await as(user).command(line);
    expect(answer).toContain(expected);
    for (const secret of Object.values(SECRETS)) expect(answer).not.toContain(secret);
  });

  it('are not in a sheet: staff see their own line alone', async () => {
    await as('presales1').command('/meeting sheet 2026-12-02');
    const sheet = JSON.stringify(await as('presales1').last('department'));
    expect(sheet).toContain('你：缺席');
    expect(sheet).not.toContain('<@');
  });
});

describe('a button that was forwarded', () => {
  const service = 'service';
  let token: string;

  beforeAll(async () => {
    await as('presales1').command(`/leave 2026-12-21 personal ${SECRETS.leaveReason}`);
    token = await tokenOf('manager');
  });

  it.each([
    ['approve', 'presales2', 'approval.approve', '这件事由部门经理、副经理、经理助理审批，你现在没有这个权限。'],
    ['reject', 'presales2', 'approval.reject', '这件事由部门经理、副经理、经理助理审批，你现在没有这个权限。'],
    ['their own', 'presales1', 'approval.approve', '自己的事不能自己审批，请等其他有权限的人处理。'],
    [
      'without the post',
      'supervisor',
      'approval.approve',
      '这件事由部门经理、副经理、经理助理审批，你现在没有这个权限。',
    ],
  ])('to %s decides nothing, and the try is on record', async (_, user, action, expected) => {
    const before = await matters();
    expect(await pressed(user, action, token)).toBe(expected);
    expect(await as(user).view()).toBeNull();
    expect(await matters()).toEqual(before);
    const { read } = department.application.office.database;
    const denied = await read.record.findFirst({ where: { deed: 'approval.denied' }, orderBy: { seq: 'desc' } });
    expect(denied).toMatchObject({ actor: userIdOf(user), noun: 'approval' });
  });

  it.each([
    ['a guess', '00000000-0000-4000-8000-000000000000'],
    ['a number', '1'],
    ['very long', 'x'.repeat(2_000)],
    ['SQL', "' OR 1=1; DROP TABLE approval; --"],
    ['a wildcard', '%'],
  ])('with %s as its value finds nothing', async (_, value) => {
    const before = await matters();
    expect(await pressed('manager', 'approval.approve', value)).toContain('这个审批已经不在了');
    expect(await matters()).toEqual(before);
  });

  it.each([
    ['violation.answer', '3', '没有找到第 3 号'],
    ['violation.appeal', '3', '没有找到第 3 号'],
    ['leave.papersIn', '1', '没有找到你的第 1 号'],
    ['meeting.monthlySet', '2026-12', '这个按钮已经失效'],
    ['meeting.signIn', '999999999', '这个会已经不在了'],
  ])('of another kind (%s) does nothing for whom it was not meant', async (action, value, expected) => {
    const before = await matters();
    expect(await pressed('presales4', action, value)).toContain(expected);
    expect(await as('presales4').view()).toBeNull();
    expect(await matters()).toEqual(before);
  });

  it('still works for who may decide, wherever it stands', async () => {
    expect(await pressed('assistant', 'approval.approve', token)).toBe(
      '已批准，已通知对方。<@UPRESALES1>：事假 · 2026-12-21(周一) · 1 天',
    );
  });

  /** Puts the button into #service under the bot's own name, as a shared message shows it, and has a person press it. */
  async function pressed(user: string, action: string, value: string): Promise<string> {
    const { workspace } = department.application;
    const response = await fetch(`${workspace?.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${workspace?.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: service,
        text: 'forwarded',
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: action, value, text: { type: 'plain_text', text: 'Press' } }],
          },
        ],
      }),
    });
    const { ok, channel, ts, error } = (await response.json()) as Record<string, string>;
    expect([ok, error]).toEqual([true, undefined]);
    await department.call('/human/join', { user, channel: service });
    await as(user).press(action, { channel: channel ?? '', ts: ts ?? '' });
    const said = await as(user).last(channel);
    expect(said.ephemeral).toBe(true);
    return said.text;
  }

  async function matters(): Promise<unknown> {
    const { read } = department.application.office.database;
    return [
      await read.approval.findMany(),
      await read.leave.findMany(),
      await read.case.findMany(),
      await read.praise.findMany(),
      await read.signIn.count(),
    ];
  }
});

async function tokenOf(user: string): Promise<string> {
  const card = (await as(user).messages()).findLast(message => JSON.stringify(message).includes('approval.approve'));
  const token = /"action_id":"approval\.approve"[^}]*\}?[^}]*"value":"([^"]+)"/.exec(JSON.stringify(card?.blocks))?.[1];
  if (token === undefined) throw new Error(`${user} has no card`);
  return token;
}

async function theirs(user: string, about: RegExp) {
  return (await as(user).messages()).filter(message => about.test(JSON.stringify(message)));
}
