/** What people wrote is erased when its time is over or its writer is, and everything that was decided stays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retentionDuties } from '../../../schedules/retention.ts';
import { FixedClock } from '../../../src/clock.ts';
import { eraseMember, exportMember } from '../../../src/features/retention/workflow.ts';
import { endPost, memberOf, saveIdentity } from '../../../src/member/store.ts';
import type { Office } from '../../../src/office/office.ts';
import { makeTicker } from '../../../src/scheduler/tick.ts';
import { checkChain } from '../../../src/store/chainCheck.ts';
import { engineKept } from '../../../src/store/kept.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import { checkRows } from '../../../src/store/rowCheck.ts';
import { AT_ONCE, type Department, openDepartment, type Person, shanghai } from '../../support/department.ts';
import { keepFigures } from '../../support/figures.ts';
import { erasing, kept, recorded, unchained } from '../../support/speech.ts';

/** Each stands in one place of the database. */
const WORDS = {
  leaveReason: '手术在三号医院',
  leaveRejected: '那一周要盘点不能走',
  farReason: '明年春天的婚礼',
  openReason: '还没有人批的事',
  facts: '私下压价卖给亲戚',
  advice: '建议从严并且公开',
  decided: '照建议办',
  answer: '我已经把差价补上了',
  appeal: '亲戚是按原价付款的',
  appealKept: '账上没有这笔差价',
  why: '替请假的同事顶了班',
  praiseAdvice: '这样的人要多奖励',
  praiseDeclined: '上个月已经奖励过',
  yesterday: '回访了十二位顾客',
  today: '整理退货的话术',
  blockers: '打印机又坏了',
  customer: '退货的王女士',
  handedOver: '等仓库确认签收',
} as const;

/** Every count of an erasure, at nothing. */
const nothing = Object.fromEntries(erasing.flatMap(({ counted }) => counted.map(name => [name, 0])));

let department: Department;
let office: Office;
const as = (user: string): Person => department.as(user);
beforeAll(async () => {
  department = await openDepartment({
    at: '2026-12-01T07:59',
    beside: true,
    environment: { ...AT_ONCE, RETENTION_MONTHS: '6' },
  });
  ({ office } = department.application);
  await as('presales2').locale('en-US');
});
afterAll(() => department.close());

