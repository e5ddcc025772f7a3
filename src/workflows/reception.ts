/** What the door to Slack asks the house: deliveries taken before, and the people behind the ids. */
import { claimDelivery, releaseDelivery, settleDelivery } from '../store/receipt.ts';
import { byHandle, meet, refreshProfile } from './member.ts';
import type { Office, Reception } from './ports.ts';

export function receptionOf(office: Office): Reception {
  const { read } = office.database;
  return {
    claim: key => claimDelivery(read, key, office.wallClock.now()),
    settle: (key, answer) => settleDelivery(read, key, answer),
    release: key => releaseDelivery(read, key),
    meet: userId => meet(office, userId),
    byHandle: handle => byHandle(office, handle),
    refresh: profile => refreshProfile(office, profile),
  };
}
