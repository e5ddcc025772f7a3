/** Settings beside the articles they interpret: which hold, what differs, and how their readings are said. */
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/config.ts';
import {
  differing,
  type Explicit,
  readingOf,
  type Setting,
  settingsInForce,
  withEnvironment,
  withValuesInForce,
} from '../../../src/features/rulebook/setting.ts';
import { interpreting, rulebook } from '../../support/rulebook.ts';

const reading = { 'zh-CN': '满 {value} 次。', en: '{value} cases.' };
const three: Setting = { name: 'caseThreshold', article: '1.32', value: 4, reading };
const hours = { morning: '09:00', weekly: '09:30', wrapup: '16:00' };
const meetings: Setting = { name: 'meetingTimes', article: '2.1', value: hours, reading };
const five: Explicit = { setting: 'caseThreshold', variable: 'CASE_THRESHOLD', value: 5 };
const early: Explicit = { setting: 'meetingTimes', part: 'morning', variable: 'MORNING_MEETING', value: '07:30' };

describe('our regulation', () => {
  it('has every setting that interprets an article, with the default and under one of its articles', () => {
    expect(rulebook.settings.map(({ name }) => name).toSorted()).toEqual([...interpreting.keys()].toSorted());
    const defaults = DEFAULT_SETTINGS as unknown as Record<string, unknown>;
    for (const { name, value } of rulebook.settings) expect([name, value]).toEqual([name, defaults[name]]);
    expect(settingsInForce(DEFAULT_SETTINGS, rulebook.settings, [])).toEqual(DEFAULT_SETTINGS);
  });
});

describe('what holds', () => {
  test.each<[string, Setting[], Explicit[], object]>([
    ['the default', [], [], {}],
    ['what the rulebook says', [three], [], { caseThreshold: 4 }],
    ['what the environment sets', [], [five], { caseThreshold: 5 }],
    ['the environment before the rulebook', [three], [five], { caseThreshold: 5 }],
    ['part by part', [meetings], [early], { meetingTimes: { ...hours, morning: '07:30' } }],
    [
      'part by part of the default',
      [],
      [early],
      { meetingTimes: { ...DEFAULT_SETTINGS.meetingTimes, morning: '07:30' } },
    ],
  ])('is %s', (_name, written, environment, expected) => {
    expect(settingsInForce(DEFAULT_SETTINGS, written, environment)).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });

  it('is shown beside its article, with what the rulebook says where that is something else', () => {
    const inForce = settingsInForce(DEFAULT_SETTINGS, [three, meetings], [five]);
    expect(withValuesInForce([three, meetings], inForce)).toEqual([{ ...three, value: 5, instead: 4 }, meetings]);
  });

  it('is carried over from the environment of a department from before', () => {
    expect(withEnvironment([three, meetings], [five, early])).toEqual([
      { ...three, value: 5 },
      { ...meetings, value: { ...hours, morning: '07:30' } },
    ]);
  });
});

test.each<[string, Setting[], Explicit[], unknown[]]>([
  ['nothing set', [three], [], []],
  ['nothing written', [], [five], []],
  ['another value', [three], [five], [{ ...five, article: '1.32', instead: 4 }]],
  ['the same value', [{ ...three, value: 5 }], [five], []],
  ['another part', [meetings], [early], [{ ...early, article: '2.1', instead: '09:00' }]],
  ['the same part', [{ ...meetings, value: { ...hours, morning: '07:30' } }], [early], []],
])('what differs: %s', (_name, written, environment, expected) => {
  expect(differing(written, environment)).toEqual(expected);
});

test.each<[string, unknown, string]>([
  ['{value} cases.', 4, '4 cases.'],
  ['Up to {value}, or {value} at most.', 4, 'Up to 4, or 4 at most.'],
  ['It moves', true, 'It moves: true'],
  ['It moves.', true, 'It moves: true'],
  ['{morning} and {weekly}', { morning: '08:00', weekly: '09:00' }, '08:00 and 09:00'],
])('the reading “%s” of %j', (en, value, expected) => {
  const setting = { ...three, value, reading: { 'zh-CN': '', en } };
  expect(readingOf(setting, 'en', ': ', String)).toBe(expected);
});
