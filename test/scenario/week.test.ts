/** A whole ordinary week: what the bot says in each place and to each person, counted, with the goal beside each figure. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { punch } from '../../src/features/attendance/workflow.ts';
import { report } from '../../src/features/meeting/report/workflow.ts';
import { signIn } from '../../src/features/meeting/signIn.ts';
import { type CivilDate, civilOf } from '../../src/kernel/civil.ts';
import type { Member } from '../../src/member/rules.ts';
import { allMembers } from '../../src/member/store.ts';
import { BOT, type Department, openDepartment, type SeenMessage, shanghai } from '../support/department.ts';
import { grantLeave } from '../support/leave.ts';
import { shown } from '../support/shown.ts';

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
  department = await openDepartment({ at: '2026-07-12T23:00' }); // a Sunday night
  const { office } = department.application;
  await grantLeave(office, AWAY, { from: '2026-07-15', fromHalf: 'am', to: '2026-07-17', toHalf: 'pm' });
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
    for (const user of users) await deed(members.get(user) as Member);
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
    ['who leads and punches', 'manager', BOT, WEEK, goal(GOALS.punctual, WEEK)],
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
    const quiet = STAFF.filter(user => user !== SILENT && user !== FORGETFUL);
    expect(all).toEqual({
      '#department': '3 4 4 4 4 0 1',
      '#leaders': '2 2 2 2 2 1 1',
      president: '0 0 0 0 0 0 0',
      ...Object.fromEntries(quiet.map(user => [user, '0 0 0 0 0 0 0'])),
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
    const people = await read.member.findMany({ where: { id: { in: STAFF } } });
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
