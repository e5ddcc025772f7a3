/** The log is for whoever runs the bot: complete lines, and nothing that is a secret or somebody's own words. */
import { expect, it } from 'vitest';
import { makeLog, redact } from '../src/log.ts';
import { openOffice } from './support/office.ts';

it('writes one JSON object a line, at or above its level', () => {
  const lines: string[] = [];
  const log = makeLog('warn', line => lines.push(line));
  log.info('quiet');
  log.warn('door.slow', { ms: 2_600n, text: 'two\nlines' });
  log.error('door.fault', { error: new Error('broken') });
  expect(lines.every(line => !line.includes('\n'))).toBe(true);
  expect(lines.map(line => JSON.parse(line))).toEqual([
    { at: expect.stringMatching(/^\d{4}-.*Z$/), level: 'warn', event: 'door.slow', ms: '2600', text: 'two\nlines' },
    { at: expect.any(String), level: 'error', event: 'door.fault', error: 'broken' },
  ]);
});

it('says nothing at all when it is to be silent', () => {
  const lines: string[] = [];
  makeLog('silent', line => lines.push(line)).error('broken');
  expect(lines).toEqual([]);
});

it.each([
  ['token xoxb-1234-abcDEF refused', 'token xoxb-… refused'],
  ['xapp-1-A0-42-deadbeef', 'xapp-…'],
  ['postgresql://tiaoli:p4ss@db.example:5432/x', 'postgresql://tiaoli:…@db.example:5432/x'],
  ['an ordinary sentence with a@b.example', 'an ordinary sentence with a@b.example'],
])('%s', (text, expected) => {
  expect(redact(text)).toBe(expected);
});

it('leaves out what somebody wrote when a database call is wrong', async () => {
  const house = await openOffice();
  const at = house.clock.now();
  const wrong = { date: '2026-12-01', note: 'a private reason', setBy: 'manager', at, working: 'perhaps' } as never;
  const fault = await house.office.database.read.calendarDay.create({ data: wrong }).catch((error: unknown) => error);
  await house.close();
  const lines: string[] = [];
  const error = (fault as Error).stack;
  makeLog('error', line => lines.push(line)).error('door.fault', { error });
  expect(error).toContain('a private reason');
  expect(lines.join()).not.toContain('private');
  expect(lines.join()).toContain('Expected Boolean, provided String');
});
