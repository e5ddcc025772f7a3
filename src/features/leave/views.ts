/** Leave and trips as people read them: lines of a card, the list, the papers asked for. */
import { chunks, clip } from '@tiaoli/block-kit';
import { day, type MatterTelling, person, type Reader } from '../../locales/reader.ts';
import type { Sentences } from '../../locales/sentences.ts';
import type { Member } from '../../member/rules.ts';
import { actions, button, context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { firstOf } from '../../slack/listed.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { Half, Span } from '../calendar/span.ts';
import type { LeaveFacts, LeaveMessages, ListedLeave, OwnLeaves, YearTaken } from './messages.ts';

/** Leaves in one list. */
const MOST_LISTED = 40;

/** '2026-12-01 (Tue) – 2026-12-02 (Wed) morning': halves are named only where they are not the whole day. */
function spanText({ from, fromHalf, to, toHalf }: Span, reader: Reader): string {
  const { half } = reader.t.common;
  const whole = fromHalf === 'am' && toHalf === 'pm';
  if (from === to) return whole ? day(from, reader) : `${day(from, reader)} ${half[fromHalf]}`;
  const start = fromHalf === 'pm' ? `${day(from, reader)} ${half.pm}` : day(from, reader);
  const end = toHalf === 'am' ? `${day(to, reader)} ${half.am}` : day(to, reader);
  return `${start} – ${end}`;
}

/** One line: what, when, how long. */
export function leaveLine(leave: Pick<LeaveFacts, 'kind' | 'span' | 'halfDays'>, reader: Reader): string {
  const { leave: words, common } = reader.t;
  return `${words.kinds[leave.kind]} · ${spanText(leave.span, reader)} · ${common.days(leave.halfDays)}`;
}

/**
 * All an approver needs to decide, the reason included: only for those who must see it. At most `most` characters of the
 * reason, which may then still be longer than one text of a block.
 */
export function leaveLines(leave: LeaveFacts, reader: Reader, most: number, line = leaveLine(leave, reader)): string {
  const { leave: words } = reader.t;
  const lines = [
    `*${line}*`,
    `${words.reason}${leave.reason === '' ? words.noReason : clip(wordsOf(leave.reason, reader), most)}`,
    leave.emergency ? words.emergencyToConfirm : '',
    ...(leave.kind === 'trip' ? [] : leave.taken.map(year => takenText(year, reader))),
    leave.provisional ? words.provisional : '',
  ];
  return lines.filter(line => line !== '').join('\n');
}

/** 'Leave approved this year: annual leave 3 days, sick leave 0.5 days'. */
function takenText({ year, current, kinds }: YearTaken, reader: Reader): string {
  const { leave: words, common } = reader.t;
  const each = kinds.map(({ kind, halfDays }) => words.ofKind(words.kinds[kind], common.days(halfDays)));
  const text = each.length === 0 ? common.days(0) : each.join(common.comma);
  return current ? words.thisYear(text) : words.inYear(year, text);
}

/** A leave with what of it is given back, where something is. */
export function backLine(leave: LeaveFacts, reader: Reader): string {
  const line = leaveLine(leave, reader);
  if (leave.givenBack === null) return line;
  const { span, halfDays } = leave.givenBack;
  return `${line} · ${reader.t.leave.rest(spanText(span, reader), reader.t.common.days(halfDays))}`;
}

/** The answer to a request: what was understood and who decides. */
export function requestedText(leave: LeaveFacts, approvers: readonly Member[], reader: Reader): string {
  const { leave: words } = reader.t;
  const asked = words.requested(leave.id, leaveLine(leave, reader), namesOf(approvers));
  const extra = [leave.emergency ? words.papersWillBeDue : '', leave.provisional ? words.provisional : ''];
  return [asked, ...extra.filter(text => text !== '')].join('\n');
}

/** The answer to giving a leave back: only whoever was told is said to have been. */
export function givenBackText(
  {
    leave,
    way,
    told,
  }: { leave: LeaveFacts; way: 'withdraw' | 'cancel' | 'ask'; told: { approver: boolean; ids: string[] } },
  reader: Reader,
): string {
  const { back } = reader.t.leave;
  const line = backLine(leave, reader);
  if (way !== 'cancel' || told.approver) return back[way](line);
  return told.ids.length === 0 ? back.cancelUntold(line) : back.cancelToOthers(line, told.ids.slice(0, 10).map(person));
}

/** Those who may decide, for a sentence. */
export function namesOf(approvers: readonly Member[]): string[] {
  return approvers.slice(0, 10).map(({ id }) => person(id));
}

/** My leaves and trips with their numbers, the earliest first; of very many the latest, as those to come are wanted most. */
export function leaveList(leaves: readonly ListedLeave[], reader: Reader): Said {
  const { leave: words, common } = reader.t;
  if (leaves.length === 0) return { text: words.listEmpty };
  const shown = leaves.slice(-MOST_LISTED);
  const lines = shown.map(leave => {
    const papers = leave.papers === 'none' ? '' : ` · ${words.papers[leave.papers]}`;
    const back = leave.backAsked === null ? '' : ` · ${words.backAsked(common.days(leave.backAsked.halfDays))}`;
    return `\`#${leave.id}\` ${leaveLine(leave, reader)} · *${words.states[leave.state]}*${papers}${back}`;
  });
  if (shown.length < leaves.length) lines.unshift(common.more(leaves.length - shown.length));
  return {
    text: [words.listTitle, ...lines, words.listHint].join('\n'),
    blocks: [header(words.listTitle), ...chunks(lines, 2_900).map(section), context(words.listHint)],
  };
}

export const leaveDrawings: Drawings<keyof LeaveMessages> = {
  'leave.papers'(leave, reader) {
    const { leave: words } = reader.t;
    const line = leaveLine(leave, reader);
    if (leave.papers !== 'due' && leave.papers !== 'overdue') {
      const text = words.papersSettled[leave.papers](line);
      return { text, blocks: [section(text)] };
    }
    const text = words.papersAsked[leave.papers](line);
    const deed = button('leave.papersIn', words.papersButton, String(leave.id), { style: 'primary' });
    return { text, blocks: [section(text), actions('leave.papersDeed', deed)] };
  },
  'leave.givenBack'(leave, reader) {
    return { text: reader.t.leave.givenBack(person(leave.memberId), leaveLine(leave, reader)) };
  },
  'leave.recounted'({ leave, before, by, own }, reader) {
    const { recounted: words } = reader.t.leave;
    const why = by === null ? words.published : words.decided(person(by));
    const line = leaveLine(leave, reader);
    const was = reader.t.common.days(before);
    if (!own) return { text: words.theirs(why, person(leave.memberId), line, was) };
    return { text: leave.state === 'withdrawn' ? words.closed(why, line, was) : words.mine(why, line, was) };
  },
};

/** How a leave or trip asked for, and one asked to be given back, are told to whoever decides. */
export const leaveTelling: MatterTelling<LeaveFacts> = {
  ...telling(leave => (leave.kind === 'trip' ? 'trip' : 'leave'), leaveLine),
  undone: (leave, reader) => (leave.givenBack === null ? null : reader.t.leave.undone(backLine(leave, reader))),
};
export const cancellationTelling = telling(
  leave => (leave.kind === 'trip' ? 'tripCancellation' : 'cancellation'),
  backLine,
);

function telling(
  named: (leave: LeaveFacts) => keyof Sentences['leave']['titles'],
  line: (leave: LeaveFacts, reader: Reader) => string,
): MatterTelling<LeaveFacts> {
  return {
    title: (leave, { t }) => t.leave.titles[named(leave)],
    line,
    lines: (leave, reader, most) => leaveLines(leave, reader, most, line(leave, reader)),
    buttons: (_leave, _authority, { t: { leave: words } }) => ({ approve: words.approve, reject: words.reject }),
    verdicts: (_leave, _authority, { t }) => t.leave.verdicts,
  };
}

/** That somebody was away on a day, without the kind: that is for who decides about the leave. */
export function awayLines(halves: readonly Half[], { t }: Reader): string[] {
  const [half] = halves;
  if (half === undefined) return [];
  return [t.leave.away(halves.length > 1 ? null : t.common.half[half])];
}

/** Lines of a list in somebody's own record. */
const MOST_OWN = 10;

/** A member's leave in their own record; nothing where there is none. */
export function ownLeaveLines({ taken, coming, pending, papers }: OwnLeaves, reader: Reader): string[][] {
  const { own: words } = reader.t.leave;
  if (taken.kinds.length === 0 && coming.length === 0 && pending === 0 && papers.length === 0) return [];
  const sum = [takenText(taken, reader)];
  if (pending > 0) sum.push(words.pending(pending));
  const due = papers.map(one => words.papers(leaveLine(one, reader)));
  const lines = coming.map(one => `• \`#${one.id}\` ${leaveLine(one, reader)}`);
  const listed = [...firstOf(due, MOST_OWN, reader), ...firstOf(lines, MOST_OWN, reader)];
  return [[`*${words.title}*`, sum.join(' · '), ...listed]];
}
