/** How long a member is heard before a decision, and may appeal after it. */

import { civilOf, instantOf } from '../../kernel/civil.ts';
import type { HouseSettings } from '../../kernel/settings.ts';
import type { Calendar } from '../calendar/rules.ts';

/** The end of working hours on the last of so many working days after the day of that instant; null for none. */
export function endOfWorkdays(
  from: Date,
  workdays: number,
  calendar: Pick<Calendar, 'nextWorkday'>,
  { hours, zone }: Pick<HouseSettings, 'hours' | 'zone'>,
): Date | null {
  if (workdays < 1) return null;
  let { date } = civilOf(from, zone);
  for (let day = 0; day < workdays; day++) date = calendar.nextWorkday(date);
  return instantOf(date, hours.afternoon[1], zone);
}
