/** What people type for what a button does, or another command: they are told where it is done, and nothing happens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' });
});
afterAll(() => department.close());

async function typed(line: string, locale: 'zh-CN' | 'en-US'): Promise<string> {
  const manager = department.as('manager');
  await manager.locale(locale);
  return manager.command(line);
}

const TAKEN_BACK = '还没有决定的，用 `/violation 撤回 3`。已经决定的，用 `/approvals 已决定`，再按“收回决定”。';

describe('in Chinese', () => {
  it.each([
    ['/violation 申诉 3', '申诉请用 `/violation 查看 3`，再按“申诉”。'],
    ['/violation 上诉 第3号', '申诉请用 `/violation 查看 3`，再按“申诉”。'],
    ['/violation 说明 3', '说明请用 `/violation 查看 3`，再按“说明情况”；已经决定的按“说明”。'],
    ['/violation 解释 3', '说明请用 `/violation 查看 3`，再按“说明情况”；已经决定的按“说明”。'],
    ['/violation 接受 3', '接受请用 `/violation 查看 3`，再按“接受”。'],
    ['/violation 申诉', '申诉请用 `/violation 查看` 加编号，再按“申诉”。'],
    ['/violation 收回 3', TAKEN_BACK],
    ['/violation 作废 3', TAKEN_BACK],
    ['/violation 成立 3', '决定请用 `/approvals` 列出等你决定的，再按按钮。'],
    ['/praise 收回 1', '还没有决定的，用 `/praise 撤回 1`。已经决定的，用 `/approvals 已决定`，再按“收回决定”。'],
    ['/approvals 收回', '收回决定请用 `/approvals 已决定`，再按“收回决定”。'],
    ['/approvals 撤销 3', '收回决定请用 `/approvals 已决定`，再按“收回决定”。'],
    ['/approvals 批准 3', '请用 `/approvals` 列出等你决定的事项，再按按钮决定。'],
    [
      '/approvals 你好',
      '没有看懂“你好”。可以写 `/approvals`、`/approvals 已决定`、`/approvals 委托 @deputy 2026-12-09 2026-12-14` 或 `/approvals 委托 结束`。',
    ],
    ['/ledger 签字', '签字请用 `/ledger 2026-11`，再按“签字”；只有经理和总裁看得到按钮。'],
    ['/ledger 导出', '导出请用 `/ledger 2026-11`，再按“导出给薪资”；只有经理和总裁看得到按钮。'],
    ['/ledger 十二月', '2026-12 的台账没有内容。'],
  ])('%s', async (line, answer) => {
    expect(await typed(line, 'zh-CN')).toBe(answer);
  });
});

describe('in English', () => {
  it.each([
    ['/violation appeal 3', 'To appeal, type `/violation show 3` and press Appeal.'],
    [
      '/violation explain #3',
      'To give your side, type `/violation show 3` and press Give my side, or Answer once it is decided.',
    ],
    ['/violation accept 3', 'To accept, type `/violation show 3` and press Accept.'],
    ['/violation accept', 'To accept, type `/violation show` and its number and press Accept.'],
    [
      '/violation undo 3',
      'Not decided yet: type `/violation withdraw 3`. Decided: type `/approvals decided` and press Take back.',
    ],
    ['/violation uphold 3', 'To decide, type `/approvals` to see what waits for you, and use its buttons.'],
    [
      '/praise undo',
      'Not decided yet: type `/praise withdraw` and the number. Decided: type `/approvals decided` and press Take back.',
    ],
    ['/praise withdraw 1', 'I found no praise number 1. `/praise list` shows the numbers.'],
    ['/approvals undo', 'To take a decision back, type `/approvals decided` and press Take back.'],
    ['/approvals approve 3', 'Type `/approvals` to see what waits for you, and decide there by its buttons.'],
    [
      '/ledger sign',
      'To sign, type `/ledger 2026-11` and press Sign; only the manager and the president see the button.',
    ],
    [
      '/ledger export',
      'To export, type `/ledger 2026-11` and press Export for payroll; only the manager and the president see the button.',
    ],
    ['/ledger dec', 'There is nothing in the ledger of 2026-12.'],
  ])('%s', async (line, answer) => {
    expect(await typed(line, 'en-US')).toBe(answer);
  });
});

describe('money and days as people say them', () => {
  it.each<[string, 'zh-CN' | 'en-US', string[]]>([
    ['/violation @presales3 1.1 三百 没有计划', 'zh-CN', ['300元', '没有计划']],
    ['/violation @presales3 1.10 三次 十一月三号 回复慢', 'zh-CN', ['150元', '2026-11-03']],
    ['/violation @presales3 1.8和1.4 迟到闲聊', 'zh-CN', ['1.8', '1.4', '迟到闲聊']],
    ['/violation @presales3 1.4 2 days ago chatting', 'en-US', ['2026-11-29']],
    ['/violation @presales3 1.8 1.4 迟到', 'zh-CN', ['“1.4”是发生的日期吗？', '如果是第 1.4 条，写 +1.4。']],
    ['/violation @presales3 1.8 1.4 late', 'en-US', ['; if article 1.4 is meant, write +1.4.']],
    ['/violation @presales3 1.4 上周闲聊', 'zh-CN', ['“上周”是发生的日期吗？']],
    ['/violation @presales3 1.1 没有计划 100', 'zh-CN', ['“100”是金额吗？', '1.1 100 发生了什么`']],
    ['/violation @presales3 1.1 $80 no plan', 'en-US', ['Is “$80” an amount?', '1.1 80 what happened`']],
    ['/violation @presales3 1.10 三次回复慢', 'zh-CN', ['“三次”是数量吗？', '1.10 x3 发生了什么`']],
    ['/praise @presales3 三百 好', 'zh-CN', ['300元']],
    ['/praise @presales3 100帮忙', 'zh-CN', ['“100”是金额吗？', '`/praise @presales1 100元 待客热情`']],
    ['/praise @presales3 last week helped', 'en-US', ['Is “last week” a day?']],
  ])('%s', async (line, locale, shown) => {
    const answer = await typed(line, locale);
    for (const part of shown) expect(answer).toContain(part);
  });

  it.each<[string, 'zh-CN' | 'en-US']>([
    ['/violation @presales3 1.1 没有计划 80', 'zh-CN'],
    ['/violation @presales3 1.7 三百 派活', 'zh-CN'],
    ['/violation @presales3 1.10 slow twice', 'en-US'],
    ['/violation @presales3 1.4 上周闲聊', 'zh-CN'],
    ['/violation @presales3 1.4 元旦值班闲聊', 'zh-CN'],
    ['/violation @presales3 1.8 1.4 late', 'en-US'],
    ['/praise @presales3 a hundred for helping', 'en-US'],
    ['/praise @presales3 上周帮忙', 'zh-CN'],
  ])('the example that answers %s works as it stands', async (line, locale) => {
    const example = /`(\/(?:violation|praise) @[^`]+)`/u.exec(await typed(line, locale))?.[1] ?? '';
    expect(await typed(example, locale)).toMatch(/^\*(?:请确认|Please confirm)\*/u);
  });
});
