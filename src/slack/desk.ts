/**
 * One way for every delivery: ours or not, taken before or not, who is it, may they, do it, answer in time.
 * Doors differ only in how they are answered; `Delivery` says how.
 */
import { createHash, randomUUID } from 'node:crypto';
import { LOCALES } from '../kernel/locale.ts';
import { type Examples, filledIn } from '../locales/examples.ts';
import { type Reader, readerOf } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import type { Office, Reception } from '../office/office.ts';
import type { Rated } from './rate.ts';

/** Whose a delivery is: the team it happened in and the app it is for. */
export interface Origin {
  team: string | undefined;
  app: string | undefined;
}

export interface Delivery<A> {
  /** What the same delivery, sent again, has in common with this one. */
  key: string;
  what: string;
  from: Origin;
  userId: string;
  /** Does it and says what to answer. Runs once per key, unless `keep` is false: then a repeat is worked on anew. */
  work(me: Member, reader: Reader): Promise<{ answer: A; keep: boolean }>;
  /** The answer that carries one sentence. */
  sentence(text: string): A;
  /** What a repeat gets where the answer went out by itself, not with the acknowledgement; else the first answer again. */
  again?(): A;
  /** What a delivery of another team or app gets where our sentence could not reach who acted. */
  elsewhere?(): A;
}

export interface Desk {
  /** The answer to a delivery, within `answerMs`. Never throws. `after` is called when a slow one ends later. */
  take<A>(delivery: Delivery<A>, after?: (answer: A) => void): Promise<A>;
  /** Whether a delivery is for our team and app; what is not is in the log. */
  isOurs(from: Origin, what: string): boolean;
  /** Counts other work among what is under way. */
  follow(work: Promise<unknown>): void;
  /** Resolves when nothing is being worked on. */
  idle(): Promise<void>;
}

/** Slack waits 3 s for an acknowledgement; the way there and back takes its share. */
const ANSWER_MS = 2_600;

/** The same key from somebody else, or from elsewhere, is another delivery. A key of any length fits the receipts. */
export function keyOf({
  key,
  from: { team, app },
  userId,
}: Pick<Delivery<unknown>, 'key' | 'from' | 'userId'>): string {
  const whole = JSON.stringify([team, app, userId, key]);
  return whole.length <= 200 ? whole : createHash('sha256').update(whole).digest('hex');
}

/** How a delivery was answered, for those who watch. */
type Outcome = 'done' | 'repeated' | 'wrongTeam' | 'unknownPerson' | 'limited' | 'slow' | 'fault';

interface Work<A> {
  answer: Promise<A>;
  outcome: Outcome;
  /** In whose language; the department's until the person is known. */
  reader: Reader;
}

export interface DeskOptions {
  answerMs?: number;
  /** Whether the person may do one thing more now. */
  rate?(userId: string): Rated;
  /** What the examples in an answer name for that person; asked only when there are some. */
  examples?(me: Member, names: ReadonlySet<string>): Promise<Examples>;
}

