import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { userIdOf } from '../../prisma/department.ts';
import { examplesFor } from '../../src/features/help/workflow.ts';
import { todayOf } from '../../src/kernel/civil.ts';
import { LOCALES, type Locale } from '../../src/kernel/locale.ts';
import { isRefusal, type Refusal, refuse } from '../../src/kernel/refusal.ts';
import { filledIn } from '../../src/locales/examples.ts';
import type { Member } from '../../src/member/rules.ts';
import type { Reception } from '../../src/office/office.ts';
import { receptionOf } from '../../src/office/reception.ts';
import { spoken } from '../../src/slack/answer.ts';
import { mentionOf } from '../../src/slack/mention.ts';
import { typedLine } from '../../src/slack/typed.ts';
import { type Department, openDepartment } from '../support/department.ts';
import { languages, readerOf } from '../support/speech.ts';

const PEOPLE = ['@nobody', '@helperbot', '@left1', '@guest1', '@partner1', '@newcomer', '@tiaoli', '<@U0STRANGER>'];
const NAMES = ['@', '<@>', '<!channel>', '@presales1@presales2', '@two words', `@${'w'.repeat(300)}`];
const DATES = ['2026-02-30', '0000-00-00', '9999-12-31', '31/02', '100000-01-01', '2026-13-01', '12-32', '13月1日'];
const FIGURES = ['-1', '1e309', 'NaN', '1,000', '1.555', '٣٠٠', '99999999', 'Infinity', '1.5.5', '--5', '$50'];
const JUNK = [
  'asdf',
  '什么',
  '😀'.repeat(1000),
  '👩‍👩‍👧‍👦'.repeat(60),
  'x'.repeat(4100),
  'w'.repeat(600),
  '\u0000\u0007\u001b[31mred',
  '\u202egnirts\u2066',
  'a\u0300'.repeat(300),
  '\ud83d half',
  "'; DROP TABLE member; --",
  '$1 %_ \\',
  '<!channel> <!here> <!everyone>',
  '&lt;!channel&gt; &amp;amp;',
  '<@guest1|x> <#C1|y> <https://evil.example|bank>',
  '```code``` `tick` *bold* _it_ ~no~ > quote',
  '？？？！！',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'leave.tooLate',
  '\u2028\u2029two\nlines',
];

const after = (command: string, words: readonly string[]) => words.map(word => `${command} ${word}`);
const around = (words: readonly string[], line: (word: string) => string) => words.map(line);

