/** One person's thousand commands: they are asked to wait, and nobody else notices. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00', environment: { RATE_LIMIT: '40' } });
});
afterAll(() => department.close());

it('costs the others nothing, and the database forty of them a while', async () => {
  const others = ['presales2', 'presales3', 'manager'];
  const [answers, waited]: [string[], number[]] = [[], []];
  const type = async (user: string) => {
    const began = performance.now();
    const { response, text } = await department.call('/human/command', {
      user,
      channel: 'department',
      command: '/help',
      text: '',
    });
    const said = (response as { text?: string } | undefined)?.text ?? String(text ?? '');
    return { said, ms: performance.now() - began };
  };
  const flood = async () => {
    for (let number = 0; number < 1_000; number += 20)
      for (const { said } of await Promise.all(Array.from({ length: 20 }, () => type('presales1')))) answers.push(said);
  };
  const work = async (user: string) => {
    for (let number = 0; number < 10; number++) {
      const { said, ms } = await type(user);
      // A busy machine may take longer, and then says so; nobody else is asked to wait.
      expect(said).toMatch(/\/leave|正在处理/);
      waited.push(ms);
    }
  };
  const began = performance.now();
  await Promise.all([flood(), ...others.map(work)]);
  const whiles = Math.ceil((performance.now() - began) / 10_000) + 1;
  const refused = answers.filter(said => said.includes('操作太快了')).length;
  const figures = { commands: answers.length, refused, others: waited.length, slowestMs: Math.max(...waited) };
  expect(figures.commands).toBe(1_000);
  expect(refused).toBeGreaterThanOrEqual(1_000 - 40 * whiles);
  expect(figures.slowestMs).toBeLessThan(3_000);
  // What was refused was not even looked up.
  const receipts = await department.application.office.database.read.receipt.count();
  expect(receipts).toBe(1_000 - refused + figures.others);
  const warned = department.log.filter(({ event }) => event === 'door.limited').length;
  expect(warned).toBeGreaterThanOrEqual(1);
  expect(warned).toBeLessThanOrEqual(whiles);
}, 120_000);
