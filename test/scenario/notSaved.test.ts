/** The database fails, is slow or is away: nobody reads "saved" of what was not, and nothing typed is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';
import { keepFigures } from '../support/figures.ts';
import { makeGate } from '../support/gate.ts';
import { serverDatabase } from '../support/postgres.ts';
import { proxyTo } from '../support/proxy.ts';
import { startStopwatch } from '../support/stopwatch.ts';

const onServer = process.env.TEST_DATABASE === 'server';
const notSaved = /^出了点问题，这次没有保存。.*([0-9a-f]{8})/;
const counted = { 'failures of the database met': 0 };
afterAll(() => keepFigures(3, 'test/scenario/notSaved.test.ts', counted));

let department: Department;
const rows = () => department.application.office.database.read;
const as = (user: string) => department.as(user);

describe('a database that refuses', () => {
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T10:00', beside: true });
    const { read } = department.application.office.database;
    await read.$executeRawUnsafe(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'disk full: secret detail of table %', TG_TABLE_NAME; END $$`);
  });
  afterAll(() => department.close());

  describe.each([
    ['at the statement', 'CREATE TRIGGER broken BEFORE INSERT ON "leave" FOR EACH ROW'],
    [
      'at the commit',
      'CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON "leave" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW',
    ],
  ])('%s', (where, trigger) => {
    const date = where === 'at the commit' ? '2026-12-14' : '2026-12-07';
    beforeAll(() => rows().$executeRawUnsafe(`${trigger} EXECUTE FUNCTION fail()`));
    afterAll(() => rows().leave.deleteMany());

    it('a line reads "not saved" with a reference, the same as in the log, and no word of the database', async () => {
      const said = await as('presales1').command(`/leave ${date} annual family`);
      const reference = notSaved.exec(said)?.[1];
      expect(said).not.toMatch(/disk|table|SQL|prisma|trigger/i);
      expect(department.log.findLast(({ event }) => event === 'door.fault')).toMatchObject({ reference });
      expect(await rows().leave.count()).toBe(0);
      counted['failures of the database met'] += 1;
    });

    it('a form reads it at its first input, keeps what was typed, and takes it once the database does', async () => {
      await as('presales2').command('/leave');
      const typed = { 'leave.from': date, 'leave.to': date, 'leave.reason': 'moving house' };
      const refused = await as('presales2').submit(typed);
      expect(refused.ok).toBe(false);
      expect(Object.values(refused.errors ?? {})).toEqual([expect.stringMatching(notSaved)]);
      expect(await rows().leave.count()).toBe(0);
      expect(JSON.stringify(await as('manager').messages())).not.toContain(date);
      counted['failures of the database met'] += 1;
      const view = await as('presales2').view();
      expect((view as unknown as { state: { values: object } }).state.values).toMatchObject({
        'leave.reason': { 'leave.reason': { value: 'moving house' } },
      });
      await rows().$executeRawUnsafe('DROP TRIGGER broken ON "leave"');
      // Sent again as it stands: what was typed is still there.
      expect(await as('presales2').submit({})).toMatchObject({ ok: true });
      expect(await rows().leave.findMany({ select: { reason: true, from: true } })).toEqual([
        { reason: 'moving house', from: date },
      ]);
    });
  });
});

describe('a database that is slow', () => {
  /** Keeps everybody else out of the tables until what is returned is called. */
  async function held(): Promise<() => Promise<void>> {
    const [begun, gate] = [makeGate(), makeGate()];
    const holding = department.application.office.database.transaction(async tx => {
      await tx.$executeRawUnsafe('LOCK TABLE "receipt", "leave" IN ACCESS EXCLUSIVE MODE');
      begun.open();
      await gate.opened;
    });
    await begun.opened;
    return async () => {
      gate.open();
      await holding;
    };
  }

  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T10:00' });
    await as('presales1').command('/me');
  });
  afterAll(() => department.close());

  it('is not waited for: the person reads that it is being worked on, and later what became of it, once', async () => {
    const goOn = await held();
    const tookMs = startStopwatch();
    const answer = await department.call('/human/command', {
      user: 'presales1',
      channel: 'department',
      command: '/leave',
      text: '2026-12-07 annual family',
    });
    expect(tookMs()).toBeLessThan(3_000);
    expect(answer.response).toMatchObject({ text: '收到，正在处理……' });
    await goOn();
    await department.application.settled();
    const told = (await as('presales1').messages('department')).filter(({ ephemeral }) => ephemeral);
    expect(told.at(-1)?.text).toContain('2026-12-07');
    expect(await rows().leave.count()).toBe(1);
    counted['failures of the database met'] += 1;
  });

  it('a form says it is not certain, and sent again it is the same request', async () => {
    await as('presales2').command('/leave');
    const goOn = await held();
    const values = { 'leave.from': '2026-12-08', 'leave.to': '2026-12-08', 'leave.reason': 'moving house' };
    const view = await as('presales2').view();
    const send = () => department.call('/human/submit', { user: 'presales2', view_id: view?.id, values });
    const first = await send();
    expect(first).toMatchObject({ ok: false });
    expect(Object.values(first.errors as object)).toEqual([expect.stringContaining('/me')]);
    await goOn();
    await department.application.settled();
    expect(await send()).toMatchObject({ ok: true });
    expect(await rows().leave.count({ where: { memberId: 'UPRESALES2' } })).toBe(1);
    counted['failures of the database met'] += 1;
  });
});

if (!onServer) console.log('notSaved.test.ts: a server that goes away is tried in the run on PostgreSQL only.');

describe.skipIf(!onServer)('a server that goes away', () => {
  it('costs a sentence each, and nothing once it is back, without the bot being started again', async () => {
    const { url, drop } = await serverDatabase();
    const proxy = await proxyTo(url);
    department = await openDepartment({ at: '2026-12-01T10:00', database: { kind: 'server', url: proxy.url } });
    try {
      await as('presales1').command('/leave');
      proxy.cut();
      const lines = ['/leave 2026-12-07 annual family', '/checkin', '/me'];
      for (const line of lines) {
        const [command = '', ...words] = line.split(' ');
        const text = words.join(' ');
        const { response } = await department.call('/human/command', {
          user: 'presales2',
          channel: 'department',
          command,
          text,
        });
        expect((response as { text: string }).text).toMatch(notSaved);
        counted['failures of the database met'] += 1;
      }
      const view = await as('presales1').view();
      const values = { 'leave.from': '2026-12-08', 'leave.to': '2026-12-08', 'leave.reason': 'moving house' };
      const send = () => department.call('/human/submit', { user: 'presales1', view_id: view?.id, values });
      const refused = await send();
      expect(Object.values(refused.errors as object)).toEqual([expect.stringMatching(notSaved)]);
      proxy.mend();
      await expect.poll(() => as('presales2').command('/leave list')).toContain('没有');
      expect(await send()).toMatchObject({ ok: true });
      await department.application.settled();
      expect(await rows().leave.findMany({ select: { memberId: true, reason: true } })).toEqual([
        { memberId: 'UPRESALES1', reason: 'moving house' },
      ]);
      expect((await as('manager').messages()).length).toBe(1);
      keepFigures(11, 'test/scenario/notSaved.test.ts', {
        'deliveries while the server was away': lines.length + 1,
        'of them stored then': (await rows().leave.count()) - 1,
      });
    } finally {
      await department.close();
      await proxy.close();
      await drop();
    }
  });
});
