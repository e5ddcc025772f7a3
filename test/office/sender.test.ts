/** The sender on a real database: what is said to whom, in which order, how often, and what becomes of failures. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellGoesAgain, tellUndelivered } from '../../src/features/trouble/workflow.ts';
import type { Messenger, Office, Outcome, Place } from '../../src/office/office.ts';
import { redraw } from '../../src/office/say.ts';
import { makeSender, type Sender, type SenderOptions } from '../../src/office/sender.ts';
import type { Database } from '../../src/store/database.ts';
import { bringNear, claimNext, enqueue } from '../../src/store/outbox.ts';
import type { Tx } from '../../src/store/tx.ts';
import { makeGate } from '../support/gate.ts';
import { openOffice, type TestOffice } from '../support/office.ts';

/** One message for all: it says what stands beside a day of the calendar, and nothing where nothing stands. */
const note: Compose = async (tx, ref) => {
  const { date } = ref as { date: string };
  if (date === 'frozen' && frozen.splice(0).length > 0) await house.pass(40_000);
  if (date === 'fault') throw new Error('composer broken');
  const day = await tx.calendarDay.findUnique({ where: { date } });
  return day === null ? null : said(day.note);
};
const token: Compose = async (_, ref) => said(`again: ${JSON.stringify(ref)}`);
const undelivered: Compose = async (_, ref) => said(`undelivered: ${(ref as { cause: string }).cause}`);

type Compose = NonNullable<ReturnType<Office['declared']['messages']['get']>>['compose'];
const said = (text: string | null) => ({ name: 'note', data: { text } }) as never;

interface Sent {
  act: 'post' | 'update';
  to: string;
  text: string;
  uuid: string;
}

type Answer = Outcome | 'taken';

/** A Slack that does as the script says, call by call, and takes everything after its end. */
function fakeSlack() {
  const sent: Sent[] = [];
  const script: ((call: Sent) => Answer | Promise<Answer>)[] = [];
  const asked: string[] = [];
  let find: (uuid: string) => Place | null | Extract<Outcome, { ok: false }> = () => null;
  let serial = 0;
  const call = async (message: Sent): Promise<Outcome> => {
    const outcome = (await script.shift()?.(message)) ?? 'taken';
    if (outcome !== 'taken') return outcome;
    sent.push(message);
    serial += 1;
    return { ok: true, channel: `C${message.to}`, ts: `${serial}` };
  };
  const textOf = (message: unknown) => (message as { data: { text: string } }).data.text;
  let admission: Awaited<ReturnType<Messenger['admitted']>> = { ok: true };
  let looks = 0;
  const messenger: Messenger = {
    async admitted() {
      looks += 1;
      return admission;
    },
    post: ({ recipient, message, uuid }) => call({ act: 'post', to: recipient, text: textOf(message), uuid }),
    update: ({ recipient, message, uuid }) => call({ act: 'update', to: recipient, text: textOf(message), uuid }),
    async find(_, uuid) {
      asked.push(uuid);
      const found = find(uuid);
      return found !== null && 'ok' in found ? found : { ok: true, place: found };
    },
  };
  return {
    messenger,
    sent,
    asked,
    will: (...outcomes: (typeof script)[number][]) => script.push(...outcomes),
    /** The rest of the script falls away: as many calls were under way as there were. */
    relents: () => script.splice(0),
    finds: (answer: typeof find) => {
      find = answer;
    },
    admits: (answer: typeof admission) => {
      admission = answer;
    },
    looks: () => looks,
    said: () => sent.map(({ act, to, text }) => `${act} ${to}: ${text}`),
  };
}

/** Composing takes the process's whole life for the next note that says so. */
const frozen: true[] = [];
let house: TestOffice;
let slack: ReturnType<typeof fakeSlack>;
let sender: Sender;
beforeAll(async () => {
  house = await openOffice();
  const messages = new Map([
    ['note', { compose: note }],
    ['trouble.undelivered', { compose: undelivered }],
    ['trouble.token', { compose: token }],
  ]);
  house.office.declared = { ...house.office.declared, messages };
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.office.database.read.$executeRawUnsafe('TRUNCATE outbox, card, calendar_day');
  house.logged.length = 0;
  slack = fakeSlack();
  sender = senderWith();
});

