/** What `/meeting` answers: the plan of the coming days, and sheets with everybody or oneself on them. */
import type { KnownBlock } from '@slack/types';
import type { CivilDate } from '../../kernel/civil.ts';
import { day, hour, type Reader } from '../../locales/reader.ts';
import { actions, button, context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { MeetingPlan, MeetingSheet, PlannedLine, SeenSheet, SheetLine } from './messages.ts';
import { monthlyText, setButton } from './monthly/views.ts';
import { rollSections } from './rollViews.ts';
import { collectsReports, type MeetingKind } from './rules.ts';
import { marked, numbersText, progressText, REPORT, ROLL_ROOM, SIGN_IN, STATUSES, whenText } from './views.ts';

/** The plan; with buttons to sign in and report while a sheet is open, and for leaders to set the monthly meeting. */
export function planMessage(plan: MeetingPlan, my: { takesPart: boolean; setsMonthly: boolean }, reader: Reader): Said {
  const { meeting: words, common } = reader.t;
  const days = [...new Set(plan.lines.map(({ date }) => date))];
  const texts = days.map(date => {
    const meetings = plan.lines.filter(line => line.date === date).map(line => lineText(line, my.takesPart, reader));
    return `*${day(date, reader)}*\n${meetings.join('\n')}`;
  });
  if (texts.length === 0) texts.push(words.planNone);
  const warning = plan.monthly.state === 'overdue' ? ':warning: ' : '';
  const monthly = `${warning}${monthlyText(plan.monthly, reader)}`;
  const blocks: KnownBlock[] = [header(words.planTitle), section(texts.join('\n'))];
  // One of each: where two meetings offer the same, the first does.
  const buttons = (my.takesPart ? plan.lines.flatMap(line => buttonsOf(line, reader)) : []).filter(
    ({ action_id }, index, all) => all.findIndex(other => other.action_id === action_id) === index,
  );
  if (buttons.length > 0) blocks.push(actions('meeting.planDeed', ...buttons));
  blocks.push(section(monthly));
  if (my.setsMonthly && plan.monthly.set === null) blocks.push(setButton(plan.monthly, reader));
  if (plan.provisional) blocks.push(context(`:calendar: ${common.provisional}`));
  return { text: [words.planTitle, ...texts, monthly].join('\n').replaceAll('*', ''), blocks };
}

/** The answer to the button of a closed meeting: why, and the one that is open instead with its buttons. */
export function closedSaid(
  sentence: string,
  { id, kind, date }: { id: number; kind: MeetingKind; date: CivilDate },
  reader: Reader,
): Said {
  const { meeting: words } = reader.t;
  const text = `${sentence}\n${words.openInstead(words.kinds[kind], day(date, reader))}`;
  const buttons = buttonsOf({ id, kind, date, state: 'open', mine: null, reportedAhead: false }, reader);
  return { text, blocks: [section(text), actions('meeting.planDeed', ...buttons)] };
}

/** The sheets asked for, as far as the reader may see them. */
export function sheetsMessage(seen: readonly SeenSheet[], reader: Reader): Said {
  const parts = seen.map(({ sheet, mine, whole }) =>
    whole ? wholeSheet(sheet, Math.floor(ROLL_ROOM / seen.length), reader) : ownLine(sheet, mine, reader),
  );
  const blocks = parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [{ type: 'divider' as const }]),
    ...part.blocks,
  ]);
  return { text: parts.map(({ text }) => text).join('\n'), blocks };
}

function lineText(
  { kind, startsAt, state, closesAt, mine, reportedAhead }: PlannedLine,
  takesPart: boolean,
  reader: Reader,
): string {
  const { meeting: words } = reader.t;
  const stands = state === 'open' ? words.states.open(hour(closesAt ?? startsAt, reader)) : words.states[state];
  const texts = [`${hour(startsAt, reader)} ${words.kinds[kind]}`, stands];
  if (reportedAhead && takesPart) texts.push(words.reportNow);
  if (mine !== null) texts.push(words.mine(words.statuses[mine]));
  else if (state === 'open' && takesPart) texts.push(words.mine(words.notSigned));
  return texts.join(' · ');
}

function buttonsOf(
  { id, kind, date, state, mine, reportedAhead }: Omit<PlannedLine, 'startsAt' | 'closesAt'>,
  { t: { meeting: words } }: Reader,
) {
  if (reportedAhead) return [button(REPORT, words.report, date)];
  if (state !== 'open' || id === null) return [];
  return [
    ...(mine === null ? [button(SIGN_IN, words.signIn, String(id), { style: 'primary' })] : []),
    ...(collectsReports(kind) ? [button(REPORT, words.report, String(id))] : []),
  ];
}

function wholeSheet(sheet: MeetingSheet, room: number, reader: Reader): { text: string; blocks: KnownBlock[] } {
  const { meeting: words } = reader.t;
  const title = words.sheetTitle(words.kinds[sheet.kind], whenText(sheet, reader));
  const numbers = sheet.state === 'closed' ? numbersText(sheet, reader) : progressText(sheet, reader);
  const groups = STATUSES.map(status => ({
    label: words.statuses[status],
    people: sheet.lines
      .filter(line => line.status === status)
      .map(line => (line.at === null ? marked(line, reader) : `${marked(line, reader)} ${hour(line.at, reader)}`)),
  }));
  return {
    text: `${title} — ${numbers}`.replaceAll('*', ''),
    blocks: [header(title), section(numbers), ...rollSections(groups, room, reader)],
  };
}

function ownLine(sheet: MeetingSheet, mine: SheetLine | null, reader: Reader): { text: string; blocks: KnownBlock[] } {
  const { meeting: words } = reader.t;
  const title = words.sheetTitle(words.kinds[sheet.kind], whenText(sheet, reader));
  const signed = mine === null ? null : words.statuses[mine.status];
  const at = mine?.at ? hour(mine.at, reader) : null;
  const stands =
    signed !== null
      ? words.you(words.onSheet(mine?.later ? `${signed}${words.later}` : signed, at))
      : sheet.state === 'open'
        ? words.you(words.notSigned)
        : words.notOnSheet;
  return { text: `${title}\n${stands}`, blocks: [section(`*${title}*\n${stands}`)] };
}
