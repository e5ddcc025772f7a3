/** Who is there and who is not, for leaders: the list of one punch, and the department's day. */
import type { KnownBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { day, person, type Reader } from '../../locales/reader.ts';
import { context, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { SlotRoll } from './day.ts';
import type { ClosedRoll, DepartmentDay, SlotHour } from './messages.ts';
import { isArrival } from './rules.ts';

/** The list of a punch whose window has closed; nobody missing is said in one line. */
export function rollSaid(closed: ClosedRoll, reader: Reader): Said {
  const { attendance: words, common } = reader.t;
  const { slot, date, closes, roll, late } = closed;
  const makeTitle = roll.missing.length === 0 ? words.rollComplete : words.rollTitle;
  const title = `${makeTitle(slot, hourText(closed, reader), day(date, reader))}${late ? ` ${common.late}` : ''}`;
  const lines = rollLines(roll, reader, most);
  const text = clip([title, ...lines].join('\n'), textMax);
  const icon = roll.missing.length === 0 ? ':white_check_mark:' : ':clipboard:';
  const blocks = sections([`${icon} *${title}*`, ...lines]);
  if (roll.missing.length > 0) blocks.push(context(words.rollHint(closes)));
  return { text, blocks };
}

/** The four punches of today over everybody. */
export function departmentDaySaid({ date, slots }: DepartmentDay, reader: Reader): Said {
  const { attendance: words } = reader.t;
  const title = words.departmentDay(day(date, reader));
  const parts = slots.map(one => [
    `*${words.slots[one.slot]}* ${hourText(one, reader)} — ${countText(one.roll, reader)}`,
    ...rollLines(one.roll, reader, Math.floor(most / slots.length)),
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
/** People named in one message, so that all of it stays below what Slack takes; minutes included, 30 characters each. */
const most = 400;
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

/** One list for each way of standing out; at most `room` people in all of them, the missing first. */
function rollLines({ missing, late, early, excused }: SlotRoll, reader: Reader, room: number): string[] {
  const { attendance: words, common } = reader.t;
  const by = ({ id, minutes }: { id: string; minutes: number }) => `${person(id)} ${words.minutes(minutes)}`;
  const groups: [title: string, people: string[]][] = [
    [words.missing, missing.map(person)],
    [words.late, late.map(by)],
    [words.early, early.map(by)],
    [words.excused, excused.map(person)],
  ];
  const lines: string[] = [];
  let left = room;
  for (const [title, people] of groups) {
    if (people.length === 0) continue;
    const shown = people.slice(0, left);
    left -= shown.length;
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
