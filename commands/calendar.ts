/** `/calendar`: which days are worked, and for department leaders deciding about them. */
import { CALENDAR_KEEPERS } from '../src/features/calendar/decision.ts';
import { parseCalendarLine } from '../src/features/calendar/line.ts';
import { calendarSaid, decidedSaid, decisionSaid } from '../src/features/calendar/views.ts';
import { calendarPage, decideDays } from '../src/features/calendar/workflow.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { holds } from '../src/member/rules.ts';
import type { Command, CommandCall, Said } from '../src/slack/command.ts';

export const calendar: Command = { name: '/calendar', words: 'calendar', run };

async function run({ office, me, reader, text, typedOn, agreed }: CommandCall): Promise<Said | Refusal> {
  const line = parseCalendarLine(text, typedOn);
  if (isRefusal(line)) return line;
  if (line.what === 'look') {
    return calendarSaid(await calendarPage(office, line), holds(me, CALENDAR_KEEPERS), reader);
  }
  const { from, to, working, note } = line;
  const decision = { from, to, working, note };
  const look = await decideDays(office, me, decision, 'look');
  if (isRefusal(look)) return look;
  const understood = decisionSaid(look, reader);
  const once = agreed(understood);
  if (once === null) return { ...understood, asks: true };
  const decided = await decideDays(office, me, decision, once);
  return isRefusal(decided) ? decided : decidedSaid(decided, reader);
}