/** Every table's rows as text. What was answered to a delivery goes after three days by itself. */
async function everythingStored(): Promise<string> {
  const { read } = office.database;
  const tables = await read.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'receipt'`;
  const texts = [];
  for (const { name } of tables)
    texts.push(JSON.stringify(await read.$queryRawUnsafe(`SELECT t::text AS row FROM "${name}" t`)));
  return texts.join('\n');
}

async function stored(): Promise<string[]> {
  const text = await everythingStored();
  return Object.entries(WORDS).flatMap(([name, words]) => (text.includes(words) ? [name] : []));
}

/** The clock of the night after that day. */
async function nightOf(day: string): Promise<void> {
  const later = { ...office, clock: new FixedClock(shanghai(`${day}T03:00`)) };
  const schedule = { duties: retentionDuties, deadlines: [], missed: async () => {} };
  await Promise.all([makeTicker(later, schedule).tick(), makeTicker(later, schedule).tick()]);
}

const erasures = () => office.database.read.record.findMany({ where: { noun: 'erasure' }, orderBy: { seq: 'asc' } });

describe('matters of a day', () => {
  it('are written down', async () => {
    await department.travel('08:00');
    await as('presales1').command(`/meeting report ${WORDS.yesterday} | ${WORDS.today} | ${WORDS.blockers}`);
    await department.travel('08:10');
    await department.travel('14:00');
    expect(await as('presales1').command(`/leave 2026-12-07 personal ${WORDS.leaveReason}`)).toContain('第 1 号');
    await as('manager').press('approval.reject');
    await as('manager').submit({ 'approval.why': WORDS.leaveRejected });
    await as('presales3').command(`/trip 2027-03-01 2027-03-02 ${WORDS.farReason}`);
    await as('deputy').press('approval.approve');
    await as('presales4').command(`/trip 2026-12-15 ${WORDS.openReason}`);
    await as('keeper1').does(`/violation @presales2 1.1 400 +notice ${WORDS.facts}`);
    await as('supervisor').press('approval.approve');
    await as('supervisor').submit({ 'approval.recommendation': WORDS.advice });
    await as('president').press('approval.approve');
    await as('presales2').press('violation.answer');
    await as('presales2').submit({ 'violation.answerText': WORDS.answer });
    await as('presales2').press('violation.appeal');
    await as('presales2').submit({ 'violation.appealText': WORDS.appeal });
    await as('president').press('approval.reject');
    await as('president').submit({ 'approval.why': WORDS.appealKept });
    await as('presales1').command(`/praise @logistics1 400 ${WORDS.why}`);
    await as('supervisor').press('approval.approve');
    await as('supervisor').submit({ 'approval.recommendation': WORDS.praiseAdvice });
    await as('president').press('approval.reject');
    await as('president').submit({ 'approval.why': WORDS.praiseDeclined });
    await as('presales1').command(`/handover @presales4 ${WORDS.customer} 天猫 ${WORDS.handedOver}`);
    await as('presales1').command('/handover done 1');
    const { read } = office.database;
    await read.case.updateMany({ where: { id: 1 }, data: { decisionReason: WORDS.decided } });
    const long = new Date(office.wallClock.now().getTime() - 400 * 86_400_000);
    await enqueue(read, { key: 'long ago', recipient: 'UPRESALES1', notice: 'x', ref: {} }, long);
    await read.outbox.updateMany({ where: { key: 'long ago' }, data: { state: 'sent' } });
    expect(await stored()).toEqual(Object.keys(WORDS));
  });

  it('can be handed to whoever they are about, whole', async () => {
    for (const id of ['UPRESALES1', 'UPRESALES2', 'UPRESALES3', 'USUPERVISOR', 'UPRESIDENT']) await handedOver(id);
    const accused = JSON.stringify(await exportMember(office, kept, 'UPRESALES2'));
    for (const word of ['facts', 'advice', 'decided', 'answer', 'appeal', 'appealKept'] as const)
      expect(accused, word).toContain(WORDS[word]);
    // Who judged has their own words, and not what the accused said.
    const judge = JSON.stringify(await exportMember(office, kept, 'USUPERVISOR'));
    expect(judge).toContain(WORDS.advice);
    expect(judge).not.toMatch(new RegExp([WORDS.appeal, WORDS.answer, WORDS.appealKept].join('|')));
    expect(await exportMember(office, kept, 'nobody')).toBeNull();
    const asked = await office.database.read.record.count({ where: { deed: 'member.exported' } });
    expect(asked).toBe(7);
  });
});

describe('in the night', () => {
  it('nothing goes before its time', async () => {
    await nightOf('2026-12-02'); // the duty begins
    await nightOf('2027-06-01');
    expect(await stored()).toEqual(Object.keys(WORDS));
    expect(await erasures()).toEqual([]);
  });

  it('words go six months after the matter ended, once, and nobody’s decision', async () => {
    const before = await ledger();
    await nightOf('2027-06-02');
    expect(await stored()).toEqual(['leaveReason', 'leaveRejected', 'farReason', 'openReason']);
    await nightOf('2027-06-08');
    // What is still open stays, and what was given for a day not long past.
    expect(await stored()).toEqual(['farReason', 'openReason']);
    await nightOf('2027-06-20');
    expect(await ledger()).toEqual(before);
    expect((await erasures()).map(({ actor, nounId, after }) => [actor, nounId, after])).toEqual([
      [
        'clock',
        '2027-06-02',
        { before: '2026-12-02', ...nothing, cases: 1, answers: 1, praises: 1, approvals: 4, reports: 1, handovers: 1 },
      ],
      ['clock', '2027-06-08', { before: '2026-12-08', ...nothing, leaves: 1, approvals: 1 }],
    ]);
    expect((await checkChain(office.database.read, { unchained })).found).toBeNull();
    expect(await checkRows(office.database.read, recorded)).toBeNull();
    expect(await office.database.read.outbox.count({ where: { key: 'long ago' } })).toBe(0);
    const due = Object.keys(WORDS).length - 2;
    const left = (await stored()).filter(name => name !== 'farReason' && name !== 'openReason').length;
    expect(left).toBe(0);
    keepFigures(10, 'test/features/retention/door.test.ts', { 'texts due': due, 'texts left': left });
  });

  it('and where they are read it says so, in the reader’s language', async () => {
    const chinese = await as('president').does('/violation show 1');
    expect(chinese).toContain('（内容已过保存期，已清除）');
    expect(chinese).toContain('400');
    const english = await as('presales2').does('/violation show 1');
    expect(english).toContain('(erased: kept for as long as allowed)');
    for (const text of [chinese, english]) expect(text).not.toContain('\u001a');
  });
});

describe('somebody who left', () => {
  const gone = async (id: string, deactivated: boolean) => {
    const member = await memberOf(office.database.read, id);
    if (member === null) throw new Error(`there is no ${id}`);
    const { posts: _, leaderId: _leader, ...identity } = member;
    await saveIdentity(office.database.read, { ...identity, name: '李雷', handle: 'li.lei', deactivated }, new Date(0));
  };

  it('is erased only when gone, without a post and with nothing open', async () => {
    const asked = (really: boolean) => eraseMember(office, office.declared.erasing, 'UPRESALES3', really);
    expect(await eraseMember(office, office.declared.erasing, 'nobody', true)).toEqual({ stands: 'unknown' });
    expect(await asked(true)).toEqual({ stands: 'active' });
    await gone('UPRESALES3', true);
    expect(await asked(true)).toEqual({ stands: 'posts', posts: ['presales'] });
    await office.database.transaction(tx => endPost(tx, 'UPRESALES3', 'presales', office.clock.now()));
    const erased = { ...nothing, leaves: 1 };
    expect(await asked(false)).toEqual({ stands: 'erasable', erased });
    expect([await stored(), (await memberOf(office.database.read, 'UPRESALES3'))?.name]).toEqual([
      ['farReason', 'openReason'],
      '李雷',
    ]);
    const before = await ledger();
    expect(await asked(true)).toEqual({ stands: 'erased', erased });
    expect(await ledger()).toEqual(before);
    expect(await stored()).toEqual(['openReason']);
    expect(await everythingStored()).not.toMatch(/李雷|li\.lei/);
    expect((await erasures()).at(-1)).toMatchObject({ actor: 'console', deed: 'member.erased', nounId: 'UPRESALES3' });
    expect((await checkChain(office.database.read, { unchained })).found).toBeNull();
  });

  it('has something open, and is told apart', async () => {
    await gone('UPRESALES4', true);
    await office.database.transaction(tx => endPost(tx, 'UPRESALES4', 'presales', office.clock.now()));
    expect(await eraseMember(office, office.declared.erasing, 'UPRESALES4', true)).toEqual({
      stands: 'matters',
      approvals: [expect.any(Number)],
    });
  });

  it('stays erased, whatever Slack says, until they come back', async () => {
    const name = async () => (await memberOf(office.database.read, 'UPRESALES3'))?.name;
    await gone('UPRESALES3', true);
    expect(await name()).toBe('UPRESALES3');
    await gone('UPRESALES3', false);
    expect(await name()).toBe('李雷');
  });
});

/** Who, what, when, how decided and how much: all of it but the words. */
async function ledger(): Promise<unknown> {
  const { read } = office.database;
  const leaves = await read.leave.findMany({ omit: { reason: true }, orderBy: { id: 'asc' } });
  const cases = await read.case.findMany({
    omit: { facts: true, recommendation: true, decisionReason: true, appeal: true },
    orderBy: { id: 'asc' },
  });
  const approvals = await read.approval.findMany({ omit: { reason: true }, orderBy: { id: 'asc' } });
  const answers = await read.caseAnswer.findMany({ omit: { text: true } });
  const reports = await read.report.findMany({ select: { meetingId: true, memberId: true, at: true } });
  const record = await read.record.findMany({ where: { noun: { not: 'erasure' } }, orderBy: { seq: 'asc' } });
  return { leaves, cases, approvals, answers, reports, record };
}

/** Every row of the database that names the member is in what is handed over. */
async function handedOver(id: string): Promise<void> {
  const data = await exportMember(office, kept, id);
  if (data === null) throw new Error(`there is no ${id}`);
  /** Columns that tell a row from others where that is not its id. */
  const keys: Record<string, string[]> = {
    punch: ['date', 'slot'],
    sign_in: ['meetingId'],
    report: ['meetingId'],
    calendar_day: ['date'],
    card: ['key'],
    record: ['seq'],
  };
  const keyOf = (table: string, row: unknown) =>
    typeof row === 'string'
      ? row
      : (keys[table] ?? ['id']).map(key => String((row as Record<string, unknown>)[key])).join(' ');
  const given = (table: string) => {
    const names = table === 'record' ? ['record'] : Object.keys({ ...engineKept, ...kept }[table]?.about ?? {});
    const rows = names.flatMap(name =>
      name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], data),
    );
    return rows.map(row => keyOf(table, row));
  };
  const { read } = office.database;
  const tables = await read.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'receipt' ORDER BY 1`;
  for (const { name } of tables) {
    const rows = await read.$queryRawUnsafe<Record<string, unknown>[]>(
      `SELECT * FROM "${name}" t WHERE t::text ~ '\\m${id}\\M'`,
    );
    const told = given(name);
    // Looking the member up is on the record after what was handed over.
    const missing = rows.map(row => keyOf(name, row)).filter(key => !told.includes(key));
    expect(missing.length, `${name} of ${id}: ${JSON.stringify(missing)}`).toBe(name === 'record' ? 1 : 0);
  }
}
