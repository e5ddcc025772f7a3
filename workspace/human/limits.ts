/** `/human/limits`: Slack's limits on messages and calls are switched on and off. */
import { z } from 'zod';
import { type HumanCall, humanCall } from './human.ts';

export const limitCalls: HumanCall[] = [
  humanCall('GET', '/human/limits', z.object({}), core => core.limiter.limits),
  humanCall(
    'POST',
    '/human/limits',
    z.object({ messages: z.boolean().optional(), tiers: z.boolean().optional() }),
    (core, { messages, tiers }) => {
      const now = core.limiter.limits;
      for (const each of core.teams())
        each.limiter.set({ messages: messages ?? now.messages, tiers: tiers ?? now.tiers });
      core.hints.tell({ type: 'fault' });
      return { ok: true, ...core.limiter.limits };
    },
  ),
];
