/** Meetings in the channel: the reminder, the sign-in sheet, the digest with its reports, and who was missed. */
import type { KnownBlock } from '@slack/types';
import { chunks, clip, neutral } from '@tiaoli/block-kit';
import { day, hour, person, type Reader } from '../../locales/reader.ts';
import { actions, button, context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type {
  MeetingDigest,
  MeetingMessages,
  MeetingReports,
  MeetingSheet,
  SheetLine,
  SignedMeeting,
} from './messages.ts';
import { monthlyDrawings } from './monthly/views.ts';
import { rollSections } from './rollViews.ts';
import type { SignInStatus } from './rules.ts';

export const SIGN_IN = 'meeting.signIn';
export const REPORT = 'meeting.report';

/** In the order in which they are shown. */
export const STATUSES: readonly SignInStatus[] = ['present', 'late', 'excused', 'absent'];

/** Characters left for names in a message of about 12,000. */
export const ROLL_ROOM = 9_000;

export const meetingDrawings: Drawings<keyof MeetingMessages> = {
  'meeting.reminder'({ kind, date, startsAt, late }, reader) {
    const { meeting: words } = reader.t;
    const title = labelled(words.reminder(words.kinds[kind], day(date, reader), hour(startsAt, reader)), late, reader);
    const prepare = words.prepare[kind];
    return {
      text: `${title}\n${prepare}`,
      blocks: [section(`*${title}*\n${prepare}`), context(words.signAtTheHour)],
    };
  },
  'meeting.sheet': sheetMessage,
  'meeting.digest': digestMessage,
  'meeting.reports': reportsMessage,
  'meeting.missed'({ kind, date, startsAt, late, absent }, reader) {
    const { meeting: words } = reader.t;
    const title = words.missed(words.kinds[kind], whenText({ date, startsAt }, reader));
    const groups = [
      { label: words.statuses.late, people: late.map(person) },
      { label: words.statuses.absent, people: absent.map(person) },
    ];
    const named = groups.filter(({ people }) => people.length > 0);
    const lists = named.map(({ label, people }) => `${label} ${reader.t.common.joinNames(people)}`);
    return {
      text: clip([title, ...lists].join('\n'), 3900),
      blocks: [section(`*${title}*`), ...rollSections(groups, ROLL_ROOM, reader), context(words.missedHint)],
    };
  },
  ...monthlyDrawings,
};

/** '2026-12-01 (Tue) 08:00'. */
export function whenText({ date, startsAt }: { date: string; startsAt: string | Date }, reader: Reader): string {
  return `${day(date, reader)} ${hour(startsAt, reader)}`;
}

/** 'Expected 14: on time 10, late 1, …' of a closed sheet. */
export function numbersText({ lines }: Pick<MeetingSheet, 'lines'>, reader: Reader): string {
  const count = (wanted: SignInStatus) => lines.filter(({ status }) => status === wanted).length;
  const counts = Object.fromEntries(STATUSES.map(status => [status, count(status)])) as Record<SignInStatus, number>;
  return reader.t.meeting.numbers(lines.length, counts);
}

/** The open sheet's numbers: how many signed, how many are still to come (the excused are not), how many reported. */
export function progressText(sheet: MeetingSheet, { t: { meeting: words } }: Reader): string {
  const { awaited, reports } = sheet;
  const signed = words.signedCount(signedOn(sheet), awaited);
  return reports === null ? signed : `${signed} · ${words.reportCount(reports)}`;
}

function sheetMessage(sheet: MeetingSheet, reader: Reader): Said {
  const { meeting: words } = reader.t;
  const title = words.sheetTitle(words.kinds[sheet.kind], whenText(sheet, reader));
  const groups = groupsOf(sheet.lines, line => markedPerson(line, reader), reader);
  const roll = rollSections(groups, ROLL_ROOM, reader);
  if (sheet.state === 'closed') {
    const numbers = numbersText(sheet, reader);
    const closed = context(words.closedAt(hour(sheet.closesAt, reader)));
    return {
      text: unstarred(`${title} — ${numbers}`),
      blocks: [header(labelled(title, sheet.late, reader)), section(numbers), ...roll, closed],
    };
  }
  const until = hour(sheet.closesAt, reader);
  const rule = sheet.late ? words.openedLate(until) : words.openUntil(hour(sheet.startsAt, reader), until);
  const progress = progressText(sheet, reader);
  const buttons = [button(SIGN_IN, words.signIn, String(sheet.id), { style: 'primary' })];
  if (sheet.reports !== null) buttons.push(button(REPORT, words.report, String(sheet.id)));
  const blocks: KnownBlock[] = [
    header(labelled(title, sheet.late, reader)),
    section(rule),
    section(progress),
    ...(signedOn(sheet) > 0 ? [] : [context(words.nobodyYet)]),
    ...roll,
    actions('meeting.deed', ...buttons),
  ];
  return { text: unstarred(`${title} — ${progress}`), blocks };
}

/** Whoever was there is named without being called; those it concerns are mentioned, so that they see it. */
function digestMessage({ sheet, late, silent }: MeetingDigest, reader: Reader): Said {
  const { meeting: words } = reader.t;
  const title = labelled(words.digestTitle(words.kinds[sheet.kind], day(sheet.date, reader)), late, reader);
  const numbers = numbersText(sheet, reader);
  const named = (line: SheetLine) =>
    line.status === 'present' ? neutral(clip(line.name, 24)) : markedPerson(line, reader);
  const groups = groupsOf(sheet.lines, named, reader);
  if (silent !== null) groups.push({ label: words.silent, people: silent.map(person) });
  return {
    text: unstarred(`${title} — ${numbers}`),
    blocks: [header(title), section(numbers), ...rollSections(groups, ROLL_ROOM, reader)],
  };
}

function reportsMessage({ date, page, pages, reports }: MeetingReports, reader: Reader): Said {
  const { meeting: words } = reader.t;
  const title = words.reportsTitle(day(date, reader), page, pages);
  const texts = reports.map(report => {
    const post = report.post === null ? '' : ` · ${words.posts[report.post]}`;
    const answers = (['yesterday', 'today', 'blockers'] as const)
      .filter(field => report[field] !== '')
      .map(field => `*${words.fields[field]}* ${clip(wordsOf(report[field], reader), 2900)}`);
    return [`:bust_in_silhouette: *${neutral(clip(report.name, 60))}*${post}`, ...answers];
  });
  return {
    text: clip([title, ...texts.flat()].join('\n'), 3900),
    blocks: [header(title), ...texts.flatMap(lines => chunks(lines, 3000).map(section))],
  };
}

/** A person, marked when they were excused after the sheet had closed. */
export function markedPerson({ memberId, later }: SheetLine, { t }: Reader): string {
  return later ? `${person(memberId)}${t.meeting.later}` : person(memberId);
}

function signedOn({ lines }: MeetingSheet): number {
  return lines.filter(({ at }) => at !== null).length;
}

function groupsOf(lines: readonly SheetLine[], named: (line: SheetLine) => string, reader: Reader) {
  return STATUSES.map(status => ({
    label: reader.t.meeting.statuses[status],
    people: lines.filter(line => line.status === status).map(named),
  }));
}

function labelled(text: string, late: boolean, { locale, t: { common } }: Reader): string {
  if (!late) return text;
  return locale === 'zh-CN' ? `${common.late}${text}` : `${common.late} ${text}`;
}

function unstarred(text: string): string {
  return text.replaceAll('*', '');
}

/** How a member stood at the meetings of the month, in their own record. */
export function ownMeetingLines(counts: Record<SignInStatus, number>, { t }: Reader): string[][] {
  const { own: words, statuses } = t.meeting;
  const parts = STATUSES.filter(status => counts[status] > 0).map(status =>
    words.times(statuses[status], counts[status]),
  );
  return parts.length === 0 ? [] : [[`*${words.title}*`, parts.join(t.common.comma)]];
}

/** How somebody stood at the meetings of a day, one line each. */
export function signInLines(signed: readonly SignedMeeting[], reader: Reader): string[] {
  const { meeting: words } = reader.t;
  return signed.map(({ kind, status, at }) => {
    const said = words.onSheet(words.statuses[status], at === null ? null : hour(at, reader));
    return words.knownSignIn(words.kinds[kind], said);
  });
}
