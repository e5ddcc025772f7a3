/** The head of the record's chain, for leaders: what they keep in Slack is out of reach of whoever may change the database. */
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import { headOf } from '../../store/chain.ts';
import type { Tx } from '../../store/tx.ts';
import type { PostedHead } from './messages.ts';
import { readHead } from './rules.ts';

/** How far the chain goes now. */
export async function headNow(tx: Tx): Promise<PostedHead> {
  const { number, hash } = await headOf(tx);
  return { number, hash };
}

/** The whole value of a posted head, for leaders: as its message in Slack carries it, not as the database has it now. */
export function postedHead(me: Member, value: string): PostedHead | Refusal {
  return holds(me, LEADERS) ? readHead(value) : refuse('member.notAllowed', { needs: LEADERS });
}