/** What can be typed wrongly after each command, by somebody who may use all of it. */
const NONSENSE: Record<string, readonly string[]> = {
  '/help': after('/help', [...JUNK, 'leave trip', '/nothing', '@presales1']),
  '/me': after('/me', [...PEOPLE, '@presales1', '＠presales1', '<@UPRESALES1|x> 2026-12-01']),
  '/checkin': [
    ...after('/checkin', [...JUNK, ...PEOPLE, ...NAMES, ...DATES, 'presales1', '@presales1 2026-12-01', 'status now']),
  ],
  '/handover': [
    ...after('/handover', [...JUNK, ...DATES, '什么 都 没有', '@nobody x y']),
    ...around([...PEOPLE, ...NAMES], who => `/handover ${who} Ms Zhang refund`),
    ...around(['@manager', '@keeper1', '@president', '@clerk1'], who => `/handover ${who} Ms Zhang refund`),
    ...around(['accept', 'done', 'withdraw', 'pass', 'add'], word => `/handover ${word}`),
    ...around(['0', 'x', ...FIGURES, '999999999999'], number => `/handover done ${number}`),
    ...around(['accept', 'withdraw', 'done'], word => `/handover ${word} 99999999`),
    ...around(['@nobody', '@presales1', ''], who => `/handover pass 1 ${who}`),
    '/handover add 1 more',
    '/handover @presales1 天猫',
    '/handover @presales1 Zhang',
    '/handover tomorrow Zhang',
    `/handover @presales1 ${'z'.repeat(61)} refund`,
    `/handover @presales1 Zhang ${'x'.repeat(1001)}`,
  ],
  '/leave': [
    ...after('/leave', [...JUNK, ...PEOPLE, ...DATES, 'annual', 'tomorrow', 'tomorrow annual', 'list @presales1']),
    ...after('/leave cancel', ['', '0', ...FIGURES, 'all', '#']),
    ...around([...DATES, 'yesterday', '1999-01-01'], date => `/leave ${date} annual family`),
    ...around([...DATES, '2026-12-01', '2029-01-01'], date => `/leave 2026-12-07 ${date} annual family`),
    '/leave 2026-12-06 annual family',
    '/leave today annual emergency family',
    '/leave today am sick emergency',
    '/leave today sick',
    '/leave 2028-12-07 annual family',
    `/leave 2026-12-07 annual ${'因'.repeat(3001)}`,
  ],
  '/trip': [
    ...after('/trip', [...JUNK, ...DATES, 'cancel', 'cancel NaN', 'list all', '2026-12-11']),
    ...around([...DATES, 'tomorrow', '昨天'], date => `/trip ${date} customer`),
  ],
  '/violation': [
    ...after('/violation', [...JUNK, ...DATES, ...FIGURES, ...NAMES, '@nobody', '1.4 chatting']),
    ...around([...PEOPLE, ...NAMES], who => `/violation ${who} 1.4 chatting`),
    ...around(JUNK, junk => `/violation @presales1 ${junk}`),
    ...around(FIGURES, figure => `/violation @presales1 1.1 ${figure} no plan`),
    ...around(
      FIGURES.filter(figure => /^-?\p{Nd}/u.test(figure)),
      figure => `/violation @operations1 1.27 x${figure} sold out`,
    ),
    ...around([...DATES.filter(date => date !== '12-32'), 'today'], date => `/violation @presales1 1.4 ${date}`),
    ...around(
      ['1.4', '1.9 absent', '1.99 x', '99.9 x', '2.1 x', '1.32 x', '8.3 x', '1.27 x3 y', '1.4 100 x'],
      line => `/violation @presales1 ${line}`,
    ),
    ...around(['0', 'x', ...FIGURES, '999999999999'], number => `/violation show ${number}`),
    ...around(['', '0', '99999999', 'x'], number => `/violation withdraw ${number}`),
    ...around(['@nobody', ...NAMES], who => `/violation list ${who}`),
    ...around(['asdf', '1.99', 'w'.repeat(300), '\u202e', '<!channel>'], word => `/violation articles ${word}`),
    '/violation @presales1 1.4 2026-12-02 chatting',
    '/violation @presales1 1.4 2025-11-01 chatting',
    '/violation @president 1.4 chatting',
    `/violation @presales1 1.4 ${'x'.repeat(3001)}`,
  ],
  '/ledger': after('/ledger', [...JUNK, ...PEOPLE, ...NAMES, ...DATES, '2026-13', '2026-00', '2027-01', '13月']),
  '/praise': [
    ...after('/praise', [...JUNK, ...DATES, ...FIGURES, ...NAMES.slice(0, 3), '@nobody', '@nobody thanks']),
    ...around([...PEOPLE, '@', `@${'w'.repeat(300)}`], who => `/praise ${who} thanks`),
    ...around(
      [...FIGURES.filter(figure => /^-?\p{Nd}/u.test(figure)), '0', '100', '9-10', '11.28', '100 smiles'],
      word => `/praise @presales1 ${word}`,
    ),
    ...around(DATES, date => `/praise @presales1 ${date} thanks`),
    ...around(['@manager', '@president'], who => `/praise @presales1 ${who} thanks`),
    ...around(['', '0', 'x', '99999999', ...FIGURES], number => `/praise show ${number}`),
    ...around(['', '0', 'x', '99999999'], number => `/praise withdraw ${number}`),
    ...around(['@nobody', ...NAMES], who => `/praise list ${who}`),
    '/praise @presales1 2026-12-02 thanks',
    '/praise @presales1 2025-11-01 thanks',
    `/praise ${Array.from({ length: 11 }, (_, index) => `@p${index}`).join(' ')} thanks`,
    `/praise @presales1 ${'x'.repeat(3001)}`,
  ],
  '/rules': [
    ...after('/rules', [
      ...JUNK.filter(junk => junk !== '' && junk !== '什么'),
      ...NAMES,
      '@nobody',
      '1.99',
      '99',
      '4.1',
      '0',
      '-1',
    ]),
    ...around(['w'.repeat(300), '\u202e', '<!channel>', '`x`', 'zebra crossing'], word => `/rules ${word}`),
    ...after('/rules', [
      'amend',
      'amend 9.99',
      'amend zebra',
      '修改',
      'withdraw',
      'withdraw 1.4',
      '撤回 1.4',
      'receipts 9.99',
    ]),
    '/rules 1.9 1.10',
    '/rules 第壹条',
  ],
  '/approvals': [
    ...after('/approvals', [...JUNK, 'delegate', 'delegate @supervisor', 'delegate end', 'delegate end now']),
    ...around([...PEOPLE, '@', '@presales1@presales2'], who => `/approvals delegate ${who} 2026-12-02`),
    ...around([...DATES, 'yesterday', '2026-12-02 2027-12-02'], date => `/approvals delegate @supervisor ${date}`),
    ...around([...DATES, '2026-11-30'], date => `/approvals delegate @supervisor 2026-12-02 ${date}`),
    '/approvals delegate @manager 2026-12-02',
  ],
  '/meeting': [
    ...after('/meeting', [...JUNK, 'signin', 'signin please', 'move tomorrow']),
    ...around([...DATES, 'asdf', '1999-01-01', 'weekly weekly'], word => `/meeting sheet ${word}`),
    ...around([...DATES, 'yesterday', '2026-12-20', '2027-03-08'], date => `/meeting monthly ${date} 14:00`),
    ...around(['25:00', '14:60', '١٤:٠٠', '2xm', ''], time => `/meeting monthly 2026-12-08 ${time}`),
    ...after('/meeting report', ['x', 'a|b|c|d', '||', '\u0000|\u0000|', `${'x'.repeat(1001)}|b|c`]),
  ],
  '/calendar': [
    ...after('/calendar', [...JUNK, ...DATES, '2027', '2027-13', '13月', 'off', 'off 2026-12-31']),
    ...around(DATES, date => `/calendar ${date} off x`),
    ...around([...DATES, '1999-01-01'], date => `/calendar 2026-12-02 ${date} off`),
    ...around(['holiday', 'off'.repeat(30), '2027-12-31'], word => `/calendar 2026-12-31 ${word}`),
    '/calendar 1999-01-01 off',
    '/calendar 2031-01-01 off',
    '/calendar 2026-12-05 off',
    '/calendar 2026-12-31 clear',
    `/calendar 2026-12-31 off ${'x'.repeat(101)}`,
  ],
  '/post': [
    ...after('/post', [...JUNK, '@nobody', ...NAMES]),
    ...around(JUNK, junk => `/post @presales1 ${junk}`),
    ...around(
      PEOPLE.filter(who => who !== '@newcomer'),
      who => `/post ${who} presales`,
    ),
    ...around([...PEOPLE, '@presales1', '@presales2', '@', 'x'], who => `/post @presales1 led by ${who}`),
    ...around([...PEOPLE, '@presales2'], who => `/post @presales1 keeper ${who}`),
    ...around(
      ['president', 'manager', 'presales', 'end', 'end keeper', 'led by', '@supervisor'],
      word => `/post @presales1 ${word}`,
    ),
    ...['clerk', 'end president', 'led by @supervisor'].map(word => `/post @president ${word}`),
    '/post @manager deputy',
    '/post @manager end manager',
  ],
};

