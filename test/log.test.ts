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

const reason = 'my mother is ill';
const lineOf = (facts: Record<string, unknown>): string => {
  const lines: string[] = [];
  makeLog('error', line => lines.push(line)).error('door.fault', facts);
  return lines.join('\n');
};
const errorIn = (error: unknown): string => (JSON.parse(lineOf({ error })) as { error: string }).error;
const answered = (message: string, more: object) => Object.assign(new Error(message), more);

it.each<[string, unknown]>([
  ['an answer of 30 MB', 'x'.repeat(30_000_000)],
  ['one of 10 MB in Chinese', '事'.repeat(10_000_000)],
  ['one of emoji, cut within one', `a${'😀'.repeat(5_000)}`],
  ['an error of 30 MB', new Error('x'.repeat(30_000_000))],
  ['its stack', new Error('x'.repeat(30_000_000)).stack],
  ['tokens', 'xoxb-1234-abcDEF '.repeat(100_000)],
])('%s is at most 2 kB of a line', (_, error) => {
  const said = errorIn(error);
  expect(Buffer.byteLength(said)).toBeLessThanOrEqual(2_000);
  expect(said).toMatch(/…$/);
  expect(said).not.toMatch(/\ufffd|abcDEF/);
});

it('is never longer than 8,000 characters, whatever it is given', () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`fact${index}`, 'x'.repeat(100)]));
  const line = lineOf(many);
  expect(line.length).toBeLessThanOrEqual(8_000);
  expect(JSON.parse(line)).toMatchObject({ level: 'error', event: 'door.fault', tooLong: expect.any(Number) });
});

it.each<[string, Error, string]>([
  [
    'what Slack refused',
    answered('An API error occurred: channel_not_found', {
      code: 'slack_webapi_platform_error',
      data: { ok: false, error: 'channel_not_found', message: { text: reason } },
    }),
    'An API error occurred: channel_not_found (slack_webapi_platform_error)',
  ],
  [
    'how long it asks to wait',
    answered('Too much', { code: 'slack_webapi_rate_limited_error', retryAfter: 30, headers: { a: reason } }),
    'Too much (slack_webapi_rate_limited_error, 30)',
  ],
  ['a refusal in somebody’s words', answered('Refused', { data: { error: `bad text: ${reason}` } }), 'Refused'],
  ['a code that is none', answered('Refused', { code: { text: reason } }), 'Refused'],
  ['what went before', new Error('Refused', { cause: new Error(reason) }), 'Refused'],
  ['the body', answered('An HTTP error', { code: 'HTTP', body: reason }), 'An HTTP error'],
  ['what it would write itself', answered('Refused', { toJSON: () => ({ body: reason }) }), 'Refused'],
])('of an error only known fields stand in a line: %s', (_, error, expected) => {
  expect(errorIn(error)).toBe(expected);
});

it.each<[string, string]>([
  ['what is no JSON', messageOf(() => JSON.parse(`{${reason}`))],
  ['what is no JSON from its middle on', messageOf(() => JSON.parse(`{"a":"b","c":1,"d":2 ${reason}, ${reason}`))],
  ['a word that is no number', `invalid input syntax for type integer: "${reason}"`],
  ['a word that is no choice', `invalid input value for enum leave_kind: "${reason}"`],
  ['a key that is taken', `duplicate key: Key (note, "memberId")=(${reason}, U1) already exists.`],
  ['a row that may not be', `Failing row contains (1, U1, ${reason}).`],
  ['arguments', `Invalid invocation:\n{\n  reason: "${reason}"\n}\n\nArgument at: missing`],
  ['arguments cut off', `Invalid invocation:\n{\n  reason: "${reason}${'x'.repeat(100_000)}"\n}`],
])('a fault that quotes %s is told without it', (_, message) => {
  for (const line of [lineOf({ error: message }), lineOf({ error: new Error(message) })]) {
    expect(line).not.toContain('mother');
    expect(line).toContain('door.fault');
  }
});

function messageOf(work: () => unknown): string {
  try {
    return String(work());
  } catch (fault) {
    return String(fault);
  }
}

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
