/** A whole ordinary week: what the bot says in each place and to each person, counted, with the goal beside each figure. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userIdOf } from '../../prisma/department.ts';
import { takeBack } from '../../src/features/approval/undoing.ts';
import { punch } from '../../src/features/attendance/workflow.ts';
import { giveBackLeave } from '../../src/features/leave/workflow.ts';
import { report } from '../../src/features/meeting/report/workflow.ts';
import { signIn } from '../../src/features/meeting/signIn.ts';
import { type CivilDate, civilOf } from '../../src/kernel/civil.ts';
import { ERASED } from '../../src/kernel/erasure.ts';
import type { Member } from '../../src/member/rules.ts';
import { allMembers } from '../../src/member/store.ts';
import { checkRows } from '../../src/store/rowCheck.ts';
import type { Tx } from '../../src/store/tx.ts';
import { AT_ONCE, BOT, type Department, openDepartment, type SeenMessage, shanghai } from '../support/department.ts';
import { grantLeave } from '../support/leave.ts';
import { shown } from '../support/shown.ts';
import { recorded } from '../support/speech.ts';

const STAFF = [
  ...['manager', 'deputy', 'assistant', 'supervisor', 'presales1', 'presales2', 'presales3', 'presales4'],
  ...['aftersales1', 'logistics1', 'keeper1', 'operations1', 'clerk1'],
];
/** On leave from Wednesday to Friday. */
const AWAY = 'operations1';
/** Never presses anything. */
const SILENT = 'keeper1';
/** Forgets the evening, and presses when reminded. */
const FORGETFUL = 'presales3';

const WEEK = ['2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16', '2026-07-17', '2026-07-18', '2026-07-19'];
const WORKDAYS = WEEK.slice(0, 5);

/** At most so many messages of the bot: a place's on a working day and on a day off, a person's on a working day. */
const GOALS = {
  department: { workday: 4, dayOff: 1 },
  leaders: { workday: 2, dayOff: 1 },
  punctual: 0,
  // The list of what waits to be decided.
  inCharge: { workday: 1, dayOff: 0 },
  forgetful: 1,
  silent: 2,
  away: 0,
  president: 0,
} as const;

let department: Department;
let members: ReadonlyMap<string, Member>;
/** What was told before the week began. */
const before = new Set<string>();

beforeAll(async () => {
  department = await openDepartment({ at: '2026-07-12T23:00', environment: AT_ONCE }); // a Sunday night
  const { office } = department.application;
  await grantLeave(office, userIdOf(AWAY), { from: '2026-07-15', fromHalf: 'am', to: '2026-07-17', toHalf: 'pm' });
  // The monthly meeting was held, or its leader would be asked every morning.
  const held = { kind: 'monthly', date: '2026-07-09', startsAt: shanghai('2026-07-09T14:00'), state: 'closed' };
  await office.database.read.meeting.create({ data: held });
  members = await allMembers(office.database.read);
  for (const [who, where] of PLACES) for (const { ts } of await told(who, where)) before.add(`${who} ${where} ${ts}`);
  for (const date of WORKDAYS) await workday(date);
  await department.travel('2026-07-19T23:59');
});
afterAll(() => department.close());

const PLACES: readonly (readonly [who: string, where: string])[] = [
  ['clerk1', 'department'],
  ['manager', 'leaders'],
  ...['president', ...STAFF].map(who => [who, BOT] as const),
];

async function told(who: string, where: string): Promise<SeenMessage[]> {
  const messages = await department.as(who).messages(where);
  return messages.filter(({ ephemeral, ts }) => !ephemeral && !before.has(`${who} ${where} ${ts}`));
}

async function toldOn(date: CivilDate, who: string, where: string): Promise<SeenMessage[]> {
  const messages = await told(who, where);
  return messages.filter(({ ts }) => civilOf(new Date(Number(ts) * 1000), 'Asia/Shanghai').date === date);
}

/** What people do by themselves in a day: they punch and sign in, and from Tuesday on some report. */
async function workday(date: CivilDate): Promise<void> {
  const { office } = department.application;
  const here = STAFF.filter(user => user !== SILENT && (user !== AWAY || date < '2026-07-15'));
  const all = async (users: readonly string[], deed: (me: Member) => Promise<unknown>) => {
    for (const user of users) await deed(members.get(userIdOf(user)) as Member);
  };
  const punchAll = (users: readonly string[]) => all(users, me => punch(office, me));
  await department.travel(`${date}T07:55`);
  await punchAll(here);
  await department.as('presales1').press('meeting.signIn', { channel: 'department' });
  await all(here.slice(0, 9), me => signIn(office, me, null));
  await department.travel('08:03');
  await all(here.slice(9), me => signIn(office, me, null));
  const said = { yesterday: '回访', today: '发货', blockers: '' };
  if (date !== WORKDAYS[0]) await all([...here.slice(3, 6), ...here.slice(-1)], me => report(office, me, null, said));
  await department.travel('12:05');
  await punchAll(here);
  await department.travel('13:25');
  await punchAll(here);
  await department.travel('17:35');
  await punchAll(here.filter(user => user !== FORGETFUL));
  await department.travel('18:25');
  await department.as(FORGETFUL).press('attendance.punch');
  await department.travel('21:00');
}