/** Sentences about who may do what, or about what stands already: another line would not help. */
const WITHOUT_EXAMPLE: Record<Locale, RegExp> = {
  'zh-CN':
    /是机器人|账号已停用|是访客或外部人员|部门条例不约束总裁|不能给自己|不低于你|不能当上级|不能当其上级|自己的上级|请改|只有病假和事假|不能自己放弃|累计次数自动触发|条只约束/u,
  en: /is a bot|is deactivated|is a guest or from|does not bind the president|give yourself a post|not below your own|does not stand below|cannot lead|Nobody leads themselves|Only sick and personal|cannot give up|follows from counting|binds only/u,
};

const STRANGERS = [
  { id: 'U0BOT', name: 'helperbot', real_name: 'A bot', is_bot: true },
  { id: 'U0LEFT', name: 'left1', real_name: 'Left', deleted: true },
  { id: 'U0GUEST', name: 'guest1', real_name: 'Guest', is_restricted: true },
  { id: 'U0PARTNER', name: 'partner1', real_name: 'Partner', is_stranger: true, team_id: 'T0OTHER' },
  { id: 'U0NEW', name: 'newcomer', real_name: 'Newcomer' },
];

let department: Department;
let reception: Reception;
let me: Member;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00', others: STRANGERS, beside: true }); // a Tuesday
  const { office } = department.application;
  reception = receptionOf(office);
  const met = await reception.meet('UMANAGER');
  if (met === null) throw new Error('the manager is unknown');
  me = met;
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level !== 'info');
  await department.close();
  expect(complaints).toEqual([]);
});
const manager = () => department.as('manager');

/** How a line reaches the bot: Slack escapes what is typed and links the people it knows. */
function linked(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/<(?!@)/g, '&lt;');
  return escaped.replace(/(?<![\w<])@([\w.-]+)/g, (typed, name: string) => {
    const known =
      STRANGERS.find(one => one.name === name)?.id ?? (/^(presales|operations)\d$/.test(name) ? userIdOf(name) : null);
    return known === null ? typed : `<@${known}|${name}>`;
  });
}

