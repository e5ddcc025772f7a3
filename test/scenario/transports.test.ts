/** Each kind of delivery, once over each transport: what is said and done does not depend on how it came. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment } from '../support/department.ts';

const sentence = ':white_check_mark: 已提交第 1 号申请：年假 · 2026-12-07(周一) · 1 天。';

describe.each(['socket', 'http'] as const)('over %s', transport => {
  let department: Department;
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T20:00', environment: AT_ONCE, transport }); // a Tuesday
  });
  afterAll(async () => {
    const complaints = department.log.filter(({ level }) => level !== 'info');
    await department.close();
    expect(complaints).toEqual([]);
  });
  const as = (user: string) => department.as(user);

  it('a line', async () => {
    expect(await as('presales1').command('/leave 2026-12-07 annual 探亲')).toContain(sentence);
  });

  it('a press', async () => {
    await as('manager').press('approval.approve');
    expect(await as('presales1').command('/leave list')).toContain('*已批准*');
  });

  it('a form: opened, options offered, drawn anew, refused at an input, sent', async () => {
    const leader = as('supervisor');
    expect(await leader.does('/violation')).toBe('');
    const view = (await leader.view())?.id ?? '';
    const offered = await leader.options('violation.article', '1.4');
    expect(offered.map(({ value }) => value)).toContain('1.4');
    await leader.press('violation.person', { view, selected: ['presales1'] });
    await leader.press('violation.article', { view: (await leader.view())?.id ?? '', selected: '1.4' });
    expect(JSON.stringify((await leader.view())?.blocks)).toContain('由你决定成立');
    const refused = await leader.submit({ 'violation.date': '2026-12-02', 'violation.facts': '闲聊' });
    expect(Object.keys(refused.errors ?? {})).toEqual(['violation.date']);
    expect(await leader.submit({ 'violation.date': '2026-12-01', 'violation.facts': '闲聊' })).toMatchObject({
      ok: true,
    });
    expect((await as('presales1').last()).text).toContain('1.4');
  });

  it('the home tab', async () => {
    expect(JSON.stringify((await as('presales1').home()).blocks)).toContain('2026-12-07');
  });

  it('events: words said to the bot, and another language', async () => {
    // Nobody waits for the answer to an event, which comes when it comes.
    const told = async () => (await as('presales2').last()).text;
    await as('presales2').say('你好');
    await expect.poll(told).toContain('/help');
    await as('presales2').locale('en-US');
    await as('presales2').say('hello');
    await expect.poll(told).toMatch(/^(?!hello)[^\p{Script=Han}]+$/u);
  });
});
