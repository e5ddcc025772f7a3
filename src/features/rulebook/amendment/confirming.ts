/** Somebody confirms that they have read an amendment (9.1); once everybody has, its proposer is told. */
import { todayOf } from '../../../kernel/civil.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Member, standingOf } from '../../../member/rules.ts';
import { allMembers } from '../../../member/store.ts';
import type { Office } from '../../../office/office.ts';
import { redraw, say } from '../../../office/say.ts';
import { record } from '../../../store/record.ts';
import type { Tx } from '../../../store/tx.ts';
import { calendarIn } from '../../calendar/workflow.ts';
import { OPERATOR, remindersOf } from './rules.ts';
import { readCard } from './signing.ts';
import {
  type AmendmentRow,
  amendmentById,
  confirmReading,
  markAllRead,
  receiptOf,
  receiptsOf,
  unreadReceipts,
} from './store.ts';

/** Keeps the receipt once, and draws the messages anew that ask for it. Answers since when it is kept, and whether it was before. */
export async function confirmRead(
  office: Office,
  me: Member,
  amendmentId: number,
): Promise<{ readAt: Date; before: boolean } | Refusal> {
  const result = await office.database.transaction(async tx => {
    const at = office.clock.now();
    const row = await amendmentById(tx, amendmentId);
    if (row === null) return refuse('amendment.notAsked', {});
    if (!(await confirmReading(tx, amendmentId, me.id, at))) {
      const readAt = (await receiptOf(tx, amendmentId, me.id))?.readAt;
      return readAt == null ? refuse('amendment.notAsked', {}) : { readAt, before: true };
    }
    const entry = { at, actor: me.id, deed: 'amendment.read', noun: 'amendment', nounId: amendmentId };
    await record(tx, entry);
    for (const card of await cardsOf(office, tx, row, me.id)) await redraw(office, tx, card);
    await tellWhenAllRead(office, tx, row);
    return { readAt: at, before: false };
  });
  office.wake();
  return result;
}

async function cardsOf(office: Office, tx: Tx, row: AmendmentRow, memberId: string): Promise<string[]> {
  const reminded = remindersOf(todayOf(office, row.decidedAt ?? row.proposedAt), await calendarIn(tx));
  return [readCard(row.id, memberId), ...reminded.map(day => unreadCard(day, memberId))];
}

/** The message in which somebody is reminded of what they have not read. */
export function unreadCard(day: string, memberId: string): string {
  return `amendments.unread:${day}:${memberId}`;
}

/** Whoever leaves is not waited for any more. */
export async function settleReaders(office: Office, tx: Tx, { member }: { member: Member }): Promise<void> {
  for (const { amendmentId } of await unreadReceipts(tx, { memberId: member.id })) {
    const row = await amendmentById(tx, amendmentId);
    if (row !== null) await tellWhenAllRead(office, tx, row);
  }
}

/** Of those asked, whoever is still there counts. */
async function tellWhenAllRead(office: Office, tx: Tx, { id, proposerId, allReadAt }: AmendmentRow): Promise<void> {
  if (allReadAt !== null || proposerId === OPERATOR) return;
  const receipts = await receiptsOf(tx, [id]);
  const left = receipts.filter(({ readAt }) => readAt === null);
  const members = left.length === 0 ? null : await allMembers(tx);
  const waits = left.some(({ memberId }) => {
    const member = members?.get(memberId);
    return member !== undefined && standingOf(member) === true;
  });
  if (waits || left.length === receipts.length) return;
  if (!(await markAllRead(tx, id, office.clock.now()))) return;
  const ref = { amendmentId: id };
  await say(office, tx, { key: `amendment.allRead:${id}`, recipient: proposerId, message: 'rulebook.allRead', ref });
}
