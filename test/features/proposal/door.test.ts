/** The list of proposals as those in charge meet it: a Monday that went wrong, and what becomes of it, in both languages. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { userIdOf } from '../../../prisma/department.ts';
import { punch } from '../../../src/features/attendance/workflow.ts';
import { signIn } from '../../../src/features/meeting/signIn.ts';
import { decideProposal } from '../../../src/features/proposal/deciding.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import type { Member } from '../../../src/member/rules.ts';
import { allMembers } from '../../../src/member/store.ts';
import { type Department, openDepartment, type Person, shanghai } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

// Days are lived through, duty by duty.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 });

const STAFF = [
  ...['manager', 'deputy', 'assistant', 'supervisor', 'presales1', 'presales2', 'presales3', 'presales4'],
  ...['aftersales1', 'logistics1', 'keeper1', 'operations1', 'clerk1'],
];
let department: Department;
let members: ReadonlyMap<string, Member>;
/** Reads Chinese. */
let manager: Person;
/** Reads English. */
let supervisor: Person;

const as = (user: string): Person => department.as(user);
const office = () => department.application.office;

async function all(users: readonly string[], deed: (me: Member) => Promise<unknown>) {
  for (const user of users) await deed(members.get(userIdOf(user)) as Member);
  await department.application.settled();
}
const punchAll = (users: readonly string[]) => all(users, me => punch(office(), me));
const but = (...away: string[]) => STAFF.filter(user => !away.includes(user));

beforeAll(async () => {
  department = await openDepartment({ at: '2026-09-27T23:00' }); // a Sunday; 1 to 7 October are holidays
  members = await allMembers(office().database.read);
  [manager, supervisor] = [as('manager'), as('supervisor')];
  await supervisor.locale('en-US');
  const held = { kind: 'monthly', date: '2026-09-09', startsAt: shanghai('2026-09-09T14:00'), state: 'closed' };
  await office().database.read.meeting.create({ data: held });
  await fineDay('2026-09-28');
  await department.travel('2026-09-29T07:50');
  await as('keeper1').command('/leave today am sick emergency 发烧');
  await as('operations1').command('/leave today am sick emergency 发烧');
  await manager.press('approval.approve'); // of operations1, who was last
  await department.travel('07:55');
  await all(but('presales1', 'presales2', 'clerk1', 'keeper1', 'operations1'), me => signIn(office(), me, null));
  await department.travel('08:05');
  await all(['presales1'], me => signIn(office(), me, null));
  await department.travel('08:30');
  await punchAll(['presales2']);
  await department.travel('09:30');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level !== 'info');
  await department.close();
  expect(complaints).toEqual([]);
});

/** Everybody does as they should. */
async function fineDay(date: string, ...away: string[]) {
  await department.travel(`${date}T07:55`);
  await all(but(...away), me => signIn(office(), me, null));
  for (const time of ['12:05', '13:25', '17:35']) {
    await department.travel(time);
    await punchAll(but(...away));
  }
}

const LIST = /提议|roposal/;
/** The lists a person has, as they stand now. */
async function lists(person: Person): Promise<string[]> {
  const found = await person.messages();
  return found.filter(({ text, ephemeral }) => !ephemeral && LIST.test(text)).map(shown);
}
const list = async (person: Person) => (await lists(person)).at(-1) ?? '';
const count = async (person: Person) => (await lists(person)).length;
/** What only they see, after what they did. */
const answer = async (person: Person, channel?: string) =>
  (await person.messages(channel)).findLast(({ ephemeral }) => ephemeral === true)?.text;
const idOf = async (memberId: string, kind: string) => {
  const row = await office().database.read.proposal.findFirstOrThrow({ where: { memberId, kind } });
  return String(row.id);
};

