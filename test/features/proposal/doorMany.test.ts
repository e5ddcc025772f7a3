/** Long lists of proposals, who has which, and what is decided in the place of somebody or beyond one's authority. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { proposeMissed } from '../../../src/features/meeting/proposing.ts';
import { decideProposals } from '../../../src/features/proposal/deciding.ts';
import { eraseOverdue } from '../../../src/features/retention/workflow.ts';
import { ERASED } from '../../../src/kernel/erasure.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import type { Member } from '../../../src/member/rules.ts';
import { memberOf } from '../../../src/member/store.ts';
import { type Department, openDepartment, type Person, shanghai } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 });

let department: Department;
/** Reads English. */
let manager: Person;

const as = (user: string): Person => department.as(user);
const office = () => department.application.office;

const DAYS = ['2026-11-30', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23'];

/** Sheets of these days, closed, on which these people came five minutes late. */
async function lateOn(dates: readonly string[], ...memberIds: string[]) {
  const { database } = office();
  await database.transaction(async tx => {
    for (const date of dates) {
      const startsAt = shanghai(`${date}T08:00`);
      const row = { kind: 'morning', date, startsAt, state: 'closed', closesAt: startsAt, closedAt: startsAt };
      const meeting = await tx.meeting.create({ data: row });
      const at = new Date(startsAt.getTime() + 5 * 60_000);
      const lines = memberIds.map(memberId => ({ meetingId: meeting.id, memberId, status: 'late', at }));
      await tx.signIn.createMany({ data: lines });
      await proposeMissed(office(), tx, { ...meeting, kind: 'morning', state: 'closed', closesAt: startsAt });
    }
  });
}

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T00:30' }); // a Tuesday
  manager = as('manager');
  // Nobody comes today; that is not what is tried.
  office().settings.proposalsOff = ['meetingAbsent', 'punchLate', 'punchMissing', 'punchEarly'];
  await manager.locale('en-US');
  await lateOn(DAYS, 'UPRESALES1', 'UPRESALES2', 'UPRESALES3');
  await lateOn(['2026-11-20'], 'UMANAGER', 'USUPERVISOR');
  await department.travel('09:30');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level !== 'info');
  await department.close();
  expect(complaints).toEqual([]);
});

const list = async (person: Person) =>
  shown((await person.messages()).findLast(({ text, ephemeral }) => !ephemeral && /提议|roposal/.test(text)));
const idOf = async (memberId: string, date: string) =>
  String((await office().database.read.proposal.findFirstOrThrow({ where: { memberId, date } })).id);
const member = async (id: string) => (await memberOf(office().database.read, id)) as Member;

describe('who has which', () => {
  it('a supervisor those about staff, the manager also the supervisor’s, the president the manager’s alone', async () => {
    const titles = [];
    for (const user of ['supervisor', 'manager', 'president', 'deputy'])
      titles.push((await list(as(user))).split('\n')[0]);
    expect(titles).toEqual([
      '*待决定的提议 18 件 · 2026-12-01(周二)*',
      '*19 proposals to decide · 2026-12-01 (Tue)*',
      '*待决定的提议 1 件 · 2026-12-01(周二)*',
      '',
    ]);
    expect(await list(as('president'))).toContain('*<@UMANAGER>*\n*2026-11-20(周五)* 早会迟到 5 分钟。');
  });

  it('nobody decides about who leads them, nor the president where leaders may', async () => {
    const [own, staff] = [Number(await idOf('UMANAGER', '2026-11-20')), Number(await idOf('UPRESALES1', '2026-11-30'))];
    const tried = [];
    for (const [user, id] of [
      ['UMANAGER', own],
      ['USUPERVISOR', own],
      ['UPRESIDENT', staff],
      ['UPRESALES2', staff],
    ] as const) {
      const decided = await decideProposals(office(), await member(user), [id, 999_999], { verdict: 'drop' });
      tried.push(isRefusal(decided) ? decided.code : decided.refused.map(({ refusal }) => refusal.code));
    }
    expect(tried).toEqual([
      ['approval.own', 'proposal.notFound'],
      ['approval.subordinate', 'proposal.notFound'],
      ['approval.notYours', 'proposal.notFound'],
      ['approval.notYours', 'proposal.notFound'],
    ]);
  });
});

