/** Members and the posts they hold. */
import { isLocale } from '../kernel/locale.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Question } from '../store/question.ts';
import type { Tx } from '../store/tx.ts';
import { isPost, POSTS, type Post } from './post.ts';
import { EVERYTHING, type Preference } from './preference.ts';
import type { Member } from './rules.ts';

/** What Slack says of a person; the department's own facts (posts, leader) are kept beside it. */
export interface Identity
  extends Pick<Member, 'id' | 'name' | 'handle' | 'locale' | 'zone' | 'deactivated' | 'guest' | 'bot' | 'external'> {
  /** Slack's time of the last change, in seconds; left out where Slack does not tell. */
  updated?: number;
}

/** One member with the posts held now; null when never seen. */
export async function memberOf(tx: Tx, id: string): Promise<Member | null> {
  return (await seenMember(tx, id))?.member ?? null;
}

/** The same, and when Slack was last asked about them. */
export async function seenMember(tx: Tx, id: string): Promise<{ member: Member; seenAt: Date } | null> {
  const [row] = await membersWhere(tx, Prisma.sql`id = ${id}`);
  return row === undefined ? null : { member: toMember(row), seenAt: row.seenAt };
}

/** Every member ever seen, by id. */
export async function allMembers(tx: Tx): Promise<Map<string, Member>> {
  const rows = await membersWhere(tx, Prisma.sql`true`);
  return new Map(rows.map(row => [row.id, toMember(row)]));
}

/** These people and whoever leads them at any height, by id. */
export async function chainsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Member>> {
  const above = Prisma.sql`id IN (
    WITH RECURSIVE up AS (
      SELECT id, "leaderId" FROM member WHERE id = ANY(${[...ids]})
      UNION SELECT m.id, m."leaderId" FROM member m JOIN up ON m.id = up."leaderId")
    SELECT id FROM up)`;
  return new Map((await membersWhere(tx, above)).map(row => [row.id, toMember(row)]));
}

/** Members with their posts in one statement, by id: every request begins with it, and a relation read beside costs three more. */
function membersWhere(tx: Tx, condition: Prisma.Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT id, name, handle, locale, zone, deactivated, guest, bot, external, "leaderId", "seenAt",
      ARRAY(SELECT post FROM post WHERE "memberId" = member.id AND until IS NULL) AS posts
    FROM member WHERE ${condition} ORDER BY id`;
}

/** Creates or refreshes what Slack says of a person; what is older than what is known is not taken. */
export async function saveIdentity(tx: Tx, identity: Identity, now: Date): Promise<void> {
  const data = { ...identity, seenAt: now, erasedAt: null };
  const { id, deactivated } = identity;
  // Whoever left and was erased stays so, whatever Slack still says of them; whoever comes back is taken in anew.
  if (deactivated && (await tx.member.count({ where: { id, erasedAt: { not: null } } })) > 0) return;
  const { count } = await tx.member.createMany({ data, skipDuplicates: true });
  if (count === 1) return;
  const isNoOlder =
    identity.updated === undefined ? {} : { OR: [{ updated: null }, { updated: { lte: identity.updated } }] };
  await tx.member.updateMany({ where: { id, ...isNoOlder }, data });
}

export async function setLeader(tx: Tx, memberId: string, leaderId: string | null): Promise<void> {
  await tx.member.update({ where: { id: memberId }, data: { leaderId } });
}

/** Gives a post and answers the number of that entry; null when the member holds the post already. */
export async function givePost(
  tx: Tx,
  memberId: string,
  post: Post,
  givenBy: string,
  now: Date,
): Promise<number | null> {
  const data = { memberId, post, givenBy, since: now };
  const [row] = await tx.post.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
  return row?.id ?? null;
}

/** Ends a post and answers the number of that entry; null when the member does not hold it. */
export async function endPost(tx: Tx, memberId: string, post: Post, now: Date): Promise<number | null> {
  const where = { memberId, post, until: null };
  const [row] = await tx.post.updateManyAndReturn({ where, data: { until: now }, select: { id: true } });
  return row?.id ?? null;
}

export interface PostRow {
  memberId: string;
  post: Post;
  givenBy: string | null;
  since: Date;
  until: Date | null;
}

/** One entry of the posts ever held; null when there is none of that number. */
export async function postById(tx: Tx, id: number): Promise<PostRow | null> {
  const row = await tx.post.findUnique({ where: { id } });
  return row === null || !isPost(row.post) ? null : { ...row, post: row.post };
}

/** When each member came to the department: the first post they were ever given. */
export async function membersSince(tx: Tx): Promise<Map<string, Date>> {
  const rows = await tx.post.groupBy({ by: ['memberId'], _min: { since: true } });
  return new Map(rows.flatMap(({ memberId, _min }) => (_min.since === null ? [] : [[memberId, _min.since] as const])));
}

/** When the department began: the first post anybody was ever given; null before that. */
export async function departmentSince(tx: Tx): Promise<Date | null> {
  return (await tx.post.aggregate({ _min: { since: true } }))._min.since;
}

/** The same as of `membersSince` for one member, null when they never did; to be asked together with what else decides about a punch. */
export function memberSince(memberId: string): Question<Date | null> {
  return {
    sql: Prisma.sql`SELECT min(since) FROM post WHERE "memberId" = ${memberId}`,
    read: value => (value === null ? null : new Date(value as string)),
  };
}

/** Takes a member's name and handle away; the id stays, as the record is about it. */
export async function eraseName(tx: Tx, memberId: string, now: Date): Promise<void> {
  const data = { name: memberId, handle: memberId, erasedAt: now };
  await tx.member.update({ where: { id: memberId }, data });
}

/** Lets one change of posts and leaders at a time happen, for what is checked spans several people; nobody who reads waits. */
export async function lockPosts(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE post IN SHARE ROW EXCLUSIVE MODE`;
}

/**
 * Whether anybody of the team's own people ever held the post: the first leaders of the configuration are only given while
 * nobody did. A bot or a guest who was named by mistake does not count.
 */
export async function everHeld(tx: Tx, post: Post): Promise<boolean> {
  const member = { bot: false, guest: false, external: false };
  return (await tx.post.count({ where: { post, member } })) > 0;
}

/** Holds other transactions about the same member until this one ends, so that checks over several rows stay true. */
export async function lockMember(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM member WHERE id = ${id} FOR UPDATE`;
}

/** The same for several, always in one order, so that two who hold some of the same do not wait for each other. */
export async function lockMembers(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM member WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`;
}

/** What the member lets reach them. */
export async function preferenceOf(tx: Tx, memberId: string): Promise<Preference> {
  const row = await tx.preference.findUnique({ where: { memberId } });
  if (row === null) return EVERYTHING;
  const { reminders, quietFrom: from, quietTo: to } = row;
  return { reminders, quiet: from === null || to === null ? null : { from, to } };
}

export async function savePreference(tx: Tx, memberId: string, preference: Preference, now: Date): Promise<void> {
  const { reminders, quiet } = preference;
  const data = { reminders, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, at: now };
  await tx.preference.upsert({ where: { memberId }, create: { memberId, ...data }, update: data });
}

function toMember(row: Row): Member {
  const { id, name, handle, zone, deactivated, guest, bot, external, leaderId } = row;
  const posts = POSTS.filter(post => row.posts.includes(post));
  const locale = isLocale(row.locale) ? row.locale : 'en';
  return { id, name, handle, locale, zone, deactivated, guest, bot, external, leaderId, posts };
}

type Row = Omit<Member, 'locale' | 'posts'> & { locale: string; posts: string[]; seenAt: Date };
