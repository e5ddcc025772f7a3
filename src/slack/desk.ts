/**
 * One way for every delivery: ours or not, taken before or not, who is it, may they, do it, answer in time.
 * Doors differ only in how they are answered; `Delivery` says how.
 */
import { randomUUID } from 'node:crypto';
import type { Member } from '../domain/member.ts';
import { type Reader, readerOf } from '../locales/reader.ts';
import type { Office, Reception } from '../workflows/ports.ts';

export interface Delivery<A> {
  /** What the same delivery, sent again, has in common with this one. */
  key: string;
  what: string;
  teamId: string | undefined;
  userId: string;
  /** Does it and says what to answer. Runs once per key, unless `keep` is false: then a repeat is worked on anew. */
  work(me: Member, reader: Reader): Promise<{ answer: A; keep: boolean }>;
  /** The answer that carries one sentence. */
  sentence(text: string): A;
  /** What a repeat gets where the answer went out by itself, not with the acknowledgement; else the first answer again. */
  again?(): A;
}

export interface Desk {
  /** The answer to a delivery, within `answerMs`. Never throws. `after` is called when a slow one ends later. */
  take<A>(delivery: Delivery<A>, after?: (answer: A) => void): Promise<A>;
  /** Counts other work among what is under way. */
  follow(work: Promise<unknown>): void;
  /** Resolves when nothing is being worked on. */
  idle(): Promise<void>;
}

/** Slack waits 3 s for an acknowledgement; the way there and back takes its share. */
const ANSWER_MS = 2_600;

interface Work<A> {
  answer: Promise<A>;
  /** In whose language; the department's until the person is known. */
  reader: Reader;
}

export function makeDesk(
  office: Office,
  reception: Reception,
  team: () => string | undefined,
  answerMs = ANSWER_MS,
): Desk {
  const underWay = new Set<Promise<unknown>>();
  /** By key: the same delivery coming again meanwhile gets the answer of the first. */
  const works = new Map<string, Work<unknown>>();

  function begin<A>(delivery: Delivery<A>): Work<A> {
    const reader = readerOf(office.settings.locale, office.settings.zone);
    const work: Work<A> = { reader, answer: Promise.resolve(delivery.sentence('')) };
    work.answer = answerTo(delivery, work);
    works.set(delivery.key, work);
    follow(work.answer.finally(() => works.delete(delivery.key)));
    return work;
  }

  async function answerTo<A>(delivery: Delivery<A>, work: Work<A>): Promise<A> {
    const { key, what, teamId, userId } = delivery;
    let claimed = false;
    try {
      if (team() !== undefined && teamId !== team()) {
        office.log.warn('door.wrongTeam', { what, team: teamId, user: userId });
        return delivery.sentence(work.reader.t.common.wrongTeam);
      }
      const claim = await reception.claim(key);
      if (claim.taken === 'before') {
        if (delivery.again !== undefined) return delivery.again();
        return claim.done ? ((claim.answer ?? undefined) as A) : delivery.sentence(work.reader.t.common.alreadyTaken);
      }
      claimed = true;
      const me = await reception.meet(userId);
      if (me === null) {
        await reception.release(key);
        return delivery.sentence(work.reader.t.common.unknownPerson);
      }
      work.reader = readerOf(me.locale, office.settings.zone);
      const { answer, keep } = await delivery.work(me, work.reader);
      // The work is done and must not be reported as failed because its answer could not be filed.
      await (keep ? reception.settle(key, answer ?? null) : reception.release(key)).catch((fault: unknown) =>
        office.log.warn('door.unfiled', { what, error: String(fault) }),
      );
      return answer;
    } catch (fault) {
      const reference = randomUUID().slice(0, 8);
      const error = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      office.log.error('door.fault', { reference, what, user: userId, error });
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

  return {
    follow,
    async take<A>(delivery: Delivery<A>, after?: (answer: A) => void) {
      const first = works.get(delivery.key) as Work<A> | undefined;
      const work = first ?? begin(delivery);
      const late = Symbol('late');
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<typeof late>(resolve => {
        timer = setTimeout(() => resolve(late), answerMs);
      });
      const answer = await Promise.race([work.answer, deadline]);
      clearTimeout(timer);
      if (answer !== late) return first !== undefined && delivery.again !== undefined ? delivery.again() : answer;
      const { t } = work.reader;
      if (after === undefined) return delivery.sentence(t.common.slow);
      // What was delivered twice is answered once.
      if (first === undefined) void work.answer.then(after);
      return delivery.sentence(t.common.working);
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
