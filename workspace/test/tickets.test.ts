import { expect, it } from 'vitest';
import { Tickets } from '../core/view/tickets.ts';

it('lets a trigger be used once, within three seconds', () => {
  let now = 0;
  const tickets = new Tickets(() => now);
  const [first, second] = [tickets.issueTrigger({ user: 'a' }), tickets.issueTrigger({ user: 'b', view: 'V1' })];
  expect(tickets.useTrigger('other')).toBe('invalid_trigger_id');
  now = 2_999;
  expect(tickets.useTrigger(second)).toMatchObject({ user: 'b', view: 'V1' });
  expect(tickets.useTrigger(second)).toBe('exchanged_trigger_id');
  now = 3_000;
  expect(tickets.useTrigger(first)).toBe('expired_trigger_id');
});

it('lets a response URL be used five times, within half an hour', () => {
  let now = 0;
  const tickets = new Tickets(() => now);
  const place = { channel: 'C1', user: 'a' };
  const path = tickets.issueResponse('commands', 'T1', place);
  const late = tickets.issueResponse('actions', 'T1', place);
  expect(Array.from({ length: 6 }, () => tickets.useResponse(path))).toEqual([
    place,
    place,
    place,
    place,
    place,
    'used_url',
  ]);
  now = 30 * 60_000;
  expect(tickets.useResponse(late)).toBe('expired_url');
});
