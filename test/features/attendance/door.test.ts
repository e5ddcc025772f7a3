import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindow } from '../../../src/features/attendance/roll.ts';
import { attendanceOfMonth, punch } from '../../../src/features/attendance/workflow.ts';
import { addDays, type CivilDate, weekdayOf } from '../../../src/kernel/civil.ts';
import type { Member } from '../../../src/member/rules.ts';
import { allMembers, givePost, saveIdentity } from '../../../src/member/store.ts';
import { cameBefore } from '../../support/cameBefore.ts';
import { type Department, openDepartment, shanghai } from '../../support/department.ts';
import { grantLeave, halfOf } from '../../support/leave.ts';

// One department lives through the tests in the order they stand in, from Tuesday 1 December 2026 on; the new year
// begins with another, for what is between would be a month of the clock's work.
let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:40', beside: true });
  await cameBefore(office());
  await grantLeave(office(), 'UPRESALES4', halfOf('2026-12-01', 'am'));
  await grantLeave(office(), 'UOPERATIONS1', { from: '2026-11-30', fromHalf: 'am', to: '2026-12-02', toHalf: 'pm' });
});
afterAll(() => department.close());

const office = () => department.application.office;
const as = (user: string) => department.as(user);

/** Another department in place of the one before, in another year. */
async function anew(at: string): Promise<void> {
  await department.close();
  department = await openDepartment({ at, beside: true });
  await as('presales2').locale('en-US');
}

/** The department decides not to work on the weekdays of that span. */
async function closed(from: CivilDate, to: CivilDate): Promise<void> {
  const rows = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (weekdayOf(date) <= 5) rows.push({ date, working: false, setBy: 'UMANAGER', at: office().clock.now() });
  }
  await office().database.read.calendarDay.createMany({ data: rows });
}

async function texts(user: string, channel: string, about: string): Promise<string[]> {
  return (await as(user).messages(channel)).map(({ text }) => text).filter(text => text.includes(about));
}

/** What is stored of a member's day: 'slot HH:mm status minutes'. */
async function stored(memberId: string, date = '2026-12-01'): Promise<string[]> {
  const rows = await office().database.read.punch.findMany({ where: { memberId, date }, orderBy: { at: 'asc' } });
  return rows.map(({ slot, at, status, minutes }) => {
    const time = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
    return `${slot} ${time} ${status} ${minutes}`;
  });
}

