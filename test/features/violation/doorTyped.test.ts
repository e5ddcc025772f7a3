/** Lines after /violation as people really type them: signs between the words, colloquial days, a wrong order. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00', environment: AT_ONCE });
});
afterAll(() => department.close());

/** What the supervisor is asked to confirm, or told instead; nothing is filed. */
async function typed(text: string, locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<string> {
  const supervisor = department.as('supervisor');
  await supervisor.locale(locale);
  return supervisor.command(`/violation ${text}`);
}

describe('what was said is read whatever stands between', () => {
  it.each<[string, string[]]>([
    ['@presales3 1.1 100 昨儿 没计划', ['日期：2026-11-30', '经过：没计划']],
    ['@presales3 1.1 100 前儿个，没计划', ['日期：2026-11-29', '经过：没计划']],
    // The time of the day is part of what happened.
    ['@presales3 1.1 100 昨晚 没计划', ['日期：2026-11-30', '经过：昨晚 没计划']],
    ['@presales3 1.9 京东，昨天，9 点缺席', ['（京东）', '日期：2026-11-30', '经过：9 点缺席']],
    ['@presales3 1.9 其他店铺 缺席', ['（其他店铺）', '经过：缺席']],
    ['@presales3 1.1 100块 没计划', ['处理：100元', '经过：没计划']],
    ['@presales3 1.1 罚款１００，没计划', ['处理：100元', '经过：没计划']],
    ['@presales3 1.10 3次，回复慢', ['处理：150元（3 × 50元）', '经过：回复慢']],
  ])('%s', async (line, shown) => {
    const asked = await typed(line);
    for (const part of shown) expect(asked).toContain(part);
  });
});

describe('a line in another order is told what belongs where', () => {
  it.each<[string, 'zh-CN' | 'en-US', string]>([
    [
      '@presales3 缺席 1.9 京东',
      'zh-CN',
      '请把第 1.9 条写在人员后面，例如 `/violation @presales1 1.9 天猫 发生了什么`。',
    ],
    [
      '@presales3 100 1.1 no plan',
      'en-US',
      'Write article 1.1 right behind the person, for example `/violation @presales1 1.1 100 what happened`.',
    ],
  ])('%s', async (line, locale, answer) => {
    expect(await typed(line, locale)).toBe(answer);
  });
});

describe('the example of a refusal is understood as it stands', () => {
  it.each<[string, 'zh-CN' | 'en-US']>([
    // A date at the end is asked about; the example has all that the article needs besides.
    ['@presales3 1.1 没计划 11/28', 'zh-CN'],
    ['@presales3 1.9 jd absent 11/28', 'en-US'],
    ['@presales3 1.9 京东 缺席 11/28', 'zh-CN'],
    ['@presales3 1.10 x3 slow 11/28', 'en-US'],
    // A day still to come is no day of an example.
    ['@presales3 1.1 100 12.5 no plan', 'en-US'],
    ['@presales3 1.1 没计划', 'zh-CN'],
    ['@presales3 1.9 缺席', 'zh-CN'],
    ['@presales3 1.21 忘了', 'zh-CN'],
    ['@keeper1 1.22 赔偿 缺货', 'zh-CN'],
  ])('%s', async (line, locale) => {
    const example = /`\/violation (@[^`]+)`/u.exec(await typed(line, locale))?.[1] ?? '';
    if (locale === 'zh-CN') expect(example.replace(/^@\w+/u, '')).not.toMatch(/[a-w]{2}/u);
    expect(await typed(example, locale)).toMatch(/^\*请确认\*|^\*Please confirm|已提交|is sent|Filed|已提出/u);
  });
});

it('the lines below a list work as they stand', async () => {
  const staff = department.as('presales1');
  await staff.command('/violation @presales3 1.4 闲聊');
  const shown = await staff.command('/violation 列表');
  expect(shown).not.toMatch(/编号`|⟦/u);
  expect(await staff.command(/`(\/violation 查看 \d+)`/u.exec(shown)?.[1] ?? '')).toContain('1.4');
  expect(await staff.command(/`(\/violation 撤回 \d+)`/u.exec(shown)?.[1] ?? '')).toContain('撤回');
  // Nothing is left to be taken back, so no line says how.
  await staff.locale('en-US');
  expect(await staff.command('/violation list')).toMatch(
    /For details give a number, for example `\/violation show \d+`\.$/u,
  );
  expect(JSON.stringify(await staff.home())).not.toContain('⟦');
});
