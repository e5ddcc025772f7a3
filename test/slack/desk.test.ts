/** The desk: one answer in time for every delivery, whatever happens behind it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/config.ts';
import type { Member } from '../../src/member/rules.ts';
import type { Office, Reception } from '../../src/office/office.ts';
import { type Delivery, makeDesk } from '../../src/slack/desk.ts';
import { type Rated, rateLimiter } from '../../src/slack/rate.ts';
import { makeGate } from '../support/gate.ts';
import { speech } from '../support/speech.ts';
import { startStopwatch } from '../support/stopwatch.ts';

const me = { id: 'U1', locale: 'en' } as Member;

let logged: [event: string, facts: Record<string, unknown>][];
/** How each was answered, as whoever watches is told. */
let outcomes: unknown[];
let receipts: Map<string, unknown>;
let reception: Reception;
let office: Office;
beforeEach(() => {
  logged = [];
  outcomes = [];
  receipts = new Map();
  const line = (event: string, facts = {}) => void logged.push([event, facts]);
  const info = (_event: string, facts: Record<string, unknown> = {}) => void outcomes.push(facts.outcome);
  office = { settings: DEFAULT_SETTINGS, speech, log: { info, warn: line, error: line } } as unknown as Office;
  reception = {
    async claim(key) {
      if (!receipts.has(key)) {
        receipts.set(key, 'working');
        return { taken: 'new' };
      }
      const kept = receipts.get(key);
      return { taken: 'before', done: kept !== 'working', answer: kept === 'working' ? null : kept };
    },
    settle: async (key, answer) => void receipts.set(key, answer),
    release: async key => void (receipts.get(key) === 'working' && receipts.delete(key)),
    meet: async id => (id === 'nobody' ? null : me),
    byHandle: async () => null,
    lines: {} as Reception['lines'],
    refresh: async () => {},
  };
});

function delivery(work: () => Promise<string>, more: Partial<Delivery<string | undefined>> = {}) {
  return {
    key: 'k',
    what: '/leave',
    from: { team: 'T1', app: 'A1' },
    userId: 'U1',
    sentence: (text: string) => text,
    work: async () => ({ answer: await work(), keep: true }),
    ...more,
  };
}

const deskWith = (rate: (userId: string) => Rated) =>
  makeDesk(office, reception, () => ({ team: 'T1', app: 'A1' }), { rate });
const deskOf = (answerMs?: number) =>
  makeDesk(office, reception, () => ({ team: 'T1', app: 'A1' }), answerMs === undefined ? {} : { answerMs });

it('answers what the work says, and keeps it for a redelivery', async () => {
  const desk = deskOf();
  const work = vi.fn(async () => 'done');
  expect(await desk.take(delivery(work))).toBe('done');
  expect(await desk.take(delivery(work))).toBe('done');
  expect(work).toHaveBeenCalledTimes(1);
});

it.each<[string, Partial<Delivery<string | undefined>>]>([
  ['another person', { userId: 'U2' }],
  ['another person with the same beginning', { userId: 'U1,k', key: '' }],
  ['another team', { from: { team: 'T2', app: 'A1' } }],
  ['another app', { from: { team: 'T1', app: 'A2' } }],
  ['the same person with another key', { key: 'k2' }],
  ['the same person with a key of a megabyte', { key: 'k'.repeat(1_000_000) }],
])('never gives %s the answer of the first, kept or under way', async (_, more) => {
  const desk = deskOf();
  const gate = makeGate();
  const first = desk.take(delivery(() => gate.opened.then(() => 'for U1 alone')));
  const meanwhile = desk.take(delivery(async () => 'another', more));
  gate.open();
  expect(await first).toBe('for U1 alone');
  expect(await meanwhile).not.toBe('for U1 alone');
  expect(await desk.take(delivery(async () => 'another', more))).not.toBe('for U1 alone');
  expect([...receipts.keys()].every(key => key.length <= 200)).toBe(true);
});

it('lets nothing be done twice for a redelivery that nothing was answered to', async () => {
  const desk = deskOf();
  const work = vi.fn(async () => ({ answer: undefined, keep: true }));
  const silent = delivery(async () => '', { work });
  expect([await desk.take(silent), await desk.take(silent)]).toEqual([undefined, undefined]);
  expect(work).toHaveBeenCalledTimes(1);
});

it('works anew on what is not kept, such as a form that was corrected', async () => {
  const desk = deskOf();
  const answers = ['wrong', 'right'];
  const form = delivery(async () => '', { work: async () => ({ answer: answers.shift(), keep: false }) });
  expect([await desk.take(form), await desk.take(form)]).toEqual(['wrong', 'right']);
});

it('gives a redelivery that comes meanwhile the answer of the first', async () => {
  const desk = deskOf();
  const gate = makeGate();
  const work = vi.fn(async () => {
    await gate.opened;
    return 'done';
  });
  const both = [desk.take(delivery(work)), desk.take(delivery(work))];
  gate.open();
  expect(await Promise.all(both)).toEqual(['done', 'done']);
  expect(work).toHaveBeenCalledTimes(1);
});

it('says so when another process is at it', async () => {
  const gate = makeGate();
  const elsewhere = deskOf().take(delivery(() => gate.opened.then(() => 'done')));
  const answer = await deskOf().take(delivery(async () => 'done'));
  gate.open();
  await elsewhere;
  expect(answer).toBe('这一步刚才已经收到了，不会重复处理。');
});

it('answers a slow one in time, and again, once, when it ends', async () => {
  const desk = deskOf(20);
  const gate = makeGate();
  const after = vi.fn();
  const slow = delivery(async () => {
    await gate.opened;
    return 'done';
  });
  const answers = await Promise.all([desk.take(slow, after), desk.take(slow, after)]);
  expect(answers).toEqual(Array(2).fill('Received, working on it…'));
  gate.open();
  await desk.idle();
  expect(after.mock.calls).toEqual([['done']]);
});

