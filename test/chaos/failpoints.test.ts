/** A replica killed at every step of announcing something: the next one announces it, once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepFigures } from '../support/figures.ts';
import { dateOf, keyOf } from './control.ts';
import { FAILPOINTS } from './failpoints.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let occurrence = 0;
let kills = 0;
let announced = 0;
beforeAll(async () => {
  house = await openHouse('server', 1);
  const first = house.start(0);
  expect(await first.ready).toBe(true);
  first.signal('SIGTERM');
  expect(await first.ended).toBe(0);
  house.control({ begin: Date.now(), step: 1 });
});
afterAll(async () => {
  await house.close();
  keepFigures(1, 'test/chaos/failpoints.test.ts', {
    'kills at a named step': kills,
    'announcements in Slack': announced,
  });
});

/** How often the announcement of the present occurrence stands in a channel. */
async function copies(): Promise<number> {
  const [row] = await house.sql<{ uuid: string }>('SELECT uuid FROM outbox WHERE key = $1', [keyOf(occurrence)]);
  return (await house.posted()).get(row?.uuid ?? '') ?? 0;
}

it.each(FAILPOINTS.map(({ name, hold }) => [name, hold] as const))(
  'killed when it was %s',
  async (_name, hold) => {
    occurrence += 1;
    house.control({ occurrences: occurrence });
    const { held, release } = await hold(house.databaseUrl ?? '', house.fronts[0] as (typeof house.fronts)[number]);
    const killed = house.start(0);
    await held;
    killed.signal('SIGKILL');
    expect(await killed.ended).toBe(null);
    await release();

    const next = house.start(0);
    expect(await next.ready, next.lines.join('\n')).toBe(true);
    const settled = async () => [
      await copies(),
      await house.sql('SELECT state FROM outbox WHERE key = $1', [keyOf(occurrence)]),
      await house.sql('SELECT duty FROM occurrence WHERE date = $1', [dateOf(occurrence)]),
    ];
    await expect
      .poll(settled, { timeout: 60_000, interval: 200 })
      .toEqual([1, [{ state: 'sent' }], [{ duty: 'chaos.beat' }]]);
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
    kills += 1;
    announced += await copies();
  },
  120_000,
);