function senderWith(options: Partial<SenderOptions> = {}, database: Database = house.office.database): Sender {
  return makeSender({ ...house.office, database }, slack.messenger, {
    now: () => house.wall.now(),
    paceMs: 0,
    doubtMs: 0,
    callMs: 8_000,
    leaseMs: 45_000,
    restMs: 0,
    lookMs: 60_000,
    goesAgain: tellGoesAgain,
    gaveUp: tellUndelivered,
    ...options,
  });
}

/** Writes the note and, in the same transaction, a message saying it. */
async function say(recipient: string, text: string, more: { card?: string; date?: string } = {}): Promise<void> {
  const { date = text, card } = more;
  await house.office.database.transaction(async tx => {
    await keep(tx, date, text);
    const message = { key: text, recipient, notice: 'note', ref: { date }, ...(card === undefined ? {} : { card }) };
    await enqueue(tx, message, house.wall.now());
  });
}

async function keep(tx: Tx, date: string, text: string): Promise<void> {
  const data = { working: true, note: text, setBy: 'manager', at: house.wall.now() };
  await tx.calendarDay.upsert({ where: { date }, create: { date, ...data }, update: data });
}

async function states(): Promise<string[]> {
  const rows = await house.office.database.read.outbox.findMany({ where: { notice: 'note' }, orderBy: { id: 'asc' } });
  return rows.map(({ ref, act, state, attempt }) => `${act} ${(ref as { date: string }).date}: ${state} ${attempt}`);
}

const inSeconds = async () => {
  const next = await sender.nextAt();
  return next === null ? null : (next.getTime() - house.wall.now().getTime()) / 1000;
};
const taken = () => 'taken' as const;
const failing =
  (kind: 'retry' | 'unknown' | 'dead', more: object = {}) =>
  (): Outcome => ({
    ok: false,
    kind,
    error: 'as scripted',
    ...more,
  });

describe('order and pace', () => {
  it('keeps the order for each recipient, and nobody waits for another', async () => {
    slack.will(failing('retry'));
    for (const text of ['a1', 'a2']) await say('a', text);
    await sender.drain();
    for (const text of ['b1', 'b2']) await say('b', text);
    await sender.drain();
    expect(slack.said()).toEqual(['post b: b1', 'post b: b2']);
    await house.pass(1_000);
    await sender.drain();
    expect(slack.said()).toEqual(['post b: b1', 'post b: b2', 'post a: a1', 'post a: a2']);
  });

  it('sends one message a second to each recipient', async () => {
    sender = senderWith({ paceMs: 1_000 });
    for (const text of ['a1', 'a2', 'a3']) await say('a', text);
    await say('b', 'b1');
    await sender.drain();
    expect(slack.said().toSorted()).toEqual(['post a: a1', 'post b: b1']);
    expect(await inSeconds()).toBe(1);
    await house.pass(999);
    await sender.drain();
    expect(slack.sent.length).toBe(2);
    await house.pass(1);
    await sender.drain();
    expect(slack.said().slice(2)).toEqual(['post a: a2']);
  });

  it('counts the second from the end of the call before', async () => {
    sender = senderWith({ paceMs: 1_000 });
    slack.will(async (): Promise<Answer> => {
      await house.pass(900);
      return 'taken';
    });
    for (const text of ['a1', 'a2']) await say('a', text);
    await sender.drain();
    await house.pass(500);
    await sender.drain();
    expect(slack.said()).toEqual(['post a: a1']);
  });

  it('sends each once with two senders on one database', async () => {
    const [one, two] = [senderWith(), senderWith({}, await house.again())];
    const texts = Array.from({ length: 24 }, (_, index) => `${'abcd'[index % 4]}${String(index).padStart(2, '0')}`);
    for (const text of texts) await say(text.charAt(0), text);
    await Promise.all([one.drain(), two.drain()]);
    await Promise.all([one.drain(), two.drain()]); // one of them may have looked just before the other settled
    for (const to of 'abcd') {
      const mine = slack.sent.filter(message => message.to === to).map(({ text }) => text);
      expect(mine).toEqual(texts.filter(text => text.startsWith(to)));
    }
  });

  it('claims nothing further once it is stopped', async () => {
    slack.will(() => {
      sender.stop();
      return 'taken';
    });
    for (const text of ['a1', 'a2']) await say('a', text);
    await sender.drain();
    expect(await states()).toEqual(['post a1: sent 1', 'post a2: pending 0']);
  });
});

