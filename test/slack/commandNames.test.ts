/** What the commands are called on Slack: the usual names, those that are set, and every setting that cannot be. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readConfig } from '../../src/config.ts';
import { namingOnSlack, registeredNames } from '../../src/slack/commandNames.ts';

const house = commands.map(({ name }) => name);

function namesFor(prefix: string, names: string): Record<string, string> {
  const found = namingOnSlack(house, { prefix, names });
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found.naming;
}

it('are the usual ones where nothing is set: no name of Slack’s own among them', () => {
  expect(namesFor('', '')).toEqual({
    '/tiaoli': '/tiaoli',
    '/help': '/tiaoli help',
    '/me': '/my',
    '/checkin': '/checkin',
    '/handover': '/handover',
    '/leave': '/askleave',
    '/trip': '/trip',
    '/violation': '/violation',
    '/praise': '/praise',
    '/ledger': '/ledger',
    '/approvals': '/approvals',
    '/meeting': '/meeting',
    '/calendar': '/calendar',
    '/post': '/post',
    '/rules': '/rules',
  });
  expect(registeredNames(namesFor('', ''))).toEqual([
    ...['/tiaoli', '/my', '/checkin', '/handover', '/askleave', '/trip', '/violation'],
    ...['/praise', '/ledger', '/rules', '/approvals', '/meeting', '/calendar', '/post'],
  ]);
});

it('reach a command whose name is built in and has no other by the entry', () => {
  expect(namingOnSlack(['/status', '/leave', '/who'])).toEqual({
    naming: { '/tiaoli': '/tiaoli', '/status': '/tiaoli status', '/leave': '/askleave', '/who': '/tiaoli who' },
  });
});

describe('as they are set', () => {
  it.each<[string, string, Record<string, string>]>([
    [
      'hr-',
      '',
      { '/leave': '/hr-leave', '/me': '/hr-me', '/help': '/hr-help', '/post': '/hr-post', '/tiaoli': '/tiaoli' },
    ],
    ['', 'leave=qingjia', { '/leave': '/qingjia', '/me': '/my' }],
    ['', ' /leave = /qingjia , help=bangzhu,', { '/leave': '/qingjia', '/help': '/bangzhu' }],
    ['hr-', 'leave=qingjia', { '/leave': '/qingjia', '/trip': '/hr-trip' }],
    ['', 'tiaoli=house', { '/tiaoli': '/house', '/help': '/house help' }],
    ['', 'checkin=meeting,meeting=checkin', { '/checkin': '/meeting', '/meeting': '/checkin' }],
    ['', `post=${'p'.repeat(31)}`, { '/post': `/${'p'.repeat(31)}` }],
    ['2-', '', { '/leave': '/2-leave' }],
  ])('prefix "%s", names "%s"', (prefix, names, expected) => {
    expect(namesFor(prefix, names)).toMatchObject(expected);
  });
});

describe('what cannot be is a fault', () => {
  const fault = (code: string, facts: object, setting = 'COMMAND_NAMES') => ({ setting, code, facts });
  const form = (name: string, setting?: string) => fault('form', { name, most: 31 }, setting);
  it.each<[string, string, object[]]>([
    ['', 'leave=join', [fault('builtIn', { name: '/join', command: 'leave' })]],
    ['', 'leave=leave', [fault('builtIn', { name: '/leave', command: 'leave' })]],
    ['', 'tiaoli=dnd', [fault('builtIn', { name: '/dnd', command: 'tiaoli' })]],
    ['', 'leave=Qingjia', [form('/Qingjia')]],
    ['', 'leave=请假', [form('/请假')]],
    ['', 'leave=ask_leave', [form('/ask_leave')]],
    ['', `post=${'p'.repeat(32)}`, [form(`/${'p'.repeat(32)}`)]],
    ['', 'leave=trip', [fault('taken', { name: '/trip', first: 'leave', second: 'trip' })]],
    ['', 'leave=my', [fault('taken', { name: '/my', first: 'me', second: 'leave' })]],
    ['', 'post=tiaoli', [fault('taken', { name: '/tiaoli', first: 'tiaoli', second: 'post' })]],
    ['', 'leave', [fault('notAPair', { part: 'leave' })]],
    ['', 'leave=a b', [fault('notAPair', { part: 'leave=a b' })]],
    [
      '',
      'holiday=jia',
      [fault('unknown', { command: 'holiday', commands: ['tiaoli', ...house.map(name => name.slice(1))] })],
    ],
    ['', 'leave=a,leave=b', [fault('twice', { command: 'leave' })]],
    ['HR-', '', [fault('prefix', { prefix: 'HR-' }, 'COMMAND_PREFIX')]],
    ['-', '', [fault('prefix', { prefix: '-' }, 'COMMAND_PREFIX')]],
    ['un', 'meeting=mute', [fault('builtIn', { name: '/mute', command: 'meeting' })]],
    [
      'p'.repeat(24),
      '',
      ['handover', 'violation', 'approvals', 'calendar'].map(name =>
        form(`/${'p'.repeat(24)}${name}`, 'COMMAND_PREFIX'),
      ),
    ],
  ])('prefix "%s", names "%s"', (prefix, names, faults) => {
    expect(namingOnSlack(house, { prefix, names })).toEqual({ faults });
  });
});

it('stand in the sentences on Slack, and in the local workspace the house’s own', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  const [there, here] = [readConfig({ ...slack, COMMAND_PREFIX: 'hr-' }), readConfig({ COMMAND_PREFIX: 'hr-' })];
  if ('faults' in there || 'faults' in here) throw new Error('faults');
  expect(there.config.commandNames.here['/leave']).toBe('/hr-leave');
  expect(here.config.commandNames).toMatchObject({ onSlack: { '/leave': '/hr-leave' }, here: {} });
  expect(here.config.commandNames.here).toEqual({});
});
