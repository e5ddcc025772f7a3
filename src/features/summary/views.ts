/** The leaders' summaries: by exception, with names, and nobody is called by them. */
import type { KnownBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { day, hour, type Reader } from '../../locales/reader.ts';
import { actions, context, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { firstOf, listed } from '../../slack/listed.ts';
import { exceptionLines, hourText, rollText } from '../attendance/rollViews.ts';
import type { OpenHandover } from '../handover/messages.ts';
import type { MissedMeeting } from '../meeting/messages.ts';
import { headButton, headLine } from '../record/views.ts';
import type { EveningSummary, MorningSummary, SummaryMessages } from './messages.ts';

/** Names on one line, and handovers in one summary. */
const MOST_NAMES = 40;
const MOST_NOTES = 20;

export const summaryDrawings: Drawings<keyof SummaryMessages> = {
  'summary.morning': morningSaid,
  'summary.evening': eveningSaid,
};

function morningSaid({ date, late, meetings, punch, proposed }: MorningSummary, reader: Reader): Said {
  const { summary: words, attendance, common } = reader.t;
  const title = labelled(words.morning(day(date, reader)), late, reader);
  const lines = meetings.flatMap(meeting => meetingLines(meeting, reader));
  if (punch !== null) {
    const rolls = rollText(punch, reader);
    if (rolls.length > 0) lines.push(`*${attendance.slots[punch.slot]}* ${hourText(punch, reader)}`, ...rolls);
  }
  const hints = [...(meetings.length > 0 ? [hintOf(proposed, reader)] : []), words.punchHint];
  return said(title, lines, [context(common.joinSentences(hints))]);
}

function eveningSaid(evening: EveningSummary, reader: Reader): Said {
  const { summary: words, common, matters } = reader.t;
  const { date, late, meetings, proposed, punches, handovers, waiting, head } = evening;
  const lines = meetings.flatMap(meeting => meetingLines(meeting, reader));
  if (punches !== null && punches.people.length > 0) lines.push(`*${words.punches}*`);
  if (punches !== null) lines.push(...exceptionLines(punches, reader));
  if (handovers.length > 0) {
    const notes = handovers.map(note => handoverText(note, reader));
    lines.push(
      `*${words.handovers(handovers.length)}*${common.colon}${common.joinNames(firstOf(notes, MOST_NOTES, reader))}`,
    );
  }
  if (waiting.length > 0) {
    const kinds = waiting.map(({ kind, count }) => words.waitingKind(matters[kind].kind, count));
    const all = waiting.reduce((sum, { count }) => sum + count, 0);
    lines.push(`*${words.waiting(all)}*${common.colon}${common.joinNames(kinds)}`);
  }
  if (lines.length === 0) lines.push(punches === null ? words.nothing : words.allPunched);
  const blocks: KnownBlock[] = [];
  if (meetings.length > 0) blocks.push(context(hintOf(proposed, reader)));
  if (head === null) return said(labelled(words.evening(day(date, reader)), late, reader), lines, blocks);
  lines.push(`:link: ${headLine(head, reader)}`);
  blocks.push(actions('summary.deed', headButton(head, reader)));
  return said(labelled(words.evening(day(date, reader)), late, reader), lines, blocks);
}

/** Where it is decided who is late. */
function hintOf(proposed: boolean, { t: { summary: words } }: Reader): string {
  return proposed ? words.meetingHint : words.meetingHintOff;
}

function said(title: string, lines: readonly string[], below: readonly KnownBlock[]): Said {
  return {
    text: clip([title, ...lines].join('\n').replaceAll('*', ''), 3_900),
    blocks: [...chunks([`*${title}*`, ...lines], 2_900).map(section), ...below],
  };
}

/** '*早会 08:00* 迟到 1 人：…；缺席 …' */
function meetingLines({ kind, startsAt, late, absent }: MissedMeeting, reader: Reader): string[] {
  const { meeting: words, attendance, common } = reader.t;
  const groups = [
    [words.statuses.late, late],
    [words.statuses.absent, absent],
  ] as const;
  const lists = groups
    .filter(([, people]) => people.length > 0)
    .map(([label, people]) => {
      const names = firstOf(
        people.map(name => listed(name, reader)),
        MOST_NAMES,
        reader,
      );
      return attendance.counted(label, people.length, common.joinNames(names));
    });
  return [`*${words.kinds[kind]}* ${hour(startsAt, reader)}`, ...lists];
}

/** Without the customer: that is for those who have it. */
function handoverText({ id, from, to, post }: OpenHandover, reader: Reader): string {
  const receiver = to === null ? (post === null ? '–' : reader.t.post.posts[post]) : listed(to, reader);
  return `\`#${id}\` ${listed(from, reader)} → ${receiver}`;
}

function labelled(text: string, late: boolean, { t: { common } }: Reader): string {
  return late ? `${text} ${common.late}` : text;
}
