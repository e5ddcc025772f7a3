/** Meeting people: a member is created from Slack when first seen, and posts are given by those above. */
import { leaderFor } from '../features/post/rules.ts';
import type { Office, Profile } from '../office/office.ts';
import { record } from '../store/record.ts';
import { POSTS, type Post } from './post.ts';
import type { Member } from './rules.ts';
import { allMembers, everHeld, givePost, memberOf, saveIdentity, seenAt, setLeader } from './store.ts';

/** Slack is asked again after this; a change of role or language is also told by the event `user_change`. */
const staleAfterMs = 24 * 3_600_000;

/** The person behind a Slack id; asks Slack when unknown or stale, and keeps what is known when Slack does not answer. */
export async function meet(office: Office, userId: string): Promise<Member | null> {
  const { read } = office.database;
  const [known, seen] = [await memberOf(read, userId), await seenAt(read, userId)];
  const fresh = seen !== null && office.wallClock.now().getTime() - seen.getTime() < staleAfterMs;
  if (known !== null && fresh) return known;
  try {
    const profile = await office.lookUp(userId);
    if (profile === null) return known;
    await saveProfile(office, profile);
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

/** A post of the first hour: who holds it, and who leads them when that does not follow from the post. */
export interface FirstPost {
  memberId: string;
  post: Post;
  leaderId?: string;
}

/** Gives posts from the configuration or the seed, each only while nobody ever held it or when seeding; once. */
export async function appoint(
  office: Office,
  posts: readonly FirstPost[],
  by: 'configuration' | 'seed',
): Promise<void> {
  const seniorFirst = [...posts].sort((a, b) => POSTS.indexOf(a.post) - POSTS.indexOf(b.post));
  for (const { memberId, post, leaderId } of seniorFirst) {
    if (by === 'configuration' && (await everHeld(office.database.read, post))) continue;
    if ((await meet(office, memberId)) === null) {
      office.log.warn('member.unknown', { member: memberId, post });
      continue;
    }
    const now = office.clock.now();
    await office.database.transaction(async tx => {
      if ((await givePost(tx, memberId, post, by, now)) === null) return;
      const directory = await allMembers(tx);
      const member = directory.get(memberId);
      const leader = leaderId ?? (member === undefined ? null : leaderFor(member, directory));
      if (leader !== null) await setLeader(tx, memberId, leader);
      await record(tx, { at: now, actor: by, deed: 'post.given', noun: 'member', nounId: memberId, after: { post } });
    });
  }
}

async function saveProfile(office: Office, profile: Profile): Promise<void> {
  await saveIdentity(office.database.read, profile, office.wallClock.now());
}
