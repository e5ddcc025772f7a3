/** Who of other teams is out of the app's sight. */
import type { Core } from '../core.ts';
import type { Person } from '../records.ts';

/** Whether somebody of another team is in none of the channels the app is in, which is when Slack calls them a stranger. */
export function isOutOfSight({ state }: Core, person: Person): boolean {
  const { user_id } = state.bot;
  const meets = [...state.channels.values()].some(
    ({ kind, members }) => kind !== 'im' && members.includes(person.id) && members.includes(user_id),
  );
  return person.is_stranger && !meets;
}
