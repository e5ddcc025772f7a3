import { describe, expect, test } from 'vitest';
import { findArticle } from '../../../src/features/rulebook/rules.ts';
import { MAX_FACTS, parseViolationLine } from '../../../src/features/violation/line.ts';
import { yuan } from '../../../src/kernel/money.ts';
import { articles } from '../../support/rulebook.ts';

/** An example, the same in both languages unless its tier has another name in Chinese. */
const said = (en: string, zh = en) => ({ 'zh-CN': zh, en });
const today = '2026-11-24';

describe('lines that are understood', () => {
  test.each<[string, object]>([
    ['1.9 jd absent 9:00-9:20', { article: '1.9', tier: 'jd', facts: 'absent 9:00-9:20' }],
    ['1.9 京东 9:00-9:20 缺席', { article: '1.9', tier: 'jd', facts: '9:00-9:20 缺席' }],
    ['第1.9条 天猫 缺席', { article: '1.9', tier: 'tmall', facts: '缺席' }],
    ['1.9 other 缺席', { article: '1.9', tier: 'other', facts: '缺席' }],
    ['1.4 browsing shops', { article: '1.4', tier: 'plain', facts: 'browsing shops' }],
    ['1.4逛网店', { article: '1.4', tier: 'plain', facts: '逛网店' }],
    ['1.4:browsing', { article: '1.4', tier: 'plain', facts: 'browsing' }],
    ['1.4. browsing', { article: '1.4', tier: 'plain', facts: 'browsing' }],
    ['1.4 50 browsing', { article: '1.4', tier: 'plain', amount: 5000, facts: 'browsing' }],
    ['1.1 100 no plan', { article: '1.1', tier: 'plain', amount: 10000, facts: 'no plan' }],
    ['1.1 100元 没有计划', { article: '1.1', tier: 'plain', amount: 10000, facts: '没有计划' }],
    ['1.1 ¥80.50 没有计划', { article: '1.1', tier: 'plain', amount: 8050, facts: '没有计划' }],
    ['1.1 0 no plan', { article: '1.1', tier: 'plain', amount: null, facts: 'no plan' }],
    ['1.1 0 +notice no plan', { article: '1.1', tier: 'plain', amount: null, notice: true, facts: 'no plan' }],
    ['1.1 100 200 orders lost', { article: '1.1', tier: 'plain', amount: 10000, facts: '200 orders lost' }],
    ['1.7 3 orders given to a peer', { article: '1.7', tier: 'plain', facts: '3 orders given to a peer' }],
    ['1.4 +notice chatting', { article: '1.4', tier: 'plain', notice: true, facts: 'chatting' }],
    ['1.7 ¥50 给同事派活', { article: '1.7', tier: 'plain', amount: 5000, facts: '给同事派活' }],
    ['1.7 +通报 给同事派活', { article: '1.7', tier: 'plain', notice: true, facts: '给同事派活' }],
    ['1.4 2026-11-20 chatting', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: 'chatting' }],
    ['1.4 2026/11/2 chatting', { article: '1.4', tier: 'plain', date: '2026-11-02', facts: 'chatting' }],
    ['1.4 2026年11月20日 闲聊', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: '闲聊' }],
    ['1.4 yesterday chatting', { article: '1.4', tier: 'plain', date: '2026-11-23', facts: 'chatting' }],
    ['1.4 前天 闲聊', { article: '1.4', tier: 'plain', date: '2026-11-22', facts: '闲聊' }],
    ['1.4 今天上午闲聊', { article: '1.4', tier: 'plain', date: '2026-11-24', facts: '今天上午闲聊' }],
    ['1.4 11/20 chatting', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: 'chatting' }],
    ['1.4 9月1日 闲聊', { article: '1.4', tier: 'plain', date: '2026-09-01', facts: '闲聊' }],
    ['1.4 13-15 chatting', { article: '1.4', tier: 'plain', facts: '13-15 chatting' }],
    ['1.4 周五 闲聊', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: '闲聊' }],
    ['1.4 last friday chatting', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: 'chatting' }],
    ['1.4 the day before yesterday chatting', { article: '1.4', tier: 'plain', date: '2026-11-22', facts: 'chatting' }],
    ['1.4 昨天上午闲聊', { article: '1.4', tier: 'plain', date: '2026-11-23', facts: '昨天上午闲聊' }],
    ['1.4 昨天的客户没有回复', { article: '1.4', tier: 'plain', facts: '昨天的客户没有回复' }],
    ['1.4 11-20 chatting', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: 'chatting' }],
    ['1.4 11.20 闲聊', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: '闲聊' }],
    ['1.4 20261120 闲聊', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: '闲聊' }],
    ['1.4 2026-11-20(周五) 闲聊', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: '闲聊' }],
    ['1.4 chatting today', { article: '1.4', tier: 'plain', date: '2026-11-24', facts: 'chatting today' }],
    [
      '1.4 on friday he was chatting a lot',
      { article: '1.4', tier: 'plain', date: '2026-11-20', facts: 'he was chatting a lot' },
    ],
    ['1.10 x2 on 11/20 slow', { article: '1.10', tier: 'plain', count: 2, date: '2026-11-20', facts: 'slow' }],
    ['1.4 on 11/20 chatting', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: 'chatting' }],
    ['1.4 在11月20日闲聊', { article: '1.4', tier: 'plain', date: '2026-11-20', facts: '闲聊' }],
    ['1.4 On yesterday, chatting', { article: '1.4', tier: 'plain', date: '2026-11-23', facts: 'chatting' }],
    ['1.4 on the phone for hours', { article: '1.4', tier: 'plain', facts: 'on the phone for hours' }],
    ['1.4 在岗闲聊', { article: '1.4', tier: 'plain', facts: '在岗闲聊' }],
    ['1.4 3 个客户 没有回复', { article: '1.4', tier: 'plain', facts: '3 个客户 没有回复' }],
    ['1.4 2 小时 不在', { article: '1.4', tier: 'plain', facts: '2 小时 不在' }],
    ['1.4 2 hours away', { article: '1.4', tier: 'plain', facts: '2 hours away' }],
    ['1.4 3 customers unanswered', { article: '1.4', tier: 'plain', facts: '3 customers unanswered' }],
    ['1.4 3.5折出售', { article: '1.4', tier: 'plain', facts: '3.5折出售' }],
    ['1.1 11.20 100 没有计划', { article: '1.1', tier: 'plain', date: '2026-11-20', amount: 10000, facts: '没有计划' }],
    ['1.1 100 元 没有计划', { article: '1.1', tier: 'plain', amount: 10000, facts: '没有计划' }],
    ['1.1 100 3 个客户 没有回复', { article: '1.1', tier: 'plain', amount: 10000, facts: '3 个客户 没有回复' }],
    ['1.27 3 件 缺货还在卖', { article: '1.27', tier: 'plain', count: 3, facts: '缺货还在卖' }],
    ['1.9 2026-11-20 jd absent', { article: '1.9', tier: 'jd', date: '2026-11-20', facts: 'absent' }],
    ['1.10 x7 slow answers', { article: '1.10', tier: 'plain', count: 7, facts: 'slow answers' }],
    ['1.27 3件 缺货还在卖', { article: '1.27', tier: 'plain', count: 3, facts: '缺货还在卖' }],
    ['1.27 ×3 150 sold out', { article: '1.27', tier: 'plain', count: 3, amount: 15000, facts: 'sold out' }],
    ['1.4 x7 is a word here', { article: '1.4', tier: 'plain', facts: 'x7 is a word here' }],
    ['5.2 serious leaked prices', { article: '5.2', tier: 'serious', facts: 'leaked prices' }],
    ['5.2 leaked prices', { article: '5.2', tier: 'plain', facts: 'leaked prices' }],
    [
      '1.22 compensation 4800 40 boxes gone',
      { article: '1.22', tier: 'compensation', amount: 480000, facts: '40 boxes gone' },
    ],
    ['  1.4   two  spaces\n and a line  ', { article: '1.4', tier: 'plain', facts: 'two  spaces\n and a line' }],
    [`1.4 ${'好'.repeat(MAX_FACTS)}`, { article: '1.4', tier: 'plain', facts: '好'.repeat(MAX_FACTS) }],
    [`1.4 ${'😀'.repeat(MAX_FACTS)}`, { article: '1.4', tier: 'plain', facts: '😀'.repeat(MAX_FACTS) }],
  ])('%.60s', (text, expected) => {
    expect(parseViolationLine(text, today, articles, yuan(300))).toEqual(expected);
  });
});

