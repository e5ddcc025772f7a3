/** Signing in at a meeting that begins with the day, and the punch for coming in, are one act, whichever is pressed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userIdOf } from '../../../prisma/department.ts';
import { type Department, openDepartment } from '../../support/department.ts';
import { grantLeave, halfOf } from '../../support/leave.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:40' }); // a Tuesday
  const { office } = department.application;
  await grantLeave(office, 'UPRESALES4', halfOf('2026-12-01', 'am'));
  await grantLeave(office, 'UKEEPER1', halfOf('2026-12-01', 'am'));
  await grantLeave(office, 'UOPERATIONS1', { from: '2026-12-01', fromHalf: 'am', to: '2026-12-01', toHalf: 'pm' });
  await grantLeave(office, 'UCLERK1', halfOf('2026-12-01', 'pm'));
  for (const user of ['presales2', 'deputy']) await department.as(user).locale('en-US');
});
afterAll(() => department.close());

const first = (text: string) => text.split('\n')[0];
const checkin = async (user: string) => first(await department.as(user).command('/checkin'));
const signin = (user: string) => department.as(user).command('/meeting signin');
const report = (user: string) => department.as(user).command('/meeting report 回访 | 发货 | 无');

/** What is stored and recorded of somebody's day: 'morning present', 'morning-in on-time'. */
async function kept(memberId: string, date = '2026-12-01'): Promise<string[]> {
  const { read } = department.application.office.database;
  const signed = await read.signIn.findMany({ where: { memberId, meeting: { date } }, include: { meeting: true } });
  const punches = await read.punch.findMany({ where: { memberId, date }, orderBy: { at: 'asc' } });
  return [
    ...signed.map(({ meeting, status }) => `${meeting.kind} ${status}`),
    ...punches.map(({ slot, status }) => `${slot} ${status}`),
  ];
}

async function recorded(actor: string): Promise<string[]> {
  const { read } = department.application.office.database;
  const rows = await read.record.findMany({ where: { actor }, orderBy: { seq: 'asc' } });
  return rows.map(({ deed }) => deed).filter(deed => !deed.startsWith('leave.'));
}

describe('the morning', () => {
  it('before the sheet a punch is a punch; who then signs in is not punched twice', async () => {
    await department.travel('07:45');
    expect(await checkin('presales1')).toBe('已记录：上午上班 07:45，准时。');
    await department.travel('07:50');
    expect(await signin('presales1')).toBe(':white_check_mark: 已签到：早会，07:50，准时。');
    expect(await kept('UPRESALES1')).toEqual(['morning present', 'morning-in on-time']);
  });

  it('signing in is on time from the reminder on, and punches', async () => {
    expect(await signin('presales2')).toBe(
      ':white_check_mark: Signed in: Morning meeting, 07:50, on time. Punched as well: Morning in, on time.',
    );
    await department.as('presales3').press('meeting.signIn', { channel: 'department' });
    expect((await department.as('presales3').last('department')).text).toBe(
      ':white_check_mark: 已签到：早会，07:50，准时。同时已打卡：上午上班，准时。',
    );
    expect(await checkin('presales2')).toBe(
      'Morning in is already recorded at 07:50; the earliest counts, so nothing changed.',
    );
    for (const user of ['presales2', 'presales3']) {
      expect(await kept(userIdOf(user))).toEqual(['morning present', 'morning-in on-time']);
      expect(await recorded(userIdOf(user))).toEqual(['meeting.signedIn', 'attendance.punched']);
    }
  });

  it('a punch signs in, by the command and by the card’s button, and once', async () => {
    await department.travel('07:55');
    expect(await checkin('deputy')).toBe(
      'Recorded: Morning in at 07:55, on time. Signed in as well: Morning meeting, on time.',
    );
    await department.as('manager').press('attendance.punch', { channel: 'department', value: '2026-12-01' });
    expect(first((await department.as('manager').last('department')).text)).toBe(
      '已记录：上午上班 07:55，准时。同时已签到：早会，准时。',
    );
    expect(await signin('manager')).toBe('你在 07:55 已经签过早会的到（准时），不用再签。');
    for (const user of ['deputy', 'manager']) {
      expect(await kept(userIdOf(user))).toEqual(['morning present', 'morning-in on-time']);
      expect(await recorded(userIdOf(user))).toEqual(['attendance.punched', 'meeting.signedIn']);
    }
  });

  it('on leave one is not the other: it is the afternoon’s punch, or none that was asked for', async () => {
    expect(await checkin('presales4')).toBe('已记录：下午上班 07:55，准时。');
    expect(await checkin('operations1')).toBe('已记录：上午上班 07:55，准时。这一天你已准假，不用打卡，这次只作记录。');
    expect(await signin('keeper1')).toBe(':white_check_mark: 已签到：早会，07:55，准时。');
    expect(await kept('UPRESALES4')).toEqual(['noon-in on-time']);
    expect(await kept('UOPERATIONS1')).toEqual(['morning-in on-time']);
    expect(await kept('UKEEPER1')).toEqual(['morning present']);
    expect(await checkin('clerk1')).toBe('已记录：上午上班 07:55，准时。同时已签到：早会，准时。'); // away in the afternoon
  });

  it('who neither punches nor signs in does neither', async () => {
    expect(await checkin('president')).toBe('你不用打卡。要看全部门今天的考勤，请输入 `/checkin 今天`。');
    expect(await signin('president')).toContain('总裁不在部门的签到表上');
    expect(await kept('UPRESIDENT')).toEqual([]);
  });

  it('late is late at both', async () => {
    await department.travel('08:01');
    expect(await checkin('assistant')).toBe('已记录：上午上班 08:01，迟到 1 分钟。同时已签到：早会，迟到。');
    await department.travel('08:05');
    expect(await signin('supervisor')).toBe(
      ':white_check_mark: 已签到：早会，08:05，记为迟到。同时已打卡：上午上班，迟到 5 分钟。',
    );
    for (const user of ['assistant', 'supervisor'])
      expect(await kept(userIdOf(user))).toEqual(['morning late', 'morning-in late']);
  });

  it('a report handed in signs in as it comes, and punches; written from leave it does not', async () => {
    expect(await report('aftersales1')).toBe(
      ':white_check_mark: 汇报已保存，08:10 截止前可以再改。\n:white_check_mark: 已签到：早会，08:05，记为迟到。同时已打卡：上午上班，迟到 5 分钟。',
    );
    expect(await kept('UAFTERSALES1')).toEqual(['morning late', 'morning-in late']);
    expect(await report('operations1')).toBe(
      ':white_check_mark: 汇报已保存，08:10 截止前可以再改。\n你已准假，没有记签到；来开会的话请按“签到”。',
    );
    expect(await report('presales1')).toBe(':white_check_mark: 汇报已保存，08:10 截止前可以再改。');
  });

  it('once the sheet has closed a punch is a punch', async () => {
    await department.travel('08:10');
    expect(await checkin('logistics1')).toBe('已记录：上午上班 08:10，迟到 10 分钟。');
    expect(await kept('ULOGISTICS1')).toEqual(['morning-in late']); // its first day here
    expect(await kept('UOPERATIONS1')).toEqual(['morning excused', 'morning-in on-time']);
  });
});

