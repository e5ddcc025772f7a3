/** Leave and trips that nobody decides: approvers are reminded before they begin, and they expire where they begin (3.2). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment, type Person, type SeenMessage } from '../../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);
const APPROVERS = ['manager', 'deputy', 'assistant'];

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' }); // a Tuesday
  for (const user of ['deputy', 'presales2']) await as(user).locale('en-US');
});
afterAll(() => department.close());

const seen = async (user: string, part: string): Promise<SeenMessage[]> =>
  (await as(user).messages()).filter(({ text }) => text.includes(part));
const said = async (user: string, part: string) => (await seen(user, part)).map(({ text }) => text);
const card = async (user: string, of: string) =>
  (await as(user).messages()).findLast(({ text }) => text.includes(of) && !text.startsWith(':'));
const drawn = (message: SeenMessage | undefined) => JSON.stringify(message?.blocks);
const stateOf = async (memberId: string) =>
  (
    await department.application.office.database.read.leave.findFirstOrThrow({
      where: { memberId },
      orderBy: { id: 'desc' },
    })
  ).state;

describe('asked for the day after', () => {
  it('is reminded of once, when work ends, with its hour', async () => {
    await as('presales1').command('/leave tomorrow annual family');
    await as('presales2').command('/leave tomorrow pm sick');
    await as('keeper1').command('/trip 2026-12-04 customer');
    await department.travel('17:29');
    for (const user of APPROVERS) expect(await said(user, ':bell:')).toEqual([]);
    await department.travel('17:30');
    for (const user of ['manager', 'assistant']) {
      expect(await said(user, ':bell:')).toEqual([
        ':bell: 有 2 件事在等你审批：\n' +
          '• <@UPRESALES1>：请假或出差，2026-12-01 提交，2026-12-02 08:00 过期\n' +
          '• <@UPRESALES2>：请假或出差，2026-12-01 提交，2026-12-02 13:30 过期',
      ]);
    }
    const [english] = await seen('deputy', ':bell:');
    expect(english?.text).toBe(
      ':bell: 2 matters wait for your decision:\n' +
        '• <@UPRESALES1>: leave or trip, since 2026-12-01; it expires 2026-12-02 08:00\n' +
        '• <@UPRESALES2>: leave or trip, since 2026-12-01; it expires 2026-12-02 13:30',
    );
    expect(drawn(english)).toContain('Type `/approvals` to decide."');
  });

  it('is still decided a minute before it begins, and no longer when it does', async () => {
    await department.travel('2026-12-02T07:59');
    expect(drawn(await card('manager', '<@UPRESALES1>'))).toContain('approval.approve');
    await department.travel('08:00');
    expect([await stateOf('UPRESALES1'), await stateOf('UPRESALES2')]).toEqual(['expired', 'pending']);
  });

  it('tells whoever asked and, in one message each, who could have decided', async () => {
    expect(await said('presales1', ':hourglass:')).toEqual([
      ':hourglass: 你的请假申请一直没有人审批，已经过期：年假 · 2026-12-02(周三) · 1 天。以后的日期可以重新申请。',
    ]);
    expect((await said('manager', ':hourglass: 一直'))[0]).toBe(
      ':hourglass: 一直没有人审批，有 1 件申请已经过期，提交的人已收到通知：\n• <@UPRESALES1> 的请假申请：年假 · 2026-12-02(周三) · 1 天',
    );
    expect((await said('deputy', ':hourglass: Nobody'))[0]).toBe(
      ':hourglass: Nobody decided in time, so this has expired. Whoever asked has been told:\n' +
        '• <@UPRESALES1>: leave request, Annual leave · 2026-12-02 (Wed) · 1 day',
    );
    expect(await said('president', ':hourglass:')).toEqual([]);
  });

  it('leaves a card that says so, without buttons', async () => {
    const [manager, deputy] = [await card('manager', '<@UPRESALES1>'), await card('deputy', '<@UPRESALES1>')];
    expect(manager?.text).toContain(' — :hourglass: 已于 2026-12-02 08:00 过期：一直没有人审批。');
    expect(deputy?.text).toContain(' — :hourglass: Expired 2026-12-02 08:00: nobody decided in time.');
    for (const one of [manager, deputy]) expect(drawn(one)).not.toContain('approval.');
    expect(await as('presales1').command('/leave list')).toContain('年假 · 2026-12-02(周三) · 1 天 · *已过期*');
    expect(await as('presales1').command('/approvals')).toBe('没有等你审批的事项。');
  });

  it('excuses nobody', async () => {
    expect(await as('presales1').command('/checkin status')).not.toContain('已准假');
    await as('presales1').command('/leave cancel 1');
    expect(await as('presales1').command('/leave cancel 1')).toBe('这一条现在是“已过期”，不能再这样操作。');
  });

  it('an afternoon: at its beginning, and is not reminded of again in the morning', async () => {
    await department.travel('13:29');
    expect((await said('manager', ':bell:')).filter(text => text.includes('UPRESALES2'))).toHaveLength(1);
    await department.travel('13:30');
    expect(await said('presales2', ':hourglass:')).toEqual([
      ':hourglass: Nobody decided your leave request in time, so it has expired: Sick leave · 2026-12-02 (Wed) afternoon · 0.5 days. You can ask again for later days.',
    ]);
  });

  it('a trip likewise, passed on before: its approvers and the president are told', async () => {
    await department.travel('2026-12-03T17:30');
    expect((await said('president', ':bell:'))[0]).toContain(
      '• <@UKEEPER1>：请假或出差，2026-12-01 提交，2026-12-04 08:00 过期',
    );
    await department.travel('2026-12-04T08:00');
    expect(await stateOf('UKEEPER1')).toBe('expired');
    expect((await said('president', ':hourglass: 一直'))[0]).toContain('<@UKEEPER1> 的出差申请');
    expect((await said('keeper1', ':hourglass:'))[0]).toContain(
      '你的出差申请一直没有人审批，已经过期：出差 · 2026-12-04(周五)',
    );
  });
});

describe('over days off', () => {
  it('is reminded of on the last working day before, and expires on the first', async () => {
    await as('presales3').command('/leave 2026-12-05 2026-12-07 annual family'); // Saturday to Monday
    await as('presales4').command('/leave 2026-12-07 annual family');
    await department.travel('17:30');
    expect((await said('manager', ':bell:')).at(-1)).toContain(
      '<@UPRESALES3>：请假或出差，2026-12-04 提交，2026-12-07 08:00 过期',
    );
    await as('manager').press('approval.approve', { ts: (await card('manager', '<@UPRESALES4>'))?.ts ?? '' });
    await department.travel('2026-12-07T08:00');
    expect([await stateOf('UPRESALES3'), await stateOf('UPRESALES4')]).toEqual(['expired', 'approved']);
  });

  it('follows a decision about the days', async () => {
    await as('presales1').command('/leave 2026-12-08 2026-12-09 annual family');
    await as('manager').does('/calendar 2026-12-08 off repairs');
    await department.travel('2026-12-08T17:30');
    expect(await stateOf('UPRESALES1')).toBe('pending');
    await department.travel('2026-12-09T08:00');
    expect(await stateOf('UPRESALES1')).toBe('expired');
  });
});

describe('an emergency', () => {
  it('is decided after it has begun, until it ends, and reminded of an hour before', async () => {
    await department.travel('2026-12-10T07:50');
    for (const user of ['presales1', 'presales2']) await as(user).command('/leave today sick emergency fever');
    await department.travel('11:00');
    await as('deputy').press('approval.approve', { ts: (await card('deputy', '<@UPRESALES1>'))?.ts ?? '' });
    expect(await stateOf('UPRESALES1')).toBe('approved');
    await department.travel('16:29');
    const before = (await said('manager', ':bell:')).length;
    await department.travel('16:30');
    expect((await said('manager', ':bell:')).slice(before)).toEqual([
      ':bell: 有 1 件事在等你审批：\n• <@UPRESALES2>：请假或出差，2026-12-10 提交，2026-12-10 17:30 过期',
    ]);
    await department.travel('17:30');
    expect(await stateOf('UPRESALES2')).toBe('expired');
    expect(drawn(await card('manager', '<@UPRESALES2>'))).not.toContain('approval.');
  });
});

describe('a click that comes too late', () => {
  it('is refused in words, before and after the clock has seen it', async () => {
    const { database } = department.application.office;
    await as('presales3').command('/leave 2026-12-14 annual family');
    const [forManager, forDeputy] = [await card('manager', '2026-12-14'), await card('deputy', '2026-12-14')];
    const value = /"value":"([0-9a-f]{24})"/.exec(drawn(forManager))?.[1] ?? '';
    await database.read.approval.updateMany({ where: { token: value }, data: { expiresAt: new Date(0) } });
    await as('manager').press('approval.reject', { ts: forManager?.ts ?? '' });
    expect(await as('manager').view()).toBeNull();
    // The clock may see it meanwhile and tell them so: the refusal is not the last that they read.
    expect(await said('manager', '这个申请已于')).toEqual([
      '这个申请已于 1970-01-01 08:00 过期，不能再审批。以后的日期，对方可以重新申请。',
    ]);
    await as('deputy').press('approval.approve', { ts: forDeputy?.ts ?? '' });
    expect(await said('deputy', 'This request expired on')).toEqual([
      'This request expired on 1970-01-01 08:00 and can no longer be decided. Whoever asked can ask again for later days.',
    ]);
    await department.travel('2026-12-11T08:00');
    expect(await stateOf('UPRESALES3')).toBe('expired');
  });

  it('is on the record, chained', async () => {
    const { read } = department.application.office.database;
    const entries = await read.record.findMany({ where: { deed: { in: ['approval.expired', 'leave.expire'] } } });
    expect(entries.map(({ actor, noun }) => `${actor} ${noun}`).sort()).toEqual([
      ...Array<string>(7).fill('clock approval'),
      ...Array<string>(7).fill('clock leave'),
    ]);
    expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
