/** What waited for the end of somebody's quiet hours is told then. */
import { quietEnds } from '../src/features/me/preferring.ts';
import type { Deadline } from '../src/scheduler/schedule.ts';

export const ownDeadlines: readonly Deadline[] = [{ name: 'me.quietEnds', ...quietEnds }];
