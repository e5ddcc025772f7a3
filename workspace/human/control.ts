/** `/human/clock`, `/human/log`, `/human/stream`: the doors that only a local workspace has. */
import { z } from 'zod';
import { systemClock } from '../core/clock.ts';
import type { Core } from '../core/core.ts';
import type { Hint } from '../core/hints.ts';
import { travelPosting } from '../core/message/scheduled.ts';
import { isFullMember, type Person } from '../core/records.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import type { Streams } from './stream.ts';
import { named, personOf } from './who.ts';

/** All that falls due on the way is done, and whoever sets out next waits for it: a leap year takes minutes, centuries for ever. */
const FARTHEST_MS = 366 * 86_400_000;

export const controlCalls = (streams: Streams): HumanCall[] => [
  humanCall('GET', '/human/clock', z.object({}), core => ({
    now: core.clock.now().toISOString(),
    // Told only where it is so: whoever asks for the time need not know of journeys.
    ...(core.clock === systemClock && { travels: false }),
  })),
  humanCall(
    'POST',
    '/human/clock',
    z.object({ now: z.string().optional(), advance: z.string().optional() }),
    async (core, { now, advance }) => {
      if ((now === undefined) === (advance === undefined))
        throw new HumanError('invalid_arguments', 'Give either now or advance.');
      const to = now === undefined ? later(core.clock.now(), advance ?? '') : instant(now);
      if (to.getTime() - core.clock.now().getTime() > FARTHEST_MS)
        throw new HumanError('too_far', 'One journey leads a year ahead at most.');
      try {
        await travelPosting(core, to, () => {
          for (const team of core.teams()) team.hints.tell({ type: 'clock' });
        });
      } catch (error) {
        throw new HumanError('cannot_travel', error instanceof Error ? error.message : 'The clock cannot go there.');
      }
      for (const team of core.teams()) team.hints.tell({ type: 'clock' });
      return { ok: true, now: core.clock.now().toISOString() };
    },
  ),
  humanCall('GET', '/human/log', z.object({ since: z.coerce.number().int().min(0).default(0) }), (core, { since }) => ({
    entries: core.traffic.since(since),
  })),
  humanCall('GET', '/human/stream', z.object({ user: named.optional() }), (core, { user }, response) => {
    if (user === undefined) {
      const everybody = core.teams().map(team => team.hints);
      streams.begin(response, everybody, () => true);
    } else {
      const reader = personOf(core, user);
      streams.begin(response, [core.hints], hint => concerns(core, hint, reader));
    }
    return STREAMING;
  }),
];

/** What a call answers that has taken the response over. */
export const STREAMING = Symbol('streaming');

/** Whether a person may learn of this: not what others alone see, nor what happens in channels closed to them. */
function concerns(core: Core, hint: Hint, reader: Person): boolean {
  const personal = hint.type === 'ephemeral' || hint.type === 'view' || hint.type === 'home' || hint.type === 'read';
  if ((personal || hint.channel !== undefined) && hint.user !== undefined && hint.user !== reader.id) return false;
  const channel = hint.channel === undefined ? undefined : core.state.channels.get(hint.channel);
  return !channel || (channel.kind === 'channel' && isFullMember(reader)) || channel.members.includes(reader.id);
}

/** An instant from ISO text with a zone, or local time in Shanghai without one. */
function instant(text: string): Date {
  const isLocal = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(text);
  const date = new Date(isLocal ? `${text.length === 10 ? `${text}T00:00` : text}+08:00` : text);
  const isReal = !Number.isNaN(date.getTime()) && (!isLocal || sameDay(date, text));
  if (!isReal || !/^\d{4}-\d{2}-\d{2}/.test(text))
    throw new HumanError('invalid_time', 'A time is written like 2026-03-09T07:55, or in full with a zone.');
  return date;
}

/** 31 February is not 3 March. */
function sameDay(date: Date, text: string): boolean {
  return new Date(date.getTime() + 8 * 3_600_000).toISOString().startsWith(text.slice(0, 10));
}

/** The instant a duration later: days, hours, minutes and seconds, written as in ISO 8601 (`P1D`, `PT90M`). */
function later(from: Date, duration: string): Date {
  const parts = /^P(?=\d|T\d)(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/.exec(duration);
  if (!parts) throw new HumanError('invalid_time', 'A duration is written like PT15M, PT90M or P1D.');
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(part => Number(part ?? 0));
  return new Date(from.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}
