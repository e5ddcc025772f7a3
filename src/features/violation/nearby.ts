/** Fines near each other: the next level is told when, taken together, they pass what the level that upheld one may decide (8.1). */
import { fen } from '../../kernel/money.ts';
import { levelOf } from '../../member/post.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import type { Tx } from '../../store/tx.ts';
import { eligible } from '../approval/rules.ts';
import { directoryIn, levelAbove } from '../approval/workflow.ts';
import { recordOf, recordsAbout } from './keeping.ts';
import { levelOfStep, passingTogether } from './route.ts';
import type { CaseRow } from './store.ts';

/** Tells it to each of the next level once for a case, in the transaction that upheld it. */
export async function tellNearby(office: Office, tx: Tx, row: CaseRow): Promise<void> {
  const { authority: levels, splitDays, zone } = office.settings;
  if (row.decidedAs === null) return;
  const decidedAs = levelOfStep({ step: row.decidedAs }, levels);
  const { upTo } = levelOf(decidedAs, levels);
  if (upTo === null || splitDays === 0) return;
  const records = await recordsAbout(office, tx, row.accusedId);
  const found = passingTogether(records, recordOf(row, zone), splitDays, fen(upTo));
  if (found === null) return;
  const { accusedId } = row;
  const authority = await levelAbove(office, tx, decidedAs, accusedId);
  const asked = { authority, requesterId: accusedId, concernsId: accusedId, accuses: true } as const;
  const next = eligible({ ...asked, state: 'pending', escalated: false }, await directoryIn(office, tx));
  const ref = { caseId: row.id, others: [...found.others], sum: found.sum, decidedAs };
  for (const { member } of next) {
    if (member.id === row.decidedBy) continue;
    const key = `case:${row.id}:nearby:${member.id}`;
    await say(office, tx, { key, recipient: member.id, message: 'violation.nearby', ref });
  }
}
