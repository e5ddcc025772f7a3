/** What refusals propose, typed as it stands by whoever was refused, is understood; nobody is named who is not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment, type Person } from '../../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);
const refused: string[] = [];
/** Understood, whatever the answer: filed by an example before, or somebody who does not clock in. */
const UNDERSTOOD = ['violation.duplicate', 'praise.duplicate', 'attendance.notExpected'];

const LINES = [
  '/violation @nobody 1.4 chatting',
  '/violation 1.4 chatting',
  '/violation @presales2 1.9 absent',
  '/violation @presales2 1.9 jd',
  '/violation @presales2 1.1 no plan',
  '/violation @presales2 1.10 x1000 slow',
  '/violation @keeper1 1.21 door open',
  '/violation @presales2 1.4 2026-02-30 chatting',
  '/violation @presales2 1.1 1000000 no plan',
  '/violation @presales2 9.9 what',
  '/violation show',
  '/violation show x',
  '/violation withdraw',
  '/violation list @nobody',
  '/praise @nobody thanks',
  '/praise thanks',
  '/praise @presales2 100',
  '/praise @presales2 1,000 thanks',
  '/praise @presales2 11.28 thanks',
  '/praise @presales2 100 smiles',
  '/praise @presales2 2026-02-30 thanks',
  '/praise show',
  '/praise withdraw x',
  '/praise list @nobody',
  '/ledger 2099-01',
  '/ledger someday',
  '/post @nobody',
  '/post @nobody presales',
  '/post @keeper1 boss',
  '/post @keeper1 led by @nobody',
  '/post @keeper1 keeper @nobody',
  '/handover done',
  '/handover accept',
  '/handover pass',
  '/handover add',
  '/handover withdraw',
  '/handover @nobody Ms Wu tmall refund',
  '/handover ??',
  '/approvals nonsense',
  '/approvals delegate',
  '/approvals delegate @nobody today',
  '/approvals delegate @deputy someday',
  '/approvals decided one two',
  '/approvals decided @nobody',
  '/checkin nonsense',
  '/checkin @nobody',
  '/leave cancel',
  '/leave cancel x',
  '/leave someday',
  '/leave 2026-12-25',
  '/trip someday',
  '/meeting nonsense',
  '/meeting sheet someday',
  '/meeting monthly someday',
  '/calendar nonsense',
  '/me @presales2',
  '/me nonsense',
];

/** What the hour decides, and what says by a word that something is to be put in its place. */
const NOT_TO_TRY = /^\/checkin$|^\/meeting (?:signin|签到|report|汇报)|编号|关键词|number|words|…/u;

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:49', environment: AT_ONCE });
  await department.travel('08:10'); // a sheet was posted and is closed
  for (const user of ['presales1', 'manager']) {
    await as('presales2').does(`/handover @${user} Ms Zhang tmall refund not there yet`);
    await as(user).does('/handover @presales2 Mr Li jd promised a call');
    await as(user).does('/violation @presales3 1.4 chatting at work');
    await as(user).command('/leave 2026-12-22 annual family');
  }
  for (const { refusals } of Object.values(department.application.office.speech.languages)) {
    const words = refusals as Record<string, (params: never) => string>;
    for (const [code, say] of Object.entries(words)) {
      words[code] = params => {
        refused.push(code);
        return say(params);
      };
    }
  }
});
afterAll(() => department.close());

describe('/post alone', () => {
  it('shows everybody what they may type', async () => {
    await as('presales1').locale('zh-CN');
    await as('manager').locale('zh-CN');
    const [staff, manager] = [await as('presales1').command('/post'), await as('manager').command('/post')];
    expect(staff).toContain('`/post 列表` — ');
    for (const form of [' 收回 售前客服`', ' 归 @', '安排岗位，并指定上级']) {
      expect(staff).not.toContain(form);
      expect(manager).toContain(form);
    }
  });
});

describe.each([
  ['presales1', 'zh-CN'],
  ['presales1', 'en-US'],
  ['manager', 'en-US'],
  ['manager', 'zh-CN'],
  ['president', 'zh-CN'],
  ['president', 'en-US'],
] as const)('%s in %s', (user, locale) => {
  it('can type every example as it stands', async () => {
    await as(user).locale(locale);
    const wrong: string[][] = [];
    const tried = new Set<string>();
    for (const line of LINES) {
      const answer = await as(user).command(line);
      if (/[⟦⟧]|YYYY|@name/u.test(answer)) wrong.push([line, answer]);
      for (const [, example = ''] of answer.matchAll(/`(\/[^`]+)`/gu)) {
        if (NOT_TO_TRY.test(example) || tried.has(example)) continue;
        tried.add(example);
        const before = refused.length;
        const said = await as(user).does(example);
        if (refused.slice(before).some(code => !UNDERSTOOD.includes(code))) wrong.push([line, answer, example, said]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('brackets that a person types', () => {
  it.each([
    ['⟦day 0⟧', '11'],
    ['⟦@presales⟧', '12'],
    ['⟦[x]⟧', '13'],
    ['⟦leave⟧', '14'],
    ['⟦⟧', '18'],
    ['⟦', '19'],
  ])('%s are theirs', async (typed, day) => {
    const shown = typed.replaceAll('⟦', '〚').replaceAll('⟧', '〛');
    expect(await as('presales4').command(`/leave ${typed}`)).toContain(`“${shown}”`);
    await as('presales4').command(`/leave 2027-01-${day} annual family ${typed}`);
    const cards = JSON.stringify(await as('deputy').messages());
    expect(cards).not.toMatch(/[⟦⟧]/u);
    expect(cards).toContain(`family ${shown}`);
  });
});