it('does not promise what cannot be told later', async () => {
  const gate = makeGate();
  const answer = await deskOf(20).take(delivery(() => gate.opened.then(() => 'done')));
  expect(answer).toContain('it is not certain yet that this was saved');
  gate.open();
});

it('says a reference for a fault, logs it under the same one, and lets the delivery be tried again', async () => {
  const desk = deskOf();
  const fault = vi.fn(() => Promise.reject(new Error('SELECT failed')));
  const answer = await desk.take(delivery(fault));
  const reference = /reference (\w{8})\.$/.exec(answer ?? '')?.[1];
  expect(answer).not.toContain('SELECT');
  expect(logged).toEqual([
    ['door.fault', { reference, what: '/leave', user: 'U1', error: expect.stringContaining('SELECT failed') }],
  ]);
  expect(await desk.take(delivery(async () => 'done'))).toBe('done');
});

it('does not call what was done a fault because its answer could not be kept', async () => {
  reception.settle = () => Promise.reject(new Error('database away'));
  expect(await deskOf().take(delivery(async () => 'done'))).toBe('done');
  expect(logged.map(([event]) => event)).toEqual(['door.unfiled']);
});

it.each([
  { team: 'T2', app: 'A1' },
  { team: undefined, app: 'A1' },
  { team: 'T1', app: 'A2' },
])('refuses another team or app ($team, $app) before anything else', async from => {
  const work = vi.fn(async () => 'done');
  expect(await deskOf().take(delivery(work, { from }))).toBe('这个机器人只为本团队服务。');
  expect([work.mock.calls.length, receipts.size]).toEqual([0, 0]);
  expect(logged).toEqual([['door.wrongTeam', { what: '/leave', ...from, user: 'U1' }]]);
});

it('asks a person Slack does not know to try again, and would take it then', async () => {
  expect(await deskOf().take(delivery(async () => 'done', { userId: 'nobody' }))).toBe(
    'Slack 没有告诉我你是谁，请稍后再试。',
  );
  expect(receipts.size).toBe(0);
});

it('is idle when everything it took has ended', async () => {
  const desk = deskOf(10);
  const [slow, other] = [makeGate(), makeGate()];
  await desk.take(delivery(() => slow.opened.then(() => 'done')));
  desk.follow(other.opened.then(() => Promise.reject(new Error('of no importance'))));
  let idle = false;
  const waiting = desk.idle().then(() => {
    idle = true;
  });
  slow.open();
  await Promise.resolve();
  expect(idle).toBe(false);
  other.open();
  await waiting;
});

describe('one person’s flood', () => {
  const perTenSeconds = { deliveries: 3, seconds: 10 };

  it('is answered with one sentence in both languages, without anything being looked up; others go on', async () => {
    let now = 0;
    const desk = deskWith(rateLimiter(perTenSeconds, () => now));
    const work = vi.fn(async () => 'done');
    const claim = vi.spyOn(reception, 'claim');
    const from = (userId: string, number: number) => desk.take(delivery(work, { key: `${userId} ${number}`, userId }));
    const answers: unknown[] = [];
    for (let number = 1; number <= 1_000; number++) answers.push(await from('U1', number));
    expect(answers.slice(0, 3)).toEqual(['done', 'done', 'done']);
    expect(new Set(answers.slice(3))).toEqual(
      new Set([
        '操作太快了，这一步没有处理，请过几秒再试。 That was too fast, so this was not done; please try again in a few seconds.',
      ]),
    );
    expect([work.mock.calls.length, claim.mock.calls.length]).toEqual([3, 3]);
    expect(await from('U2', 1)).toBe('done');
    expect(logged).toEqual([['door.limited', { what: '/leave', user: 'U1' }]]);
    expect(outcomes.filter(outcome => outcome === 'limited').length).toBe(997);
    now = 10_000;
    expect(await from('U1', 1_001)).toBe('done');
  });

  it('of presses is told once, as each would be another message', async () => {
    const desk = deskWith(rateLimiter({ deliveries: 1, seconds: 10 }, () => 0));
    const press = (number: number) => delivery(async () => 'done', { key: `k${number}`, again: () => undefined });
    const answers = [await desk.take(press(1)), await desk.take(press(2)), await desk.take(press(3))];
    expect(answers).toEqual(['done', expect.stringContaining('too fast'), undefined]);
  });

  it('is no flood where the same delivery comes again, or where there is no limit', async () => {
    const desk = deskWith(rateLimiter({ deliveries: 0, seconds: 10 }, () => 0));
    for (let number = 1; number <= 50; number++)
      expect(await desk.take(delivery(async () => 'done', { key: `k${number}` }))).toBe('done');
  });

  it('leaves nobody in memory for ever', () => {
    let now = 0;
    const rate = rateLimiter(perTenSeconds, () => now);
    const people = Array.from({ length: 20_000 }, (_, number) => `U${number}`);
    const tookMs = startStopwatch();
    for (const id of people) {
      expect(rate(id)).toBe('fine');
      now += 10;
    }
    expect(tookMs()).toBeLessThan(5_000);
  });
});

it('tells whoever watches how each was answered', async () => {
  const desk = deskOf();
  await desk.take(delivery(async () => 'done'));
  await desk.take(delivery(async () => 'done'));
  await desk.take(delivery(() => Promise.reject(new Error('as told')), { key: 'other' }));
  await desk.take(delivery(async () => 'done', { key: 'third', from: { team: 'T2', app: undefined } }));
  expect(outcomes).toEqual(['done', 'repeated', 'fault', 'wrongTeam']);
});
