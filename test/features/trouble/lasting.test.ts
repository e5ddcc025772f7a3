/** A trouble that lasts until somebody mends it is told once, however long it lasts and whatever else is wrong. */
import { afterEach, expect, it } from 'vitest';
import { tellGoesAgain, tellUndelivered } from '../../../src/features/trouble/workflow.ts';
import type { Messenger, Outcome } from '../../../src/office/office.ts';
import { makeSender } from '../../../src/office/sender.ts';
import { enqueue, postedAt, revive } from '../../../src/store/outbox.ts';
import { openOffice, type TestOffice } from '../../support/office.ts';

const hourMs = 3_600_000;
let house: TestOffice;
afterEach(() => house.close());

it.each([
  ['is_archived', 'archived'],
  ['not_in_channel', 'notInChannel'],
  ['restricted_action', 'forbidden'],
  ['channel_not_found: #department', 'noChannel'],
])('%s', async (error, cause) => {
  house = await openOffice('2026-12-01T08:10:00+08:00');
  const { read } = house.office.database;
  const messages = new Map(house.office.declared.messages);
  messages.set('note', { compose: async () => ({ name: 'note', data: {} }) as never });
  house.office.declared = { ...house.office.declared, messages };
  /** What Slack answers for each channel; it takes everything for the others. */
  const refusals = new Map([['#department', error]]);
  const answer = async ({ recipient }: { recipient: string }): Promise<Outcome> => {
    const refused = refusals.get(recipient);
    return refused === undefined
      ? { ok: true, channel: `C${recipient}`, ts: '1.0' }
      : { ok: false, kind: 'dead', error: refused };
  };
  const messenger: Messenger = {
    admitted: async () => ({ ok: true }),
    post: answer,
    update: answer,
    find: async () => ({ ok: true, place: null }),
  };
  const sender = makeSender(house.office, messenger, {
    now: () => house.wall.now(),
    paceMs: 0,
    doubtMs: 0,
    callMs: 8_000,
    leaseMs: 45_000,
    restMs: 0,
    lookMs: 60_000,
    goesAgain: tellGoesAgain,
    gaveUp: tellUndelivered,
  });
  let serial = 0;
  async function say(recipient: string): Promise<void> {
    serial += 1;
    await enqueue(read, { key: `note:${serial}`, recipient, notice: 'note', ref: {} }, house.wall.now());
    await sender.drain();
  }
  const told = async () => {
    const where = { notice: 'trouble.undelivered', act: 'post' };
    const rows = await read.outbox.findMany({ where, orderBy: { id: 'asc' } });
    return rows.map(({ ref }) => ref);
  };
  const at = (hour: string) => ({ cause, hour: `2026-12-01T${hour}:00:00.000Z` });

  for (let hour = 0; hour < 4; hour++) {
    await say('#department');
    await house.pass(hourMs);
  }
  expect(await told()).toEqual([at('00')]);

  // Another channel has the same trouble, and is told of by itself.
  refusals.set('#notices', error.replace('department', 'notices'));
  await say('#notices');
  await say('#department');
  expect(await told()).toEqual([at('00'), at('04')]);

  // Mended, and broken again.
  refusals.clear();
  await house.pass(hourMs);
  await say('#department');
  expect(await postedAt(read, '#department')).toEqual(house.wall.now());
  await house.pass(hourMs);
  refusals.set('#department', error);
  await say('#department');
  await house.pass(hourMs);
  await say('#department');
  expect(await told()).toEqual([at('00'), at('04'), at('06')]);

  // Sent again before it is mended: whoever did that hears that it did not help.
  await house.pass(hourMs);
  await revive(read, 'all', house.wall.now());
  await sender.drain();
  expect(await told()).toEqual([at('00'), at('04'), at('06'), at('08')]);
});
