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
  /** Does it and says what to answer. Runs once per key. */
  work(me: Member, reader: Reader): Promise<{ answer: A; keep: boolean }>;
  /** The answer that carries one sentence. */
  sentence(text: string): A;
}

export interface Desk {
  /** The answer to a delivery, within `ANSWER_MS`. Never throws. `after` is called when a slow one ends later. */
  take<A>(delivery: Delivery<A>, after?: (answer: A) => void): Promise<A>;
  /** Resolves when nothing is being worked on. */
  idle(): Promise<void>;
}

/** Slack waits 3 s for an acknowledgement; the way there and back takes its share. */
const ANSWER_MS = 2_600;

export function makeDesk(office: Office, reception: Reception, team: () => string | undefined): Desk {
  const underWay = new Set<Promise<unknown>>();

  async function answerTo<A>(delivery: Delivery<A>): Promise<A> {
    let reader = readerOf(office.settings.locale, office.settings.zone);
    let claimed = false;
    try {
      if (team() !== undefined && delivery.teamId !== team()) {
        office.log.warn('door.wrongTeam', { what: delivery.what, team: delivery.teamId, user: delivery.userId });
        return delivery.sentence(reader.t.common.wrongTeam);
      }
      const claim = await reception.claim(delivery.key);
      if (claim.taken === 'before') {
        return claim.answer === null ? delivery.sentence(reader.t.common.alreadyTaken) : (claim.answer as A);
      }
      claimed = true;
      const me = await reception.meet(delivery.userId);
      if (me === null) return delivery.sentence(reader.t.common.unknownPerson);
      reader = readerOf(me.locale, office.settings.zone);
      const { answer, keep } = await delivery.work(me, reader);
      if (keep) await reception.settle(delivery.key, answer ?? null);
      else await reception.release(delivery.key);
      return answer;
    } catch (fault) {
      const reference = randomUUID().slice(0, 8);
      const error = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      office.log.error('door.fault', { reference, what: delivery.what, user: delivery.userId, error });
      if (claimed) await reception.release(delivery.key).catch(() => {});
      return delivery.sentence(reader.t.common.fault(reference));
    }
  }

  return {
    async take(delivery, after) {
      const work = answerTo(delivery);
      underWay.add(work);
      work.finally(() => underWay.delete(work));
      const late = Symbol('late');
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<typeof late>(resolve => {
        timer = setTimeout(() => resolve(late), ANSWER_MS);
      });
      const first = await Promise.race([work, deadline]);
      clearTimeout(timer);
      if (first !== late) return first;
      const { t } = readerOf(office.settings.locale, office.settings.zone);
      if (after === undefined) return delivery.sentence(t.common.slow);
      void work.then(after);
      return delivery.sentence(t.common.working);
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
