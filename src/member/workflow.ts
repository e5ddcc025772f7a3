/** Meeting people: a member is created from Slack when first seen, and asked about anew now and then. */
import { happen } from '../office/happen.ts';
import type { Office, Profile } from '../office/office.ts';
import { type Member, standingOf } from './rules.ts';
import { allMembers, memberOf, saveIdentity, seenMember } from './store.ts';

/** Slack is asked again after this; a change of role or language is also told by the event `user_change`. */
const staleAfterMs = 24 * 3_600_000;

/** The person behind a Slack id; asks Slack when unknown or stale, and keeps what is known when Slack does not answer. */
export async function meet(office: Office, userId: string): Promise<Member | null> {
  const { read } = office.database;
  const seen = await seenMember(read, userId);
  const known = seen?.member ?? null;
  if (seen !== null && office.wallClock.now().getTime() - seen.seenAt.getTime() < staleAfterMs) return known;
  try {
    const profile = await office.lookUp(userId);
    if (profile === null) return known;
    // Nothing hangs yet on somebody who was never seen.
    if (known === null) await saveIdentity(read, profile, office.wallClock.now());
    else await saveProfile(office, profile);
    return await memberOf(read, userId);
  } catch (fault) {
    if (known !== null) return known;
    throw fault;
  }
}

/** Takes what Slack says of a person, if the person is known already. */
export async function refreshProfile(office: Office, profile: Profile): Promise<void> {
  if ((await memberOf(office.database.read, profile.id)) !== null) await saveProfile(office, profile);
}

/** Finds a person by the name typed after @, whatever its case. */
export async function byHandle(office: Office, handle: string): Promise<Member | null> {
  const wanted = handle.toLowerCase();
  const members = await allMembers(office.database.read);
  return [...members.values()].find(member => member.handle.toLowerCase() === wanted || member.id === handle) ?? null;
}

/** Keeps what Slack says; what hangs on somebody who can use the bot no more is put right in the same transaction. */
async function saveProfile(office: Office, profile: Profile): Promise<void> {
  const left = await office.database.transaction(async tx => {
    const before = await memberOf(tx, profile.id);
    await saveIdentity(tx, profile, office.wallClock.now());
    if (before === null || standingOf(before) !== true) return false;
    const member = await memberOf(tx, profile.id);
    if (member === null || standingOf(member) === true) return false;
    await happen(office, tx, 'member.left', { member });
    return true;
  });
  if (left) office.wake();
}
