/** What is typed after `/rules` about an amendment, in both languages. */
import { expect, it } from 'vitest';
import { parseRulesLine } from '../../../../src/features/rulebook/amendment/line.ts';

it.each([
  ['amend 1.4', { what: 'amend', number: '1.4' }],
  ['AMEND  art. 1.4', { what: 'amend', number: '1.4' }],
  ['修改 1.4', { what: 'amend', number: '1.4' }],
  ['修改第1.4条', { what: 'amend', number: '1.4' }],
  ['修订 ３．２．４', { what: 'amend', number: '3.2.4' }],
  ['withdraw 1.4', { what: 'withdraw', number: '1.4' }],
  ['撤回1.4', { what: 'withdraw', number: '1.4' }],
  ['receipts', { what: 'receipts', number: null }],
  ['receipt 1.4', { what: 'receipts', number: '1.4' }],
  ['回执', { what: 'receipts', number: null }],
  ['回执 1.4', { what: 'receipts', number: '1.4' }],
  ['', { what: 'read', query: '' }],
  ['1.4', { what: 'read', query: '1.4' }],
  ['amendment', { what: 'read', query: 'amendment' }],
  ['迟到', { what: 'read', query: '迟到' }],
  ['amend', { code: 'amendment.whichArticle', params: { deed: 'amend', text: '' } }],
  ['修改 迟到', { code: 'amendment.whichArticle', params: { deed: 'amend', text: '迟到' } }],
  ['withdraw 1.4 1.5', { code: 'amendment.whichArticle', params: { deed: 'withdraw', text: '1.4 1.5' } }],
  ['receipts @presales1', { code: 'amendment.whichArticle', params: { deed: 'receipts', text: '@presales1' } }],
])('%j', (text, read) => {
  expect(parseRulesLine(text)).toEqual(read);
});
