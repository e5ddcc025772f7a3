/** Names and initials. */
import { expect, test } from 'vitest';
import { channelTitle, initialsOf, inLanguage } from '../../page/name.js';

test.each([
  ['售前客服一 · Pre-sales 1', '售前客服一', 'Pre-sales 1'],
  ['Ann · Bob', 'Ann · Bob', 'Ann · Bob'],
  ['部门经理', '部门经理', '部门经理'],
])('%s is %s or %s', (name, zh, en) => {
  expect([inLanguage(name, 'zh'), inLanguage(name, 'en')]).toEqual([zh, en]);
});

test.each([
  ['售前客服一', '售一'],
  ['总裁', '总'],
  ['Pre-sales 1', 'P1'],
  ['Deputy manager', 'DM'],
  ['manager', 'M'],
  ['', '?'],
])('the initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('conversations are named as people know them', () => {
  const channel = { id: 'C1', name: 'leaders', is_im: false, is_private: true, unread: 0 };
  expect(channelTitle(channel, id => id)).toBe('🔒leaders');
  expect(channelTitle({ ...channel, is_private: false }, id => id)).toBe('#leaders');
  expect(channelTitle({ ...channel, is_im: true, user: 'm' }, id => `<${id}>`)).toBe('<m>');
});
