/** The evening's summary with the head of the record: every evening, once, and after an outage for the last evening. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schedule } from '../../../schedules/index.ts';
import { summaryDuties } from '../../../schedules/summary.ts';
import { makeTicker } from '../../../src/scheduler/tick.ts';
import { headOf } from '../../../src/store/chain.ts';
import { numberOfHash } from '../../../src/store/chainCheck.ts';
import { type Department, openDepartment, shanghai } from '../../support/department.ts';
import { openOffice, type TestOffice } from '../../support/office.ts';
import { shown } from '../../support/shown.ts';

describe('in the department', () => {
  let department: Department;
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T19:00' });
  });
  afterAll(() => department.close());

  async function heads(): Promise<string[]> {
    const messages = await department.as('manager').messages('leaders');
    return messages.map(({ text }) => text).filter(text => text.startsWith('今日小结'));
  }

  it('comes at 20:00 with the number of entries, and the hash by a button for leaders', async () => {
    const { read } = department.application.office.database;
    await department.as('presales1').command('/leave 2026-12-09 2026-12-09 annual family');
    await department.travel('19:59');
    expect(await heads()).toEqual([]);
    const { number, hash } = await headOf(read);
    expect(number).toBeGreaterThan(10);
    await department.travel('20:00');
    const [text = ''] = await heads();
    expect(text.split('\n').slice(-2)).toEqual([
      '等待审批 1 件：请假或出差 1',
      `:link: 记录校验：决定和金额共 ${number} 条，末条 \`${hash.slice(0, 16)}\``,
    ]);
    const last = await department.as('manager').last('leaders');
    expect(JSON.stringify(last)).not.toMatch(/family|<@/);
    expect(shown(last)).toContain('[完整校验值]');
    expect(await numberOfHash(read, hash.slice(0, 16))).toBe(number);
    expect(await numberOfHash(read, 'f'.repeat(16))).toBe(null);
    await department.as('manager').press('record.head', { channel: 'leaders' });
    const answer = (await department.as('manager').last('leaders')).text;
    expect(answer).toBe(
      `决定和金额共 ${number} 条，末条校验值：\n${hash}\n以后有人改动、删除或补写其中任何一条，都会对不上这个值。管理员核对：\`npm run verify -- --head 校验值\`。这里没有姓名和事由。`,
    );
    expect((await department.as('manager').last('leaders')).ephemeral).toBe(true);
  });

  it('comes once, whoever serves the clock, and again the next evening, days off included', async () => {
    const { office } = department.application;
    await Promise.all([makeTicker(office, schedule).tick(), makeTicker(office, schedule).tick()]);
    await department.application.settled();
    expect(await heads()).toHaveLength(1);
    await department.travel('2026-12-06T20:30'); // a Sunday
    const days = (await heads()).map(text => text.slice(7, 17));
    expect(days).toEqual(['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06']);
    for (const text of await heads()) {
      const short = /`([0-9a-f]{16})`$/.exec(text)?.[1] ?? '';
      expect(await numberOfHash(office.database.read, short)).toBeGreaterThan(10);
    }
  });
});

describe('after days without the bot', () => {
  let house: TestOffice;
  beforeAll(async () => {
    house = await openOffice('2026-12-01T19:00:00+08:00');
  });
  afterAll(() => house.close());

  it('is posted late, once, for the last evening', async () => {
    const { office, clock } = house;
    const ticker = () =>
      makeTicker(office, {
        duties: summaryDuties.filter(({ name }) => name === 'summary.evening'),
        deadlines: [],
        missed: async () => {},
      });
    await ticker().tick();
    await clock.set(shanghai('2026-12-05T09:10'));
    await Promise.all([ticker().tick(), ticker().tick()]);
    const said = await office.database.read.outbox.findMany();
    expect(said.map(({ key, recipient, ref }) => [key, recipient, ref])).toEqual([
      [
        'summary.evening:2026-12-04',
        '#leaders',
        { date: '2026-12-04', late: true, number: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    ]);
    const ran = await office.database.read.occurrence.findMany({ orderBy: { date: 'asc' } });
    expect(ran.map(({ date, state }) => `${date} ${state}`)).toEqual([
      '2026-12-01 late',
      '2026-12-02 late',
      '2026-12-03 late',
      '2026-12-04 late',
      'begun done',
    ]);
  });
});
