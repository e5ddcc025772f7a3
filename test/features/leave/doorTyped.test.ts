/** Days, halves and lengths typed after /leave and /trip, as they are read back. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeEach(async () => {
  department = await openDepartment({ at: '2026-11-30T08:30' }); // a Monday
});
afterEach(() => department.close());

it.each([
  ['/leave 12月10日 年假3天 回家', '年假 · 2026-12-10(周四) – 2026-12-14(周一) · 3 天。'],
  ['/leave 12/10-11 年假 回家', '年假 · 2026-12-10(周四) – 2026-12-11(周五) · 2 天。'],
  ['/leave 下周一 下周二 事假 搬家', '事假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天。'],
  ['/leave 12-10 上午 年假半天 回家', '年假 · 2026-12-10(周四) 上午 · 0.5 天。'],
  ['/leave 12.10 1.5天 年假 回家', '年假 · 2026-12-10(周四) – 2026-12-11(周五) 上午 · 1.5 天。'],
  ['/trip 12-11 3天 上海', '出差 · 2026-12-11(周五) – 2026-12-13(周日) · 1 天。'],
  // As people say it: where it begins, colloquial days, a time of the day.
  ['/leave 从12月10日到11日 年假 回家', '年假 · 2026-12-10(周四) – 2026-12-11(周五) · 2 天。'],
  ['/leave from 12/10 to 12/11 annual trip home', '年假 · 2026-12-10(周四) – 2026-12-11(周五) · 2 天。'],
  ['/leave annual from 12/10 2 days trip home', '年假 · 2026-12-10(周四) – 2026-12-11(周五) · 2 天。'],
  ['/leave 从下周四起两天 年假 回家', '年假 · 2026-12-10(周四) – 2026-12-11(周五) · 2 天。'],
  ['/leave on next thursday annual trip home', '年假 · 2026-12-10(周四) · 1 天。'],
  ['/leave 后儿 病假 紧急 拔牙', '病假 · 2026-12-02(周三) · 1 天。'],
  ['/leave 明早 病假 紧急 拔牙', '病假 · 2026-12-01(周二) 上午 · 0.5 天。'],
  ['/leave 明儿个 病假 紧急 早退', '病假 · 2026-12-01(周二) · 1 天。'],
])('%s', async (line, days) => {
  const [first] = (await department.as('presales1').command(line)).split('\n');
  expect(first).toBe(`:white_check_mark: 已提交第 1 号申请：${days}`);
});

it.each([
  [
    '/leave 从12-10 年假 回家',
    '只写了从哪天开始，没有写到哪天。请写第一天和最后一天，或写几天，例如 `/leave 2026-12-08 2026-12-09 年假 探亲`。',
  ],
  [
    '/leave 12-10起 年假 回家',
    '只写了从哪天开始，没有写到哪天。请写第一天和最后一天，或写几天，例如 `/leave 2026-12-08 2026-12-09 年假 探亲`。',
  ],
  ['/leave 11-26 年假 回家', '2026-11-26 已经过去，最早只能从今天（2026-11-30）开始。'],
  [
    '/leave 12-10 至 12-11 年假3天',
    '2026-12-10 至 2026-12-11 是 2 个工作日，你写的是 3 天。最后一天和天数请只写一个。',
  ],
])('%s is refused', async (line, sentence) => {
  expect(await department.as('presales1').command(line)).toBe(sentence);
});