describe('failures', () => {
  it('are tried again after 1, 2, 4 … seconds, five minutes at most', async () => {
    slack.will(...Array.from({ length: 11 }, () => failing('retry')));
    await say('a', 'a1');
    const pauses: (number | null)[] = [];
    for (let attempt = 1; attempt <= 11; attempt++) {
      await sender.drain();
      const seconds = await inSeconds();
      pauses.push(seconds);
      await house.pass((seconds ?? 0) * 1000);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    await sender.drain();
    expect(slack.said()).toEqual(['post a: a1']);
    expect(await inSeconds()).toBe(null);
  });

  it('wait as long as Slack asks', async () => {
    slack.will(failing('retry', { retryAfterMs: 30_000, passing: true }));
    await say('a', 'a1');
    await sender.drain();
    expect(await inSeconds()).toBe(30);
    await house.pass(30_000);
    await sender.drain();
    expect(slack.said()).toEqual(['post a: a1']);
    expect(slack.asked).toEqual([]); // surely not sent: nothing to look for
  });

  it.each([
    ['hours', 7_200_000, 3_600],
    ['centuries', 1e20, 3_600],
    ['for ever', Number.POSITIVE_INFINITY, 3_600],
    ['a negative time', -5_000, 1],
    ['no number', Number.NaN, 1],
  ])('wait no longer than an hour where Slack asks for %s, and the others go out', async (_, retryAfterMs, seconds) => {
    slack.will(failing('retry', { retryAfterMs, passing: true }));
    await say('a', 'a1');
    await sender.drain();
    expect(await inSeconds()).toBe(seconds);
    await say('b', 'b1');
    await sender.drain();
    expect(slack.said()).toContain('post b: b1');
    await house.pass(3_600_000);
    await sender.drain();
    expect(slack.said()).toContain('post a: a1');
  });

  it.each(['retry', 'unknown'] as const)(
    'end after twelve attempts (%s), and the next message goes out',
    async kind => {
      slack.will(...Array.from({ length: 12 }, () => failing(kind)));
      await say('a', 'a1');
      await say('a', 'a2');
      for (let attempt = 1; attempt <= 12; attempt++) {
        await sender.drain();
        await house.pass(300_000);
      }
      expect(await states()).toEqual(['post a1: dead 12', 'post a2: sent 1']);
      expect(house.logged.filter(line => line === 'error outbox.dead').length).toBe(1);
    },
  );

  it('end at once when it can never be sent', async () => {
    slack.will(failing('dead'));
    await say('#leaders', 'a1');
    await sender.drain();
    expect(await states()).toEqual(['post a1: dead 1']);
  });

  it('for good are told to the leaders, once for a cause until something arrives there', async () => {
    const refused = { error: 'not_in_channel' };
    slack.will(...Array.from({ length: 3 }, () => failing('dead', refused)));
    for (const text of ['a1', 'a2', 'a3']) await say('#department', text);
    await sender.drain();
    expect(slack.said()).toEqual(['post #leaders: undelivered: notInChannel']);
    slack.will(failing('dead', refused));
    await say('#department', 'a4');
    await sender.drain(); // one more of them: the same message, brought up to date
    expect(slack.said().slice(1)).toEqual(['update #leaders: undelivered: notInChannel']);
    await house.pass(3_600_000);
    slack.will(failing('dead', refused), failing('dead', { error: 'is_archived' }));
    for (const text of ['a5', 'a6']) await say('#department', text);
    await sender.drain();
    expect(slack.said().slice(2)).toEqual(['post #leaders: undelivered: archived']);
  });

  it('of the leaders’ own channel are told to nobody: that would go on for ever', async () => {
    slack.will(...Array.from({ length: 20 }, () => failing('dead', { error: 'channel_not_found: #leaders' })));
    await say('#leaders', 'a1');
    await say('#department', 'a2');
    for (let hour = 0; hour < 5; hour++) {
      await sender.drain();
      await house.pass(3_600_000);
    }
    const rows = await house.office.database.read.outbox.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ recipient, notice, state }) => `${recipient} ${notice} ${state}`)).toEqual([
      '#leaders note dead',
      '#department note dead',
      '#leaders trouble.undelivered dead',
    ]);
    expect(house.logged.filter(line => line === 'error outbox.dead').length).toBe(3);
  });

  it('of Slack itself are outlasted for a day', async () => {
    slack.will(...Array.from({ length: 100 }, () => failing('retry', { passing: true })));
    await say('a', 'a1');
    for (let hour = 1; hour <= 24; hour++) {
      await sender.drain();
      await house.pass(3_600_000);
    }
    expect(await states()).toEqual(['post a1: pending 24']);
    await sender.drain();
    expect(await states()).toEqual(['post a1: dead 25']);
  });

  it('of our own are failures like others, and in the log', async () => {
    await say('a', 'broken', { date: 'fault' });
    await sender.drain();
    expect(await states()).toEqual(['post fault: pending 1']);
    expect(house.logged).toEqual(['warn outbox.retry']);
  });
});

