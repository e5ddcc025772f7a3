import { describe, expect, test } from 'vitest';
import { parsePraiseLine } from '../../../src/features/praise/line.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';

const TODAY = '2026-12-01'; // a Tuesday
const read = (text: string) => parsePraiseLine(text, TODAY, 'yuan');

describe('one line', () => {
  test.each<[string, object]>([
    ['@li 这周零差评', { people: ['@li'], why: '这周零差评' }],
    ['@li 100 这周零差评', { people: ['@li'], amount: 10000, why: '这周零差评' }],
    ['<@U1|li> 100 这周零差评', { people: ['<@U1|li>'], amount: 10000, why: '这周零差评' }],
    ['li 100 no bad review', { people: ['li'], amount: 10000, why: 'no bad review' }],
    ['@li ¥80.50 no bad review', { people: ['@li'], amount: 8050, why: 'no bad review' }],
    ['@li 奖励 100元 帮忙', { people: ['@li'], amount: 10000, why: '帮忙' }],
    ['@li 奖100 帮忙', { people: ['@li'], amount: 10000, why: '帮忙' }],
    ['@li 50块 帮忙', { people: ['@li'], amount: 5000, why: '帮忙' }],
    ['＠li　１００　帮忙', { people: ['@li'], amount: 10000, why: '帮忙' }],
    ['@li，100元，昨天，帮忙', { people: ['@li'], amount: 10000, date: '2026-11-30', why: '帮忙' }],
    ['@li yesterday 100 helped out', { people: ['@li'], amount: 10000, date: '2026-11-30', why: 'helped out' }],
    ['@li 11-27 helped out', { people: ['@li'], date: '2026-11-27', why: 'helped out' }],
    ['@li on friday helped out', { people: ['@li'], date: '2026-11-27', why: 'helped out' }],
    ['@li 周五 帮忙', { people: ['@li'], date: '2026-11-27', why: '帮忙' }],
    ['@li 昨天帮同事接待', { people: ['@li'], date: '2026-11-30', why: '昨天帮同事接待' }],
    ['@li 昨天的会准备得好', { people: ['@li'], why: '昨天的会准备得好' }],
    ['@li sat with an angry customer', { people: ['@li'], why: 'sat with an angry customer' }],
    ['@li -notice helped out', { people: ['@li'], notice: false, why: 'helped out' }],
    ['@li 不通报 100 帮忙', { people: ['@li'], notice: false, amount: 10000, why: '帮忙' }],
    ['@li +通报 帮忙', { people: ['@li'], notice: true, why: '帮忙' }],
    ['@li 三百 好', { people: ['@li'], amount: 30000, why: '好' }],
    ['@li 一百 一周没有差评', { people: ['@li'], amount: 10000, why: '一周没有差评' }],
    ['@li 五十块钱，帮忙', { people: ['@li'], amount: 5000, why: '帮忙' }],
    ['@li 奖励两百 帮忙', { people: ['@li'], amount: 20000, why: '帮忙' }],
    ['@li 1千 帮忙', { people: ['@li'], amount: 100000, why: '帮忙' }],
    ['@li 帮忙，奖励一百五', { people: ['@li'], amount: 15000, why: '帮忙，奖励一百五' }],
    ['@li 一百个好评', { people: ['@li'], why: '一百个好评' }],
    ['@li 一直帮忙', { people: ['@li'], why: '一直帮忙' }],
    ['@li 十分热情', { people: ['@li'], why: '十分热情' }],
    ['@li 三天前 帮忙', { people: ['@li'], date: '2026-11-28', why: '帮忙' }],
    ['@li 十一月三号 帮忙', { people: ['@li'], date: '2026-11-03', why: '帮忙' }],
    ['@li 2 days ago helped', { people: ['@li'], date: '2026-11-29', why: 'helped' }],
    ['@li 周五帮忙', { people: ['@li'], date: '2026-11-27', why: '周五帮忙' }],
    ['@li 3 个好评', { people: ['@li'], why: '3 个好评' }],
    ['@li 100 thanks for that', { people: ['@li'], amount: 10000, why: 'thanks for that' }],
    ['@li ¥100 smiles', { people: ['@li'], amount: 10000, why: 'smiles' }],
    ['@li 2 hours of overtime', { people: ['@li'], why: '2 hours of overtime' }],
    ['@li 12.5 helped out', { people: ['@li'], amount: 1250, why: 'helped out' }], // a day still to come is none
    ['@li 100 200 orders packed', { people: ['@li'], amount: 10000, why: '200 orders packed' }],
    ['@li @wang 50 both stayed', { people: ['@li', '@wang'], amount: 5000, why: 'both stayed' }],
    ['@li、@wang 和 @zhao 50 加班', { people: ['@li', '@wang', '@zhao'], amount: 5000, why: '加班' }],
    ['@li and @wang, 50 both stayed', { people: ['@li', '@wang'], amount: 5000, why: 'both stayed' }],
    ['<@U1><@U2> both stayed', { people: ['<@U1>', '<@U2>'], why: 'both stayed' }],
    ['@li @li helped', { people: ['@li'], why: 'helped' }],
    ['@li helped <@U2|wang> with <https://a.example|a list>', { people: ['@li'], why: 'helped @wang with a list' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual({ what: 'praise', ...expected });
  });

  test.each<[string, object]>([
    ['', { what: 'form', people: [] }],
    ['@li', { what: 'form', people: ['@li'] }],
    ['@li、@wang', { what: 'form', people: ['@li', '@wang'] }],
    ['list', { what: 'list', about: null }],
    ['列表 @li', { what: 'list', about: '@li' }],
    ['ＬＩＳＴ', { what: 'list', about: null }],
    ['show 12', { what: 'show', number: 12 }],
    ['查看 第 12 号', { what: 'show', number: 12 }],
    ['withdraw #3', { what: 'withdraw', number: 3 }],
    ['撤回 3', { what: 'withdraw', number: 3 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each<[string, string, object]>([
    ['这周零差评', 'praise.personMissing', { text: '这周零差评' }],
    ['100 @li helped', 'praise.personMissing', { text: '100 @li helped' }],
    ['@li 100', 'praise.whyMissing', {}],
    ['@li 100 昨天', 'praise.whyMissing', {}],
    ['@li 0 helped', 'praise.badAmount', { text: '0', fault: 'zero' }],
    ['@li -5 helped', 'praise.badAmount', { text: '-5', fault: 'negative' }],
    ['@li 1,000 helped', 'praise.badAmount', { text: '1,000', fault: 'separator' }],
    ['@li 1.555 helped', 'praise.badAmount', { text: '1.555', fault: 'decimals' }],
    ['@li 9999999 helped', 'praise.badAmount', { text: '9999999', fault: 'tooLarge' }],
    ['@li ٣٠٠ helped', 'praise.badAmount', { text: '٣٠٠', fault: 'notANumber' }],
    ['@li 100 smiles', 'praise.unclearAmount', { text: '100', figure: '100' }],
    ['@li 100帮忙', 'praise.unclearAmount', { text: '100', figure: '100' }],
    ['@li 100元帮忙', 'praise.unclearAmount', { text: '100元', figure: '100' }],
    ['@li 三百帮忙', 'praise.unclearAmount', { text: '三百', figure: '300' }],
    ['@li a hundred for helping', 'praise.unclearAmount', { text: 'a hundred', figure: '100' }],
    ['@li $50 helped', 'praise.unclearAmount', { text: '$50', figure: '50' }],
    ['@li 几百元 帮忙', 'praise.unclearAmount', { text: '几百元', figure: null }],
    ['@li 帮忙 100元', 'praise.unclearAmount', { text: '100元', figure: '100' }],
    ['@li 上周帮忙', 'praise.unclearDate', { text: '上周', date: null }],
    ['@li last week helped', 'praise.unclearDate', { text: 'last week', date: null }],
    ['@li helped out yesterday', 'praise.unclearDate', { text: 'yesterday', date: '2026-11-30' }],
    ['@li 双十一帮忙', 'praise.unclearDate', { text: '双十一', date: '2026-11-11' }],
    ...['收回', '撤销', '取消', '删除', 'undo', 'cancel'].map((word): [string, string, object] => [
      `${word} 1`,
      'praise.takenBackElsewhere',
      { number: 1 },
    ]),
    ['收回', 'praise.takenBackElsewhere', { number: null }],
    ['@li 2026-02-30 helped', 'praise.badDate', { text: '2026-02-30' }],
    ['@li 31/02 helped', 'praise.badDate', { text: '31/02' }],
    ['@li 11.28 helped', 'praise.unclearDate', { text: '11.28', date: '2026-11-28' }],
    ['@li 9-10 helped', 'praise.unclearDate', { text: '9-10', date: '2026-09-10' }],
    ['@li 明天 帮忙', 'praise.dateInFuture', { date: '2026-12-02' }],
    ['@li 2025-11-30 helped', 'praise.dateTooOld', { date: '2025-11-30', oldest: '2025-12-01' }],
    ['show', 'praise.numberMissing', { word: 'show', text: '' }],
    ['撤回 x', 'praise.numberMissing', { word: 'withdraw', text: 'x' }],
    ['show 0', 'praise.numberMissing', { word: 'show', text: '0' }],
    [`${Array.from({ length: 11 }, (_, index) => `@p${index}`).join(' ')} thanks`, 'praise.tooMany', { limit: 10 }],
    [`@li ${'好'.repeat(3001)}`, 'praise.whyTooLong', { length: 3001, limit: 3000 }],
  ])('%s is refused: %s', (text, code, params) => {
    const answer = read(text);
    expect(isRefusal(answer) ? answer : null).toEqual({ code, params });
  });
});
