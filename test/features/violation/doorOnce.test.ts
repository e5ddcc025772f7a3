/** What may be filed, by whom, and which two cases are one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment, type Person } from '../../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T20:00', environment: AT_ONCE }); // a Tuesday
  await as('deputy').locale('en-US');
});
afterAll(() => department.close());

describe('two cases within ten minutes', () => {
  it.each([
    '1.9 jd absent',
    '1.9 other absent', // another tier
    '1.1 100 no plan',
    '1.1 50 no plan', // another amount
    '1.1 0 no plan', // on record only
    '1.1 50 +notice no plan', // with a notice
    '1.10 x2 slow',
    '1.10 x3 slow', // another count
    '1.9 jd 昨天 absent', // another day
  ])('%s is a case of its own', async line => {
    expect(await as('presales3').command(`/violation @presales1 ${line}`)).toMatch(
      /^:white_check_mark: 已记为第 \d+ 号/,
    );
    expect(await as('presales3').command(`/violation @presales1 ${line}`)).toMatch(/^刚才已经提出过同样的一件/);
  });
});

describe('a supervisor', () => {
  it.each(['deputy', 'assistant', 'operations1'])('and a case about %s', async accused => {
    const staff = accused === 'operations1';
    if (!staff) {
      expect(await as('supervisor').command(`/violation @${accused} 1.4 闲聊`)).toContain('等待 <@UMANAGER> 决定');
      return;
    }
    expect(await as('supervisor').does(`/violation @${accused} 1.4 闲聊`)).toContain('已由你决定成立');
  });

  it('lends no more than that', async () => {
    await as('supervisor').does('/approvals delegate @clerk1 today');
    await as('presales3').command('/violation @assistant 1.11 rude');
    const seen = (await as('clerk1').messages()).filter(({ text }) => text.includes('<@UASSISTANT>'));
    expect(seen).toEqual([]);
  });
});

describe('what is refused for anybody', () => {
  const range = (whom: string) =>
    `1,000,000元超出范围：条款没有写明金额的，一件最多3,000元，例如 \`/violation @${whom} 1.1 100 没有计划\`。`;
  it.each(['presales1', 'supervisor', 'manager', 'president'])('by %s: an amount out of range', async user => {
    expect(await as(user).command('/violation @keeper1 1.1 1000000 没有计划')).toBe(
      range(user === 'presales1' ? 'presales2' : 'presales1'),
    );
    expect(await as(user).command('/violation @keeper1 1.2 3000.01 没有流程')).toContain('超出范围');
  });

  it.each([
    ['presales1', '不能对自己提出违规；请告诉你的上级，由上级提出。'],
    ['supervisor', '不能对自己提出违规；请告诉你的上级，由上级提出。'],
    ['manager', '不能对自己提出违规；请告诉你的上级，由上级提出。'],
    ['deputy', 'Nobody files a case against themselves; tell your leader, who can.'],
  ])('by %s: a case against oneself', async (user, sentence) => {
    expect(await as(user).command(`/violation @${user} 1.4 chatting`)).toBe(sentence);
  });
});
