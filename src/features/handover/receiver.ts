/** Who may give a customer to whom (1.18): the services and their leaders, of those who are there in the next shift. */

import { type CivilDate, civilOf } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import { holds, type Member, standingOf } from '../../member/rules.ts';
import type { Calendar } from '../calendar/rules.ts';
import { coverage, type Half, type Hours, type Span } from '../calendar/span.ts';
import { type Note, standingFor, type Unable } from './rules.ts';

/** The services, whose customers they are (1.18); and the leaders they turn to. */
const SERVICES: readonly Post[] = ['presales', 'aftersales', 'logistics'];
export const HANDING_OVER: readonly Post[] = ['manager', 'deputy', 'supervisor', ...SERVICES];

/** Whether the member may give notes. */
export function mayGive(me: Member): true | Refusal {
  return holds(me, HANDING_OVER) ? true : refuse('handover.notService', {});
}

/** Whose first may take what the member leaves: their own service; of a leader the pre-sales service, which 1.18 is about. */
export function postLeftFor(giver: Member): Post {
  return SERVICES.find(post => giver.posts.includes(post)) ?? 'presales';
}

/** Half a day. */
export interface HalfDay {
  date: CivilDate;
  half: Half;
}

/**
 * The next shift: the two working half days from now on, the present one included. Before work and on a day off they
 * are the next working day, in the morning today, in the afternoon this one and the next morning.
 */
export function nextShift(now: Date, calendar: Calendar, hours: Hours, zone: string): [HalfDay, HalfDay] {
  const { date, time } = civilOf(now, zone);
  const [first, second] = [calendar.workdayOnOrAfter(date), calendar.nextWorkday(date)];
  const day = (of: CivilDate): [HalfDay, HalfDay] => [
    { date: of, half: 'am' },
    { date: of, half: 'pm' },
  ];
  if (first !== date || time >= hours.afternoon[1]) return day(first === date ? second : first);
  return time < hours.morning[1]
    ? day(date)
    : [
        { date, half: 'pm' },
        { date: second, half: 'am' },
      ];
}

/** The first half day of the shift that leave or a trip covers; null for whoever is there. */
export function awayIn(shift: readonly HalfDay[], spans: readonly Span[]): HalfDay | null {
  return shift.find(({ date, half }) => coverage(spans, date).has(half)) ?? null;
}

/** The people a note may go to. */
export interface Colleagues {
  members: Iterable<Member>;
  /** When somebody is away in the next shift; null for those who are there. */
  away(id: string): HalfDay | null;
}

/** Whether somebody may be asked by `me`; `note` is the one handed on. */
export function mayReceive(me: Member, to: Member, colleagues: Colleagues, note?: Note): true | Refusal {
  const another = () => anotherFor(me, colleagues, note);
  if (to.id === me.id) return refuse('handover.toSelf', { another: another() });
  if (note !== undefined && to.id === note.receiverId) return refuse('handover.stands', standingFor(note, me.id));
  if (to.id === note?.giverId) return refuse('handover.toGiver', { id: to.id, another: another() });
  const why = whyUnable(to);
  if (why !== null) return refuse('handover.unable', { id: to.id, why, another: another() });
  const away = colleagues.away(to.id);
  return away === null ? true : refuse('handover.onLeave', { id: to.id, ...away, another: another() });
}

/** The handle of somebody who could be asked now, of one's own post before others; null where there is nobody. */
export function anotherFor(
  me: Member,
  { members, away }: Colleagues,
  note?: Pick<Note, 'giverId' | 'receiverId'>,
): string | null {
  const able = [...members].filter(
    one =>
      one.id !== me.id &&
      one.id !== note?.giverId &&
      one.id !== note?.receiverId &&
      whyUnable(one) === null &&
      away(one.id) === null,
  );
  const near = able.find(one => one.posts.some(post => SERVICES.includes(post) && me.posts.includes(post)));
  return (near ?? able.find(one => holds(one, SERVICES)) ?? able[0])?.handle ?? null;
}

/** Those before whom a note that was left comes: everybody else of the post who is not away that morning. */
export function firstComers(note: Pick<Note, 'giverId' | 'post'>, colleagues: Colleagues): Member[] {
  const { post, giverId } = note;
  return [...colleagues.members].filter(
    one =>
      post !== null &&
      one.id !== giverId &&
      one.posts.includes(post) &&
      standingOf(one) === true &&
      colleagues.away(one.id) === null,
  );
}

/** Who hears of a note that stays open: the nearest above the giver who is still there; null where there is nobody. */
export function leaderToTell(giverId: string, directory: ReadonlyMap<string, Member>): string | null {
  const seen = new Set([giverId]);
  let above = directory.get(giverId)?.leaderId ?? null;
  while (above !== null && !seen.has(above)) {
    seen.add(above);
    const leader = directory.get(above);
    if (leader !== undefined && standingOf(leader) === true) return above;
    above = leader?.leaderId ?? null;
  }
  return null;
}

function whyUnable(one: Member): Unable | null {
  if (one.bot) return 'bot';
  if (one.deactivated) return 'gone';
  if (one.guest || one.external) return 'outsider';
  if (one.posts.length === 0) return 'noPost';
  return holds(one, HANDING_OVER) ? null : 'otherPost';
}
