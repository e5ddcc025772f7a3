/** Slack fails in all the ways it can while a request for leave is on its way; every approver gets it once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:45' });
});
afterAll(() => department.close());

const approvers = ['manager', 'deputy', 'assistant'];

/** How many messages each approver has that name this day. */
async function copies(day: string): Promise<number[]> {
  const seen = await Promise.all(approvers.map(approver => department.as(approver).messages()));
  return seen.map(
    messages => messages.filter(({ text, ephemeral }) => ephemeral !== true && text.includes(day)).length,
  );
}

interface Entry {
  method?: string;
  fault?: string;
  ok: boolean;
}

const calls = async (): Promise<Entry[]> => (await department.call('/human/log?since=0')).entries as Entry[];

describe('a fault of chat.postMessage', () => {
  it.each([
    ['drop-after-accept', '2026-12-07'],
    ['429', '2026-12-08'],
    ['500', '2026-12-09'],
    ['internal_error', '2026-12-10'],
    ['timeout', '2026-12-11'],
  ])('(%s) costs nobody a message and brings nobody two', async (kind, day) => {
    await department.call('/human/fault', { kind, method: 'chat.postMessage', count: 2 });
    await department.as('presales1').command(`/leave ${day} ${day} annual family`);
    await department.application.settled();
    expect(await copies(day)).toEqual([1, 1, 1]);
  });
});

it('is met by looking before sending again', async () => {
  const asked = (await calls()).filter(({ method }) => method === 'conversations.history');
  expect(asked.length).toBeGreaterThan(0);
});

describe('an answer that is lost', () => {
  it('when a card is updated is no harm: the card shows the decision', async () => {
    await department.call('/human/fault', { kind: 'drop-after-accept', method: 'chat.update', count: 3 });
    await department.as('manager').press('approval.approve');
    await department.application.settled();
    expect(await copies('2026-12-11')).toEqual([1, 1, 1]);
    const { blocks } = await department.as('deputy').last();
    expect(JSON.stringify(blocks)).not.toContain('approval.approve');
  });
});

describe('a delivery made twice', () => {
  it('is answered once and does one thing', async () => {
    await department.call('/human/fault', { kind: 'redeliver', count: 1 });
    await department.as('presales2').command('/leave 2026-12-14 2026-12-14 annual family');
    await department.application.settled();
    expect(await copies('2026-12-14')).toEqual([1, 1, 1]);
    expect(await department.application.office.database.read.leave.count({ where: { from: '2026-12-14' } })).toBe(1);
  });
});

describe('a lost connection', () => {
  it('comes back by itself', async () => {
    await department.call('/human/fault', { kind: 'disconnect' });
    await expect.poll(() => department.as('presales3').command('/help')).toContain('/leave');
  });
});

it('leaves nothing dead behind', async () => {
  const { outbox } = department.application.office.database.read;
  expect(await outbox.count({ where: { state: { not: 'sent' } } })).toBe(0);
  expect(department.log.filter(({ level }) => level === 'error')).toEqual([]);
});
