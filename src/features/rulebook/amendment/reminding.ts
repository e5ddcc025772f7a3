/** In the morning of the two working days after an amendment is signed, whoever has not read it is reminded (9.1). */
import { addDays, type CivilDate, instantOf, todayOf } from '../../../kernel/civil.ts';
import { standingOf } from '../../../member/rules.ts';
import { allMembers } from '../../../member/store.ts';
import type { Office } from '../../../office/office.ts';
import { say } from '../../../office/say.ts';
import type { Tx } from '../../../store/tx.ts';
import { calendarIn } from '../../calendar/workflow.ts';
import { unreadCard } from './confirming.ts';
import { isRemindedOn } from './rules.ts';
import { unreadReceipts } from './store.ts';

/** Further back than any two working days: the longest holidays are about ten days. */
const LOOKS_BACK = 31;

/** One message to each person, about all they have not read; what was signed longer ago is not spoken of again. */
export async function remindUnread(office: Office, tx: Tx, day: CivilDate): Promise<void> {
  const since = instantOf(addDays(day, -LOOKS_BACK), '00:00', office.settings.zone);
  const unread = await unreadReceipts(tx, { since });
  if (unread.length === 0) return;
  const [calendar, members] = [await calendarIn(tx), await allMembers(tx)];
  const reminded = new Map<string, number[]>();
  for (const { amendmentId, memberId, askedAt } of unread) {
    const member = members.get(memberId);
    if (member === undefined || standingOf(member) !== true) continue;
    if (!isRemindedOn(todayOf(office, askedAt), day, calendar)) continue;
    reminded.set(memberId, [...(reminded.get(memberId) ?? []), amendmentId]);
  }
  for (const [memberId, amendmentIds] of reminded) {
    const card = unreadCard(day, memberId);
    const ref = { amendmentIds, memberId };
    await say(office, tx, { key: card, card, recipient: memberId, message: 'rulebook.unread', ref });
  }
}
