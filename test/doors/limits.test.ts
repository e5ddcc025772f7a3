import { validateMessage, validateView } from '@tiaoli/block-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../src/features/meeting/report/workflow.ts';
import { signIn } from '../../src/features/meeting/signIn.ts';
import { openMeetings } from '../../src/features/meeting/store.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { allMembers } from '../../src/member/store.ts';
import { cameBefore } from '../support/cameBefore.ts';
import { copyOf } from '../support/copies.ts';
import { AT_ONCE, type Department, openDepartment, type Person } from '../support/department.ts';
import { shown } from '../support/shown.ts';

/** Names of 200 characters, of the kinds that break layouts. */
const NAMES = [
  '名字很长的同事'.repeat(29).slice(0, 200),
  '👩‍👩‍👧‍👦'.repeat(18).slice(0, 200),
  '*_~`<>&|'.repeat(25),
  '<!channel> <@UPRESIDENT> <https://evil.example|x>'.repeat(5).slice(0, 200),
  '\u202eeman'.repeat(40),
  `${'a\u0300\u0301\u0302\u0303'.repeat(40)}`,
];
const CROWD = Array.from({ length: 300 }, (_, number) => `U0CROWD${String(number).padStart(4, '0')}`);
const crowd = (number: number) => CROWD[number] ?? '';
const LONG = '因为 *家里* 有事 <!channel> & `还要` 去 ```医院```\n> 两行\n'.repeat(100).slice(0, 2_999);

let department: Department;
const as = (user: string): Person => department.as(user);
/** The last delivery or call that was looked at. */
let seen = 0;

interface Entry {
  seq: number;
  direction: string;
  type?: string;
  method?: string;
  payload: { text?: string; blocks?: unknown; view?: unknown };
  answer: unknown;
}

/** Opens the department with so many people more, whose names are the longest there are. */
async function open(at: string, people: number): Promise<void> {
  const others = CROWD.slice(0, people).map((id, number) => ({
    id,
    name: `crowd${number}`,
    real_name: NAMES[number % NAMES.length] ?? id,
    locale: number % 2 === 0 ? 'zh-CN' : 'en-US',
  }));
  seen = 0;
  department = await openDepartment({ at, environment: AT_ONCE, others, beside: true });
  const { database, clock } = department.application.office;
  const [seenAt, since] = [clock.now(), clock.now()];
  await database.transaction(async tx => {
    // As they would be known after each of them had been met and given a post, in two statements.
    await tx.member.createMany({
      data: others.map(({ id, name, real_name, locale }) => ({
        ...{ id, handle: name, name: real_name, locale: locale === 'zh-CN' ? 'zh-CN' : 'en' },
        ...{ leaderId: 'USUPERVISOR', seenAt },
      })),
    });
    await tx.post.createMany({
      data: others.map(({ id }, number) => ({
        ...{ memberId: id, post: number % 3 === 0 ? 'logistics' : 'presales' },
        ...{ givenBy: 'seed', since },
      })),
    });
  });
  await cameBefore(department.application.office);
  await as('deputy').locale('en-US');
}

async function close(): Promise<void> {
  const complaints = department.log.filter(({ level }) => level !== 'info');
  await department.close();
  expect(complaints).toEqual([]);
}

/** Looks at everything since the last look: valid by Block Kit, and no mention cut in two. */
async function look(): Promise<void> {
  const { entries } = await department.call(`/human/log?since=${seen}`);
  const fresh = entries as Entry[];
  expect(fresh.length, 'the log keeps 2,000').toBeLessThan(2_000);
  seen = fresh.at(-1)?.seq ?? seen;
  for (const entry of fresh) {
    for (const message of messagesIn(entry)) {
      const textMax = entry.method === 'chat.update' ? 4_000 : 40_000;
      expect(validateMessage(message, textMax), `${entry.method ?? entry.type}: ${message.text}`).toEqual([]);
      expect(message.text ?? '').not.toBe('');
      for (const text of [message.text ?? '', ...textsOf(message.blocks)]) expect(text).not.toMatch(BROKEN);
    }
    if (entry.method?.startsWith('views.')) expect(validateView(entry.payload.view)).toEqual([]);
  }
}