describe('the list of the day', () => {
  it('comes to those in charge, in their language, with what is known of the day', async () => {
    expect(await list(manager)).toMatchInlineSnapshot(`
      "*待决定的提议 4 件 · 2026-09-29(周二)*
      *<@UPRESALES1>*
      *2026-09-29(周二)* 早会迟到 5 分钟。
      1.8 开会与培训守时 · 每次 50元 + 通报批评 1 次
      已知：打卡：上午上班 08:05（迟到 5 分钟）。 早会签到：迟到（08:05）。
      [提出] [免于处理] [这一件不再提]
      *<@UCLERK1>*
      *2026-09-29(周二)* 早会缺席，没有准假。
      1.8 开会与培训守时 · 每次 50元 + 通报批评 1 次
      已知：早会签到：缺席。
      [提出] [免于处理] [这一件不再提]
      *<@UKEEPER1>*
      *2026-09-29(周二)* 早会缺席，没有准假。
      1.8 开会与培训守时 · 每次 50元 + 通报批评 1 次
      已知：早会签到：缺席。
      [提出] [免于处理] [这一件不再提]
      *<@UPRESALES2>*
      *2026-09-29(周二)* 早会缺席，没有准假。
      1.8 开会与培训守时 · 每次 50元 + 通报批评 1 次
      已知：打卡：上午上班 08:30（迟到 30 分钟）。 早会签到：缺席。
      [提出] [免于处理] [这一件不再提]
      [一次决定几件…]
      “提出”按条款处理，“免于处理”写明理由，“不再提”只管这一件。提出之前，本人不会知道。"
    `);
    expect(await list(supervisor)).toMatchInlineSnapshot(`
      "*4 proposals to decide · 2026-09-29 (Tue)*
      *<@UPRESALES1>*
      *2026-09-29 (Tue)* Late for the morning meeting by 5 minutes.
      1.8 Be on time at meetings and training · ¥50 each time + 1 notice of criticism
      Known: Punches: Morning in 08:05 (late by 5 minutes). Sign-in, Morning meeting: late (08:05).
      [File] [Excuse] [Drop this one]
      *<@UCLERK1>*
      *2026-09-29 (Tue)* Absent from the morning meeting without approved leave.
      1.8 Be on time at meetings and training · ¥50 each time + 1 notice of criticism
      Known: Sign-in, Morning meeting: absent.
      [File] [Excuse] [Drop this one]
      *<@UKEEPER1>*
      *2026-09-29 (Tue)* Absent from the morning meeting without approved leave.
      1.8 Be on time at meetings and training · ¥50 each time + 1 notice of criticism
      Known: Sign-in, Morning meeting: absent.
      [File] [Excuse] [Drop this one]
      *<@UPRESALES2>*
      *2026-09-29 (Tue)* Absent from the morning meeting without approved leave.
      1.8 Be on time at meetings and training · ¥50 each time + 1 notice of criticism
      Known: Punches: Morning in 08:30 (late by 30 minutes). Sign-in, Morning meeting: absent.
      [File] [Excuse] [Drop this one]
      [Decide several…]
      “File” goes by the article, “Excuse” asks for a reason, “Drop” is about this one alone. Until one is filed, the person hears nothing of it."
    `);
  });

  it('comes to nobody else', async () => {
    const others = but('manager', 'supervisor').concat('president');
    for (const user of others) expect([user, await count(as(user))]).toEqual([user, 0]);
  });

  it('shows what leave approved afterwards excuses as no longer so', async () => {
    await department.travel('10:00');
    await manager.press('approval.approve');
    expect((await list(manager)).split('\n')).toContain(
      ':leftwards_arrow_with_hook: 情况已变，2026-09-29 10:00 起不再成立',
    );
    expect((await list(supervisor)).split('\n')).toContain(
      ':leftwards_arrow_with_hook: No longer so since 2026-09-29 10:00',
    );
  });
});

