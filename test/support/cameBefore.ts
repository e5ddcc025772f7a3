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