export function makeDesk(
  office: Office,
  reception: Reception,
  ours: () => Origin,
  { answerMs = ANSWER_MS, rate = () => 'fine', examples = async () => ({}) }: DeskOptions = {},
): Desk {
  const underWay = new Set<Promise<unknown>>();
  /** By key: the same delivery coming again meanwhile gets the answer of the first. */
  const works = new Map<string, Work<unknown>>();

  /** Until Slack has told who we are, nothing is known to be another's; not every kind of delivery names the app. */
  function isOurs({ team, app }: Origin): boolean {
    const { team: ourTeam, app: ourApp } = ours();
    if (ourTeam !== undefined && team !== ourTeam) return false;
    return ourApp === undefined || app === undefined || app === ourApp;
  }

  function isOursToTake(from: Origin, what: string, user?: string): boolean {
    if (isOurs(from)) return true;
    office.log.warn('door.wrongTeam', { what, ...from, ...(user === undefined ? {} : { user }) });
    return false;
  }

  function begin<A>(delivery: Delivery<A>): Work<A> {
    const reader = readerOf(office.speech, office.settings.locale, office.settings.zone);
    const work: Work<A> = { reader, outcome: 'done', answer: Promise.resolve(delivery.sentence('')) };
    work.answer = answerTo(delivery, work);
    works.set(keyOf(delivery), work);
    follow(work.answer.finally(() => works.delete(keyOf(delivery))));
    return work;
  }

  async function answerTo<A>(delivery: Delivery<A>, work: Work<A>): Promise<A> {
    const { what, from, userId } = delivery;
    const key = keyOf(delivery);
    let claimed = false;
    try {
      if (!isOursToTake(from, what, userId)) {
        work.outcome = 'wrongTeam';
        if (delivery.elsewhere !== undefined) return delivery.elsewhere();
        return delivery.sentence(work.reader.t.common.wrongTeam);
      }
      const claim = await reception.claim(key);
      if (claim.taken === 'before') {
        work.outcome = 'repeated';
        if (delivery.again !== undefined) return delivery.again();
        return claim.done ? ((claim.answer ?? undefined) as A) : delivery.sentence(work.reader.t.common.alreadyTaken);
      }
      claimed = true;
      const me = await reception.meet(userId);
      if (me === null) {
        work.outcome = 'unknownPerson';
        await reception.release(key);
        return delivery.sentence(work.reader.t.common.unknownPerson);
      }
      work.reader = readerOf(office.speech, me.locale, office.settings.zone);
      const { answer: found, keep } = await delivery.work(me, work.reader);
      const answer = await filledIn(found, names => examples(me, names));
      // The work is done and must not be reported as failed because its answer could not be filed.
      await (keep ? reception.settle(key, answer ?? null) : reception.release(key)).catch((fault: unknown) =>
        office.log.warn('door.unfiled', { what, error: String(fault) }),
      );
      return answer;
    } catch (fault) {
      const reference = randomUUID().slice(0, 8);
      const error = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      office.log.error('door.fault', { reference, what, user: userId, error });
      work.outcome = 'fault';
      if (claimed) await reception.release(key).catch(() => {});
      return delivery.sentence(work.reader.t.common.fault(reference));
    }
  }

  function follow(work: Promise<unknown>): void {
    underWay.add(work);
    work.then(
      () => underWay.delete(work),
      () => underWay.delete(work),
    );
  }

  /** Too much of one person is answered without anything being looked up, in both languages: theirs is not known. */
  function limited<A>({ what, userId, from, sentence, again }: Delivery<A>): { answer: A } | null {
    if (!isOurs(from)) return null;
    const rated = rate(userId);
    if (rated === 'fine') return null;
    if (rated === 'first') office.log.warn('door.limited', { what, user: userId });
    if (rated === 'again' && again !== undefined) return { answer: again() };
    const both = [office.settings.locale, ...LOCALES.filter(locale => locale !== office.settings.locale)];
    const words = both.map(locale => readerOf(office.speech, locale, office.settings.zone).t.common.tooFast);
    return { answer: sentence(words.join(' ')) };
  }

  async function take<A>(delivery: Delivery<A>, after?: (answer: A) => void): Promise<{ answer: A; outcome: Outcome }> {
    const first = works.get(keyOf(delivery)) as Work<A> | undefined;
    const refused = first === undefined ? limited(delivery) : null;
    if (refused !== null) return { ...refused, outcome: 'limited' };
    const work = first ?? begin(delivery);
    const late = Symbol('late');
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<typeof late>(resolve => {
      timer = setTimeout(() => resolve(late), answerMs);
    });
    const answer = await Promise.race([work.answer, deadline]);
    clearTimeout(timer);
    if (answer !== late) {
      if (first === undefined) return { answer, outcome: work.outcome };
      return { answer: delivery.again === undefined ? answer : delivery.again(), outcome: 'repeated' };
    }
    const { t } = work.reader;
    if (after === undefined) return { answer: delivery.sentence(t.common.slow), outcome: 'slow' };
    // What was delivered twice is answered once.
    if (first === undefined) void work.answer.then(after);
    return { answer: delivery.sentence(t.common.working), outcome: 'slow' };
  }

  return {
    isOurs: isOursToTake,
    follow,
    async take(delivery, after) {
      const began = performance.now();
      const { answer, outcome } = await take(delivery, after);
      office.log.info('door.answered', { what: delivery.what, outcome, ms: Math.round(performance.now() - began) });
      return answer;
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