describe('lines that are refused', () => {
  test.each<[string, string, object]>([
    ['', 'violation.unknownArticle', { text: '', near: [] }],
    ['browsing shops', 'violation.unknownArticle', { text: 'browsing', near: ['1.4'] }],
    ['1.33 absent', 'violation.unknownArticle', { text: '1.33', near: [] }],
    ['4.1 absent', 'violation.unknownArticle', { text: '4.1', near: [] }],
    ['9 absent', 'violation.unknownArticle', { text: '9', near: ['9.2', '1.9'] }],
    ['1.9jd absent', 'violation.unknownArticle', { text: '1.9jd', near: [] }],
    ['1.4.4.4.4 absent', 'violation.unknownArticle', { text: '1.4.4.4.4', near: [] }],
    ['2.1 nobody came', 'violation.notViolable', { article: '2.1' }],
    ['1.32 the third', 'violation.followsFromCount', { article: '1.32' }],
    ['8.3 the third', 'violation.followsFromCount', { article: '8.3' }],
    [
      '1.9 absent',
      'violation.tierMissing',
      { article: '1.9', tiers: findArticle('1.9', articles)?.tiers, example: said('1.9 tmall', '1.9 天猫') },
    ],
    [
      '6.5',
      'violation.tierMissing',
      { article: '6.5', tiers: findArticle('6.5', articles)?.tiers, example: said('6.5 first', '6.5 投诉属实') },
    ],
    ['1.4', 'violation.factsMissing', { article: '1.4', example: said('1.4') }],
    ['1.9 jd', 'violation.factsMissing', { article: '1.9', example: said('1.9 jd', '1.9 京东') }],
    ['1.1 100', 'violation.factsMissing', { article: '1.1', example: said('1.1 100') }],
    ['1.27 x3 ', 'violation.factsMissing', { article: '1.27', example: said('1.27 x3') }],
    [`1.4 ${'好'.repeat(MAX_FACTS + 1)}`, 'violation.factsTooLong', { length: 3001, limit: 3000 }],
    ['1.1 no plan', 'violation.amountMissing', { article: '1.1', example: said('1.1 100') }],
    ['1.1 -50 no plan', 'violation.badAmount', { text: '-50', fault: 'negative' }],
    ['1.1 1,000 no plan', 'violation.badAmount', { text: '1,000', fault: 'separator' }],
    ['1.1 1e309 no plan', 'violation.badAmount', { text: '1e309', fault: 'notANumber' }],
    ['1.1 ٥٠ no plan', 'violation.badAmount', { text: '٥٠', fault: 'notANumber' }],
    ['1.1 50.505 no plan', 'violation.badAmount', { text: '50.505', fault: 'decimals' }],
    ['1.1 1000001 no plan', 'violation.badAmount', { text: '1000001', fault: 'tooLarge' }],
    ['1.4 0 chatting', 'violation.badAmount', { text: '0', fault: 'zero' }],
    ['1.4 100 chatting', 'violation.amountFixed', { article: '1.4', amount: 5000, per: 'occurrence' }],
    ['1.27 3 sold out', 'violation.amountFixed', { article: '1.27', amount: 5000, per: 'item' }],
    ...['x0', 'x-1', 'x1.5', 'x1,000', 'x1e309', '×٣'].map((count): [string, string, object] => [
      `1.27 ${count} sold out`,
      'violation.badCount',
      { article: '1.27', limit: 999 },
    ]),
    ['5.2 serious 300 leaked', 'violation.noFine', { article: '5.2' }],
    ['1.4 2026-11-25 chatting', 'violation.dateInFuture', { date: '2026-11-25' }],
    ['1.4 2025-11-23 chatting', 'violation.dateTooOld', { date: '2025-11-23', oldest: '2025-11-24' }],
    ['1.4 2026-02-30 chatting', 'violation.badDate', { text: '2026-02-30' }],
    ['1.4 31/02 chatting', 'violation.badDate', { text: '31/02' }],
    ['1.4 100000-01-01 chatting', 'violation.badDate', { text: '100000-01-01' }],
    ['1.4 12月1日 闲聊', 'violation.dateInFuture', { date: '2026-12-01' }],
    ['1.4 9-10 chatting', 'violation.unclearDate', { text: '9-10', date: '2026-09-10', example: said('1.4') }],
    ['1.4 sat around', 'violation.unclearDate', { text: 'sat', date: '2026-11-21', example: said('1.4') }],
    ['1.4 闲聊 昨天', 'violation.unclearDate', { text: '昨天', date: '2026-11-23', example: said('1.4') }],
    [
      '1.4 chatting last friday',
      'violation.unclearDate',
      { text: 'last friday', date: '2026-11-20', example: said('1.4') },
    ],
    ['1.1 12.5 no plan', 'violation.unclearDate', { text: '12.5', date: null, example: said('1.1 100') }],
    ...['3 个客户 没有回复', '2 小时', '3 customers unanswered', '100 orders lost', '11.20 没有计划'].map(
      (facts): [string, string, object] => [
        `1.1 ${facts}`,
        'violation.amountMissing',
        { article: '1.1', example: said('1.1 100') },
      ],
    ),
    ['1.4 13月1日 闲聊', 'violation.badDate', { text: '13月1日' }],
  ])('%.60s', (text, code, params) => {
    expect(parseViolationLine(text, today, articles, yuan(300))).toEqual({ code, params });
  });
});
