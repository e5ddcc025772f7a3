import { expect, test } from 'vitest';
import { parsePostLine } from '../../../src/features/post/line.ts';

const person = '@presales1';
const escaped = '<@U012AB3CD|presales1>';

test.each([
  ['', { what: 'explain' }],
  ['   ', { what: 'explain' }],
  ['list', { what: 'list' }],
  ['LIST', { what: 'list' }],
  ['名单', { what: 'list' }],
  [person, { what: 'show', person }],
  ['＠presales1', { what: 'show', person }],
  [`${person} presales`, { what: 'give', person, post: 'presales', leader: null }],
  [`${escaped} 售前客服`, { what: 'give', person: escaped, post: 'presales', leader: null }],
  [`${escaped}售前客服`, { what: 'give', person: escaped, post: 'presales', leader: null }],
  [`${person} deputy manager`, { what: 'give', person, post: 'deputy', leader: null }],
  [`${person} 主管 @manager`, { what: 'give', person, post: 'supervisor', leader: '@manager' }],
  [`${person} presales <@U1|the-boss>`, { what: 'give', person, post: 'presales', leader: '<@U1|the-boss>' }],
  [`${person} presales<@U1>`, { what: 'give', person, post: 'presales', leader: '<@U1>' }],
  [`${person} end presales`, { what: 'end', person, post: 'presales' }],
  [`${person} presales end`, { what: 'end', person, post: 'presales' }],
  [`${person} 收回 售前客服`, { what: 'end', person, post: 'presales' }],
  [`${person} 收回售前`, { what: 'end', person, post: 'presales' }],
  [`${person} led by @manager`, { what: 'lead', person, leader: '@manager' }],
  [`${person} Led  By @manager`, { what: 'lead', person, leader: '@manager' }],
  [`${person} 归 @manager`, { what: 'lead', person, leader: '@manager' }],
  [`${escaped} 归<@U1|m>`, { what: 'lead', person: escaped, leader: '<@U1|m>' }],
  [`${person} end`, { code: 'post.unknown', params: { text: '' } }],
  [`${person} end boss`, { code: 'post.unknown', params: { text: 'boss' } }],
  [`${person} boss`, { code: 'post.unknown', params: { text: 'boss' } }],
  [`${person} presales supervisor`, { code: 'post.unknown', params: { text: 'presales supervisor' } }],
  [`${person} @manager`, { code: 'post.badLine', params: {} }],
])('%j', (line, expected) => {
  expect(parsePostLine(line)).toEqual(expected);
});
