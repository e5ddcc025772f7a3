/** The chain over decisions: unbroken however many are taken at once, and whatever is done to it by hand is found. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/features/approval/decision.ts';
import { punch } from '../../src/features/attendance/workflow.ts';
import { requestLeave } from '../../src/features/leave/workflow.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { memberOf } from '../../src/member/store.ts';
import { headOf } from '../../src/store/chain.ts';
import { type Break, checkChain, numberOfHash } from '../../src/store/chainCheck.ts';
import type { Database } from '../../src/store/database.ts';
import { record } from '../../src/store/record.ts';
import type { Tx } from '../../src/store/tx.ts';
import { type Department, openDepartment } from '../support/department.ts';
import { keepFigures } from '../support/figures.ts';
import { unchained } from '../support/speech.ts';

let department: Department;
let database: Database;
let seqs: number[];
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' });
  database = department.application.office.database;
});
afterAll(() => department.close());

const staff = ['UPRESALES1', 'UPRESALES2', 'UPRESALES3', 'UPRESALES4', 'UAFTERSALES1'];

/** More than there are connections, and few enough that none waits for its connection until that gives up. */
const atOnce = process.env.TEST_DATABASE === 'server' ? 16 : 8;

async function crowd<T>(deeds: readonly (() => Promise<T>)[]): Promise<T[]> {
  const answers: T[] = [];
  const left = deeds.entries();
  const one = async () => {
    for (const [index, deed] of left) answers[index] = await deed();
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return answers;
}

describe('hundreds of decisions, many of them always under way', () => {
  it('are one unbroken chain, and nobody waits for anybody for ever', async () => {
    const { office } = department.application;
    const asked = await crowd(
      Array.from({ length: 105 }, (_, index) => async () => {
        const me = await memberOf(database.read, staff[index % staff.length] ?? '');
        if (me === null) throw new Error(`there is no ${staff[index % staff.length]}`);
        const next = Math.floor(index / staff.length);
        const day = new Date(Date.UTC(2027, 2, 1 + Math.floor(next / 5) * 7 + (next % 5))).toISOString().slice(0, 10);
        const span = { from: day, fromHalf: 'am', to: day, toHalf: 'pm' } as const;
        const sent = await requestLeave(office, me, { kind: 'trip', span, reason: 'fair', emergency: false });
        return isRefusal(sent) ? [] : [sent.leave.id];
      }),
    );
    const ids = asked.flat();
    expect(ids).toHaveLength(105);
    const approvals = await database.read.approval.findMany({ where: { kind: 'leave', subjectId: { in: ids } } });
    // Two for each, so that every decision is also contended for.
    const deciding = approvals.flatMap(({ token }, index) => [
      () => decide(office, token, 'UMANAGER', index % 3 === 0 ? 'rejected' : 'approved', 'as agreed'),
      () => decide(office, token, 'UDEPUTY', index % 2 === 0 ? 'rejected' : 'approved', 'as agreed'),
    ]);
    expect(deciding.length).toBeGreaterThanOrEqual(200);
    const decided = (await crowd(deciding)).filter(answer => !isRefusal(answer));
    expect(decided).toHaveLength(ids.length);

    const { head, found } = await checkChain(database.read, { unchained });
    expect(found).toBeNull();
    const links = await database.read.chainLink.findMany({ orderBy: { number: 'asc' } });
    expect(links.map(({ number }) => number)).toEqual(Array.from({ length: head.number }, (_, index) => index + 1));
    const decisions = { noun: 'approval', deed: { in: ['approval.approved', 'approval.rejected'] } };
    const recorded = await database.read.record.findMany({ where: decisions });
    expect(recorded).toHaveLength(ids.length);
    const linked = new Set(links.map(({ seq }) => seq));
    expect(recorded.every(({ seq }) => linked.has(seq))).toBe(true);
    keepFigures(7, 'test/store/chain.test.ts', { decisions: deciding.length, 'rows verified': head.number });
  });

  it('do not keep those waiting who clock in: punches are recorded and not chained', async () => {
    const { office } = department.application;
    const before = await headOf(database.read);
    const me = await memberOf(database.read, 'UPRESALES1');
    if (me === null) throw new Error('there is no UPRESALES1');
    await punch(office, me);
    expect(await database.read.record.count({ where: { noun: 'punch' } })).toBe(1);
    expect(await headOf(database.read)).toEqual(before);
  });
});

describe('what is rolled back', () => {
  it('leaves the chain as it was', async () => {
    const before = await headOf(database.read);
    const failed = database.transaction(async tx => {
      await record(tx, { at: new Date(), actor: 'UMANAGER', deed: 'case.filed', noun: 'case', nounId: 1 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await headOf(database.read)).toEqual(before);
  });
});

describe('what is said in an entry', () => {
  it('counts, however the database keeps it', async () => {
    const after = { z: 1, a: [{ y: 0.1, b: '条例 “”\u2028' }], ten: 1e21, none: null, left: undefined };
    await database.transaction(tx =>
      record(tx, {
        at: new Date('2026-12-01T00:00:00.007Z'),
        actor: 'clock',
        deed: 'x',
        noun: 'day',
        nounId: 'd',
        after,
      }),
    );
    expect((await checkChain(database.read, { unchained })).found).toBeNull();
  });
});

describe('what is done to it by hand', () => {
  const off = ['record', 'chain_link', 'chain_head'];
  let tried = 0;
  let recognised = 0;

  class Undone extends Error {}

  /** What the check finds after that SQL, with nobody's triggers in the way; undone at the end. */
  async function foundAfter(...statements: string[]): Promise<Break | null | undefined> {
    let found: Break | null | undefined;
    await database
      .transaction(async tx => {
        for (const table of off) await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
        for (const sql of statements) expect(await tx.$executeRawUnsafe(sql), sql).toBeGreaterThan(0);
        ({ found } = await checkChain(tx, { unchained }));
        throw new Undone();
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof Undone)) throw fault;
      });
    tried += 1;
    if (found !== null && found !== undefined) recognised += 1;
    return found;
  }

  const seqOf = (number: number) => seqs[number - 1] ?? 0;
  const linkedFrom = (number: number) => `seq IN (SELECT seq FROM chain_link WHERE number >= ${number})`;
  let last: number;
  beforeAll(async () => {
    const links = await database.read.chainLink.findMany({ orderBy: { number: 'asc' } });
    seqs = links.map(({ seq }) => seq);
    last = links.length;
  });
  afterEach(async () => {
    expect((await checkChain(database.read, { unchained })).found).toBeNull();
  });

  it.each([
    `actor = 'somebody else'`,
    `deed = 'leave.cancel'`,
    `noun = 'meeting'`,
    `"nounId" = '999'`,
    `at = at + interval '1 millisecond'`,
    `before = '{"state": "approved"}'`,
    `after = '{"state": "approved", "amount": 1}'`,
    'after = NULL, before = after',
  ])('an entry altered: %s', async change => {
    const found = await foundAfter(`UPDATE record SET ${change} WHERE seq = ${seqOf(5)}`);
    expect(found).toEqual({ what: 'altered', number: 5, seq: seqOf(5) });
  });

  it('the last entry altered, whatever is looked at together', async () => {
    const found = await foundAfter(`UPDATE record SET actor = 'x' WHERE seq = ${seqOf(last)}`);
    expect(found).toEqual({ what: 'altered', number: last, seq: seqOf(last) });
    for (const page of [50, last - 1, last, last + 1])
      expect(await checkChain(database.read, { page, unchained })).toEqual({
        head: await headOf(database.read),
        found: null,
      });
  });

  it('several altered: the first', async () => {
    const found = await foundAfter(`UPDATE record SET actor = 'x' WHERE ${linkedFrom(7)}`);
    expect(found).toEqual({ what: 'altered', number: 7, seq: seqOf(7) });
  });

  it('an entry taken out, and its link', async () => {
    const [seq, number] = [seqOf(9), 9];
    expect(await foundAfter(`DELETE FROM record WHERE seq = ${seq}`)).toEqual({ what: 'removed', number, seq });
    expect(await foundAfter(`DELETE FROM chain_link WHERE number = 9`)).toEqual({ what: 'missing', number });
    expect(
      await foundAfter(`DELETE FROM record WHERE seq = ${seq}`, `DELETE FROM chain_link WHERE number = 9`),
    ).toEqual({
      what: 'missing',
      number,
    });
    // Closing the gap does not help.
    expect(
      await foundAfter(
        `DELETE FROM record WHERE seq = ${seq}`,
        `DELETE FROM chain_link WHERE number = 9`,
        `UPDATE chain_link SET number = -number WHERE number > 9`,
        `UPDATE chain_link SET number = -number - 1 WHERE number < 0`,
        `UPDATE chain_head SET number = number - 1`,
      ),
    ).toEqual({ what: 'altered', number, seq: seqOf(10) });
  });

  it('the end cut off', async () => {
    const cut = { what: 'cut', number: last - 2, last };
    const links = `DELETE FROM chain_link WHERE number > ${last - 3}`;
    expect(await foundAfter(links)).toEqual(cut);
    expect(await foundAfter(`DELETE FROM record WHERE ${linkedFrom(last - 2)}`, links)).toEqual(cut);
    expect(await foundAfter('DELETE FROM record', 'DELETE FROM chain_link')).toEqual({ what: 'cut', number: 1, last });
  });

  it('two swapped', async () => {
    const [one, other] = [seqOf(11), seqOf(14)];
    const found = await foundAfter(
      `UPDATE record SET seq = -1 WHERE seq = ${one}`,
      `UPDATE record SET seq = ${one} WHERE seq = ${other}`,
      `UPDATE record SET seq = ${other} WHERE seq = -1`,
    );
    expect(found).toEqual({ what: 'altered', number: 11, seq: one });
    const links = await foundAfter(
      `UPDATE chain_link SET seq = -1 WHERE number = 11`,
      `UPDATE chain_link SET seq = ${one} WHERE number = 14`,
      `UPDATE chain_link SET seq = ${other} WHERE number = 11`,
    );
    expect(links).toEqual({ what: 'altered', number: 11, seq: other });
  });

  it('a hash altered', async () => {
    const found = await foundAfter(`UPDATE chain_link SET hash = md5(hash) || md5(hash) WHERE number = 3`);
    expect(found).toEqual({ what: 'altered', number: 3, seq: seqOf(3) });
  });

  it('the head altered, moved back or taken away', async () => {
    expect(await foundAfter(`UPDATE chain_head SET hash = reverse(hash)`)).toEqual({ what: 'head', number: last });
    expect(await foundAfter(`UPDATE chain_head SET number = number - 1`)).toEqual({ what: 'head', number: last });
    expect(await foundAfter(`DELETE FROM chain_head`)).toEqual({ what: 'head', number: last });
    expect(await foundAfter(`UPDATE chain_head SET after = 2`)).toMatchObject({ what: 'altered', number: 1 });
  });

  it('a decision added beside it', async () => {
    const found = await foundAfter(
      `INSERT INTO record (seq, at, actor, deed, noun, "nounId") VALUES (900000, now(), 'UMANAGER', 'case.uphold', 'case', '1')`,
    );
    expect(found).toEqual({ what: 'added', seq: 900_000 });
  });

  it('all of it made anew: only the head that was posted tells', async () => {
    const posted = await headOf(database.read);
    const earlier = await database.read.chainLink.findUniqueOrThrow({ where: { number: 6 } });
    expect(await numberOfHash(database.read, posted.hash)).toBe(last);
    expect(await numberOfHash(database.read, earlier.hash)).toBe(6);
    let answer: unknown;
    await database
      .transaction(async tx => {
        await madeAnew(tx, 20);
        answer = [
          (await checkChain(tx, { unchained })).found,
          await numberOfHash(tx, posted.hash),
          await numberOfHash(tx, earlier.hash),
        ];
        throw new Undone();
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof Undone)) throw fault;
      });
    expect(answer).toEqual([null, null, 6]);
  });

  it('is all found', () => {
    expect(recognised).toBe(tried);
    keepFigures(7, 'test/store/chain.test.ts', { 'alterations tried': tried, 'alterations found': recognised });
  });

  /** As somebody would who knows how it works: all entries from that one on are gone, the head says so. */
  async function madeAnew(tx: Tx, from: number): Promise<void> {
    for (const table of off) await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    await tx.$executeRawUnsafe(`DELETE FROM record WHERE ${linkedFrom(from)}`);
    await tx.$executeRawUnsafe(`DELETE FROM chain_link WHERE number >= ${from}`);
    await tx.$executeRawUnsafe(
      `UPDATE chain_head SET number = ${from - 1}, hash = (SELECT hash FROM chain_link WHERE number = ${from - 1})`,
    );
  }
});

describe('whoever holds the connection', () => {
  it.each([
    ['UPDATE', `UPDATE chain_link SET hash = 'x'`],
    ['DELETE', 'DELETE FROM chain_link'],
    ['TRUNCATE', 'TRUNCATE chain_link'],
    ['UPDATE', 'UPDATE chain_head SET number = number - 1'],
    ['UPDATE', 'UPDATE chain_head SET hash = reverse(hash)'],
    ['DELETE', 'DELETE FROM chain_head'],
    ['TRUNCATE', 'TRUNCATE chain_head'],
  ])('is refused %s: %s', async (deed, sql) => {
    await expect(database.read.$executeRawUnsafe(sql)).rejects.toThrow(`The record is append-only: ${deed} is refused`);
  });
});
