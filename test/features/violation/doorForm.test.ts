import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T20:00', environment: AT_ONCE, transport: 'http' });
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);

interface Block {
  type: string;
  block_id?: string;
  text?: { text: string };
  element?: { options?: { value: string }[] };
}

/** Chooses in the person's open form, as a click does, and gives its blocks as they stand then. */
async function choose(user: string, actionId: string, selected: string | string[]): Promise<Block[]> {
  const view = (await as(user).view())?.id ?? '';
  if (actionId === 'violation.article') await as(user).options(actionId, String(selected));
  await as(user).press(actionId, { view, selected });
  return blocksOf(user);
}

async function blocksOf(user: string): Promise<Block[]> {
  return ((await as(user).view())?.blocks ?? []) as Block[];
}

const inputs = (blocks: Block[]) => blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
const textOf = (blocks: Block[], id: string) => blocks.find(({ block_id }) => block_id === id)?.text?.text;

describe('the form', () => {
  it('grows with the article and foresees who decides', async () => {
    const user = 'supervisor';
    expect(await as(user).does('/violation')).toBe('');
    expect(inputs(await blocksOf(user))).toEqual([
      'violation.person',
      'violation.article',
      'violation.date',
      'violation.facts',
      'violation.evidence',
      'violation.evidenceFiles',
    ]);
    expect(textOf(await blocksOf(user), 'violation.preview')).toBe(
      ':point_up: 选好人员和条款，就能看到条文、金额和由谁决定。',
    );
    await choose(user, 'violation.person', ['presales1']);
    const several = await choose(user, 'violation.article', '1.9');
    expect(inputs(several)).toContain('violation.tier.1.9');
    expect(textOf(several, 'violation.text')).toContain('_天猫 每次 200元 · 京东 每次 200元 · 其他店铺 每次 50元_');
    expect(textOf(several, 'violation.preview')).toBe(':point_up: 请再选一种情形。');
    const chosen = await choose(user, 'violation.tier', '1.9 jd');
    expect(textOf(chosen, 'violation.text')).toContain('_每次 200元_');
    expect(textOf(chosen, 'violation.preview')).toBe(':scales: 在你的权限内，提交即由你决定成立。');
    const open = await choose(user, 'violation.article', '1.1');
    expect(inputs(open)).toEqual([
      'violation.person',
      'violation.article',
      'violation.amount',
      'violation.notice',
      'violation.date',
      'violation.facts',
      'violation.evidence',
      'violation.evidenceFiles',
    ]);
    expect(textOf(open, 'violation.preview')).toBe(':point_up: 请再写金额。');
    expect(textOf(await choose(user, 'violation.amount', '300'), 'violation.preview')).toContain('由你决定成立');
    expect(textOf(await choose(user, 'violation.amount', '300.01'), 'violation.preview')).toBe(
      ':scales: 超过你的权限，提交后作为你的建议送 <@UPRESIDENT> 决定。',
    );
    expect(textOf(await choose(user, 'violation.amount', '3 hundred'), 'violation.preview')).toContain(
      ':warning: 金额“3 hundred”看不懂',
    );
    const counted = await choose(user, 'violation.article', '1.10');
    expect(inputs(counted)).toContain('violation.count');
    expect(inputs(counted)).not.toContain('violation.amount');
    expect(textOf(await choose(user, 'violation.count', '7'), 'violation.preview')).toContain('送 <@UPRESIDENT> 决定');
    expect(textOf(await choose(user, 'violation.person', ['keeper1']), 'violation.preview')).toBe(
      ':warning: 第 1.10 条只约束售前客服，这位同事没有这个岗位。请换人，或换一条。',
    );
    await as(user).close();
  });

  it('names the input at fault, files, and says where it went', async () => {
    const user = 'presales1';
    await as(user).locale('en-US');
    await as(user).does('/violation @presales2'); // the person is filled in
    await choose(user, 'violation.article', '1.1');
    const typed = { 'violation.date': '2026-12-02', 'violation.facts': 'no *plan*', 'violation.amount': '1,000' };
    expect((await as(user).submit(typed)).errors).toEqual({
      'violation.amount':
        'I cannot read the amount “1,000”: leave the separators out. Give yuan as a figure, for example 50 or 50.5.',
    });
    expect((await as(user).submit({ ...typed, 'violation.amount': '100' })).errors).toEqual({
      'violation.date': '2026-12-02 has not come yet. Give today or an earlier day.',
    });
    const right = { ...typed, 'violation.amount': '100', 'violation.date': '2026-12-01', 'violation.notice': ['yes'] };
    const sent = await as(user).submit(right);
    expect(sent.errors).toBeUndefined();
    expect(textOf(sent.view?.blocks as Block[], 'violation.sent')).toBe(
      [
        ':white_check_mark: Filed as No. 1: <@UPRESALES2>, 1.1 Plan, process and result, ¥100 · 1 notice of criticism.',
        'Any one of <@UMANAGER>, <@USUPERVISOR> takes it up; you will get a direct message.',
      ].join('\n'),
    );
    expect((await as('supervisor').last()).text).toBe(
      '违规处理：<@UPRESALES2>（2026-12-01 20:00 送达）：第 1 号 · 1.1 计划、过程与结果 · 2026-12-01(周二)',
    );
  });

  it('is refused without a tier, and for the president', async () => {
    const user = 'manager';
    await as(user).does('/violation');
    await choose(user, 'violation.person', ['presales3']);
    await choose(user, 'violation.article', '1.9');
    const filled = { 'violation.facts': '缺席' };
    expect(Object.keys((await as(user).submit(filled)).errors ?? {})).toEqual(['violation.tier.1.9']);
    await choose(user, 'violation.person', ['president']);
    await choose(user, 'violation.article', '1.4');
    expect((await as(user).submit(filled)).errors).toEqual({
      'violation.person': '部门条例不约束总裁，请选部门里的同事。',
    });
    await as(user).close();
  });
});

describe('the search of articles', () => {
  it('finds numbers, titles and texts in both languages, and nothing that cannot be filed', async () => {
    const user = 'presales4';
    await as(user).does('/violation');
    const values = async (query: string) =>
      (await as(user).options('violation.article', query)).map(({ value }) => value);
    expect(await values('1.9')).toEqual(['1.9']);
    expect(await values('班表')).toEqual(['1.9']);
    expect(await values('roster')).toContain('1.9');
    expect(await values('周例会')).toEqual([]);
    expect((await values('')).length).toBeGreaterThan(40);
    expect(await values('')).not.toContain('1.32');
    await as(user).close();
  });
});
