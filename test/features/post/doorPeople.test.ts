/** What Slack tells of people, late, twice or for somebody else: whoever left stays gone. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Attacker, openAttacked } from '../../attacks/slack.ts';

let attacked: Attacker;
beforeAll(async () => {
  attacked = await openAttacked('2026-12-01T07:55');
  await attacked.send(attacked.command('/me'));
});
afterAll(() => attacked.stop());

let serial = 0;
/** The event as Slack sends it, with what is to be different; resolves when it was worked on. */
async function tell(user: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<void> {
  serial += 1;
  const event = {
    type: 'user_change',
    user: { id: 'UPRESALES1', name: 'presales1', team_id: attacked.own.team, ...user },
  };
  const body = {
    type: 'event_callback',
    team_id: attacked.own.team,
    api_app_id: attacked.own.app,
    event_id: `Ev${serial}`,
  };
  const reply = await attacked.send(JSON.stringify({ ...body, event, ...more }), { type: 'application/json' });
  expect(reply.status).toBe(200);
  await attacked.application.settled();
}

const known = async () => {
  const { name, deactivated } = await attacked.application.office.database.read.member.findUniqueOrThrow({
    where: { id: 'UPRESALES1' },
  });
  return [name, deactivated];
};
const future = 2_000_000_000;
let at = future;
beforeEach(async () => {
  at += 100;
  await tell({ real_name: 'Left', deleted: true, updated: at });
  expect(await known()).toEqual(['Left', true]);
});

it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['a second before', { updated: -1 }, {}],
  ['an hour before', { updated: -99 }, {}],
  ['for another team', { updated: 1 }, { team_id: 'T0BRANCH' }],
  ['for no team', { updated: 1 }, { team_id: undefined }],
  ['for another app', { updated: 1 }, { api_app_id: 'A0OTHER' }],
  ['for another app, long after', { updated: 50 }, { api_app_id: 'A0OTHER' }],
])('%s brings nobody back', async (_, { updated }, more) => {
  await tell({ real_name: 'Back', deleted: false, updated: at + Number(updated) }, more);
  expect(await known()).toEqual(['Left', true]);
});

it.each([
  ['in the same second', 0],
  ['a second after', 1],
  ['a day after', 99],
])('%s is taken', async (_, later) => {
  await tell({ real_name: 'Back', deleted: false, updated: at + later });
  expect(await known()).toEqual(['Back', false]);
});

it('a time that is none says nothing about the order', async () => {
  for (const updated of ['soon', -5, 1.5, 1e12, null]) {
    await tell({ real_name: 'Back', deleted: false, updated });
    expect(await known()).toEqual(['Back', false]);
    await tell({ real_name: 'Left', deleted: true, updated: at });
  }
});
