/** The connection to Slack fails in every way it can; the process lives on, and comes back by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';
import { keepFigures } from '../support/figures.ts';

let department: Department;
let losses = 0;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00', transport: 'socket' });
});
afterAll(async () => {
  await department.close();
  keepFigures(9, 'test/scenario/connection.test.ts', { 'connections lost and found again': losses });
});

const fault = (order: object) => department.call('/human/fault', order);
const answers = () => department.as('presales1').command('/help');
const reconnected = () => department.log.filter(({ event }) => event === 'slack.reconnected').length;

it.each<[string, object[]]>([
  ['a disconnect', [{ kind: 'disconnect' }]],
  [
    'a disconnect, and a token that Slack refuses for a while',
    [{ kind: 'error', error: 'invalid_auth', method: 'apps.connections.open', count: 1 }, { kind: 'disconnect' }],
  ],
  ['a disconnect, and nobody there for a second', [{ kind: 'refuse-connection', seconds: 1 }, { kind: 'disconnect' }]],
  ['a socket that is open and silent', [{ kind: 'silent-socket' }]],
])('%s', async (_, orders) => {
  const before = reconnected();
  for (const order of orders) await fault(order);
  await expect.poll(reconnected).toBe(before + 1);
  expect(await answers()).toContain('/leave');
  losses += 1;
});

it('nothing else went wrong', () => {
  expect(department.log.filter(({ level }) => level === 'error').map(({ event, message }) => [event, message])).toEqual(
    [['slack.library', expect.stringContaining('invalid_auth')]],
  );
});
