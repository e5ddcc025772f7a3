/** `/calendar`: which days are worked, and for department leaders deciding about them. */
import { CALENDAR_KEEPERS } from '../src/domain/calendarDecision.ts';
import { parseCalendarLine } from '../src/domain/calendarLine.ts';
import { todayOf } from '../src/domain/civil.ts';
import { holds } from '../src/domain/member.ts';
import { isRefusal, type Refusal } from '../src/domain/refusal.ts';
import type { Command, CommandCall, Said } from '../src/slack/command.ts';
import { calendarSaid, decidedSaid } from '../src/slack/views/calendar.ts';
import { calendarPage, decideDays } from '../src/workflows/calendar.ts';

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