describe('a long list', () => {
  it('shows the first and says how many more there are', async () => {
    const lines = (await list(manager)).split('\n');
    expect(lines.filter(line => line.startsWith('[File]'))).toHaveLength(8);
    expect(lines.filter(line => line.startsWith('*<@'))).toEqual([
      '*<@USUPERVISOR>*',
      '*<@UPRESALES1>*',
      '*<@UPRESALES2>*',
    ]);
    expect(lines.slice(-3)).toEqual([
      '11 more: `/violation proposals`.',
      '[Decide several…]',
      '“File” goes by the article, “Excuse” asks for a reason, “Drop” is about this one alone. Until one is filed, the person hears nothing of it.',
    ]);
  });

  it('is turned page by page on demand, in its place', async () => {
    await manager.command('/violation proposals');
    const asked = await manager.last('department');
    const pageNow = async () =>
      shown((await manager.messages('department')).find(({ ts }) => ts === asked.ts)).split('\n');
    const ends = async () => [(await pageNow())[0], (await pageNow()).at(-1)];
    expect(await ends()).toEqual(['*19 proposals to decide · page 1 of 3*', '[Decide several…] [Next ›]']);
    await manager.press('proposal.turn.on', { channel: 'department', ts: asked.ts });
    expect(await ends()).toEqual(['*19 proposals to decide · page 2 of 3*', '[Decide several…] [‹ Back] [Next ›]']);
    const value = await idOf('UPRESALES2', '2026-11-25');
    await manager.press('proposal.drop', { channel: 'department', ts: asked.ts, value });
    expect(await ends()).toEqual(['*18 proposals to decide · page 2 of 3*', '[Decide several…] [‹ Back] [Next ›]']);
    expect(await pageNow()).toContain(':white_check_mark: Dropped by <@UMANAGER>, 2026-12-01 09:30');
    await manager.press('proposal.turn.on', { channel: 'department', ts: asked.ts });
    expect(await ends()).toEqual(['*18 proposals to decide · page 3 of 3*', '[Decide several…] [‹ Back]']);
    expect(await as('supervisor').command('/violation 提议 第2页')).toContain('待决定的提议 17 件 · 第 2/3 页');
  });

  it('is decided as many at once as are ticked, with one reason; what another decided meanwhile says so', async () => {
    const supervisor = as('supervisor');
    await supervisor.press('proposal.several');
    const blocks = (await supervisor.view())?.blocks ?? [];
    const boxOf = (id: string) =>
      blocks.find(block => JSON.stringify(block).includes(`"value":"${id}"`))?.block_id ?? '';
    const ids = [
      await idOf('UPRESALES3', '2026-11-23'),
      await idOf('UPRESALES3', '2026-11-24'),
      await idOf('UPRESALES1', '2026-11-23'),
    ];
    const [one = '', two = '', three = ''] = ids;
    const ticked = { [boxOf(one)]: [one, two], [boxOf(three)]: [three] };
    // A reason is an excuse's alone, and what is typed is not thrown away.
    const reasoned = { ...ticked, 'proposal.reason': 'x' };
    expect((await supervisor.submit({ ...reasoned, 'proposal.verdict': 'file' })).errors).toEqual({
      'proposal.reason': '理由只用于免于处理；要提出请清空。',
    });
    expect((await supervisor.submit({ ...reasoned, 'proposal.verdict': 'drop' })).errors).toEqual({
      'proposal.reason': '理由只用于免于处理；要选“不再提”请清空。',
    });
    await supervisor.submit({ ...ticked, 'proposal.verdict': 'excuse', 'proposal.reason': '<!channel> 大雪' });
    expect(shown(await supervisor.view())).toMatchInlineSnapshot(`
      "*以下 3 件免于处理：*
      • <@UPRESALES1> · 2026-11-23(周一) · 早会迟到 5 分钟。 1.8 开会与培训守时 · 每次 50元 + 通报批评 1 次
      • <@UPRESALES3> · 2026-11-23(周一) · 早会迟到 5 分钟。 1.8 开会与培训守时 · 每次 50元 + 通报批评 1 次
      • <@UPRESALES3> · 2026-11-24(周二) · 早会迟到 5 分钟。 1.8 开会与培训守时 · 每次 50元 + 通报批评 1 次
      理由：&lt;!channel&gt; 大雪"
    `);
    await manager.press('proposal.drop', { value: three });
    const { view } = await supervisor.submit({});
    expect(shown(view)).toMatchInlineSnapshot(`
      "已免于处理 2 件。
      :warning: <@UMANAGER> 已于 2026-12-01 09:30 决定不再提。"
    `);
  });
});

describe('authority', () => {
  it('beyond it, filing recommends the case to the president (8.1, 8.4)', async () => {
    await manager.does('/violation @presales1 1.1 300 2026-11-30 no plan');
    await manager.press('proposal.file', { value: await idOf('UPRESALES1', '2026-11-30') });
    expect((await manager.messages()).findLast(({ ephemeral }) => ephemeral)?.text).toMatchInlineSnapshot(`
      ":white_check_mark: Filed as No. 2: <@UPRESALES1>, 1.8 Be on time at meetings and training, ¥50 · 1 notice of criticism.
      Same person, same day: another ¥300, ¥350 in total.
      The person has been told and is heard until 2026-12-03 17:30.
      Any one of <@UMANAGER>, <@USUPERVISOR> recommends, then the president decides; you will get a direct message."
    `);
  });

  it('that is lent decides in the place of who lent it', async () => {
    const assistant = as('assistant');
    expect(await assistant.command('/violation 提议')).toBe('提议由经理和主管决定。自己的违规见 `/violation 列表`。');
    await manager.does('/approvals delegate @assistant today');
    await assistant.command('/violation 提议');
    const asked = await assistant.last('department');
    const value = await idOf('UPRESALES1', '2026-11-24');
    await assistant.press('proposal.drop', { channel: 'department', ts: asked.ts, value });
    expect(shown((await assistant.messages('department')).find(({ ts }) => ts === asked.ts))).toContain(
      ':white_check_mark: <@UASSISTANT>（代 <@UMANAGER>） 于 2026-12-01 09:30 决定不再提',
    );
  });
});

it('reasons are erased after the time they are kept; who decided stays', async () => {
  const { database } = office();
  const reasons = async () =>
    (await database.read.proposal.findMany({ where: { state: 'excused' } })).map(row => row.reason);
  expect(await reasons()).toEqual(['<!channel> 大雪', '<!channel> 大雪']);
  await database.transaction(tx => eraseOverdue(office(), tx, '2035-01-01'));
  expect(await reasons()).toEqual([ERASED, ERASED]);
});
