/** What is written to the bot in words about a meeting, and about leave, without a slash. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOT, type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:40' });
  await department.travel('07:52'); // the sheet of the morning meeting is out
  await department.as('presales2').locale('en-US');
});
afterAll(() => department.close());

async function answered(user: string, text: string): Promise<{ text: string; values: string[] }> {
  const person = department.as(user);
  const before = (await person.messages()).length;
  await person.say(text);
  // What is written reaches the bot as an event, which nobody waits for.
  await expect.poll(async () => (await person.messages()).length).toBeGreaterThan(before + 1);
  const { text: answer, blocks } = await person.last(BOT);
  const values = [...JSON.stringify(blocks ?? []).matchAll(/"value":"([^"]*)"/gu)].map(([, value = '']) => value);
  return { text: answer, values };
}

describe('the word that names an act does it', () => {
  it.each([
    ['presales1', '签到', '已签到：早会，07:52，准时'],
    ['presales2', 'Sign in!', 'Signed in: Morning meeting, 07:52, on time'],
    ['presales3', '汇报：发货 | 盘点 | 无', '汇报已保存'],
    ['presales4', '汇报 发货 120 单', '一行写汇报要用 | 分开'],
  ])('%s: %s', async (user, line, expected) => {
    expect((await answered(user, line)).text).toContain(expected);
  });

  it('is done once', async () => {
    const { read } = department.application.office.database;
    expect(await read.signIn.count({ where: { memberId: 'UPRESALES1' } })).toBe(1);
  });

  it('is explained under its command', async () => {
    expect(await department.as('presales1').command('/help 签到')).toContain('*/meeting*');
  });
});

describe('a sentence is offered the form with its day', () => {
  it.each([
    ['presales1', '今天下午不舒服', '/leave form 2026-12-01'],
    ['presales1', '我想请两天年假，从下周三开始', '/leave form 2026-12-09'],
    ['presales1', '明儿病假行吗', '/leave form 2026-12-02'],
    ['presales2', "I'm sick today", '/leave form 2026-12-01'],
    ['presales2', 'I was ill, may I stay at home tomorrow?', '/leave form 2026-12-02'],
  ])('%s: %s', async (user, line, value) => {
    expect((await answered(user, line)).values).toEqual([value]);
  });
});
