/** The machine's clock set back and forth by a minute, an hour, a day and a year under the running bot. */
import { expect, it } from 'vitest';
import { FAKETIME, stepThrough, WITHOUT_FAKETIME } from '../support/steps.ts';

it.skipIf(FAKETIME === undefined)(
  'does everything once on the embedded database, whatever the clock does',
  async () => {
    const { ran, due, told, faults } = await stepThrough(1);
    expect(ran).toEqual(due);
    expect(told).toEqual(['set -1', 'set 1', 'set -24', 'set 36', 'wrong 8747', 'set 12']);
    expect(faults).toEqual([]);
  },
);

it.runIf(FAKETIME === undefined)(WITHOUT_FAKETIME, () => {
  // Where everything must run, it is installed.
  expect(process.env.CI).not.toBe('true');
});
