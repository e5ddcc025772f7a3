/** The list of what waits: a second click on the same spot decides nothing that was not read. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment, type Person, type SeenMessage } from '../../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00', environment: AT_ONCE }); // a Tuesday
  await as('presales1').command('/leave 2026-12-07 annual family');
  await as('presales2').command('/trip 2026-12-10 2026-12-11 customer visit');
  await as('keeper1').command('/leave 2026-12-08 am personal bank');
  await as('deputy').locale('en-US');
});
afterAll(() => department.close());

/** The rows of a list, each as the people it names and what stands below it: its buttons' token, or the decision. */
function rows({ blocks = [] }: SeenMessage): string[] {
  const found: string[] = [];
  let row = '';
  for (const block of blocks.slice(1)) {
    const text = JSON.stringify(block);
    if (block.type === 'divider') {
      found.push(row);
      row = '';
    } else if (block.type === 'actions') row += ` [${/"value":"(\w+)"/.exec(text)?.[1]}]`;
    else if (block.type === 'context') row += ` ${(block.elements?.[0] as { text?: string } | undefined)?.text}`;
    else row += /<@(\w+)>/.exec(text)?.[1] ?? '';
  }
  return found;
}

const list = async (user: string) =>
  (await as(user).messages('department')).findLast(({ ephemeral }) => ephemeral === true);
const kinds = (message: SeenMessage | undefined) => message?.blocks?.map(({ type }) => type);
const shape = (below: string) => ['section', 'section', below, 'divider'];

it('keeps every row in its place, and says in it who decided and when', async () => {
  await as('manager').command('/approvals');
  const before = await list('manager');
  const ts = before?.ts ?? '';
  const tokens = rows(before ?? { ts, user: '', text: '' }).map(row => /\[(\w+)\]/.exec(row)?.[1] ?? '');
  expect(tokens).toHaveLength(3);
  expect(kinds(before)).toEqual(['header', ...shape('actions'), ...shape('actions'), ...shape('actions')]);

  await as('manager').press('approval.approve', { channel: 'department', ts, value: tokens[0] ?? '' });
  const after = await list('manager');
  expect(after?.ts).toBe(ts);
  expect(kinds(after)).toEqual(['header', ...shape('context'), ...shape('actions'), ...shape('actions')]);
  expect(rows(after ?? { ts, user: '', text: '' })).toEqual([
    'UPRESALES1 :white_check_mark: 已由 <@UMANAGER> 于 2026-12-01 14:00 批准',
    `UPRESALES2 [${tokens[1]}]`,
    `UKEEPER1 [${tokens[2]}]`,
  ]);
  expect(after?.text.split('\n')[0]).toBe('已批准，已通知对方。<@UPRESALES1>：年假 · 2026-12-07(周一) · 1 天');

  await as('deputy').press('approval.approve');
  expect((await as('deputy').last()).text).toBe(
    'Approved; they have been told. <@UKEEPER1>: Personal leave · 2026-12-08 (Tue) morning · 0.5 days',
  );
  await as('manager').press('approval.approve', { channel: 'department', ts, value: tokens[1] ?? '' });
  expect(rows((await list('manager')) ?? { ts, user: '', text: '' })).toEqual([
    'UPRESALES1 :white_check_mark: 已由 <@UMANAGER> 于 2026-12-01 14:00 批准',
    'UPRESALES2 :white_check_mark: 已由 <@UMANAGER> 于 2026-12-01 14:00 批准',
    'UKEEPER1 :white_check_mark: 已由 <@UDEPUTY> 于 2026-12-01 14:00 批准',
  ]);
});

it('does not take in what came since; that stands at its end as a number', async () => {
  await as('presales1').command('/leave 2026-12-15 annual family');
  await as('presales2').command('/leave 2026-12-16 annual family');
  await as('assistant').command('/approvals');
  const ts = (await list('assistant'))?.ts ?? '';
  await as('keeper1').command('/leave 2026-12-17 annual family');
  await as('assistant').press('approval.approve', { channel: 'department', ts });
  const after = await list('assistant');
  expect(after?.text).toContain('等你审批 (2)');
  expect(rows(after ?? { ts, user: '', text: '' })).toHaveLength(2);
  expect(after?.text.split('\n').at(-1)).toBe('……另有 1 项');
});

it('a row rejected by the form, or passed on with words, says so in its place too', async () => {
  await as('manager').command('/approvals');
  const before = await list('manager');
  const ts = before?.ts ?? '';
  const tokens = rows(before ?? { ts, user: '', text: '' }).map(row => /\[(\w+)\]/.exec(row)?.[1] ?? '');
  await as('manager').press('approval.reject', { channel: 'department', ts, value: tokens[0] ?? '' });
  expect((await as('manager').submit({ 'approval.why': ' ' })).errors).toBeDefined();
  expect(rows((await list('manager')) ?? { ts, user: '', text: '' })[0]).toBe(`UPRESALES2 [${tokens[0]}]`);
  await as('manager').submit({ 'approval.why': '当天人手不够' });
  const after = await list('manager');
  expect(after?.ts).toBe(ts);
  expect(rows(after ?? { ts, user: '', text: '' })).toEqual([
    'UPRESALES2 :no_entry: 已由 <@UMANAGER> 于 2026-12-01 14:00 驳回\n理由：当天人手不够',
    `UKEEPER1 [${tokens[1]}]`,
  ]);
  expect(after?.text.split('\n')[0]).toBe('已驳回，已通知对方。<@UPRESALES2>：年假 · 2026-12-16(周三) · 1 天');
  await as('manager').press('approval.approve', { channel: 'department', ts, value: tokens[1] ?? '' });
  expect(rows((await list('manager')) ?? { ts, user: '', text: '' })[1]).toContain('UKEEPER1 :white_check_mark:');
});

it('also a case, decided in the other language or recommended to the president', async () => {
  await as('presales4').command('/violation @presales1 1.4 chatting');
  await as('presales4').command('/violation @presales2 1.29 parcels');
  await as('manager').locale('en-US');
  await as('manager').command('/approvals');
  const ts = (await list('manager'))?.ts ?? '';
  const tokens = rows((await list('manager')) ?? { ts, user: '', text: '' }).map(
    row => /\[(\w+)\]/.exec(row)?.[1] ?? '',
  );
  await as('manager').press('approval.reject', { channel: 'department', ts, value: tokens[0] ?? '' });
  await as('manager').submit({ 'approval.why': 'not so' });
  await as('manager').press('approval.approve', { channel: 'department', ts, value: tokens[1] ?? '' });
  await as('manager').submit({ 'approval.recommendation': 'please do' });
  const [first, second] = rows((await list('manager')) ?? { ts, user: '', text: '' });
  expect(first).toContain(':no_entry:');
  expect(first).toContain('by <@UMANAGER>, 2026-12-01 14:00\nReason: not so');
  expect(second).toContain(':white_check_mark:');
  expect(second).toContain('by <@UMANAGER>, 2026-12-01 14:00');
});