describe('a proposal of the list', () => {
  it('is filed by whoever is in charge: the person is heard about it, and both lists say so', async () => {
    const value = await idOf('UPRESALES1', 'meetingLate');
    expect(await as('presales1').messages()).toEqual([]);
    await manager.press('proposal.file', { value });
    expect(await answer(manager)).toMatchInlineSnapshot(`
      ":white_check_mark: 已记为第 1 号：<@UPRESALES1>，1.8 开会与培训守时，50元 · 通报批评 1 次。
      已私信本人，听取说明到 2026-10-08 17:30。
      等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定，结果会私信你。"
    `);
    expect((await list(manager)).split('\n')).toContain(
      ':white_check_mark: <@UMANAGER> 于 2026-09-29 10:00 提出，第 1 号',
    );
    expect((await list(supervisor)).split('\n')).toContain(
      ':white_check_mark: Filed by <@UMANAGER>, 2026-09-29 10:00: No. 1',
    );
    expect((await as('presales1').last()).text).toContain('早会迟到 5 分钟。');
    expect(await as('clerk1').messages('notices')).toEqual([]);
  });

  it('is excused with a reason', async () => {
    const value = await idOf('UPRESALES2', 'meetingAbsent');
    await supervisor.press('proposal.excuse', { value });
    expect(shown(await supervisor.view())).toMatchInlineSnapshot(`
      "*<@UPRESALES2>*
      2026-09-29 (Tue) Absent from the morning meeting without approved leave.
      1.8 Be on time at meetings and training · ¥50 each time + 1 notice of criticism
      Why it is excused"
    `);
    expect(await supervisor.submit({ 'proposal.reason': ' ' })).toMatchObject({
      errors: { 'proposal.reason': 'Please say why it is excused, for example: out on a delivery, could not punch.' },
    });
    await supervisor.submit({ 'proposal.reason': '*客户* 急事' });
    expect((await list(manager)).split('\n').slice(-7, -4)).toMatchInlineSnapshot(`
      [
        "*<@UPRESALES2>*",
        "*2026-09-29(周二)* 早会缺席，没有准假。",
        "1.8 开会与培训守时 · 每次 50元 + 通报批评 1 次",
      ]
    `);
    expect(await as('presales2').messages()).toEqual([]);
  });

  it('is decided once, by whoever of two is first; the other is told', async () => {
    const value = await idOf('UCLERK1', 'meetingAbsent');
    const [one, two] = [await listWith(manager, value), await listWith(supervisor, value)];
    await Promise.all([
      manager.press('proposal.drop', { value, ts: one }),
      supervisor.press('proposal.drop', { value, ts: two }),
    ]);
    const row = await office().database.read.proposal.findUniqueOrThrow({ where: { id: Number(value) } });
    expect(row).toMatchObject({ state: 'dropped', reason: null, caseId: null });
    const told = row.decidedBy === 'UMANAGER' ? await answer(supervisor) : await answer(manager);
    expect(told).toBe(
      row.decidedBy === 'UMANAGER'
        ? '<@UMANAGER> dropped it on 2026-09-29 10:00.'
        : '<@USUPERVISOR> 已于 2026-09-29 10:00 决定不再提。',
    );
    expect(await list(manager)).not.toContain('[提出]');
    expect(await list(manager)).toMatch(/^\*提议清单 · 2026-09-29/);
  });

  it('is nobody else’s to decide, nor one’s own', async () => {
    const id = Number(await idOf('UPRESALES1', 'meetingLate'));
    for (const user of ['presales1', 'presales3', 'deputy', 'assistant', 'president']) {
      const me = members.get(userIdOf(user)) as Member;
      const decided = await decideProposal(office(), me, id, { verdict: 'drop' });
      const code = user === 'presales1' ? 'approval.own' : 'approval.notYours';
      expect([user, isRefusal(decided) && decided.code]).toEqual([user, code]);
    }
  });
});

async function listWith(person: Person, value: string): Promise<string> {
  const found = (await person.messages()).findLast(({ blocks }) =>
    JSON.stringify(blocks).includes(`"value":"${value}"`),
  );
  return found?.ts ?? '';
}

