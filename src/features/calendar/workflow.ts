/** The department's calendar: the public one with the department's own days on top, and deciding about those. */

import { todayOf } from '../../kernel/civil.ts';
import { type Due, occurrencesBetween } from '../../kernel/occurrence.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, type Member } from '../../member/rules.ts';
import { memberOf } from '../../member/store.ts';
import { happen } from '../../office/happen.ts';
import type { Composers, Office, Sure } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import { isClaimed } from '../../store/tick.ts';
import type { Tx } from '../../store/tx.ts';
import { CALENDAR_KEEPERS, datesOf, daysChanged, runsOf } from './decision.ts';
import type { CalendarDecision, Days } from './line.ts';
import type { CalendarMessages, CalendarPage } from './messages.ts';
import { type Calendar, calendarNotice, calendarWith, statutoryDays } from './rules.ts';
import { calendarDays, clearCalendarDay, lockCalendar, setCalendarDay } from './store.ts';

/** For who asks more in the same statement. */
/** For who counts days and must not miss a decision about them. */
export { holdCalendar, overridesFrom } from './store.ts';

/** The calendar as it stands in this transaction. */
export async function calendarIn(tx: Tx): Promise<Calendar> {
  return calendarWith({ overrides: await calendarDays(tx) });
}

/** The calendar for whoever is not in a transaction, such as the duties when they look for what falls due. */
export function departmentCalendar(office: Office): Promise<Calendar> {
  return calendarIn(office.database.read);
}

/** Some days, to be read. */
export async function calendarPage(office: Office, days: Days): Promise<CalendarPage> {
  return pageOf(days, await departmentCalendar(office));
}

/** Decides about days, tells the department, and answers how they are then; nothing changes while it is only looked at. */
export async function decideDays(
  office: Office,
  me: Member,
  decision: CalendarDecision,
  sure: Sure = null,
): Promise<CalendarPage | Refusal> {
  const now = office.clock.now();
  const result = await office.database.transaction(async tx => {
    await lockCalendar(tx);
    const actor = (await memberOf(tx, me.id)) ?? me;
    if (!holds(actor, CALENDAR_KEEPERS)) return refuse('member.notAllowed', { needs: CALENDAR_KEEPERS });
    const overrides = await calendarDays(tx);
    const dates = daysChanged(decision, calendarWith({ overrides }), overrides);
    if (isRefusal(dates)) return dates;
    const { working, note } = decision;
    if (sure === 'look') {
      const wanted = new Map(overrides);
      for (const date of dates) {
        if (working === null) wanted.delete(date);
        else wanted.set(date, { working, note });
      }
      return pageOf(decision, calendarWith({ overrides: wanted }));
    }
    const mine = (await sure?.(tx)) ?? true;
    if (mine !== true) return mine;
    for (const date of dates) {
      if (working === null) await clearCalendarDay(tx, date);
      else await setCalendarDay(tx, date, { working, note, setBy: me.id }, now);
      const [before, after] = [overrides.get(date) ?? null, working === null ? null : { working, note }];
      await record(tx, { at: now, actor: me.id, deed: 'calendar.decided', noun: 'day', nounId: date, before, after });
    }
    const key = `calendar.changed:${dates[0]}:${office.wallClock.now().toISOString()}`;
    await say(office, tx, { key, recipient: '#department', message: 'calendar.changed', ref: { dates, by: me.id } });
    await happen(office, tx, 'calendar.decided', { dates, by: me.id });
    return pageOf(decision, await calendarIn(tx));
  });
  office.wake();
  return result;
}

/** When leaders are to be told that a year is not published: once for the year, which is the occurrence's date. */
export async function unpublishedYears(
  office: Office,
  duty: string,
  time: string,
  after: Date,
  until: Date,
): Promise<Due[]> {
  const on = (date: string) => calendarNotice(date) !== undefined;
  const firsts = new Map<string, Due>();
  for (const { date: day, at } of occurrencesBetween({ time, on }, after, until, office.settings.zone)) {
    const date = `${calendarNotice(day)}-01-01`;
    if (!firsts.has(date)) firsts.set(date, { date, at });
  }
  const dues: Due[] = [];
  for (const due of firsts.values())
    if (!(await isClaimed(office.database.read, duty, due.date, office.clock.now()))) dues.push(due);
  return dues;
}

/** Tells the leaders that the holidays of the year which begins that day are not published. */
export async function tellUnpublished(office: Office, tx: Tx, firstDay: string): Promise<void> {
  const year = Number(firstDay.slice(0, 4));
  const key = `calendar.unpublished:${year}`;
  await say(office, tx, { key, recipient: '#leaders', message: 'calendar.unpublished', ref: { year } });
}

export const calendarComposers: Composers<keyof CalendarMessages> = {
  async 'calendar.changed'(tx, { dates, by }) {
    return { by, runs: runsOf(dates, await calendarIn(tx)) };
  },
  async 'calendar.unpublished'(_tx, { year }, office) {
    const today = todayOf(office);
    if (calendarNotice(today) !== year) return null;
    const days = statutoryDays(year);
    const unknown = { working: true, kind: 'workday', provisional: true } as const;
    const holidays = runsOf([...days.keys()].sort(), { day: date => days.get(date) ?? unknown });
    return { year, holidays };
  },
};

function pageOf({ from, to }: Days, calendar: Calendar): CalendarPage {
  const dates = datesOf({ from, to });
  const workdays = dates.filter(calendar.isWorkday).length;
  return { from, to, runs: runsOf(dates, calendar), workdays, daysOff: dates.length - workdays };
}