describe('another hour is another act', () => {
  it('a monthly meeting in the afternoon', async () => {
    await department.as('manager').command('/meeting monthly 2026-12-01 13:30');
    await department.travel('13:28');
    expect(await signin('presales1')).toBe(':white_check_mark: 已签到：月例会，13:28，准时。');
    expect(await checkin('presales3')).toBe('已记录：下午上班 13:28，准时。');
    expect(await kept('UPRESALES1')).toEqual(['morning present', 'monthly present', 'morning-in on-time']);
    expect(await kept('UPRESALES3')).toEqual(['morning present', 'morning-in on-time', 'noon-in on-time']);
  });

  it('the wrap-up on a day off, where nothing is punched; on Monday the weekly meeting is one act again', async () => {
    await department.travel('2026-12-06T14:55');
    expect(await signin('presales1')).toBe(':white_check_mark: 已签到：周总结会，14:55，准时。');
    expect(await kept('UPRESALES1', '2026-12-06')).toEqual(['wrapup present']);
    await department.travel('2026-12-07T07:50');
    expect(await checkin('presales1')).toBe('已记录：上午上班 07:50，准时。同时已签到：周例会，准时。');
    expect(await signin('presales3')).toBe(
      ':white_check_mark: 已签到：周例会，07:50，准时。同时已打卡：上午上班，准时。',
    );
  });
});

it('both at the same moment are one of each', async () => {
  const user = department.as('logistics1');
  await Promise.all([user.command('/checkin'), user.command('/meeting signin'), user.command('/checkin')]);
  expect(await kept('ULOGISTICS1', '2026-12-07')).toEqual(['weekly present', 'morning-in on-time']);
  expect((await recorded('ULOGISTICS1')).filter(deed => deed === 'meeting.signedIn')).toHaveLength(1);
});

it('nothing went wrong on the way', () => {
  expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
});

it('a department may keep them apart', async () => {
  await department.close();
  department = await openDepartment({ at: '2026-12-01T07:45', environment: { SIGN_IN_PUNCHES: 'false' } });
  await department.travel('07:55');
  expect(await checkin('presales1')).toBe('已记录：上午上班 07:55，准时。');
  expect(await kept('UPRESALES1')).toEqual(['morning-in on-time']);
  expect(await signin('presales2')).toBe(':white_check_mark: 已签到：早会，07:55，准时。');
  expect(await report('presales3')).toBe(
    ':white_check_mark: 汇报已保存，08:10 截止前可以再改。\n:white_check_mark: 已签到：早会，07:55，准时。',
  );
  for (const user of ['presales2', 'presales3']) expect(await kept(userIdOf(user))).toEqual(['morning present']);
});