describe('the punches of the day', () => {
  it('stand in the list of the next, each person’s together; what was made up by then does not', async () => {
    await department.travel('12:05');
    await punchAll(but('presales3', 'clerk1', 'keeper1', 'operations1'));
    await department.travel('13:25');
    await punchAll(but('presales3', 'clerk1'));
    await department.travel('17:00');
    await punchAll(['presales4']);
    await department.travel('17:35');
    await punchAll(but('presales4', 'clerk1', 'aftersales1'));
    await department.travel('18:30');
    expect(await states()).toMatchInlineSnapshot(`
      [
        "UPRESALES1 meetingLate morning:5 filed",
        "UCLERK1 meetingAbsent morning dropped",
        "UKEEPER1 meetingAbsent morning gone",
        "UPRESALES2 meetingAbsent morning excused",
        "UPRESALES4 punchEarly evening-out:30 waiting",
        "UAFTERSALES1 punchMissing evening-out waiting",
        "UCLERK1 punchMissing morning-in:noon-out:noon-in:evening-out waiting",
        "UPRESALES3 punchMissing noon-out:noon-in waiting",
      ]
    `);
    await department.travel('18:40');
    await punchAll(['aftersales1']);
    await department.travel('2026-09-30T07:55');
    await all(STAFF, me => signIn(office(), me, null));
    expect(await count(supervisor)).toBe(1);
    await department.travel('09:30');
    expect(await list(supervisor)).toMatchInlineSnapshot(`
      "*3 proposals to decide · 2026-09-30 (Wed)*
      *<@UPRESALES4>*
      *2026-09-29 (Tue)* Early punch: Afternoon out by 30 minutes.
      3.1 Clocking in and staying at the post · amount proposed by the filer
      Known: Punches: Morning in 07:55 (on time), Morning out 12:05 (on time), Afternoon in 13:25 (on time), Afternoon out 17:00 (early by 30 minutes). Sign-in, Morning meeting: on time (07:55).
      [File] [Excuse] [Drop this one]
      *<@UCLERK1>*
      *2026-09-29 (Tue)* No punch all day, and no approved leave.
      3.1 Clocking in and staying at the post · amount proposed by the filer
      Known: Sign-in, Morning meeting: absent.
      [File] [Excuse] [Drop this one]
      *<@UPRESALES3>*
      *2026-09-29 (Tue)* Missing punch: Morning out, Afternoon in.
      3.1 Clocking in and staying at the post · amount proposed by the filer
      Known: Punches: Morning in 07:55 (on time), Afternoon out 17:35 (on time). Sign-in, Morning meeting: on time (07:55).
      [File] [Excuse] [Drop this one]
      [Decide several…]
      “File” goes by the article, “Excuse” asks for a reason, “Drop” is about this one alone. Until one is filed, the person hears nothing of it."
    `);
    expect(await count(supervisor)).toBe(2);
  });

  it('are decided several at once, after one look at all of them', async () => {
    await supervisor.press('proposal.several');
    expect(shown(await supervisor.view())).toMatchInlineSnapshot(`
      "Pre-sales 4
      Clerk 1
      Pre-sales 3
      What becomes of them
      Why it is excused
      Amount (yuan)"
    `);
    expect((await supervisor.submit({ 'proposal.verdict': 'file' })).errors).toEqual({
      'proposal.pick.0': 'Please tick at least one.',
    });
    const [missing, early] = [await idOf('UPRESALES3', 'punchMissing'), await idOf('UPRESALES4', 'punchEarly')];
    const pickOf = await picks(supervisor);
    const chosen = { [pickOf(missing)]: [missing], [pickOf(early)]: [early] };
    expect((await supervisor.submit({ ...chosen, 'proposal.verdict': 'excuse' })).errors).toEqual({
      'proposal.reason': 'Please say why it is excused, for example: out on a delivery, could not punch.',
    });
    expect(
      (await supervisor.submit({ ...chosen, 'proposal.verdict': 'file', 'proposal.amount': '1,0' })).errors,
    ).toEqual({
      'proposal.amount':
        'I cannot read the amount “1,0”: leave the separators out. Give yuan as a figure, for example 50 or 50.5.',
    });
    await supervisor.submit({ ...chosen, 'proposal.verdict': 'file', 'proposal.amount': '20' });
    expect(shown(await supervisor.view())).toMatchInlineSnapshot(`
      "*File these 2:*
      • <@UPRESALES4> · 2026-09-29 (Tue) · Early punch: Afternoon out by 30 minutes. 3.1 Clocking in and staying at the post · amount proposed by the filer → ¥20
      • <@UPRESALES3> · 2026-09-29 (Tue) · Missing punch: Morning out, Afternoon in. 3.1 Clocking in and staying at the post · amount proposed by the filer → ¥20"
    `);
    expect(await office().database.read.case.count()).toBe(1);
    const { view: result } = await supervisor.submit({});
    expect(shown(result)).toMatchInlineSnapshot(`
      "Filed: 2.
      :white_check_mark: Filed as No. 2: <@UPRESALES4>, 3.1 Clocking in and staying at the post, ¥20.
      The person has been told and is heard until 2026-10-09 17:30.
      Any one of <@UMANAGER>, <@USUPERVISOR> decides; you will get a direct message.
      :white_check_mark: Filed as No. 3: <@UPRESALES3>, 3.1 Clocking in and staying at the post, ¥20.
      The person has been told and is heard until 2026-10-09 17:30.
      Any one of <@UMANAGER>, <@USUPERVISOR> decides; you will get a direct message."
    `);
    expect(await list(supervisor)).toMatchInlineSnapshot(`
      "*1 proposal to decide · 2026-09-30 (Wed)*
      *<@UPRESALES4>*
      *2026-09-29 (Tue)* Early punch: Afternoon out by 30 minutes.
      3.1 Clocking in and staying at the post · amount proposed by the filer
      :white_check_mark: Filed by <@USUPERVISOR>, 2026-09-30 09:30: No. 2
      Known: Punches: Morning in 07:55 (on time), Morning out 12:05 (on time), Afternoon in 13:25 (on time), Afternoon out 17:00 (early by 30 minutes). Sign-in, Morning meeting: on time (07:55).
      *<@UCLERK1>*
      *2026-09-29 (Tue)* No punch all day, and no approved leave.
      3.1 Clocking in and staying at the post · amount proposed by the filer
      Known: Sign-in, Morning meeting: absent.
      [File] [Excuse] [Drop this one]
      *<@UPRESALES3>*
      *2026-09-29 (Tue)* Missing punch: Morning out, Afternoon in.
      3.1 Clocking in and staying at the post · amount proposed by the filer
      :white_check_mark: Filed by <@USUPERVISOR>, 2026-09-30 09:30: No. 3
      Known: Punches: Morning in 07:55 (on time), Afternoon out 17:35 (on time). Sign-in, Morning meeting: on time (07:55).
      “File” goes by the article, “Excuse” asks for a reason, “Drop” is about this one alone. Until one is filed, the person hears nothing of it."
    `);
    expect((await as('presales3').last()).text).toContain('缺卡：上午下班、下午上班。');
  });
});

