/** What leaders are told of the bot's own troubles: by the real doors, gathered, with the remedy in words. */
import { afterEach, describe, expect, it } from 'vitest';
import { schedule } from '../../../schedules/index.ts';
import { CAUSES, causeOf } from '../../../src/features/trouble/rules.ts';
import { tellClockSet, troubleComposers } from '../../../src/features/trouble/workflow.ts';
import { makeTicker } from '../../../src/scheduler/tick.ts';
import { livedBefore } from '../../support/cameBefore.ts';
import { BOT, type Department, openDepartment, shanghai } from '../../support/department.ts';
import { openOffice, type TestOffice } from '../../support/office.ts';
import { shown } from '../../support/shown.ts';
import { draw, readerOf } from '../../support/speech.ts';

const opened: (Department | TestOffice)[] = [];
afterEach(async () => {
  for (const house of opened.splice(0)) await house.close();
});

describe('a channel nobody invited the bot to', () => {
  it('is told to the leaders once, with what to do, and hears what comes after that', async () => {
    const department = await openDepartment({ at: '2026-12-01T07:49', closed: ['department'] });
    opened.push(department);
    await livedBefore(department.application.office);
    await department.travel('08:00'); // the sheet, posted at 7:50
    const told = (await department.as('manager').messages('leaders')).map(shown);
    expect(told).toEqual([
      [
        ':warning: *有消息没有送到*',
        '我不在这个频道里。',
        '• #department：1 条',
        '*请在该频道输入 `/invite @tiaoli` 邀请我。*',
        '处理好以后，管理员可以用 `npm run outbox -- retry all` 重新发送。',
      ].join('\n'),
    ]);
    await department.call('/human/invite', { user: 'manager', channel: 'department', who: BOT });
    await department.travel('08:10');
    expect((await department.as('manager').last('department')).text).toMatch(/^早会签到 .*缺席 13/);
  });

  it('is only logged when it is the leaders’ own', async () => {
    const department = await openDepartment({ at: '2026-12-01T08:25', closed: ['leaders', 'department'] });
    opened.push(department);
    await livedBefore(department.application.office);
    await department.travel('09:30');
    await department.travel('12:40');
    const rows = await department.application.office.database.read.outbox.findMany({
      where: { recipient: '#leaders' },
    });
    expect(rows.filter(({ notice }) => notice.startsWith('trouble.')).length).toBeLessThanOrEqual(2);
    expect(rows.every(({ state }) => state === 'dead')).toBe(true);
    const dead = department.log.filter(({ event }) => event === 'outbox.dead');
    expect(dead.some(({ recipient }) => recipient === '#leaders')).toBe(true);
  });
});

describe('a leaders’ channel that anybody may read', () => {
  it.each([
    [
      'zh-CN',
      ':lock: *我不再往管理层频道发消息*',
      '#leaders 现在是公开频道，工作区里谁都能看。',
      '*请把它改回私密频道，或者请管理员把 `CHANNEL_LEADERS` 设成一个私密频道的 ID 并重启。*',
      '处理好以后，管理员可以用 `npm run outbox -- retry all` 重新发送。',
    ],
    [
      'en-US',
      ':lock: *I no longer post to the leaders’ channel*',
      '#leaders is public now: everybody in the workspace can read it.',
      '*Make it private again, or ask the administrator to set `CHANNEL_LEADERS` to the ID of a private channel and restart.*',
      'Once that is put right, the administrator sends them again with `npm run outbox -- retry all`.',
    ],
  ] as const)('is never posted into; told at the start to whoever leads, once a day (%s)', async (locale, ...lines) => {
    const department = await openDepartment({ at: '2026-12-01T08:05', open: ['leaders'] });
    opened.push(department);
    await livedBefore(department.application.office);
    if (locale === 'en-US') for (const who of ['president', 'manager']) await department.as(who).locale(locale);
    await department.application.settled();
    const told = async (who: string) =>
      (await department.as(who).messages()).map(shown).filter(text => text.startsWith(':lock:'));
    if (locale === 'zh-CN')
      for (const who of ['president', 'manager']) expect(await told(who)).toEqual([lines.join('\n')]);
    await department.travel('18:30');
    for (const who of ['president', 'manager']) expect(await told(who)).toHaveLength(1);
    for (const who of ['deputy', 'supervisor', 'presales1']) expect(await told(who)).toEqual([]);
    expect(await department.as('manager').messages('leaders')).toEqual([]);
    const { outbox } = department.application.office.database.read;
    const rows = await outbox.findMany({ where: { recipient: '#leaders' } });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ state, error }) => `${state} ${error}`))).toEqual(
      new Set(['dead leaders_channel_public']),
    );
    const { read } = department.application.office.database;
    const data = await troubleComposers['trouble.leaders'](read, { why: 'public' }, department.application.office);
    const reader = readerOf(locale === 'en-US' ? 'en' : locale, 'Asia/Shanghai');
    expect(shown(draw({ name: 'trouble.leaders', data } as never, reader) as never)).toBe(lines.join('\n'));
  });
});

