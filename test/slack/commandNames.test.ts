/** What the commands are called on Slack: the usual names, those that are set, and every setting that cannot be. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readConfig } from '../../src/config.ts';
import { namingOnSlack, registeredNames } from '../../src/slack/commandNames.ts';

const house = commands.map(({ name }) => name);

function namesFor(prefix: string, names: string): Record<string, string> {
  const found = namingOnSlack(house, { prefix, names });
  if ('faults' in found) throw new Error(found.faults.map(({ message }) => message).join('\n'));
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
    '/approvals': '/approvals',
    '/meeting': '/meeting',
    '/calendar': '/calendar',
    '/post': '/post',
  });
  expect(registeredNames(namesFor('', ''))).toEqual([
    ...['/tiaoli', '/my', '/checkin', '/handover', '/askleave', '/trip', '/violation'],
    ...['/approvals', '/meeting', '/calendar', '/post'],
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
    ['', 'tiaoli=rules', { '/tiaoli': '/rules', '/help': '/rules help' }],
    ['', 'checkin=meeting,meeting=checkin', { '/checkin': '/meeting', '/meeting': '/checkin' }],
    ['', `post=${'p'.repeat(31)}`, { '/post': `/${'p'.repeat(31)}` }],
    ['2-', '', { '/leave': '/2-leave' }],
  ])('prefix "%s", names "%s"', (prefix, names, expected) => {
    expect(namesFor(prefix, names)).toMatchObject(expected);
  });
});

describe('what cannot be is a fault in a sentence', () => {
  const list = 'tiaoli, approvals, leave, trip, checkin, handover, meeting, violation, calendar, post, help, me';
  const form = 'must be lower-case letters, digits and hyphens, at most 31 after the slash, such as /qingjia';
  it.each<[string, string, string[]]>([
    ['', 'leave=join', ["COMMAND_NAMES: /join is a command of Slack's own; choose another, such as leave=askleave"]],
    ['', 'leave=leave', ["COMMAND_NAMES: /leave is a command of Slack's own; choose another, such as leave=askleave"]],
    ['', 'tiaoli=dnd', ["COMMAND_NAMES: /dnd is a command of Slack's own; choose another, such as tiaoli=asktiaoli"]],
    ['', 'leave=Qingjia', [`COMMAND_NAMES: /Qingjia ${form}`]],
    ['', 'leave=请假', [`COMMAND_NAMES: /请假 ${form}`]],
    ['', 'leave=ask_leave', [`COMMAND_NAMES: /ask_leave ${form}`]],
    ['', `post=${'p'.repeat(32)}`, [`COMMAND_NAMES: /${'p'.repeat(32)} ${form}`]],
    ['', 'leave=trip', ['COMMAND_NAMES: /trip would name both leave and trip; give one of them another name']],
    ['', 'leave=my', ['COMMAND_NAMES: /my would name both leave and me; give one of them another name']],
    ['', 'post=tiaoli', ['COMMAND_NAMES: /tiaoli would name both tiaoli and post; give one of them another name']],
    ['', 'leave', ['COMMAND_NAMES: "leave" must be a command and its name on Slack, such as leave=qingjia']],
    ['', 'leave=a b', ['COMMAND_NAMES: "leave=a b" must be a command and its name on Slack, such as leave=qingjia']],
    ['', 'holiday=jia', [`COMMAND_NAMES: "holiday" is none of the commands; they are ${list}`]],
    ['', 'leave=a,leave=b', ['COMMAND_NAMES: "leave" is given two names; leave one of them out']],
    ['HR-', '', ['COMMAND_PREFIX: "HR-" must be lower-case letters, digits and hyphens, such as hr-']],
    ['-', '', ['COMMAND_PREFIX: "-" must be lower-case letters, digits and hyphens, such as hr-']],
    [
      'un',
      'meeting=mute',
      ["COMMAND_NAMES: /mute is a command of Slack's own; choose another, such as meeting=askmeeting"],
    ],
    [
      'p'.repeat(24),
      '',
      ['approvals', 'handover', 'violation', 'calendar'].map(
        name => `COMMAND_PREFIX: /${'p'.repeat(24)}${name} ${form}`,
      ),
    ],
  ])('prefix "%s", names "%s"', (prefix, names, sentences) => {
    expect(readConfig({ COMMAND_PREFIX: prefix, COMMAND_NAMES: names })).toEqual({ faults: sentences });
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
