/** What the door to Slack asks the house: deliveries taken before, and the people behind the ids. */

import { byHandle, meet, refreshProfile } from '../member/workflow.ts';
import { claimDelivery, forgetDeliveries, releaseDelivery, settleDelivery } from '../store/receipt.ts';
import { linesToConfirm } from './confirming.ts';
import type { Office, Reception } from './office.ts';

/** Slack tries an event again for a day at most; a modal may stay open for longer. */
const keepMs = 3 * 86_400_000;
const sweepEveryMs = 3_600_000;

export function receptionOf(office: Office): Reception {
  const { read } = office.database;
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    async claim(key) {
      const now = office.wallClock.now();
      if (now.getTime() - sweptAt >= sweepEveryMs) {
        sweptAt = now.getTime();
        await forgetDeliveries(read, new Date(now.getTime() - keepMs));
      }
      return claimDelivery(read, key, now);
    },
    settle: (key, answer) => settleDelivery(read, key, answer),
    release: key => releaseDelivery(read, key),
    lines: linesToConfirm(office),
    meet: userId => meet(office, userId),
    byHandle: handle => byHandle(office, handle),
    refresh: profile => refreshProfile(office, profile),
  };
}
