/** What reaches a person is theirs to set: reminders on or off, and quiet hours; what must be told is always told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

// One department lives through the tests in the order they stand in, from Tuesday 1 December 2026 on.
let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:40' });
  await as('presales2').locale('en-US');
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

async function told(user: string): Promise<string[]> {
  return (await as(user).messages()).map(({ text }) => text.split('\n')[0] ?? '');
}

async function set(user: string, reminders: string, from: string | null, to: string | null) {
  await as(user).command('/me settings');
  return as(user).submit({ 'me.reminders': reminders, 'me.quietFrom': from, 'me.quietTo': to });
}

describe('the form', () => {
  it('shows what holds, says what is always told, and reads back what was set', async () => {
    await as('presales1').command('/me 提醒设置');
    expect(shown(await as('presales1').view())).toBe(
      ['提醒', '免打扰从', '免打扰到', '审批、决定、违规、补手续，随时都会告诉你。'].join('\n'),
    );
    await as('presales1').submit({ 'me.reminders': 'off', 'me.quietFrom': null, 'me.quietTo': null });
    expect(shown(await as('presales1').view())).toBe(
      ':white_check_mark: 已保存，现在起生效：\n提醒：关 · 免打扰：没有设置',
    );
    await as('presales1').close();
    await set('presales2', 'on', '18:00', '08:30');
    expect(shown(await as('presales2').view())).toBe(
      ':white_check_mark: Saved; from now on:\nReminders: on · Quiet hours: 18:00 to 08:30',
    );
    await as('presales2').close();
    expect(await as('presales2').command('/me')).toContain('My messages\nReminders: on · Quiet hours: 18:00 to 08:30');
    expect(await as('presales3').command('/me')).not.toContain('消息设置');
  });

  it.each([
    ['22:00', null, { 'me.quietTo': '免打扰还缺结束时间，例如 22:00 到 07:30；不要免打扰就把两个时间都清空。' }],
    [null, '07:30', { 'me.quietFrom': '免打扰还缺开始时间，例如 22:00 到 07:30；不要免打扰就把两个时间都清空。' }],
    ['22:00', '22:00', { 'me.quietTo': '开始和结束都是 22:00，没有长度。请写成例如 22:00 到 07:30。' }],
  ])('from %s to %s is refused at the input', async (from, to, errors) => {
    expect((await set('presales4', 'on', from, to)).errors).toEqual(errors);
    await as('presales4').close();
  });

  it('another word after /me is quoted', async () => {
    expect(await as('presales4').command('/me *假期* 余额')).toBe(
      '没有看懂“`*假期* 余额`”。直接输入 `/me` 查看记录，`/me 设置` 设置哪些消息找你。',
    );
  });
});

describe('a day without a punch', () => {
  const missed =
    '2026-12-01(周二) 缺卡 4 次：上午上班（08:00 前）、上午下班（12:00 后）、下午上班（13:30 前）、下午下班（17:30 后）。';

  it('is reminded of once and told once, as each wants it', async () => {
    await department.travel('18:30');
    expect(await told('presales3')).toEqual([
      '2026-12-01(周二) 上午上班（08:00 前）还没有你的打卡，09:00 起算缺卡。',
      missed,
    ]);
    expect(await told('presales1')).toEqual([]); // no reminders
    // Quiet until 8:30, so the word before 9:00 came; that of the evening waits.
    expect(await told('presales2')).toEqual([
      '2026-12-01 (Tue): you have not punched for Morning in (by 08:00) yet; it counts as missing from 09:00 on.',
    ]);
  });

  it('what must be told comes in quiet hours too, and without reminders', async () => {
    for (const user of ['presales1', 'presales2']) await as(user).command('/leave 2026-12-09 annual family');
    for (let left = 2; left > 0; left -= 1) await as('manager').press('approval.approve');
    expect((await told('presales1')).at(-1)).toContain('已由 <@UMANAGER> 批准');
    expect((await told('presales2')).at(-1)).toContain('approved');
  });

  it('what is of use later is told when the quiet hours are over, once', async () => {
    await department.travel('2026-12-02T08:29');
    expect((await told('presales2')).filter(text => text.includes('missing punches'))).toEqual([]);
    await department.travel('2026-12-02T08:31');
    expect((await told('presales2')).filter(text => text.includes('missing punches'))).toEqual([
      '2026-12-01 (Tue): 4 missing punches: Morning in (by 08:00), Morning out (from 12:00), Afternoon in (by 13:30), Afternoon out (from 17:30).',
    ]);
    expect(await department.application.office.database.read.heldMessage.count()).toBe(0);
  });

  it('what is of no use later is left out', async () => {
    await set('presales3', 'on', '08:00', '10:00');
    await as('presales3').close();
    const before = (await told('presales3')).length;
    await department.travel('2026-12-02T10:30');
    expect(await told('presales3')).toHaveLength(before);
  });
});

it('nothing went wrong on the way', () => {
  expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
