/** What the examples in help and refusals name for one person: days they can ask for, people they can write about. */
import { addDays, type CivilDate, todayOf } from '../../kernel/civil.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member, standingOf } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import type { Calendar } from '../calendar/rules.ts';
import { departmentCalendar } from '../calendar/workflow.ts';
import { exampleColleague, exampleNotes, hasNext } from '../handover/workflow.ts';
import { listLeaves } from '../leave/reading.ts';
import { monthlyToSet } from '../meeting/monthly/workflow.ts';
import { sheetsSeen } from '../meeting/signIn.ts';
import { POST_GIVERS } from '../post/rules.ts';
import { examplePraises } from '../praise/filing.ts';
import { exampleArticles } from '../rulebook/amendment/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { binds, inForceOn, isFileable } from '../rulebook/rules.ts';
import { rulebookIn } from '../rulebook/workflow.ts';
import { exampleCases } from '../violation/filing.ts';
import { type Examples, exampleDays } from './rules.ts';

/**
 * What these names stand for. Reads only what one of them needs: the member's leave, the calendar, the people, their own
 * cases, amendments and notes, the last sheet. Changes nothing.
 */
export async function examplesFor(office: Office, me: Member, names: ReadonlySet<string>): Promise<Examples> {
  const found: Examples[] = [];
  const isWanted = (pattern: RegExp) => [...names].some(name => pattern.test(name));
  if (isWanted(/^(?:day \d+|soon|past|rest|month|monthly|leave|decided)$/))
    found.push(await daysFor(office, me, names));
  if (isWanted(/^@/)) {
    const { read } = office.database;
    const members = [...(await allMembers(read)).values()];
    found.push(peopleFor(me, members));
    if (isWanted(/^@\d/)) found.push(accusable(me, members, inForceOn(await rulebookIn(read), todayOf(office))));
  }
  if (names.has('@service')) {
    const handle = await exampleColleague(office, me);
    found.push({ '@service': handle === null ? undefined : `@${handle}` });
  }
  if (standingOf(me) !== true) return Object.assign({}, ...found) as Examples;
  if (names.has('sheet')) {
    const seen = await sheetsSeen(office, me, { date: null, kind: 'morning' });
    found.push({ sheet: isRefusal(seen) ? undefined : seen[0]?.sheet.date });
  }
  if (names.has('next') && (await hasNext(office, me))) found.push({ next: '' });
  if (isWanted(/^case\./)) found.push(await exampleCases(office, me));
  if (isWanted(/^praise\./)) found.push(await examplePraises(office, me));
  if (isWanted(/^article\./)) found.push(await exampleArticles(office, me));
  if (isWanted(/^note\./)) found.push(await exampleNotes(office, me));
  return Object.assign({}, ...found) as Examples;
}

/** The days that can be asked for, and the number of a leave that has not begun. */
async function daysFor(office: Office, me: Member, names: ReadonlySet<string>): Promise<Examples> {
  const today = todayOf(office);
  const calendar = await departmentCalendar(office);
  const leaves = standingOf(me) === true ? await listLeaves(office, me) : [];
  const open = leaves.find(({ state, span }) => (state === 'pending' || state === 'approved') && span.from > today);
  const taken = leaves.flatMap(({ state, span }) => (state === 'pending' || state === 'approved' ? [span.to] : []));
  const days = exampleDays(today, taken, calendar);
  return {
    ...days,
    ...(names.has('monthly') && (await monthlyFor(office, me, days, calendar))),
    leave: open === undefined ? undefined : String(open.id),
    decided: decidedAhead(today, calendar),
  };
}

/** A day for the monthly meeting other than the one it is set for; none for who may not set it. */
async function monthlyFor(office: Office, me: Member, days: Examples, calendar: Calendar): Promise<Examples> {
  const set = await monthlyToSet(office, me, days.month ?? null);
  if (!isRefusal(set)) return {};
  if (set.code === 'member.notAllowed') return { monthly: undefined };
  const isSet = set.code === 'meeting.alreadySet' && set.params.date === days.monthly;
  return isSet ? { monthly: calendar.previousWorkday(set.params.date) } : {};
}

/** Whose authority could be lent to, who can be written about, who leads. */
function peopleFor(me: Member, members: readonly Member[]): Examples {
  const others = members.filter(member => member.id !== me.id && standingOf(member) === true);
  const first = (...posts: Member['posts']) => {
    const found = posts.flatMap(post => others.find(member => member.posts.includes(post)) ?? [])[0];
    return found && `@${found.handle}`;
  };
  const other = others.find(({ posts }) => posts.every(post => ['clerk', 'logistics', 'keeper'].includes(post)));
  const newLeader = others.find(({ id, posts }) => posts.includes('assistant') && id !== other?.leaderId);
  return {
    '@me': `@${me.handle}`,
    '@presales': first('presales'),
    // Whose records a leader may read.
    '@read': holds(me, LEADERS)
      ? first('presales', 'aftersales', 'logistics', 'keeper', 'operations', 'clerk')
      : undefined,
    '@supervisor': first('supervisor'),
    '@other': other && `@${other.handle}`,
    '@give': holds(me, POST_GIVERS) ? other && `@${other.handle}` : undefined,
    '@newLeader': newLeader && `@${newLeader.handle}`,
    '@leader': holds(me, LEADERS) ? first('deputy', 'manager', 'assistant', 'supervisor') : undefined,
  };
}

/** Somebody whom each article binds in all its tiers, or in the first, staff before leaders: an example of a case under it. */
function accusable(me: Member, members: readonly Member[], articles: readonly Article[]): Examples {
  const others = members.filter(member => member.id !== me.id && standingOf(member) === true);
  const rank = (member: Member) => (holds(member, ['presales']) ? 0 : holds(member, LEADERS) ? 2 : 1);
  const able = others.filter(member => !holds(member, ['president'])).sort((a, b) => rank(a) - rank(b));
  const named = articles
    .filter(article => isFileable(article) && article.off?.what !== 'all')
    .map(article => {
      const boundIn = (tiers: Article['tiers']) =>
        able.find(({ posts }) => tiers.every(tier => binds(article, tier, posts)));
      const bound = boundIn(article.tiers) ?? boundIn(article.tiers.slice(0, 1));
      return [`@${article.number}`, bound && `@${bound.handle}`] as const;
    });
  return Object.fromEntries(named);
}

/** The next day the department decided itself. */
function decidedAhead(today: CivilDate, calendar: Calendar): CivilDate | undefined {
  for (let days = 1; days <= 90; days += 1) {
    const date = addDays(today, days);
    if (calendar.day(date).kind === 'override') return date;
  }
  return undefined;
}
