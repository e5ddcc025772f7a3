/** What is typed after `/rules off` and `/rules on`, in both languages. */
import { expect, it } from 'vitest';
import { parseRulesLine } from '../../../../src/features/rulebook/amendment/line.ts';

it.each([
  ['off', { what: 'switches' }],
  ['停用', { what: 'switches' }],
  ['off 1.8 under review', { what: 'off', number: '1.8', off: 'all', reason: 'under review' }],
  ['OFF art. 1.8: Under review', { what: 'off', number: '1.8', off: 'all', reason: 'Under review' }],
  ['停用 1.8 正在修订', { what: 'off', number: '1.8', off: 'all', reason: '正在修订' }],
  ['停用第1.8条，正在修订（先停）', { what: 'off', number: '1.8', off: 'all', reason: '正在修订（先停）' }],
  ['停用１．８ 打卡机坏了', { what: 'off', number: '1.8', off: 'all', reason: '打卡机坏了' }],
  ['off 3.1 proposals clock broken', { what: 'off', number: '3.1', off: 'proposals', reason: 'clock broken' }],
  [
    'off 3.1 only the proposals: clock broken',
    { what: 'off', number: '3.1', off: 'proposals', reason: 'clock broken' },
  ],
  ['停用 3.1 只停提议 打卡机坏了', { what: 'off', number: '3.1', off: 'proposals', reason: '打卡机坏了' }],
  ['停用3.1只停自动提议：打卡机坏了', { what: 'off', number: '3.1', off: 'proposals', reason: '打卡机坏了' }],
  ['off 1.8', { what: 'off', number: '1.8', off: 'all', reason: '' }],
  ['off 3.1 proposals', { what: 'off', number: '3.1', off: 'proposals', reason: '' }],
  ['off 1.8 12/24 is a party', { what: 'off', number: '1.8', off: 'all', reason: '12/24 is a party' }],
  ['on 1.8', { what: 'on', number: '1.8', reason: '' }],
  ['on 1.8 repaired', { what: 'on', number: '1.8', reason: 'repaired' }],
  ['启用 1.8', { what: 'on', number: '1.8', reason: '' }],
  ['启用第1.8条 修好了', { what: 'on', number: '1.8', reason: '修好了' }],
  // Words that begin so are looked for.
  ['on time', { what: 'read', query: 'on time' }],
  ['off duty', { what: 'read', query: 'off duty' }],
  ['online', { what: 'read', query: 'online' }],
  ['office', { what: 'read', query: 'office' }],
  ['on', { code: 'switch.whichArticle', params: { deed: 'on', text: '' } }],
  ['启用', { code: 'switch.whichArticle', params: { deed: 'on', text: '' } }],
  ['停用 迟到 太多', { code: 'switch.whichArticle', params: { deed: 'off', text: '迟到' } }],
  ['off 1.8.1.1.2 x', { code: 'switch.whichArticle', params: { deed: 'off', text: '1.8.1.1.2' } }],
])('%j', (text, read) => {
  expect(parseRulesLine(text)).toEqual(read);
});
