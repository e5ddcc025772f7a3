/** Until when a leave or trip may be decided (3.2), and when whoever may is reminded because of it. */

import { civilOf, instantOf } from '../../kernel/civil.ts';
import type { Term } from '../../kernel/term.ts';
import { beginsAt, endsAt, type Span } from '../calendar/span.ts';
import type { LeaveSetting } from './rules.ts';

/** Before the end of an emergency, in minutes. */
const LAST_REMINDER = 60;

/**
 * It is approved before it begins (3.2): until its first working half, reminded of when work ends on the working day before.
 * An emergency (3.2.4) may be asked for minutes before it begins, so it waits until its last half ends, and is reminded of an
 * hour before that too. Null when no day of it is worked.
 */
export function termOf(
  { span, emergency }: { span: Span; emergency: boolean },
  { calendar, hours, zone }: Pick<LeaveSetting, 'calendar' | 'hours' | 'zone'>,
): Term | null {
  const begins = beginsAt(span, calendar, hours, zone);
  if (begins === undefined) return null;
  const dayBefore = calendar.previousWorkday(civilOf(begins, zone).date);
  const evening = instantOf(dayBefore, hours.afternoon[1], zone);
  if (!emergency) return { at: begins, reminders: [evening] };
  const at = endsAt(span, hours, zone);
  return { at, reminders: [evening, new Date(at.getTime() - LAST_REMINDER * 60_000)] };
}