/** What the command says to a line in each language, asked without Slack. */
async function handled(line: string): Promise<[Locale, string][]> {
  const [name = '', text = ''] = [line.split(' ')[0], line.slice(line.indexOf(' ') + 1)];
  const command = commands.find(one => one.name === name);
  const { office } = department.application;
  const mentioned = async (typed: string, usage: string): Promise<Member | Refusal> => {
    const mention = mentionOf(typed);
    if (mention === null) return refuse('member.unknown', { text: typed, command: usage });
    const found = 'id' in mention ? await reception.meet(mention.id) : await reception.byHandle(mention.handle);
    return found ?? refuse('member.unknown', { text: typed, command: usage });
  };
  const open = async () => {
    throw new Error('a modal was opened, or a file given');
  };
  const answerIn = (locale: Locale) => {
    const reader = readerOf(locale, office.settings.zone);
    const once = (token: string) => reception.lines.once(token, me.id);
    const deliver = open;
    const passOn = open;
    const permalink = async () => null;
    const more = { open, deliver, passOn, permalink, mentioned, once };
    const call = { office, me: { ...me, locale }, reader, channelId: 'department', ...more };
    const typed = { text: typedLine(linked(text)).trim(), typedOn: todayOf(office) };
    return command?.run({ ...call, ...typed, agreed: () => null });
  };
  const answers: [Locale, string][] = [];
  let refusal: Refusal | undefined;
  for (const locale of LOCALES) {
    // A refusal is a value, the same for everybody: only its words differ.
    const answer = refusal ?? (await answerIn(locale));
    if (isRefusal(answer)) refusal = answer;
    const said = spoken(answer, readerOf(locale, office.settings.zone))?.text ?? '';
    answers.push([locale, await filledIn(said, names => examplesFor(office, me, names))]);
  }
  return answers;
}

/** Longer lines are refused before any command is asked. */
const LINE_MAX = 4_000;
const isAsked = (line: string) => line.length - line.indexOf(' ') - 1 <= LINE_MAX;

