/** Attendance as people read it: a day of four punches, and the card and word that ask for them. */
import type { KnownBlock } from '@slack/types';
import type { CivilDate } from '../../kernel/civil.ts';
import { day, hour, person, type Reader } from '../../locales/reader.ts';
import { actions, button, context, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import type { SlotState } from './day.ts';
import type { AttendanceMessages, DayFacts, KnownPunch, OtherDay, OwnPunches, Punched } from './messages.ts';
import { hourText } from './rollViews.ts';
import { isArrival } from './rules.ts';

/** The answer to a punch: what was recorded, what else was done by it, then the whole day. */
export function punchedSaid(
  { punch, outcome, at, before, afterList, day: facts }: Punched,
  reader: Reader,
  also: readonly string[] = [],
): Said {
  const { attendance: words } = reader.t;
  const time = hour(at, reader);
  const arrival = isArrival(punch.slot);
  // A second press within the minute shown is no change anybody could see.
  const shown = before !== null && hour(before, reader) === time ? 'kept' : outcome;
  const sentence = {
    recorded: () => words.recorded(punch.slot, time, punch),
    kept: () => words.kept(punch.slot, time, arrival),
    replaced: () => words.replaced(punch.slot, time, hour(before ?? at, reader), arrival, punch),
  }[shown]();
  const more = punch.excused ? words.excusedAnyway : afterList ? words.afterList : '';
  return mine(
    facts,
    reader,
    [sentence, ...also, more].filter(text => text !== '').join(reader.locale === 'en' ? ' ' : ''),
  );
}

/** The answer to a button of another day: of which, and today with a button of its own. */
export function otherDaySaid({ of, day: facts }: OtherDay, reader: Reader): Said {
  return mine(facts, reader, reader.t.attendance.otherDay(of === null ? null : day(of, reader)));
}

/** My day, without having punched. */
export function myDaySaid(facts: DayFacts, reader: Reader): Said {
  return mine(facts, reader);
}

/** Somebody's day, for a leader: excused without a word about why. */
export function dayOfSaid(facts: DayFacts, reader: Reader): Said {
  const title = reader.t.attendance.dayOf(person(facts.memberId), day(facts.date, reader));
  const lines = dayLines(facts, reader);
  return { text: `${title}\n${lines}`, blocks: [section(`*${title}*\n${lines}`)] };
}

export const attendanceDrawings: Drawings<keyof AttendanceMessages> = {
  'attendance.card'({ date, half, from, to, late }, reader) {
    const { attendance: words, common } = reader.t;
    const title = `${words.cardTitle[half]} · ${day(date, reader)}${late ? ` ${common.late}` : ''}`;
    const text = words.card(from, to);
    return {
      text: `${title}\n${text}`,
      blocks: [section(`:alarm_clock: *${title}*\n${text}`), punchButton(date, reader)],
    };
  },
  'attendance.reminder'({ slot, time, date, closes }, reader) {
    const { attendance: words } = reader.t;
    const text = words.reminder(slot, hourText({ slot, time }, reader), day(date, reader), closes);
    return { text, blocks: [section(`:bell: ${text}`), punchButton(date, reader)] };
  },
  'attendance.missed'({ date, slots, open }, reader) {
    const { attendance: words, common } = reader.t;
    const each = slots.map(one => words.missedOne(one.slot, hourText(one, reader)));
    const missed = words.missed(day(date, reader), slots.length, common.joinNames(each));
    const text = [missed, ...(open ? [words.missedOpen] : []), words.missedMakeUp].join('\n');
    return { text, blocks: open ? [section(text), punchButton(date, reader)] : [section(text)] };
  },
};

function mine(facts: DayFacts, reader: Reader, answer?: string): Said {
  const { attendance: words } = reader.t;
  const title = words.myDay(day(facts.date, reader));
  const lines = dayLines(facts, reader);
  const coming = facts.slots.find(({ state }) => state.state === 'upcoming');
  const next = coming === undefined ? words.allDone : words.next(coming.slot, hourText(coming, reader));
  const blocks: KnownBlock[] = answer === undefined ? [] : [section(answer)];
  blocks.push(section(`*${title}*\n${lines}`), context(next), punchButton(facts.date, reader));
  return { text: [...(answer === undefined ? [] : [answer]), title, lines, next].join('\n'), blocks };
}

/** A member's punches in their own record: today's, and the month in numbers. */
export function ownPunchLines(own: OwnPunches | null, reader: Reader): string[][] {
  const { attendance, common } = reader.t;
  const { own: words } = attendance;
  if (own === null) return [];
  const { onTime, late, early, missing, excused } = own.month;
  const parts = [
    ...(onTime > 0 ? [words.onTime(onTime)] : []),
    ...(late.times > 0 ? [words.late(late.times, late.minutes)] : []),
    ...(early.times > 0 ? [words.early(early.times, early.minutes)] : []),
    ...(missing > 0 ? [words.missing(missing)] : []),
    ...(excused > 0 ? [words.excused(excused)] : []),
  ];
  return [
    own.today === null ? [] : [`*${words.today}*`, dayLines(own.today, reader)],
    parts.length === 0 ? [] : [`*${words.month}*`, parts.join(common.comma)],
  ];
}

/** A line for each of the four punches. */
export function dayLines({ slots }: DayFacts, reader: Reader): string {
  const { attendance: words } = reader.t;
  return slots
    .map(one => {
      const title = `*${words.slots[one.slot]}* ${hourText(one, reader)}`;
      return `${icon(one.state)} ${title} — ${stateText(one.state, reader)}`;
    })
    .join('\n');
}

function stateText(state: SlotState, reader: Reader): string {
  const { attendance: words } = reader.t;
  if (state.state === 'done') return `${hour(state.at, reader)} ${words.against(state)}`;
  if (state.state === 'excused' && state.at !== null) return words.states.excusedPunched(hour(state.at, reader));
  return words.states[state.state];
}

function icon(state: SlotState): string {
  if (state.state === 'done') return state.status === 'on-time' ? ':white_check_mark:' : ':warning:';
  return {
    missing: ':x:',
    excused: ':large_blue_circle:',
    upcoming: ':white_circle:',
    'not-required': ':heavy_minus_sign:',
  }[state.state];
}

// Which punch of the day it is, is decided by the clock of the server.
function punchButton(date: CivilDate, { t }: Reader): KnownBlock {
  return actions('attendance.deed', button('attendance.punch', t.attendance.button, date, { style: 'primary' }));
}

/** Somebody's punches of a day in one line; none where there is none. */
export function punchLines(punches: readonly KnownPunch[], reader: Reader): string[] {
  const { attendance: words, common } = reader.t;
  if (punches.length === 0) return [];
  const said = punches.map(({ slot, at, ...status }) =>
    words.knownPunch(words.slots[slot], hour(at, reader), words.against(status)),
  );
  return [words.knownPunches(common.joinNames(said))];
}