describe('what nobody decides', () => {
  it('comes again on the next working day, after the holidays, marked with since when; the list before has no buttons', async () => {
    for (const time of ['12:05', '13:25', '17:35']) {
      await department.travel(time);
      await punchAll(STAFF);
    }
    // From now on nothing of meetings and punches is proposed: nobody comes to the wrap-up on the Sunday.
    office().settings.proposalsOff = ['meetingLate', 'meetingAbsent', 'punchLate', 'punchMissing', 'punchEarly'];
    await department.travel('2026-10-07T20:00');
    expect(await count(manager)).toBe(2);
    await department.travel('2026-10-08T09:30');
    expect(await list(manager)).toMatchInlineSnapshot(`
      "*待决定的提议 3 件 · 2026-10-08(周四)*
      *<@UCLERK1>*
      *2026-09-29(周二)* 全天没有打卡，也没有准假。
      3.1 打卡与在岗 · 金额由提出人拟定 · 2026-09-30(周三) 起等待
      已知：早会签到：缺席。
      [提出] [免于处理] [这一件不再提]
      *<@UKEEPER1>*
      *2026-09-29(周二)* 紧急请假（第 1 号）的手续到假后第一个工作日下班时仍未补交（3.2.4），按脱岗提出。
      3.2.4 紧急请假与补手续 · 金额由提出人拟定
      已知：当天请假或出差（上午）。 打卡：下午上班 13:25（准时）、下午下班 17:35（准时）。 早会签到：请假或出差。
      [提出] [免于处理] [这一件不再提]
      *<@UOPERATIONS1>*
      *2026-09-29(周二)* 紧急请假（第 2 号）的手续到假后第一个工作日下班时仍未补交（3.2.4），按脱岗提出。
      3.2.4 紧急请假与补手续 · 金额由提出人拟定
      已知：当天请假或出差（上午）。 打卡：下午上班 13:25（准时）、下午下班 17:35（准时）。 早会签到：请假或出差。
      [提出] [免于处理] [这一件不再提]
      [一次决定几件…]
      “提出”按条款处理，“免于处理”写明理由，“不再提”只管这一件。提出之前，本人不会知道。"
    `);
    expect((await lists(manager)).at(-2)).toMatchInlineSnapshot(`
      "*待决定的提议 1 件 · 2026-09-30(周三)*
      *<@UPRESALES4>*
      *2026-09-29(周二)* 打卡早退：下午下班 30 分钟。
      3.1 打卡与在岗 · 金额由提出人拟定
      :white_check_mark: <@USUPERVISOR> 于 2026-09-30 09:30 提出，第 2 号
      已知：打卡：上午上班 07:55（准时）、上午下班 12:05（准时）、下午上班 13:25（准时）、下午下班 17:00（早退 30 分钟）。 早会签到：准时（07:55）。
      *<@UCLERK1>*
      *2026-09-29(周二)* 全天没有打卡，也没有准假。
      3.1 打卡与在岗 · 金额由提出人拟定
      已知：早会签到：缺席。
      *<@UPRESALES3>*
      *2026-09-29(周二)* 缺卡：上午下班、下午上班。
      3.1 打卡与在岗 · 金额由提出人拟定
      :white_check_mark: <@USUPERVISOR> 于 2026-09-30 09:30 提出，第 3 号
      已知：打卡：上午上班 07:55（准时）、下午下班 17:35（准时）。 早会签到：准时（07:55）。
      还没有决定的，见 2026-10-08(周四) 的清单。"
    `);
    await as('keeper1').press('leave.papersIn');
    expect((await list(manager)).split('\n')).toContain(
      ':leftwards_arrow_with_hook: 情况已变，2026-10-08 09:30 起不再成立',
    );
  });

  it('is decided on demand as well, in the list asked for', async () => {
    expect(await as('presales1').command('/violation 提议')).toBe(
      '提议由经理和主管决定。自己的违规见 `/violation 列表`。',
    );
    expect(await as('deputy').command('/violation proposals')).toBe(
      '提议由经理和主管决定。自己的违规见 `/violation 列表`。',
    );
    expect(await manager.command('/violation 提议 3')).toBe('没有“3”这一页，共 1 页，例如 `/violation 提议 1`。');
    expect(await supervisor.command('/violation proposals x')).toBe(
      'There is no page “x”; the last one is `/violation proposals 1`.',
    );
    await manager.command('/violation 待办');
    const asked = await manager.last('department');
    expect(shown(asked)).toMatchInlineSnapshot(`
      "*待决定的提议 2 件*
      *<@UCLERK1>*
      *2026-09-29(周二)* 全天没有打卡，也没有准假。
      3.1 打卡与在岗 · 金额由提出人拟定 · 2026-09-30(周三) 起等待
      已知：早会签到：缺席。
      [提出] [免于处理] [这一件不再提]
      *<@UOPERATIONS1>*
      *2026-09-29(周二)* 紧急请假（第 2 号）的手续到假后第一个工作日下班时仍未补交（3.2.4），按脱岗提出。
      3.2.4 紧急请假与补手续 · 金额由提出人拟定
      已知：当天请假或出差（上午）。 打卡：下午上班 13:25（准时）、下午下班 17:35（准时）。 早会签到：请假或出差。
      [提出] [免于处理] [这一件不再提]
      [一次决定几件…]"
    `);
    const value = await idOf('UOPERATIONS1', 'papersOverdue');
    await manager.press('proposal.file', { channel: 'department', ts: asked.ts, value });
    expect(shown(await manager.view())).toMatchInlineSnapshot(`
      "*<@UOPERATIONS1>*
      2026-09-29(周二) 紧急请假（第 2 号）的手续到假后第一个工作日下班时仍未补交（3.2.4），按脱岗提出。
      3.2.4 紧急请假与补手续 · 金额由提出人拟定
      金额（元）"
    `);
    const { view } = await manager.submit({ 'proposal.amount': '' });
    expect(shown(view)).toMatchInlineSnapshot(`
      ":white_check_mark: 已记为第 4 号：<@UOPERATIONS1>，3.2.4 紧急请假与补手续，不罚款。
      已私信本人，听取说明到 2026-10-10 17:30。
      等待 <@UMANAGER>、<@USUPERVISOR> 中任意一位决定，结果会私信你。"
    `);
    await department.application.settled();
    expect(shown((await manager.messages('department')).find(({ ts }) => ts === asked.ts))).toMatchInlineSnapshot(`
      "*待决定的提议 1 件*
      *<@UCLERK1>*
      *2026-09-29(周二)* 全天没有打卡，也没有准假。
      3.1 打卡与在岗 · 金额由提出人拟定 · 2026-09-30(周三) 起等待
      已知：早会签到：缺席。
      [提出] [免于处理] [这一件不再提]
      *<@UOPERATIONS1>*
      *2026-09-29(周二)* 紧急请假（第 2 号）的手续到假后第一个工作日下班时仍未补交（3.2.4），按脱岗提出。
      3.2.4 紧急请假与补手续 · 金额由提出人拟定
      :white_check_mark: <@UMANAGER> 于 2026-10-08 09:30 提出，第 4 号
      已知：当天请假或出差（上午）。 打卡：下午上班 13:25（准时）、下午下班 17:35（准时）。 早会签到：请假或出差。"
    `);
  });

  it('lapses after five working days, with a note in the list of that day, and is never a case', async () => {
    await department.travel('2026-10-12T09:30');
    expect((await list(manager)).split('\n')[0]).toBe('*待决定的提议 1 件 · 2026-10-12(周一)*');
    const before = await count(manager);
    await department.travel('2026-10-13T09:30');
    expect(await count(manager)).toBe(before + 1);
    expect(await list(manager)).toMatchInlineSnapshot(`
      "*提议清单 · 2026-10-13(周二)*
      *没有人决定，今天过期，不再处理：*
      • <@UCLERK1> · 2026-09-29(周二) · 全天没有打卡，也没有准假。 3.1 打卡与在岗 · 金额由提出人拟定"
    `);
    expect(await list(supervisor)).toMatchInlineSnapshot(`
      "*List of proposals · 2026-10-13 (Tue)*
      *Nobody decided these, so they lapse today:*
      • <@UCLERK1> · 2026-09-29 (Tue) · No punch all day, and no approved leave. 3.1 Clocking in and staying at the post · amount proposed by the filer"
    `);
    expect(await supervisor.command('/violation proposals')).toBe('No proposal waits for you.');
    await department.travel('2026-10-14T20:00');
    expect(await count(manager)).toBe(before + 1);
    expect(await office().database.read.case.count()).toBe(4);
  });

  it('was never told to whom it was about', async () => {
    const texts = (await as('clerk1').messages()).map(({ text }) => text.split('\n')[0]);
    // Only what is said to everybody of their own punches.
    expect(texts.filter(text => !/缺卡/.test(text ?? ''))).toEqual([]);
    expect(texts.slice(0, 2)).toEqual([
      '2026-09-29(周二) 上午上班（08:00 前）还没有你的打卡，09:00 起算缺卡。',
      '2026-09-29(周二) 缺卡 4 次：上午上班（08:00 前）、上午下班（12:00 后）、下午上班（13:30 前）、下午下班（17:30 后）。',
    ]);
  });
});

/** In which input of the open form a proposal can be ticked. */
async function picks(person: Person): Promise<(id: string) => string> {
  const blocks = (await person.view())?.blocks ?? [];
  return id => blocks.find(block => JSON.stringify(block).includes(`"value":"${id}"`))?.block_id ?? '';
}

async function states(): Promise<string[]> {
  const rows = await office().database.read.proposal.findMany({ orderBy: { id: 'asc' } });
  return rows.map(row => [row.memberId, row.kind, row.parts, row.state].join(' '));
}
