/** `/human/guide`, `/human/landmarks`, `/human/news`: what guides a newcomer, what falls due next, and what was said meanwhile. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import type { Channel } from '../core/records.ts';
import type { Guide, Landmark } from './guide.ts';
import { type HumanCall, humanCall } from './human.ts';

/** What the workspace's owner lends the page. */
export interface Lent {
  /** What the page shows a newcomer, asked for again whenever something happened; default: nothing. */
  guide?(): Promise<Guide | null>;
  /** What falls due after the present moment, the earliest first: the clock bar offers it; default: nothing. */
  landmarks?(): Promise<Landmark[]>;
}

/** More than this nobody reads. */
const MOST_NEWS = 100;

export const tourCalls = (lent: Lent): HumanCall[] => [
  humanCall('GET', '/human/guide', z.object({}), async () => ({ guide: (await lent.guide?.()) ?? null })),
  humanCall('GET', '/human/landmarks', z.object({}), async () => ({ landmarks: (await lent.landmarks?.()) ?? [] })),
  humanCall('GET', '/human/news', z.object({ since: z.string().regex(/^\d+(\.\d+)?$/) }), (core, { since }) => {
    const all = core
      .teams()
      .flatMap(team => [...team.state.channels.values()].flatMap(channel => newsOf(team, channel, since)));
    return { count: all.length, news: all.sort((a, b) => (a.ts < b.ts ? -1 : 1)).slice(-MOST_NEWS) };
  }),
];

interface News {
  channel: string;
  name: string;
  is_im: boolean;
  members: string[];
  ts: string;
  user: string;
  text: string;
}

/** The messages of a channel after that moment which more than one person may see. */
function newsOf(core: Core, { id, name, kind, members }: Channel, since: string): News[] {
  return core.state
    .messages(id)
    .filter(({ ts }) => Number(ts) > Number(since))
    .map(({ ts, user, text }) => ({ channel: id, name, is_im: kind === 'im', members, ts, user, text }));
}
