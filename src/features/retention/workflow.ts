/** What people wrote is kept for a time after the matter ended, or until somebody who left is erased; the ledger stays. */
import { type CivilDate, instantOf, monthsBefore } from '../../kernel/civil.ts';
import type { Post } from '../../member/post.ts';
import { eraseName, lockMember, memberOf } from '../../member/store.ts';
import type { Erased, Erasing, KeptTables } from '../../office/kept.ts';
import type { Office } from '../../office/office.ts';
import { type PersonalData, personalData } from '../../office/personal.ts';
import type { Database } from '../../store/database.ts';
import { forgetSaid } from '../../store/outbox.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { openMatters } from '../approval/asked.ts';

/** Erases the words of all that ended longer ago than they are kept, as of that day; what was erased is on the record. */
export async function eraseOverdue(office: Office, tx: Tx, today: CivilDate): Promise<void> {
  const { retentionMonths, zone } = office.settings;
  if (retentionMonths === 0) return;
  const date = monthsBefore(today, retentionMonths);
  const instant = instantOf(date, '00:00', zone);
  const erased = await eachOf(office.declared.erasing, erasing => erasing.over(tx, { date, instant }));
  // Messages were said at a time of the physical clock, whatever the department's is.
  const age = office.clock.now().getTime() - instant.getTime();
  await forgetSaid(tx, new Date(office.wallClock.now().getTime() - age));
  if (total(erased) === 0) return;
  const [at, after] = [office.clock.now(), { before: date, ...erased }];
  await record(tx, { at, actor: 'clock', deed: 'words.erased', noun: 'erasure', nounId: today, after });
}

interface Place {
  database: Database;
  wallClock: { now(): Date };
}

/** Who does it at a terminal; whoever may run the command there is known to the machine, not to us. */
const actor = 'console';

/** Everything stored about a member, or null when there is nobody of that id; that it was asked for is on the record. */
export function exportMember(
  { database, wallClock }: Place,
  kept: KeptTables,
  memberId: string,
): Promise<PersonalData | null> {
  return database.transaction(async tx => {
    const data = await personalData(tx, kept, memberId);
    if (data === null) return null;
    await record(tx, { at: wallClock.now(), actor, deed: 'member.exported', noun: 'member', nounId: memberId });
    return data;
  });
}

/** Why a member cannot be erased. */
export type NotErasable =
  | { stands: 'unknown' | 'active' }
  | { stands: 'posts'; posts: Post[] }
  | { stands: 'matters'; approvals: number[] };

/** What would be erased, or was. */
export interface Erasure {
  stands: 'erasable' | 'erased';
  erased: Erased;
}

/**
 * Erases the name of somebody who left and the words about their own matters. Unless it is meant (`really`), nothing is
 * changed and the answer is what would be. Refused while they are in the team, hold a post, or something of theirs is open.
 */
export function eraseMember(
  { database, wallClock }: Place,
  features: readonly Erasing[],
  memberId: string,
  really: boolean,
): Promise<Erasure | NotErasable> {
  const done = database.transaction<Erasure | NotErasable>(async tx => {
    await lockMember(tx, memberId);
    const member = await memberOf(tx, memberId);
    if (member === null) return { stands: 'unknown' };
    if (!member.deactivated) return { stands: 'active' };
    if (member.posts.length > 0) return { stands: 'posts', posts: [...member.posts] };
    const approvals = await openMatters(tx, memberId);
    if (approvals.length > 0) return { stands: 'matters', approvals };
    const erased = await eachOf(features, erasing => erasing.of(tx, memberId));
    if (!really) throw new OnlyAsked({ stands: 'erasable', erased });
    const now = wallClock.now();
    await eraseName(tx, memberId, now);
    const after = { ...erased };
    await record(tx, { at: now, actor, deed: 'member.erased', noun: 'erasure', nounId: memberId, after });
    return { stands: 'erased', erased };
  });
  return done.catch((fault: unknown) => {
    if (fault instanceof OnlyAsked) return fault.erasure;
    throw fault;
  });
}

/** Takes back what was erased only to count it. */
class OnlyAsked extends Error {
  readonly erasure: Erasure;

  constructor(erasure: Erasure) {
    super('nothing is erased yet');
    this.erasure = erasure;
  }
}

/** What the features erase, one after the other; counts of one name added up. */
async function eachOf(features: readonly Erasing[], erase: (erasing: Erasing) => Promise<Erased>): Promise<Erased> {
  const sum: Record<string, number> = {};
  for (const erasing of features) {
    for (const [name, count] of Object.entries(await erase(erasing))) sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}

function total(erased: Erased): number {
  return Object.values(erased).reduce((sum, count) => sum + count, 0);
}
