/** Who is there and who is not, for leaders: one punch, the exceptions of a day, and the department's day. */
import type { KnownBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { day, type Reader } from '../../locales/reader.ts';
import { section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { firstOf, listed } from '../../slack/listed.ts';
import type { SlotRoll } from './day.ts';
import type { DepartmentDay, NamedRoll, PunchExceptions, SlotHour } from './messages.ts';
import { isArrival, SLOTS } from './rules.ts';

/** Whoever stands out at one punch, in a line for each way of doing so. */
export function rollText(named: NamedRoll, reader: Reader): string[] {
  return rollLines(named, reader, most);
}

/** A day's exceptions, a line for each person, and one for those on leave. */
export function exceptionLines({ people, excused }: PunchExceptions, reader: Reader): string[] {
  const { attendance: words, common } = reader.t;
  const lines = people.map(({ name, punches }) => {
    const parts = punches.map(({ slot, state, minutes }) => {
      const how = state === 'missing' ? words.states.missing : words.against({ status: state, minutes });
      return `${words.slots[slot]} ${how}`;
    });
    const allDay = punches.length === SLOTS.length && punches.every(({ state }) => state === 'missing');
    return `• ${listed(name, reader)}${common.colon}${allDay ? words.missingAllDay : common.joinNames(parts)}`;
  });
  const away = excused.map(name => listed(name, reader));
  const shown = firstOf(lines, mostLines, reader);
  return away.length === 0
    ? shown
    : [...shown, words.counted(words.excused, away.length, common.joinNames(firstOf(away, perLine, reader)))];
}

/** The four punches of today over everybody. */
export function departmentDaySaid({ date, slots }: DepartmentDay, reader: Reader): Said {
  const { attendance: words } = reader.t;
  const title = words.departmentDay(day(date, reader));
  const parts = slots.map(one => [
    `*${words.slots[one.slot]}* ${hourText(one, reader)} — ${countText(one.roll, reader)}`,
    ...rollLines(one, reader, Math.floor(most / slots.length)),
  ]);
  return {
    text: clip([title, ...parts.flat()].join('\n'), textMax),
    blocks: [section(`:clipboard: *${title}*`), ...parts.flatMap(sections)],
  };
}

/** 'by 08:00' or 'from 12:00'. */
export function hourText({ slot, time }: SlotHour, reader: Reader): string {
  const { by, from } = reader.t.attendance;
  return isArrival(slot) ? by(time) : from(time);
}

/** A message's text stands in for its blocks; much longer ones are cut by Slack itself. */
const textMax = 3900;
/** Characters of names in one message, so that all of it stays below what Slack takes. */
const most = 9_000;
/** People of a day's exceptions, each on a line of up to four punches. */
const mostLines = 30;
/** People in one line, so that no line is longer than a section, whatever their ids. */
const perLine = 50;

function countText({ onTime, late, early, missing, awaited }: SlotRoll, reader: Reader): string {
  const { attendance: words } = reader.t;
  const done = onTime.length + late.length + early.length;
  const of = done + missing.length + awaited.length;
  if (of === 0) return words.nobodyAsked;
  const parts = [words.punched(done, of), ...(awaited.length > 0 ? [words.awaited(awaited.length)] : [])];
  return parts.join(' · ');
}

/** One list for each way of standing out; at most about `room` characters in all of them, the missing first. */
function rollLines({ roll, names: known }: NamedRoll, reader: Reader, room: number): string[] {
  const { attendance: words, common } = reader.t;
  const { missing, late, early, excused } = roll;
  const name = (id: string) => listed(known[id] ?? id, reader);
  const by = ({ id, minutes }: { id: string; minutes: number }) => `${name(id)} ${words.minutes(minutes)}`;
  const groups: [title: string, people: string[]][] = [
    [words.missing, missing.map(name)],
    [words.late, late.map(by)],
    [words.early, early.map(by)],
    [words.excused, excused.map(name)],
  ];
  const lines: string[] = [];
  let left = room;
  for (const [title, people] of groups) {
    if (people.length === 0) continue;
    const shown = people.filter(one => {
      left -= one.length + 2;
      return left >= 0;
    });
    const names = shown.length < people.length ? [...shown, common.more(people.length - shown.length)] : shown;
    for (let first = 0; first < names.length; first += perLine) {
      const line = common.joinNames(names.slice(first, first + perLine));
      lines.push(first === 0 ? words.counted(title, people.length, line) : line);
    }
  }
  return lines;
}

function sections(lines: string[]): KnownBlock[] {
  return chunks(lines, 3000).map(text => section(text));
}
