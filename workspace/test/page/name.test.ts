/** Names and initials. */
import { expect, test } from 'vitest';
import { channelTitle, initialsOf, inLanguage } from '../../page/name.js';

test.each([
  ['答疑小组一 · Help-desk 1', '答疑小组一', 'Help-desk 1'],
  ['Ann · Bob', 'Ann · Bob', 'Ann · Bob'],
  ['爱丽丝', '爱丽丝', '爱丽丝'],
])('%s is %s or %s', (name, zh, en) => {
  expect([inLanguage(name, 'zh'), inLanguage(name, 'en')]).toEqual([zh, en]);
});

test.each([
  ['答疑小组一', '答一'],
  ['鲍勃', '鲍'],
  ['Help-desk 1', 'H1'],
  ['Carol moore', 'CM'],
  ['dave', 'D'],
  ['', '?'],
])('the initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('conversations are named as people know them', () => {
  const channel = { id: 'C1', name: 'planning', is_im: false, is_private: true, unread: 0 };
  expect(channelTitle(channel, id => id)).toBe('🔒planning');
  expect(channelTitle({ ...channel, is_private: false }, id => id)).toBe('#planning');
  expect(channelTitle({ ...channel, is_im: true, user: 'm' }, id => `<${id}>`)).toBe('<m>');
});