describe('a token Slack does not take', () => {
  const refusal = (error: string): Extract<Outcome, { ok: false }> => ({
    ok: false,
    kind: 'retry',
    error,
    passing: true,
    barred: true,
  });

  it.each(['token_revoked', 'invalid_auth', 'account_inactive', 'not_authed', 'missing_scope: chat:write'])(
    '(%s) costs no message, however long: all wait, Slack is asked each minute, and it is told once',
    async code => {
      const began = house.wall.now().toISOString();
      slack.will(...Array.from({ length: 4 }, () => () => refusal(code)));
      slack.admits(refusal(code));
      for (const to of 'abcdef') await say(to, `${to}1`);
      await sender.drain();
      expect([sender.refused(), await inSeconds()]).toEqual([code, null]);
      const before = slack.looks();
      for (let minute = 1; minute <= 60; minute++) {
        await house.pass(60_000);
        await sender.drain();
        await sender.drain(); // woken by something else
      }
      expect(slack.looks() - before).toBe(60);
      await house.pass(30 * 3_600_000);
      await sender.drain();
      expect(slack.said()).toEqual([]);
      slack.relents();
      slack.admits({ ok: true });
      await house.pass(60_000);
      await sender.drain();
      const mine = slack.said().filter(line => !line.includes('#leaders'));
      expect(mine.toSorted()).toEqual([...'abcdef'].map(to => `post ${to}: ${to}1`));
      const ref = JSON.stringify({ code, from: began, until: house.wall.now().toISOString() });
      expect(slack.said().filter(line => line.includes('#leaders'))).toEqual([`post #leaders: again: ${ref}`]);
      expect(sender.refused()).toBe(null);
      expect(house.logged.filter(line => line.startsWith('error'))).toEqual(['error slack.refused']);
    },
  );

  it('is noticed within a minute where nothing is to be said, and nothing is told where nothing waited', async () => {
    slack.admits(refusal('token_revoked'));
    await house.pass(60_000);
    await sender.drain();
    expect(sender.refused()).toBe('token_revoked');
    slack.admits({ ok: true });
    await house.pass(60_000);
    await sender.drain();
    expect([sender.refused(), slack.said()]).toEqual([null, []]);
  });

  it('is nothing Slack says by being away', async () => {
    for (const kind of ['retry', 'unknown', 'dead'] as const) {
      slack.admits({ ok: false, kind, error: 'as scripted' });
      await house.pass(60_000);
      await sender.drain();
      expect(sender.refused()).toBe(null);
    }
  });

  it('keeps the doubt about a message that was perhaps sent', async () => {
    slack.will(failing('unknown'));
    await say('a', 'a1');
    await sender.drain();
    slack.finds(() => refusal('token_revoked'));
    await house.pass(60_000);
    await sender.drain();
    slack.finds(() => ({ channel: 'Cfound', ts: '7' }));
    await house.pass(60_000);
    await sender.drain();
    expect(await states()).toEqual(['post a1: sent 2']);
    expect(slack.said().filter(line => !line.includes('#leaders'))).toEqual([]);
  });

  it('is known after a restart with a new one', async () => {
    const began = house.wall.now().toISOString();
    slack.will(() => refusal('token_revoked'));
    await say('a', 'a1');
    await sender.drain();
    await house.pass(3_600_000);
    sender = senderWith();
    await sender.drain();
    const ref = JSON.stringify({ code: 'token_revoked', from: began, until: house.wall.now().toISOString() });
    expect(slack.said()).toEqual(['post a: a1', `post #leaders: again: ${ref}`]);
  });

  it('takes no patience from the messages that waited: Slack being away after it is outlasted too', async () => {
    slack.will(
      () => refusal('token_revoked'),
      ...Array.from({ length: 11 }, () => failing('retry', { passing: true })),
    );
    await say('a', 'a1');
    await sender.drain();
    await house.pass(30 * 3_600_000);
    for (let attempt = 1; attempt <= 12; attempt++) {
      await sender.drain();
      await house.pass(300_000);
    }
    expect(slack.said().slice(0, 1)).toEqual(['post a: a1']);
  });
});

