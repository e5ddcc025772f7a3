/** A delivery is worked on by one, and what was answered is answered again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimDelivery, forgetDeliveries, releaseDelivery, settleDelivery } from '../../src/store/receipt.ts';
import { openOffice, type TestOffice } from '../support/office.ts';

let house: TestOffice;
beforeAll(async () => {
  house = await openOffice();
});
afterAll(() => house.close());

const now = new Date('2026-12-01T00:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const claim = (key: string, at = now) => claimDelivery(house.office.database.read, key, at);

it('is taken by one of many who receive it at once', async () => {
  const { read } = await house.again();
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? claim('many') : claimDelivery(read, 'many', now))),
  );
  expect(claims.filter(({ taken }) => taken === 'new').length).toBe(1);
});

it.each<[unknown, unknown]>([
  [{ text: 'Filed as no. 7.' }, { text: 'Filed as no. 7.' }],
  [undefined, null],
  [null, null],
])('brings the kept answer %j to a redelivery', async (answer, kept) => {
  const key = `kept ${JSON.stringify(answer)}`;
  expect(await claim(key)).toEqual({ taken: 'new' });
  expect(await claim(key)).toEqual({ taken: 'before', done: false, answer: null });
  await settleDelivery(house.office.database.read, key, answer);
  expect(await claim(key, later(86_400_000))).toEqual({ taken: 'before', done: true, answer: kept });
});

it('may be tried again after a fault, but not once it is done', async () => {
  const { read } = house.office.database;
  await claim('fault');
  await releaseDelivery(read, 'fault');
  expect(await claim('fault')).toEqual({ taken: 'new' });
  await settleDelivery(read, 'fault', null);
  await releaseDelivery(read, 'fault');
  expect(await claim('fault')).toMatchObject({ taken: 'before', done: true });
});

it('is taken over, once, from a process that died with it', async () => {
  await claim('abandoned');
  expect(await claim('abandoned', later(60_000))).toMatchObject({ taken: 'before' });
  const claims = await Promise.all([1, 2, 3].map(() => claim('abandoned', later(60_001))));
  expect(claims.map(({ taken }) => taken).sort()).toEqual(['before', 'before', 'new']);
});

it('is forgotten after its time', async () => {
  await claim('old', later(-1));
  await claim('young');
  await forgetDeliveries(house.office.database.read, now);
  expect([await claim('old'), await claim('young')].map(({ taken }) => taken)).toEqual(['new', 'before']);
});