/** A mention that does not end, an entity that does not end, and a control sign of others. */
const BROKEN = /<[@#!][^>]*$|<[@#!][^>\n]*…|&[a-z]{0,3}…|<!|[\u202a-\u202e\u2066-\u2069]/u;

function messagesIn({ direction, method, type, payload, answer }: Entry): { text?: string; blocks?: unknown }[] {
  if (direction === 'from_bot') return method?.startsWith('chat.') || method === 'response_url' ? [payload] : [];
  const body = answer as { text?: string; blocks?: unknown } | null;
  return type === 'slash_commands' && typeof body?.text === 'string' ? [body] : [];
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { text } = value as { text?: unknown };
  if (typeof text === 'string') return (value as { type?: string }).type === 'mrkdwn' ? [text] : [];
  return Object.values(value).flatMap(textsOf);
}

/** The answer to a command as it is shown, blocks and all. */
async function asked(user: string, line: string): Promise<string> {
  await as(user).command(line);
  return shown(await as(user).last('department'));
}

describe('300 people with names of 200 characters', () => {
  beforeAll(() => open('2026-12-01T07:52', CROWD.length)); // a Tuesday
  afterAll(close);

  it('in the list of posts, every one of them', async () => {
    const list = await asked('manager', '/post list');
    expect(list.match(/<@U0CROWD\d{4}>/gu)).toHaveLength(300);
    const led = await asked('deputy', '/post @supervisor');
    expect(led.match(/<@U0CROWD\d{4}>/gu)).toHaveLength(300);
    await look();
  });

  it('at a meeting: the sheet, who came, their reports, and who did not', async () => {
    const { office } = department.application;
    await department.travel('08:00');
    const [{ id } = { id: 0 }] = await openMeetings(office.database.read, office.clock.now());
    const staff = [...(await allMembers(office.database.read)).values()].filter(one => one.id.startsWith('U0CROWD'));
    const text = LONG.slice(0, 1_000);
    const words = { yesterday: text, today: text, blockers: text };
    const [first, ...more] = staff.slice(0, 200);
    if (first === undefined) throw new Error('nobody came');
    expect(isRefusal(await signIn(office, first, id))).toBe(false);
    expect(isRefusal(await report(office, first, id, words))).toBe(false);
    const at = office.clock.now();
    await office.database.transaction(async tx => {
      const came = more.map(member => ({ meetingId: id, memberId: member.id, at }));
      await tx.signIn.createMany({ data: came.map(line => ({ ...line, status: 'present' })) });
      await tx.report.createMany({ data: came.slice(0, 39).map(line => ({ ...line, ...words })) });
    });
    await as(crowd(250)).press('meeting.signIn', { channel: 'department' });
    await department.application.settled();
    await department.travel('08:10');
    await look();
    const messages = (await as('deputy').messages('department')).map(shown);
    const digest = messages.find(text => text.includes('早会签到')) ?? '';
    expect(digest).toContain('应到 *313* 人：准时 *201*，迟到 *0*，请假或出差 *0*，缺席 *112*');
    for (const group of ['*准时，没有写汇报* (161)', '*缺席* (112)']) expect(digest).toContain(group);
    expect(messages.filter(text => text.includes('早会汇报 · ')).length).toBeGreaterThan(10);
    expect(await asked('manager', '/meeting sheet')).toContain('准时');
    expect(await asked('deputy', '/meeting sheet')).toContain('absent');
    await look();
  });

  it('at the clock: the list of missing punches, and the day for a leader', async () => {
    await department.travel('09:30');
    const roll = (await as('supervisor').messages('leaders')).map(shown).find(text => text.includes('早间小结')) ?? '';
    // The two who signed by themselves have punched by it.
    expect(roll).toContain('缺卡 311 人');
    expect(await asked('manager', '/checkin today')).toMatch(/……另有 \d+ 项/u);
    expect(await asked('deputy', '/checkin today')).toMatch(/… and \d+ more/u);
    await look();
  });
});

describe('long texts, and many of everything', () => {
  beforeAll(() => open('2026-12-01T18:00', 5)); // after hours
  afterAll(close);

  it('60 leaves of one person with reasons of 3,000 characters', async () => {
    const asker = as(crowd(1));
    const days = workdays('2026-12-04', 60);
    for (const [index, date] of days.slice(0, 12).entries()) {
      const reason = index < 10 ? LONG : `家里有事 *${index}* <@UPRESIDENT>`;
      expect(await asker.command(`/leave ${date} annual ${reason}`)).toContain(`Request number ${index + 1} is sent`);
    }
    await look();
    const { database } = department.application.office;
    await copyOf(database, 'leave', 12, days.slice(12), date => ({ from: date, to: date }));
    const list = await asked(crowd(1), '/leave list');
    expect(list.split('\n').filter(line => line.includes('Annual leave'))).toHaveLength(40);
    expect(list).toContain('… and 20 more');
    expect(await asked('manager', '/approvals')).toMatch(/等你审批 \(60\)[\s\S]*……另有 \d+ 项/u);
    expect(await asked('deputy', '/approvals list')).toMatch(/Waiting for your decision \(60\)[\s\S]*… and \d+ more/u);
    expect(await asked(crowd(1), '/me')).toMatch(/… and \d+ more/u);
    await look();
  });

  it('a decision with a reason of 3,000 characters', async () => {
    await as('manager').press('approval.reject', { channel: 'tiaoli' });
    expect(await as('manager').submit({ 'approval.why': LONG.slice(0, 1_000) })).toMatchObject({ ok: true });
    await as('manager').press('approval.approve');
    await look();
  });

  it('100 cases about one person with facts of 3,000 characters', async () => {
    for (let number = 1; number <= 12; number += 1) {
      const facts = number <= 10 ? `${number} ${LONG.slice(10)}` : `没有计划 *${number}* <!here>`;
      expect(await as(crowd(4)).does(`/violation @crowd2 1.1 ${number} ${facts}`)).toContain(`第 ${number} 号`);
    }
    await look();
    const numbers = Array.from({ length: 88 }, (_, index) => index + 13);
    await copyOf(department.application.office.database, 'case', 12, numbers, number => ({
      facts: `没有计划 *${number}* <!here>`,
    }));
    const zh = await asked('manager', '/violation list @crowd2');
    expect(zh.split('\n').filter(line => line.includes('计划、过程与结果'))).toHaveLength(30);
    expect(zh).toContain('……另有 70 项');
    expect(await asked('deputy', '/violation list')).toContain('… and 70 more');
    expect(await asked('manager', '/violation show 1')).toContain('因为 ＊家里＊');
    expect(await asked(crowd(4), '/me')).toMatch(/另有 \d+ 项/u);
    expect(await asked('supervisor', '/approvals')).toMatch(/等你审批 \(100\)[\s\S]*……另有 \d+ 项/u);
    await look();
  });

  it('a case with its answer and appeal, all of them long', async () => {
    await as('supervisor').does(`/violation @crowd3 1.1 100 ${LONG}`);
    const accused = as(crowd(3));
    for (let time = 0; time < 4; time += 1) {
      await accused.press('violation.answer');
      expect(await accused.submit({ 'violation.answerText': LONG })).toMatchObject({ ok: true });
    }
    await accused.press('violation.appeal');
    expect(await accused.submit({ 'violation.appealText': LONG })).toMatchObject({ ok: true });
    await look();
    expect(await asked('president', '/approvals')).toContain('撤销处分');
    await as('president').press('approval.reject');
    expect(await as('president').submit({ 'approval.why': LONG.slice(0, 1_000) })).toMatchObject({ ok: true });
    await asked(crowd(3), '/violation show 101');
    await asked('manager', '/violation show 101');
    await look();
  });

  it('reminders and what is passed on, of 160 matters', async () => {
    await department.travel('2026-12-02T09:30');
    await look();
    await department.travel('2026-12-03T09:30');
    await look();
    expect((await as('president').messages()).length).toBeGreaterThan(0);
  });
});

function workdays(from: string, count: number): string[] {
  const days: string[] = [];
  const holidays = [
    '2027-01-01',
    ...Array.from({ length: 9 }, (_, day) => `2027-02-${String(day + 4).padStart(2, '0')}`),
  ];
  for (let at = new Date(`${from}T00:00:00Z`); days.length < count; at = new Date(at.getTime() + 86_400_000)) {
    const date = at.toISOString().slice(0, 10);
    if (![0, 6].includes(at.getUTCDay()) && !holidays.includes(date)) days.push(date);
  }
  return days;
}