describe('after an unknown outcome', () => {
  it('the message is looked for, and not sent again when it is there', async () => {
    slack.will(failing('unknown'));
    slack.finds(() => ({ channel: 'Cfound', ts: '7' }));
    await say('a', 'a1', { card: 'card' });
    await sender.drain();
    await house.pass(1_000);
    await sender.drain();
    expect(slack.said()).toEqual([]);
    expect(slack.asked.length).toBe(1);
    expect(await states()).toEqual(['post a1: sent 2']);
    expect(await house.office.database.read.card.findMany()).toMatchObject([
      { key: 'card', channel: 'Cfound', ts: '7' },
    ]);
  });

  it('it is sent again, with the same mark, when it is not', async () => {
    slack.will(failing('unknown'));
    await say('a', 'a1');
    await sender.drain();
    await house.pass(1_000);
    await sender.drain();
    expect(slack.said()).toEqual(['post a: a1']);
    expect(slack.asked).toEqual([slack.sent[0]?.uuid]);
  });

  it('nothing is sent while Slack cannot be asked, nor forgotten that it must be', async () => {
    slack.will(failing('unknown'));
    slack.finds(() => ({ ok: false, kind: 'retry', error: 'away', passing: true }));
    await say('a', 'a1');
    for (let attempt = 1; attempt <= 3; attempt++) {
      await sender.drain();
      await house.pass(10_000);
    }
    expect([slack.said(), slack.asked.length]).toEqual([[], 2]);
    slack.finds(() => null);
    await sender.drain();
    expect([slack.said(), slack.asked.length]).toEqual([['post a: a1'], 3]);
  });

  it('Slack’s history is given time to catch up', async () => {
    sender = senderWith({ doubtMs: 30_000 });
    slack.will(failing('unknown'));
    await say('a', 'a1');
    await sender.drain();
    expect(await inSeconds()).toBe(30);
  });

  it('an update is simply made again', async () => {
    await say('a', 'a1', { card: 'card' });
    await sender.drain();
    await house.office.database.transaction(tx => redraw(house.office, tx, 'card'));
    slack.will(failing('unknown'));
    await sender.drain();
    await house.pass(1_000);
    await sender.drain();
    expect(slack.said()).toEqual(['post a: a1', 'update a: a1']);
    expect(slack.asked).toEqual([]);
  });
});

describe('a claim', () => {
  it('that ran out is taken over, looked for first, and the late sender writes nothing', async () => {
    const slow = makeGate();
    const posting = makeGate();
    slack.will(async () => {
      posting.open();
      await slow.opened;
      return { ok: true, channel: 'Clate', ts: 'late' };
    });
    await say('a', 'a1', { card: 'card' });
    const late = sender.drain();
    await posting.opened;
    await house.pass(45_001);
    await senderWith({}, await house.again()).drain();
    slow.open();
    await late;
    expect(slack.asked.length).toBe(1);
    expect(await states()).toEqual(['post a1: sent 2']);
    expect(await house.office.database.read.card.findMany()).toMatchObject([{ channel: 'Ca', ts: '1' }]);
  });

  it('with too little time left for a call is given back unsent', async () => {
    frozen.push(true);
    await say('a', 'frozen');
    await sender.drain();
    expect([slack.said(), await states()]).toEqual([['post a: frozen'], ['post frozen: sent 2']]);
    expect([slack.asked, house.logged]).toEqual([[], ['info outbox.sent']]);
  });
});

