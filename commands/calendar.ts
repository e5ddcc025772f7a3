/** `/calendar`: which days are worked, and for department leaders deciding about them. */
import { CALENDAR_KEEPERS } from '../src/features/calendar/decision.ts';
import { parseCalendarLine } from '../src/features/calendar/line.ts';
import { calendarSaid, decidedSaid } from '../src/features/calendar/views.ts';
import { calendarPage, decideDays } from '../src/features/calendar/workflow.ts';
import { todayOf } from '../src/kernel/civil.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { holds } from '../src/member/rules.ts';
import type { Command, CommandCall, Said } from '../src/slack/command.ts';

export const calendar: Command = { name: '/calendar', words: 'calendar', run };

async function run({ office, me, reader, text }: CommandCall): Promise<Said | Refusal> {
  const line = parseCalendarLine(text, todayOf(office));
  if (isRefusal(line)) return line;
  if (line.what === 'look') {
    return calendarSaid(await calendarPage(office, line), holds(me, CALENDAR_KEEPERS), reader);
  }
  const { from, to, working, note } = line;
  const decided = await decideDays(office, me, { from, to, working, note });
  return isRefusal(decided) ? decided : decidedSaid(decided, reader);
}
