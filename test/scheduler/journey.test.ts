/** Journeys through time stop where something falls due, one after the other, and never lead back. */
import { beforeEach, expect, it } from 'vitest';
import { FixedClock } from '../../src/clock.ts';
import { type Journeys, makeJourneys } from '../../src/scheduler/journey.ts';
import { makeGate } from '../support/gate.ts';

const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
const due = ['08:00', '08:10', '12:00'].map(at);

let clock: FixedClock;
let ticks: string[];
let settled: () => Promise<void>;
let journeys: Journeys;
beforeEach(() => {
  clock = new FixedClock(at('07:00'));
  ticks = [];
  settled = async () => {};
  journeys = makeJourneys({
    clock,
    ticker: {
      async tick() {
        ticks.push(clock.now().toISOString().slice(11, 16));
      },
      nextAt: async () => due.find(moment => moment > clock.now()) ?? null,
    },
    settled: () => settled(),
  });
});

it('stop at every due time on the way, and arrive', async () => {
  await journeys.travel(at('11:00'));
  expect(ticks).toEqual(['08:00', '08:10', '11:00']);
  expect(clock.now()).toEqual(at('11:00'));
});

it('lead forward only', async () => {
  await expect(journeys.travel(at('06:59'))).rejects.toThrow('Time runs forward only');
  expect(clock.now()).toEqual(at('07:00'));
});

it('do not cross: the second begins where the first has arrived', async () => {
  const [first, second, third] = [at('08:05'), at('09:00'), at('07:30')].map(to => journeys.travel(to));
  await first;
  await second;
  await expect(third).rejects.toThrow('Time runs forward only');
  expect(ticks).toEqual(['08:00', '08:05', '08:10', '09:00']);
});

it('do not put a clock back that went on while messages were delivered', async () => {
  settled = () => clock.set(new Date(clock.now().getTime() + 7 * 60_000));
  await journeys.travel(at('08:12'));
  expect(ticks).toEqual(['08:00', '08:10', '08:17']);
  expect(clock.now()).toEqual(at('08:24'));
});

it('end at the next stop when the bot does', async () => {
  const [arrived, goOn] = [makeGate(), makeGate()];
  settled = async () => {
    arrived.open();
    await goOn.opened;
  };
  const journey = journeys.travel(at('12:00'));
  await arrived.opened;
  const stopped = journeys.stop();
  goOn.open();
  await Promise.all([journey, stopped]);
  expect(ticks).toEqual(['08:00']);
});
