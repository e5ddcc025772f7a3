/** One person's thousand commands: they are asked to wait, and nobody else notices. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';
import { keepFigures } from '../support/figures.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00', environment: { RATE_LIMIT: '40' } });
});
afterAll(() => department.close());

interface Entry {
  type?: string;
  payload: { user_id?: string };
  ack_ms: number;
}

it('costs the others nothing, and the database forty of them a while', async () => {
  const others = ['presales2', 'presales3', 'manager'];
  const answers: string[] = [];
  const type = async (user: string) => {
    const { response, text } = await department.call('/human/command', {
      user,
      channel: 'department',
      command: '/help',
      text: '',
    });
    return (response as { text?: string } | undefined)?.text ?? String(text ?? '');
  };
  const flood = async () => {
    for (let number = 0; number < 1_000; number += 10)
      answers.push(...(await Promise.all(Array.from({ length: 10 }, () => type('presales1')))));
  };
  const work = async (user: string) => {
    for (let number = 0; number < 10; number++) {
      // A busy machine may take longer, and then says so; nobody else is asked to wait.
      expect(await type(user)).toMatch(/\/leave|正在处理/);
    }
  };
  const began = performance.now();
  await Promise.all([flood(), ...others.map(work)]);
  const floodMs = performance.now() - began;
  const whiles = Math.ceil(floodMs / 10_000) + 1;
  const refused = answers.filter(said => said.includes('操作太快了')).length;
  const entries = (await department.call('/human/log?since=0')).entries as Entry[];
  const acks = entries.filter(({ type, payload }) => type === 'slash_commands' && payload.user_id !== 'UPRESALES1');
  const slowestMs = Math.max(...acks.map(({ ack_ms }) => ack_ms));
  const figures = { commands: answers.length, refused, others: acks.length, slowestMs };
  expect(figures.others).toBe(30);
  expect(figures.commands).toBe(1_000);
  expect(refused).toBeGreaterThanOrEqual(1_000 - 40 * whiles);
  // Nobody waits for the flood: three seconds, or a small part of it where the machine is busy.
  expect(figures.slowestMs).toBeLessThan(Math.max(3_000, floodMs / 5));
  // What was refused was not even looked up.
  const receipts = await department.application.office.database.read.receipt.count();
  expect(receipts).toBe(1_000 - refused + figures.others);
  const warned = department.log.filter(({ event }) => event === 'door.limited').length;
  expect(warned).toBeGreaterThanOrEqual(1);
  expect(warned).toBeLessThanOrEqual(whiles);
  keepFigures(10, 'test/scenario/flood.test.ts', {
    'commands of one person at once': figures.commands,
    'of them turned away': refused,
    'slowest answer to others, ms': figures.slowestMs,
  });
});