describe('nonsense', () => {
  it('is typed after every command', () => {
    expect(Object.keys(NONSENSE).sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it.each(Object.keys(NONSENSE))('%s, answered in both languages', async command => {
    const [stored, seq] = [await kept(department), await lastSeq(department)];
    for (const line of (NONSENSE[command] ?? []).filter(isAsked)) {
      for (const [locale, answer] of await handled(line))
        expect(faultsOf(answer, locale), `${JSON.stringify(line.slice(0, 80))} → ${answer}`).toEqual([]);
    }
    expect(await spokenSince(department, seq)).toEqual([]);
    expect(await kept(department)).toEqual(stored);
  });
});

describe.each(LOCALES)('nonsense at the door, answered in %s', locale => {
  beforeAll(() => manager().locale(locale === 'en' ? 'en-US' : locale));

  it.each(Object.keys(NONSENSE))('%s', async command => {
    const [stored, seq] = [await kept(department), await lastSeq(department)];
    const lines = NONSENSE[command] ?? [];
    // One of each kind: some junk, the end of the table, where the words are the command's own, and what is too long.
    for (const line of [...lines.slice(0, 3), ...lines.slice(-3), ...lines.filter(each => !isAsked(each))]) {
      const answer = await manager().command(line);
      expect(faultsOf(answer, locale), `${JSON.stringify(line.slice(0, 80))} → ${answer}`).toEqual([]);
      const [, alone] = isAsked(line) ? ((await handled(line)).find(([of]) => of === locale) ?? []) : [locale, answer];
      expect(answer, 'the same as without Slack').toBe(alone);
    }
    expect(await spokenSince(department, seq)).toEqual([]);
    expect(await kept(department)).toEqual(stored);
  });

  it.each([
    ['/help ／ｌｅａｖｅ', '/help leave'],
    ['/leave ｌｉｓｔ', '/leave list'],
    ['/leave　ｃａｎｃｅｌ　１２', '/leave cancel 12'],
    ['/leave １２／０６ 年假 探亲', '/leave 12/06 年假 探亲'],
    ['/checkin ｓｔａｔｕｓ', '/checkin status'],
    ['/checkin ＠presales1', '/checkin @presales1'],
    ['/handover ｌｉｓｔ', '/handover list'],
    ['/handover ｄｏｎｅ ＃１２', '/handover done #12'],
    ['/handover ＠nobody 张女士 退款', '/handover @nobody 张女士 退款'],
    ['/violation ｌｉｓｔ', '/violation list'],
    ['/violation ｓｈｏｗ １２', '/violation show 12'],
    ['/violation ＠presales1 １．１ １，０００ 没有计划', '/violation @presales1 1.1 1,000 没有计划'],
    ['/violation @presales1 １．９ 缺席', '/violation @presales1 1.9 缺席'],
    ['/violation articles １．９', '/violation articles 1.9'],
    ['/praise ｌｉｓｔ', '/praise list'],
    ['/praise ＠presales1 １，０００ 帮忙', '/praise @presales1 1,000 帮忙'],
    ['/rules １．９', '/rules 1.9'],
    ['/rules 第１．２１条', '/rules 1.21'],
    ['/approvals ｄｅｌｅｇａｔｅ ＠supervisor ２０２６－０２－３０', '/approvals delegate @supervisor 2026-02-30'],
    ['/approvals ｌｉｓｔ', '/approvals'],
    ['/meeting ｓｈｅｅｔ　２０２６－１１－３０', '/meeting sheet 2026-11-30'],
    ['/meeting monthly １２月２０日 １４：００', '/meeting monthly 12月20日 14:00'],
    ['/calendar ２０２７－０２', '/calendar 2027-02'],
    ['/post ＠presales1', '/post @presales1'],
    ['/post ＠presales1 ｋｅｅｐｅｒ ＠nobody', '/post @presales1 keeper @nobody'],
  ])('full width is understood: %s', async (full, half) => {
    const [command = '', ...rest] = full.replace('\u3000', ' ').split(' ');
    expect(await manager().command([command, ...rest].join(' '))).toBe(await manager().command(half));
  });

  it.each(commands.map(({ name }) => name))('%s help shows how it is used', async name => {
    const usage = await manager().command(`${name} help`);
    expect(usage).toBe(await manager().command(`/help ${name.slice(1)}`));
    expect(await manager().command(`${name} ？`)).toBe(usage);
  });

  it('keeps what was typed around what no database keeps', async () => {
    await manager().command('/leave 2026-12-07 annual 探\u0000亲 R&amp;D \u001b[31m3 &lt; 4');
    const { leave } = department.application.office.database.read;
    const kept = await leave.findFirst({ where: { memberId: 'UMANAGER' } });
    await leave.deleteMany();
    expect(kept?.reason).toBe('探亲 R&D [31m3 < 4');
  });
});

/** What is wrong with an answer as a sentence for whoever typed nonsense. */
function faultsOf(answer: string, locale: Locale): string[] {
  const faults: string[] = [];
  const own = answer.replace(/“[^”]*”/gu, '').replace(/`[^`]*`/gu, '');
  const has = (fault: string, found: boolean) => found && faults.push(fault);
  has('no answer', answer === '');
  has('the fault sentence', /出了点问题|Something went wrong/.test(answer));
  has('more than a sentence or two', answer.includes('\n') || answer.length > 450);
  has(
    'a code',
    Object.keys(languages['zh-CN'].refusals).some(code => own.includes(code)),
  );
  has('a machine word', /undefined|NaN|null|\[object|Error\b|\.ts:|prisma|Infinity/i.test(own));
  has('an unseen sign', /[^\P{C}\u200d]/u.test(answer));
  has('a mention of many', /<!|<#|<http/.test(answer));
  has('the other language', /\p{Script=Han}/u.test(own) !== (locale === 'zh-CN'));
  has('no example', !/`[^`]+`|\d{4}-\d\d-\d\d|\d{2,}/.test(answer) && !WITHOUT_EXAMPLE[locale].test(answer));
  return faults;
}

/** How many rows each table holds, but for deliveries taken and people met. */
async function kept({ application }: Department): Promise<Record<string, number>> {
  const { read } = application.office.database;
  const tables = await read.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('receipt', 'member')`;
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM "${name}"`);
  const rows = await read.$queryRawUnsafe<{ name: string; rows: number }[]>(counts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

interface Traffic {
  seq: number;
  direction: string;
  method?: string;
}

async function traffic(department: Department, since: number): Promise<Traffic[]> {
  return (await department.call(`/human/log?since=${since}`)).entries as Traffic[];
}

async function lastSeq(department: Department): Promise<number> {
  return (await traffic(department, 0)).at(-1)?.seq ?? 0;
}

/** What the bot said or opened besides its answer; asking who somebody is, or we are, is neither. */
async function spokenSince(department: Department, since: number): Promise<string[]> {
  const calls = (await traffic(department, since)).filter(({ direction }) => direction === 'from_bot');
  return calls.map(({ method = '' }) => method).filter(method => !['users.info', 'auth.test'].includes(method));
}
