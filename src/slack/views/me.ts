/** Somebody's own record, section by section, for `/me` and the Home tab. */
import type { KnownBlock } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import type { AttendanceSummary } from '../../domain/attendanceDay.ts';
import type { OwnRecord, OwnRequest } from '../../domain/notice/me.ts';
import { day, moment, person, type Reader } from '../../locales/reader.ts';
import { context, header, section } from '../button.ts';
import type { Said } from '../command.ts';
import { lineOf, titleOf } from './approval.ts';
import { dayLines } from './attendance.ts';
import { leaveLine } from './leave.ts';
import { STATUSES } from './meeting.ts';
import { postNames } from './member.ts';
import { caseLine, measure } from './violation.ts';

/** Lines of one section; what is older stands in the lists of its own command. */
const MOST_LINES = 10;
/** Names of those who may decide. */
const MOST_NAMES = 5;

/** The whole record; sections only where there is something to say. */
export function ownRecordSaid(record: OwnRecord, reader: Reader): Said {
  const { me: words } = reader.t;
  const title = words.title(day(record.today, reader));
  const who = [words.posts(postNames(record.posts, reader))];
  if (record.leaderId !== null) who.push(words.leader(person(record.leaderId)));
  const parts = [
    record.waiting > 0 ? [words.waiting(record.waiting)] : [],
    requestLines(record, reader),
    leaveLines(record, reader),
    punchLines(record, reader),
    monthLines(record, reader),
    meetingLines(record, reader),
    caseLines(record, reader),
  ].filter(lines => lines.length > 0);
  if (parts.length === 0) parts.push([words.empty]);
  const foot = `${words.tips}\n${words.onlyYou}`;
  const blocks: KnownBlock[] = [header(title), context(who.join(' · '))];
  for (const lines of parts) blocks.push(...chunks(lines, 2_900).map(section));
  blocks.push(context(foot));
  return { text: [title, who.join(' · '), ...parts.flat(), foot].join('\n').replaceAll('*', ''), blocks };
}

/** The Home tab of somebody without a post: who can give them one. */
export function welcomeSaid(givers: readonly string[], reader: Reader): Said {
  const { me: words, common } = reader.t;
  const names = common.joinNames(givers.slice(0, MOST_NAMES).map(person));
  const text = names === '' ? words.noPostYet : words.noPost(names);
  return { text: `${words.welcome}\n${text}`, blocks: [header(words.welcome), section(text), context(words.tips)] };
}

function requestLines({ requests, requestsLeft }: OwnRecord, reader: Reader): string[] {
  if (requests.length === 0) return [];
  const lines = requests.map(request => `• ${requestLine(request, reader)}`);
  if (requestsLeft > 0) lines.push(reader.t.common.more(requestsLeft));
  return [`*${reader.t.me.requests}*`, ...lines];
}

function requestLine({ matter, requestedAt, deciders }: OwnRequest, reader: Reader): string {
  const { me: words, common } = reader.t;
  const about = matter.kind === 'case' ? [person(matter.case.accusedId)] : [];
  const names = common.joinNames(deciders.slice(0, MOST_NAMES).map(person));
  const decides =
    deciders.length === 0 ? words.noDecider : deciders.length === 1 ? words.decider(names) : words.deciders(names);
  const sent = words.submitted(moment(requestedAt, reader));
  return [words.request(titleOf(matter, reader)), ...about, lineOf(matter, reader), sent, decides].join(' · ');
}

function leaveLines({ leave }: OwnRecord, reader: Reader): string[] {
  const { me: words, common } = reader.t;
  const { halfDaysThisYear, coming, pending, papers } = leave;
  if (halfDaysThisYear === 0 && coming.length === 0 && pending === 0 && papers.length === 0) return [];
  const sum = [words.leaveThisYear(common.days(halfDaysThisYear))];
  if (pending > 0) sum.push(words.leavePending(pending));
  const due = papers.map(one => words.papers(leaveLine(one, reader)));
  const lines = coming.map(one => `• \`#${one.id}\` ${leaveLine(one, reader)}`);
  return [`*${words.leave}*`, sum.join(' · '), ...cut(due, reader), ...cut(lines, reader)];
}

function punchLines({ attendance }: OwnRecord, reader: Reader): string[] {
  const today = attendance?.today ?? null;
  return today === null ? [] : [`*${reader.t.me.punchesToday}*`, dayLines(today, reader)];
}

function monthLines({ attendance }: OwnRecord, reader: Reader): string[] {
  const { me: words } = reader.t;
  const parts = attendance === null ? [] : monthParts(attendance.month, reader);
  return parts.length === 0 ? [] : [`*${words.punchesMonth}*`, parts.join(words.comma)];
}

function monthParts({ onTime, late, early, missing, excused }: AttendanceSummary, { t: { me: words } }: Reader) {
  return [
    ...(onTime > 0 ? [words.onTime(onTime)] : []),
    ...(late.times > 0 ? [words.late(late.times, late.minutes)] : []),
    ...(early.times > 0 ? [words.early(early.times, early.minutes)] : []),
    ...(missing > 0 ? [words.missing(missing)] : []),
    ...(excused > 0 ? [words.excused(excused)] : []),
  ];
}

function meetingLines({ meetings }: OwnRecord, { t }: Reader): string[] {
  const parts = STATUSES.filter(status => meetings[status] > 0).map(status =>
    t.me.times(t.meeting.statuses[status], meetings[status]),
  );
  return parts.length === 0 ? [] : [`*${t.me.meetings}*`, parts.join(t.me.comma)];
}

function caseLines({ cases, noticesThisYear, noticeThreshold }: OwnRecord, reader: Reader): string[] {
  const { me: words, violation } = reader.t;
  if (cases.length === 0) return [];
  const lines = cases.map(
    one => `• ${[caseLine(one, reader), measure(one, reader), `*${violation.states[one.state]}*`].join(' · ')}`,
  );
  const notices = noticesThisYear > 0 ? [words.notices(noticesThisYear, noticeThreshold)] : [];
  return [`*${words.cases}*`, ...notices, ...cut(lines, reader), words.casesHint];
}

function cut(lines: readonly string[], { t }: Reader): string[] {
  const left = lines.length - MOST_LINES;
  return left > 0 ? [...lines.slice(0, MOST_LINES), t.common.more(left)] : [...lines];
}