/** The rows of a table: who or where, and for each day how many messages there were. */
async function counted(who: string, where: string, days: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const date of days) counts.push((await toldOn(date, who, where)).length);
  return counts;
}

describe('messages of a week, by place and person', () => {
  const goal = (perDay: number, days: readonly string[] = WORKDAYS) => days.map(() => perDay);
  const daysOff = WEEK.slice(5);

  it.each([
    // In the week's order; a goal is the most there may be.
    ['#department on working days', 'clerk1', 'department', WORKDAYS, goal(GOALS.department.workday)],
    ['#department at the weekend', 'clerk1', 'department', daysOff, goal(GOALS.department.dayOff, daysOff)],
    ['#leaders on working days', 'manager', 'leaders', WORKDAYS, goal(GOALS.leaders.workday)],
    ['#leaders at the weekend', 'manager', 'leaders', daysOff, goal(GOALS.leaders.dayOff, daysOff)],
    ['the president, who does not punch', 'president', BOT, WEEK, goal(GOALS.president, WEEK)],
    ['who punches in time', 'presales1', BOT, WEEK, goal(GOALS.punctual, WEEK)],
    ['who leads and punches', 'deputy', BOT, WEEK, goal(GOALS.punctual, WEEK)],
    ['who is in charge, on working days', 'manager', BOT, WORKDAYS, goal(GOALS.inCharge.workday)],
    ['who is in charge, at the weekend', 'supervisor', BOT, daysOff, goal(GOALS.inCharge.dayOff, daysOff)],
    ['who forgets the evening', FORGETFUL, BOT, WORKDAYS, goal(GOALS.forgetful)],
    ['who never presses', SILENT, BOT, WORKDAYS, goal(GOALS.silent)],
    ['who is on leave', AWAY, BOT, WORKDAYS, goal(GOALS.away)],
  ] as const)('%s', async (_place, who, where, days, goals) => {
    const counts = await counted(who, where, days);
    const over = counts.map((count, index) => `${days[index]}: ${count} of at most ${goals[index]}`);
    expect(over.filter((_line, index) => (counts[index] ?? 0) > (goals[index] ?? 0))).toEqual([]);
  });

  it('no more than is useful, and no less', async () => {
    const all: Record<string, string> = {};
    for (const [who, where] of PLACES)
      all[where === BOT ? who : `#${where}`] = (await counted(who, where, WEEK)).join(' ');
    const inCharge = ['manager', 'supervisor'];
    const quiet = STAFF.filter(user => user !== SILENT && user !== FORGETFUL && !inCharge.includes(user));
    expect(all).toEqual({
      '#department': '3 4 4 4 4 0 1',
      '#leaders': '2 2 2 2 2 1 1',
      president: '0 0 0 0 0 0 0',
      ...Object.fromEntries(quiet.map(user => [user, '0 0 0 0 0 0 0'])),
      ...Object.fromEntries(inCharge.map(user => [user, '1 1 1 1 1 0 0'])),
      [SILENT]: '2 2 2 2 2 0 0',
      [FORGETFUL]: '1 1 1 1 1 0 0',
    });
  });
});

describe('lists', () => {
  it('call nobody: nothing the clock says in a channel mentions a person', async () => {
    for (const [who, where] of PLACES.slice(0, 2)) {
      for (const message of await told(who, where)) expect(JSON.stringify(message), shown(message)).not.toContain('<@');
    }
  });

  it('name nobody twice in a morning: sheet and reports together', async () => {
    const { read } = department.application.office.database;
    const people = await read.member.findMany({ where: { id: { in: STAFF.map(userIdOf) } } });
    const posts = (await toldOn('2026-07-14', 'clerk1', 'department')).map(shown);
    const morning = posts.filter(text => /早会(?:签到|汇报) · /.test(text)).join('\n');
    for (const { name } of people) {
      const chinese = name.split(' · ')[0] ?? '';
      // 经理 is part of 经理助理 and 副经理: a whole name stands between signs.
      const whole = new RegExp(`(?<![\\p{L}\\p{N}])${chinese}(?![\\p{L}\\p{N}])`, 'gu');
      expect([chinese, (morning.match(whole) ?? []).length <= 1]).toEqual([chinese, true]);
      expect(morning).not.toContain(name.split(' · ')[1]);
    }
  });
});

