/** Meetings in the channel: the sheet from the reminder to the result, and the reports. */
import type { KnownBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { day, hour, type Reader } from '../../locales/reader.ts';
import { actions, button, context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { listed } from '../../slack/listed.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { MeetingMessages, MeetingReports, MeetingSheet, SheetLine, SignedIn, SignedMeeting } from './messages.ts';
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
  'meeting.sheet': sheetMessage,
  'meeting.reports': reportsMessage,
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
  return sheet.state === 'closed' ? closedSheet(sheet, reader) : openSheet(sheet, reader);
}

/** Before the hour it announces the meeting; it can be signed all the same. */
function openSheet(sheet: MeetingSheet, reader: Reader): Said {
  const { meeting: words } = reader.t;
  const title = titleOf(sheet, reader);
  const until = hour(sheet.closesAt, reader);
  const rule = sheet.late ? words.openedLate(until) : words.openUntil(hour(sheet.startsAt, reader), until);
  const progress = progressText(sheet, reader);
  const buttons = [button(SIGN_IN, words.signIn, String(sheet.id), { style: 'primary' })];
  if (sheet.reports !== null) buttons.push(button(REPORT, words.report, String(sheet.id)));
  const blocks: KnownBlock[] = [
    header(labelled(title, sheet.late, reader)),
    ...(sheet.begun ? [] : [section(`:bell: ${words.prepare[sheet.kind]}`)]),
    section(rule),
    section(progress),
    ...(signedOn(sheet) > 0 ? [] : [context(words.nobodyYet)]),
    ...rollSections(groupsOf(sheet.lines, reader), ROLL_ROOM, reader),
    actions('meeting.deed', ...buttons),
  ];
  return { text: unstarred(`${title} — ${sheet.begun ? progress : words.prepare[sheet.kind]}`), blocks };
}

/** The result: whoever reported is named below by their report, and counted here. */
function closedSheet(sheet: MeetingSheet, reader: Reader): Said {
  const { meeting: words } = reader.t;
  const title = titleOf(sheet, reader);
  const numbers = numbersText(sheet, reader);
  const reported = sheet.lines.filter(line => line.reported).length;
  const groups = groupsOf(
    sheet.lines.filter(line => !line.reported),
    reader,
  );
  const [present] = groups;
  if (sheet.reports !== null && present !== undefined) present.label = words.silent;
  const closed = words.closedAt(hour(sheet.closesAt, reader));
  return {
    text: unstarred(`${title} — ${numbers}`),
    blocks: [
      header(labelled(title, sheet.late, reader)),
      section(numbers),
      ...rollSections(groups, ROLL_ROOM, reader),
      context(reported === 0 ? closed : `${closed} · ${words.inReports(reported)}`),
    ],
  };
}

function reportsMessage({ date, page, pages, reports }: MeetingReports, reader: Reader): Said {
  const { meeting: words } = reader.t;
  const title = words.reportsTitle(day(date, reader), page, pages);
  const texts = reports.map(report => {
    const name = listed(report.name, reader);
    const post = report.post === null ? '' : words.posts[report.post];
    const stood = report.status === null || report.status === 'present' ? '' : words.statuses[report.status];
    const after = [post === name ? '' : post, stood].filter(text => text !== '').map(text => ` · ${text}`);
    const answers = (['yesterday', 'today', 'blockers'] as const)
      .filter(field => report[field] !== '')
      .map(field => `*${words.fields[field]}* ${clip(wordsOf(report[field], reader), 2900)}`);
    return [`:bust_in_silhouette: *${name}*${after.join('')}`, ...answers];
  });
  return {
    text: clip([title, ...texts.flat()].join('\n'), 3900),
    blocks: [header(title), ...texts.flatMap(lines => chunks(lines, 3000).map(section))],
  };
}

function titleOf(sheet: MeetingSheet, reader: Reader): string {
  const { meeting: words } = reader.t;
  return words.sheetTitle(words.kinds[sheet.kind], whenText(sheet, reader));
}

function signedOn({ lines }: MeetingSheet): number {
  return lines.filter(({ at }) => at !== null).length;
}

function groupsOf(lines: readonly SheetLine[], reader: Reader) {
  return STATUSES.map(status => ({
    label: reader.t.meeting.statuses[status],
    people: lines.filter(line => line.status === status).map(line => marked(line, reader)),
  }));
}

/** A name in a list, marked when its bearer was excused after the sheet had closed. */
export function marked({ name, later }: SheetLine, reader: Reader): string {
  return later ? `${listed(name, reader)}${reader.t.meeting.later}` : listed(name, reader);
}

function labelled(text: string, late: boolean, { locale, t: { common } }: Reader): string {
  if (!late) return text;
  return locale === 'zh-CN' ? `${common.late}${text}` : `${common.late} ${text}`;
}

function unstarred(text: string): string {
  return text.replaceAll('*', '');
}

/** The answer to signing in: where and how, and the punch that was made by it. */
export function signedInText({ kind, status, at, punch }: SignedIn, reader: Reader): string {
  const { meeting: words, attendance } = reader.t;
  const signed = words.signedIn[status](words.kinds[kind], hour(at, reader));
  if (punch === null) return signed;
  const punched = words.punchedToo(attendance.slots[punch.slot], attendance.against(punch));
  return `${signed}${reader.locale === 'en' ? ' ' : ''}${punched}`;
}

/** A sentence in the answer to a punch that signed its member in. */
export function signedTooText({ kind, status }: SignedIn, { t: { meeting: words } }: Reader): string {
  return words.signedToo(words.kinds[kind], words.statuses[status]);
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