describe('cards', () => {
  it('are posted once and updated in place', async () => {
    await say('a', 'first', { card: 'card', date: 'day' });
    await sender.drain();
    await house.office.database.transaction(async tx => {
      await keep(tx, 'day', 'second');
      await redraw(house.office, tx, 'card');
    });
    await sender.drain();
    expect(slack.said()).toEqual(['post a: first', 'update a: second']);
  });

  it('show the present when they are posted late: no update is needed', async () => {
    await say('a', 'first', { card: 'card', date: 'day' });
    await house.office.database.transaction(async tx => {
      await keep(tx, 'day', 'second');
      await redraw(house.office, tx, 'card');
    });
    await sender.drain();
    expect(slack.said()).toEqual(['post a: second']);
  });

  it('cost one update for two hundred changes before it is sent', async () => {
    await say('a', 'first', { card: 'card', date: 'day' });
    await sender.drain();
    for (let change = 1; change <= 200; change++) {
      await house.office.database.transaction(async tx => {
        await keep(tx, 'day', `change ${change}`);
        await redraw(house.office, tx, 'card');
      });
    }
    await sender.drain();
    expect(slack.said()).toEqual(['post a: first', 'update a: change 200']);
  });

  it('of changes at the same moment too', async () => {
    await say('a', 'first', { card: 'card', date: 'day' });
    await sender.drain();
    const others = [house.office.database, await house.again()];
    await Promise.all(
      Array.from({ length: 40 }, (_, change) =>
        others[change % 2]?.transaction(async tx => {
          await redraw(house.office, tx, 'card');
          await keep(tx, `day ${change}`, 'another');
        }),
      ),
    );
    expect(await states()).toEqual(['post day: sent 1', 'update day: pending 0']);
  });

  it('are updated at once, and then every ten seconds however many changes come', async () => {
    sender = senderWith({ restMs: 10_000 });
    await say('a', 'first', { card: 'card', date: 'day' });
    await sender.drain();
    for (let change = 1; change <= 200; change++) {
      await house.office.database.transaction(async tx => {
        await keep(tx, 'day', `change ${change}`);
        await redraw(house.office, tx, 'card');
      });
      await sender.drain();
      if (change === 1) expect(slack.said()).toEqual(['post a: first', 'update a: change 1']);
      await house.pass(300);
    }
    expect(await inSeconds()).toBeLessThanOrEqual(10);
    await house.pass(10_000);
    await sender.drain();
    const updates = slack.said().filter(line => line.startsWith('update'));
    expect([updates.length, updates.at(-1)]).toEqual([7, 'update a: change 200']);
    expect(await inSeconds()).toBe(null);
  });

  it('that rest keep nobody waiting, but a message before them does', async () => {
    sender = senderWith({ restMs: 10_000 });
    await say('a', 'first', { card: 'card', date: 'day' });
    await sender.drain();
    for (const text of ['second', 'third']) {
      await house.office.database.transaction(async tx => {
        await keep(tx, 'day', text);
        await redraw(house.office, tx, 'card');
      });
      await sender.drain();
    }
    await say('a', 'a1');
    await sender.drain();
    expect(slack.said().slice(1)).toEqual(['update a: second', 'post a: a1']);
    slack.will(failing('retry', { retryAfterMs: 60_000 }));
    await say('a', 'a2');
    await sender.drain();
    expect(await inSeconds()).toBe(10);
    await house.pass(10_000);
    await sender.drain();
    expect(slack.said().at(-1)).toBe('update a: third');
    expect(await inSeconds()).toBe(50);
  });

  it('are not read just before the change that asked for them commits', async () => {
    await say('a', 'first', { card: 'card', date: 'day' });
    await sender.drain();
    await house.office.database.transaction(tx => redraw(house.office, tx, 'card'));
    const changed = makeGate();
    const mayCommit = makeGate();
    const change = house.office.database.transaction(async tx => {
      await keep(tx, 'day', 'second');
      await redraw(house.office, tx, 'card'); // finds the waiting row, and locks it
      changed.open();
      await mayCommit.opened;
    });
    await changed.opened;
    const other = await house.again();
    const drained = senderWith({}, other).drain();
    if (other !== house.office.database) await drained; // with one session, draining waits for the commit
    mayCommit.open();
    await Promise.all([change, drained]);
    await sender.drain();
    expect(slack.said()).toEqual(['post a: first', 'update a: second']);
  });

  it('are left alone while they were never posted', async () => {
    await house.office.database.transaction(tx => redraw(house.office, tx, 'nowhere'));
    expect(await states()).toEqual([]);
  });

  it('whose posting failed for good are not drawn anew', async () => {
    slack.will(failing('dead'));
    await say('a', 'first', { card: 'card' });
    await sender.drain();
    await house.office.database.transaction(tx => redraw(house.office, tx, 'card'));
    expect(await states()).toEqual(['post first: dead 1']);
  });
});