it('the head of the chain is posted every evening, on days off too, and never whole', async () => {
  for (const date of WEEK) {
    const said = (await toldOn(date, 'manager', 'leaders')).map(shown).join('\n');
    expect([date, (said.match(/记录校验/g) ?? []).length]).toEqual([date, 1]);
    expect(said).not.toMatch(/[0-9a-f]{40}/);
  }
});

it('nothing went wrong on the way', () => {
  expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
});

describe('what stands in the tables is compared with the record', () => {
  const read = (): Tx => department.application.office.database.read;

  it('agrees after a week, and after what is decided, taken back, given back, counted again and lent', async () => {
    expect(await checkRows(read(), recorded)).toBeNull();
    const as = (user: string) => department.as(user);
    await department.travel('2026-07-20T10:00');
    const said: [user: string, line: string][] = [
      ['presales1', '/leave 2026-07-27 2026-07-29 annual trip'],
      ['presales2', '/leave 2026-08-03 annual trip'],
      ['presales4', '/leave 2026-08-05 annual trip'],
    ];
    for (const [user, line] of said) {
      await as(user).command(line);
      await as('manager').press('approval.approve');
    }
    await as('presales4').command('/leave 2026-08-10 annual trip');
    await as('presales4').command('/leave 2026-08-12 annual trip');
    const { office } = department.application;
    const last = async (memberId: string) =>
      (await read().leave.findFirstOrThrow({ where: { memberId }, orderBy: { id: 'desc' } })).id;
    const person = (id: string) => members.get(id) as Member;
    // Taken back by who decided, given back by who asked, withdrawn, and counted again.
    expect(
      await takeBack(office, person('UMANAGER'), 'leave', await last('UPRESALES1'), 'too many away'),
    ).toMatchObject({
      subjectId: expect.any(Number),
    });
    expect(await giveBackLeave(office, person('UPRESALES2'), await last('UPRESALES2'))).toMatchObject({
      way: 'cancel',
    });
    expect(await giveBackLeave(office, person('UPRESALES4'), await last('UPRESALES4'))).toMatchObject({
      way: 'withdraw',
    });
    for (const line of ['/calendar 2026-08-05 off typhoon', '/calendar 2026-08-06 off', '/calendar 2026-08-06 clear'])
      await as('manager').does(line);
    // A fine at once and taken back, one that stands, and one that goes on to the president.
    await as('manager').does('/violation @presales1 1.9 jd 9:00-9:20');
    await as('manager').does('/violation @presales2 1.9 jd 9:30-9:50');
    await as('keeper1').does('/violation @presales4 1.1 400 +notice sold to a cousin');
    await as('supervisor').press('approval.approve');
    await as('supervisor').submit({ 'approval.recommendation': 'in public' });
    await as('president').press('approval.approve');
    const cases = await read().case.findMany({ where: { state: 'final' }, orderBy: { id: 'asc' } });
    expect(cases.length).toBe(3);
    await takeBack(office, person('UMANAGER'), 'case', cases[0]?.id ?? 0, 'was on the phone');
    await as('manager').does('/approvals delegate @deputy 2026-07-20 2026-07-24');
    await as('manager').does('/post @clerk1 logistics');
    await as('manager').does('/post @aftersales1 remove aftersales');
    expect(await checkRows(read(), recorded)).toBeNull();
    // However few are read at a time.
    expect(await checkRows(read(), recorded, 1)).toBeNull();
  });

  it('agrees when words were erased, and where a row is older than what the record says of it', async () => {
    await inVain(async tx => {
      await tx.leave.updateMany({ data: { reason: ERASED } });
      await tx.case.updateMany({ data: { facts: ERASED, decisionReason: ERASED } });
      expect(await checkRows(tx, recorded)).toBeNull();
      // As an older program wrote it.
      await tx.$executeRaw`ALTER TABLE record DISABLE TRIGGER ALL`;
      await tx.$executeRaw`UPDATE record SET after = after - 'decidedBy' - 'decidedAt' - 'concernsId' - 'leaderId'`;
      await tx.$executeRaw`ALTER TABLE record ENABLE TRIGGER ALL`;
      expect(await checkRows(tx, recorded)).toBeNull();
      await tx.$executeRaw`UPDATE violation_case SET "decidedBy" = 'UDEPUTY'`;
      expect(await checkRows(tx, recorded)).toBeNull();
      await tx.$executeRaw`UPDATE violation_case SET "state" = 'dismissed' WHERE state = 'final'`;
      expect(await checkRows(tx, recorded)).toMatchObject({ table: 'violation_case', field: 'state' });
    });
  });

  const firstOf = (table: string, where = 'true') => `(SELECT min(id) FROM ${table} WHERE ${where})`;
  it.each<[sql: string, table: string, found: Record<string, unknown>]>([
    ['UPDATE violation_case SET amount = 100', 'violation_case', { field: 'amount', recorded: 20_000, present: 100 }],
    [
      `UPDATE violation_case SET state = 'dismissed' WHERE id = ${firstOf('violation_case', "state = 'final'")}`,
      'violation_case',
      { field: 'state', recorded: 'final', present: 'dismissed' },
    ],
    [
      `UPDATE violation_case SET "decidedBy" = 'UDEPUTY' WHERE id = ${firstOf('violation_case', "state = 'final'")}`,
      'violation_case',
      { field: 'decidedBy', recorded: 'UMANAGER', present: 'UDEPUTY' },
    ],
    [
      `UPDATE violation_case SET "accusedId" = 'UKEEPER1' WHERE "accusedId" = 'UPRESALES2'`,
      'violation_case',
      { field: 'accusedId', recorded: 'UPRESALES2', present: 'UKEEPER1' },
    ],
    [
      `UPDATE violation_case SET "decidedAt" = "decidedAt" + interval '1 minute' WHERE state = 'final'`,
      'violation_case',
      { field: 'decidedAt' },
    ],
    [`DELETE FROM violation_case WHERE "accusedId" = 'UPRESALES2'`, 'violation_case', { what: 'gone' }],
    [
      `INSERT INTO leave ("memberId", kind, "from", "fromHalf", "to", "toHalf", "halfDays", reason, state, "requestedAt", "changedAt")
       VALUES ('UPRESALES1', 'annual', '2026-09-01', 'am', '2026-09-01', 'pm', 2, '-', 'approved', now(), now())`,
      'leave',
      { what: 'added' },
    ],
    [
      `UPDATE leave SET state = 'approved' WHERE state = 'pending'`,
      'leave',
      { field: 'state', recorded: 'pending', present: 'approved' },
    ],
    [`UPDATE leave SET "halfDays" = 7`, 'leave', { field: 'halfDays', recorded: 1, present: 7 }],
    [`UPDATE leave SET "to" = '2026-08-04' WHERE "to" = '2026-08-03'`, 'leave', { field: 'to' }],
    [
      `UPDATE leave SET "memberId" = 'UCLERK1' WHERE "memberId" = 'UPRESALES1'`,
      'leave',
      { field: 'memberId', recorded: 'UPRESALES1', present: 'UCLERK1' },
    ],
    [
      `UPDATE approval SET "decidedBy" = 'UDEPUTY' WHERE state = 'approved' AND "decidedBy" = 'UMANAGER'`,
      'approval',
      { field: 'decidedBy', recorded: 'UMANAGER', present: 'UDEPUTY' },
    ],
    [
      `UPDATE approval SET state = 'approved', "decidedBy" = 'UMANAGER' WHERE state = 'pending'`,
      'approval',
      { field: 'state', recorded: 'pending', present: 'approved' },
    ],
    [`UPDATE delegation SET "delegateId" = 'UCLERK1'`, 'delegation', { field: 'delegateId', recorded: 'UDEPUTY' }],
    [`UPDATE delegation SET "endedAt" = now()`, 'delegation', { field: 'ended', recorded: false, present: true }],
    ['UPDATE calendar_day SET working = true', 'calendar_day', { field: 'working', recorded: false }],
    ['DELETE FROM calendar_day', 'calendar_day', { key: '2026-08-05', what: 'gone' }],
    [
      `INSERT INTO post ("memberId", post, since) VALUES ('UKEEPER1', 'president', now())`,
      'post',
      { key: 'UKEEPER1', field: 'posts', recorded: ['keeper'], present: ['keeper', 'president'] },
    ],
    [`UPDATE post SET until = now() WHERE post = 'deputy'`, 'post', { key: 'UDEPUTY', recorded: ['deputy'] }],
    [`UPDATE member SET "leaderId" = 'UCLERK1' WHERE id = 'UPRESALES1'`, 'member', { field: 'leaderId' }],
  ])('finds what was altered by hand: %s', async (sql, table, found) => {
    await inVain(async tx => {
      await tx.$executeRawUnsafe(sql);
      expect(await checkRows(tx, recorded)).toMatchObject({ table, ...found });
    });
  });

  /** Does it in a transaction that leaves nothing behind. */
  async function inVain(work: (tx: Tx) => Promise<void>): Promise<void> {
    const back = new Error('taken back');
    const { transaction } = department.application.office.database;
    await transaction(async tx => {
      await work(tx);
      throw back;
    }).catch(fault => {
      if (fault !== back) throw fault;
    });
  }
});
