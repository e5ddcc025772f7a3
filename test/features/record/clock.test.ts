/** The head of the record is posted to the leaders: every evening, once, and after an outage for the last evening. */

import { validateMessage } from '@tiaoli/block-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schedule } from '../../../schedules/index.ts';
import { recordDuties } from '../../../schedules/record.ts';
import { recordDrawings } from '../../../src/features/record/views.ts';
import { makeTicker } from '../../../src/scheduler/tick.ts';
import { headOf } from '../../../src/store/chain.ts';
import { numberOfHash } from '../../../src/store/chainCheck.ts';
import { type Department, openDepartment, shanghai } from '../../support/department.ts';
import { openOffice, type TestOffice } from '../../support/office.ts';
import { readerOf } from '../../support/speech.ts';

describe('in the department', () => {
  let department: Department;
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T19:00' });
  });
  afterAll(() => department.close());

  async function heads(): Promise<string[]> {
    const messages = await department.as('manager').messages('leaders');
    return messages.map(({ text }) => text).filter(text => text.startsWith('记录校验'));
  }

  it('comes at 20:00 with the number of entries and the hash, and says nothing of anybody', async () => {
    const { read } = department.application.office.database;
    await department.as('presales1').command('/leave 2026-12-09 2026-12-09 annual family');
    await department.travel('19:59');
    expect(await heads()).toEqual([]);
    const { number, hash } = await headOf(read);
    expect(number).toBeGreaterThan(10);
    await department.travel('20:00');
    expect(await heads()).toEqual([`记录校验 · 2026-12-01(周二)：决定和金额共 ${number} 条，末条校验值：\n${hash}`]);
    const last = JSON.stringify((await department.as('manager').messages('leaders')).at(-1));
    expect(last).not.toMatch(/family|presales1|<@/);
    expect(last).toContain('npm run verify -- --head');
  });

  it('comes once, whoever serves the clock, and again the next evening, days off included', async () => {
    const { office } = department.application;
    await Promise.all([makeTicker(office, schedule).tick(), makeTicker(office, schedule).tick()]);
    await department.application.settled();
    expect(await heads()).toHaveLength(1);
    await department.travel('2026-12-06T20:30'); // a Sunday
    const days = (await heads()).map(text => text.slice(7, 17));
    expect(days).toEqual(['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06']);
    for (const text of await heads())
      expect(await numberOfHash(office.database.read, text.split('\n')[1] ?? '')).toBeGreaterThan(10);
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
    const ticker = () => makeTicker(office, { duties: recordDuties, deadlines: [], missed: async () => {} });
    await ticker().tick();
    await clock.set(shanghai('2026-12-05T09:10'));
    await Promise.all([ticker().tick(), ticker().tick()]);
    const said = await office.database.read.outbox.findMany();
    expect(said.map(({ key, recipient, ref }) => [key, recipient, ref])).toEqual([
      [
        'record.head:2026-12-04',
        '#leaders',
        { date: '2026-12-04', number: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
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

it.each([
  ['zh-CN', 1, '记录校验 · 2026-12-01(周二)：决定和金额共 1 条，末条校验值：'],
  ['en', 1, 'Head of the record · 2026-12-01 (Tue): 1 entry on decisions and money, the last with the hash'],
  ['en', 2, 'Head of the record · 2026-12-01 (Tue): 2 entries on decisions and money, the last with the hash'],
] as const)('reads in %s', (locale, number, first) => {
  const hash = '0123456789abcdef'.repeat(4);
  const said = recordDrawings['record.head']({ date: '2026-12-01', number, hash }, readerOf(locale, 'Asia/Shanghai'));
  expect(said.text).toBe(`${first}\n${hash}`);
  expect(validateMessage(said)).toEqual([]);
});
