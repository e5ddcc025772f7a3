/** The working calendar as people read it: runs of the same days, what was decided, what is not known yet. */
import type { KnownBlock } from '@slack/types';
import { chunks, clip, neutral } from '@tiaoli/block-kit';
import { day, person, type Reader } from '../../locales/reader.ts';
import { context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import type { DayRun } from './decision.ts';
import type { Days } from './line.ts';
import type { CalendarMessages, CalendarPage } from './messages.ts';
import type { CalendarDay } from './rules.ts';

/** Of a note; a month of different ones must fit into one message. */
const MOST_NOTE = 200;

/** Some days; `keeper` may decide about them and is told how. */
export function calendarSaid(page: CalendarPage, keeper: boolean, reader: Reader): Said {
  const { calendar: words } = reader.t;
  const title = words.title(daysText(page, reader));
  const lines = page.runs.map(run => runLine(run, reader));
  const counts = page.from === page.to ? [] : [words.counts(page.workdays, page.daysOff)];
  const hints = [
    ...(page.runs.some(run => run.day.provisional) ? [words.provisionalHint] : []),
    ...(keeper ? [words.keeperHint] : []),
  ];
  const blocks: KnownBlock[] = [header(title), ...sections([...lines, ...counts])];
  if (hints.length > 0) blocks.push(context(hints.join('\n')));
  return { text: [title, ...lines, ...counts, ...hints].join('\n'), blocks };
}

/** What a decision would make of the days, before it is taken. */
export function decisionSaid({ runs }: CalendarPage, reader: Reader): Said {
  return plainly([...runs.map(run => runLine(run, reader)), reader.t.calendar.willTell]);
}

/** The answer to a decision. */
export function decidedSaid({ runs }: CalendarPage, reader: Reader): Said {
  return plainly([...runs.map(run => runLine(run, reader)), `:white_check_mark: ${reader.t.calendar.decided}`]);
}

export const calendarDrawings: Drawings<keyof CalendarMessages> = {
  'calendar.changed'({ by, runs }, reader) {
    const { calendar: words } = reader.t;
    const lines = runs.map(run => {
      const line = runLine(run, reader);
      return run.day.kind === 'override' ? line : `${line} · ${words.backToPublic}`;
    });
    return plainly([words.changed(person(by)), ...lines]);
  },
  'calendar.unpublished'({ year, holidays }, reader) {
    const { calendar: words } = reader.t;
    const title = words.unpublishedTitle(year);
    const lines = holidays.map(run => `• ${daysText(run, reader)} ${run.day.name?.[reader.locale] ?? ''}`).join('\n');
    const after = [words.unpublishedMarked, words.unpublishedEnter(year)].join('\n');
    const text = words.unpublished(year);
    return {
      text: [title, text, lines, after].join('\n'),
      blocks: [header(title), section(text), section(lines), section(after)],
    };
  },
};

function plainly(lines: readonly string[]): Said {
  return { text: lines.join('\n'), blocks: sections(lines) };
}

function sections(lines: readonly string[]): KnownBlock[] {
  return chunks(lines, 2_900).map(section);
}

function runLine(run: DayRun, reader: Reader): string {
  const { working } = run.day;
  return `${working ? ':office:' : ':palm_tree:'} ${daysText(run, reader)} · ${dayText(run.day, reader)}`;
}

function daysText({ from, to }: Days, reader: Reader): string {
  return from === to ? day(from, reader) : reader.t.calendar.span(day(from, reader), day(to, reader));
}

function dayText(one: CalendarDay, reader: Reader): string {
  const { calendar: words } = reader.t;
  const what = words.working[one.working ? 'true' : 'false'];
  const why = whyText(one, reader);
  const text = why === null ? what : words.because(what, why);
  return one.provisional ? `${text} · _${words.provisional}_` : text;
}

function whyText({ kind, name }: CalendarDay, { t, locale }: Reader): string | null {
  const { why } = t.calendar;
  const called = name?.[locale] ?? '';
  if (kind === 'workday') return null;
  if (kind === 'weekend') return why.weekend;
  if (kind === 'override') return called === '' ? why.override : why.overrideFor(clip(neutral(called), MOST_NOTE));
  return kind === 'makeup' ? why.makeup(called) : why.holiday(called);
}