describe('what there is no more to say of', () => {
  it('is dropped, and the next message goes out', async () => {
    await say('a', 'a1');
    await say('a', 'a2');
    await house.office.database.read.calendarDay.delete({ where: { date: 'a1' } });
    await sender.drain();
    expect(await states()).toEqual(['post a1: dropped 1', 'post a2: sent 1']);
    expect(slack.said()).toEqual(['post a: a2']);
  });

  it('is said once under one key', async () => {
    await say('a', 'a1');
    await say('a', 'a1');
    slack.will(taken);
    await sender.drain();
    expect(slack.said()).toEqual(['post a: a1']);
  });
});

describe('a clock that is set back', () => {
  const pace = { pauseMs: 300_000, leaseMs: 45_000 };
  const back = async (ms: number) => {
    await house.wall.set(new Date(house.wall.now().getTime() - ms));
    for (let time = 0; time < 2; time++) await bringNear(house.office.database.read, house.wall.now(), pace);
  };

  it.each([60_000, 3_600_000, 86_400_000, 365 * 86_400_000])('by %i ms holds no message back', async ms => {
    sender = senderWith({ paceMs: 1_000 });
    await say('a', 'before');
    await sender.drain();
    await say('a', 'a waits');
    await say('b', 'b waits');
    await back(ms);
    await sender.drain();
    expect(slack.said().toSorted()).toEqual(['post a: a waits', 'post a: before', 'post b: b waits']);
  });

  it('makes what failed wait no longer than the longest pause, and looks back for it further than that', async () => {
    slack.will(failing('unknown'));
    await say('a', 'a1');
    await sender.drain();
    const began = house.wall.now().getTime();
    await back(86_400_000);
    expect(await inSeconds()).toBe(300);
    const row = await house.office.database.read.outbox.findFirstOrThrow();
    expect(row.at.getTime()).toBe(began - 86_400_000 - 300_000);
    await house.pass(300_000);
    await sender.drain();
    expect([slack.asked.length, slack.said()]).toEqual([1, ['post a: a1']]);
  });

  it('leaves a claim to who has it, and has it taken over when its time is up', async () => {
    await say('a', 'a1');
    const claiming = { leaseMs: 45_000, restMs: 0, resting: [], most: 1 };
    await claimNext(house.office.database.read, 'somebody gone', house.wall.now(), claiming);
    await back(3_600_000);
    await sender.drain();
    expect(slack.sent).toEqual([]);
    await house.pass(45_001);
    await sender.drain();
    expect(slack.said()).toEqual(['post a: a1']);
  });

  it('draws a card anew that was drawn in the time to come', async () => {
    sender = senderWith({ restMs: 10_000 });
    await say('a', 'a1', { card: 'card' });
    await sender.drain();
    const drawAnew = () => house.office.database.transaction(tx => redraw(house.office, tx, 'card'));
    await drawAnew();
    await sender.drain();
    await back(3_600_000);
    await drawAnew();
    await sender.drain();
    expect(slack.said()).toEqual(['post a: a1', 'update a: a1', 'update a: a1']);
  });
});