async function press(user: string, channel = 'department'): Promise<string> {
  await as(user).press('attendance.punch', { channel });
  return firstLine((await as(user).last(channel)).text);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

describe('the morning', () => {
  it('begins with one card for everybody, without a name on it', async () => {
    await department.travel('07:44');
    expect(await texts('presales1', 'department', '打卡 ·')).toEqual([]);
    await department.travel('07:58');
    expect(await texts('presales1', 'department', '打卡 ·')).toEqual([
      '上午打卡 · 2026-12-01(周二)\n上班 08:00 前、下班 12:00 后，各按一次下面的按钮。结果只有你自己看得到。',
    ]);
  });

  it('keeps a punch on time and shows the day to the person alone', async () => {
    expect(await as('presales1').command('/checkin')).toBe(
      [
        '已记录：上午上班 07:58，准时。同时已签到：早会，准时。',
        '我的打卡 · 2026-12-01(周二)',
        ':white_check_mark: *上午上班* 08:00 前 — 07:58 准时',
        ':white_circle: *上午下班* 12:00 后 — 待打卡',
        ':white_circle: *下午上班* 13:30 前 — 待打卡',
        ':white_circle: *下午下班* 17:30 后 — 待打卡',
        '下一次：上午下班，12:00 后。',
      ].join('\n'),
    );
    expect(await stored('UPRESALES1')).toEqual(['morning-in 07:58 on-time 0']);
    expect(await texts('presales2', 'department', '07:58')).toEqual([]);
  });

  it('keeps the earliest of two arrivals', async () => {
    await department.travel('08:01');
    const again = await press('presales1');
    expect(again).toBe('上午上班已在 07:58 记录过，以最早的一次为准，这次不再记录。');
    expect((await as('presales1').last('department')).ephemeral).toBe(true);
    expect(await texts('presales2', 'department', '07:58')).toEqual([]);
    expect(await stored('UPRESALES1')).toEqual(['morning-in 07:58 on-time 0']);
  });

  it('counts the minutes of a late one, in the language of the person', async () => {
    await department.travel('08:12');
    await as('presales2').locale('en-US');
    expect(await as('presales2').command('/checkin')).toBe(
      [
        'Recorded: Morning in at 08:12, late by 12 minutes.',
        'My punches · 2026-12-01 (Tue)',
        ':warning: *Morning in* by 08:00 — 08:12 late by 12 minutes',
        ':white_circle: *Morning out* from 12:00 — not due yet',
        ':white_circle: *Afternoon in* by 13:30 — not due yet',
        ':white_circle: *Afternoon out* from 17:30 — not due yet',
        'Next: Morning out, from 12:00.',
      ].join('\n'),
    );
    expect(await stored('UPRESALES2')).toEqual(['morning-in 08:12 late 12']);
    const { seq, at, ...entry } = await office().database.read.record.findFirstOrThrow({
      where: { nounId: 'UPRESALES2:2026-12-01:morning-in' },
    });
    expect(entry).toEqual({
      actor: 'UPRESALES2',
      deed: 'attendance.punched',
      noun: 'punch',
      nounId: 'UPRESALES2:2026-12-01:morning-in',
      before: null,
      after: { at: expect.any(String), status: 'late', minutes: 12, excused: false },
    });
  });

  it('shows without punching', async () => {
    const status = await as('presales3').command('/checkin status');
    expect(status.split('\n').slice(0, 2)).toEqual([
      '我的打卡 · 2026-12-01(周二)',
      ':white_circle: *上午上班* 08:00 前 — 待打卡',
    ]);
    expect(await as('presales4').command('/checkin 状态')).toContain(
      ':large_blue_circle: *上午上班* 08:00 前 — 已准假，免打卡',
    );
    expect([...(await stored('UPRESALES3')), ...(await stored('UPRESALES4'))]).toEqual([]);
  });

  it('reminds whoever has not punched before the window closes, and nobody else', async () => {
    for (const user of ['manager', 'deputy', 'assistant', 'aftersales1', 'logistics1', 'keeper1', 'clerk1']) {
      await as(user).command('/checkin');
    }
    await department.travel('08:49');
    expect(await texts('presales3', 'tiaoli', '上午上班')).toEqual([]);
    await department.travel('08:59');
    const reminder = '2026-12-01(周二) 上午上班（08:00 前）还没有你的打卡，09:00 起算缺卡。';
    for (const user of ['presales3', 'supervisor']) expect(await texts(user, 'tiaoli', '打卡')).toEqual([reminder]);
    // Punched, on leave, or above the department.
    for (const user of ['presales1', 'presales2', 'presales4', 'operations1', 'president']) {
      expect(await as(user).messages('tiaoli')).toEqual([]);
    }
    expect(await texts('manager', 'leaders', '上午上班')).toEqual([]);
  });

  it('tells the leaders in one summary who was missing, late and excused, at the meeting and at the punch', async () => {
    await department.travel('09:00');
    const late = ['售后客服', '经理助理', '兼职文书', '副经理', '库房管理员', '物流客服', '部门经理', '售前客服二'];
    const absent = await texts('manager', 'leaders', '早间小结');
    expect(absent.map(text => text.split('\n').slice(3))).toEqual([
      [
        '上午上班 08:00 前',
        '缺卡 2 人：售前客服三、主管',
        `迟到 8 人：${late.map(name => `${name} 12 分钟`).join('、')}`,
        '已准假 2 人：运营专员、售前客服四',
      ],
    ]);
    expect(await texts('presales3', 'tiaoli', '打卡')).toHaveLength(1);
  });

  it('still takes who comes after the list', async () => {
    await department.travel('09:10');
    expect(await press('presales3', 'tiaoli')).toBe(
      '已记录：上午上班 09:10，迟到 70 分钟。负责人已经看到你缺卡，请跟你的领导说一声。',
    );
    await department.travel('10:30');
    expect(firstLine(await as('supervisor').command('/checkin'))).toContain('已记录：上午上班 10:30，迟到 150 分钟。');
  });
});

describe('noon', () => {
  it('counts the minutes of an early departure and keeps the latest of two', async () => {
    await department.travel('11:50');
    expect(firstLine(await as('presales2').command('/checkin'))).toBe(
      'Recorded: Morning out at 11:50, early by 10 minutes.',
    );
    await department.travel('12:03');
    expect(await press('presales2')).toBe('Morning out is now 12:03 instead of 11:50, as the latest counts: on time.');
    expect(await press('presales2')).toBe(
      'Morning out is already recorded at 12:03; the latest counts, so nothing changed.',
    );
    expect(await stored('UPRESALES2')).toEqual(['morning-in 08:12 late 12', 'noon-out 12:03 on-time 0']);
  });

  it('keeps a punch of somebody on leave, who is excused all the same', async () => {
    expect((await as('operations1').command('/checkin')).split('\n').slice(0, 4)).toEqual([
      '已记录：上午下班 12:03，准时。这一天你已准假，不用打卡，这次只作记录。',
      '我的打卡 · 2026-12-01(周二)',
      ':large_blue_circle: *上午上班* 08:00 前 — 已准假，免打卡',
      ':large_blue_circle: *上午下班* 12:00 后 — 已准假，免打卡（12:03 打过卡）',
    ]);
  });

  it('takes whoever had the morning off as come for the afternoon', async () => {
    expect(firstLine(await as('presales4').command('/checkin'))).toBe('已记录：下午上班 12:03，准时。');
  });
});

describe('leaders', () => {
  it('see the whole day, in their language', async () => {
    await department.travel('12:50');
    await as('manager').locale('en-US');
    const missing = [
      ...['After-sales 1', 'Assistant', 'Clerk 1', 'Deputy manager', 'Warehouse keeper 1', 'Logistics 1', 'Manager'],
      'Pre-sales 1',
    ];
    const absent = [...missing, 'Pre-sales 3', 'Supervisor'].join(', ');
    expect((await as('manager').command('/checkin today')).split('\n').slice(0, 10)).toEqual([
      'Attendance of the department · 2026-12-01 (Tue)',
      '*Morning in* by 08:00 — 11 of 11 punched',
      `Late (10): ${[...missing.slice(0, 7), 'Pre-sales 2'].map(name => `${name} 12 minutes`).join(', ')}, Pre-sales 3 70 minutes, Supervisor 150 minutes`,
      'Excused (2): Operations 1, Pre-sales 4',
      '*Morning out* from 12:00 — 1 of 11 punched',
      `Missing (10): ${absent}`,
      'Excused (2): Operations 1, Pre-sales 4',
      '*Afternoon in* by 13:30 — 1 of 12 punched · 11 to come',
      'Excused (1): Operations 1',
      '*Afternoon out* from 17:30 — 0 of 12 punched · 12 to come',
    ]);
    await as('manager').locale('zh-CN');
  });

  it('see one person’s day, and nobody else does', async () => {
    expect(await as('supervisor').command('/checkin @presales2')).toBe(
      [
        '<@UPRESALES2> 的打卡 · 2026-12-01(周二)',
        ':warning: *上午上班* 08:00 前 — 08:12 迟到 12 分钟',
        ':white_check_mark: *上午下班* 12:00 后 — 12:03 准时',
        ':white_circle: *下午上班* 13:30 前 — 待打卡',
        ':white_circle: *下午下班* 17:30 后 — 待打卡',
      ].join('\n'),
    );
    for (const line of ['/checkin today', '/checkin @presales2']) {
      const answer = await as('presales1').command(line);
      expect(answer).not.toContain('08:12');
      expect(answer).not.toContain('缺卡');
    }
    expect(firstLine(await as('presales1').command('/checkin @presales1'))).toBe('我的打卡 · 2026-12-01(周二)');
  });

  it.each([
    ['presales1', '/checkin 8点', '没有看懂“8点”。直接输入 `/checkin` 打卡，`/checkin 状态` 只查看。'],
    [
      'presales2',
      '/checkin in',
      'I did not understand “in”. Type `/checkin` to clock in or out, `/checkin status` to look.',
    ],
    ['president', '/checkin', '你不用打卡。要看全部门今天的考勤，请输入 `/checkin 今天`。'],
    ['manager', '/checkin @president', '<@UPRESIDENT> 不用打卡，没有考勤记录。要看全部门，请输入 `/checkin 今天`。'],
  ])('%s, %s: one clear sentence', async (user, line, expected) => {
    expect(await as(user).command(line)).toBe(expected);
  });
});

describe('the afternoon', () => {
  it('begins with a card of its own, and of everybody there nothing is said', async () => {
    await department.travel('13:15');
    expect(await texts('presales1', 'department', '下午打卡')).toEqual([
      '下午打卡 · 2026-12-01(周二)\n上班 13:30 前、下班 17:30 后，各按一次下面的按钮。结果只有你自己看得到。',
    ]);
    const working = [...(await allMembers(office().database.read)).values()].filter(
      ({ id }) => id !== 'UPRESIDENT' && id !== 'UOPERATIONS1',
    );
    await Promise.all(working.map(member => punch(office(), member)));
    await department.travel('14:30');
    expect(await texts('manager', 'leaders', '下午上班')).toEqual([]);
    expect(await stored('UPRESALES4')).toEqual(['noon-in 12:03 on-time 0']);
  });

  it('tells who is still there that leaving is enough, once for all the day missed, and takes it after midnight', async () => {
    await department.travel('18:30');
    expect((await as('presales2').messages('tiaoli')).map(({ text }) => text)).toEqual([
      '2026-12-01 (Tue): you have not punched for Afternoon out (from 17:30) yet; it counts as missing from 18:30 on.',
      '2026-12-01 (Tue): 1 missing punch: Afternoon out (from 17:30).\nIf you are still working, just punch when you leave.\nIf you forgot, please tell your leader. A punch cannot be added later; missing one is no penalty by itself.',
    ]);
    expect((await texts('presales3', 'tiaoli', '缺卡 ')).map(firstLine)).toEqual([
      '2026-12-01(周二) 缺卡 2 次：上午下班（12:00 后）、下午下班（17:30 后）。',
    ]);
    await department.travel('20:00');
    const [day = ''] = await texts('manager', 'leaders', '今日小结');
    expect(day).toContain('• 售前客服三：上午上班 迟到 70 分钟、上午下班 缺卡、下午下班 缺卡\n');
    expect(day).toContain('已准假 2 人：运营专员、售前客服四\n');
    await department.travel('2026-12-02T00:20');
    expect(await press('presales2', 'tiaoli')).toBe(
      'Recorded: Afternoon out at 00:20, on time. The leaders have read already that it was missing, so please have a word with your leader.',
    );
    await department.travel('02:00');
    expect(await press('presales2', 'tiaoli')).toBe(
      'It is too early, so nothing was recorded. The next punch: morning in on 2026-12-02, from 05:00 on, on time by 08:00.',
    );
    expect((await stored('UPRESALES2')).at(-1)).toBe('evening-out 00:20 on-time 0');
    expect(await stored('UPRESALES2', '2026-12-02')).toEqual([]);
  });

  it('adds up for the person', async () => {
    expect(await attendanceOfMonth(office(), office().database.read, 'UPRESALES2', '2026-12')).toEqual({
      onTime: 3,
      late: { times: 1, minutes: 12 },
      early: { times: 0, minutes: 0 },
      missing: 0,
      excused: 0,
    });
    expect(await attendanceOfMonth(office(), office().database.read, 'UPRESALES2', '2026-10')).toEqual({
      onTime: 0,
      late: { times: 0, minutes: 0 },
      early: { times: 0, minutes: 0 },
      missing: 0,
      excused: 0,
    });
  });
});

describe('an outage', () => {
  it('leaves nobody told a day after what they missed', async () => {
    const due = { date: '2026-12-01', at: shanghai('2026-12-01T18:30') };
    const { database } = office();
    const where = { key: { contains: '2026-12-01:' }, notice: 'attendance.missed' };
    await database.read.outbox.deleteMany({ where });
    await database.transaction(tx => closeWindow(office(), tx, due, 'evening-out'));
    expect(await database.read.outbox.count({ where })).toBe(0);
  });
});

describe('days off', () => {
  it('ask for nothing and record nothing', async () => {
    await closed('2026-12-02', '2026-12-31');
    await department.travel('2026-12-05T08:00');
    expect(await as('presales1').command('/checkin')).toBe(
      '2026-12-05 不是工作日，不用打卡，也没有记录。下次打卡：2027-01-04 08:00 前。',
    );
    expect(await as('manager').command('/checkin today')).toContain('2026-12-05 不是工作日');
    expect(await stored('UPRESALES1', '2026-12-05')).toEqual([]);
    for (const about of ['2026-12-02', '2026-12-05']) {
      // The head of the record comes every evening.
      for (const text of await texts('manager', 'leaders', about)) {
        expect(text).toMatch(/^今日小结 · .*\n没有要留意的事。\n:link: 记录校验：.*$/);
      }
      expect(await texts('presales1', 'department', `打卡 · ${about}`)).toEqual([]);
    }
  });

  it('are worked when the department says so', async () => {
    const override = { date: '2026-12-06', working: true, setBy: 'UMANAGER', at: office().clock.now() };
    await office().database.read.calendarDay.create({ data: override });
    await department.travel('2026-12-06T07:50');
    expect(await texts('presales1', 'department', '上午打卡 · 2026-12-06')).toHaveLength(1);
    expect(firstLine(await as('presales1').command('/checkin'))).toBe(
      '已记录：上午上班 07:50，准时。同时已签到：早会，准时。',
    );
  });

  it('on a holiday are named', async () => {
    await anew('2027-01-01T08:00');
    expect(await as('presales2').command('/checkin')).toBe(
      "2027-01-01 is not a working day (New Year's Day): no punch is needed and none was recorded. The next one: 2027-01-04 by 08:00. (that year’s public holidays are not published yet, so this is counted on a provisional calendar)",
    );
    expect(await as('presales1').command('/checkin status')).toBe(
      '2027-01-01 不是工作日（元旦），不用打卡，也没有记录。下次打卡：2027-01-04 08:00 前。（当年放假安排尚未公布，按暂定日历计算）',
    );
  });
});

describe('everybody at once', () => {
  it('is kept once each, pressed twice by each of 200', async () => {
    await anew('2027-01-04T07:59');
    const { database, clock } = office();
    const crowd: Member[] = [];
    for (let n = 1; n <= 200; n += 1) {
      const identity = {
        id: `crowd${n}`,
        name: `Crowd ${n}`,
        handle: `crowd${n}`,
        locale: 'en',
        zone: 'Asia/Shanghai',
      } as const;
      const plain = { deactivated: false, guest: false, bot: false, external: false };
      await saveIdentity(database.read, { ...identity, ...plain }, clock.now());
      await givePost(database.read, identity.id, 'clerk', 'seed', clock.now());
      crowd.push({ ...identity, ...plain, leaderId: null, posts: ['clerk'] });
    }
    const answers = await Promise.all([...crowd, ...crowd].map(member => punch(office(), member)));
    const outcomes = answers.map(answer => ('outcome' in answer ? answer.outcome : answer.code));
    expect(outcomes.filter(outcome => outcome === 'recorded' || outcome === 'kept')).toHaveLength(400);
    const where = { startsWith: 'crowd' };
    expect(await database.read.punch.count({ where: { memberId: where } })).toBe(200);
    expect(await database.read.record.count({ where: { nounId: where, deed: 'attendance.punched' } })).toBe(200);
  });
});
