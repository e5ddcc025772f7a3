/** What the composer offers, and what a typed line is. */
import { expect, test } from 'vitest';
import { asCommand, complete, completionAt, offeredCommands, offeredPeople, usageOf } from '../../page/completion.js';

const commands = ['/leave', '/checkin', '/cases'].map(command => ({
  command,
  description: `${command}!`,
  usage_hint: '[x]',
}));

test.each([
  ['/', { kind: 'command', query: '', start: 0, end: 1 }],
  ['/le', { kind: 'command', query: 'le', start: 0, end: 3 }],
  ['/leave ', null],
  ['hi /le', null],
  ['hi @man', { kind: 'person', query: 'man', start: 3, end: 7 }],
  ['你好，@经', { kind: 'person', query: '经', start: 3, end: 5 }],
  ['a@b', null],
  ['see #dep', { kind: 'channel', query: 'dep', start: 4, end: 8 }],
  ['done :ta', { kind: 'emoji', query: 'ta', start: 5, end: 8 }],
  ['：:+1', { kind: 'emoji', query: '+1', start: 1, end: 4 }],
  ['at 8:30', null],
  ['at :30', null],
  [':t', null],
  [':tada:', null],
])('%j asks for %j', (text, asked) => {
  expect(completionAt(text, text.length)).toEqual(asked);
});

test('what begins with the query comes first', () => {
  expect(offeredCommands(commands, 'c').map(each => each.command)).toEqual(['/checkin', '/cases']);
  const ask = { command: '/ask', description: 'Ask', usage_hint: '' };
  const leave = { command: '/leave', description: 'Ask for leave', usage_hint: '' };
  expect(offeredCommands([leave, ask], 'ask').map(each => each.command)).toEqual(['/ask', '/leave']);
  const people = [
    { id: 'p1', name: 'carol', real_name: '卡萝 · Carol' },
    { id: 'm', name: 'manu', real_name: '玛努 · Manu' },
    { id: 'gone', name: 'manana', real_name: 'Gone', deleted: true },
  ];
  expect(offeredPeople(people, 'man').map(each => each.id)).toEqual(['m']);
  expect(offeredPeople(people, '努').map(each => each.id)).toEqual(['m']);
});

test('an accepted offer replaces the word at the caret', () => {
  const text = 'ask @al today';
  const asked = completionAt(text, 7);
  expect(asked && complete(text, asked, '@alice')).toEqual({ text: 'ask @alice today', caret: 11 });
});

test.each([
  ['/leave', { command: '/leave', text: '' }],
  ['/leave  tomorrow am ', { command: '/leave', text: 'tomorrow am' }],
  ['/leave\nlist', { command: '/leave', text: 'list' }],
  ['hello', null],
  ['/', null],
  ['//x', null],
  ['/a/b', null],
])('%j is the command %j', (text, command) => {
  expect(asCommand(text)).toEqual(command);
});

test('usage is shown once a command is complete', () => {
  expect(usageOf(commands, '/leave x')?.command).toBe('/leave');
  expect(usageOf(commands, '/leave')).toBeNull();
  expect(usageOf(commands, '/nothing x')).toBeNull();
});
