/** What a case is shown by: links in a line, the field of the form, what the accused adds; read by those who may see the case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' }); // a Tuesday
  await as('presales2').locale('en-US');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);
const lastOf = async (user: string) => shown(await as(user).last());
const kept = (caseId: number) =>
  department.application.office.database.read.caseEvidence.findMany({
    where: { caseId },
    orderBy: { id: 'asc' },
    select: { kind: true, byId: true, url: true, text: true },
  });
async function choose(user: string, actionId: string, selected: string | string[]): Promise<void> {
  const view = (await as(user).view())?.id ?? '';
  if (actionId === 'violation.article') await as(user).options(actionId, String(selected));
  await as(user).press(actionId, { view, selected });
}
async function openForm(user: string, person: string): Promise<void> {
  await as(user).does(`/violation @${person}`);
  await choose(user, 'violation.article', '1.4');
}

const ORDER = 'https://shop.example.com/order?id=7&x=1';

describe('links in a line', () => {
  it('are shown to the filer first, and to the accused in the hearing', async () => {
    const line = `/violation @presales1 @presales2 1.4 闲聊，见 ${ORDER}`;
    const asked = await as('supervisor').command(line);
    expect(asked).toMatch(
      /证据：\n• <https:\/\/shop\.example\.com\/order\?id=7&amp;x=1\|shop\.example\.com\/order\?id=7&amp;x=1>$/u,
    );
    await as('supervisor').does(line);
    expect(await lastOf('presales1')).toContain('证据：\n• <https://shop.example.com/order?id=7&amp;x=1|');
    expect(await lastOf('presales2')).toContain('Evidence:\n• <https://shop.example.com/order?id=7&amp;x=1|');
    const piece = { kind: 'link', byId: 'USUPERVISOR', url: ORDER, text: null };
    expect([await kept(1), await kept(2)]).toEqual([[piece], [piece]]);
  });

  it('stand nowhere else: no colleague, no channel', async () => {
    expect(await as('presales3').command('/violation 查看 1')).toContain('没有找到');
    for (const channel of ['department', 'notices', 'leaders'])
      expect(JSON.stringify(await as('manager').messages(channel))).not.toContain('shop.example.com');
  });
});

describe('the accused adds evidence with the answer', () => {
  it('and whoever decides reads it, marked as theirs', async () => {
    await as('presales2').press('violation.answer', { value: '2' });
    const faulty = await as('presales2').submit({
      'violation.answerText': 'I was on a call.',
      'violation.answerEvidence': 'https:// call',
    });
    expect(faulty.errors).toEqual({
      'violation.answerEvidence': '“https:// call” is not a whole link. Write it like https://example.com/order/1.',
    });
    const many = Array.from({ length: 11 }, (_, at) => `call ${at}`).join('\n');
    const tooMany = await as('presales2').submit({
      'violation.answerText': 'I was on a call.',
      'violation.answerEvidence': many,
    });
    expect(tooMany.errors).toEqual({
      'violation.answerEvidence': 'At most 10 pieces of evidence at once; these are 11.',
    });
    const sent = await as('presales2').submit({
      'violation.answerText': 'I was on a call.',
      'violation.answerEvidence': 'call list https://calls.example.com/9\ncustomer *7*',
    });
    expect(sent.errors).toBeUndefined();
    const card = await lastOf('manager');
    expect(card).toContain('• <https://calls.example.com/9|calls.example.com/9> call list（本人提供）');
    expect(card).toContain('• customer ＊7＊（本人提供）');
    expect((await kept(2)).slice(1)).toEqual([
      { kind: 'link', byId: 'UPRESALES2', url: 'https://calls.example.com/9', text: 'call list' },
      { kind: 'note', byId: 'UPRESALES2', url: null, text: 'customer *7*' },
    ]);
    // The other case of the incident is about somebody else.
    expect(await kept(1)).toHaveLength(1);
  });
});

describe('the field of the form', () => {
  it.each<[string, 'zh-CN' | 'en-US', string]>([
    ['https://', 'zh-CN', '“https://”不是完整的链接，写成 https://example.com/order/1 这样。'],
    ['http://', 'en-US', '“http://” is not a whole link. Write it like https://example.com/order/1.'],
    ['字'.repeat(301), 'zh-CN', '一条证据最多 300 字，这条有 301 字，请缩短或分行写。'],
    [
      'x'.repeat(301),
      'en-US',
      'A piece of evidence has at most 300 characters; this has 301. Shorten it, or use several lines.',
    ],
    [`https://example.com/${'字'.repeat(100)}`, 'zh-CN', '一条证据最多 300 字，这条有 920 字，请缩短或分行写。'],
    [
      Array.from({ length: 11 }, (_, at) => `https://example.com/${at}`).join(' '),
      'zh-CN',
      '一次最多 10 条证据，这里有 11 条。',
    ],
    [
      Array.from({ length: 12 }, (_, at) => `note ${at}`).join('\n'),
      'en-US',
      'At most 10 pieces of evidence at once; these are 12.',
    ],
  ])('refuses %.30s', async (typed, locale, answer) => {
    await as('manager').locale(locale);
    await openForm('manager', 'presales3');
    const { errors } = await as('manager').submit({ 'violation.facts': 'x', 'violation.evidence': typed });
    expect(errors).toEqual({ 'violation.evidence': answer });
    await as('manager').close();
    await as('manager').locale('zh-CN');
  });

  it('takes links and notes, a line each, and counts one that stands in the facts too once', async () => {
    await openForm('manager', 'presales3');
    const sent = await as('manager').submit({
      'violation.facts': `闲聊 ${ORDER}`,
      'violation.evidence': `${ORDER}\n订单 <!channel> 7`,
    });
    expect(shown(sent.view)).toContain('已记为第 3 号');
    expect((await kept(3)).map(({ kind, url, text }) => [kind, url, text])).toEqual([
      ['link', ORDER, null],
      ['note', null, '订单 <!channel> 7'],
    ]);
    expect(await as('manager').command('/violation 查看 3')).toContain('• 订单 &lt;!channel&gt; 7');
  });

  it('keeps a link of a line whose words hide it when the line is changed', async () => {
    await as('supervisor').command('/violation @presales4 1.4 闲聊 <https://example.com/hidden|记录>');
    await as('supervisor').press('line.change', { channel: 'department' });
    expect(JSON.stringify(await as('supervisor').view())).toContain('"initial_value":"https://example.com/hidden"');
    await as('supervisor').close();
    expect(await as('supervisor').command(`/violation @presales4 1.4 x https://example.com/${'x'.repeat(300)}`)).toBe(
      '一条证据最多 300 字，这条有 320 字，请缩短或分行写。',
    );
  });
});
