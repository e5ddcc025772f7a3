/** People who were there before a test begins, so that who does not come is missed from the first day on. */
import { takesPart } from '../../src/member/rules.ts';
import { allMembers } from '../../src/member/store.ts';
import type { Office } from '../../src/office/office.ts';

/** Everybody of the department came in once, on the second of November 2026. */
export async function cameBefore({ database }: Office): Promise<void> {
  const members = [...(await allMembers(database.read)).values()].filter(takesPart);
  const at = new Date('2026-11-02T08:00:00+08:00');
  const punch = { date: '2026-11-02', slot: 'morning-in', at, status: 'on-time' } as const;
  await database.read.punch.createMany({ data: members.map(({ id }) => ({ ...punch, memberId: id })) });
}

/** The same, and their posts are as old: they owe what a department that is there already owes. */
export async function livedBefore(office: Office): Promise<void> {
  await cameBefore(office);
  await office.database.read.post.updateMany({ data: { since: new Date('2026-11-02T07:00:00+08:00') } });
}