describe('duties missed while nobody was there', () => {
  it('are one message, whatever their number', async () => {
    const house = await openOffice('2026-12-01T07:00:00+08:00');
    opened.push(house);
    const ticker = makeTicker(house.office, schedule);
    await ticker.tick();
    await house.clock.set(shanghai('2026-12-04T13:00'));
    await ticker.tick();
    await ticker.tick();
    const { read } = house.office.database;
    const rows = await read.outbox.findMany({ where: { notice: { startsWith: 'trouble.' } } });
    expect(rows.map(({ recipient, notice }) => [recipient, notice])).toEqual([['#leaders', 'trouble.missed']]);
    const ref = rows[0]?.ref as { hour: string };
    const data = await troubleComposers['trouble.missed'](read, ref, house.office);
    const skipped = await read.occurrence.count({ where: { state: 'skipped' } });
    expect(data?.duties.reduce((sum, { count }) => sum + count, 0)).toBe(skipped);
    const text = data && shown(draw({ name: 'trouble.missed', data }, readerOf('en', 'Asia/Shanghai')));
    expect(text?.split('\n').filter(line => line.startsWith('• '))).toEqual([
      '• attendance card of the morning: 2026-12-01 (Tue) to 2026-12-04 (Fri), 4 times',
      '• reminder of the morning meeting: 2026-12-01 (Tue) to 2026-12-04 (Fri), 4 times',
      '• sign-in sheet of the morning meeting: 2026-12-01 (Tue) to 2026-12-04 (Fri), 4 times',
      '• entry of missing punches, morning in: 2026-12-01 (Tue) to 2026-12-03 (Thu), 3 times',
      '• asking the manager for the monthly meeting: 2026-12-01 (Tue) to 2026-12-03 (Thu), 3 times',
      '• the leaders’ summary of the morning: 2026-12-01 (Tue) to 2026-12-03 (Thu), 3 times',
      '• entry of missing punches, morning out: 2026-12-01 (Tue) to 2026-12-03 (Thu), 3 times',
      '• attendance card of the afternoon: 2026-12-01 (Tue) to 2026-12-03 (Thu), 3 times',
      '• entry of missing punches, afternoon in: 2026-12-01 (Tue) to 2026-12-02 (Wed), 2 times',
      '• entry of missing punches, afternoon out: 2026-12-01 (Tue) to 2026-12-02 (Wed), 2 times',
    ]);
  });

  it('have a name in both languages', () => {
    const named = schedule.duties.map(({ name }) => name).toSorted();
    for (const locale of ['zh-CN', 'en'] as const)
      expect(Object.keys(readerOf(locale, 'UTC').t.duties).toSorted()).toEqual(named);
  });
});

describe('the remedy', () => {
  it.each([
    ['not_in_channel', '#department', 'notInChannel', '/invite @tiaoli'],
    ['channel_not_found: #department', '#department', 'noChannel', 'CHANNEL_…'],
    ['channel_not_found', 'U1', 'person', '/post'],
    ['is_archived', '#notices', 'archived', 'unarchive'],
    ['missing_scope: chat:write', '#notices', 'scope', 'lacks the scope `chat:write`'],
    ['token_revoked', '#notices', 'token', 'SLACK_BOT_TOKEN'],
    ['account_inactive', 'U1', 'token', 'reinstall'],
    ['user_disabled', 'U1', 'person', 'deactivated'],
    ['restricted_action', '#notices', 'forbidden', 'workspace administrator'],
    ['msg_too_long', '#notices', 'unfit', 'too long'],
    ['message_not_found', '#notices', 'gone', 'Nothing needs to be done'],
    ['ratelimited', '#notices', 'unreachable', 'status'],
    ['A request error occurred: connect ECONNREFUSED', '#notices', 'unreachable', 'status'],
    ['some_new_error', '#notices', 'other', '`some_new_error`'],
    ['Invalid `prisma` invocation with what somebody wrote', '#notices', 'ours', 'outbox.dead'],
    [null, '#notices', 'ours', 'outbox.dead'],
  ])('for %s (to %s) is told as %s', (error, recipient, cause, words) => {
    const judged = causeOf(error, recipient);
    expect(judged.cause).toBe(cause);
    const data = { ...judged, recipients: [{ recipient, channel: null, count: 1 }] };
    const said = draw({ name: 'trouble.undelivered', data }, readerOf('en', 'UTC'));
    expect(shown(said)).toContain(words);
    expect(shown(said)).not.toContain('somebody wrote');
  });

  it('is there for every cause', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      expect(Object.keys(readerOf(locale, 'UTC').t.trouble.causes)).toEqual([...CAUSES]);
  });
});

describe('a clock that was set', () => {
  const [at, later] = ['2026-12-01T08:00:00+08:00', '2027-12-01T08:00:00+08:00'].map(text => new Date(text)) as [
    Date,
    Date,
  ];
  const set = { kind: 'set', from: later, to: at, lastedMs: 0 } as const;

  it.each([
    ['back', set],
    ['ahead', { ...set, from: at, to: later }],
    ['ahead for a while', { ...set, kind: 'wrong', from: at, to: later, lastedMs: 59_000 }],
  ] as const)('%s is told once and stands on the record', async (_, jump) => {
    const house = await openOffice();
    opened.push(house);
    for (let replica = 0; replica < 2; replica++) await tellClockSet(house.office, jump);
    const { read } = house.office.database;
    const [row, ...more] = await read.outbox.findMany();
    expect([row?.recipient, row?.notice, more]).toEqual(['#leaders', 'trouble.clock', []]);
    const entries = await read.record.findMany();
    expect(entries.map(({ actor, deed, after }) => [actor, deed, after])).toEqual([['clock', 'clock.set', row?.ref]]);
    const told = (['zh-CN', 'en'] as const).map(locale =>
      shown(draw({ name: 'trouble.clock', data: row?.ref as never }, readerOf(locale, 'Asia/Shanghai'))),
    );
    expect(told).toMatchSnapshot();
  });
});
