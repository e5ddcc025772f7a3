/** A whole day of the department, 7:50 to 18:30, lived through the doors by clock travel. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';

const everyone = [
  ...['manager', 'deputy', 'assistant', 'supervisor', 'presales1', 'presales2', 'presales3', 'presales4'],
  ...['aftersales1', 'logistics1', 'keeper1', 'operations1', 'clerk1'],
];
const but = (...away: string[]) => everyone.filter(user => !away.includes(user));

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:40' }); // a Tuesday
});
afterAll(() => department.close());

/** The first line of each message somebody sees there; what only they see is left out unless asked for. */
async function lines(user: string, channel?: string): Promise<string[]> {
  const messages = await department.as(user).messages(channel);
  return messages.filter(({ ephemeral }) => !ephemeral).map(({ text }) => text.split('\n')[0] ?? '');
}

async function punch(users: readonly string[], line: string): Promise<void> {
  for (const user of users) {
    const answer = await department.as(user).command('/checkin');
    expect(answer.split('\n')[0], user).toBe(line);
  }
}

describe('a Tuesday', () => {
  it('excuses an afternoon asked for as an emergency and approved by the deputy', async () => {
    await department.as('presales4').command('/leave today pm sick emergency 发烧');
    await department.as('deputy').press('approval.approve');
    expect(await lines('presales4')).toEqual([
      ':white_check_mark: 你的请假申请已由 <@UDEPUTY> 批准：病假 · 2026-12-01(周二) 下午 · 0.5 天',
    ]);
  });

  it('7:50 brings the sheet, 7:55 sees twelve in by one press each, 8:00 begins', async () => {
    await department.travel('07:50');
    expect(await lines('clerk1', 'department')).toEqual([
      '上午打卡 · 2026-12-01(周二)',
      '早会签到 · 2026-12-01(周二) 08:00 — 请想好：昨天做了什么，今天计划做什么，有什么困难（2.2）。',
    ]);
    await department.travel('07:55');
    await punch(but('clerk1'), '已记录：上午上班 07:55，准时。同时已签到：早会，准时。');
    await department.travel('08:00');
  });

  it('8:04 one comes late and another reports; 8:10 the sheet is the digest, and the report follows', async () => {
    await department.travel('08:04');
    await punch(['clerk1'], '已记录：上午上班 08:04，迟到 4 分钟。同时已签到：早会，迟到。');
    const staff = department.as('presales1');
    await staff.press('meeting.report', { channel: 'department' });
    const values = { 'meeting.yesterday': '回访 12 位顾客', 'meeting.today': '整理话术', 'meeting.blockers': '' };
    expect((await staff.submit(values)).ok).toBe(true);
    await department.travel('08:10');
    const closed = '应到 13 人：准时 12，迟到 1，请假或出差 0，缺席 0';
    expect((await lines('clerk1', 'department')).slice(1)).toEqual([
      `早会签到 · 2026-12-01(周二) 08:00 — ${closed}`,
      '早会汇报 · 2026-12-01(周二)',
    ]);
    const digest = JSON.stringify((await department.as('clerk1').messages('department')).at(-1)?.blocks);
    for (const said of ['回访 12 位顾客', '整理话术']) expect(digest).toContain(said);
  });

  it('the morning and noon punches are complete; the afternoon is excused for the one on leave', async () => {
    await department.travel('12:05');
    await punch(everyone, '已记录：上午下班 12:05，准时。');
    await department.travel('13:25');
    await punch(but('presales4'), '已记录：下午上班 13:25，准时。');
    await department.travel('17:35');
    await punch(but('presales4', 'keeper1'), '已记录：下午下班 17:35，准时。');
  });

  it('leaders have a summary of the morning and one of the day, and only the one who missed a punch is told', async () => {
    await department.travel('20:00');
    expect((await lines('manager', 'leaders')).toSorted()).toEqual([
      '今日小结 · 2026-12-01(周二)',
      '早间小结 · 2026-12-01(周二)',
      '还没有 2027 年的放假安排', // told once, at 9:00, from November on
    ]);
    const [morning = '', evening = ''] = (await department.as('manager').messages('leaders'))
      .map(({ text }) => text)
      .filter(text => text.includes('小结'));
    expect(morning.split('\n').slice(1)).toEqual([
      '早会 08:00',
      '迟到 1 人：兼职文书',
      '上午上班 08:00 前',
      '迟到 1 人：兼职文书 4 分钟',
    ]);
    expect(evening.split('\n').slice(1, -1)).toEqual([
      '打卡异常',
      '• 兼职文书：上午上班 迟到 4 分钟',
      '• 库房管理员：下午下班 缺卡',
      '已准假 1 人：售前客服四',
    ]);
    expect(await lines('keeper1')).toEqual([
      '2026-12-01(周二) 下午下班（17:30 后）还没有你的打卡，18:30 起算缺卡。',
      '2026-12-01(周二) 缺卡 1 次：下午下班（17:30 后）。',
    ]);
    expect(await lines('clerk1')).toEqual([]);
  });

  it('ran every duty of the day once and on time, and nothing went wrong', () => {
    const ran = department.log.filter(({ event }) => event === 'duty.ran').map(({ duty, state }) => `${duty} ${state}`);
    expect(ran.toSorted()).toEqual([...new Set(ran)].toSorted());
    expect(ran.filter(line => !line.endsWith(' done'))).toEqual([]);
    expect(ran).toEqual(expect.arrayContaining(['meeting.open.morning done', 'attendance.close.evening-out done']));
    expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('kept the reason for leave from every channel and from the log', async () => {
    for (const channel of ['department', 'leaders']) {
      expect(JSON.stringify(await department.as('manager').messages(channel))).not.toContain('发烧');
    }
    expect(JSON.stringify(department.log)).not.toContain('发烧');
  });
});
