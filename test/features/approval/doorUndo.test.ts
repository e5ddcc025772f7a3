/** A decision is taken back: by who took it within a working day, by whoever stands above them at any time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userIdOf } from '../../../prisma/department.ts';
import { AT_ONCE, type Department, openDepartment, type Person } from '../../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);
const texts = async (user: string, channel?: string) => (await as(user).messages(channel)).map(({ text }) => text);
const read = () => department.application.office.database.read;

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00', environment: AT_ONCE }); // a Tuesday
  await as('presales2').locale('en-US');
});
afterAll(() => department.close());

async function undo(user: string, value: string, reason: string) {
  await as(user).command('/approvals decided');
  await as(user).press('approval.takeBack', { channel: 'department', value });
  const answer = await as(user).submit({ 'approval.undoWhy': reason });
  await as(user).close();
  return answer;
}

describe('leave approved by mistake', () => {
  it('is taken back by who approved it, with a reason; all are told, and the card says so', async () => {
    await as('presales2').command('/leave 2026-12-08 annual family');
    await as('assistant').press('approval.approve');
    expect(await as('assistant').command('/approvals decided')).toBe(
      '你可以收回的决定\n<@UPRESALES2>：请假申请 · 年假 · 2026-12-08(周二) · 1 天\n由 <@UASSISTANT> 于 2026-12-01 14:00 决定',
    );
    expect((await undo('assistant', 'leave:1', ' ')).errors).toEqual({
      'approval.undoWhy': '请写明理由，有关的人都会看到，例如“点错了一行”。',
    });
    await undo('assistant', 'leave:1', '点错了一行');
    const told = await as('presales2').last();
    expect(told.text).toBe(
      ':leftwards_arrow_with_hook: <@UASSISTANT> took a decision about <@UPRESALES2> back; it no longer holds: leave request, Annual leave · 2026-12-08 (Tue) · 1 day',
    );
    expect(JSON.stringify(told.blocks)).toContain('Reason: 点错了一行');
    expect((await read().leave.findUniqueOrThrow({ where: { id: 1 } })).state).toBe('cancelled');
    const card = (await as('deputy').messages()).find(({ text }) => text.includes('<@UPRESALES2>'));
    expect(card?.text).toContain('已由 <@UASSISTANT> 于 2026-12-01 14:00 收回\n理由：点错了一行');
    expect(await as('presales2').command('/leave list')).toContain('cancelled');
  });

  it('is taken back once, and is on the record', async () => {
    expect(await as('assistant').command('/approvals decided')).toBe('现在没有你可以收回的决定。');
    const entries = await read().record.findMany({ where: { deed: { in: ['approval.takenBack', 'leave.revoke'] } } });
    expect(entries.map(({ actor, deed }) => `${actor} ${deed}`).sort()).toEqual([
      'UASSISTANT approval.takenBack',
      'UASSISTANT leave.revoke',
    ]);
    expect(JSON.stringify(entries)).not.toContain('点错');
  });

  it('is no longer theirs after a working day, and still their leader’s', async () => {
    await as('presales2').command('/leave 2026-12-16 annual family');
    await as('assistant').press('approval.approve');
    await department.travel('2026-12-02T17:00');
    expect(await as('assistant').command('/approvals decided')).toContain('2026-12-16');
    await department.travel('2026-12-03T08:30');
    expect(await as('assistant').command('/approvals decided')).toBe('现在没有你可以收回的决定。');
    expect(await as('deputy').command('/approvals decided')).toBe('现在没有你可以收回的决定。');
    await undo('manager', 'leave:2', '人手不够');
    expect((await texts('assistant')).at(-1)).toContain('<@UMANAGER> 收回了对 <@UPRESALES2> 的决定');
    expect((await texts('presales2')).at(-1)).toContain('<@UMANAGER> took a decision about <@UPRESALES2> back');
  });
});

describe('leave that has begun', () => {
  const halves = async (memberId: string) => {
    const row = await read().leave.findFirstOrThrow({ where: { memberId }, orderBy: { id: 'desc' } });
    return `${row.state} ${row.from} ${row.fromHalf} – ${row.to} ${row.toHalf}: ${row.halfDays}`;
  };
  const idOf = async (memberId: string) =>
    (await read().leave.findFirstOrThrow({ where: { memberId }, orderBy: { id: 'desc' } })).id;

  it('keeps what was taken, and gives the rest back', async () => {
    await as('presales2').command('/leave 2026-12-07 2026-12-09 annual family');
    await as('assistant').press('approval.approve');
    await as('keeper1').command('/trip 2026-12-08 pm 2026-12-09 客户');
    await as('assistant').press('approval.approve');
    await as('logistics1').command('/leave 2026-12-08 sick');
    await as('assistant').press('approval.approve');
    await department.travel('2026-12-08T14:00');
    await undo('manager', `leave:${await idOf('UPRESALES2')}`, '人手不够');
    expect(await halves('UPRESALES2')).toBe('approved 2026-12-07 am – 2026-12-08 pm: 4');
    expect((await texts('presales2')).at(-1)).toBe(
      ':leftwards_arrow_with_hook: <@UMANAGER> took a decision about <@UPRESALES2> back (leave request): what has begun stays taken, the rest are working days again; Annual leave · 2026-12-07 (Mon) – 2026-12-08 (Tue) · 2 days · giving back 2026-12-09 (Wed) · 1 day',
    );
    expect((await texts('assistant')).at(-1)).toBe(
      ':leftwards_arrow_with_hook: <@UMANAGER> 收回了对 <@UPRESALES2> 的决定（请假申请）：已经开始的半天仍算已休，其余退回，请照常上班；年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天 · 退回 2026-12-09(周三) · 1 天',
    );
    expect(await as('presales2').command('/checkin status')).toContain('*Afternoon out* from 17:30 — excused');
  });

  it('also a trip whose first half has begun', async () => {
    await undo('manager', `leave:${await idOf('UKEEPER1')}`, '人手不够');
    expect(await halves('UKEEPER1')).toBe('approved 2026-12-08 pm – 2026-12-08 pm: 1');
  });

  it('is taken back once, and not where all of it was taken', async () => {
    const left = await as('manager').command('/approvals decided');
    for (const user of ['presales2', 'keeper1', 'logistics1']) expect(left).not.toContain(`<@${userIdOf(user)}>`);
    const entries = await read().record.findMany({ where: { deed: 'leave.shortened' } });
    expect(entries.map(({ actor }) => actor)).toEqual(['UMANAGER', 'UMANAGER']);
  });
});

describe('a case upheld by mistake', () => {
  it('no longer counts: accused, filer and decider are told, card and notice follow, and so does the count', async () => {
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) {
      await as('presales3').command(`/violation @presales1 1.8 ${day} late`);
      await as('supervisor').press('approval.approve');
    }
    expect(await read().case.count({ where: { article: '8.3', state: 'proposed' } })).toBe(1);
    await undo('supervisor', 'case:3', '看错了人');
    expect((await read().case.findUniqueOrThrow({ where: { id: 3 } })).state).toBe('voided');
    for (const user of ['presales1', 'presales3']) {
      expect((await texts(user)).at(-1)).toBe(
        ':leftwards_arrow_with_hook: <@USUPERVISOR> 收回了对 <@UPRESALES1> 的决定，该决定不再有效：违规处理，第 3 号 · 1.8 开会与培训守时 · 2026-12-03(周四)',
      );
    }
    expect(JSON.stringify(await as('presales1').messages())).toContain('*已作废*');
    expect((await texts('keeper1', 'notices')).at(-1)).toContain('*撤销通报批评*');
    expect(JSON.stringify(await as('keeper1').messages('notices'))).not.toContain('看错了人');
    expect(await read().case.count({ where: { article: '8.3', state: 'withdrawn' } })).toBe(1);
  });

  it('that was upheld by filing is taken back as well, by the manager at any time', async () => {
    await as('supervisor').does('/violation @presales4 1.4 chatting');
    await department.travel('2026-12-11T09:00');
    expect(await as('supervisor').command('/approvals decided @presales4')).toBe('现在没有你可以收回的决定。');
    const { id } = await read().case.findFirstOrThrow({ where: { accusedId: 'UPRESALES4' } });
    await undo('manager', `case:${id}`, '证据不足');
    expect((await texts('supervisor')).at(-1)).toContain('<@UMANAGER> 收回了对 <@UPRESALES4> 的决定');
    expect((await texts('presales4')).at(-1)).toContain('<@UMANAGER> 收回了对 <@UPRESALES4> 的决定');
  });

  it('is nobody’s to take back in their own matter, nor of whom they lead', async () => {
    await as('president').does('/violation @manager 1.4 chatting');
    for (const user of ['manager', 'supervisor', 'deputy', 'presales1']) {
      expect(await as(user).command('/approvals decided @manager')).toMatch(/没有你可以收回的决定/);
    }
    expect(await as('president').command('/approvals decided @manager')).toContain('<@UMANAGER>：违规处理');
  });
});

it.each(['/approvals decided @presales1 now', '/approvals decided 1 2'])(
  'explains itself when it reads %s',
  async line => {
    expect(await as('manager').command(line)).toBe(
      '请写 `/approvals 已决定`，或在后面写一个人，例如 `/approvals 已决定 @presales1`。',
    );
  },
);
